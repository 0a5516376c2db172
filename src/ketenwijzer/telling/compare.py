"""What differs between two positions: norms, terms and duties, before and after."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from ..engine.calendar import DAY
from ..engine.case import Event
from ..engine.duties import DutyRow, duties_of
from ..engine.findings import Finding, find
from ..engine.law import Standing
from ..engine.position import Position, determine
from ..engine.terms import RunningTerm
from ..engine.view import View
from ..engine.vocabulary import EventType
from .answer import Answer
from .spoken import is_about_her

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Difference:
    """A norm that stands otherwise after than before."""

    before: Finding
    after: Finding


@dataclass(frozen=True, slots=True)
class Differences:
    """All that differs; a term or duty that was not there before has None on that side."""

    norms: tuple[Difference, ...]
    terms: tuple[tuple[RunningTerm | None, RunningTerm | None], ...]
    duties: tuple[tuple[DutyRow | None, DutyRow | None], ...]
    phase: tuple[str, str] | None

    def __bool__(self) -> bool:
        return bool(self.norms or self.terms or self.duties or self.phase)


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person herself may do on this day, and what would be different the day after.

    `after` is the answer about the case with that choice made, on the day after.
    """

    event: EventType
    differences: Differences
    after: Answer


def compare(before: Position, after: Position) -> Differences:
    """Compare two positions under the same protocol."""
    pairs = zip(before.findings, after.findings, strict=True)
    norms = tuple(Difference(b, a) for b, a in pairs if _stands(b) != _stands(a))
    terms = tuple(_unequal({t.term: t for t in before.terms}, {t.term: t for t in after.terms}))
    duties = tuple(
        _unequal(
            {(d.norm, d.bearer): d for d in before.duties},
            {(d.norm, d.bearer): d for d in after.duties},
        )
    )
    phase = (before.phase, after.phase) if before.phase != after.phase else None
    return Differences(norms, terms, duties, phase)


def common(mine: Differences, theirs: Differences) -> Differences:
    """Return of what differs for one reader only what differs just so for another."""
    norms = {_moves(d) for d in theirs.norms}
    terms = {_runs(pair) for pair in theirs.terms}
    return Differences(
        tuple(d for d in mine.norms if _moves(d) in norms),
        tuple(pair for pair in mine.terms if _runs(pair) in terms),
        tuple(pair for pair in mine.duties if pair in theirs.duties),
        mine.phase if mine.phase == theirs.phase else None,
    )


def _moves(difference: Difference) -> tuple[object, ...]:
    before, after = difference.before, difference.after
    return (before.norm, *_stands(before), *_stands(after))


def _runs(pair: tuple[RunningTerm | None, RunningTerm | None]) -> tuple[object, ...]:
    return tuple((t.term, t.starts, t.ends, t.state) if t else None for t in pair)


def choices(answer: Answer) -> tuple[Choice, ...]:
    """Try on this day each thing that the person may choose, and look at the day after.

    The day after, because on the day of a choice itself many a right still holds. Looked at is
    what is about her, and the duties that she is told of.
    """
    corpus, on = answer.corpus, answer.position.on
    known_at = answer.position.known_at
    happened = tuple(event for event in answer.events if event.effective <= on)
    before = _glimpse(View(corpus, happened, on + DAY, known_at))
    found = []
    for kind in corpus.event_types.values():
        if kind.choice is not None:
            event = Event("choice", kind.name, on, on, known_at or on)
            events = (*happened, event)
            view = View(corpus, events, on + DAY, known_at)
            after = replace(answer, events=events, position=_glimpse(view), view=view)
            found.append(Choice(kind, compare(before, after.position), after))
    return tuple(found)


def _glimpse(view: View) -> Position:
    """Return the position as far as it is about her: findings, terms and duties."""
    corpus = view.corpus
    norms = (n for n in corpus.norms.values() if n.plain or is_about_her(corpus, n.id))
    findings = tuple(find(view, norm) for norm in norms)
    duties = duties_of(view, findings)
    return Position(view.day, view.known_at, "", findings, view.terms(), duties, {})


def supposing(answer: Answer, events: tuple[Event, ...], on: date) -> Answer:
    """Return the answer about other events on another day; its questions are left as they were."""
    corpus, known_at = answer.corpus, answer.position.known_at
    return replace(
        answer,
        events=events,
        position=determine(corpus, events, on, known_at),
        view=View(corpus, events, on, known_at),
    )


def steadfast(answer: Answer, made: tuple[Choice, ...]) -> tuple[Finding, ...]:
    """Return what holds on this day and the day after, whichever choice is made."""
    afterwards = [choice.after.position for choice in made]
    seen = {f.norm for position in afterwards[:1] for f in position.findings}
    moved = {d.before.norm for choice in made for d in choice.differences.norms}
    return tuple(
        finding
        for finding in answer.position.findings
        if finding.standing is Standing.HOLDS and finding.norm in seen - moved
    )


def _stands(finding: Finding) -> tuple[object, ...]:
    return finding.standing, finding.granted, finding.until, finding.strength


def _unequal(before: dict[K, V], after: dict[K, V]) -> Iterator[tuple[V | None, V | None]]:
    for key in dict.fromkeys([*before, *after]):
        if before.get(key) != after.get(key):
            yield before.get(key), after.get(key)
