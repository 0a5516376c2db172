"""`backup`, `restore`: the database to a folder and back; the keys are kept apart, never here."""

from pathlib import Path

from django.conf import settings
from django.db import connection

from ...casework.backups import back_up, restore
from ...clock import now
from ...engine.vocabulary import Text
from ..desk import Desk
from ..installation import opened_installation
from ..serving.place import Place, held, prepare_folder
from ..usage import Asked
from .upkeep import tell_followed

MADE = Text(
    "Back-up gemaakt: {cases} dossiers, {entries} vastleggingen, {size} MB. De sleutels zitten er "
    "niet in: bewaar die apart.",
    "Backup made: {cases} cases, {entries} entries, {size} MB. The keys are not in it: keep those "
    "apart.",
)
ASIDE = Text("Wat hier stond, is bewaard in {}.", "What stood here is kept in {}.")
PUT_BACK = Text(
    "Teruggezet: de back-up van {at}, {cases} dossiers. Wat daarna is vastgelegd, is er niet meer.",
    "Restored: the backup of {at}, {cases} cases. What was recorded after it is no longer there.",
)
MEGABYTE = 1_000_000


def make(asked: Asked, desk: Desk) -> None:
    """Write a backup to a new folder, while others work."""
    with opened_installation():
        made = back_up(Path(asked.place), now())
    size = f"{made.size / MEGABYTE:.1f}"
    said = desk.reader(MADE).format(cases=made.cases, entries=made.entries, size=size)
    desk.printer.print(said)


def put_back(asked: Asked, desk: Desk) -> None:
    """Put a backup back while nobody serves; raises `Refused` with nothing changed."""
    place = Place(Path(settings.HOME), settings.DEMONSTRATION)
    prepare_folder(place)
    with held(place):
        try:
            done = restore(Path(asked.place), place.home, now(), over=asked.replace)
        finally:
            connection.close()
    if done.aside is not None:
        desk.printer.print(desk.reader(ASIDE).format(done.aside))
    at = done.manifest.made_at[:16].replace("T", " ")
    desk.printer.print(desk.reader(PUT_BACK).format(at=f"{at} UTC", cases=done.manifest.cases))
    tell_followed(done.followed, desk)
