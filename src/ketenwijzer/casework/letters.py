"""Which languages a letter can be in here, and the words of one.

Outside the demonstration a letter is made only in a language of the project itself, or in one
of which a human reviewed this very text.
"""

from collections.abc import Iterable

from django.conf import settings

from ..corpus.letters import Translation, load_letters
from ..engine.vocabulary import Text
from ..telling.letters.wording import MissingString, Wording
from .errors import Refused


def translations() -> Iterable[Translation]:
    """Return every language that there are words in, the project's own first."""
    return load_letters(settings.COUNTRY).values()


def may_be_used(translation: Translation) -> bool:
    """Tell whether a letter in a language may be made in this installation."""
    return translation.usable or settings.DEMONSTRATION


def wording_in(language: str) -> Wording:
    """Return the words of a language; raises `Refused` where no letter may be made in it."""
    found = load_letters(settings.COUNTRY).get(language)
    if found is None:
        raise Refused("no_language", NO_LANGUAGE, "language")
    if not may_be_used(found):
        name = {"name": found.name, "language": found.language}
        text = Text(NOT_REVIEWED.nl.format(**name), NOT_REVIEWED.en.format(**name))
        raise Refused("not_reviewed", text, "language")
    return wording_of(found)


def wording_of(found: Translation) -> Wording:
    """Return the words of a translation as a letter uses them."""
    return Wording(
        language=found.language,
        strings=found.strings,
        sections=found.sections,
        requests=found.requests,
        law=found.law,
        keys=found.keys,
        day_form=found.day,
        months=found.months,
        reviewed=found.usable,
    )


def missing(error: MissingString) -> Refused:
    """Return the refusal of a letter for which a text is missing, naming language and key."""
    found = {"language": error.language, "key": error.key}
    return Refused(
        "missing_string", Text(MISSING.nl.format(**found), MISSING.en.format(**found)), "language"
    )


NO_LANGUAGE = Text("Kies een taal uit de lijst.", "Choose a language from the list.")
NOT_REVIEWED = Text(
    "De brief in het {name} ({language}) is nog door niemand nagekeken. Daarom wordt hij niet "
    "gemaakt. Kies een andere taal, of lees de brief met een tolk.",
    "Nobody has reviewed the letter in {name} ({language}) yet, so it is not made. Choose another "
    "language, or read the letter with an interpreter.",
)
MISSING = Text(
    "In de taal {language} ontbreekt de tekst `{key}`. Daarom wordt deze brief niet gemaakt: hij "
    "zou in twee talen door elkaar staan. Kies een andere taal.",
    "The language {language} lacks the text `{key}`. So this letter is not made: it would mix two "
    "languages. Choose another language.",
)
