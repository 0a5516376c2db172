"""The worklist as it was: each line made again from its chronology, in the order of registration.

Asked again, it gives the same content: a chronology is only added to, and what was recorded after
the day is left out. Who may see a line, and what of it, is decided by what holds now.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from .. import chronology
from ..errors import KeyDestroyed
from ..fold import fold
from ..lines import Line, line_then
from ..models import Involvement, Member
from ..position import HERE
from ..queries import ALL, UNASSIGNED, Wanted, lines_by_registration
from ..rows import with_merged
from ..state import CaseState, Record


@dataclass(frozen=True, slots=True)
class ThenLine:
    """A line of the worklist as it was on a day."""

    number: str
    line: Line
    assigned: UUID | None


@dataclass(frozen=True, slots=True)
class ThenPage:
    """A page of the worklist as it was; `after` is where the next page begins."""

    rows: tuple[ThenLine, ...]
    after: str
    on: date
    known_at: date


def lines_then(
    member: Member,
    now: datetime,
    wanted: Wanted,
    on: date | None,
    known_at: date | None,
    after: str = "",
) -> ThenPage:
    """Return a page of the worklist on a day, as far as it was known by a day."""
    today = now.astimezone(HERE).date()
    by = known_at or today
    day = on or by
    end = datetime.combine(min(by, today) + timedelta(days=1), time(), HERE)
    lines, further = lines_by_registration(member, now, end, after)
    states = _states([line.case_id for line in lines])
    found = []
    for line in lines:
        told = _line(line, states.get(line.case_id), now, day, end)
        if told is not None and _is_wanted(told.assigned, member, wanted.whose):
            found.append(told)
    return ThenPage(tuple(found), further, day, by)


def _is_wanted(assigned: UUID | None, member: Member, tab: str) -> bool:
    """Tell whether a line stood in a tab then; all of them only for who oversees."""
    if tab == ALL and member.oversees:
        return True
    return assigned is None if tab == UNASSIGNED else assigned == member.id


def _line(
    line: Involvement, records: list[Record] | None, now: datetime, on: date, end: datetime
) -> ThenLine | None:
    """Return one line, or None where the organisation took no part yet."""
    if records is None:
        return None
    state = fold(line.case_id, records)
    then = fold(line.case_id, (r for r in records if r.recorded_at < end))
    part = state.parts.get(line.organisation_id)
    before = then.parts.get(line.organisation_id)
    if part is None or before is None:
        return None
    states = with_merged(state)
    known = (then, *(_cut(other, end) for other in states[1:]))
    told = line_then(states, known, part, now, on)
    return ThenLine(line.case.number, told, before.assigned)


def _cut(state: CaseState, end: datetime) -> CaseState:
    return fold(state.id, (r for r in state.records if r.recorded_at < end))


def _states(cases: Iterable[UUID]) -> dict[UUID, list[Record]]:
    """Return the opened entries of several cases; an erased one is left out."""
    found = {}
    for case, stored in chronology.rows_of_many(cases).items():
        try:
            found[case] = list(chronology.opened(case, stored))
        except KeyDestroyed:
            continue
    return found
