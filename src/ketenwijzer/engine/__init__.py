"""The position engine: dated events and a day go in, one person's legal position comes out.

Pure: no clock, no files, no randomness, no framework; the law is data that `ketenwijzer.corpus`
reads. `view`, `terms`, `outcomes`, `findings`, `duties` and `position` are the interpreter: they
walk the protocol as it is written and are the norm. `timeline`, `outlook` and `explain` ask it
on other days and of other cases; `compiled` gives the same answer faster.

    determine(corpus, events, on)     the position on a day
    timeline(corpus, events)          the whole life of a case
    next_change(corpus, events, on)   the next day on which it changes by itself
    questions(corpus, events, on)     what to ask, the answer that changes most first
    explain(corpus, events, norm, on) why, why not, what would change it
    receipt(corpus, events, on)       what the answer rests on
"""

from .case import Event, Value
from .errors import DayNotCovered, EngineError, UnknownName
from .explain import Explanation, explain
from .findings import Finding
from .law import Corpus, Kind, Standing, Strength
from .outlook import Question, questions
from .position import Position, determine
from .receipt import Receipt, receipt
from .timeline import Interval, next_change, timeline

__all__ = [
    "Corpus",
    "DayNotCovered",
    "EngineError",
    "Event",
    "Explanation",
    "Finding",
    "Interval",
    "Kind",
    "Position",
    "Question",
    "Receipt",
    "Standing",
    "Strength",
    "UnknownName",
    "Value",
    "determine",
    "explain",
    "next_change",
    "questions",
    "receipt",
    "timeline",
]
