"""Makes the rows of lists anew from the chronologies: the same rows from the same entries."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from .chronology import read
from .erasure import ROWS
from .errors import CaseworkError
from .models import Case
from .rows import replace_tokens, write_rows
from .statuses import CaseStatus


def rebuild(cases: Iterable[Case], now: datetime) -> int:
    """Throw away the rows of these cases and make them again; return how many.

    Each case is locked and read anew: whoever appends meanwhile moves its head on.
    """
    count = 0
    for case in cases:
        with transaction.atomic():
            rebuild_one(Case.objects.select_for_update(no_key=True).get(id=case.id), now)
        count += 1
    return count


def rebuild_all(now: datetime) -> tuple[int, list[str]]:
    """Make the rows of every case anew; return how many, and the numbers of those that failed."""
    count, failed = 0, []
    for case in list(Case.objects.order_by("id").only("id", "number")):
        try:
            count += rebuild([case], now)
        except (CaseworkError, LookupError, ValueError):
            failed.append(case.number)
    return count, failed


def rebuild_one(case: Case, now: datetime) -> None:
    """Make the rows of one case anew; an erased case has none. The caller holds the lock."""
    for row in ROWS:
        row.objects.filter(case=case).delete()
    if case.status == CaseStatus.ERASED:
        return
    state = read(case.id)
    write_rows(case, state, now)
    identity = state.latest.get("identity_recorded")
    if identity is not None:
        replace_tokens(case, identity)
