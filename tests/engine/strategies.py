"""Generates protocols as well as cases: small, odd, and without a circle by construction.

A protocol is a sequence of words (events, then moments, facts and terms) in which each speaks only
of those before it; layers, versions and rules are laid over it. All days come from one short list
of awkward ones, so that they often fall together: month ends, 29 February, the days on which a text
changes, and the days around each.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from hypothesis import strategies as st

from ketenwijzer.engine.calendar import Calendar, DayOff, Duration, MonthEnd, Unit
from ketenwijzer.engine.case import Event, Value
from ketenwijzer.engine.conditions import (
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
    TermQuestion,
    clauses,
)
from ketenwijzer.engine.conditions import Fact as FactIsTrue
from ketenwijzer.engine.law import (
    Corpus,
    DutySpec,
    Force,
    GroundRule,
    Kind,
    Layer,
    Norm,
    NormRules,
    Phase,
    Rule,
    Standing,
    Strength,
    TermCase,
    TermRule,
    Until,
    Version,
)
from ketenwijzer.engine.values import replace
from ketenwijzer.engine.vocabulary import (
    Attribute,
    Choice,
    ChosenMoment,
    EventMoment,
    EventType,
    Fact,
    LatestValue,
    MomentRule,
    Selector,
    SumMoment,
    Switch,
    When,
)
from tests.engine.small import NAME

T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[T]], T]

ONE_DAY = timedelta(days=1)
AWKWARD = tuple(
    map(
        date.fromisoformat,
        (
            "2019-01-31",
            "2019-02-28",
            "2019-03-01",
            "2019-05-31",
            "2019-11-30",
            "2020-01-31",
            "2020-02-29",
            "2020-03-01",
            "2020-05-29",
            "2020-06-02",
        ),
    )
)
FIRST_DAY = date(2019, 1, 1)
CALENDAR = Calendar(
    "awkward",
    {
        date(2019, 5, 30): DayOff("hemelvaart", "Ascension Day", "act"),
        date(2019, 5, 31): DayOff("misschien", "perhaps", "derived", certain=False),
        date(2020, 6, 1): DayOff("pinksteren", "Whit Monday", "act"),
    },
    date(2019, 1, 1),
    date(2020, 6, 30),
)
DURATIONS = (
    Duration(1, Unit.DAYS),
    Duration(30, Unit.DAYS),
    Duration(2, Unit.WEEKS),
    Duration(1, Unit.MONTHS),
    Duration(3, Unit.MONTHS),
    Duration(1, Unit.YEARS),
    Duration(2, Unit.WORKING_DAYS),
    Duration(20, Unit.WORKING_DAYS),
)
WORDS = ("a", "b", "unknown")
ATTRIBUTES = {"good": "boolean", "kind": "enum", "until": "date"}
PARTIES = ("office", "friend")

days = st.builds(
    lambda base, shift: base + shift * ONE_DAY,
    st.sampled_from(AWKWARD),
    st.sampled_from((0, -1, 1)),
)
"""An awkward day, or the one before or after it."""

days_asked = st.builds(max, st.just(FIRST_DAY), days)


# ------------------------------------------------------------------ words


@dataclass(slots=True)
class Words:
    """What a protocol has named so far; what comes next may speak of all of it."""

    events: dict[str, EventType] = field(default_factory=dict)
    moments: dict[str, MomentRule] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    terms: dict[str, list[TermRule]] = field(default_factory=dict)

    def moment_names(self) -> list[str]:
        return [*self.events, *self.moments]


@dataclass(frozen=True, slots=True)
class Limits:
    """What may be generated; `monotone` leaves out what can tell *open* from *no*."""

    monotone: bool = False
    layers: int = 3


class Pen:
    """Draws the parts of one protocol."""

    def __init__(self, draw: Draw, limits: Limits) -> None:
        self.draw = draw
        self.limits = limits
        self.words = Words()

    def pick(self, options: Sequence[T]) -> T:
        return self.draw(st.sampled_from(options))

    def chance(self, percent: int) -> bool:
        """Draw yes or no; no is the simpler answer."""
        return self.draw(st.integers(0, 99)) >= 100 - percent

    def maybe(self, percent: int, draw: Callable[[], T]) -> T | None:
        return draw() if self.chance(percent) else None

    def several(self, least: int, most: int, draw: Callable[[], T]) -> list[T]:
        return [draw() for _ in range(self.draw(st.integers(least, most)))]

    def moment_name(self) -> str:
        return self.pick(self.words.moment_names())

    # ---------------------------------------------------------------- events, moments, facts

    def event_type(self, order: int) -> EventType:
        kept = [name for name in ATTRIBUTES if self.chance(70)]
        return EventType(
            f"e{9 - order}",  # in the list they stand in another order than in the alphabet
            order,
            NAME,
            {name: Attribute(name, ATTRIBUTES[name], NAME) for name in kept},
            "until" if "until" in kept and self.chance(20) else None,
            ("office",) if self.chance(15) else (),
        )

    def selector(self, attribute: str | None) -> Selector:
        """Draw a selector of the whole event, or of one attribute of a type that has it."""
        options = [e for e in self.words.events.values() if attribute in (None, *e.attributes)]
        if not options:
            return Selector(self.pick([*self.words.events]))
        event = self.pick(options)
        filters: list[tuple[str, tuple[str | bool, ...]]] = []
        if "kind" in event.attributes and self.chance(25):
            filters.append(("kind", tuple(self.several(1, 2, lambda: self.pick(WORDS)))))
        if "good" in event.attributes and self.chance(15):
            filters.append(("good", (self.chance(50),)))
        if self.chance(10):
            filters.append(("by", (self.pick(PARTIES),)))
        return Selector(event.name, tuple(filters), attribute)

    def selectors(self, attribute: str | None = None) -> tuple[Selector, ...]:
        return tuple(self.several(1, 2, lambda: self.selector(attribute)))

    def moment(self, name: str) -> MomentRule:
        match self.pick(("event", "event", "sum", "chosen")):
            case "sum":
                return SumMoment(
                    name, NAME, self.moment_name(), self.pick(DURATIONS), self.pick([*MonthEnd])
                )
            case "chosen":
                parts = self.several(1, 3, self.moment_name)
                return ChosenMoment(name, NAME, self.pick(("first", "latest")), tuple(parts))
            case _:
                return EventMoment(
                    name,
                    NAME,
                    self.pick(("first", "latest", "maximum")),
                    self.selectors("until" if self.chance(40) else None),
                    self.maybe(30, self.moment_name),
                    self.maybe(30, self.moment_name),
                )

    def fact(self, name: str) -> Fact:
        rule: LatestValue | Switch | When | Choice
        match self.pick(("value", "value", "switch", "when", "choice")):
            case "value":
                rule = LatestValue(self.selectors(self.pick(("good", "kind"))))
            case "switch":
                initially = self.pick((None, False, True))
                off = tuple(self.several(0, 2, lambda: self.selector(None)))
                rule = Switch(self.selectors(), off, initially)
            case "when":
                rule = When(self.condition(2))
            case _:
                cases = self.several(1, 2, lambda: (self.condition(2), self.pick(WORDS)))
                rule = Choice(tuple(cases), self.maybe(50, lambda: self.pick(WORDS)))
        values = dict.fromkeys(("a", "b"), NAME) if isinstance(rule, Choice) else {}
        judged_by = self.maybe(30, lambda: "court")
        return Fact(name, NAME, rule, values, judged_by, self.maybe(30, lambda: NAME))

    # ---------------------------------------------------------------- conditions

    def condition(self, depth: int, grounds: bool = False) -> Condition:
        if depth and self.chance(45):
            match self.pick(("and", "or", "not", "at")):
                case "not":
                    return Not(self.condition(depth - 1, grounds))
                case "at":
                    return At(self.condition(depth - 1, grounds), self.moment_name())
                case word:
                    parts = tuple(self.several(2, 3, lambda: self.condition(depth - 1, grounds)))
                    return And(parts) if word == "and" else Or(parts)
        return self.atom(grounds)

    def atom(self, grounds: bool) -> Condition:
        forms = ["happened", "compare"]
        forms += ["fact", "fact", "is"] if self.words.facts else []
        forms += ["known"] if self.words.facts and not self.limits.monotone else []
        forms += ["term", "term"] if self.words.terms else []
        forms += ["ground", "ground"] if grounds else []
        match self.pick(forms):
            case "happened":
                return Happened(self.moment_name())
            case "compare":
                return Compare(self.point(), self.pick([*Order]), self.point())
            case "fact":
                return FactIsTrue(self.pick([*self.words.facts]))
            case "is":
                values = tuple(self.several(1, 2, lambda: self.pick(WORDS)))
                return Is(self.pick([*self.words.facts]), values)
            case "known":
                return Known(self.pick([*self.words.facts]))
            case "term":
                return InTerm(self.pick([*TermQuestion]), self.pick([*self.words.terms]))
            case _:
                return Ground(self.pick((None, "g0", "g1")))

    def point(self) -> str | date:
        match self.pick(("moment", "moment", "day", "date")):
            case "moment":
                return self.moment_name()
            case "day":
                return TODAY
            case _:
                return self.draw(days)

    # ---------------------------------------------------------------- terms, rules, layers

    def term(self, name: str) -> TermRule:
        cases = [TermCase(Always(), self.pick(DURATIONS))]
        if not self.limits.monotone and self.chance(35):
            cases = self.several(1, 2, lambda: TermCase(self.condition(1), self.pick(DURATIONS)))
            cases += [TermCase(Always(), self.pick(DURATIONS))] if self.chance(50) else []
        pausing = self.chance(20)
        return TermRule(
            name,
            NAME,
            self.moment_name(),
            tuple(cases),
            self.pick([*Force]),
            ("law",),
            self.pick([*MonthEnd]),
            self.chance(30),
            tuple(self.several(0, 2, self.moment_name)),
            self.maybe(35, self.moment_name),
            self.moment_name() if pausing else None,
            self.moment_name() if pausing and self.chance(60) else None,
            self.maybe(25, self.moment_name),
        )

    def until(self) -> Until:
        if self.words.terms and self.chance(50):
            return Until(self.pick([*self.words.terms]), is_term=True)
        return Until(self.moment_name(), plus_one=self.chance(50))

    def duty(self) -> DutySpec:
        return DutySpec(
            self.maybe(40, self.moment_name),
            self.maybe(60, lambda: self.pick([*self.words.terms])) if self.words.terms else None,
            self.maybe(60, self.moment_name),
            self.maybe(30, lambda: self.condition(1)),
        )

    def rule(self, number: int) -> Rule:
        when = self.condition(2, grounds=True) if self.chance(75) else Always()
        parts = clauses(when)
        return Rule(
            f"r{number}",
            self.pick([*Standing]),
            when,
            parts,
            tuple(f"part {n}" for n, _ in enumerate(parts)),
            NAME,
            ("law",),
            self.maybe(40, self.moment_name),
            self.maybe(40, self.until),
            self.maybe(40, lambda: self.chance(50)),
            self.maybe(40, lambda: self.pick([*Strength])),
            self.chance(75),
            owed_by=("court",) if self.chance(15) else (),
            known_from=self.maybe(15, lambda: self.draw(days)),
            duty=self.maybe(50, self.duty),
            why="said" if self.chance(10) else "",
        )

    def ground(self, name: str) -> GroundRule:
        return GroundRule(name, NAME, self.condition(1), name, ("law",), confirmed=self.chance(75))

    def norm_rules(self, norm: str, version: str) -> NormRules:
        rules = [self.rule(number) for number in range(self.draw(st.integers(1, 4)))]
        grounds = [self.ground(name) for name in ("g0", "g1") if self.chance(35)]
        seen_until = self.maybe(30, lambda: self.draw(days))
        return NormRules(norm, version, tuple(rules), tuple(grounds), seen_until)

    def layer(self, name: str, norms: Sequence[str], terms: Sequence[str]) -> Layer:
        starts = sorted({self.pick(AWKWARD) for _ in range(self.pick((2, 1, 3, 3)))})
        if self.chance(85):
            starts[0] = FIRST_DAY
        versions: list[Version] = []
        for start in starts:
            before = versions[-1] if versions else None
            first = before.not_before + ONE_DAY if before else FIRST_DAY
            gap = self.chance(55) and first < start
            versions.append(
                Version(
                    f"{name}@{start}",
                    self.draw(st.dates(first, start)) if gap else start,
                    start,
                    NAME,
                    self._norms(norms, before, f"{name}@{start}"),
                    self._terms(terms, before),
                    {},
                )
            )
        anchors = {
            norm: tuple(dict.fromkeys(self.several(1, 3, self.moment_name)))
            for norm in norms
            if self.chance(55)
        }
        return Layer(name, NAME, tuple(versions), anchors)

    def _norms(
        self, norms: Sequence[str], before: Version | None, version: str
    ) -> dict[str, NormRules]:
        found: dict[str, NormRules] = {}
        for norm in norms:
            old = before.norms.get(norm) if before else None
            match self.pick(("new", "new", "same", "seen", "none")):
                case "same" if old:
                    found[norm] = old
                case "seen" if old:
                    found[norm] = replace(old, seen_until=self.maybe(50, lambda: self.draw(days)))
                case "none" if before:
                    pass
                case _:
                    found[norm] = self.norm_rules(norm, version)
        return found

    def _terms(self, terms: Sequence[str], before: Version | None) -> dict[str, TermRule]:
        found: dict[str, TermRule] = {}
        for name in terms:
            if before and self.chance(10):
                continue
            texts = self.words.terms[name]
            same = before is not None and name in before.terms and self.chance(50)
            found[name] = before.terms[name] if before and same else self.pick(texts)
        return found

    # ---------------------------------------------------------------- the whole

    def protocol(self) -> Corpus:
        words = self.words
        for number in range(self.draw(st.integers(1, 3))):
            event = self.event_type(number)
            words.events[event.name] = event
        for number in range(self.draw(st.integers(2, 9))):
            match self.pick(("fact", "moment", "term")):
                case "moment":
                    words.moments[f"m{number}"] = self.moment(f"m{number}")
                case "term":
                    texts = self.several(1, 2, lambda: self.term(f"t{number}"))  # noqa: B023
                    words.terms[f"t{number}"] = texts
                case _:
                    words.facts[f"f{number}"] = self.fact(f"f{number}")
        norms = [f"n{number}" for number in range(self.draw(st.integers(1, 3)))]
        names = [f"layer{n}" for n in range(self.draw(st.integers(1, self.limits.layers)))]
        homes = {term: self.pick(names) for term in words.terms}
        layers = [
            self.layer(name, norms, [term for term, home in homes.items() if home == name])
            for name in names
        ]
        phases = self.several(0, 2, lambda: self.condition(1))
        return Corpus(
            "generated",
            FIRST_DAY,
            NAME,
            words.events,
            words.moments,
            words.facts,
            {norm: self.norm(norm) for norm in norms},
            tuple(layers),
            tuple(Phase(f"p{number}", NAME, when) for number, when in enumerate(phases)),
            CALENDAR,
        )

    def norm(self, name: str) -> Norm:
        kind = self.pick((Kind.DUTY, Kind.RIGHT))
        return Norm(name, kind, NAME, "person", tuple(self.pick(((), ("x",), ("x", "y")))))


@st.composite
def protocols(draw: Draw, *, monotone: bool = False, layers: int = 3) -> Corpus:
    """Generate a protocol."""
    return Pen(draw, Limits(monotone, layers)).protocol()


# ------------------------------------------------------------------ cases


@st.composite
def cases(draw: Draw, corpus: Corpus) -> tuple[Event, ...]:
    """Generate a case: with gaps, contradictions, corrections and late records."""
    found: list[Event] = []
    for number in range(draw(st.integers(0, 7))):
        kind = draw(st.sampled_from([*corpus.event_types.values()]))
        on = draw(days)
        attributes = draw(st.fixed_dictionaries({}, optional=_values(kind)))
        effective = attributes.get(kind.takes_effect or "", on)
        earlier = [event.id for event in found]
        corrects = earlier and draw(st.integers(0, 9)) == 9
        found.append(
            Event(
                f"c{number}",
                kind.name,
                on,
                effective if isinstance(effective, date) else on,
                on + draw(st.sampled_from((0, 0, 1, 30))) * ONE_DAY,
                draw(st.sampled_from((None, None, *PARTIES))),
                attributes,
                draw(st.sampled_from(earlier)) if corrects else None,
            )
        )
    return tuple(found)


def _values(kind: EventType) -> dict[str, st.SearchStrategy[Value]]:
    by_type: dict[str, st.SearchStrategy[Value]] = {
        "boolean": st.booleans(),
        "enum": st.sampled_from(WORDS),
        "date": days,
    }
    return {name: by_type[attribute.type] for name, attribute in kind.attributes.items()}
