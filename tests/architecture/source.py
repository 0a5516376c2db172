"""The source files of the package, parsed once, for the tests that read code as text."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import resolve_name
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "ketenwijzer"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of the package: where it stands, its package, its lines, its syntax tree."""

    name: str
    package: str
    lines: int
    tree: ast.Module


@cache
def source_files() -> tuple[SourceFile, ...]:
    return tuple(_read(path) for path in sorted(PACKAGE.rglob("*.py")))


def functions(node: ast.AST) -> Iterator[Function]:
    """Yield every function below `node`, nested ones too."""
    return (n for n in ast.walk(node) if isinstance(n, Function))


def imported_names(tree: ast.Module) -> dict[str, str]:
    """Map each name that a file imports to the full name of what it means there."""
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                top = alias.name.partition(".")[0]
                names[alias.asname or top] = alias.name if alias.asname else top
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return names


def imported_modules(file: SourceFile, below: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the line and the full name of each module that is imported below a node of `file`."""
    for node in ast.walk(below):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            dots = "." * node.level
            yield node.lineno, resolve_name(f"{dots}{node.module or ''}", file.package)


def dotted_name(node: ast.expr, names: dict[str, str]) -> str:
    """Spell `node` out in full (`d.today` as `datetime.date.today`), or "" if it is no name."""
    match node:
        case ast.Name(id=name):
            return names.get(name, name)
        case ast.Attribute(value=value, attr=attribute):
            owner = dotted_name(value, names)
            return f"{owner}.{attribute}" if owner else ""
        case _:
            return ""


def _read(path: Path) -> SourceFile:
    text = path.read_text(encoding="utf-8")
    name = path.relative_to(ROOT).as_posix()
    package = ".".join(path.parent.relative_to(PACKAGE.parent).parts)
    return SourceFile(name, package, len(text.splitlines()), ast.parse(text, filename=name))
