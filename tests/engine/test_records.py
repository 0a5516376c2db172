"""Two times: what happened when, and what was known when; corrections, and who may state what."""

import pytest

from ketenwijzer.engine.case import Event
from ketenwijzer.engine.errors import DayNotCovered, UnknownName
from ketenwijzer.engine.explain import explain
from ketenwijzer.engine.law import Standing
from ketenwijzer.engine.position import determine
from tests.engine.small import (
    answer,
    ask,
    day,
    event_type,
    finding,
    happened,
    layer,
    moment_of,
    picked,
    protocol,
    rule,
    standing,
    switch,
    term,
    value_of,
    version,
)

SEEN = [rule(Standing.HOLDS, "happened letter"), rule(Standing.DOES_NOT_HOLD)]
LAW = protocol(event_type("letter"), layer("act", version("2018-01-01", claim=SEEN)))
SENT = happened("letter", "2019-01-10", id="sent", recorded="2019-02-01")


# ------------------------------------------------------------------ what was known when


def test_what_was_not_yet_recorded_was_not_known():
    assert standing(LAW, [SENT], "2019-03-01", known_at="2019-01-31") is Standing.DOES_NOT_HOLD
    assert standing(LAW, [SENT], "2019-03-01", known_at="2019-02-01") is Standing.HOLDS
    assert standing(LAW, [SENT], "2019-03-01") is Standing.HOLDS


def test_what_is_known_now_can_be_asked_about_an_earlier_day():
    assert standing(LAW, [SENT], "2019-01-15", known_at="2019-03-01") is Standing.HOLDS
    assert standing(LAW, [SENT], "2019-01-09", known_at="2019-03-01") is Standing.DOES_NOT_HOLD


def test_looking_back_keeps_what_was_known():
    was_dark = [rule(Standing.HOLDS, "dark at letter"), rule(Standing.DOES_NOT_HOLD)]
    law = protocol(
        event_type("letter"),
        event_type("off"),
        switch("dark", "off", initially=False),
        layer("act", version("2018-01-01", claim=was_dark)),
    )
    case = happened("letter", "2019-01-10"), happened("off", "2019-01-05", recorded="2019-02-01")

    assert standing(law, case, "2019-03-01", known_at="2019-01-31") is Standing.DOES_NOT_HOLD
    assert standing(law, case, "2019-03-01", known_at="2019-02-01") is Standing.HOLDS


def test_a_reading_counts_from_the_day_on_which_it_could_be_known():
    ruling = [rule(Standing.HOLDS, known_from="2019-06-01"), rule(Standing.DOES_NOT_HOLD)]
    law = protocol(layer("act", version("2018-01-01", claim=ruling)))

    assert standing(law, [], "2019-01-01", known_at="2019-05-31") is Standing.DOES_NOT_HOLD
    assert standing(law, [], "2019-01-01", known_at="2019-06-01") is Standing.HOLDS
    assert standing(law, [], "2019-01-01") is Standing.HOLDS


# ------------------------------------------------------------------ corrections


def test_a_correction_takes_the_place_of_what_it_corrects():
    moved = happened("letter", "2019-04-01", id="moved", supersedes="sent")

    assert moment_of([event_type("letter")], "letter", SENT, moved) == "2019-04-01"


def test_a_correction_counts_from_the_day_it_was_recorded():
    moved = happened("letter", "2019-04-01", id="moved", recorded="2019-05-01", supersedes="sent")

    assert standing(LAW, [SENT, moved], "2019-03-01", known_at="2019-04-30") is Standing.HOLDS
    assert standing(LAW, [SENT, moved], "2019-03-01", known_at="2019-05-01") is (
        Standing.DOES_NOT_HOLD
    )


def test_a_corrected_correction_does_not_bring_the_first_record_back():
    moved = happened("letter", "2019-04-01", id="moved", supersedes="sent")
    again = happened("letter", "2019-05-01", id="again", supersedes="moved")

    assert moment_of([event_type("letter")], "letter", SENT, moved, again) == "2019-05-01"


# ------------------------------------------------------------------ who may state what


def test_what_someone_states_who_may_not_establishes_nothing():
    official = event_type("letter", stated_by=["office"])

    assert moment_of([official], "letter", happened("letter", "2019-01-01", by="friend")) is None
    assert moment_of([official], "letter", happened("letter", "2019-01-01", by="office")) == (
        "2019-01-01"
    )
    assert moment_of([official], "letter", happened("letter", "2019-01-01")) == "2019-01-01"


# ------------------------------------------------------------------ the order of records


def test_the_order_in_which_events_are_handed_over_never_matters():
    lit = switch("lit", "key(by=anna)", "key(by=bert)")
    anna = happened("key", "2019-01-01", id="2", by="anna")
    bert = happened("key", "2019-01-01", id="1", by="bert")

    assert answer([lit], "lit", anna, bert) is False
    assert answer([lit], "lit", bert, anna) is False


def test_of_two_records_that_switch_on_one_day_the_one_recorded_later_counts():
    lit = switch("lit", "key(good=true)", "key(good=false)")
    early = happened("key", "2019-01-01", good=True)
    late = happened("key", "2019-01-01", recorded="2019-01-05", good=False)

    assert answer([lit], "lit", late, early) is False


# ------------------------------------------------------------------ what a position rests on


def evidence(*events: Event, on: str = "2019-12-31") -> dict[str, tuple[str, ...]]:
    parts = (
        event_type("view", "good: boolean"),
        event_type("up"),
        event_type("off"),
        value_of("good", "view.good"),
        switch("lit", "up", "off", initially=False),
    )
    rules = [rule(Standing.HOLDS, "known(good) and (lit or happened up)")]
    law = protocol(*parts, layer("act", version("2018-01-01", claim=rules)))
    return dict(ask(law, events, on).evidence)


def test_a_position_names_the_events_that_its_reasons_rest_on():
    case = (
        happened("view", "2019-01-01", id="first", good=True),
        happened("view", "2019-02-01", id="second", good=True),
        happened("off", "2019-01-03", id="dark"),
        happened("up", "2019-01-04", id="light"),
    )

    assert evidence(*case) == {"good": ("second",), "lit": ("light",), "up": ("light",)}
    assert evidence(*case, on="2019-01-01") == {}


def test_a_moment_rests_on_the_events_that_set_its_day_and_on_no_others():
    first = picked("first_letter", "first", "letter")
    rules = [rule(Standing.HOLDS, "happened first_letter and happened letter")]
    law = protocol(event_type("letter"), first, layer("act", version("2018-01-01", claim=rules)))
    case = (
        happened("letter", "2019-01-10", id="one"),
        happened("letter", "2019-01-10", id="two"),
        happened("letter", "2019-02-10", id="late"),
    )

    assert ask(law, case, "2019-12-31").evidence == {
        "first_letter": ("one", "two"),
        "letter": ("one", "two", "late"),
    }


def test_a_term_rests_on_what_started_and_changed_it_and_on_nothing_before_it_starts():
    wait = term("wait", "begin", "10 days", ends_early=["stop"])
    law = protocol(
        event_type("letter", "begins: date"),
        event_type("stop"),
        picked("begin", "latest", "letter.begins"),
        layer("act", version("2018-01-01", wait, claim=[rule(Standing.HOLDS, "not past wait")])),
    )
    case = (
        happened("letter", "2019-01-01", id="letter", begins=day("2019-02-01")),
        happened("stop", "2019-01-15", id="stop"),
    )

    assert ask(law, case, "2019-01-31").evidence == {"wait": ()}
    assert ask(law, case, "2019-02-01").evidence == {"wait": ("letter", "stop")}


# ------------------------------------------------------------------ what is refused


def test_a_day_before_the_first_day_of_the_protocol_is_refused():
    assert standing(LAW, [], "2018-01-01") is Standing.DOES_NOT_HOLD
    with pytest.raises(DayNotCovered, match="2018-01-01, the first day"):
        determine(LAW, [], day("2017-12-31"))


def test_a_name_that_the_protocol_lacks_is_refused():
    for line in ("happened nothing", "nothing", "within nothing"):
        law = protocol(layer("act", version("2018-01-01", claim=[rule(Standing.HOLDS, line)])))
        with pytest.raises(UnknownName, match="named 'nothing'"):
            determine(law, [], day("2019-01-01"))
    with pytest.raises(UnknownName, match="no norm"):
        explain(LAW, [], "nothing", day("2019-01-01"))


def test_a_fact_can_be_assumed_to_ask_what_if():
    good = value_of("good", "view.good")
    rules = [rule(Standing.HOLDS, "good"), rule(Standing.DOES_NOT_HOLD)]
    law = protocol(good, layer("act", version("2018-01-01", claim=rules)))

    def assumed(value: bool) -> Standing:
        return ask(law, [], "2019-01-01", assumptions={"good": value}).finding("claim").standing

    assert (assumed(True), assumed(False)) == (Standing.HOLDS, Standing.DOES_NOT_HOLD)
    assert finding(law, [], "2019-01-01").standing is Standing.UNDECIDED
