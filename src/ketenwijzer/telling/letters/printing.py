"""Prints a letter: PDF/UA-1, with the fonts of this package only, the same bytes every time.

No font of the machine, no file, no network and no clock takes part. What a letter says reaches
the typesetter as data.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Literal

import typst

from .letter import Letter, as_data

HERE = Path(__file__).resolve().parent
STANDARD: Literal["ua-1"] = "ua-1"
NO_MOMENT = 0


def pdf_of(letter: Letter) -> bytes:
    """Return a letter as the bytes of a PDF that a screen reader can read (PDF/UA-1)."""
    said = json.dumps(as_data(letter), ensure_ascii=False)
    compiler = typst.Compiler(
        _template(), font_paths=_fonts(), ignore_system_fonts=True, sys_inputs={"letter": said}
    )
    made = compiler.compile(format="pdf", pdf_standards=STANDARD, timestamp=NO_MOMENT)
    assert isinstance(made, bytes)
    return made


@lru_cache(maxsize=1)
def _template() -> bytes:
    return (HERE / "letter.typ").read_bytes()


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(HERE / "fonts")],
    )
