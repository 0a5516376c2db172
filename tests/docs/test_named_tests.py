"""Pages that say what holds name the test that says so; a test that is not there fails the page."""

import re

import pytest

from tests.docs.files import ROOT

PAGES = ("threats.md", "bio2.md", "data-protection.md")
TEST = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
INVARIANT = re.compile(r"\*\*(I\d+)\*\*([^|*]*)")
CONTROL = re.compile(r"^\| (\d\.\d+) .*\|$", re.MULTILINE)


def is_there(file: str, test: str) -> bool:
    path = ROOT / file
    return path.is_file() and (not test or f"def {test}(" in path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES)
def test_every_test_that_a_page_names_is_there(page):
    named = TEST.findall((ROOT / "docs" / page).read_text(encoding="utf-8"))

    assert len(named) > 5
    assert [one for one in named if not is_there(*one)] == []


def test_every_threat_has_an_invariant_that_a_test_holds():
    text = (ROOT / "docs/threats.md").read_text(encoding="utf-8")
    rows = text.partition("|---|---|---|---|\n")[2].partition("\n\n")[0].splitlines()
    defined = {name for name, said in INVARIANT.findall(text) if TEST.search(said)}

    assert len(rows) > 10
    assert all(set(re.findall(r"\*\*(I\d+)\*\*", row)) & defined for row in rows)
    assert defined == {f"I{number}" for number in range(1, len(defined) + 1)}


def test_a_control_that_is_said_to_be_met_names_a_test_and_stands_once():
    text = (ROOT / "docs/bio2.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if CONTROL.match(line)]

    assert len(rows) > 10
    assert all(TEST.search(row) for row in rows)
    assert sorted(set(CONTROL.findall(text))) == sorted(CONTROL.findall(text))


def test_a_test_that_is_not_there_is_missed():
    assert not is_there("tests/docs/test_named_tests.py", "test_that_nobody_wrote")
    assert not is_there("tests/docs/nowhere.py", "")
