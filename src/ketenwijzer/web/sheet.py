"""A list as a file for a spreadsheet, in which no cell can be taken for a formula."""

import csv
import io
import unicodedata
from collections.abc import Iterable

# Written as letters, and seen by nobody.
FILLERS = "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp", "Mn", "Me")
APOSTROPHE = "'"


def sheet(rows: Iterable[Iterable[str]]) -> bytes:
    """Return rows as the bytes of a CSV file, every cell between quotes."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def safe_cell(text: str) -> str:
    """Return a cell as text for certain: whatever does not begin with a letter or digit is marked.

    Characters that nobody sees are passed over first: a spreadsheet may do the same. Full-width
    signs count as the plain ones.

    >>> safe_cell("=1+1"), safe_cell("2026-11-20"), safe_cell("\u200b\uff1d1")
    ("'=1+1", '2026-11-20', "'\u200b\uff1d1")
    """
    line = "".join(" " if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") else c for c in text)
    seen = (c for c in unicodedata.normalize("NFKC", line) if not _is_unseen(c))
    first = next(seen, "")
    return line if first.isalnum() or not first else APOSTROPHE + line


def _is_unseen(character: str) -> bool:
    return character in FILLERS or unicodedata.category(character) in UNSEEN
