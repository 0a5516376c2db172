"""What is asked of a position: open questions, why and why not, what would change it, a receipt."""

from ketenwijzer.engine.explain import explain
from ketenwijzer.engine.law import Corpus, Holding, Mark, Standing
from ketenwijzer.engine.outlook import questions
from ketenwijzer.engine.receipt import receipt
from ketenwijzer.engine.values import replace
from tests.engine.small import (
    NAME,
    day,
    event_type,
    happened,
    layer,
    protocol,
    rule,
    switch,
    term,
    value_of,
    version,
)

ON = day("2019-06-01")
TOLD = switch("told", "answer")
JUDGED = value_of("judged", "judgement.good", judged_by="court")
KIND = value_of("kind", "letter.kind", values="a b")


def law() -> Corpus:
    """Three claims: on a judgement alone, on an answer alone, and on an answer and a kind."""
    text = version(
        "2018-01-01",
        judged_claim=[rule(Standing.HOLDS, "judged"), rule(Standing.DOES_NOT_HOLD)],
        told_claim=[rule(Standing.HOLDS, "told"), rule(Standing.DOES_NOT_HOLD)],
        kind_claim=[
            rule(Standing.LAPSED, "happened judgement"),
            rule(Standing.HOLDS, "told and kind is a"),
            rule(Standing.DOES_NOT_HOLD),
        ],
    )
    events = (
        event_type("answer"),
        event_type("judgement", "good: boolean"),
        event_type("letter", "kind: text"),
    )
    return protocol(*events, TOLD, JUDGED, KIND, layer("act", text))


# ------------------------------------------------------------------ questions


def test_the_question_whose_answer_would_change_most_comes_first():
    asked = questions(law(), [], ON)

    assert [one.fact for one in asked] == ["told", "judged", "kind"]
    assert asked[0].changes == ("told_claim", "kind_claim")


def test_what_was_answered_is_not_asked_again():
    asked = questions(law(), [happened("answer", "2019-01-01")], ON)

    assert [one.fact for one in asked] == ["judged", "kind"]


def test_a_question_that_changes_nothing_is_not_asked():
    either_way = [rule(Standing.UNDECIDED, "told"), rule(Standing.UNDECIDED)]
    open_anyway = protocol(TOLD, layer("act", version("2018-01-01", claim=either_way)))

    assert questions(open_anyway, [], ON) == ()


# ------------------------------------------------------------------ why, and why not


def test_why_not_is_the_first_part_that_is_not_met_of_each_rule_that_could_hold():
    found = explain(law(), [happened("answer", "2019-01-01")], "kind_claim", ON)

    assert found.finding.standing is Standing.UNDECIDED
    assert [(one.reason.truth, one.reason.names) for one in found.failing] == [(None, ("kind",))]


def test_what_would_change_it_is_found_by_trying_each_event():
    found = explain(law(), [], "judged_claim", ON)

    assert [(one.event, dict(one.attributes), one.standing) for one in found.changes] == [
        ("judgement", {"good": True}, Standing.HOLDS),
        ("judgement", {"good": False}, Standing.DOES_NOT_HOLD),
    ]


def test_an_explanation_tells_the_next_day_on_which_the_norm_itself_changes():
    wait = term("wait", "answer", "10 days")
    claims = [rule(Standing.HOLDS, "within wait"), rule(Standing.LAPSED, "past wait")]
    waiting = protocol(
        event_type("answer"), layer("act", version("2018-01-01", wait, claim=claims))
    )
    found = explain(waiting, [happened("answer", "2019-05-30")], "claim", ON)

    assert found.next_change == day("2019-06-10")
    assert found.evidence == {"wait": ("answer 2019-05-30  []",)}


def test_a_ruling_decided_later_was_not_known_then():
    ruling = Holding("claim", "a ruling", day("2019-05-01"), "for", NAME, Mark.VERIFIED)
    act = layer("act", version("2018-01-01", claim=[rule(Standing.HOLDS)]))
    with_ruling = replace(protocol(act), holdings=(ruling,))

    assert explain(with_ruling, [], "claim", ON).holdings == (ruling,)
    assert explain(with_ruling, [], "claim", ON, day("2019-05-01")).holdings == (ruling,)
    assert explain(with_ruling, [], "claim", ON, day("2019-04-30")).holdings == ()


# ------------------------------------------------------------------ the receipt


def test_a_receipt_names_what_was_used_and_never_what_it_says():
    case = (
        happened("answer", "2019-01-01", id="used"),
        happened("letter", "2019-01-02", id="corrected", kind="a"),
        happened("letter", "2019-01-02", id="correction", kind="b", supersedes="corrected"),
        happened("answer", "2019-02-01", id="ahead", effective="2019-07-01"),
        happened("answer", "2019-01-03", id="unknown then", recorded="2019-05-02"),
    )
    found = receipt(law(), case, ON, day("2019-05-01"))

    assert found.events == ("used", "correction")
    assert (found.protocol, found.on, found.known_at) == ("small", ON, day("2019-05-01"))
