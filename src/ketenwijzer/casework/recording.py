"""Recording that keeps others waiting no longer than storing takes.

read ─► decide ─► the deed ─► seal ─► what holds now ─► lines ─► LOCK ─► store

What was read stands if the case, once locked, still ends where it did: a chronology only grows.
If somebody was first, all of it is done again in `writing`, after the lock.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from . import chronology
from .access import author_of, case_for
from .chronology import Sealed
from .decision import Decision
from .fold import fold_on
from .log import write_line
from .models import Case, Member
from .rows import Lines, lines_of, write_rows
from .state import CaseState
from .statuses import CaseStatus
from .writing import BY_ID, Read, Writing, begun, may_write, read_ahead, writing

T = TypeVar("T")


def record_in(
    member: Member,
    number: str,
    now: datetime,
    activity: str,
    token: UUID | None,
    deed: Callable[[Writing], T],
) -> T | None:
    """Do a deed in a case, and return what it returns; None if this form was recorded before.

    The deed adds entries and does nothing else, for it may be done twice. Raises what `writing`
    and the deed raise; nothing is kept then.
    """
    found = case_for(member, number, activity, now)
    ahead = read_ahead(found)
    if ahead is not None and _stands_alone(found, ahead) and token not in ahead.tokens:
        written = begun(found, ahead.state, member, now, token)
        decision = may_write(written)
        if decision.allowed:
            done = deed(written)
            if _stored(_ready(written), written, activity, decision, ahead):
                return done
    with writing(member, number, now, activity, token) as written:
        return None if written.repeated else deed(written)


def _stands_alone(case: Case, ahead: Read) -> bool:
    """Tell whether no other file is merged with this one: of that, the head says nothing."""
    return not ahead.state.merged and case.merged_into_id is None


@dataclass(frozen=True, slots=True)
class _Ready:
    """All that is to be stored."""

    sealed: Sealed
    state: CaseState
    lines: Lines


def _ready(written: Writing) -> _Ready:
    author, now = author_of(written.member), written.now
    sealed = chronology.sealed(written.case, written.drafts, author, now, written.token)
    state = fold_on(written.state, sealed.records)
    return _Ready(sealed, state, lines_of(written.case.id, (state,), now))


def _stored(
    ready: _Ready, written: Writing, activity: str, decision: Decision, ahead: Read
) -> bool:
    """Store it all, unless somebody recorded in the case since it was read."""
    with transaction.atomic():
        case = next(iter(BY_ID.ask(written.case.id)), None)
        if case is None or case.status == CaseStatus.ERASED:
            return False
        if bytes(case.head_digest) != ahead.head:
            return False
        write_line(case.id, written.member, activity, decision, written.now)
        if ready.sealed.records:
            chronology.store(case, ready.sealed)
            write_rows(case, ready.state, written.now, before=written.state, lines=ready.lines)
    return True
