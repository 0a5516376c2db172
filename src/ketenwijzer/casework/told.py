"""What a case tells one organisation of one day: the answer of the compiled law, with its outlook.

answer_of    all that telling starts from            chart_of   the drawn timeline, kept for a while
outlook_of   what to ask, and the next change        why_of     one norm, explained in full
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from ..engine.case import Event
from ..engine.explain import explain
from ..engine.outlook import Question, questions
from ..engine.position import Position
from ..engine.receipt import receipt
from ..engine.timeline import next_change, timeline
from ..engine.view import View
from ..telling.answer import Answer
from ..telling.chart import Chart, chart
from ..telling.explaining import Why, tell_bare, tell_why
from ..telling.language import Reader
from .access import OpenCase
from .position import Seen, Whole, corpus, events_of, law

KEPT = 128


@dataclass(frozen=True, slots=True)
class Happened:
    """The events of a case as a key: a chronology is only added to, so ids say all.

    `case` is in it because an event's id carries only a part of the id of its case.
    """

    case: str
    ids: tuple[str, ...]
    events: Iterable[Event]

    def __hash__(self) -> int:
        return hash((self.case, self.ids))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Happened) and (self.case, self.ids) == (other.case, other.ids)


def answer_of(seen: Seen | Whole) -> Answer:
    """Return what is told of a position; its questions and next change are asked apart."""
    on, known_at = seen.position.on, seen.position.known_at
    return Answer(
        corpus(),
        seen.events,
        seen.position,
        View(corpus(), seen.events, on, known_at),
        (),
        None,
        receipt(corpus(), seen.events, on, known_at),
    )


def outlook_of(answer: Answer) -> Answer:
    """Return an answer with what to ask, and the next day on which something changes."""
    on, known_at = answer.position.on, answer.position.known_at
    return replace(
        answer,
        questions=questions_of(answer.events, on, known_at),
        next_change=next_change(
            corpus(), answer.events, on, known_at, _compiled(answer.events, known_at)
        ),
    )


def questions_of(
    events: tuple[Event, ...], on: date, known_at: date | None = None
) -> tuple[Question, ...]:
    """Return what is still to be asked, the question that would change most first."""
    day = max(on, corpus().first_day)
    return questions(corpus(), events, day, known_at, law().determine)


def _compiled(
    events: tuple[Event, ...], known_at: date | None = None
) -> Callable[[View], Position]:
    def by(view: View) -> Position:
        return law().determine(events, view.day, known_at)

    return by


def chart_of(case: OpenCase, reader: Reader, on: date, known_at: date | None) -> Chart:
    """Return the drawn timeline of what an organisation may see of a case.

    What the whole would draw otherwise, on whichever day, is not drawn.
    """
    name = case.case.id.hex
    shown = _happened(name, events_of(case.states, case.reads))
    whole = _happened(name, events_of(case.states))
    without = _told_otherwise(shown, whole, known_at) if shown != whole else frozenset()
    return _chart(shown, reader, on, known_at, without)


def _happened(case: str, events: tuple[Event, ...]) -> Happened:
    return Happened(case, tuple(event.id for event in events), events)


@lru_cache(maxsize=KEPT)
def _told_otherwise(shown: Happened, whole: Happened, known_at: date | None) -> frozenset[str]:
    """Return the norms and terms that, on some day, stand otherwise in the whole."""
    lives = [
        timeline(corpus(), happened.events, known_at, _compiled(tuple(happened.events), known_at))
        for happened in (shown, whole)
    ]
    found: set[str] = set()
    for day in {interval.start for life in lives for interval in life}:
        mine, all_ = (law().determine(h.events, day, known_at) for h in (shown, whole))
        found |= _differing(mine, all_)
    return frozenset(found)


def _differing(mine: Position, whole: Position) -> set[str]:
    pairs = zip(mine.findings, whole.findings, strict=True)
    norms = {a.norm for a, b in pairs if (a.standing, a.granted) != (b.standing, b.granted)}
    terms = [{t.term: (t.starts, t.ends, t.state) for t in p.terms} for p in (mine, whole)]
    return norms | {name for name, told in terms[0].items() if terms[1].get(name) != told}


@lru_cache(maxsize=KEPT)
def _chart(
    happened: Happened, reader: Reader, on: date, known_at: date | None, without: frozenset[str]
) -> Chart:
    events = tuple(happened.events)
    return chart(corpus(), events, reader, on, known_at, _compiled(events, known_at), without)


def why_of(seen: Seen, whole: Whole, norm: str, reader: Reader) -> Why:
    """Explain one norm with all the law there is; raises `UnknownName`.

    Told is only what is so in the whole too. Not for a norm that is withheld.
    """
    answer, position = answer_of(seen), seen.position
    if norm in seen.bare:
        return tell_bare(answer, position.finding(norm), reader)
    found = explain(corpus(), seen.events, norm, position.on, position.known_at)
    if seen.events != whole.events:
        all_ = explain(corpus(), whole.events, norm, position.on, position.known_at)
        found = replace(found, changes=tuple(c for c in found.changes if c in all_.changes))
        if found.next_change != all_.next_change:
            return replace(tell_why(answer, found, reader), next_change="")
    return tell_why(answer, found, reader)
