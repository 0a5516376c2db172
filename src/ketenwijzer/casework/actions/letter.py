"""A letter that was put in her hand, or read with her: never mailed, and only as she is safe."""

from ...engine.vocabulary import Text
from ..access import OpenCase
from ..errors import Refused
from ..events import BASICS
from ..letters import wording_in
from ..showing.sheet import carries_paper
from ..writing import Writing

SHEET, COPY = LETTERS = ("rights_sheet", "her_copy")
PAPER, READ = WAYS = ("paper", "read")


def hand_over(case: Writing, letter: str, language: str, way: str) -> None:
    """Record that she was given a letter; on paper only if the contact plan says that she may."""
    case.require(case.may_record(BASICS))
    if letter not in LETTERS:
        raise Refused("no_letter", NO_LETTER, "letter")
    if way not in WAYS:
        raise Refused("no_way", NO_WAY, "way")
    if way == PAPER:
        refuse_paper(case)
    wording_in(language)
    case.add("letter_given", None, letter=letter, reads_in=language, way=way)


def refuse_paper(case: OpenCase) -> None:
    """Raise `Refused` unless the contact plan says that she may carry paper."""
    if not carries_paper(case):
        raise Refused("no_paper", NO_PAPER, "way")


NO_LETTER = Text("Kies een brief uit de lijst.", "Choose a letter from the list.")
NO_WAY = Text("Kies hoe zij de brief kreeg.", "Choose how she got the letter.")
NO_PAPER = Text(
    "Het contactplan zegt niet dat zij papier bij zich mag hebben. Lees de brief met haar op het "
    "scherm, en geef niets mee.",
    "The contact plan does not say that she may carry paper. Read the letter with her on the "
    "screen, and give her nothing to take along.",
)
