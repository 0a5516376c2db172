"""The folder of an installation, and that a demonstration never shares it with a real one."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ...engine.vocabulary import Text
from ..refusals import refused

MODE = "KETENWIJZER_MODE"
DEMONSTRATION = "demonstration"
OWNER_ONLY = 0o700
# What is said elsewhere in the environment and must never reach a demonstration.
OF_OTHERS = ("KETENWIJZER_DATABASE", "KETENWIJZER_KEYS", "KETENWIJZER_HOSTS", "KETENWIJZER_SECRET")
DATABASE = "ketenwijzer.sqlite3"
MARK = "demonstration"
LOCK = "serve.lock"
MADE = (MARK, DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", "secret", "keys", "static")

CANNOT_WRITE = Text(
    "In de map `{folder}` kan niet worden geschreven ({why}). Maak er ruimte of rechten, of kies "
    "een andere map met --home.",
    "The folder `{folder}` cannot be written to ({why}). Give it room or rights, or choose another "
    "folder with --home.",
)
NOT_A_DEMONSTRATION = Text(
    "In `{folder}` staat een installatie die geen demonstratie is; daar komt geen demonstratie. "
    "Kies een andere map met --home.",
    "`{folder}` holds an installation that is no demonstration; no demonstration goes there. "
    "Choose another folder with --home.",
)
RUNNING = Text(
    "Ketenwijzer draait al met de map `{folder}`. Stop dat eerst (Ctrl+C), of kies een andere map "
    "met --home.",
    "Ketenwijzer is running with the folder `{folder}` already. Stop that first (Ctrl+C), or "
    "choose another folder with --home.",
)
IS_A_DEMONSTRATION = Text(
    "In `{folder}` staat een demonstratie met verzonnen dossiers. Schrijf er --demonstration bij, "
    "of kies een andere map met --home.",
    "`{folder}` holds a demonstration with invented cases. Add --demonstration, or choose another "
    "folder with --home.",
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an installation keeps what it owns, and whether it is the demonstration."""

    home: Path
    demonstration: bool

    @property
    def mark(self) -> Path:
        """Return the file that says that this is a demonstration, and of which day."""
        return self.home / MARK

    def say_to_environment(self) -> None:
        """Tell the settings, which read the environment when they are loaded."""
        os.environ["KETENWIJZER_HOME"] = str(self.home)
        if self.demonstration:
            os.environ[MODE] = DEMONSTRATION
            for name in OF_OTHERS:
                os.environ.pop(name, None)


@contextmanager
def held(place: Place) -> Iterator[None]:
    """Hold a prepared folder for one server; raises `Refused` while another holds it."""
    with (place.home / LOCK).open("w", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise refused(RUNNING, folder=place.home) from error
        yield


def prepare_folder(place: Place) -> None:
    """Make the folder; raises `Refused` where it cannot be written or holds another mode."""
    try:
        place.home.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
        _refuse_other_mode(place)
        if place.demonstration and not place.mark.exists():
            place.mark.write_text("", encoding="ascii")
        probe = place.home / ".probe"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise refused(
            CANNOT_WRITE, folder=place.home, why=error.strerror or type(error).__name__
        ) from error


def _refuse_other_mode(place: Place) -> None:
    marked = place.mark.exists()
    if place.demonstration and not marked and any((place.home / name).exists() for name in MADE):
        raise refused(NOT_A_DEMONSTRATION, folder=place.home)
    if marked and not place.demonstration:
        raise refused(IS_A_DEMONSTRATION, folder=place.home)


def was_loaded_on(place: Place) -> date | None:
    """Return the day on which the demonstration was loaded; None if it never was, or half."""
    try:
        return date.fromisoformat(place.mark.read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        return None


def mark_loaded(place: Place, on: date) -> None:
    """Remember the day on which the demonstration was loaded."""
    place.mark.write_text(on.isoformat(), encoding="ascii")


def forget(place: Place) -> None:
    """Throw the demonstration away, and nothing that it did not make."""
    for name in MADE:
        made = place.home / name
        if made.is_dir() and not made.is_symlink():
            shutil.rmtree(made)
        else:
            made.unlink(missing_ok=True)
    place.mark.write_text("", encoding="ascii")
