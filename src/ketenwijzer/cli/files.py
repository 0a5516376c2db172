"""Writes pages and pictures: readable by their owner only, and over nothing that is not ours.

A page or picture that ketenwijzer made is replaced, because whoever asks again wants the new one;
any other file is left alone unless --force is added.
"""

import os
from pathlib import Path

from .refusals import CANNOT_WRITE, EXISTS, refused

MARKS = (b'<meta name="generator" content="ketenwijzer">', b"<!-- made by ketenwijzer -->")
HEAD = 2000
OWNER_ONLY = 0o600


def write(path: Path, text: str, *, force: bool = False) -> None:
    """Write a file; raises `Refused` where that would touch what is not ours."""
    refuse_foreign(path, force=force)
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    try:
        with os.fdopen(os.open(path, flags, OWNER_ONLY), "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise refused(CANNOT_WRITE, name=path) from error


def refuse_foreign(path: Path, *, force: bool) -> None:
    """Refuse to write over what ketenwijzer did not make, before any work is done."""
    if not path.parent.is_dir():
        raise refused(CANNOT_WRITE, name=path)
    if not force and not may_replace(path):
        raise refused(EXISTS, name=path)


def may_replace(path: Path) -> bool:
    """Tell whether nothing stands there, or something that ketenwijzer made."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return any(mark in head for mark in MARKS)


def free_name(path: Path) -> Path:
    """Return the path, or one with a number behind it that may be written."""
    names = (path.with_stem(f"{path.stem}-{number}") for number in range(2, 1000))
    return path if may_replace(path) else next(filter(may_replace, names), path)
