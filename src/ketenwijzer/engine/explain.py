"""Why a norm stands as it does, why not otherwise, and what would change it.

Nothing here is guessed from the wording: *what would change it* is found by adding each
possible event to the case and asking again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from .case import PERSON, Event, Value
from .errors import UnknownName
from .evidence import names_in
from .findings import Finding, Reason, find, governing
from .law import Corpus, Holding, Rule, Standing
from .position import position_of
from .timeline import next_change_of
from .view import View
from .vocabulary import EventType


@dataclass(frozen=True, slots=True)
class Failing:
    """A rule that would let the norm hold, and the first part of it that is not met."""

    layer: str
    version: str
    rule: Rule
    reason: Reason


@dataclass(frozen=True, slots=True)
class Change:
    """An event that, if it happened on this day, would change how the norm stands."""

    event: str
    attributes: Mapping[str, Value]
    by: str | None
    standing: Standing
    granted: bool | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why, why not, what would change it, and what courts held."""

    on: date
    finding: Finding
    evidence: Mapping[str, tuple[str, ...]]
    failing: tuple[Failing, ...]
    changes: tuple[Change, ...]
    next_change: date | None
    holdings: tuple[Holding, ...]


def explain(
    corpus: Corpus,
    events: Iterable[Event],
    norm: str,
    on: date,
    known_at: date | None = None,
) -> Explanation:
    """Explain one norm on a day; raises `UnknownName` for a norm that the protocol lacks."""
    if norm not in corpus.norms:
        raise UnknownName("norm", norm)
    events = tuple(events)
    view = View(corpus, events, on, known_at)
    position = position_of(view)
    finding = position.finding(norm)
    return Explanation(
        on,
        finding,
        position.evidence,
        tuple(_failing(view, finding)),
        tuple(_changes(corpus, events, finding, on, known_at)),
        next_change_of(corpus, events, norm, on, known_at),
        tuple(h for h in corpus.holdings if h.norm == norm and not _decided_after(h, known_at)),
    )


def _decided_after(holding: Holding, known_at: date | None) -> bool:
    decided = holding.decided_on
    return known_at is not None and decided is not None and decided > known_at


def _failing(view: View, finding: Finding) -> Iterator[Failing]:
    """Yield, per rule that would let the norm hold, the first part that is not met."""
    grounds = {ground.ground: ground.truth for ground in finding.grounds}
    for layer in view.corpus.layers:
        candidates = governing(view, layer, finding.norm)[-1].candidates
        rules = candidates[-1] if candidates else None
        for rule in rules.rules if rules else ():
            if rule.then is not Standing.HOLDS:
                continue
            for line, part in zip(rule.lines, rule.clauses, strict=True):
                truth = view.holds(part, grounds)
                if truth is not True:
                    reason = Reason(line, truth, names_in(part))
                    yield Failing(layer.id, rules.version if rules else "", rule, reason)
                    break


def _changes(
    corpus: Corpus,
    events: tuple[Event, ...],
    finding: Finding,
    on: date,
    known_at: date | None,
) -> Iterator[Change]:
    """Try every event that could happen on this day, with each value of one attribute."""
    now = finding.standing, finding.granted
    seen: set[tuple[str, Standing, bool | None]] = set()
    for kind in corpus.event_types.values():
        for by, attributes in _variants(kind) if kind.name != PERSON else ():
            event = Event(
                "what-if", kind.name, on, on, known_at or on, by=by, attributes=attributes
            )
            view = View(corpus, (*events, event), on, known_at)
            after = find(view, corpus.norms[finding.norm])
            key = kind.name, after.standing, after.granted
            if (after.standing, after.granted) != now and key not in seen:
                seen.add(key)
                yield Change(kind.name, attributes, by, after.standing, after.granted)


def _variants(kind: EventType) -> Iterator[tuple[str | None, dict[str, Value]]]:
    """Yield the ways in which an event can be told: one value at a time of each attribute."""
    if not any(attribute.required for attribute in kind.attributes.values()):
        yield None, {}
    for attribute in kind.attributes.values():
        answers: tuple[Value, ...] = tuple(attribute.values)
        if attribute.type == "boolean":
            answers = (True, False)
        for value in answers:
            if attribute.name == "by":
                yield str(value), {}
            elif value != "unknown":
                yield None, {attribute.name: value}
