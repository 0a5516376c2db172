"""The cases measured: invented ones for the eleven rules, the stories for the whole law."""

import random
from dataclasses import replace
from datetime import date, timedelta

from ketenwijzer.corpus.cases import read_case, read_outline
from ketenwijzer.corpus.load import protocols_home
from ketenwijzer.engine.case import Event, Value
from ketenwijzer.engine.law import Corpus

Asked = tuple[tuple[Event, ...], date]
"""A case and the day asked about."""

DAY = timedelta(days=1)
FIRST = date(2021, 3, 1)
SOMETIMES = (  # what may happen after the indication, how often in a hundred, within how many days
    ("stay_found", 70, 40),
    ("dublin_claim", 35, 60),
    ("report", 65, 130),
    ("contra_indication", 45, 160),
    ("case_view", 40, 200),
    ("presence_view", 35, 200),
    ("dublin_ended", 10, 250),
    ("prosecution", 20, 500),
    ("case_closed", 30, 700),
)
VALUES = {
    "stay_found": "lawful",
    "contra_indication": "found",
    "case_view": "sufficient",
    "presence_view": "necessary",
}
LATER = (0, 1, 30, 88, 89, 90, 91, 92, 93, 120, 200, 400, 1200)


def invented(count: int, seed: int) -> list[Asked]:
    """Return cases for the eleven rules; another seed gives others."""
    chance = random.Random(seed)
    return [_invented(chance) for _ in range(count)]


def _invented(chance: random.Random) -> Asked:
    start = FIRST + chance.randrange(700) * DAY
    events = [] if chance.random() < 0.04 else [_event("indication", start)]
    for kind, often, within in SOMETIMES:
        if chance.randrange(100) < often:
            name = VALUES.get(kind)
            said: dict[str, Value] = {name: chance.random() < 0.5} if name else {}
            events.append(_event(kind, start + chance.randrange(within) * DAY, said))
    chance.shuffle(events)
    return tuple(events), start + chance.choice(LATER) * DAY


def _event(kind: str, on: date, said: dict[str, Value] | None = None) -> Event:
    return Event(f"{kind} {on}", kind, on, on, on, attributes=said or {})


def stories(corpus: Corpus) -> list[Asked]:
    """Return the stories beside the law, each asked about on the days around its events."""
    found: list[Asked] = []
    for path in sorted((protocols_home() / corpus.id / "scenarios").rglob("*.yaml")):
        events = read_case(read_outline(path), corpus).events
        found += ((events, day) for day in _days(events) if day >= corpus.first_day)
    return found


def _days(events: tuple[Event, ...]) -> list[date]:
    dated = {event.effective for event in events if event.effective > date.min}
    return sorted(day + after * DAY for day in dated for after in (0, 1, 45, 100))


def moved(asked: list[Asked], seed: int) -> list[Asked]:
    """Return the same stories on other days, as cases that were never seen before."""
    chance = random.Random(seed)
    return [_moved(events, day, chance.randint(-20, 20) * DAY) for events, day in asked]


def _moved(events: tuple[Event, ...], day: date, shift: timedelta) -> Asked:
    def later(value: date) -> date:
        return value + shift if value > date.min else value

    return tuple(
        replace(
            event,
            on=later(event.on),
            effective=later(event.effective),
            recorded_at=later(event.recorded_at),
            attributes={
                name: later(value) if isinstance(value, date) else value
                for name, value in event.attributes.items()
            },
        )
        for event in events
    ), day + shift
