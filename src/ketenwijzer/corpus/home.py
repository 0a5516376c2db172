"""Where the protocol files are, which countries have one, and the hash of them all."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
HOMES = (PACKAGE / "protocols", PACKAGE.parent.parent / "protocols")
NOT_LAW = ("scenarios", "schema", "examples", "agreements", "demonstration", "letters", "notices")


def protocols_home() -> Path:
    """Return the folder of the protocols: in the installed package, or beside its source."""
    return next((home for home in HOMES if home.is_dir()), HOMES[0])


def countries(home: Path | None = None) -> list[str]:
    """Return the names of the countries that have a protocol."""
    return sorted(p.parent.name for p in (home or protocols_home()).glob("*/country.yaml"))


def source_hash(home: Path | None = None) -> str:
    """Return the hash of every protocol file, by name and content, except what is no law."""
    home = home or protocols_home()
    digest = hashlib.sha256()
    for parts in sorted(_law_files(home)):
        digest.update(f"{'/'.join(parts)}\0".encode())
        digest.update(home.joinpath(*parts).read_bytes())
    return digest.hexdigest()


def _law_files(home: Path) -> Iterator[tuple[str, ...]]:
    """Yield the path below `home` of every protocol file, in parts."""
    for folder, inner, names in os.walk(home):
        inner[:] = set(inner).difference(NOT_LAW)
        above = Path(folder).relative_to(home).parts
        yield from ((*above, name) for name in names if name.endswith(".yaml"))
