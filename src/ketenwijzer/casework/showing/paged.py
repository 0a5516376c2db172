"""A long chronology a page at a time: the latest first, and from any entry on what came before it.

A page begins behind a day, a moment and how many entries of that moment were shown: what was
recorded meanwhile moves nothing, and no number tells of entries that one may not read.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from ...telling.language import Reader
from ..access import OpenCase
from ..position import Seen
from ..queries import Names
from ..state import Record
from .entries import ASIDE, GROUPS, SYSTEM, Entry, group_of, readable, told

LENGTH = 50
BETWEEN = "_"
Key = tuple[date, datetime]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the chronology: where the next begins (empty: nowhere), how many of each group."""

    entries: list[Entry]
    after: str
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries: of a group (empty: all but the system's), known by a day, behind a place."""

    group: str = ""
    known_at: date | None = None
    behind: str = ""


def page_of(case: OpenCase, seen: Seen, names: Names, reader: Reader, wanted: Wanted) -> Page:
    """Return a page of what a member may read of a chronology."""
    records = readable(case, wanted.known_at)
    shown = [r for r in records if r.kind not in ASIDE]
    counts = {group: sum(group_of(r) == group for r in shown) for group in GROUPS}
    rest = _behind([r for r in shown if _is_wanted(r, wanted.group)], wanted.behind)
    page = rest[:LENGTH]
    after = _place(page, wanted.behind) if len(rest) > LENGTH else ""
    return Page(told(case, seen, names, reader, records, page), after, counts)


def _is_wanted(record: Record, group: str) -> bool:
    found = group_of(record)
    return found == group if group else found != SYSTEM


def _key(record: Record) -> Key:
    return record.on, record.recorded_at


def _behind(records: list[Record], place: str) -> list[Record]:
    """Return the entries behind a place; a place that cannot be read is the beginning."""
    read = _read(place)
    if read is None:
        return records
    key, shown = read
    level = [r for r in records if _key(r) == key]
    return [*level[shown:], *(r for r in records if _key(r) < key)]


def _place(page: list[Record], before: str) -> str:
    """Return the place behind a page."""
    key = _key(page[-1])
    shown = sum(_key(r) == key for r in page)
    read = _read(before)
    if read is not None and read[0] == key:
        shown += read[1]
    return BETWEEN.join((key[0].isoformat(), key[1].isoformat(), str(shown)))


def _read(place: str) -> tuple[Key, int] | None:
    try:
        day, moment, shown = place.split(BETWEEN)
        at = datetime.fromisoformat(moment)
        key = date.fromisoformat(day), at
        return (key, int(shown)) if at.tzinfo and 0 < int(shown) <= LENGTH * 1000 else None
    except (ValueError, OverflowError):
        return None
