"""The whole life of a case: intervals without a gap, phases in order, the next day of change."""

from ketenwijzer.engine.case import Event
from ketenwijzer.engine.law import Corpus, DutySpec, Force, Kind, Standing
from ketenwijzer.engine.timeline import Interval, next_change, next_change_of, timeline
from ketenwijzer.engine.values import replace
from tests.engine.small import (
    added,
    ask,
    condition,
    day,
    event_type,
    ground,
    happened,
    layer,
    picked,
    protocol,
    rule,
    term,
    version,
)

RULES = [
    rule(Standing.HOLDS, "within wait", since="offer", until="end of wait"),
    rule(Standing.LAPSED, "past wait"),
    rule(Standing.DOES_NOT_HOLD),
]
LAW = protocol(
    event_type("offer"),
    event_type("permit", "until: date"),
    layer("act", version("2018-01-01", term("wait", "offer", "10 days"), claim=RULES)),
    phases={"waiting": "within wait", "waited": "past wait", "idle": "always"},
)
OFFER = happened("offer", "2019-03-01")


def starts(law: Corpus, *events: Event, known_at: str | None = None) -> list[str]:
    """Return the first days of the intervals, the first of all left out."""
    known = day(known_at) if known_at else None
    found = timeline(law, events, known)
    assert found[0].start == law.first_day
    assert found[-1].end is None
    return [str(interval.start) for interval in found[1:]]


def change(law: Corpus, *events: Event, on: str, known_at: str | None = None) -> str | None:
    found = next_change(law, events, day(on), day(known_at) if known_at else None)
    return str(found) if found else None


def test_the_first_phase_that_holds_is_the_phase_of_the_day():
    phases = [ask(LAW, [OFFER], on).phase for on in ("2019-02-28", "2019-03-01", "2019-03-12")]

    assert phases == ["idle", "waiting", "waited"]


def test_a_protocol_without_a_phase_that_holds_names_none():
    law = protocol(
        layer("act", version("2018-01-01", claim=RULES[2:])), phases={"never": "not always"}
    )

    assert ask(law, [], "2019-01-01").phase == ""


def test_a_timeline_has_an_interval_per_position_without_a_gap():
    found = timeline(LAW, [OFFER])

    assert [(one.start, one.end, one.position.finding("claim").standing) for one in found] == [
        (day("2018-01-01"), day("2019-03-01"), Standing.DOES_NOT_HOLD),
        (day("2019-03-01"), day("2019-03-12"), Standing.HOLDS),
        (day("2019-03-12"), None, Standing.LAPSED),
    ]
    assert isinstance(found[0], Interval)


def test_days_on_which_nothing_changes_begin_no_interval():
    permit = happened("permit", "2019-06-01", until=day("2019-07-01"))

    assert starts(LAW, OFFER, permit) == ["2019-03-01", "2019-03-12"]


def test_a_timeline_sees_the_days_on_which_a_text_begins_or_was_last_seen():
    act = layer(
        "act",
        version("2018-01-01", seen_until="2018-06-01", claim=[rule(Standing.HOLDS)]),
        version("2019-06-01", not_before="2019-03-01", claim=[rule(Standing.LAPSED)]),
    )

    assert starts(protocol(act)) == ["2018-06-02", "2019-03-01", "2019-06-01"]


def test_a_timeline_sees_dates_in_rules_grounds_facts_phases_and_suspensions():
    def law(line: str) -> Corpus:
        act = layer("act", version("2018-01-01", claim=[rule(Standing.HOLDS, line)]))
        return protocol(act, phases={"early": "day before 2019-05-01", "late": "always"})

    suspended = DutySpec(suspended=condition("day before 2019-08-01"))
    duty = layer("act", version("2018-01-01", claim=[rule(Standing.HOLDS, duty=suspended)]))

    assert starts(law("day on or before 2019-02-01")) == ["2019-02-02", "2019-05-01"]
    assert starts(law("not (day after 2019-02-01)")) == ["2019-02-02", "2019-05-01"]
    assert starts(protocol(duty, norms={"claim": Kind.DUTY})) == ["2019-08-01"]


def test_a_timeline_sees_dates_that_events_carry_and_sums_of_moments():
    rules = [rule(Standing.HOLDS, "day before end"), rule(Standing.LAPSED)]
    later = [rule(Standing.HOLDS, "day after year"), rule(Standing.DOES_NOT_HOLD)]
    law = protocol(
        event_type("permit", "until: date"),
        picked("end", "latest", "permit.until"),
        added("year", "permit", "1 year"),
        layer("act", version("2018-01-01", claim=rules, renewal=later)),
    )
    permit = happened("permit", "2019-06-01", until=day("2019-07-01"))

    assert starts(law, permit) == ["2019-07-01", "2020-06-02"]


def test_a_timeline_tells_what_was_known_then():
    offer = happened("offer", "2019-03-01", recorded="2019-05-01")

    assert starts(LAW, offer, known_at="2019-04-30") == []
    assert starts(LAW, offer, known_at="2019-05-01") == ["2019-03-01", "2019-03-12"]


# ------------------------------------------------------------------ the next change


def test_the_next_change_is_the_first_day_outside_a_term():
    assert change(LAW, OFFER, on="2019-03-01") == "2019-03-12"
    assert change(LAW, OFFER, on="2019-03-11") == "2019-03-12"
    assert change(LAW, OFFER, on="2019-03-12") is None


def test_the_next_change_supposes_that_nothing_more_happens():
    assert change(LAW, OFFER, on="2019-02-28") is None
    assert change(LAW, OFFER, happened("offer", "2019-03-05", id="again"), on="2019-03-01") == (
        "2019-03-12"
    )


def test_what_was_decided_and_takes_effect_later_is_a_change_to_come():
    rules = [rule(Standing.HOLDS, "happened permit"), rule(Standing.DOES_NOT_HOLD)]
    law = protocol(
        event_type("permit", "from: date", takes_effect="from"),
        layer("act", version("2018-01-01", claim=rules)),
    )
    ahead = happened("permit", "2019-03-01", effective="2019-04-01")

    assert change(law, ahead, on="2019-03-01") == "2019-04-01"
    assert change(law, ahead, on="2019-02-28") is None


def test_the_next_change_starts_from_the_position_as_it_is_shown():
    rules = [
        rule(Standing.HOLDS, "happened permit and day before 2019-06-01"),
        rule(Standing.DOES_NOT_HOLD),
    ]
    law = protocol(
        event_type("permit", "from: date", takes_effect="from"),
        layer("act", version("2018-01-01", claim=rules)),
    )
    back = happened("permit", "2019-04-01", effective="2019-02-01")
    corrected = happened("permit", "2019-05-01", id="new", supersedes=back.id)

    assert change(law, back, on="2019-03-01") == "2019-06-01"
    assert change(law, back, corrected, on="2019-03-01") is None


def test_how_well_a_text_was_read_is_no_change_of_position():
    act = layer("act", version("2018-01-01", seen_until="2019-06-01", claim=[rule(Standing.HOLDS)]))

    assert change(protocol(act), on="2019-03-01") is None


def test_a_duty_that_becomes_overdue_and_a_target_that_passes_are_changes():
    for force in (Force.STATUTORY, Force.TARGET):
        reply = term("reply", "offer", "10 days", force=force)
        owed = [rule(Standing.HOLDS, "happened offer", duty=DutySpec(due="reply"))]
        law = protocol(
            event_type("offer"),
            layer("act", version("2018-01-01", reply, claim=owed)),
            norms={"claim": Kind.DUTY},
        )

        assert change(law, OFFER, on="2019-03-05") == "2019-03-12"


def test_a_ground_that_falls_away_is_a_change_though_another_carries_the_claim():
    passing, lasting = ground("threat", "day before 2019-06-01"), ground("illness", "always")
    text = version("2018-01-01", grounds=[passing, lasting], claim=[rule(Standing.HOLDS)])
    law = protocol(layer("act", text))

    assert change(law, on="2019-03-01") == "2019-06-01"
    assert next_change_of(law, [], "claim", day("2019-03-01")) == day("2019-06-01")


def test_another_bearer_is_a_change_and_so_is_another_reason():
    until = "day before 2019-06-01"
    for first, second in (
        (rule(Standing.HOLDS, until, owed_by=["court"]), rule(Standing.HOLDS)),
        (replace(rule(Standing.DISPUTED, until), why="unclear"), rule(Standing.DISPUTED)),
    ):
        law = protocol(layer("act", version("2018-01-01", claim=[first, second])))

        assert change(law, on="2019-03-01") == "2019-06-01"


def test_the_next_change_of_one_norm_leaves_the_others_out():
    other = [rule(Standing.HOLDS, "day before 2019-03-05"), rule(Standing.DOES_NOT_HOLD)]
    wait = term("wait", "offer", "10 days")
    act = layer("act", version("2018-01-01", wait, claim=RULES, other=other))
    law = protocol(event_type("offer"), act)

    assert change(law, OFFER, on="2019-03-01") == "2019-03-05"
    assert next_change_of(law, [OFFER], "claim", day("2019-03-01")) == day("2019-03-12")
    assert next_change_of(law, [OFFER], "other", day("2019-03-01")) == day("2019-03-05")
    assert next_change_of(law, [OFFER], "other", day("2019-03-05")) is None
