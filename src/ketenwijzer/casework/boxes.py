"""Inbox and outbox: the referrals that an organisation received and sent, page by page.

A member's inbox holds what that member may answer, the outbox what was sent from cases that open
for that member; whoever was barred finds nothing, as if there had never been anything.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet

from .access import visible
from .models import Bar, Involvement, Member, ReferralRow
from .statuses import CaseStatus

WAITING, ANSWERED = "waiting", "answered"
SHELVES = (WAITING, ANSWERED)


@dataclass(frozen=True, slots=True)
class Box:
    """A page of referrals; `after` is where the next page begins, empty on the last."""

    rows: tuple[ReferralRow, ...]
    after: str


def inbox(member: Member, shelf: str, after: str = "") -> Box:
    """Return what an organisation received: what waits by day of answer, or what was answered."""
    return _page(received_by(member).select_related("sender"), shelf, after)


def outbox(member: Member, now: datetime, shelf: str, after: str = "") -> Box:
    """Return what was sent from the cases that open for a member."""
    mine = visible(member, now).filter(case=OuterRef("case"))
    rows = ReferralRow.objects.filter(Exists(mine), sender=member.organisation_id)
    return _page(rows.select_related("receiver", "case"), shelf, after)


def received_by(member: Member) -> QuerySet[ReferralRow]:
    """Return the referrals that a member may see as their receiver."""
    organisation = member.organisation
    if not member.sees_cases or organisation is None or not organisation.active:
        return ReferralRow.objects.none()
    parts = Involvement.objects.filter(case=OuterRef("case"), organisation=organisation)
    return (
        ReferralRow.objects.filter(receiver=organisation)
        .exclude(case__status=CaseStatus.ERASED)
        .filter(~Exists(Bar.objects.filter(case=OuterRef("case"), member=member)))
        .filter(~Exists(parts.filter(barred=True)))
    )


def _page(rows: QuerySet[ReferralRow], shelf: str, after: str) -> Box:
    waiting = shelf != ANSWERED
    rows = rows.filter(open=waiting)
    day, name = _cursor(after)
    if day is not None and name is not None:
        beside = Q(answer_by=day, id__gt=name)
        rows = rows.filter(beside | (Q(answer_by__gt=day) if waiting else Q(answer_by__lt=day)))
    length = settings.PAGE_LENGTH
    found = tuple(rows.order_by("answer_by" if waiting else "-answer_by", "id")[: length + 1])
    last = found[length - 1] if len(found) > length else None
    return Box(found[:length], f"{last.answer_by.isoformat()}.{last.id.hex}" if last else "")


def _cursor(after: str) -> tuple[date | None, UUID | None]:
    day, _, name = after.partition(".")
    try:
        return date.fromisoformat(day), UUID(name)
    except ValueError:
        return None, None
