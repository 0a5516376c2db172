"""Which text can be kept on every database and read back as it was typed.

A NUL is refused by PostgreSQL and kept by SQLite, half of a pair is no character at all, and the
replacement character says that something was lost on the way here.
"""

import re
from collections.abc import Mapping

from ..engine.vocabulary import Text
from .errors import Refused

UNREADABLE = re.compile("[\x00\ufffd\ud800-\udfff]")
NOT_READABLE = Text(
    "In deze tekst staan tekens die niet te lezen zijn (�). Typ ze opnieuw.",
    "This text holds characters that cannot be read (�). Type them again.",
)


def is_readable(text: str) -> bool:
    """Tell whether a text can be kept and read back."""
    return UNREADABLE.search(text) is None


def made_readable(text: str) -> str:
    """Return a text with a sign in the place of every character that cannot be kept."""
    return UNREADABLE.sub("\ufffd", text)


def refuse_unreadable(said: Mapping[str, object]) -> None:
    """Raise `Refused` if any text among what is to be recorded cannot be kept."""
    for name, value in said.items():
        if not all(map(is_readable, _texts(value))):
            raise Refused("unreadable", NOT_READABLE, name)


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return [text for part in (*value, *value.values()) for text in _texts(part)]
    if isinstance(value, (list, tuple)):
        return [text for part in value for text in _texts(part)]
    return []
