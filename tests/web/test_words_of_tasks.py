"""Every task that casework can give has words, in the list and in the case."""

import re

import pytest

from ketenwijzer.casework.actions.request import REQUEST_TASKS
from ketenwijzer.web.words import WORDS
from tests.architecture.source import PACKAGE

GIVEN = re.compile(r'give_task\([^)]*?"([a-z_]+)"|task="([a-z_]+)"|STARTS = {"\w+": "([a-z_]+)"}')


def tasks() -> set[str]:
    found = {"second_person", *REQUEST_TASKS}
    for file in (PACKAGE / "casework").rglob("*.py"):
        for groups in GIVEN.findall(file.read_text(encoding="utf-8")):
            found |= {name for name in groups if name}
    return found


@pytest.mark.parametrize("task", sorted(tasks()))
@pytest.mark.parametrize("place", ["worklist", "guard"])
def test_a_task_has_words(task, place):
    assert f"{place}.task.{task}" in WORDS


def test_the_tasks_are_found():
    assert {"welfare_check", "refer_again", "review_glass"} <= tasks()
