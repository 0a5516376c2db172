"""What every engine must answer about a case on a day, in one form that can be compared."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

NORMS = (
    "shelter_and_care",
    "reflection_period",
    "no_reflection_period",
    "temporary_permit",
    "prosecute",
    "permit_on_prosecution",
    "permit_on_dismissal",
    "dublin_review",
    "permit_if_necessary",
    "transfer_continues",
    "information_abroad",
)
TERMS = ("three_months", "four_weeks", "three_years")


class Line(NamedTuple):
    """How one norm stands, since when, up to which first day outside, why, and by which source."""

    norm: str
    standing: str
    since: date | None
    until: date | None
    reason: str
    source: str


class Term(NamedTuple):
    """A term that has started: its first day, its last day inside, and how it stands."""

    term: str
    starts: date
    ends: date
    state: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The lines of all norms and the terms that have started, in the order of the lists."""

    lines: tuple[Line, ...]
    terms: tuple[Term, ...]
