"""Which rights an event would take from her, and from which day: asked of the engine.

It asks on the days on which something can change by itself or because something happened, and on
no others; between two of those nothing does.
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from heapq import merge

from ..engine.case import Event
from ..engine.law import Kind, Standing
from ..engine.timeline import days_of_change, days_of_law
from .position import corpus, position_of

# So many days ahead are looked at: long before, nothing is left that changes by itself.
MOST = 40


def losses(before: tuple[Event, ...], event: Event, on: date) -> dict[str, date]:
    """Return the rights that she would have without an event and not with it, on a day or later.

    With each comes the first day of that: the event may have happened long before the day, and
    some of what it takes goes only when a term ends sooner than it would have.
    """
    after = (*before, event)
    found: dict[str, date] = {}
    corrected = [e.effective for e in before if e.id == event.supersedes]
    first = min(max(min(event.effective, *corrected, on), corpus().first_day), on)
    for day in _days(before, after, first, on):
        left = _rights(after, day)
        lost = [norm for norm in _rights(before, day) if norm not in left]
        if day <= on:
            found = {norm: found.get(norm, day) for norm in lost}
        else:
            found = dict.fromkeys(lost, day) | found
    return found


def _days(
    before: tuple[Event, ...], after: tuple[Event, ...], first: date, on: date
) -> Iterator[date]:
    """Yield the days from the first one on, on which what she is entitled to may differ."""
    lives = (days_of_change(corpus(), events, first, _law()) for events in (before, after))
    ahead, last = 0, None
    for day in merge(*lives, (on,)):
        ahead += day > on
        if ahead > MOST:
            return
        if day != last:
            yield day
        last = day


@lru_cache(maxsize=1)
def _law() -> frozenset[date]:
    return days_of_law(corpus())


def _rights(events: tuple[Event, ...], on: date) -> list[str]:
    findings = position_of(events, on).findings
    return [f.norm for f in findings if f.kind is Kind.RIGHT and f.standing is Standing.HOLDS]
