"""Every question that a page puts to the tables, apart from opening a case.

names_in        who is who in a case              worklist      a page of lines, in order of due
numbers_of      the capped counts above it        lines_of_log  who looked, the newest first
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from functools import partial
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, IntegerField, OuterRef, Q, QuerySet, Subquery

from .access import OpenCase, may_list, stood_in_for, visible
from .actions.record import SECOND_PERSON
from .log import subject_token
from .models import (
    NEVER,
    AccessLine,
    Bar,
    Involvement,
    Member,
    Organisation,
    ReferralRow,
    TaskRow,
)
from .position import HERE, agreement
from .prepared import Prepared
from .state import CaseState
from .statuses import MemberRole

MOST_COUNTED = 100
MINE, UNASSIGNED, ALL = "mine", "unassigned", "all"
DUES = ("late", "today", "week", "none")
SIGNS = ("danger", "no_contact_plan", "minor", "escalated", "flag", "closed")
REVIEW = "review_glass"

# ------------------------------------------------------------------ who is who


@dataclass(frozen=True, slots=True)
class Names:
    """The names of organisations, and of members of one's own organisation only."""

    organisations: Mapping[UUID, str]
    members: Mapping[UUID, str]

    def organisation(self, name: UUID | None) -> str:
        """Return the name of an organisation, empty if there is none."""
        return self.organisations.get(name, "") if name else ""

    def member(self, name: UUID | None) -> str:
        """Return the name of a colleague; of others, nothing."""
        return self.members.get(name, "") if name else ""


def names_in(case: OpenCase) -> Names:
    """Return the names that occur in a case, in two statements."""
    organisations = {name for state in case.states for name in _organisations(state)}
    members = {r.author.member for state in case.states for r in state.records if r.author.member}
    parts = (part for state in case.states for part in state.parts.values())
    members |= {part.assigned for part in parts if part.assigned}
    found = Organisation.objects.filter(id__in=organisations).values_list("id", "name")
    colleagues = Member.objects.filter(id__in=members, organisation=case.member.organisation_id)
    return Names(dict(found), dict(colleagues.values_list("id", "name")))


def _organisations(state: CaseState) -> Iterable[UUID]:
    yield from state.parts
    yield from (r.author.organisation for r in state.records if r.author.organisation)
    for referral in state.referrals.values():
        yield from (referral.sender, referral.receiver)
    yield from (consent.receiver for consent in state.consents.values())
    yield from (ground.receiver for ground in state.grounds.values())
    yield from (task.organisation for task in state.tasks.values())


# ------------------------------------------------------------------ the worklist


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines of the worklist are wanted; empty says nothing about it."""

    whose: str = MINE
    phase: str = ""
    due: str = ""
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """A page of the worklist; `after` is where the next page begins, empty on the last."""

    rows: tuple[Involvement, ...]
    after: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many lines and waiting things there are, never counted beyond a hundred."""

    mine: int
    unassigned: int
    all: int
    inbox: int
    second_person: int
    reviews: int


COUNTS = tuple(f"count_{field.name}" for field in fields(Numbers))


def worklist(member: Member, now: datetime, wanted: Wanted, after: str = "") -> Lines:
    """Return a page of the lines that a member may see, what is due first on top."""
    lines = _wanted(visible(member, now), member, now, wanted)
    due, number = _cursor(after)
    if due is not None:
        lines = lines.filter(Q(due__gt=due) | Q(due=due, id__gt=number))
    length = settings.PAGE_LENGTH
    ordered = lines.select_related("case", "member").order_by("due", "id")
    rows = tuple(ordered[: length + 1])
    last = rows[length - 1] if len(rows) > length else None
    return Lines(rows[:length], f"{last.due.isoformat()}.{last.id}" if last else "")


def is_mine(member: Member, now: datetime) -> Q:
    """Return what makes a line a member's own: assigned, or to whom the member stands in for."""
    covered = stood_in_for(member, now.astimezone(HERE).date()).values("member")
    return Q(member=member) | Q(member__in=covered)


def _wanted(
    lines: QuerySet[Involvement], member: Member, now: datetime, wanted: Wanted
) -> QuerySet[Involvement]:
    today = now.astimezone(HERE).date()
    lines = whose(lines, member, now, wanted.whose).filter(open=wanted.sign != "closed")
    if wanted.phase:
        lines = lines.filter(phase=wanted.phase)
    if wanted.sign in SIGNS and wanted.sign != "closed":
        lines = lines.filter(signs__contains=wanted.sign)
    match wanted.due:
        case "late":
            return lines.filter(due__lt=today)
        case "today":
            return lines.filter(due=today)
        case "week":
            return lines.filter(due__gt=today, due__lte=today + timedelta(days=7))
        case "none":
            return lines.filter(due=NEVER)
    return lines


def whose(
    lines: QuerySet[Involvement], member: Member, now: datetime, tab: str
) -> QuerySet[Involvement]:
    """Return the lines of one tab; all of them only for who oversees."""
    if tab == ALL and member.oversees:
        return lines
    if tab == UNASSIGNED:
        return lines.filter(member__isnull=True)
    return lines.filter(is_mine(member, now))


def _cursor(after: str) -> tuple[date | None, int]:
    due, _, number = after.partition(".")
    try:
        return date.fromisoformat(due), int(number)
    except ValueError:
        return None, 0


class _Capped(Subquery):
    """Counts the rows of a query that was cut off, inside another query."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) capped)"
    output_field = IntegerField()


def numbers_of(member: Member, now: datetime) -> Numbers:
    """Return the counts above the worklist, all in one statement."""
    if member.organisation_id is None or not may_list(member):
        return Numbers(0, 0, 0, 0, 0, 0)
    counted = _COUNTED[member.oversees].ask(member.id, member.organisation_id, now)
    return Numbers(*(getattr(row, name) for row in counted for name in COUNTS))


def _counted(
    oversees: bool, member: UUID, organisation: UUID, now: datetime
) -> QuerySet[Organisation]:
    """Return an organisation with the counts of one of its members."""
    own = Organisation(id=organisation, role=next(iter(agreement().roles)))
    role = MemberRole.COORDINATOR if oversees else MemberRole.WORKER
    someone = Member(id=member, organisation=own, role=role)
    lines = visible(someone, now).filter(open=True)
    seen = Exists(visible(someone, now).filter(case=OuterRef("case")))
    tasks = TaskRow.objects.filter(seen, organisation=organisation)
    barred = Bar.objects.filter(member=member).values("case")
    inbox = ReferralRow.objects.filter(receiver=organisation, open=True)
    counted: tuple[QuerySet[Involvement] | QuerySet[TaskRow] | QuerySet[ReferralRow], ...] = (
        *(whose(lines, someone, now, tab) for tab in (MINE, UNASSIGNED, ALL)),
        inbox.exclude(case__in=barred),
        tasks.filter(kind=SECOND_PERSON),
        tasks.filter(kind=REVIEW),
    )
    capped = (_Capped(rows.order_by().values("id")[:MOST_COUNTED]) for rows in counted)
    with_counts = Organisation.objects.filter(id=organisation).order_by()
    return with_counts.only("id").annotate(**dict(zip(COUNTS, capped, strict=True)))


_COUNTED = {o: Prepared(Organisation, partial(_counted, o)) for o in (True, False)}


def waiting_in(member: Member, now: datetime, kind: str) -> list[TaskRow]:
    """Return what waits for a member's organisation, of one kind, in the cases that open."""
    cases = visible(member, now).values("case")
    rows = TaskRow.objects.filter(organisation=member.organisation_id, case__in=cases, kind=kind)
    return list(rows.select_related("case").order_by("due", "id")[: settings.PAGE_LENGTH])


# ------------------------------------------------------------------ the access log


def lines_by_registration(
    member: Member, now: datetime, known_at: datetime, after: str
) -> tuple[list[Involvement], str]:
    """Return a page of a member's lines, in the order of registration: it never changes."""
    lines = visible(member, now).filter(case__opened_at__lt=known_at)
    opened, _, number = after.rpartition("_")
    try:
        at, last = datetime.fromisoformat(opened), UUID(number)
    except ValueError:
        pass
    else:
        lines = lines.filter(Q(case__opened_at__gt=at) | Q(case__opened_at=at, case__id__gt=last))
    length = settings.PAGE_LENGTH
    rows = list(
        lines.select_related("case", "member").order_by("case__opened_at", "case__id")[: length + 1]
    )
    if len(rows) <= length:
        return rows, ""
    end = rows[length - 1].case
    return rows[:length], f"{end.opened_at.isoformat()}_{end.id.hex}"


def lines_of_log(case: OpenCase, before: int = 0) -> tuple[list[AccessLine], int]:
    """Return a page of the access log of a case, and the line before which the next page ends."""
    lines = AccessLine.objects.filter(subject=subject_token(case.case.id))
    if before:
        lines = lines.filter(id__lt=before)
    length = settings.PAGE_LENGTH
    rows = list(lines.select_related("organisation", "member").order_by("-id")[: length + 1])
    return rows[:length], rows[length - 1].id if len(rows) > length else 0
