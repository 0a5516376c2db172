"""A small country whose protocol has no fault, so that a test can plant exactly one."""

from pathlib import Path

HOME = Path(__file__).parent / "small_country"
FILES = {
    path.relative_to(HOME).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(HOME.rglob("*.yaml"))
}


def write_country(home: Path, changed: dict[str, str] | None = None) -> Path:
    """Write the files of the small country, some of them changed, and return their folder."""
    for name, text in (FILES | (changed or {})).items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return home


def changed(name: str, old: str, new: str) -> dict[str, str]:
    """Return one file with one thing changed; the old text must stand there once."""
    assert FILES[name].count(old) == 1, f"{old!r} stands {FILES[name].count(old)} times in {name}"
    return {name: FILES[name].replace(old, new)}
