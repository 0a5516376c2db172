"""Every activity that the code can leave in the access log has words, and every word is used."""

import ast
from collections.abc import Iterator
from functools import cache
from importlib.util import resolve_name

import pytest

from ketenwijzer.casework.demonstration.deeds import DEEDS
from ketenwijzer.casework.demonstration.stage import ACTIVITIES
from ketenwijzer.casework.showing.involved import BETWEEN, NOT_NAMED
from ketenwijzer.web.words import WORDS
from tests.architecture.source import SourceFile, functions, source_files

NAME = "activity"
# Deeds of the demonstration that leave their line under a name of their own.
ELSEWHERE = {"open", "look", "glass", "release"}


def takers(file: SourceFile) -> dict[str, int]:
    """Return what in a file takes an activity, and as which argument it does."""
    found = {}
    for function in functions(file.tree):
        names = [argument.arg for argument in function.args.args]
        if NAME in names:
            found[function.name] = names.index(NAME)
    for node in ast.walk(file.tree):
        if isinstance(node, ast.ClassDef):
            fields = [
                one.target.id
                for one in node.body
                if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)
            ]
            if NAME in fields:
                found[node.name] = fields.index(NAME)
    return found


def defaults(file: SourceFile) -> Iterator[ast.expr]:
    """Yield what is taken for an activity where a call names none."""
    for function in functions(file.tree):
        given = function.args.args[::-1], function.args.defaults[::-1]
        yield from (value for one, value in zip(*given, strict=False) if one.arg == NAME)


def module_of(file: SourceFile) -> str:
    return file.name.removeprefix("src/").removesuffix(".py").replace("/", ".")


def known_in(file: SourceFile, everywhere: dict[str, dict[str, int]]) -> dict[str, int]:
    """Return what a file may call that takes an activity: its own, and what it imports."""
    found: dict[str, int] = {}
    for node in ast.walk(file.tree):
        if isinstance(node, ast.ImportFrom):
            module = resolve_name("." * node.level + (node.module or ""), file.package)
            there = everywhere.get(module, {})
            found |= {a.asname or a.name: there[a.name] for a in node.names if a.name in there}
    return found | takers(file)


def passed() -> Iterator[tuple[str, ast.expr]]:
    """Yield every expression that is passed as an activity, and where it is."""
    files = source_files()
    everywhere = {module_of(file): takers(file) for file in files}
    for file in files:
        known = known_in(file, everywhere)
        for value in defaults(file):
            yield file.name, value
        for node in ast.walk(file.tree):
            match node:
                case ast.Call(func=ast.Name(id=name)) if name in known:
                    named = [k.value for k in node.keywords if k.arg == NAME]
                    for value in named or node.args[known[name] : known[name] + 1]:
                        yield f"{file.name}:{node.lineno}", value


@cache
def activities() -> set[str]:
    """Return every activity that is named in the code, and those that the demonstration plays."""
    found = {ACTIVITIES.get(deed, deed) for deed in DEEDS.keys() - ELSEWHERE}
    for _, value in passed():
        if isinstance(value, ast.Constant):
            found.add(str(value.value))
    return found


def is_passed_on(value: ast.expr) -> bool:
    """Tell whether an expression only hands an activity on that was named elsewhere."""
    return (isinstance(value, ast.Name) and value.id == NAME) or (
        isinstance(value, ast.Attribute) and value.attr == NAME
    )


@pytest.mark.parametrize("activity", sorted(activities()))
def test_an_activity_has_words(activity):
    assert f"activity.{activity}" in WORDS


def test_no_activity_is_made_up_on_the_way():
    unclear = [
        f"{where}: {ast.unparse(value)}"
        for where, value in passed()
        if not isinstance(value, ast.Constant) and not is_passed_on(value)
    ]

    assert not unclear


def test_every_word_of_an_activity_is_of_one_that_there_is():
    said = {name.removeprefix("activity.") for name in WORDS if name.startswith("activity.")}

    assert said - {"other", NOT_NAMED} == activities()


def test_what_is_not_named_to_others_are_activities():
    assert activities() >= BETWEEN
    assert {"break_glass", "register", "renew_lines", "look"} <= activities()
