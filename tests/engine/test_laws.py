"""Laws that every protocol and every case obeys, over generated ones."""

from datetime import date, timedelta

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from ketenwijzer.engine.case import Event
from ketenwijzer.engine.findings import COURTS_DIFFER, UNSEEN, Finding
from ketenwijzer.engine.law import Corpus, Standing
from ketenwijzer.engine.position import Position, determine
from ketenwijzer.engine.selection import selects
from ketenwijzer.engine.timeline import next_change, timeline
from ketenwijzer.engine.vocabulary import Fact, LatestValue, Switch
from tests.engine.strategies import AWKWARD, cases, days, days_asked, protocols

ONE_DAY = timedelta(days=1)
OPEN = (Standing.UNDECIDED, Standing.AWAITS_JUDGEMENT)

generated = settings(
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.filter_too_much,
    ]
)


def told(position: Position) -> tuple[object, ...]:
    return position.phase, position.findings, position.terms, position.duties


def days_around(position: Position) -> set[date]:
    """Return the days near which something in a position may change, and those around them."""
    found = {term.ends for term in position.terms} | {one.until for one in position.findings}
    return {day + n * ONE_DAY for day in (*found, *AWKWARD) if day for n in (-1, 0, 1)}


@generated
@given(protocols(), st.data())
def test_a_timeline_read_at_a_day_is_what_is_determined_on_it(law: Corpus, data: st.DataObject):
    case = data.draw(cases(law), "case")
    known_at = data.draw(st.none() | days, "known at")
    life = timeline(law, case, known_at)

    starts = [interval.start for interval in life]
    assert starts[0] == law.first_day
    assert [interval.end for interval in life] == [*starts[1:], None]
    sampled = {day for one in life for day in days_around(one.position)}
    for day in sorted(day for day in sampled if day >= law.first_day)[:60]:
        here = next(one for one in reversed(life) if one.start <= day)
        assert told(determine(law, case, day, known_at)) == told(here.position), day


@generated
@given(protocols(), st.data())
def test_what_is_recorded_later_changes_nothing_that_was_known_before(
    law: Corpus, data: st.DataObject
):
    case = data.draw(cases(law), "case")
    on, known_at = data.draw(days_asked, "on"), data.draw(days, "known at")
    before = tuple(event for event in case if event.recorded_at <= known_at)

    assert determine(law, case, on, known_at) == determine(law, before, on, known_at)


@generated
@given(protocols(), st.data())
def test_the_order_in_which_events_are_handed_over_never_matters(law: Corpus, data: st.DataObject):
    case = data.draw(cases(law), "case")
    on, known_at = data.draw(days_asked, "on"), data.draw(st.none() | days, "known at")
    shuffled = data.draw(st.permutations(case), "shuffled")

    assert determine(law, case, on, known_at) == determine(law, shuffled, on, known_at)


@generated
@given(protocols(), st.data())
def test_a_position_is_constant_until_its_next_change_and_differs_on_it(
    law: Corpus, data: st.DataObject
):
    case = data.draw(cases(law), "case")
    on = data.draw(days_asked, "on")
    now = determine(law, case, on)
    change = next_change(law, case, on)
    so_far = [event for event in case if not_ahead(event, case, on)]

    assert determine(law, so_far, on).essence() == now.essence()
    if change is not None:
        assert change > on
        assert determine(law, so_far, change).essence() != now.essence()
    for day in sorted(days_around(now)):
        if on <= day and (change is None or day < change):
            assert determine(law, so_far, day).essence() == now.essence(), day


def not_ahead(event: Event, case: tuple[Event, ...], on: date) -> bool:
    """Tell whether an event was decided or took effect by a day, and was not corrected ever."""
    corrected = any(other.supersedes == event.id for other in case)
    return min(event.on, event.effective) <= on and not corrected


@generated
@given(protocols(monotone=True, layers=1), st.data())
def test_what_is_decided_while_a_fact_is_open_stands_whatever_the_answer(
    law: Corpus, data: st.DataObject
):
    """Not established is never no: had it been read as no, an answer could overturn the decision.

    Leaves out what may rightly move: `known(x)`, which asks whether a fact is open; terms whose
    length rests on a fact; several layers, of which an open one yields; and texts around a gap or
    chosen by several anchors, of which one may be open and the other not.
    """
    case = data.draw(cases(law), "case")
    on = data.draw(days_asked, "on")
    decided = {one.norm: stands(one) for one in determine(law, case, on).findings if settled(one)}
    untouched = [fact.name for fact in law.facts.values() if is_untouched(fact, case)]
    assume(decided and untouched)

    for name in untouched:
        for value in (True, False, "a", "b"):
            answered = determine(law, case, on, assumptions={name: value})

            assert {norm: stands(answered.finding(norm)) for norm in decided} == decided


def settled(found: Finding) -> bool:
    return found.standing not in OPEN and found.why not in (UNSEEN, COURTS_DIFFER)


def stands(found: Finding) -> tuple[object, ...]:
    return found.standing, found.granted, found.since, found.until, found.strength


def is_untouched(fact: Fact, case: tuple[Event, ...]) -> bool:
    """Tell whether no event ever bears on a fact, so that it is open on every day."""
    match fact.rule:
        case LatestValue(selectors):
            pass
        case Switch(on, off, None):
            selectors = (*on, *off)
        case _:
            return False
    return not any(selects(selector, event) for selector in selectors for event in case)
