"""The life of a case in sentences: on each day that matters, what happened and what changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ..engine.calendar import DAY
from ..engine.case import Event, known
from ..engine.findings import Finding
from ..engine.law import Corpus, Kind
from ..engine.timeline import Interval, timeline
from .happenings import in_order, what_happened
from .language import Reader, capital
from .looks import Tone, tone
from .words import standing_words


@dataclass(frozen=True, slots=True)
class Turn:
    """Norms that stand otherwise from a day on, and alike."""

    titles: tuple[str, ...]
    words: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Chapter:
    """One day: what happened, with the number in the drawing, and what changed."""

    day: str
    ahead: bool
    events: tuple[str, ...]
    turns: tuple[Turn, ...]


def story(
    corpus: Corpus,
    events: Iterable[Event],
    reader: Reader,
    day: date | None = None,
    known_at: date | None = None,
) -> tuple[Chapter, ...]:
    """Return the days on which something happened or changed, from the first event on.

    Of the norms those are told that the person herself hears about; days after `day` lie ahead.
    """
    happened = in_order(known(events, known_at))
    if not happened:
        return ()
    told: dict[date, list[str]] = {}
    for number, event in enumerate(happened, 1):
        what = what_happened(corpus, event.type, event.by, event.attributes, reader)
        told.setdefault(event.on, []).append(f"{number}. {capital(what)}")
    turns = dict(_turns(corpus, timeline(corpus, known(events, known_at)), reader))
    days = sorted({d for d in (*told, *turns) if d >= happened[0].on})
    return tuple(
        Chapter(
            reader.day(d),
            day is not None and d > day,
            tuple(told.get(d, ())),
            tuple(turns.get(d, ())),
        )
        for d in days
    )


def _turns(
    corpus: Corpus, intervals: Iterable[Interval], reader: Reader
) -> Iterator[tuple[date, list[Turn]]]:
    for before, after in pairwise(intervals):
        found: dict[tuple[Tone, str], list[str]] = {}
        for f in after.position.findings:
            if _is_told(corpus, f) and _moved(before.position.finding(f.norm), f):
                title = reader(corpus.norms[f.norm].title)
                found.setdefault((tone(f), _words(f, reader)), []).append(title)
        if found:
            turns = [Turn(tuple(titles), words, t) for (t, words), titles in found.items()]
            yield after.start, turns


def _is_told(corpus: Corpus, finding: Finding) -> bool:
    return finding.kind is not Kind.DUTY and bool(corpus.norms[finding.norm].plain)


def _moved(before: Finding, after: Finding) -> bool:
    return standing_words(before) != standing_words(after) or before.until != after.until


def _words(finding: Finding, reader: Reader) -> str:
    words = reader(standing_words(finding))
    if finding.until is None or tone(finding) not in (Tone.HOLDS, Tone.MAYBE, Tone.RULE):
        return words
    return f"{words} {reader.till(finding.until - DAY)}"
