"""Habits that keep a call easy to follow: one clock, no hidden import, no `Any`, a pure engine."""

import ast
import sys

import pytest

from tests.architecture.source import (
    SourceFile,
    dotted_name,
    functions,
    imported_modules,
    imported_names,
    source_files,
)

CLOCK = "src/ketenwijzer/clock.py"
ENGINE = "src/ketenwijzer/engine/"

ASKS_THE_CLOCK = {
    "datetime.date.today",
    "datetime.datetime.now",
    "datetime.datetime.today",
    "datetime.datetime.utcnow",
    "time.gmtime",
    "time.localtime",
    "time.time",
    "time.time_ns",
}

each_file = pytest.mark.parametrize("file", source_files(), ids=lambda file: file.name)
each_engine_file = pytest.mark.parametrize(
    "file",
    [file for file in source_files() if file.name.startswith(ENGINE)],
    ids=lambda file: file.name,
)


@each_file
def test_only_the_clock_module_asks_the_clock(file: SourceFile):
    asked = questions_to_the_clock(file.tree)

    assert not asked or file.name == CLOCK, f"{file.name}: {asked}; the day is an argument"


@each_file
def test_no_import_is_hidden_inside_a_function(file: SourceFile):
    hidden = [
        f"{file.name}:{line} {module} in {function.name}"
        for function in functions(file.tree)
        for line, module in imported_modules(file, function)
    ]

    assert not hidden, "\n".join(hidden)


@each_engine_file
def test_the_engine_imports_only_the_standard_library_and_itself(file: SourceFile):
    foreign = [
        f"{file.name}:{line} {module}"
        for line, module in imported_modules(file, file.tree)
        if module.partition(".")[0] not in sys.stdlib_module_names
        and not f"{module}.".startswith("ketenwijzer.engine.")
    ]

    assert not foreign, "\n".join(foreign)


@each_engine_file
def test_the_engine_knows_no_any(file: SourceFile):
    assert "typing.Any" not in imported_names(file.tree).values()


@pytest.mark.parametrize(
    "code",
    [
        "import datetime\ndatetime.date.today()",
        "import datetime as d\nd.datetime.now()",
        "from datetime import date\ndate.today()",
        "from datetime import datetime as moment\nmoment.now",
        "import time\ntime.time()",
    ],
)
def test_every_way_to_ask_the_clock_is_seen(code: str):
    assert questions_to_the_clock(ast.parse(code))


def test_a_day_that_was_handed_over_is_no_question_to_the_clock():
    assert not questions_to_the_clock(
        ast.parse("from ketenwijzer import clock\nclock.today()\ncase.today")
    )


def questions_to_the_clock(tree: ast.Module) -> list[str]:
    names = imported_names(tree)
    spelled = (dotted_name(n, names) for n in ast.walk(tree) if isinstance(n, ast.Attribute))
    return sorted(ASKS_THE_CLOCK.intersection(spelled))
