"""What is still open: the questions whose answer would change most, asked first."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from .case import Event, Value
from .law import Corpus
from .position import Position, determine
from .vocabulary import Fact

Determine = Callable[[tuple[Event, ...], date, date | None, Mapping[str, Value] | None], Position]


@dataclass(frozen=True, slots=True)
class Question:
    """A fact that is not established, whom to ask, and the norms that an answer would move."""

    fact: str
    ask: str | None
    changes: tuple[str, ...]
    most: int


def questions(
    corpus: Corpus,
    events: Iterable[Event],
    on: date,
    known_at: date | None = None,
    by: Determine | None = None,
) -> tuple[Question, ...]:
    """Return the open questions, the one whose answer would change most first.

    Each answer is tried; a question that no answer makes matter is left out. `by` is another
    back-end that determines positions, the interpreter if none is given.
    """
    events = tuple(events)
    determined = by or partial(determine, corpus)
    now = determined(events, on, known_at, None)
    found = []
    for name in _open_facts(now):
        fact = corpus.facts[name]
        moved = [
            _moved(now, determined(events, on, known_at, {name: value}))
            for value in possible_values(fact)
        ]
        changes = tuple(dict.fromkeys(norm for norms in moved for norm in norms))
        if changes:
            found.append(Question(name, fact.ask, changes, max(map(len, moved))))
    return tuple(sorted(found, key=lambda q: (-q.most, -len(q.changes), q.fact)))


def possible_values(fact: Fact) -> tuple[Value, ...]:
    """Return the answers that a question about a fact can have."""
    return tuple(fact.values) if fact.values else (True, False)


def _open_facts(position: Position) -> list[str]:
    found = (
        fact
        for finding in position.findings
        for outcome in finding.outcomes
        for fact in outcome.open_facts
    )
    return list(dict.fromkeys(found))


def _moved(before: Position, after: Position) -> list[str]:
    pairs = zip(before.findings, after.findings, strict=True)
    return [b.norm for b, a in pairs if (b.standing, b.granted) != (a.standing, a.granted)]
