"""Rules in order, layers side by side: who decides, who yields, and when they disagree."""

from functools import partial

import pytest

from ketenwijzer.engine.findings import LAYERS_DISAGREE, SILENT, Finding
from ketenwijzer.engine.law import Corpus, GroundRule, Kind, Rule, Standing, Strength
from ketenwijzer.engine.values import replace
from tests.engine.small import (
    NAME,
    ask,
    choice,
    day,
    event_type,
    finding,
    ground,
    happened,
    layer,
    protocol,
    rule,
    standing,
    switch,
    value_of,
    version,
    when,
)

ASKED = switch("asked", "answer(yes=true)", "answer(yes=false)")
JUDGED = value_of("judged", "judgement.good", judged_by="court")
HOLDS, DENIES, LAPSED = (
    rule(then) for then in (Standing.HOLDS, Standing.DOES_NOT_HOLD, Standing.LAPSED)
)
OPEN = rule(Standing.HOLDS, "asked")
NOT_STATED = rule(Standing.NOT_STATED)
DISPUTED = rule(Standing.DISPUTED)


def layers(*rules: Rule | None) -> Corpus:
    """One layer per rule, named by its place; None is a layer that is silent."""
    texts = [version("2018-01-01", claim=[one] if one else []) for one in rules]
    named = (layer(f"layer {number}", text) for number, text in enumerate(texts))
    return protocol(ASKED, JUDGED, *named)


def between(*rules: Rule | None) -> Finding:
    return finding(layers(*rules), [], "2019-01-01")


def single(*rules: Rule) -> Corpus:
    return protocol(
        event_type("answer"), ASKED, JUDGED, layer("act", version("2018-01-01", claim=rules))
    )


# ------------------------------------------------------------------ rules in order


def test_the_first_rule_that_is_not_answered_no_decides():
    law = single(rule(Standing.HOLDS, "not always"), LAPSED, DENIES)

    assert standing(law, [], "2019-01-01") is Standing.LAPSED


def test_a_rule_that_is_open_stops_the_reading():
    found = finding(single(OPEN, DENIES), [], "2019-01-01")

    assert (found.standing, found.granted) == (Standing.UNDECIDED, None)
    assert found.deciding is not None and found.deciding.open_facts == ("asked",)


def test_what_stands_before_an_open_rule_still_decides():
    assert standing(single(DENIES, OPEN), [], "2019-01-01") is Standing.DOES_NOT_HOLD


def test_an_open_judgement_is_awaited():
    found = finding(single(rule(Standing.HOLDS, "asked and judged")), [], "2019-01-01")

    assert found.standing is Standing.AWAITS_JUDGEMENT
    assert found.deciding is not None and found.deciding.open_facts == ("asked", "judged")


def test_a_judgement_that_was_given_is_not_awaited():
    given = happened("judgement", "2018-06-01", good=True)
    found = finding(single(rule(Standing.HOLDS, "asked and judged")), [given], "2019-01-01")

    assert found.standing is Standing.UNDECIDED
    assert found.deciding is not None and found.deciding.open_facts == ("asked",)


def test_if_no_rule_fires_the_norm_is_not_stated():
    found = finding(single(rule(Standing.HOLDS, "not always")), [], "2019-01-01")

    assert (found.standing, found.why, found.deciding) == (Standing.NOT_STATED, SILENT, None)
    assert not found.confirmed


def test_the_reasons_of_a_rule_that_fired_are_its_parts_each_answered_yes():
    yes = happened("answer", "2018-06-01", yes=True)
    found = finding(
        single(rule(Standing.HOLDS, "asked and not judged at answer")), [yes], "2019-01-01"
    )
    fired = finding(single(rule(Standing.HOLDS, "asked and known(asked)")), [yes], "2019-01-01")

    assert found.standing is Standing.AWAITS_JUDGEMENT
    assert fired.deciding is not None
    assert [(r.truth, r.names) for r in fired.deciding.reasons] == [(True, ("asked",))] * 2


def test_the_reasons_of_an_open_rule_are_the_parts_that_are_open():
    open_rule = rule(Standing.HOLDS, "asked and always and judged")
    found = finding(single(open_rule), [], "2019-01-01")

    assert found.deciding is not None
    assert [(r.truth, r.names) for r in found.deciding.reasons] == [
        (None, ("asked",)),
        (None, ("judged",)),
    ]


def test_what_a_rule_says_besides_its_standing_is_passed_on():
    full = rule(
        Standing.HOLDS,
        since="start",
        until="day after start",
        granted=True,
        strength=Strength.MAY,
        owed_by=["court"],
    )
    law = protocol(event_type("start"), layer("act", version("2018-01-01", claim=[full])))
    found = finding(law, [happened("start", "2018-06-01")], "2019-01-01")

    assert (found.since, found.until) == (day("2018-06-01"), day("2018-06-02"))
    assert (found.granted, found.strength, found.owed_by) == (True, Strength.MAY, ("court",))
    assert (found.norm, found.kind, found.holder) == ("claim", Kind.RIGHT, "person")


def test_until_a_moment_is_that_day_itself():
    ends = rule(Standing.HOLDS, until="stop")
    law = protocol(event_type("stop"), layer("act", version("2018-01-01", claim=[ends])))

    assert finding(law, [happened("stop", "2018-06-01")], "2019-01-01").until == day("2018-06-01")


def test_an_open_rule_says_nothing_yet_of_strength_or_bearer():
    must = partial(rule, line="asked", strength=Strength.MUST, owed_by=["court"])
    yes = happened("answer", "2018-06-01", yes=True)
    law = single(must(Standing.HOLDS))
    fires = finding(single(must(Standing.UNDECIDED)), [yes], "2019-01-01")

    found = finding(law, [], "2019-01-01")
    assert (found.strength, found.owed_by) == (None, ("office",))
    found = finding(law, [yes], "2019-01-01")
    assert (found.strength, found.owed_by) == (Strength.MUST, ("court",))
    assert (fires.strength, fires.owed_by) == (Strength.MUST, ("court",))


def test_an_open_rule_grants_nothing_and_gives_no_days():
    open_rule = rule(Standing.HOLDS, "asked", since="start", granted=True)
    law = protocol(
        event_type("start"), ASKED, layer("act", version("2018-01-01", claim=[open_rule]))
    )
    found = finding(law, [happened("start", "2018-06-01")], "2019-01-01")

    assert (found.granted, found.since, found.until) == (None, None, None)


# ------------------------------------------------------------------ layers side by side


def test_a_layer_that_is_silent_yields_to_one_that_speaks():
    assert between(None, DENIES).standing is Standing.DOES_NOT_HOLD
    assert between(None, OPEN).standing is Standing.UNDECIDED
    assert between(None, None).standing is Standing.NOT_STATED


def test_a_layer_that_is_open_yields_to_one_that_decides():
    assert between(OPEN, HOLDS).standing is Standing.HOLDS
    assert between(rule(Standing.DOES_NOT_HOLD, "asked"), LAPSED).standing is Standing.LAPSED
    assert between(NOT_STATED, DENIES).standing is Standing.DOES_NOT_HOLD


def test_a_denial_is_not_the_last_word_while_another_layer_could_make_it_a_dispute():
    for denial in (DENIES, LAPSED):
        for could_be in (OPEN, rule(Standing.DISPUTED, "asked")):
            assert between(could_be, denial).standing is Standing.UNDECIDED
            assert between(denial, could_be).standing is Standing.UNDECIDED
    judged = rule(Standing.HOLDS, "judged")
    found = between(DENIES, judged)

    assert found.standing is Standing.AWAITS_JUDGEMENT
    assert found.deciding is not None and found.deciding.open_facts == ("judged",)
    assert between(HOLDS, DENIES, OPEN).standing is Standing.DISPUTED
    assert between(OPEN, DENIES, DISPUTED).standing is Standing.DISPUTED


def test_among_layers_that_decide_nothing_the_first_speaks():
    assert between(NOT_STATED, OPEN).standing is Standing.NOT_STATED
    assert between(OPEN, NOT_STATED).standing is Standing.UNDECIDED


def test_layers_that_disagree_make_the_norm_disputed():
    for denial in (DENIES, LAPSED):
        found = between(denial, HOLDS)
        assert (found.standing, found.why) == (Standing.DISPUTED, LAYERS_DISAGREE)
        assert found.deciding is not None and found.deciding.layer == "layer 1"
        assert [one.standing for one in found.outcomes] == [denial.then, Standing.HOLDS]


def test_a_dispute_inside_one_layer_is_not_decided_by_another():
    assert between(HOLDS, DISPUTED).standing is Standing.DISPUTED
    assert between(DENIES, DISPUTED).standing is Standing.DISPUTED


def test_among_layers_that_agree_the_first_speaks():
    first, second = (rule(Standing.HOLDS, strength=s) for s in (Strength.RIGHT, Strength.MUST))

    assert between(first, second).strength is Strength.RIGHT
    assert between(second, first).strength is Strength.MUST
    assert between(LAPSED, DENIES).standing is Standing.LAPSED


def test_a_layer_that_binds_speaks_before_one_that_only_allows():
    for weak in (Strength.MAY, Strength.TARGET, Strength.AIM):
        first, second = (rule(Standing.HOLDS, strength=s) for s in (weak, Strength.MUST))

        assert between(first, second).strength is Strength.MUST


def test_a_disputed_norm_grants_nothing():
    grants = rule(Standing.HOLDS, granted=True)

    assert between(grants).granted is True
    assert between(grants, DENIES).granted is None


def test_what_one_layer_confirms_is_confirmed_if_it_agrees():
    unsure = rule(Standing.HOLDS, confirmed=False)

    assert between(unsure, HOLDS).confirmed
    assert not between(unsure, OPEN).confirmed
    assert not between(unsure, DENIES).confirmed


def test_every_norm_has_exactly_one_finding_in_the_order_of_the_list():
    act = layer("act", version("2018-01-01", b=[HOLDS], a=[HOLDS]))
    law = protocol(act, norms={"a": Kind.RIGHT, "b": Kind.DUTY, "c": Kind.POWER})
    position = ask(law, [], "2019-01-01")

    assert [found.norm for found in position.findings] == ["a", "b", "c"]
    assert position.finding("c").standing is Standing.NOT_STATED
    with pytest.raises(KeyError):
        position.finding("d")


# ------------------------------------------------------------------ grounds

THREAT, ILLNESS = ground("threat", "asked"), ground("illness", "judged")
BY_GROUND = [rule(Standing.HOLDS, "any ground"), DENIES]


def grounded(*grounds_of_layers: list[GroundRule], rules: list[Rule] = BY_GROUND) -> Corpus:
    texts = (version("2018-01-01", grounds=grounds, claim=rules) for grounds in grounds_of_layers)
    named = (layer(f"layer {number}", text) for number, text in enumerate(texts))
    return protocol(ASKED, JUDGED, *named)


YES = happened("answer", "2018-06-01", yes=True)
NO = happened("answer", "2018-06-01", yes=False)
BAD = happened("judgement", "2018-06-01", good=False)


def test_one_ground_that_is_met_is_enough():
    law = grounded([THREAT, ILLNESS])

    assert standing(law, [YES], "2019-01-01") is Standing.HOLDS
    assert standing(law, [NO, BAD], "2019-01-01") is Standing.DOES_NOT_HOLD


def test_while_a_ground_is_open_and_none_is_met_the_norm_is_open():
    found = finding(grounded([THREAT, ILLNESS]), [NO], "2019-01-01")

    assert found.standing is Standing.AWAITS_JUDGEMENT
    assert found.deciding is not None and found.deciding.open_facts == ("judged",)


def test_every_ground_is_shown_with_its_own_answer():
    found = finding(grounded([THREAT, ILLNESS]), [NO], "2019-01-01")

    assert [(one.ground, one.truth) for one in found.grounds] == [
        ("threat", False),
        ("illness", None),
    ]


def test_a_rule_can_ask_for_one_ground_by_name():
    by_name = [rule(Standing.HOLDS, "ground threat"), DENIES]

    assert standing(grounded([THREAT, ILLNESS], rules=by_name), [YES], "2019-01-01") is (
        Standing.HOLDS
    )
    assert standing(grounded([THREAT, ILLNESS], rules=by_name), [NO], "2019-01-01") is (
        Standing.DOES_NOT_HOLD
    )


def test_a_ground_that_no_text_in_force_has_is_not_established():
    by_name = [rule(Standing.HOLDS, "ground flood"), DENIES]

    assert standing(grounded([THREAT], rules=by_name), [], "2019-01-01") is Standing.UNDECIDED
    assert standing(grounded([]), [], "2019-01-01") is Standing.DOES_NOT_HOLD


def test_a_ground_of_one_layer_counts_in_the_rules_of_another():
    found = finding(grounded([THREAT], [ILLNESS]), [YES, BAD], "2019-01-01")

    assert [one.standing for one in found.outcomes] == [Standing.HOLDS, Standing.HOLDS]


def test_a_rule_reads_a_ground_as_its_own_text_words_it():
    never, always = ground("threat", "not always"), ground("threat", "always")
    found = finding(grounded([never], [always]), [], "2019-01-01")

    assert [one.standing for one in found.outcomes] == [Standing.DOES_NOT_HOLD, Standing.HOLDS]


def test_in_a_gap_each_text_is_read_with_its_own_grounds():
    old = version("2018-01-01", grounds=[ground("threat", "always")], claim=BY_GROUND)
    new = version(
        "2019-06-01",
        not_before="2019-03-01",
        grounds=[ground("threat", "not always")],
        claim=BY_GROUND,
    )
    law = protocol(layer("act", old, new))

    assert standing(law, [], "2019-02-28") is Standing.HOLDS
    assert standing(law, [], "2019-04-01") is Standing.NOT_STATED
    assert standing(law, [], "2019-06-01") is Standing.DOES_NOT_HOLD


def test_a_ground_is_confirmed_only_in_a_text_known_to_be_in_force():
    text = version(
        "2019-06-01",
        not_before="2019-03-01",
        seen_until="2019-12-31",
        grounds=[ground("threat", "always"), ground("doubt", "always", confirmed=False)],
        claim=BY_GROUND,
    )
    law = protocol(layer("act", text))

    def confirmed(on: str) -> list[bool]:
        return [one.confirmed for one in finding(law, [], on).grounds]

    assert confirmed("2019-06-01") == [True, False]
    assert confirmed("2019-12-31") == [True, False]
    assert confirmed("2020-01-01") == [False, False]
    assert confirmed("2019-05-31") == [False, False]


def test_the_last_anchor_chooses_the_grounds_that_are_shown():
    act = layer(
        "act",
        version("2018-01-01", grounds=[ground("old", "always")], claim=BY_GROUND),
        version("2019-06-01", grounds=[ground("new", "always")], claim=BY_GROUND),
        claim=["offer", "notice"],
    )
    law = protocol(event_type("offer"), event_type("notice"), act)
    case = happened("offer", "2019-06-02"), happened("notice", "2019-05-01")

    assert [one.ground for one in finding(law, case, "2020-01-01").grounds] == ["new"]


# ------------------------------------------------------------------ open facts at the root


def test_the_facts_to_ask_about_lie_at_the_root_of_what_is_open():
    deep = when("deep", "not (asked and judged)")
    act = layer("act", version("2018-01-01", claim=[rule(Standing.HOLDS, "deep")]))
    found = finding(protocol(ASKED, JUDGED, deep, act), [YES], "2019-01-01")

    assert found.deciding is not None and found.deciding.open_facts == ("judged",)


def test_a_fact_that_has_its_own_question_is_asked_about_itself():
    asked_about = replace(when("deep", "asked and judged"), question=NAME)
    act = layer("act", version("2018-01-01", claim=[rule(Standing.HOLDS, "deep")]))
    found = finding(protocol(ASKED, JUDGED, asked_about, act), [], "2019-01-01")

    assert found.deciding is not None and found.deciding.open_facts == ("deep",)


def test_a_choice_with_nothing_open_below_it_is_asked_about_itself():
    silent, half = choice("silent", {"not always": "a"}), choice("half", {"asked": "a"})
    lines = rule(Standing.HOLDS, "silent is a and half is a")
    act = layer("act", version("2018-01-01", claim=[lines]))
    found = finding(protocol(ASKED, silent, half, act), [], "2019-01-01")

    assert found.deciding is not None and found.deciding.open_facts == ("silent", "asked")


def test_a_fact_open_on_a_day_looked_back_to_is_asked_about():
    act = layer("act", version("2018-01-01", claim=[rule(Standing.HOLDS, "asked at start")]))
    law = protocol(event_type("start"), ASKED, act)
    start = happened("start", "2018-03-01")

    then, now = finding(law, [start, YES], "2019-01-01"), finding(law, [], "2019-01-01")
    assert then.deciding is not None and then.deciding.open_facts == ("asked",)
    assert now.deciding is not None and now.deciding.open_facts == ()
