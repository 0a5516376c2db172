"""Keeps the compiled law of a country in the user's cache folder, keyed by the hash of its source.

What is kept is data, never code (see `packing`). A file that is broken, foreign or of another
source, Python or version is passed over, and a folder that cannot be written is done without: the
cache can make an answer faster, never different and never impossible.
"""

import contextlib
import hashlib
import json
import os
import sys
from pathlib import Path

from .. import __version__
from ..engine.law import Corpus
from .home import PACKAGE, source_hash
from .packing import pack, unpack

ROOMS = ("engine", "corpus")


def fetch_corpus(country: str, home: Path | None = None) -> Corpus | None:
    """Return the compiled law of a country, or None where it is not kept as its source now is."""
    if not country.isalnum():
        return None
    key = _key(source_hash(home))
    try:
        with _file(country, key).open("rb") as file:
            if not _is_ours(os.fstat(file.fileno())):
                return None
            seal, _, body = file.read().partition(b"\n")
        if seal != _seal(key, body):
            return None
        found = unpack(json.loads(body))
    except (OSError, ValueError, TypeError, LookupError, ArithmeticError, RuntimeError):
        return None
    return found if isinstance(found, Corpus) and found.id == country else None


def keep_corpus(corpus: Corpus) -> None:
    """Keep a compiled corpus for the next time, if there is a place for it."""
    key = _key(corpus.hash)
    body = json.dumps(pack(corpus), ensure_ascii=False, separators=(",", ":")).encode()
    with contextlib.suppress(OSError, RuntimeError):
        file = _file(corpus.id, key)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(file, _seal(key, body) + b"\n" + body)
        for old in file.parent.glob(f"{corpus.id}-*.json"):
            if old != file:
                old.unlink(missing_ok=True)


def cache_folder() -> Path:
    """Return the folder for compiled law: `XDG_CACHE_HOME`, or `.cache` in the user's home."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(named) if Path(named).is_absolute() else Path.home() / ".cache") / "ketenwijzer"


def _file(country: str, key: str) -> Path:
    return cache_folder() / f"{country}-{key[:16]}.json"


def _key(source: str) -> str:
    """Return what the compiled form depends on: the law, this Python, the code that reads it."""
    digest = hashlib.sha256(f"{source} {sys.version} {__version__}".encode())
    for room in ROOMS:
        for entry in sorted(os.scandir(PACKAGE / room), key=lambda entry: entry.name):
            if entry.name.endswith(".py"):
                found = entry.stat()
                digest.update(f"{entry.name} {found.st_size} {found.st_mtime_ns}".encode())
    return digest.hexdigest()


def _seal(key: str, body: bytes) -> bytes:
    return f"ketenwijzer {key} {hashlib.sha256(body).hexdigest()}".encode()


def _is_ours(found: os.stat_result) -> bool:
    """Tell whether a file belongs to this user, where the system knows whose it is."""
    return not hasattr(os, "getuid") or found.st_uid == os.getuid()


def _write(file: Path, content: bytes) -> None:
    """Write a file in one move, so that nobody ever reads half of it."""
    new = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        new.write_bytes(content)
        new.chmod(0o600)
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)
