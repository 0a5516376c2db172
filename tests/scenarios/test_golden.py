"""The life of every story, day of change by day of change, is what was last reviewed.

`make golden` rewrites the expected outputs; the diff is what gets reviewed.
"""

import os
from pathlib import Path

import pytest

from tests.scenarios.life import life_of
from tests.scenarios.stories import Scenario, scenarios

GOLDEN = Path(__file__).parent / "golden"
REWRITE = os.environ.get("KETENWIJZER_GOLDEN") == "1"


@pytest.mark.parametrize("story", scenarios(), ids=lambda story: story.name)
def test_a_life_is_as_reviewed(story: Scenario):
    expected = GOLDEN / f"{story.name}.txt"
    life = life_of(story)
    if REWRITE:
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(life, encoding="utf-8")

    assert life == expected.read_text(encoding="utf-8"), "review, then `make golden`"


def test_every_golden_output_has_its_story():
    names = {story.name for story in scenarios()}
    if REWRITE:
        for path in GOLDEN.glob("*.txt"):
            if path.stem not in names:
                path.unlink()

    assert {path.stem for path in GOLDEN.glob("*.txt")} == names
