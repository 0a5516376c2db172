"""How each kind of answer looks: its sign, its fill, its colour, so that none stands alone.

Green is only for what is hers and holds; a power over her, a prohibition or a duty that holds is
a rule, and what only *may* be or was not granted looks half, because it is not certain.
"""

from dataclasses import dataclass
from enum import StrEnum

from ..engine.findings import Finding
from ..engine.law import Kind, Standing, Strength
from ..engine.vocabulary import Text
from .words import STANDINGS


class Tone(StrEnum):
    """The kinds of answer that are told apart on sight."""

    HOLDS = "holds"
    MAYBE = "maybe"
    RULE = "rule"
    UNDECIDED = "undecided"
    AWAITS = "awaits"
    DISPUTED = "disputed"
    UNSTATED = "unstated"
    LAPSED = "lapsed"
    CLOSED = "closed"
    ALARM = "alarm"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Look:
    """A sign in front, a fill for bars in a terminal, a class on a page, a style in a terminal."""

    sign: str
    fill: str
    css: str
    style: str
    words: Text


LOOKS = {
    Tone.HOLDS: Look("●", "█", "holds", "green", STANDINGS[Standing.HOLDS]),
    Tone.MAYBE: Look(
        "◐", "▒", "maybe", "cyan", Text("kan of mag, niet zeker", "can or may, not certain")
    ),
    Tone.RULE: Look(
        "■",
        "▓",
        "rule",
        "white",
        Text("plicht, verbod, bevoegdheid", "duty, prohibition, power"),
    ),
    Tone.UNDECIDED: Look("?", "?", "open", "yellow", STANDINGS[Standing.UNDECIDED]),
    Tone.AWAITS: Look("…", "…", "open", "yellow", STANDINGS[Standing.AWAITS_JUDGEMENT]),
    Tone.DISPUTED: Look("≠", "≠", "disputed", "magenta", STANDINGS[Standing.DISPUTED]),
    Tone.UNSTATED: Look("–", "–", "unstated", "blue", STANDINGS[Standing.NOT_STATED]),
    Tone.LAPSED: Look("×", "×", "lapsed", "bright_black", STANDINGS[Standing.LAPSED]),
    Tone.CLOSED: Look("○", "·", "closed", "bright_black", STANDINGS[Standing.DOES_NOT_HOLD]),
    Tone.ALARM: Look("!", "!", "alarm", "red", STANDINGS[Standing.DOES_NOT_HOLD]),
    Tone.TERM: Look("▬", "▬", "term", "cyan", Text("termijn", "term")),
}

BY_STANDING = {
    Standing.DOES_NOT_HOLD: Tone.CLOSED,
    Standing.UNDECIDED: Tone.UNDECIDED,
    Standing.AWAITS_JUDGEMENT: Tone.AWAITS,
    Standing.NOT_STATED: Tone.UNSTATED,
    Standing.LAPSED: Tone.LAPSED,
    Standing.DISPUTED: Tone.DISPUTED,
}


def tone(finding: Finding) -> Tone:
    """Return the kind of answer that a finding is."""
    if finding.standing is not Standing.HOLDS:
        return BY_STANDING[finding.standing]
    if finding.strength is Strength.MAY or finding.granted is False:
        return Tone.MAYBE
    return Tone.HOLDS if finding.kind is Kind.RIGHT else Tone.RULE


def first_tone(finding: Finding) -> Tone:
    """Return how the answer to the first question looks: a protection that fails is an alarm."""
    found = tone(finding)
    return Tone.ALARM if found in (Tone.CLOSED, Tone.LAPSED) else found
