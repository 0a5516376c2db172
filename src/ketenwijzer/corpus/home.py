"""Where the protocol files are, which countries have one, and the hash of them all."""

import hashlib
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
HOMES = (PACKAGE / "protocols", PACKAGE.parent.parent / "protocols")
NOT_LAW = ("scenarios", "schema", "examples", "agreements")


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
    for path in sorted(home.rglob("*.yaml")):
        name = path.relative_to(home)
        if not set(NOT_LAW) & set(name.parts):
            digest.update(f"{name.as_posix()}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
