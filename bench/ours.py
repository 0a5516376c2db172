"""Our engine on the eleven rules and on the whole law, and its answer in the common form."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ketenwijzer.corpus.load import read_corpus
from ketenwijzer.engine.case import Event
from ketenwijzer.engine.compiled import CompiledCorpus
from ketenwijzer.engine.law import Corpus
from ketenwijzer.engine.position import Position

from .answers import Answer, Line, Term

HOME = Path(__file__).parent / "eleven"


def eleven() -> Corpus:
    """Read the eleven rules."""
    return read_corpus("eleven", HOME)


def answer_of(position: Position) -> Answer:
    """Put a position in the common form; it is not part of what is timed."""
    return Answer(
        tuple(map(_line, position.findings)),
        tuple(Term(t.term, t.starts, t.ends or date.max, t.state.value) for t in position.terms),
    )


def _line(finding) -> Line:
    rule = finding.deciding.rule
    return Line(
        finding.norm,
        finding.standing.value,
        finding.since,
        finding.until,
        rule.text.en,
        rule.sources[0],
    )


class Ours:
    """The compiled back-end."""

    def __init__(self, corpus: Corpus) -> None:
        self.position = CompiledCorpus(corpus).determine

    def answer(self, events: Sequence[Event], day: date) -> Answer:
        return answer_of(self.position(events, day))
