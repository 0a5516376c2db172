"""Whether this installation can serve: the database, its tables, the keys, the clock.

What is found is a list of sentences for whoever keeps the installation. None of them holds a
number of cases, a name or a day of a case.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Max

from ..engine.vocabulary import Text
from .errors import CaseworkError
from .keystore import keys
from .models import Case, Entry
from .statuses import CaseStatus

# How far two clocks may differ: a record may carry the moment at which its request began.
TOLERANCE = timedelta(minutes=2)
AT_ONCE = 500
# 23:30 UTC on a day in summer and in winter is the next day in the Netherlands.
LATE = (datetime(2026, 7, 1, 23, 30, tzinfo=UTC), datetime(2026, 1, 1, 23, 30, tzinfo=UTC))

NO_DATABASE = Text("De database antwoordt niet.", "The database does not answer.")
NOT_MIGRATED = Text(
    "De tabellen horen niet bij deze versie. Herstart de dienst: `serve` brengt ze bij.",
    "The tables are not those of this version. Restart the service: `serve` brings them up to "
    "date.",
)
NO_KEYS = Text(
    "De sleutels zijn niet te lezen. Kijk naar KETENWIJZER_KEYS en de rechten van die map.",
    "The keys cannot be read. Look at KETENWIJZER_KEYS and the rights of that folder.",
)
RESTORED = Text(
    "De database is teruggezet en opent nog wat gewist is. Doe `ketenwijzer after-restore`.",
    "The database was restored and still lists what was erased. Run `ketenwijzer after-restore`.",
)
CLOCK_BACK = Text(
    "De klok van deze machine loopt achter op wat al is vastgelegd. Zet de klok goed voordat er "
    "iets wordt vastgelegd.",
    "The clock of this machine is behind what was recorded already. Set it right before anything "
    "is recorded.",
)
CLOCKS_DIFFER = Text(
    "De klok van de database en die van deze machine verschillen meer dan twee minuten.",
    "The clocks of the database and of this machine differ by more than two minutes.",
)
NO_ZONES = Text(
    "Deze machine kent de Nederlandse tijd niet: installeer het pakket tzdata.",
    "This machine does not know Dutch time: install the package tzdata.",
)

Check = Callable[[datetime], Text | None]


def faults(now: datetime) -> list[Text]:
    """Return what keeps this installation from serving at a moment; an empty list is ready."""
    try:
        connection.ensure_connection()
        if _lacks_migrations():
            return [NOT_MIGRATED]
        found = [check(now) for check in CHECKS]
    except DatabaseError:
        return [NO_DATABASE]
    return [fault for fault in found if fault is not None]


def _lacks_migrations() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _keys_open(_: datetime) -> Text | None:
    """Find keys that are gone, unreadable, or of a database that follows them not yet."""
    try:
        gone = sorted(keys().destroyed())
    except (CaseworkError, OSError):
        return NO_KEYS
    for start in range(0, len(gone), AT_ONCE):
        some = Case.objects.filter(id__in=gone[start : start + AT_ONCE])
        if some.exclude(status=CaseStatus.ERASED).exists():
            return RESTORED
    return None


def _clock_went_back(now: datetime) -> Text | None:
    last = Entry.objects.aggregate(last=Max("recorded_at"))["last"]
    return CLOCK_BACK if last is not None and last > now + TOLERANCE else None


def _clocks_agree(now: datetime) -> Text | None:
    """Compare with the clock of a database server; SQLite has none of its own."""
    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute("select clock_timestamp()")
        (theirs,) = cursor.fetchone()
    return CLOCKS_DIFFER if abs(theirs - now) > TOLERANCE else None


def _zones_known(_: datetime) -> Text | None:
    try:
        here = ZoneInfo("Europe/Amsterdam")
    except ZoneInfoNotFoundError:
        return NO_ZONES
    turned = all(late.astimezone(here).date() > late.date() for late in LATE)
    return None if turned else NO_ZONES


CHECKS: tuple[Check, ...] = (_keys_open, _clock_went_back, _clocks_agree, _zones_known)
