"""For every duty that has arisen: is it due, met, met late, overdue, passed, suspended, ended?"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .findings import Finding
from .law import DutySpec, Force, Kind, Standing
from .view import View

ARISEN = (Standing.HOLDS, Standing.LAPSED, Standing.DISPUTED)


class DutyState(StrEnum):
    """How a duty stands; a target that passed is never overdue."""

    PENDING = "pending"
    DUE = "due"
    MET = "met"
    MET_LATE = "met_late"
    OVERDUE = "overdue"
    PASSED = "passed"
    SUSPENDED = "suspended"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One duty of one bearer. `due` is its last day, None where no text gives a term."""

    norm: str
    bearer: str
    state: DutyState
    due: date | None
    since: date | None
    met_on: date | None = None


def duties_of(view: View, findings: tuple[Finding, ...]) -> tuple[DutyRow, ...]:
    """Return a row per bearer for every duty that has arisen, in the order of the norms."""
    return tuple(
        _row(view, finding, bearer)
        for finding in findings
        if finding.kind is Kind.DUTY and finding.standing in ARISEN
        for bearer in finding.owed_by
    )


def _row(view: View, finding: Finding, bearer: str) -> DutyRow:
    spec = finding.duty or DutySpec()
    since = view.moment(spec.since) if spec.since else finding.since
    term = view.term(spec.due) if spec.due else None
    due = term.ends if term else None
    met_on = _met(view, spec, since)
    row = DutyRow(finding.norm, bearer, DutyState.DUE, due, since, met_on)
    return DutyRow(
        row.norm,
        bearer,
        _state(view, finding, spec, row, term.force if term else None),
        due,
        since,
        met_on,
    )


def _met(view: View, spec: DutySpec, since: date | None) -> date | None:
    met = view.moment(spec.met_by) if spec.met_by else None
    if met is None or met > view.day or (since is not None and met < since):
        return None
    return met


def _state(
    view: View, finding: Finding, spec: DutySpec, row: DutyRow, force: Force | None
) -> DutyState:
    if row.met_on is not None:
        late = row.due is not None and row.met_on > row.due
        return DutyState.MET_LATE if late else DutyState.MET
    if finding.standing is Standing.LAPSED:
        return DutyState.ENDED
    if spec.suspended is not None and view.holds(spec.suspended):
        return DutyState.SUSPENDED
    if row.since is not None and row.since > view.day:
        return DutyState.PENDING
    if row.due is None or view.day <= row.due:
        return DutyState.DUE
    return DutyState.PASSED if force is Force.TARGET else DutyState.OVERDUE
