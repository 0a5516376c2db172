"""The text files of the project: what git knows or would add, or everything visible without git."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@cache
def project_files(suffix: str = "") -> tuple[Path, ...]:
    """Return the project's files whose name ends on `suffix`, in order."""
    return tuple(
        path for path in (_listed_by_git() or _found_on_disk()) if path.name.endswith(suffix)
    )


def text_of(path: Path) -> str:
    """Return what `path` says, or nothing if it is no text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _listed_by_git() -> list[Path]:
    if not (ROOT / ".git").exists():
        return []
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    except FileNotFoundError:
        return []
    paths = (ROOT / name for name in listed.stdout.decode().split("\0") if name)
    return sorted(path for path in paths if path.is_file())


def _found_on_disk() -> list[Path]:
    def is_hidden_or_made(path: Path) -> bool:
        parts = path.relative_to(ROOT).parts
        return any(p.startswith(".") or p in {"__pycache__", "build", "dist"} for p in parts)

    return sorted(p for p in ROOT.rglob("*") if p.is_file() and not is_hidden_or_made(p))
