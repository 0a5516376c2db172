"""What a file that is handed in really is: by its content, held against its name and what was said.

Nothing that came from outside goes any further than here unless it is what it says.
"""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from django.conf import settings
from puremagic import PureError, from_string

from ..engine.vocabulary import Text
from .errors import Refused
from .pictures import bare_jpeg, bare_png

# Its own limits come first; this is for one that sleeps.
PATIENCE = 20
PDF_READER = (sys.executable, "-m", f"{__package__}.pdf_reader")
BROKEN_FILE = (ValueError, OverflowError, MemoryError, subprocess.SubprocessError)
LINES = frozenset("\n\r\t\f")


@dataclass(frozen=True, slots=True)
class Handed:
    """A file that was handed in: its name and type as they were said, and what is in it."""

    name: str
    said: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Inspected:
    """A file that is what it says: its format, and what is kept of it."""

    format: str
    content: bytes


def inspected(file: Handed) -> Inspected:
    """Return a file as it may be kept; raises `Refused` for one that is not what it says."""
    if not file.content:
        raise Refused("empty_file", EMPTY, "file")
    if len(file.content) > settings.DOCUMENT_MOST_BYTES:
        raise too_large()
    ends = PurePath(file.name).suffix.lower()
    found = next((one for one in _formats() if ends in FORMATS[one].ends), None)
    if found is None:
        raise Refused("not_this_kind", NOT_THIS_KIND, "file")
    form = FORMATS[found]
    if _found(file.content) != form.mime or file.said.lower() not in (form.mime, *UNSAID):
        raise Refused("file_lies", LIES, "file")
    try:
        return Inspected(found, form.take(file.content))
    except BROKEN_FILE as error:
        raise Refused("broken_file", BROKEN, "file") from error


def too_large() -> Refused:
    """Return the refusal of a file that is larger than may be."""
    most = settings.DOCUMENT_MOST_BYTES // 1_000_000
    return Refused("too_large", Text(LARGE.nl.format(most), LARGE.en.format(most)), "file")


def _formats() -> tuple[str, ...]:
    return tuple(one for one in settings.DOCUMENT_FORMATS if one in FORMATS)


def _found(content: bytes) -> str:
    """Return the type that the content is of; what has no sign of a type is text, or refused."""
    try:
        found = str(from_string(content, mime=True))
    except (PureError, ValueError):
        return TEXT
    known = {one.mime for one in FORMATS.values()}
    return found if found in known else TEXT


def _pdf(content: bytes) -> bytes:
    """Return a PDF that can be read, is not locked, and does nothing by itself."""
    read = subprocess.run(
        PDF_READER, input=content, capture_output=True, timeout=PATIENCE, check=True
    )
    match read.stdout:
        case b"fine":
            return content
        case b"locked":
            raise Refused("locked_file", LOCKED, "file")
        case b"active":
            raise Refused("active_file", ACTS, "file")
    raise ValueError("a PDF that cannot be read")


def _text(content: bytes) -> bytes:
    """Return text that can be read."""
    if not all(sign.isprintable() or sign in LINES for sign in content.decode("utf-8")):
        raise ValueError("no text")
    return content


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that may be handed in: how names of it end, and what is kept of it."""

    mime: str
    ends: tuple[str, ...]
    take: Callable[[bytes], bytes]


TEXT = "text/plain"
# What a browser says of a file that it does not know.
UNSAID = ("", "application/octet-stream")
FORMATS = {
    "pdf": Format("application/pdf", (".pdf",), _pdf),
    "jpg": Format("image/jpeg", (".jpg", ".jpeg"), bare_jpeg),
    "png": Format("image/png", (".png",), bare_png),
    "txt": Format(TEXT, (".txt",), _text),
}

EMPTY = Text("Dit bestand is leeg. Kies een ander.", "This file is empty. Choose another.")
LARGE = Text(
    "Dit bestand is te groot: hooguit {} MB. Maak het kleiner, of voeg het in delen toe.",
    "This file is too large: at most {} MB. Make it smaller, or add it in parts.",
)
NOT_THIS_KIND = Text(
    "Dit soort bestand kan niet. Kies een pdf, een foto (jpg of png) of platte tekst (txt).",
    "This kind of file is not possible. Choose a PDF, a picture (jpg or png) or plain text (txt).",
)
LIES = Text(
    "De inhoud van dit bestand past niet bij zijn naam. Het is niet bewaard. Sla het opnieuw op "
    "vanuit het programma waarin het gemaakt is.",
    "What is in this file does not fit its name. It was not kept. Save it again from the program "
    "that made it.",
)
BROKEN = Text(
    "Dit bestand is beschadigd of niet te lezen. Het is niet bewaard. Sla het opnieuw op, of maak "
    "er een foto van.",
    "This file is damaged or cannot be read. It was not kept. Save it again, or take a picture.",
)
LOCKED = Text(
    "Deze pdf zit op slot. Sla hem op zonder wachtwoord en kies hem opnieuw.",
    "This PDF is locked. Save it without a password and choose it again.",
)
ACTS = Text(
    "Deze pdf doet zelf iets, is een formulier of draagt andere bestanden in zich. Druk hem af "
    "naar een nieuwe pdf en kies die.",
    "This PDF does something by itself, is a form or carries other files. Print it to a new PDF "
    "and choose that.",
)
