"""Follows, on a database that was restored, every erasure and sealing that came after the backup.

Run before serving (safety rule 19). It also finishes what a crash left half done: the keys are
kept apart from the database, so the two can differ for a moment.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from . import chronology
from .chronology import NOBODY, Draft
from .erasure import purge
from .errors import CaseworkError
from .keystore import keys
from .models import Case, Document, Entry, EntryKey
from .position import HERE
from .rebuild import rebuild
from .statuses import CaseStatus

AT_ONCE = 500
AFTER_RESTORE = "after_restore"


@dataclass(frozen=True, slots=True)
class Followed:
    """What was found and finished: numbers of cases on screen."""

    erased: tuple[str, ...]
    sealed: tuple[str, ...]
    keys_destroyed: tuple[str, ...]


def follow_destroyed(now: datetime) -> Followed:
    """Bring the database in line with the keys that were destroyed; twice changes nothing more."""
    gone = keys().destroyed()
    return Followed(
        tuple(_erase_again(sorted(gone))),
        tuple(_seal_again(sorted(gone), now)),
        tuple(_destroy_again(now)),
    )


def _erase_again(gone: Sequence[UUID]) -> Iterator[str]:
    """Purge the cases whose key is gone and that the restored database still lists."""
    for some in _batches(gone):
        found = Case.objects.filter(id__in=some).exclude(status=CaseStatus.ERASED)
        for name in list(found.values_list("id", flat=True)):
            with transaction.atomic():
                case = Case.objects.select_for_update(no_key=True).get(id=name)
                purge(case)
            yield case.number


def _seal_again(gone: Sequence[UUID], now: datetime) -> Iterator[str]:
    """Seal the entries whose own key was destroyed and that the restored database still opens."""
    for some in _batches(gone):
        found = EntryKey.objects.filter(id__in=some).values_list("id", "entry")
        for key, entry in list(found):
            with transaction.atomic():
                number = _seal(key, entry, now)
            yield number


def _seal(key: UUID, name: int, now: datetime) -> str:
    entry = Entry.objects.get(id=name)
    case = Case.objects.select_for_update(no_key=True).get(id=entry.case_id)
    EntryKey.objects.filter(id=key).delete()
    Document.objects.filter(case=case, entry=entry.number).delete()
    if entry.number not in chronology.read(case.id).sealed:
        today = now.astimezone(HERE).date()
        data: dict[str, object] = {"number": entry.number, "reason": AFTER_RESTORE}
        chronology.write(case, [Draft("entry_sealed", today, data)], NOBODY, now)
        case.save(update_fields=["head_number", "head_digest"])
    rebuild([case], now)
    return case.number


def _destroy_again(now: datetime) -> Iterator[str]:
    """Destroy the keys of erased cases that an old backup of the keys brought back.

    Only where the chronology itself says so under that key: a column that somebody changed in
    the database must never destroy a key.
    """
    erased = list(Case.objects.filter(status=CaseStatus.ERASED).values_list("id", "number"))
    numbers = dict(erased)
    for some in _batches(sorted(numbers)):
        for name in keys().keys_of(some):
            if _says_erased(name):
                keys().destroy(name, now.isoformat())
                yield numbers[name]


def _says_erased(case: UUID) -> bool:
    try:
        return chronology.read(case).status is CaseStatus.ERASED
    except CaseworkError:
        return False


def _batches(names: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    for start in range(0, len(names), AT_ONCE):
        yield names[start : start + AT_ONCE]
