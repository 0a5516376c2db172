"""The whole life of a case as intervals, and the next day on which its position changes.

Between two neighbouring days on which anything could change nothing does, so it is enough to
ask on those days: when events take effect or carry a date, when terms end, when a text changes.
"""

import heapq
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from .calendar import DAY
from .case import Event, known
from .conditions import And, At, Compare, Condition, Not, Or
from .findings import find
from .law import Corpus
from .position import Position, position_of
from .view import View
from .vocabulary import Choice, SumMoment, When

PositionAt = Callable[[View], Position]


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of days with one position: `start` inside, `end` the first day outside."""

    start: date
    end: date | None
    position: Position


def timeline(
    corpus: Corpus,
    events: Iterable[Event],
    known_at: date | None = None,
    by: PositionAt = position_of,
) -> tuple[Interval, ...]:
    """Return the life of a case from the protocol's first day on, without a gap.

    For every day the interval around it shows what `determine` gives on that day. `by` says
    what position a view shows: the interpreter, or another back-end that equals it.
    """
    events = tuple(events)
    first = View(corpus, events, corpus.first_day, known_at)
    days = {corpus.first_day} | {d for e in events for d in _days_of_event(e)}
    found: list[tuple[date, Position]] = []
    for view in _walk(first, days | days_of_law(corpus)):
        position = by(view)
        if not found or _content(found[-1][1]) != _content(position):
            found.append((view.day, position))
    ends = [start for start, _ in found[1:]]
    return tuple(
        Interval(start, end, position)
        for (start, position), end in zip(found, [*ends, None], strict=True)
    )


def next_change(
    corpus: Corpus,
    events: Iterable[Event],
    on: date,
    known_at: date | None = None,
    by: PositionAt = position_of,
) -> date | None:
    """Return the next day on which the position changes if nothing more happens, or None."""
    happened = _happened(events, on, known_at)
    today = View(corpus, happened, on, known_at)
    now = by(today).essence()
    days = {d for e in happened for d in _days_of_event(e)}
    for view in _walk(today, days | days_of_law(corpus)):
        if view.day > on and by(view).essence() != now:
            return view.day
    return None


def days_of_change(
    corpus: Corpus, events: Iterable[Event], first: date, of_law: frozenset[date]
) -> Iterator[date]:
    """Yield, from a day on, that day and each on which a position could change, in order.

    `of_law` are `days_of_law`, which whoever asks often keeps.
    """
    events = tuple(events)
    days = {d for e in events for d in (*_days_of_event(e), *_around(e.on))}
    yield from (view.day for view in _walk(View(corpus, events, first, None), days | of_law))


def next_change_of(
    corpus: Corpus, events: Iterable[Event], norm: str, on: date, known_at: date | None = None
) -> date | None:
    """Return the next day on which one norm changes if nothing more happens, or None."""
    happened = _happened(events, on, known_at)
    today = View(corpus, happened, on, known_at)
    now = _stand(today, norm)
    days = {d for e in happened for d in _days_of_event(e)}
    later = (
        view.day for view in _walk(today, days | days_of_law(corpus)) if _stand(view, norm) != now
    )
    return next(later, None)


def _happened(events: Iterable[Event], on: date, known_at: date | None) -> list[Event]:
    """Return what makes up the position of a day, and what was decided by then for later."""
    return [event for event in known(events, known_at) if min(event.on, event.effective) <= on]


def _stand(view: View, norm: str) -> tuple[object, ...]:
    return find(view, view.corpus.norms[norm]).essence()


def _walk(first: View, days: set[date]) -> Iterator[View]:
    """Yield the view on each day on which something could change, from the first view on."""
    queue = sorted({first.day} | {d for d in days if d > first.day})
    waiting = set(queue)
    while queue:
        view = first.at(heapq.heappop(queue))
        yield view
        for day in _days_ahead(view):
            if day > view.day and day not in waiting:
                waiting.add(day)
                heapq.heappush(queue, day)


def _content(position: Position) -> tuple[object, ...]:
    return position.findings, position.terms, position.duties, position.phase


def _around(day: date) -> tuple[date, ...]:
    return (day, day + DAY) if date.min < day < date.max else ()


def _days_of_event(event: Event) -> Iterator[date]:
    for value in (event.effective, *event.attributes.values()):
        if isinstance(value, date):
            yield from _around(value)


def _days_ahead(view: View) -> Iterator[date]:
    for term in view.terms():
        if term.ends is not None:
            yield from _around(term.ends)
    for moment in view.corpus.moments.values():
        if isinstance(moment, SumMoment) and (day := view.moment(moment.name)) is not None:
            yield from _around(day)


def days_of_law(corpus: Corpus) -> frozenset[date]:
    """Return the days on which a text begins, was last seen, or a date that it names comes."""
    days = {day for condition in _conditions(corpus) for day in _dates_in(condition)}
    for layer in corpus.layers:
        for version in layer.versions:
            days |= {version.not_before, version.seen}
            for rules in version.norms.values():
                days.update(_around(rules.seen_until) if rules.seen_until else ())
    return frozenset(days)


def _conditions(corpus: Corpus) -> Iterator[Condition]:
    yield from (phase.when for phase in corpus.phases)
    for fact in corpus.facts.values():
        match fact.rule:
            case When(condition):
                yield condition
            case Choice(cases, _):
                yield from (condition for condition, _ in cases)
            case _:
                pass
    for text in (n for layer in corpus.layers for v in layer.versions for n in v.norms.values()):
        yield from (ground.when for ground in text.grounds)
        for rule in text.rules:
            yield rule.when
            if rule.duty and rule.duty.suspended:
                yield rule.duty.suspended


def _dates_in(condition: Condition) -> Iterator[date]:
    match condition:
        case Compare(left, _, right):
            for moment in (left, right):
                if isinstance(moment, date):
                    yield from _around(moment)
        case Not(inner) | At(inner, _):
            yield from _dates_in(inner)
        case And(parts) | Or(parts):
            for part in parts:
                yield from _dates_in(part)
        case _:
            pass
