"""Backup and restore: one copy of the database with a manifest, and never a key.

back_up   copy ─► count what is in it ─► sum ─► manifest, last and at once
restore   manifest, sums, keys, version ─► what stood here kept aside ─► copy in ─► tables of this
          version ─► erasures and sealings followed (safety rule 19) ─► nobody told twice

A backup that was cut short has no manifest; one that was changed does not carry its seal. While a
restore is not finished, a mark in the home keeps everything else from starting.
"""

import json
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.utils import DatabaseError

from ..engine.vocabulary import Text
from .copying import CopyFailed, copy_to, others_at_work, put_back
from .errors import CaseworkError, Refused
from .mailing import hush
from .manifests import COPY, MANIFEST, Manifest, applied, by_our_keys, checked, sum_of, write_whole
from .models import Case, Entry
from .restore import Followed, follow_destroyed

MARK = "restoring"
TABLE = "casework_case"


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, where what stood there is kept (None: nothing did), and what followed."""

    manifest: Manifest
    aside: Path | None
    followed: Followed


@dataclass(slots=True)
class _Counted:
    """What the tables hold at the moment of the copy."""

    cases: int = 0
    entries: int = 0
    migrations: list[str] = field(default_factory=list)

    def look(self) -> None:
        """Count."""
        self.cases = Case.objects.count()
        self.entries = Entry.objects.count()
        self.migrations = applied()


# ------------------------------------------------------------------ back up


def back_up(folder: Path, now: datetime) -> Manifest:
    """Write a backup to a new folder.

    Raises `Refused` where there is something already, or it fails, and `KeysMissing` without keys.
    """
    if folder.exists() and any(folder.iterdir()):
        raise Refused("not_empty", NOT_EMPTY)
    opens_with = by_our_keys("opens with")
    counted = _Counted()
    copy = folder / COPY
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        copy_to(copy, counted.look)
    except (CopyFailed, OSError) as error:
        raise _failed(NO_BACKUP, error) from error
    made = Manifest(
        made_at=now.isoformat(),
        kind=connection.vendor,
        size=copy.stat().st_size,
        sha256=sum_of(copy),
        cases=counted.cases,
        entries=counted.entries,
        migrations=counted.migrations,
        opens_with=opens_with,
    )
    made = replace(made, sealed=made.seal())
    write_whole(folder / MANIFEST, json.dumps(asdict(made), indent=2) + "\n")
    return made


# ------------------------------------------------------------------ restore


def restore(folder: Path, home: Path, now: datetime, *, over: bool = False) -> Restored:
    """Put a backup back, and follow what was erased and sealed since it was made.

    Nobody may be at work meanwhile. `over`: what stands here is replaced, after a backup of it in
    the home. Raises `Refused`, and then what stood here stands here still.
    """
    manifest = checked(folder)
    if others_at_work():
        raise Refused("at_work", AT_WORK)
    aside = _kept_aside(home, now, over=over) if _holds_cases() else None
    write_whole(home / MARK, now.isoformat())
    try:
        put_back(folder / COPY)
    except (CopyFailed, OSError, DatabaseError) as error:
        (home / MARK).unlink()
        raise _failed(NOT_PUT_BACK, error) from error
    return Restored(manifest, aside, finish(home, now))


def finish(home: Path, now: datetime) -> Followed:
    """Finish a restore: tables of this version, what was erased since, nobody told twice.

    Doing it again changes nothing more.
    """
    call_command("migrate", verbosity=0)
    followed = follow_destroyed(now)
    hush(now)
    (home / MARK).unlink(missing_ok=True)
    return followed


def is_unfinished(home: Path) -> bool:
    """Tell whether a restore was begun here and not finished."""
    return (home / MARK).exists()


def refuse_unfinished(home: Path) -> None:
    """Raise `Refused` while a restore was begun here and not finished."""
    if is_unfinished(home):
        raise Refused("unfinished", UNFINISHED)


def _kept_aside(home: Path, now: datetime, *, over: bool) -> Path:
    if not over:
        raise Refused("not_over", HAS_CASES)
    aside = home / f"before-restore-{now:%Y%m%d-%H%M%S}"
    back_up(aside, now)
    return aside


def _holds_cases() -> bool:
    if connection.vendor == "sqlite" and not Path(str(connection.settings_dict["NAME"])).exists():
        return False
    there = TABLE in connection.introspection.table_names()
    return there and Case.objects.exists()


# ------------------------------------------------------------------ what both need


def _failed(text: Text, error: Exception) -> CaseworkError:
    """Return a refusal with what the system said, which holds no data of anybody."""
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Refused("copy_failed", Text(text.nl.format(why), text.en.format(why)))


NOT_EMPTY = Text(
    "In deze map staat al iets. Kies een nieuwe map: een back-up overschrijft niets.",
    "There is something in this folder. Choose a new one: a backup overwrites nothing.",
)
NO_BACKUP = Text(
    "Er is geen back-up gemaakt ({}). Zijn er ruimte en rechten, en staat `pg_dump` van dezelfde "
    "versie als de database hier? Probeer het daarna opnieuw, in een nieuwe map.",
    "No backup was made ({}). Is there room, are the rights right, and is `pg_dump` of the version "
    "of the database here? Then try again, in a new folder.",
)
AT_WORK = Text(
    "Er is nog iemand met de database bezig. Stop de dienst en de timers, en probeer het opnieuw.",
    "Somebody is still at work in the database. Stop the service and the timers, and try again.",
)
HAS_CASES = Text(
    "Hier staan al dossiers. Zeg --replace als deze back-up ervoor in de plaats moet komen; wat er "
    "staat wordt eerst bewaard.",
    "There are cases here already. Say --replace if this backup is to take their place; what "
    "stands here is kept first.",
)
NOT_PUT_BACK = Text(
    "De back-up is niet teruggezet ({}); wat er stond, staat er nog. Zijn er ruimte en rechten?",
    "The backup was not restored ({}); what stood here stands here still. Are there room and "
    "rights?",
)
UNFINISHED = Text(
    "Hier is een back-up teruggezet en nog niet nagelopen: er kan opengaan wat gewist is. Doe "
    "eerst `ketenwijzer after-restore`.",
    "A backup was restored here and not followed yet: what was erased may open. First run "
    "`ketenwijzer after-restore`.",
)
