"""What happens because a day passed: idempotent, so it may run as often as one likes.

Referrals whose day for an answer has passed expire and come back to whoever must act; lines of
worklists are made anew where the law or a term moved on, and desks are told what came near, is
due or is late; owners hear of searches; registrations
that nobody finished are forgotten, and so is what signing in counted.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef

from .actions.keeping import task_to_refer_again
from .errors import CaseworkError
from .intake import sweep
from .mailing import mail_what_waits
from .models import Case, Involvement, ReferralRow, TaskRow
from .position import HERE
from .quarantine import scan_held
from .search import handle_searches
from .state import ESCALATES_AFTER
from .statuses import CaseStatus
from .tallies import sweep_tallies
from .writing import writing_by_mechanism

GRACE = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Ticked:
    """How much was done; `failed` are the numbers of cases that could not be opened for it."""

    expired: int
    renewed: int
    searches: int
    mailed: int = 0
    failed: tuple[str, ...] = ()


def tick(now: datetime) -> Ticked:
    """Do what is due at this moment."""
    today = now.astimezone(HERE).date()
    late = ReferralRow.objects.filter(open=True, answer_by__lt=today - GRACE)
    waiting = {row.id: row.case.number for row in late.select_related("case")}
    failed: set[str] = set()
    expired = 0
    for referral, number in waiting.items():
        with _going_on(number, failed):
            expired += _expire(referral, number, now)
    looked = Case.objects.filter(look_again__lte=today).exclude(status=CaseStatus.ERASED)
    numbers = set(looked.values_list("number", flat=True))
    over = Involvement.objects.filter(live=True, until__lte=now)
    numbers |= set(over.values_list("case__number", flat=True)) | _late(today)
    for number in sorted(numbers):
        with _going_on(number, failed), writing_by_mechanism(number, now, "renew_lines") as case:
            case.renew = True
    sweep(now)
    sweep_tallies(now)
    searches = handle_searches(now)
    mailed = mail_what_waits(now)
    scan_held(now)
    return Ticked(expired, len(numbers - failed), searches, mailed, tuple(sorted(failed)))


@contextmanager
def _going_on(number: str, failed: set[str]) -> Iterator[None]:
    """Go on with the next case where one cannot be opened: its key is gone, or it was tampered."""
    try:
        yield
    except CaseworkError:
        failed.add(number)


def _expire(waiting: UUID, number_of_case: str, now: datetime) -> bool:
    """Let a referral expire: whoever sent it, and the owner, must find another way."""
    with writing_by_mechanism(number_of_case, now, "expire_referral") as case:
        referral = case.state.referrals.get(waiting)
        if referral is None or not referral.is_open:
            return False
        number = case.add("referral_expired", None, id=referral.id.hex)
        task_to_refer_again(case, referral, number)
    return True


def _late(today: date) -> set[str]:
    """Return the cases with a task so long undone that whoever oversees must see it on the list."""
    late = TaskRow.objects.filter(due__lt=today - ESCALATES_AFTER)
    lines = Involvement.objects.filter(case=OuterRef("case"), organisation=OuterRef("organisation"))
    told = lines.filter(signs__contains="escalated")
    return set(late.filter(~Exists(told)).values_list("case__number", flat=True))
