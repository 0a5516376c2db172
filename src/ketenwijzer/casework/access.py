"""The only way to a case: it opens for whoever may see it, and every opening is logged.

open_case(member, number, …)     to look
writing(member, number, …)       to record: locked, decided and appended in one transaction
visible(member, now)             the lines of the worklist: exactly the cases that open
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from . import chronology
from .chronology import Draft
from .decision import Decider, Decision, Subject, section_of
from .errors import Denied, KeyDestroyed, NotFound, Stale
from .fold import fold
from .log import write_line
from .models import Bar, Case, Deputy, Involvement, Member
from .position import HERE, Seen, agreement, events_of, seen_of
from .reasons import said
from .rows import with_merged, write_rows
from .state import Author, CaseState, Record
from .statuses import Basis


@dataclass(slots=True)
class OpenCase:
    """A case as one member may see it, at one moment.

    Whoever shows anything of a case takes it from `records`, `seen` and `may`; `state` is for
    deciding and deeds, never for a page.
    """

    case: Case
    states: tuple[CaseState, ...]
    decider: Decider
    member: Member
    now: datetime

    @property
    def state(self) -> CaseState:
        """Return what holds in the case itself."""
        return self.states[0]

    @property
    def today(self) -> date:
        """Return the day here."""
        return self.now.astimezone(HERE).date()

    @property
    def author(self) -> Author:
        """Return who records when this member does."""
        return author_of(self.member)

    def may(self, section: str) -> Decision:
        """Decide about a section."""
        return self.decider.section(section)

    def may_record(self, section: str) -> Decision:
        """Decide whether the member may record in a section."""
        return self.decider.writing(section)

    def require(self, decision: Decision) -> None:
        """Raise `Denied` unless the decision is yes."""
        if not decision.allowed:
            raise Denied(decision.reason, said(decision.reason))

    @property
    def is_owner(self) -> bool:
        """Tell whether the case belongs to the member's organisation."""
        return self.state.owner == self.member.organisation_id

    def records(self) -> list[Record]:
        """Return the entries that the member may read, in order."""
        return [r for state in self.states for r in state.records if self.reads(r)]

    def reads(self, record: Record) -> bool:
        """Tell whether the member may read an entry."""
        return self.decider.record(record).allowed

    def latest(self, kind: str) -> Record | None:
        """Return the last entry of a kind that replaces itself, if the member may read it."""
        record = self.state.latest.get(kind)
        return record if record is not None and self.reads(record) else None

    def seen(self, on: date | None = None, known_at: date | None = None) -> Seen:
        """Return the position as the member's organisation may see it."""
        return seen_of(self.states, self.reads, on or self.today, known_at)

    def section_of(self, record: Record) -> str:
        """Return the section in which an entry stands."""
        return section_of(record, agreement(), self.state)


@dataclass(slots=True)
class Writing(OpenCase):
    """An opened case that is being written in; what is added is kept when the block ends."""

    token: UUID | None = None
    repeated: bool = False
    drafts: list[Draft] = field(default_factory=list)
    by: Author | None = None

    def add(self, kind: str, on: date | None = None, **data: object) -> int:
        """Add an entry and return its number."""
        self.drafts.append(Draft(kind, on or self.today, data))
        return self.case.head_number + len(self.drafts)

    def events(self) -> tuple[object, ...]:
        """Return all events that count, whoever may see them: to decide, never to show."""
        return events_of(self.states)

    def refuse_stale(self, seen: int, kinds: tuple[str, ...]) -> None:
        """Raise `Stale` if somebody recorded one of these kinds after entry number `seen`."""
        newer = [r.number for r in self.state.records if r.number > seen and r.kind in kinds]
        if newer:
            raise Stale(tuple(newer))


def author_of(member: Member) -> Author:
    """Return who records when a member does."""
    organisation = member.organisation
    if organisation is None:
        return Author(None, member.id)
    return Author(organisation.id, member.id, organisation.role)


# ------------------------------------------------------------------ opening


def open_case(
    member: Member, number: str, now: datetime, activity: str = "look", section: str = ""
) -> OpenCase:
    """Open a case to look; raises `NotFound` where it is unknown or not for this member."""
    case = Case.objects.filter(number=number).first()
    if case is None:
        raise NotFound
    state = _read(case)
    opened = _opened(case, state, member, now)
    decision = opened.may(section) if section else opened.decider.opening
    write_line(case.id, member, activity, decision, now, section)
    if not opened.decider.opening.allowed:
        raise NotFound
    return opened


@contextmanager
def writing(
    member: Member,
    number: str,
    now: datetime,
    activity: str,
    token: UUID | None = None,
) -> Iterator[Writing]:
    """Open a case to record in: lock, decide, let the block add entries, append, follow with rows.

    A form that was already recorded (`token`) yields a writing that is `repeated`; the block
    then has nothing to add. Raises `NotFound` as `open_case` does.
    """
    with transaction.atomic():
        case = Case.objects.select_for_update().filter(number=number).first()
        if case is None:
            raise NotFound
        with _written(case, member, now, activity, token) as found:
            yield found


@contextmanager
def _written(
    case: Case, member: Member, now: datetime, activity: str, token: UUID | None
) -> Iterator[Writing]:
    stored = chronology.rows(case.id)
    records = tuple(_records(case, stored))
    state = fold(case.id, records)
    base = _opened(case, state, member, now)
    decision = base.decider.opening
    if not decision.allowed:
        write_line(case.id, member, activity, decision, now)
        raise NotFound
    repeated = token is not None and any(row.token == token for row in stored)
    found = Writing(case, base.states, base.decider, member, now, token, repeated)
    yield found
    write_line(case.id, member, activity, decision, now)
    if found.drafts and not repeated:
        by = found.by or author_of(member)
        made = chronology.write(case, found.drafts, by, now, token)
        write_rows(case, fold(case.id, (*records, *made)), now)


def _records(case: Case, stored: list[chronology.Row]) -> list[Record]:
    try:
        return list(chronology.opened(case.id, stored))
    except KeyDestroyed as error:
        raise NotFound from error


def _read(case: Case) -> CaseState:
    return fold(case.id, _records(case, chronology.rows(case.id)))


def _opened(case: Case, state: CaseState, member: Member, now: datetime) -> OpenCase:
    today = now.astimezone(HERE).date()
    decider = Decider(subject_of(member, today), state, agreement(), now, today)
    states = with_merged(state) if decider.opening.allowed else (state,)
    return OpenCase(case, states, decider, member, now)


def subject_of(member: Member, today: date) -> Subject:
    """Return a member as the access decision knows one."""
    organisation = member.organisation
    return Subject(
        member.id,
        organisation.id if organisation is not None and organisation.active else None,
        organisation.role if organisation is not None else "",
        member.role,
        member.is_active,
        frozenset() if member.oversees else stood_in_for(member, today),
    )


def stood_in_for(member: Member, today: date) -> frozenset[UUID]:
    """Return the colleagues whose cases a member has in hand today."""
    found = Deputy.objects.filter(deputy=member, starts__lte=today, ends__gte=today).filter(
        member__organisation=member.organisation_id
    )
    return frozenset(found.values_list("member_id", flat=True))


# ------------------------------------------------------------------ listing


def visible(member: Member, now: datetime) -> QuerySet[Involvement]:
    """Return the lines of every case that opens for a member, and of no other."""
    organisation = member.organisation
    if not member.sees_cases or organisation is None or not organisation.active:
        return Involvement.objects.none()
    lines = Involvement.objects.filter(organisation=organisation, live=True, barred=False).filter(
        Q(until__isnull=True) | Q(until__gt=now)
    )
    lines = lines.filter(~Exists(Bar.objects.filter(case=OuterRef("case"), member=member)))
    only_mine = Q(basis=Basis.GLASS) & ~Q(member=member)
    lines = lines.exclude(only_mine)
    if member.oversees:
        return lines
    covered = stood_in_for(member, now.astimezone(HERE).date())
    return lines.filter(Q(member__isnull=True) | Q(member=member) | Q(member__in=covered))
