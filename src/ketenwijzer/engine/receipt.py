"""What an answer rests on, so that anyone can ask the same question again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .case import Event, known
from .law import Corpus

ENGINE_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Receipt:
    """Engine version, hashes of protocol and calendar, the events used, and the two days."""

    engine: str
    protocol: str
    protocol_hash: str
    calendar: str
    calendar_hash: str
    events: tuple[str, ...]
    on: date
    known_at: date | None


def receipt(
    corpus: Corpus, events: Iterable[Event], on: date, known_at: date | None = None
) -> Receipt:
    """Return the receipt of a position; only the ids of events go in, never what they say."""
    used = tuple(event.id for event in known(events, known_at) if event.effective <= on)
    return Receipt(
        ENGINE_VERSION,
        corpus.id,
        corpus.hash,
        corpus.calendar.id,
        corpus.calendar.hash,
        used,
        on,
        known_at,
    )
