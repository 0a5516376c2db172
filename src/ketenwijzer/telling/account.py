"""What one reader is told of one day, sentence by sentence, before it becomes a screen or a page.

    headline      the question that everyone asks first, and its answer
    holds         what holds now            open      what is not settled, and why
    unstated      what no source says       rest      what does not hold
    terms         what runs until when      duties    who must do what by when
    choices       what she may choose, and what would be different the day after
    questions     what to ask, in order     warnings  until when each text was seen

Screens and pages lay this out; they decide nothing.
"""

from dataclasses import dataclass

from .looks import Tone


@dataclass(frozen=True, slots=True)
class Because:
    """One part of the condition: as written, in words, its answer, and the events that bear it."""

    line: str
    words: str
    answer: str
    sign: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """One norm as it is told. `by` is who owes it or may use it, `ask` whom to ask about it.
    `hers` is set for what is a right of hers, and no power over her or duty.

    `key` is set for the norms that the person herself is told about, `silent` where the sources
    leave it open without more, `aside` where a worker needs no more than the title: it is about
    how organisations work, not about her.
    """

    norm: str
    title: str
    tone: Tone
    words: str
    sentence: str
    key: bool = False
    silent: bool = False
    aside: bool = False
    hers: bool = False
    group: str = ""
    period: str = ""
    until: str = ""
    by: str = ""
    ask: str = ""
    notes: tuple[str, ...] = ()
    reasons: tuple[Because, ...] = ()
    grounds: tuple[str, ...] = ()
    layers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    case_law: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Headline:
    """The first question, its answer, and the sentence that the answer rests on."""

    question: str
    answer: str
    tone: Tone
    stated: Stated


@dataclass(frozen=True, slots=True)
class ToldTerm:
    """A term: when it runs, how it stands, how its end was computed; `share` is how far gone."""

    term: str
    title: str
    starts: str
    ends: str
    until: str
    state: str
    force: str
    left: str
    runs: bool
    share: float
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldDuty:
    """Who must do what by when; `open` while it is still to be done.

    `standing` is set where nothing in this case brought it about: it always lies there; `aside`
    where its title says enough.
    """

    title: str
    bearer: str
    state: str
    due: str
    sentence: str
    open: bool
    late: bool
    standing: bool
    aside: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Effect:
    """A norm that stands otherwise after a choice or a supposed event; `open` if not settled."""

    norm: str
    title: str
    before: str
    after: str
    tone: Tone
    sentence: str
    key: bool
    open: bool


@dataclass(frozen=True, slots=True)
class ToldChoice:
    """What she may choose, and what follows; `duties` are the duties that arise or change.

    Choices from which the same follows are told as one.
    """

    title: str
    effects: tuple[Effect, ...]
    duties: tuple[str, ...]
    nothing: str = ""


@dataclass(frozen=True, slots=True)
class ToldQuestion:
    """What to ask, whom, and what the answer would move."""

    text: str
    ask: str
    moves: str


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """A recorded event: its number in the picture, its day, what happened, what to know of it."""

    number: int
    day: str
    what: str
    remarks: str
    later: bool


@dataclass(frozen=True, slots=True)
class Account:
    """All that one reader is told of one day."""

    language: str
    register: str
    title: str
    day: str
    known: str
    phase: str
    headline: Headline | None
    holds: tuple[Stated, ...]
    open: tuple[Stated, ...]
    unstated: tuple[Stated, ...]
    rest: tuple[Stated, ...]
    terms: tuple[ToldTerm, ...]
    duties: tuple[ToldDuty, ...]
    choices: tuple[ToldChoice, ...]
    steadfast: str
    questions: tuple[ToldQuestion, ...]
    events: tuple[ToldEvent, ...]
    warnings: tuple[str, ...]
    next_change: str
    danger: str
    contact: str
    disclaimer: str
    receipt: tuple[str, ...]
