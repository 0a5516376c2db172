"""Asks the engine everything that is told of one case on one day, once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..engine.case import Event
from ..engine.law import Corpus
from ..engine.outlook import Question, questions
from ..engine.position import Position, determine
from ..engine.receipt import Receipt, receipt
from ..engine.timeline import next_change
from ..engine.view import View


@dataclass(frozen=True, slots=True)
class Answer:
    """What the engine answers about a case on a day; every form of telling starts here."""

    corpus: Corpus
    events: tuple[Event, ...]
    position: Position
    view: View
    questions: tuple[Question, ...]
    next_change: date | None
    receipt: Receipt

    def event(self, name: str) -> Event | None:
        """Return the event of that id, or None."""
        return next((event for event in self.events if event.id == name), None)


def ask(corpus: Corpus, events: Iterable[Event], on: date, known_at: date | None = None) -> Answer:
    """Ask for the position on a day and all that is told with it.

    Raises `DayNotCovered` for a day before the protocol's first.
    """
    events = tuple(events)
    return Answer(
        corpus,
        events,
        determine(corpus, events, on, known_at),
        View(corpus, events, on, known_at),
        questions(corpus, events, on, known_at),
        next_change(corpus, events, on, known_at),
        receipt(corpus, events, on, known_at),
    )
