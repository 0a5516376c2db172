"""The page on the protocol language is whole: every key and every lint stands there."""

import re
from pathlib import Path

import pytest

from ketenwijzer.corpus import shapes
from ketenwijzer.corpus.lint import SENTENCES
from ketenwijzer.corpus.shapes import Shape

PAGE = (Path(__file__).parents[2] / "docs" / "protocol-language.md").read_text(encoding="utf-8")
ON_THE_PAGE = (
    *(shapes.VERSION, shapes.SOURCE, shapes.IN_FORCE, shapes.STARTED_BETWEEN),
    *(shapes.TERM, shapes.NORM_RULES, shapes.GROUND, shapes.RULE, shapes.KEPT_RULES, shapes.DUTY),
    *(shapes.CALENDAR, shapes.HOLIDAY, shapes.DECREE),
    *shapes.MOMENTS.values(),
    *shapes.FACTS.values(),
)


@pytest.mark.parametrize("shape", ON_THE_PAGE, ids=lambda shape: shape.name)
def test_every_key_stands_on_the_page(shape: Shape):
    missing = [key for key in shape.keys if not re.search(rf"\b{key}\b", PAGE)]

    assert not missing, f"docs/protocol-language.md says nothing of {missing}"


def test_every_lint_stands_on_the_page():
    missing = [code for code in SENTENCES if f"| `{code}` |" not in PAGE]

    assert not missing
