"""What happens because a day passed: idempotent, so it may run as often as one likes.

Referrals whose day for an answer has passed expire and come back to whoever must act; lines of
worklists are made anew where the law or a term moved on; owners hear of searches.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from .models import Case, Involvement, ReferralRow
from .position import HERE
from .search import handle_searches
from .statuses import CaseStatus
from .writing import writing_by_mechanism

GRACE = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Ticked:
    """How much was done."""

    expired: int
    renewed: int
    searches: int


def tick(now: datetime) -> Ticked:
    """Do what is due at this moment."""
    today = now.astimezone(HERE).date()
    late = ReferralRow.objects.filter(open=True, answer_by__lt=today - GRACE)
    expired = sum(_expire(row, now) for row in late.select_related("case"))
    looked = Case.objects.filter(look_again__lte=today).exclude(status=CaseStatus.ERASED)
    numbers = set(looked.values_list("number", flat=True))
    over = Involvement.objects.filter(live=True, until__lte=now)
    numbers |= set(over.values_list("case__number", flat=True))
    for number in sorted(numbers):
        with writing_by_mechanism(number, now, "renew_lines") as case:
            case.renew = True
    return Ticked(expired, len(numbers), handle_searches(now))


def _expire(row: ReferralRow, now: datetime) -> bool:
    """Let a referral expire: whoever sent it, and the owner, must find another way."""
    with writing_by_mechanism(row.case.number, now, "expire_referral") as case:
        referral = case.state.referrals.get(row.id)
        if referral is None or not referral.is_open:
            return False
        number = case.add("referral_expired", None, id=referral.id.hex)
        for organisation in sorted({referral.sender, case.state.owner or referral.sender}):
            case.add(
                "task_made",
                None,
                id=uuid4().hex,
                organisation=organisation.hex,
                task="refer_again",
                due=case.today.isoformat(),
                about=number,
            )
    return True
