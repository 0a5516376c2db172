"""From which day an event would take a right from her: compared with asking on every single day."""

from datetime import date, timedelta
from typing import Any

import pytest

from ketenwijzer.casework.losing import losses
from ketenwijzer.casework.position import agreement, corpus, position_of
from ketenwijzer.engine.case import Event
from ketenwijzer.engine.law import Kind, Standing
from tests.casework.conftest import NOW

TODAY = NOW.date()
AHEAD = 150
REFLECTION = "reflection_period"


def on(days: int) -> date:
    return TODAY + timedelta(days=days)


def happened(number: int, what: str, days: int, **attributes: Any) -> Event:
    effect = corpus().event_types[what].takes_effect
    effective = attributes.get(effect or "", on(days))
    return Event(f"e{number}", what, on(days), effective, NOW.date(), attributes=attributes)


STORY = (
    happened(1, "indication", -30),
    happened(2, "person", -30, age_group="adult", nationality="third_country"),
    happened(3, "unlawful_stay", -25),
    happened(4, "reflection_offered", -20),
)
PERMIT = (
    *STORY,
    happened(5, "report", -10),
    happened(6, "permit_granted", -8, kind="temporary_permit", until=on(300)),
)


def held(events: tuple[Event, ...], day: date) -> set[str]:
    findings = position_of(events, day).findings
    return {f.norm for f in findings if f.kind is Kind.RIGHT and f.standing is Standing.HOLDS}


def asked_every_day(before: tuple[Event, ...], event: Event) -> dict[str, date]:
    """Return what `losses` says, by asking on every day up to a horizon."""
    found: dict[str, date] = {}
    day, last = min(event.effective, on(1)), on(AHEAD)
    while day <= last:
        lost = held(before, day) - held((*before, event), day)
        if day <= on(1):
            found = {norm: found.get(norm, day) for norm in lost}
        else:
            found = dict.fromkeys(lost, day) | found
        day += timedelta(days=1)
    return found


@pytest.mark.parametrize("days", [-12, -1, 0])
@pytest.mark.parametrize(
    "kind", [k for k, s in agreement().statements.items() if s.second_person and k != "person"]
)
def test_it_is_what_asking_on_every_day_gives(kind, days):
    event = happened(9, kind, days)
    for story in (STORY, PERMIT):
        found = losses(story, event, on(1))

        assert {n: d for n, d in found.items() if d <= on(AHEAD)} == asked_every_day(story, event)


def test_what_happened_before_today_takes_from_the_day_on_which_it_did():
    since = losses(STORY, happened(9, "left_unknown_destination", -12), on(1))[REFLECTION]

    assert on(-12) <= since <= on(-11)


def test_what_takes_effect_later_takes_from_then():
    event = happened(9, "permit_withdrawn", -1, effective_from=on(40))
    lost = losses(PERMIT, event, on(1))

    assert lost and set(lost.values()) <= {on(40), on(41)}


def test_a_term_that_ends_sooner_takes_from_the_day_on_which_it_would_have_gone_on():
    sooner = Event("e9", "reflection_offered", on(-26), on(-26), TODAY, supersedes="e4")

    lost = losses(STORY, sooner, on(1))[REFLECTION]

    assert lost > on(1)
    assert REFLECTION in held(STORY, lost) and REFLECTION not in held((*STORY, sooner), lost)
