"""Recording in a case: locked, decided, appended and followed by its rows in one transaction.

writing(member, number, …)              for whoever the case opens
writing_as_receiver(member, referral)   to answer a referral, and nothing else
writing_in_emergency(member, number)    to break the glass
writing_by_mechanism(number)            when a day passes, or somebody leaves

`recording.py` does a deed that only adds entries, and keeps others waiting for less long.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import NAMESPACE_OID, UUID, uuid5

from django.db import transaction
from django.db.models import QuerySet

from ..engine.case import Event
from . import chronology
from .access import OpenCase, author_of, case_for, opened_for, opened_records
from .chronology import Draft
from .decision import Decision
from .errors import Denied, NotFound, Stale
from .events import BASICS
from .fold import fold, fold_on
from .log import write_line
from .models import Case, Member
from .position import agreement, events_of
from .prepared import Prepared
from .reasons import said
from .rows import renew, write_rows
from .state import Author, CaseState
from .statuses import CaseStatus

MECHANISM = "mechanism"
NOBODY = UUID(int=0)
ANSWERS = frozenset(
    {
        "referral_seen",
        "referral_accepted",
        "referral_declined",
        "referral_done",
        "member_assigned",
        "task_made",
        "task_done",
    }
)
READS_ONLY = "glass_reads_only"
BREAKING = frozenset({"glass_broken", "task_made"})

Opens = Callable[[OpenCase], Decision]


@dataclass(slots=True)
class Writing(OpenCase):
    """An opened case that is being written in; what is added is kept when the block ends.

    `renew` makes its rows anew though nothing was added. `only` are the kinds of entries that it
    was opened for; None is all that the deeds allow.
    """

    token: UUID | None = None
    repeated: bool = False
    drafts: list[Draft] = field(default_factory=list)
    by: Author | None = None
    renew: bool = False
    only: frozenset[str] | None = None

    def add(self, kind: str, on: date | None = None, **data: object) -> int:
        """Add an entry and return its number; raises `Denied` if this was not opened for it."""
        if self.only is not None and kind not in self.only:
            raise Denied("not_involved", said("not_involved"))
        self.drafts.append(Draft(kind, on or self.today, data))
        return self.case.head_number + len(self.drafts)

    def events(self) -> tuple[Event, ...]:
        """Return all events that count, whoever may see them: to decide, never to show."""
        return events_of(self.states)

    def refuse_stale(self, seen: int, kinds: tuple[str, ...]) -> None:
        """Raise `Stale` if somebody recorded one of these kinds after entry number `seen`."""
        newer = [r.number for r in self.state.records if r.number > seen and r.kind in kinds]
        if newer:
            raise Stale(tuple(newer))


@contextmanager
def writing(
    member: Member, number: str, now: datetime, activity: str, token: UUID | None = None
) -> Iterator[Writing]:
    """Open a case to record in: lock, decide, let the block add entries, append, follow with rows.

    A form that was already recorded (`token`) yields a writing that is `repeated`; what the
    block adds is then not kept again. Raises `NotFound` as `open_case` does, and `Denied` where
    it opens to read only, by a broken glass.
    """
    found = case_for(member, number, activity, now)
    ahead = read_ahead(found)
    with _locked(BY_ID, found.id, member, now, activity, token, may_write, ahead) as written:
        yield written


@contextmanager
def writing_as_receiver(
    member: Member, referral: UUID, now: datetime, activity: str, token: UUID | None = None
) -> Iterator[Writing]:
    """Open the case of a referral for whoever received it, to answer and nothing else.

    Raises `NotFound` for a referral to another organisation, an unknown one, and where the
    receiver was barred since.
    """

    def opens(case: OpenCase) -> Decision:
        return case.decider.receiving(case.state.referrals.get(referral))

    with _locked(_BY_REFERRAL, referral, member, now, activity, token, opens) as written:
        written.only = ANSWERS
        yield written


@contextmanager
def writing_in_emergency(
    member: Member, number: str, now: datetime, token: UUID | None = None
) -> Iterator[Writing]:
    """Open a case for whoever breaks the glass; not past a bar, and logged whatever comes of it.

    A number that does not exist is refused as a barred case is, by the same way.
    """

    def opens(case: OpenCase) -> Decision:
        return case.decider.breaking()

    with _locked(_BY_NUMBER, number, member, now, "break_glass", token, opens) as written:
        written.only = BREAKING
        yield written


@contextmanager
def writing_by_mechanism(number: str, now: datetime, activity: str) -> Iterator[Writing]:
    """Open a case for what the mechanism itself records when a day passes or somebody leaves."""

    def opens(case: OpenCase) -> Decision:
        return Decision(True, MECHANISM, case.decider.policy, MECHANISM)

    mechanism = Member(id=NOBODY, role="", is_active=False)
    with _locked(_BY_NUMBER, number, mechanism, now, activity, None, opens) as written:
        written.by = chronology.NOBODY
        yield written


def may_write(case: OpenCase) -> Decision:
    """Decide whether a member may record in a case at all."""
    return case.decider.writing(BASICS)


def _lock(column: str) -> Prepared[Case]:
    """Return the query that locks one case, found by a column of its own or of a referral in it.

    Without the key: rows of others that only refer to the case need not wait.
    """

    def build(value: UUID | str) -> QuerySet[Case]:
        locked = Case.objects.select_for_update(of=("self",), no_key=True)
        return locked.filter(**{column: value})

    return Prepared(Case, build)


BY_ID, _BY_NUMBER, _BY_REFERRAL = _lock("id"), _lock("number"), _lock("referrals__id")


@contextmanager
def _locked(
    lock: Prepared[Case],
    found: UUID | str,
    member: Member,
    now: datetime,
    activity: str,
    token: UUID | None,
    opens: Opens,
    ahead: "Read | None" = None,
) -> Iterator[Writing]:
    denied: tuple[UUID, Decision] | None = None
    with transaction.atomic():
        case = next(iter(lock.ask(found)), None)
        if case is None or case.status == CaseStatus.ERASED:
            subject = _nothing(found) if case is None else case.id
            chronology.rows(subject)  # asked alike, whether or not there is such a case
            denied = subject, _unknown()
        else:
            stands = ahead is not None and ahead.head == bytes(case.head_digest)
            read = ahead if ahead is not None and stands else _read(case)
            written = begun(case, read.state, member, now, token)
            decision = opens(written)
            if decision.allowed:
                write_line(case.id, _logged(member), activity, decision, now)
                written.repeated = token is not None and token in read.tokens
                yield written
                _keep(written)
            else:
                denied = case.id, decision
    if denied is not None:
        write_line(denied[0], _logged(member), activity, denied[1], now)
        if denied[1].reason == READS_ONLY:
            raise Denied(denied[1].reason, said(denied[1].reason))
        raise NotFound


def begun(
    case: Case, state: CaseState, member: Member, now: datetime, token: UUID | None
) -> Writing:
    """Return a case as one in which may be added; the caller looks at the decision."""
    opened = opened_for(case, state, member, now)
    return Writing(case, opened.states, opened.decider, member, now, token)


@dataclass(frozen=True, slots=True)
class Read:
    """What stood in a case when its chronology ended in this digest."""

    head: bytes
    tokens: frozenset[UUID | None]
    state: CaseState


def _read(case: Case) -> Read:
    stored = chronology.rows(case.id)
    tokens = frozenset(row.token for row in stored)
    state = fold(case.id, opened_records(case, stored))
    return Read(bytes(case.head_digest), tokens, state)


def read_ahead(case: Case) -> Read | None:
    """Read a case before it is locked, so that others wait no longer than they must.

    What was read stands if the chronology, which only grows, still ends where it did.
    """
    try:
        return _read(case)
    except NotFound:
        return None


def _keep(written: Writing) -> None:
    """Append what was added, and let the rows follow, also of the file it was merged into."""
    case, now = written.case, written.now
    if written.drafts and not written.repeated:
        author = written.by or author_of(written.member)
        made = chronology.write(case, written.drafts, author, now, written.token)
        write_rows(case, fold_on(written.state, made), now, before=written.state)
        if case.merged_into_id is not None:
            renew(case.merged_into_id, now)
    elif written.renew:
        write_rows(case, written.state, now, looked=True)


def _logged(member: Member) -> Member | None:
    return None if member.id == NOBODY else member


def _nothing(found: UUID | str) -> UUID:
    """Return the id under which asking for a number that does not exist is logged."""
    return uuid5(NAMESPACE_OID, str(found))


def _unknown() -> Decision:
    known = agreement()
    return Decision(False, "not_involved", f"{known.id} {known.version}")
