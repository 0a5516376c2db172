"""The duties of one norm in the generated source: which row, if the duty has arisen."""

from datetime import date

from ..duties import ARISEN, DutyRow, DutyState
from ..findings import Finding
from ..law import DutySpec, Force, Rule, Standing
from .frames import Scope
from .memory import Remembered
from .text import Block, Chain
from .truths import Truths

RowKey = tuple[DutyState, date | None, date | None, date | None]
Rows = Remembered[RowKey, tuple[DutyRow, ...]]
Arisen = tuple[int, bool, Rows]
"""The number of the rule that tells when a duty is met, whether it lapsed, and its rows."""


class DutyTable:
    """The rows of one duty, and the numbers of the rules by which it may be met."""

    def __init__(self, norm: str, rules: list[Rule]) -> None:
        specs = {id(rule.duty): rule.duty for rule in rules}
        self.specs: list[DutySpec | None] = list({id(None): None, **specs}.values())
        self._norm = norm
        self._numbers = {id(spec): number for number, spec in enumerate(self.specs)}
        self._rows: dict[tuple[str, ...], Rows] = {}

    def of(self, finding: Finding) -> Arisen | None:
        """Return what the duty rests on, or None if it has not arisen."""
        if finding.standing not in ARISEN:
            return None
        bearers = finding.owed_by
        if bearers not in self._rows:
            self._rows[bearers] = Remembered(lambda key: self._row(bearers, key))
        lapsed = finding.standing is Standing.LAPSED
        return self._numbers[id(finding.duty)], lapsed, self._rows[bearers]

    def _row(self, bearers: tuple[str, ...], key: RowKey) -> tuple[DutyRow, ...]:
        state, due, since, met_on = key
        return tuple(DutyRow(self._norm, b, state, due, since, met_on) for b in bearers)


class DutyWriter:
    """Writes the lines that tell how a duty stands."""

    def __init__(self, scope: Scope, body: Block) -> None:
        self._scope = scope
        self._body = body

    def write(self, finding: str, arisen: str, specs: list[DutySpec | None]) -> None:
        """Add the lines for a duty; `specs` tell, by number, when it is met."""
        bodies = [self._row(finding, spec or DutySpec()) for spec in specs]
        inside = self._body.open(f"if {arisen} is not None:")
        inside.add(f"spec, lapsed, rows = {arisen}")
        chain = Chain(self._scope.names)
        for number, lines in enumerate(bodies):
            chain.case("True" if number == len(bodies) - 1 else f"spec == {number}", lines)
        chain.write(inside)

    def _row(self, finding: str, spec: DutySpec) -> list[str]:
        """Return the lines that add the row, most telling state first."""
        since = self._scope.moment(spec.since).name if spec.since else "since"
        lines = [] if spec.since else [f"since = {finding}.since"]
        term = self._scope.term(spec.due) if spec.due else None
        due = term.last if term else "None"
        state = "ENDED if lapsed else "
        if spec.suspended is not None:
            state += f"SUSPENDED if {Truths(self._scope).of(spec.suspended).text} else "
        state += f"PENDING if {since} is not None and {since} > day else DUE"
        if term:
            over = f"PASSED if {term.name}.force is TARGET else OVERDUE"
            state += f" if {due} is None or day <= {due} else {over}"
        met = "None"
        if spec.met_by:
            moment, met = self._scope.moment(spec.met_by), "met"
            reached = f"{moment.name} <= day and ({since} is None or {moment.name} >= {since})"
            come = f"{moment.name} is not None and {reached}"
            lines.append(f"met = {moment.name} if {come} else None")
            late = f"MET_LATE if {due} is not None and met > {due} else MET"
            state = f"({late if term else 'MET'}) if met is not None else {state}"
        return [*lines, f"duties += rows[{state}, {due}, {since}, {met}]"]


STATES: dict[str, object] = {
    **{state.name: state for state in DutyState},
    "TARGET": Force.TARGET,
}
