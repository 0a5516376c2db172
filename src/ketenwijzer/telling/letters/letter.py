"""What a letter is before it is on paper: a title and blocks of text, in one language.

Every text is a value. It never becomes markup, and what would steer the lines around it
(control characters, marks of direction) is taken out here.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from textwrap import wrap

from anyascii import anyascii

from ..language import direction

# What the fonts in this package can write: Latin, Greek, Cyrillic, Arabic, and what stands between.
WRITTEN = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x386, 0x3CE),
    (0x400, 0x45F),
    (0x621, 0x652),
    (0x660, 0x669),
    (0x2013, 0x2014),
    (0x2018, 0x201E),
)
ALSO_WRITTEN = "ȘșȚțẞ•…€،؛؟پچژکگی"
NOTHING = "–"
BREAK = "\u200b"
LONGEST_WORD = 36
JOINERS = "\u200c\u200d"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a letter; level 2 stands below level 1."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a strong one says what matters most."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of which the order says nothing."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below a head; every row is as long as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What is set apart, to be seen first; in a language of its own if it names one."""

    text: str
    language: str = ""


Block = Heading | Paragraph | Bullets | Table | Note


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in one language. Its title may be read by anybody, so it says nothing of her."""

    language: str
    title: str
    blocks: tuple[Block, ...]

    @property
    def direction(self) -> str:
        """Return which way it is written: `ltr` or `rtl`."""
        return direction(self.language)


def as_data(letter: Letter) -> dict[str, object]:
    """Return a letter as plain values, each text made fit to print."""
    return {
        "language": letter.language,
        "direction": letter.direction,
        "title": printable(letter.title),
        "blocks": [_block(block) for block in letter.blocks],
    }


def _block(block: Block) -> dict[str, object]:
    match block:
        case Heading(text, level):
            return {"kind": "heading", "text": printable(text), "level": level}
        case Paragraph(text, strong):
            return {"kind": "paragraph", "text": printable(text), "strong": strong}
        case Bullets(items):
            return {"kind": "bullets", "items": _all(items)}
        case Table(head, rows):
            return {"kind": "table", "head": _all(head), "rows": [_all(row) for row in rows]}
        case Note(text, language):
            own = {"language": language, "direction": direction(language)} if language else {}
            return {"kind": "note", "text": printable(text), **own}


def _all(texts: Iterable[str]) -> list[str]:
    return [printable(text) for text in texts]


def printable(text: str) -> str:
    r"""Return a text on one line, in characters that the fonts of a letter can write.

    A character from another script is written as it sounds, in Latin letters.

    >>> printable("Ana\n\u202eMaria #eval(1) \u4eba")
    'Ana Maria #eval(1) Ren'
    """
    composed = unicodedata.normalize("NFC", text)
    words = "".join(map(_character, composed)).split()
    return " ".join(map(_breakable, words)) or NOTHING


def _breakable(word: str) -> str:
    """Return a word with places to break it, if it would run off the page."""
    return BREAK.join(wrap(word, LONGEST_WORD)) if len(word) > LONGEST_WORD else word


@lru_cache(maxsize=4096)
def _character(character: str) -> str:
    kind = unicodedata.category(character)
    if character in JOINERS:
        return character
    if kind[0] == "Z" or kind == "Cc":
        return " "
    if kind[0] == "C":
        return ""
    if character in ALSO_WRITTEN or any(a <= ord(character) <= z for a, z in WRITTEN):
        return character
    return anyascii(character)
