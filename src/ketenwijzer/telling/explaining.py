"""Why a norm stands as it does, why it does not hold, and what would change it."""

from dataclasses import dataclass

from ..engine.case import Event
from ..engine.explain import Change, Explanation, Failing
from ..engine.findings import Finding, find
from ..engine.law import Standing
from ..engine.view import View
from ..engine.vocabulary import Text
from .account import Because, Stated
from .answer import Answer
from .happenings import what_happened
from .language import Reader, Register, sentence
from .looks import Tone, tone
from .spoken import version_of
from .stating import holding_told, reason_told, state
from .words import standing_words

NEXT = Text(
    "Als er niets meer gebeurt, verandert dit op {}.",
    "If nothing more happens, this changes on {}.",
)
NO_NEXT = Text(
    "Door het verstrijken van tijd verandert dit niet.",
    "The passing of time does not change this.",
)


@dataclass(frozen=True, slots=True)
class Missing:
    """A rule by which the norm would hold, where it stands, and what it lacks."""

    rule: str
    text: str
    lacks: Because


@dataclass(frozen=True, slots=True)
class WouldChange:
    """Events of which any one, on this day, would make the norm stand so."""

    after: str
    tone: Tone
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """The whole explanation of one norm for one reader."""

    day: str
    stated: Stated
    missing: tuple[Missing, ...]
    changes: tuple[WouldChange, ...]
    next_change: str
    case_law: tuple[str, ...]


def tell_why(answer: Answer, explanation: Explanation, reader: Reader) -> Why:
    """Tell why, with all the law there is: whoever asks why wants to know."""
    full = Reader(reader.language, Register.LAWYER)
    finding = explanation.finding
    holds = finding.standing is Standing.HOLDS
    return Why(
        reader.day(explanation.on),
        state(answer, finding, full),
        () if holds else tuple(_missing(answer, f, explanation, full) for f in explanation.failing),
        tuple(_changes(answer, explanation, full)),
        _next(explanation, reader),
        tuple(holding_told(answer, holding, reader) for holding in explanation.holdings),
    )


def tell_bare(answer: Answer, finding: Finding, reader: Reader) -> Why:
    """Tell how a norm stands to whoever may not see what it rests on, nor what moves it."""
    full = Reader(reader.language, Register.LAWYER)
    return Why(reader.day(answer.position.on), state(answer, finding, full), (), (), "", ())


def _missing(answer: Answer, failing: Failing, explanation: Explanation, reader: Reader) -> Missing:
    version = version_of(answer.corpus, failing.layer, failing.version)
    parts = dict(zip(failing.rule.lines, failing.rule.clauses, strict=True))
    part = parts[failing.reason.line]
    return Missing(
        sentence(reader(failing.rule.text)),
        reader(version.title) if version else failing.layer,
        reason_told(answer, failing.reason, part, explanation.finding, reader),
    )


def _changes(answer: Answer, explanation: Explanation, reader: Reader) -> list[WouldChange]:
    """Join the events that lead to the same, in the order of the standings."""
    found: dict[tuple[int, str, Tone], list[str]] = {}
    order = list(Standing)
    for change in explanation.changes:
        after = _after(answer, explanation, change)
        key = order.index(after.standing), reader(standing_words(after)), tone(after)
        told = what_happened(answer.corpus, change.event, change.by, change.attributes, reader)
        found.setdefault(key, []).append(told)
    return [
        WouldChange(words, colour, tuple(dict.fromkeys(events)))
        for (_, words, colour), events in sorted(found.items())
    ]


def _after(answer: Answer, explanation: Explanation, change: Change) -> Finding:
    """Return the finding after a change, so that a *may* is told as a *may*."""
    on, known_at = explanation.on, answer.position.known_at
    event = Event(
        "what-if",
        change.event,
        on,
        on,
        known_at or on,
        by=change.by,
        attributes=change.attributes,
    )
    view = View(answer.corpus, (*answer.events, event), on, known_at)
    return find(view, answer.corpus.norms[explanation.finding.norm])


def _next(explanation: Explanation, reader: Reader) -> str:
    if explanation.next_change is None:
        return reader(NO_NEXT)
    return reader(NEXT).format(reader.day(explanation.next_change))
