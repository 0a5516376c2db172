"""The whole way, as the guide describes it, in both languages, signed in for five organisations.

`make tour` walks it too, and keeps the pictures of the guide.
"""

import os
import re
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.tour import walk
from tests.browser.walker import Walker
from tests.docs.files import ROOT

GUIDES = {"en": ROOT / "docs" / "tour.md", "nl": ROOT / "docs" / "rondleiding.md"}
PICTURES = ROOT / "docs" / "tour"
SIZE = 1240, 800
KEEP = "KETENWIJZER_PICTURES"
# What the guide says to press, and as whom.
NAMED = re.compile(r"\*\*([^*\n]+)\*\*|`([a-z]+\.[a-z]+)`")


@pytest.mark.parametrize("language", ["en", "nl"])
def test_one_case_from_indication_to_closing_through_five_organisations(new_page, language):
    shown: list[str] = []

    def show(page: Page, name: str) -> None:
        shown.append(f"tour/{language}-{len(shown) + 1:02}-{name}.png")
        if os.environ.get(KEEP):
            page.screenshot(path=Path(PICTURES.parent, shown[-1]), animations="disabled")

    walker = Walker(lambda: new_page(SIZE), language, show, mark="")
    walk(walker)

    told = GUIDES[language].read_text(encoding="utf-8")
    assert in_turn(a or b for a, b in NAMED.findall(told)) == in_turn(walker.pressed)
    assert re.findall(r"\((tour/[^)]+)\)", told) == shown


def in_turn(names: Iterable[str]) -> list[str]:
    """Return names in order; what is pressed several times on end is told once."""
    return [name for name, _ in groupby(names)]
