"""What an entry says beside what happened, with a label, and codes in words."""

from ..casework.showing.details import Detail
from .language import in_words
from .words import WORDS

# Where the words of a code stand, by the name of what is told.
WORDS_OF_CODES = {
    "flag": "guard.flags",
    "task": "guard.task",
    "ground": "detail.ground",
    "verdict": "guard.verdicts",
    "closing": "guard.closings",
    "copy": "consent.copy",
    "decided": "rights.outcomes",
    "outcome": "detail.outcome",
    "way": "referral.way",
    "letter": "letters.letters",
    "reads_in": "letters.languages",
    "handed": "letters.ways",
}


def detail_label(detail: Detail) -> str:
    """Return the label of what an entry says."""
    return in_words(WORDS[f"detail.{detail.name}"])


def detail_words(detail: Detail) -> str:
    """Return what an entry says, in words."""
    found = WORDS.get(f"{WORDS_OF_CODES.get(detail.name, '')}.{detail.value}")
    return in_words(found) if found else detail.value
