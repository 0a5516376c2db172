"""Who records late computes the same days: of every story, in whatever order it was recorded."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import groupby, islice, permutations
from random import Random

import pytest

from ketenwijzer.corpus.load import load_corpus
from ketenwijzer.engine.case import Event
from ketenwijzer.engine.compiled import CompiledCorpus
from ketenwijzer.engine.position import Position
from tests.scenarios.stories import Scenario, scenarios

ALL_ORDERS_OF = 4
ORDERS = 24
AFTER = (timedelta(days=1), timedelta(days=100), timedelta(days=400))


@pytest.mark.parametrize("story", scenarios(), ids=lambda story: story.name)
def test_terms_and_duties_do_not_depend_on_when_something_was_recorded(story: Scenario):
    days = days_of_happening(story.events)
    looked = {day for group in days for day in [group[0].effective] if day > law().corpus.first_day}
    last = max(event.recorded_at for event in story.events)
    looked |= {last + further for further in AFTER}

    for order in orders(days, story.name):
        late = recorded_in(order, last)
        for day in looked:
            assert told(law().determine(late, day)) == told(law().determine(story.events, day))


def days_of_happening(events: Sequence[Event]) -> list[list[Event]]:
    """Return the events by the day of their effect; of one day, the last recorded settles."""
    ordered = sorted(events, key=lambda event: (event.effective, event.recorded_at))
    return [list(group) for _, group in groupby(ordered, lambda event: event.effective)]


def orders(days: list[list[Event]], seed: str) -> Iterator[Sequence[list[Event]]]:
    """Yield every order of few days, and some orders of many."""
    if len(days) <= ALL_ORDERS_OF:
        yield from permutations(days)
        return
    chance = Random(seed)
    yield from islice(iter(lambda: chance.sample(days, len(days)), None), ORDERS)


def recorded_in(order: Sequence[list[Event]], last: date) -> tuple[Event, ...]:
    """Return the events as recorded after all had happened, in this order of their days."""
    return tuple(
        replace(event, recorded_at=last + timedelta(days=1 + 3 * turn + place))
        for turn, day in enumerate(order)
        for place, event in enumerate(day)
    )


def told(position: Position) -> tuple[object, ...]:
    terms = {(one.term, one.starts, one.ends, one.state) for one in position.terms}
    duties = {(one.norm, one.bearer, one.state, one.due, one.met_on) for one in position.duties}
    return position.phase, terms, duties


@cache
def law() -> CompiledCorpus:
    return CompiledCorpus(load_corpus("nl"))
