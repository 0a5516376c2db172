"""Reads one PDF from standard input in a process of its own, and says in a word what it is.

A hostile PDF can keep a reader busy or make it hoard memory: that ends this process, not the
application, which waits no longer than it must and holds none of the reader's memory.
"""

import resource
import sys
from enum import StrEnum
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

MOST_SECONDS = 10
MOST_MEMORY = 1 << 29
BROKEN = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError)
BROKEN_TOO = (RecursionError, NotImplementedError, OverflowError, ArithmeticError, MemoryError)
# What makes a PDF do something by itself, or carry another file.
ACTIVE = ("/OpenAction", "/AA", "/AcroForm", "/Collection")
ACTIVE_NAMES = ("/JavaScript", "/EmbeddedFiles")


class Verdict(StrEnum):
    """What a PDF is."""

    FINE = "fine"
    LOCKED = "locked"
    ACTIVE = "active"
    BROKEN = "broken"


def verdict_on(content: bytes) -> Verdict:
    """Tell whether a PDF can be read, is not locked, and does nothing by itself."""
    try:
        reader = PdfReader(BytesIO(content), strict=True)
        if reader.is_encrypted:
            return Verdict.LOCKED
        if not len(reader.pages):
            return Verdict.BROKEN
        root = reader.root_object
        names = root.get("/Names", {})
        acts = any(one in root for one in ACTIVE) or any(one in names for one in ACTIVE_NAMES)
    except (*BROKEN, *BROKEN_TOO):
        return Verdict.BROKEN
    return Verdict.ACTIVE if acts else Verdict.FINE


def main() -> None:
    """Read one PDF within limits that the system keeps."""
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.stdout.write(verdict_on(sys.stdin.buffer.read()))


if __name__ == "__main__":
    main()
