"""Backup and restore: one copy of the database with a manifest, and never a key.

back_up   copy ─► count what is in it ─► sum ─► manifest, last and at once
restore   manifest, sums, keys, version ─► what stood here kept aside ─► copy in ─► tables of this
          version ─► erasures and sealings followed (safety rule 19) ─► nobody told twice

A backup that was cut short has no manifest; one that was changed does not carry its seal. While a
restore is not finished, a mark in the home keeps everything else from starting.
"""

import hashlib
import hmac
import json
import os
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.utils import DatabaseError

from .. import __version__
from ..engine.vocabulary import Text
from .copying import CopyFailed, copy_to, others_at_work, put_back
from .errors import CaseworkError, Refused
from .keystore import keys
from .mailing import hush
from .models import Case, Entry
from .restore import Followed, follow_destroyed

FORMAT = 1
MANIFEST = "manifest.json"
COPY = "database"
MARK = "restoring"
TABLE = "casework_case"
PIECE = 1 << 20
PURPOSE = "backups"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup is: of when, of what, how much; `sealed` with a secret of these keys.

    `opens_with` tells, before anything is touched, whether the keys at hand are the right ones.
    """

    made_at: str
    kind: str
    size: int
    sha256: str
    cases: int
    entries: int
    migrations: list[str]
    program: str = __version__
    format: int = FORMAT
    opens_with: str = ""
    sealed: str = ""

    def seal(self) -> str:
        """Return the seal that belongs under it, by the keys at hand."""
        told = json.dumps({**asdict(self), "sealed": ""}, sort_keys=True)
        return _by_our_keys(told)


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
        self.migrations = _applied()


# ------------------------------------------------------------------ back up


def back_up(folder: Path, now: datetime) -> Manifest:
    """Write a backup to a new folder.

    Raises `Refused` where there is something already, or it fails, and `KeysMissing` without keys.
    """
    if folder.exists() and any(folder.iterdir()):
        raise Refused("not_empty", NOT_EMPTY)
    opens_with = _by_our_keys("opens with")
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
        sha256=_sum(copy),
        cases=counted.cases,
        entries=counted.entries,
        migrations=counted.migrations,
        opens_with=opens_with,
    )
    made = replace(made, sealed=made.seal())
    _write(folder / MANIFEST, json.dumps(asdict(made), indent=2) + "\n")
    return made


def _write(file: Path, text: str) -> None:
    """Write a file that is there whole or not at all."""
    beside = file.with_suffix(".new")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as written:
        written.write(text)
        written.flush()
        os.fsync(written.fileno())
    beside.rename(file)


# ------------------------------------------------------------------ restore


def checked(folder: Path) -> Manifest:
    """Return the manifest of a backup that is whole and ours; raises `Refused` for any other."""
    try:
        found = Manifest(**json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise Refused("no_manifest", NO_MANIFEST) from error
    except (OSError, ValueError, TypeError) as error:
        raise Refused("changed", CHANGED) from error
    if not hmac.compare_digest(found.opens_with, _by_our_keys("opens with")):
        raise Refused("other_keys", OTHER_KEYS)
    if not hmac.compare_digest(found.sealed, found.seal()):
        raise Refused("changed", CHANGED)
    _refuse_other_sort(found)
    copy = folder / COPY
    if not copy.exists() or copy.stat().st_size != found.size or _sum(copy) != found.sha256:
        raise Refused("changed", CHANGED)
    return found


def _refuse_other_sort(found: Manifest) -> None:
    if found.kind != connection.vendor:
        raise Refused("other_kind", OTHER_KIND)
    known = MigrationLoader(None).disk_migrations
    if found.format != FORMAT or set(found.migrations) - {".".join(name) for name in known}:
        raise Refused("newer", NEWER)


def restore(folder: Path, home: Path, now: datetime, *, over: bool = False) -> Restored:
    """Put a backup back, and follow what was erased and sealed since it was made.

    Nobody may be at work meanwhile. `over`: what stands here is replaced, after a backup of it in
    the home. Raises `Refused`, and then what stood here stands here still.
    """
    manifest = checked(folder)
    if others_at_work():
        raise Refused("at_work", AT_WORK)
    aside = _kept_aside(home, now, over=over) if _holds_cases() else None
    _write(home / MARK, now.isoformat())
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


def _applied() -> list[str]:
    loader = MigrationLoader(connection)
    return sorted(".".join(name) for name in loader.applied_migrations or ())


def _by_our_keys(text: str) -> str:
    return hmac.new(keys().secret(PURPOSE), text.encode(), hashlib.sha256).hexdigest()


def _sum(file: Path) -> str:
    summed = hashlib.sha256()
    with file.open("rb") as read:
        while piece := read.read(PIECE):
            summed.update(piece)
    return summed.hexdigest()


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
NO_MANIFEST = Text(
    "Deze map is geen hele back-up: `manifest.json` ontbreekt. Hij is onderweg afgebroken; neem "
    "een eerdere.",
    "This folder is no whole backup: `manifest.json` is missing. It was cut short; take an "
    "earlier one.",
)
CHANGED = Text(
    "Deze back-up is niet zoals hij is gemaakt: afgebroken, beschadigd of veranderd. Er is niets "
    "teruggezet; neem een andere.",
    "This backup is not as it was made: cut short, damaged or changed. Nothing was restored; take "
    "another.",
)
OTHER_KEYS = Text(
    "De sleutels hier zijn niet die van deze back-up; er zou niets opengaan. Zet eerst de back-up "
    "van de sleutels terug in KETENWIJZER_KEYS.",
    "The keys here are not those of this backup; nothing would open. First put the backup of the "
    "keys back in KETENWIJZER_KEYS.",
)
OTHER_KIND = Text(
    "Deze back-up is van een ander soort database. Zet KETENWIJZER_DATABASE zoals toen.",
    "This backup is of another kind of database. Set KETENWIJZER_DATABASE as it was then.",
)
NEWER = Text(
    "Deze back-up is met een nieuwere versie gemaakt. Installeer eerst die versie.",
    "This backup was made by a newer version. Install that version first.",
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
