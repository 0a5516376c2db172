"""Dated texts: which one governs, what a gap leaves unsaid, and how well each was read."""

from ketenwijzer.engine.case import Event
from ketenwijzer.engine.findings import COURTS_DIFFER, UNSEEN, Finding
from ketenwijzer.engine.law import Corpus, Rule, Standing
from tests.engine.small import (
    day,
    event_type,
    finding,
    happened,
    layer,
    protocol,
    rule,
    standing,
    switch,
    version,
)

YES, NO = [rule(Standing.HOLDS)], [rule(Standing.DOES_NOT_HOLD)]
OFFER, NOTICE = event_type("offer"), event_type("notice")


def changed(*, not_before: str | None = None, **anchors: list[str]) -> Corpus:
    """A claim that holds by the first text and no longer by the second, of 1 June 2019."""
    first = version("2018-01-01", claim=YES)
    second = version("2019-06-01", not_before=not_before, claim=NO)
    return protocol(OFFER, NOTICE, layer("act", first, second, **anchors))


# ------------------------------------------------------------------ by the day itself


def test_a_text_governs_from_its_first_day_on():
    law = changed()

    assert standing(law, [], "2019-05-31") is Standing.HOLDS
    assert standing(law, [], "2019-06-01") is Standing.DOES_NOT_HOLD


def test_before_its_first_text_a_layer_is_silent():
    law = protocol(layer("act", version("2019-06-01", claim=YES)))

    found = finding(law, [], "2019-05-31")
    assert (found.standing, found.why, found.confirmed) == (Standing.NOT_STATED, "silent", False)


def test_a_norm_that_a_later_text_drops_is_not_stated_from_then_on():
    act = layer("act", version("2018-01-01", claim=YES), version("2019-06-01"))

    assert standing(protocol(act), [], "2019-05-31") is Standing.HOLDS
    assert standing(protocol(act), [], "2019-06-01") is Standing.NOT_STATED


# ------------------------------------------------------------------ in a gap between texts


def test_in_a_gap_between_texts_that_differ_the_law_is_not_stated():
    law = changed(not_before="2019-03-01")

    for on in ("2019-03-01", "2019-05-31"):
        found = finding(law, [], on)
        assert (found.standing, found.why, found.confirmed) == (
            Standing.NOT_STATED,
            UNSEEN,
            False,
        )
        assert found.deciding is not None
        assert [one.standing for one in found.deciding.between] == [
            Standing.HOLDS,
            Standing.DOES_NOT_HOLD,
        ]


def test_around_a_gap_each_text_governs_its_own_days():
    law = changed(not_before="2019-03-01")

    assert (standing(law, [], "2019-02-28"), standing(law, [], "2019-06-01")) == (
        Standing.HOLDS,
        Standing.DOES_NOT_HOLD,
    )
    assert finding(law, [], "2019-02-28").confirmed
    assert finding(law, [], "2019-06-01").confirmed


def test_in_a_gap_between_texts_that_agree_the_law_goes_on_unconfirmed():
    act = layer(
        "act",
        version("2018-01-01", claim=YES),
        version("2019-06-01", not_before="2019-03-01", claim=YES),
    )
    law = protocol(act)

    found = finding(law, [], "2019-04-01")
    assert (found.standing, found.confirmed) == (Standing.HOLDS, False)
    assert finding(law, [], "2019-02-28").confirmed
    assert finding(law, [], "2019-06-01").confirmed


OPENED, LATER = happened("offer", "2018-03-01"), happened("notice", "2018-05-01")


def in_gap(old: Rule, new: Rule) -> Finding:
    """Find how a claim stands in a gap between two texts of one rule each."""
    act = layer(
        "act",
        version("2018-01-01", claim=[old]),
        version("2019-06-01", not_before="2019-03-01", claim=[new]),
    )
    return finding(protocol(OFFER, NOTICE, act), [OPENED, LATER], "2019-04-01")


def test_in_a_gap_between_texts_that_grant_differently_the_law_is_not_stated():
    grants, refuses = (rule(Standing.HOLDS, granted=granted) for granted in (True, False))
    found = in_gap(grants, refuses)

    assert (found.standing, found.why, found.granted) == (Standing.NOT_STATED, UNSEEN, None)
    assert in_gap(grants, grants).granted is True


def test_a_claim_that_both_texts_let_hold_is_not_taken_away_by_their_days():
    old = rule(Standing.HOLDS, since="offer", until="notice")
    new = rule(Standing.HOLDS, since="notice", until="offer")
    found = in_gap(old, new)

    assert (found.standing, found.confirmed) == (Standing.HOLDS, False)
    assert (found.since, found.until) == (day("2018-03-01"), None)
    assert in_gap(old, old).until == day("2018-05-01")
    assert in_gap(old, rule(Standing.HOLDS)).since is None


def test_of_a_denial_a_day_that_differs_is_not_told():
    old, new = (rule(Standing.LAPSED, since=since) for since in ("offer", "notice"))
    found = in_gap(old, new)

    assert (found.standing, found.since) == (Standing.LAPSED, None)
    assert in_gap(old, old).since == day("2018-03-01")


def test_where_gaps_overlap_every_text_that_may_be_in_force_is_read():
    act = layer(
        "act",
        version("2018-01-01", claim=YES),
        version("2019-06-01", not_before="2019-03-01", claim=NO),
        version("2019-09-01", not_before="2019-05-01", claim=NO),
    )
    law = protocol(act)

    assert standing(law, [], "2019-05-15") is Standing.NOT_STATED
    assert standing(law, [], "2019-06-01") is Standing.DOES_NOT_HOLD
    assert not finding(law, [], "2019-06-01").confirmed
    assert finding(law, [], "2019-09-01").confirmed


def test_before_the_first_text_was_seen_nothing_is_confirmed():
    law = protocol(layer("act", version("2019-06-01", not_before="2019-03-01", claim=YES)))

    assert standing(law, [], "2019-02-28") is Standing.NOT_STATED
    found = finding(law, [], "2019-03-01")
    assert (found.standing, found.confirmed) == (Standing.HOLDS, False)


# ------------------------------------------------------------------ how long a text was seen


def test_after_its_last_day_seen_a_text_goes_on_unconfirmed_and_says_so():
    law = protocol(layer("act", version("2018-01-01", seen_until="2019-06-01", claim=YES)))

    last, after = finding(law, [], "2019-06-01"), finding(law, [], "2019-06-02")
    assert (last.confirmed, after.confirmed, after.standing) == (True, False, Standing.HOLDS)
    assert last.deciding is not None and last.deciding.last_seen is None
    assert after.deciding is not None and after.deciding.last_seen == day("2019-06-01")


def test_a_rule_that_is_only_recalled_is_never_confirmed():
    recalled = [rule(Standing.HOLDS, confirmed=False)]

    found = finding(protocol(layer("act", version("2018-01-01", claim=recalled))), [], "2019-01-01")
    assert (found.standing, found.confirmed) == (Standing.HOLDS, False)


def test_an_open_rule_of_a_text_no_longer_seen_is_unconfirmed_too():
    open_rule = [rule(Standing.HOLDS, "asked")]
    act = layer("act", version("2018-01-01", seen_until="2019-06-01", claim=open_rule))
    law = protocol(switch("asked", "never"), act)

    assert finding(law, [], "2019-06-01").confirmed
    assert not finding(law, [], "2019-06-02").confirmed


# ------------------------------------------------------------------ by an anchor


def on_new_year(law: Corpus, *events: Event) -> Finding:
    return finding(law, events, "2020-01-01")


def test_an_anchor_chooses_the_text_by_its_own_day():
    law = changed(claim=["offer"])

    assert on_new_year(law, happened("offer", "2019-05-31")).standing is Standing.HOLDS
    assert on_new_year(law, happened("offer", "2019-06-01")).standing is Standing.DOES_NOT_HOLD


def test_until_an_anchor_has_come_the_day_itself_chooses():
    law = changed(claim=["offer"])
    offer = happened("offer", "2019-07-01")

    assert standing(law, [], "2019-05-31") is Standing.HOLDS
    assert standing(law, [offer], "2019-06-30") is Standing.DOES_NOT_HOLD
    assert standing(law, [happened("offer", "2019-05-31")], "2019-05-31") is Standing.HOLDS


def test_an_anchor_may_lie_in_a_gap():
    law = changed(not_before="2019-03-01", claim=["offer"])

    assert on_new_year(law, happened("offer", "2019-04-01")).why == UNSEEN
    assert on_new_year(law, happened("offer", "2019-02-28")).standing is Standing.HOLDS


def test_anchors_that_choose_texts_that_disagree_make_the_norm_disputed():
    law = changed(claim=["offer", "notice"])
    found = on_new_year(law, happened("offer", "2019-05-31"), happened("notice", "2019-06-01"))

    assert (found.standing, found.why) == (Standing.DISPUTED, COURTS_DIFFER)
    assert found.deciding is not None
    assert [one.version for one in found.deciding.between] == ["2018-01-01", "2019-06-01"]


def test_an_anchor_chooses_from_its_own_day_on():
    law = changed(claim=["offer", "notice"])
    case = happened("offer", "2019-05-31"), happened("notice", "2019-06-01")

    assert standing(law, case, "2019-05-31") is Standing.HOLDS
    assert standing(law, case, "2019-06-01") is Standing.DISPUTED


def test_anchors_that_choose_texts_that_agree_make_no_dispute():
    law = changed(claim=["offer", "notice"])
    both_old = happened("offer", "2019-05-01"), happened("notice", "2019-05-31")

    assert on_new_year(law, *both_old).standing is Standing.HOLDS
    assert on_new_year(law, happened("notice", "2019-06-01")).standing is Standing.DOES_NOT_HOLD


def by_two_anchors(old: Rule, new: Rule) -> Finding:
    texts = version("2018-01-01", claim=[old]), version("2018-04-01", claim=[new])
    act = layer("act", *texts, claim=["offer", "notice"])
    return on_new_year(protocol(OFFER, NOTICE, act), OPENED, LATER)


def test_anchors_that_choose_texts_that_grant_differently_make_the_norm_disputed():
    grants, refuses = (rule(Standing.HOLDS, granted=granted) for granted in (True, False))
    found = by_two_anchors(grants, refuses)

    assert (found.standing, found.why, found.granted) == (Standing.DISPUTED, COURTS_DIFFER, None)


def test_anchors_that_choose_texts_that_differ_about_days_leave_it_holding_unconfirmed():
    old, new = (rule(Standing.HOLDS, since=since) for since in ("notice", "offer"))
    found = by_two_anchors(old, new)

    assert (found.standing, found.since, found.confirmed) == (
        Standing.HOLDS,
        day("2018-03-01"),
        False,
    )
    assert by_two_anchors(old, old).confirmed


def test_answers_that_agree_are_confirmed_only_if_each_text_is():
    act = layer(
        "act",
        version("2018-01-01", seen_until="2019-01-01", claim=YES),
        version("2019-06-01", claim=YES),
        claim=["offer", "notice"],
    )
    law = protocol(OFFER, NOTICE, act)
    unseen, seen = happened("offer", "2019-02-01"), happened("notice", "2019-06-01")

    assert not on_new_year(law, unseen, seen).confirmed
    assert on_new_year(law, seen).confirmed


def test_whether_a_text_was_still_seen_is_judged_by_the_anchor():
    act = layer("act", version("2018-01-01", seen_until="2019-06-01", claim=YES), claim=["offer"])
    law = protocol(OFFER, act)

    assert on_new_year(law, happened("offer", "2019-06-01")).confirmed
    assert not on_new_year(law, happened("offer", "2019-06-02")).confirmed
