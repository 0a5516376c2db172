"""The question this house exists for: how does the law stand for one person on one day?

events ─► View (moments, facts, terms) ─► findings ─► duties ─► phase ─► Position
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from .case import Event, Value
from .duties import DutyRow, duties_of
from .errors import DayNotCovered
from .evidence import evidence
from .findings import Finding, find
from .law import Corpus
from .terms import RunningTerm
from .view import View


@dataclass(frozen=True, slots=True)
class Position:
    """All findings for one person on a day, the terms that have started and the duties.

    `evidence` gives, per name of the protocol, the ids of the events it rests on.
    """

    on: date
    known_at: date | None
    phase: str
    findings: tuple[Finding, ...]
    terms: tuple[RunningTerm, ...]
    duties: tuple[DutyRow, ...]
    evidence: Mapping[str, tuple[str, ...]]

    def finding(self, norm: str) -> Finding:
        """Return the one finding of a norm; KeyError if the protocol has no such norm."""
        for finding in self.findings:
            if finding.norm == norm:
                return finding
        raise KeyError(norm)

    def essence(self) -> tuple[object, ...]:
        """Return what a person is told: the position without how well each text was read."""
        return (
            self.phase,
            tuple(finding.essence() for finding in self.findings),
            tuple((t.term, t.starts, t.ends, t.state) for t in self.terms),
            tuple((d.norm, d.bearer, d.state, d.due) for d in self.duties),
        )


def determine(
    corpus: Corpus,
    events: Iterable[Event],
    on: date,
    known_at: date | None = None,
    assumptions: Mapping[str, Value] | None = None,
) -> Position:
    """Determine the position on a day, from what was recorded by `known_at` (None: all).

    `assumptions` sets facts by hand, to ask *what if*. Raises `DayNotCovered` for a day before
    the protocol's first.
    """
    if on < corpus.first_day:
        raise DayNotCovered(on, corpus.first_day)
    return position_of(View(corpus, events, on, known_at, assumptions))


def position_of(view: View) -> Position:
    """Determine the position that a view of a case shows."""
    findings = tuple(find(view, norm) for norm in view.corpus.norms.values())
    return Position(
        view.day,
        view.known_at,
        _phase(view),
        findings,
        view.terms(),
        duties_of(view, findings),
        evidence_of(view, findings),
    )


def _phase(view: View) -> str:
    return next((p.id for p in view.corpus.phases if view.holds(p.when)), "")


def evidence_of(view: View, findings: tuple[Finding, ...]) -> dict[str, tuple[str, ...]]:
    """Return the events that each name rests on which a reason of the findings speaks of."""
    names = dict.fromkeys(
        name
        for finding in findings
        for outcome in finding.outcomes
        for reason in outcome.reasons
        for name in reason.names
    )
    return {name: evidence(view, name) for name in names}
