"""Why, when it would hold, and what would change it; a may stays a may."""

from datetime import date

from ketenwijzer.engine.explain import explain
from ketenwijzer.telling.explaining import tell_why
from ketenwijzer.telling.language import Reader
from tests.telling.toyland import answer, toyland

KNOCK = "2015-01-05 knock"


def why(norm, on="2015-02-01", *happened, language="en"):
    found = answer(on, *happened)
    explanation = explain(toyland(), found.events, norm, date.fromisoformat(on))
    return tell_why(found, explanation, Reader(language))


def test_what_is_lacking_is_told_with_the_rule_that_would_let_it_hold():
    told = why("no_eviction")

    assert ("Whoever knocked may stay for three months.", "House Rules") in [
        (missing.rule, missing.text) for missing in told.missing
    ]
    assert told.missing[0].lacks.answer == "no"


def test_what_holds_lacks_nothing():
    assert why("no_eviction", "2015-02-01", KNOCK).missing == ()


def test_what_would_change_it_is_found_by_trying():
    told = why("no_eviction")

    assert [(change.after, change.events) for change in told.changes] == [
        ("holds", ("knocked",)),
        ("disputed", ("ticket given",)),
    ]


def test_a_change_to_a_may_is_told_as_a_may():
    told = why("send_away", "2015-06-01")

    assert all(change.after != "holds" for change in told.changes)


def test_the_next_change_by_time_alone_is_told():
    told = why("no_eviction", "2015-02-01", KNOCK, language="nl")

    assert told.next_change == "Als er niets meer gebeurt, verandert dit op 7 april 2015."


def test_the_courts_are_heard_for_and_against():
    assert [line.split(":")[0] for line in why("no_eviction").case_law] == [
        "For her",
        "Against her",
    ]
