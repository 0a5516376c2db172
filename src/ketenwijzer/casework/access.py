"""The only way to a case: it opens for whoever may see it, and every opening is logged.

open_case(member, number, …)    to look (to record: `writing`)
open_to_copy(member, …)         to take an overview, or a copy for her, out of it
visible(member, now)            the lines of the worklist: exactly the cases that open
"""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from uuid import NAMESPACE_OID, UUID, uuid5

from django.db.models import Exists, OuterRef, Q, QuerySet

from . import chronology
from .decision import Decider, Decision, Subject
from .errors import Denied, KeyDestroyed, NotFound
from .events import BASICS
from .fold import fold
from .log import write_line
from .models import AccessLine, Bar, Case, Deputy, Involvement, Member, Organisation
from .position import HERE, Seen, Whole, agreement, whole_of
from .prepared import Prepared
from .reasons import said
from .rows import with_merged
from .standing import section_of
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
        shown = self.decider.shown
        return [shown(r) for state in self.states for r in state.records if self.reads(r)]

    def reads(self, record: Record) -> bool:
        """Tell whether the member may read an entry."""
        return self.decider.record(record).allowed

    def latest(self, kind: str) -> Record | None:
        """Return the last entry of a kind that replaces itself, if the member may read it."""
        record = self.state.latest.get(kind)
        return self.decider.shown(record) if record is not None and self.reads(record) else None

    def seen(self, on: date | None = None, known_at: date | None = None) -> Seen:
        """Return the position as the member's organisation may see it."""
        return self.whole(on, known_at).seen(self.reads)

    def whole(self, on: date | None = None, known_at: date | None = None) -> Whole:
        """Return all that counts, to hold against what the organisation may see."""
        return whole_of(self.states, on or self.today, known_at)

    def sees_all(self) -> bool:
        """Tell whether every section is open to the member, whatever is in it."""
        return all(self.may(name).allowed for name in agreement().sections)

    def section_of(self, record: Record) -> str:
        """Return the section in which an entry stands."""
        return section_of(record, agreement(), self.decider.state_of(record))


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
    """Open a case to look; raises `NotFound` where it is unknown or not for this member.

    Both take the same way and leave a line in the log, so that they cannot be told apart.
    """
    case = case_for(member, number, activity, now)
    opened = opened_for(case, read_state(case), member, now)
    decision = opened.may(section) if section else opened.decider.opening
    write_line(case.id, member, activity, decision, now, section)
    if not opened.decider.opening.allowed:
        raise NotFound
    return opened


def open_to_copy(
    member: Member, number: str, now: datetime, activity: str, without: Container[str] = ()
) -> tuple[OpenCase, AccessLine]:
    """Open a case to take a copy out of it; the line in the log names every section that is in it.

    Raises `NotFound` as `open_case` does, and `Denied` to whoever only reads, by a broken glass.
    """
    case = case_for(member, number, activity, now)
    opened = opened_for(case, read_state(case), member, now)
    decision = opened.decider.writing(BASICS)
    there = {opened.section_of(record) for record in opened.records()} if decision.allowed else ()
    sections = [name for name in agreement().sections if name in there and name not in without]
    line = write_line(case.id, member, activity, decision, now, " ".join(sections))
    if not opened.decider.opening.allowed:
        raise NotFound
    opened.require(decision)
    return opened, line


def case_for(member: Member, number: str, activity: str, now: datetime) -> Case:
    """Return a case on a member's list; logs and raises `NotFound` where it is not on it."""
    organisation = member.organisation_id
    if organisation is not None and may_list(member):
        on_list = _ON_LIST[member.oversees]
        for case in on_list.ask(member.id, organisation, now, number):
            return case
    subject = Case.objects.filter(number=number).values_list("id", flat=True).first()
    known = agreement()
    decision = Decision(False, "not_involved", f"{known.id} {known.version}")
    write_line(subject or uuid5(NAMESPACE_OID, number), member, activity, decision, now)
    raise NotFound


def opened_records(case: Case, stored: list[chronology.Row]) -> list[Record]:
    """Open the stored entries of a case; an erased one is not there."""
    try:
        return list(chronology.opened(case.id, stored))
    except KeyDestroyed as error:
        raise NotFound from error


def read_state(case: Case) -> CaseState:
    """Return what holds in a case, whoever may see it."""
    return fold(case.id, opened_records(case, chronology.rows(case.id)))


def opened_for(case: Case, state: CaseState, member: Member, now: datetime) -> OpenCase:
    """Return a case as a member may see it; the caller looks at the decision."""
    today = now.astimezone(HERE).date()
    subject = subject_of(member, today, state)
    states = with_merged(state)
    decider = Decider(subject, states, agreement(), now, today)
    return OpenCase(case, states, decider, member, now)


def subject_of(member: Member, today: date, state: CaseState) -> Subject:
    """Return a member as the access decision about a case knows one."""
    organisation = member.organisation
    return Subject(
        member.id,
        organisation.id if organisation is not None and takes_part(organisation) else None,
        organisation.role if organisation is not None else "",
        member.role,
        member.is_active,
        _stands_in(member, today, state),
    )


def _stands_in(member: Member, today: date, state: CaseState) -> frozenset[UUID]:
    """Return whom a member stands in for, where that could matter for this case."""
    part = state.parts.get(member.organisation_id) if member.organisation_id else None
    assigned = part.assigned if part is not None else None
    if member.oversees or assigned in (None, member.id):
        return frozenset()
    found = stood_in_for(member, today).filter(member=assigned)
    return frozenset(found.values_list("member_id", flat=True))


def stood_in_for(member: Member, today: date) -> QuerySet[Deputy]:
    """Return for which colleagues a member stands in today."""
    return _stood_in_for(member.id, member.organisation_id, today)


def _stood_in_for(member: UUID, organisation: UUID | None, today: date) -> QuerySet[Deputy]:
    return Deputy.objects.filter(
        deputy=member, member__organisation=organisation, starts__lte=today, ends__gte=today
    )


# ------------------------------------------------------------------ listing


def takes_part(organisation: Organisation) -> bool:
    """Tell whether an organisation takes part at all: active, and of a kind that is agreed on."""
    return organisation.active and organisation.role in agreement().roles


def visible(member: Member, now: datetime) -> QuerySet[Involvement]:
    """Return the lines of every case that opens for a member, and of no other."""
    if not may_list(member):
        return Involvement.objects.none()
    return _lines(member.oversees, member.id, member.organisation_id, now)


def may_list(member: Member) -> bool:
    """Tell whether any case at all can open for a member."""
    organisation = member.organisation
    return member.sees_cases and organisation is not None and takes_part(organisation)


def _lines(
    oversees: bool, member: UUID, organisation: UUID | None, now: datetime
) -> QuerySet[Involvement]:
    """Return the lines that a member of an organisation may see at a moment."""
    rules = [
        Q(until__isnull=True) | Q(until__gt=now),
        ~Exists(Bar.objects.filter(case=OuterRef("case"), member=member)),
        ~Q(basis=Basis.GLASS) | Q(member=member),
    ]
    if not oversees:
        today = now.astimezone(HERE).date()
        covered = _stood_in_for(member, organisation, today).values("member")
        rules.append(Q(member__isnull=True) | Q(member=member) | Q(member__in=covered))
    return Involvement.objects.filter(
        *rules, organisation=organisation, live=True, barred=False, since__lte=now
    )


def _on_list(
    oversees: bool, member: UUID, organisation: UUID, now: datetime, number: str
) -> QuerySet[Case]:
    """Return the case of a number, if it is on the list of a member."""
    lines = _lines(oversees, member, organisation, now)
    return Case.objects.filter(Exists(lines.filter(case=OuterRef("pk"))), number=number)


_ON_LIST = {oversees: Prepared(Case, partial(_on_list, oversees)) for oversees in (True, False)}
