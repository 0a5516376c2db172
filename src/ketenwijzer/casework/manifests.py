"""What a backup says of itself: of when, what and how much, under a seal of the keys it needs."""

import hashlib
import hmac
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from django.db import connection
from django.db.migrations.loader import MigrationLoader

from .. import __version__
from ..engine.vocabulary import Text
from .errors import Refused
from .keystore import keys

FORMAT = 1
MANIFEST = "manifest.json"
COPY = "database"
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
        return by_our_keys(told)


def checked(folder: Path) -> Manifest:
    """Return the manifest of a backup that is whole and ours; raises `Refused` for any other."""
    try:
        found = Manifest(**json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise Refused("no_manifest", NO_MANIFEST) from error
    except (OSError, ValueError, TypeError) as error:
        raise Refused("changed", CHANGED) from error
    if not hmac.compare_digest(found.opens_with, by_our_keys("opens with")):
        raise Refused("other_keys", OTHER_KEYS)
    if not hmac.compare_digest(found.sealed, found.seal()):
        raise Refused("changed", CHANGED)
    _refuse_other_sort(found)
    copy = folder / COPY
    if not copy.exists() or copy.stat().st_size != found.size or sum_of(copy) != found.sha256:
        raise Refused("changed", CHANGED)
    return found


def _refuse_other_sort(found: Manifest) -> None:
    if found.kind != connection.vendor:
        raise Refused("other_kind", OTHER_KIND)
    known = MigrationLoader(None).disk_migrations
    if found.format != FORMAT or set(found.migrations) - {".".join(name) for name in known}:
        raise Refused("newer", NEWER)


def write_whole(file: Path, text: str) -> None:
    """Write a file that is there whole or not at all."""
    beside = file.with_suffix(".new")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as written:
        written.write(text)
        written.flush()
        os.fsync(written.fileno())
    beside.rename(file)


def applied() -> list[str]:
    """Return the migrations that the tables have had."""
    loader = MigrationLoader(connection)
    return sorted(".".join(name) for name in loader.applied_migrations or ())


def by_our_keys(text: str) -> str:
    """Return what only whoever holds the keys can say of a text."""
    return hmac.new(keys().secret(PURPOSE), text.encode(), hashlib.sha256).hexdigest()


def sum_of(file: Path) -> str:
    """Return the SHA-256 of a file."""
    summed = hashlib.sha256()
    with file.open("rb") as read:
        while piece := read.read(PIECE):
            summed.update(piece)
    return summed.hexdigest()


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
