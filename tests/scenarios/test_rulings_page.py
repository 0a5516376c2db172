"""The page of the rulings says what their stories say; `make golden` writes it anew."""

import os

from tests.docs.files import ROOT
from tests.scenarios.rulings_page import page
from tests.scenarios.stories import rulings

PAGE = ROOT / "docs" / "rulings.md"


def test_the_page_of_rulings_is_as_golden_as_its_stories():
    written = page(rulings())
    if os.environ.get("KETENWIJZER_GOLDEN") == "1":
        PAGE.write_text(written, encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == written
