"""What the recorded events establish on a day: moments, facts, terms and conditions.

A `View` is one case seen on one day with what was known by then. It walks the protocol as it
is written and remembers what it found; it is never optimised, because it is the norm that
faster ways of answering are measured against.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from .calendar import add
from .case import Event, Value
from .conditions import (
    TODAY,
    Always,
    And,
    At,
    Compare,
    Condition,
    Ground,
    Happened,
    InTerm,
    Is,
    Known,
    Not,
    Or,
    Order,
)
from .conditions import Fact as FactIsTrue
from .errors import UnknownName
from .law import Corpus, TermRule
from .records import in_order
from .selection import UNKNOWN, agreed, day_of, selects, value_of
from .terms import RunningTerm, begun, in_term, run
from .truth import Truth, all_of, any_of, negate
from .versions import term_names, term_rules_on
from .vocabulary import (
    Choice,
    ChosenMoment,
    EventMoment,
    Fact,
    LatestValue,
    MomentRule,
    Selector,
    SumMoment,
    Switch,
    When,
)

Atom = Always | FactIsTrue | Is | Known | Happened | Compare | InTerm
Grounds = Mapping[str, Truth]
NO_GROUNDS: Grounds = {}


class View:
    """One case on one day: asks of moments, facts, terms and conditions, each answered once."""

    def __init__(
        self,
        corpus: Corpus,
        events: Iterable[Event],
        day: date,
        known_at: date | None = None,
        assumptions: Mapping[str, Value] | None = None,
    ) -> None:
        self.corpus = corpus
        self.day = day
        self.known_at = known_at
        self.assumptions = assumptions or {}
        self._known = in_order(corpus, events, known_at)
        self.seen = [event for event in self._known if event.effective <= day]
        self._views: dict[date, View] = {day: self}
        self._moments: dict[str, date | None] = {}
        self._facts: dict[str, Value | None] = {}
        self._terms: dict[str, RunningTerm | None] = {}

    def at(self, day: date) -> "View":
        """Return the view of the same case, with the same knowledge, on another day."""
        if day not in self._views:
            view = View(self.corpus, self._known, day, None, self.assumptions)
            view.known_at = self.known_at
            self._views[day] = view
        return self._views[day]

    # ---------------------------------------------------------------- conditions

    def holds(self, condition: Condition, grounds: Grounds = NO_GROUNDS) -> Truth:
        """Answer a condition with yes, no or not established."""
        match condition:
            case Not(inner):
                return negate(self.holds(inner, grounds))
            case And(parts):
                return all_of(self.holds(part, grounds) for part in parts)
            case Or(parts):
                return any_of(self.holds(part, grounds) for part in parts)
            case At(inner, name):
                moment = self.moment(name)
                if moment is None or moment > self.day:
                    return None
                return self.at(moment).holds(inner, grounds)
            case Ground(name):
                return any_of(grounds.values()) if name is None else grounds.get(name)
            case _:
                return self._answer(condition)

    def _answer(self, atom: Atom) -> Truth:
        match atom:
            case Always():
                return True
            case FactIsTrue(name):
                value = self.fact(name)
                return value if isinstance(value, bool) else None
            case Is(name, values):
                value = self.fact(name)
                return None if value is None else value in values
            case Known(name):
                return self.fact(name) is not None
            case Happened(name):
                moment = self.moment(name)
                return moment is not None and moment <= self.day
            case Compare(left, order, right):
                return _compare(self._point(left), order, self._point(right))
            case InTerm(question, name):
                return in_term(question, self.term(name), self.begun(name), self.day)

    def _held(self, condition: Condition, day: date) -> Truth:
        return self.at(day).holds(condition)

    def _point(self, moment: str | date) -> date | None:
        return self.moment(moment) if isinstance(moment, str) else moment

    # ---------------------------------------------------------------- moments

    def moment(self, name: str) -> date | None:
        """Return the day of a moment, which may lie ahead, or None if nothing sets it."""
        if name == TODAY:
            return self.day
        if name not in self._moments:
            rule = self.corpus.moments.get(name)
            self._moments[name] = self._first_event(name) if rule is None else self._moment(rule)
        return self._moments[name]

    def _first_event(self, name: str) -> date | None:
        if name not in self.corpus.event_types:
            raise UnknownName("moment", name)
        return next((event.effective for event in self.seen if event.type == name), None)

    def _moment(self, rule: MomentRule) -> date | None:
        match rule:
            case EventMoment():
                days = [day for _, day in self.dated(rule)]
                if not days:
                    return None
                if rule.pick == "maximum":
                    return max(days)
                return days[0] if rule.pick == "first" else days[-1]
            case SumMoment():
                start = self.moment(rule.start)
                if start is None:
                    return None
                return add(start, rule.add, self.corpus.calendar, rule.month_end).end
            case ChosenMoment():
                found = [day for day in map(self.moment, rule.moments) if day is not None]
                if not found:
                    return None
                return min(found) if rule.pick == "first" else max(found)

    def dated(self, rule: EventMoment) -> list[tuple[Event, date]]:
        """Return the selected events in order, each with the date that it sets."""
        since = self.moment(rule.since) if rule.since else date.min
        before = self.moment(rule.before) if rule.before else None
        types = {selector.event for selector in rule.selectors}
        found: list[tuple[Event, date]] = []
        for event in self.seen:
            if event.type not in types or since is None or event.effective < since:
                continue
            if before is not None and event.effective >= before:
                continue
            days = (day_of(event, selector) for selector in rule.selectors)
            found += [(event, day) for day in days if day is not None][:1]
        return found

    # ---------------------------------------------------------------- facts

    def fact(self, name: str) -> Value | None:
        """Return what is established of a fact: a value, yes or no, or None."""
        if name in self.assumptions:
            return self.assumptions[name]
        if name not in self._facts:
            fact = self.corpus.facts.get(name)
            if fact is None:
                raise UnknownName("fact", name)
            self._facts[name] = self._establish(fact)
        return self._facts[name]

    def _establish(self, fact: Fact) -> Value | None:
        match fact.rule:
            case LatestValue(selectors):
                return agreed(self.latest_values(selectors))
            case Switch(on, off, initially):
                return self._switched(on, off, initially)
            case When(condition):
                return self.holds(condition)
            case Choice(cases, otherwise):
                return self._choose(cases, otherwise)

    def latest_values(self, selectors: tuple[Selector, ...]) -> list[tuple[Event, Value]]:
        """Return the last events that give a value, with it: all of one type on one day.

        Which of them was written down last decides nothing; a correction says what it corrects.
        """
        found = [pair for event in self.seen if (pair := value_of(event, selectors))]
        if not found:
            return []
        last = found[-1][0]
        return [
            (event, value)
            for event, value in found
            if (event.effective, event.type) == (last.effective, last.type)
        ]

    def _switched(
        self, on: tuple[Selector, ...], off: tuple[Selector, ...], initially: bool | None
    ) -> bool | None:
        for event in reversed(self.seen):
            if any(selects(selector, event) for selector in off):
                return False
            if any(selects(selector, event) for selector in on):
                return True
        return initially

    def _choose(
        self, cases: tuple[tuple[Condition, str], ...], otherwise: str | None
    ) -> Value | None:
        for condition, value in cases:
            truth = self.holds(condition)
            if truth is None:
                return None
            if truth:
                return value if value != UNKNOWN else None
        return otherwise if otherwise != UNKNOWN else None

    # ---------------------------------------------------------------- terms

    def term(self, name: str) -> RunningTerm | None:
        """Return a term that has started by this day and whose length is settled, or None."""
        if name not in self._terms:
            rules = self.term_rules(name)
            rule = rules[0] if len(rules) == 1 else None
            self._terms[name] = run(rule, self.day, self.moment, self._held, self.corpus.calendar)
        return self._terms[name]

    def begun(self, name: str) -> Truth:
        """Tell whether a term has begun by this day, its length settled or not."""
        return begun(self.term_rules(name), self.day, self.moment, self._held)

    def terms(self) -> tuple[RunningTerm, ...]:
        """Return every term that has started, in the order of the protocols."""
        names = dict.fromkeys(name for layer in self.corpus.layers for name in term_names(layer))
        return tuple(term for term in map(self.term, names) if term is not None)

    def term_rules(self, name: str) -> tuple[TermRule | None, ...]:
        """Return the rule of a term as its first day chooses it: two in a gap, none before it."""
        for layer in self.corpus.layers:
            found = next((v.terms[name] for v in layer.versions if name in v.terms), None)
            if found is None:
                continue
            start = self.moment(found.start)
            if start is None or start > self.day:
                return ()
            return term_rules_on(layer, name, start)
        raise UnknownName("term", name)


def _compare(left: date | None, order: Order, right: date | None) -> bool:
    if left is None:
        return False
    match order:
        case Order.BEFORE:
            return right is None or left < right
        case Order.ON_OR_BEFORE:
            return right is None or left <= right
        case Order.AFTER:
            return right is not None and left > right
        case Order.ON_OR_AFTER:
            return right is not None and left >= right
        case Order.SAME_DAY:
            return left == right
