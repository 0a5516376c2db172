"""Running terms: when a period started, its last day inside, how that was computed, its state."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .calendar import Calendar, Step, Sum, add
from .conditions import Condition, TermQuestion
from .law import Force, TermRule
from .truth import Truth, any_of

MomentOf = Callable[[str], date | None]
HeldOn = Callable[[Condition, date], Truth]


class TermState(StrEnum):
    """How a term stands on a day."""

    RUNNING = "running"
    SUSPENDED = "suspended"
    MET = "met"
    MET_LATE = "met_late"
    PASSED = "passed"
    ENDED = "ended"
    ENDED_EARLY = "ended_early"


@dataclass(frozen=True, slots=True)
class RunningTerm:
    """A term of this case: first day, last day inside (None while it stands still), the sum.

    `otherwise` is the last day if holidays of uncertain standing do not count, where it differs.
    """

    term: str
    starts: date
    ends: date | None
    force: Force
    state: TermState
    steps: tuple[Step, ...]
    sources: tuple[str, ...]
    otherwise: date | None = None


def run(
    rule: TermRule | None, day: date, moment: MomentOf, held_on: HeldOn, calendar: Calendar
) -> RunningTerm | None:
    """Compute a term as it stands on a day; None if it has not started or its length is open."""
    start = moment(rule.start) if rule else None
    if rule is None or start is None or start > day:
        return None
    for case in rule.cases:
        truth = held_on(case.when, start)
        if truth is None:
            return None
        if truth:
            total = add(start, case.add, calendar, rule.month_end, roll=rule.roll)
            return _Running(rule, start, day, moment).result(total)
    return None


def begun(rules: Iterable[TermRule | None], day: date, moment: MomentOf, held_on: HeldOn) -> Truth:
    """Tell whether the texts that may be in force set a term that has begun by a day.

    Not established where they differ about that, or where it rests on what is not established.
    """
    truths = {_set_by(rule, day, moment, held_on) for rule in rules} or {False}
    return truths.pop() if len(truths) == 1 else None


def _set_by(rule: TermRule | None, day: date, moment: MomentOf, held_on: HeldOn) -> Truth:
    start = moment(rule.start) if rule else None
    if rule is None or start is None or start > day:
        return False
    return any_of(held_on(case.when, start) for case in rule.cases)


def in_term(question: TermQuestion, term: RunningTerm | None, has_begun: Truth, day: date) -> Truth:
    """Answer what is asked of a term: no before it begins, open while its length is."""
    if question is TermQuestion.STARTED or has_begun is False:
        return has_begun
    if term is None:
        return None
    over = term.ends is not None and day > term.ends
    return over if question is TermQuestion.PAST else not over


@dataclass(frozen=True, slots=True)
class _Running:
    rule: TermRule
    start: date
    day: date
    moment: MomentOf

    def result(self, total: Sum) -> RunningTerm:
        rule = self.rule
        last, steps = self._stood_still(*self._extended(total))
        early = self._early_end(last)
        if early is not None:
            last = early[0]
            steps = (*steps, Step("ended_early", last, early[1]))
        moved = last != total.end
        state = self._state(last, early is not None)
        otherwise = None if moved else total.otherwise
        return RunningTerm(
            rule.id, self.start, last, rule.force, state, steps, rule.sources, otherwise
        )

    def _extended(self, total: Sum) -> tuple[date, tuple[Step, ...]]:
        name = self.rule.extended_to
        extended = self.moment(name) if name else None
        if name is None or extended is None or extended <= total.end:
            return total.end, total.steps
        return extended, (*total.steps, Step("extended", extended, name))

    def _stood_still(
        self, last: date, steps: tuple[Step, ...]
    ) -> tuple[date | None, tuple[Step, ...]]:
        paused = self._reached(self.rule.paused_from, self.start)
        if paused is None or paused > last:
            return last, steps
        steps = (*steps, Step("paused", paused, self.rule.paused_from or ""))
        resumed = self._reached(self.rule.paused_until, paused)
        if resumed is None:
            return None, steps
        last += resumed - paused
        return last, (*steps, Step("resumed", resumed, self.rule.paused_until or ""))

    def _early_end(self, last: date | None) -> tuple[date, str] | None:
        reached = ((self._reached(name, self.start), name) for name in self.rule.ends_early)
        ends = [(day, name) for day, name in reached if day is not None]
        early = min(ends, default=None)
        return early if early is not None and (last is None or early[0] < last) else None

    def _state(self, last: date | None, early: bool) -> TermState:
        met = self._reached(self.rule.met_by, self.start)
        if met is not None:
            return TermState.MET if last is None or met <= last else TermState.MET_LATE
        if last is None:
            return TermState.SUSPENDED
        if self.day <= last:
            return TermState.RUNNING
        if early:
            return TermState.ENDED_EARLY
        return TermState.PASSED if self.rule.force is Force.TARGET else TermState.ENDED

    def _reached(self, name: str | None, since: date) -> date | None:
        found = self.moment(name) if name else None
        return found if found is not None and since <= found <= self.day else None
