"""Names as they are searched: how they sound, in any script, never as they are written.

Each pair of a sounding name and a year of birth becomes a blind token; a search needs both, so
that a single common name finds nothing (safety rule 10).
"""

import re
from collections.abc import Iterator, Mapping

import jellyfish
from anyascii import anyascii

from .keystore import keys
from .sealing import blind

NAME_FIELDS = ("given_name", "family_name", "other_names")
WORD = re.compile(r"[a-z]{2,}")
SHORT = ("de", "den", "der", "van", "el", "al", "bin", "ben")
LEEWAY = 1


def tokens_of(identity: Mapping[str, object]) -> set[bytes]:
    """Return the tokens under which a person is found: each name with each likely year."""
    year = birth_year(identity)
    if year is None:
        return set()
    names = " ".join(str(identity.get(name) or "") for name in NAME_FIELDS)
    return {_token(sound, year) for sound in sounds(names)}


def tokens_for(name: str, year: int) -> list[set[bytes]]:
    """Return, per word of a name that is searched, the tokens that would be a hit.

    A year of birth is often a guess, so the years beside it count too.
    """
    years = range(year - LEEWAY, year + LEEWAY + 1)
    return [{_token(sound, near) for near in years} for sound in sorted(sounds(name))]


def birth_year(identity: Mapping[str, object]) -> int | None:
    """Return the year of birth that an identity gives, from the date or by itself."""
    found = str(identity.get("birth_date") or identity.get("birth_year") or "")[:4]
    return int(found) if found.isdigit() and len(found) == 4 else None


def sounds(name: str) -> set[str]:
    """Return how the words of a name sound, transliterated from any script."""
    return set(_sounds(name))


def _sounds(name: str) -> Iterator[str]:
    for word in WORD.findall(anyascii(name).lower()):
        if word not in SHORT:
            yield jellyfish.metaphone(word) or word


def _token(sound: str, year: int) -> bytes:
    return blind(keys().secret("search names"), f"{sound} {year}")
