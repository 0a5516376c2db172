"""The chronology as the law sees it: entries → events → the position on a day.

What may be established only by others reaches the engine not at all: it is shown as reported and
never takes a right away. What one organisation is told rests on what that organisation may see;
where the whole would be told otherwise, it is told to ask before it acts.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.conf import settings

from ..corpus.agreement import Agreement
from ..corpus.agreements import load_agreement
from ..corpus.load import load_corpus
from ..engine.case import PERSON, Event, Value
from ..engine.compiled import CompiledCorpus
from ..engine.duties import DutyRow
from ..engine.findings import Finding
from ..engine.law import Corpus, Standing
from ..engine.position import Position
from ..engine.vocabulary import EventType
from ..telling.words import NOT_SHOWN
from .state import CaseState, Record

HERE = ZoneInfo("Europe/Amsterdam")
STATEMENTS = ("statement_recorded", "statement_proposed")


@lru_cache(maxsize=1)
def law() -> CompiledCorpus:
    """Return the compiled law of this installation's country."""
    return CompiledCorpus(load_corpus(settings.COUNTRY))


def corpus() -> Corpus:
    """Return the law of this installation's country."""
    return law().corpus


def agreement() -> Agreement:
    """Return the agreement of the partners that is in force."""
    return load_agreement(settings.COUNTRY)


# ------------------------------------------------------------------ entries → events


def is_statement(record: Record) -> bool:
    """Tell whether an entry states something that the law knows."""
    return record.kind in STATEMENTS


def is_established(record: Record, state: CaseState) -> bool:
    """Tell whether a statement comes from who may establish it, twice where that is needed."""
    if record.kind == "statement_proposed":
        proposal = state.proposals.get(record.number)
        if proposal is None or proposal.answer != "statement_confirmed":
            return False
    statement = agreement().statements.get(record.text("type"))
    if statement is None:
        return False
    return not statement.stated_by or record.author.role in statement.stated_by


def events_of(
    states: Iterable[CaseState], visible: Callable[[Record], bool] | None = None
) -> tuple[Event, ...]:
    """Return the events that the engine may count, of a case and what was merged into it."""
    counted = (found for state in states for found in _counted(state))
    return tuple(event for record, event in counted if visible is None or visible(record))


def _counted(state: CaseState) -> Iterator[tuple[Record, Event]]:
    """Yield the entries that count, each with the event that it tells of."""
    types = corpus().event_types
    for record in state.records:
        if is_statement(record) and record.text("type") in types and is_established(record, state):
            yield record, event_of(record, types[record.text("type")], state)


def event_of(record: Record, kind: EventType, state: CaseState) -> Event:
    """Return the event that a statement tells of."""
    attributes = dict(_attributes(record, kind))
    takes_effect = attributes.get(kind.takes_effect or "")
    effective = takes_effect if isinstance(takes_effect, date) else record.on
    corrected = record.data.get("supersedes")
    proposal = state.proposals.get(record.number)
    established = proposal.answered_at if proposal is not None else None
    return Event(
        _id(state, record.number),
        kind.name,
        record.on,
        effective if kind.name != PERSON else date.min,
        (established or record.recorded_at).astimezone(HERE).date(),
        record.author.role or None,
        attributes,
        _id(state, corrected) if isinstance(corrected, int) else None,
    )


def _id(state: CaseState, number: int) -> str:
    return f"{state.id.hex[:6]}.{number}"


def _attributes(record: Record, kind: EventType) -> Iterator[tuple[str, Value]]:
    for name, value in record.values("attributes").items():
        attribute = kind.attributes.get(name)
        if attribute is None or value is None or name == "by":
            continue
        if attribute.type == "date":
            yield name, date.fromisoformat(str(value))
        elif attribute.type == "boolean":
            yield name, value is True
        else:
            yield name, str(value)


# ------------------------------------------------------------------ one organisation's position


@dataclass(frozen=True, slots=True)
class Seen:
    """A position as one organisation may see it.

    `withheld` are the norms, and `withheld_terms` the terms, of which the whole is told otherwise
    than what it may see: of those it is told to ask, and nothing else. A phase that the whole tells
    otherwise is left out. Help that holds is never withheld: where what it rests on is not to be
    seen, the norm is `bare`, told to hold without its ground.
    """

    events: tuple[Event, ...]
    position: Position
    withheld: frozenset[str]
    withheld_terms: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()

    @property
    def otherwise(self) -> frozenset[str]:
        """Return the norms of which the whole is told otherwise than what may be seen."""
        return self.withheld | self.bare


def position_of(events: tuple[Event, ...], on: date, known_at: date | None = None) -> Position:
    """Return the position that these events make on a day."""
    return law().determine(events, max(on, corpus().first_day), known_at)


@dataclass(frozen=True, slots=True)
class Whole:
    """All that counts in a case, whoever may see it: to decide with, never to show."""

    counted: tuple[tuple[Record, Event], ...]
    position: Position

    @property
    def events(self) -> tuple[Event, ...]:
        """Return the events that make the position."""
        return tuple(event for _, event in self.counted)

    def seen(self, visible: Callable[[Record], bool]) -> Seen:
        """Return the position on what is visible, and what the whole would tell otherwise."""
        shown = tuple(event for record, event in self.counted if visible(record))
        if len(shown) == len(self.counted):
            return Seen(shown, self.position, frozenset())
        whole = self.position
        position = position_of(shown, whole.on, whole.known_at)
        withheld = frozenset(
            mine.norm
            for mine, all_ in zip(position.findings, whole.findings, strict=True)
            if mine is not all_ and _said(mine) != _said(all_)
        )
        withheld |= _otherwise(position.duties, whole.duties)
        help_ = agreement().never_withheld
        withheld -= {norm for norm in help_ if _holds(position, norm)}
        bare = withheld & {norm for norm in help_ if _holds(whole, norm)}
        findings = tuple(_bare(f) if f.norm in bare else f for f in position.findings)
        terms = {term.term: (term.starts, term.ends, term.state) for term in whole.terms}
        otherwise = frozenset(
            term.term
            for term in position.terms
            if terms.get(term.term) != (term.starts, term.ends, term.state)
        )
        phase = position.phase if position.phase == whole.phase else ""
        told = replace(position, phase=phase, findings=findings)
        return Seen(shown, told, withheld - bare, otherwise, bare)


def whole_of(states: Iterable[CaseState], on: date, known_at: date | None = None) -> Whole:
    """Return all that counts in a case and what was merged into it, with its position on a day."""
    counted = tuple(found for state in states for found in _counted(state))
    return Whole(counted, position_of(tuple(event for _, event in counted), on, known_at))


def _holds(position: Position, norm: str) -> bool:
    return position.finding(norm).standing is Standing.HOLDS


def _said(finding: Finding) -> tuple[object, ...]:
    return finding.standing, finding.granted, finding.until


def _bare(finding: Finding) -> Finding:
    """Return that a norm holds, and nothing of why or since when."""
    return Finding(
        finding.norm,
        finding.kind,
        Standing.HOLDS,
        finding.holder,
        corpus().norms[finding.norm].owed_by,
        why=NOT_SHOWN,
    )


def _otherwise(mine: tuple[DutyRow, ...], whole: tuple[DutyRow, ...]) -> frozenset[str]:
    """Return the norms of duties that the whole tells otherwise: another day, met or not."""
    return frozenset(row.norm for row in {*mine} ^ {*whole})


def look_again(
    events: tuple[Event, ...], position: Position, last_days: Iterable[date] = ()
) -> date:
    """Return the first day after this one on which something could change by itself.

    `last_days` are the days up to and including which something was agreed.
    """
    today = position.on
    ahead = [last + timedelta(days=1) for last in last_days]
    ahead += [term.ends + timedelta(days=1) for term in position.terms if term.ends is not None]
    ahead += [row.due + timedelta(days=1) for row in position.duties if row.due is not None]
    for event in events:
        days = (event.effective, *event.attributes.values())
        ahead += [day for day in days if isinstance(day, date)]
    return min((day for day in ahead if day > today), default=date.max)
