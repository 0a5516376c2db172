"""Builds small invented protocols and cases in few words, and asks the engine about them.

Rules, facts and moments are written as in a protocol file, one line each.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ketenwijzer.corpus import yaml
from ketenwijzer.corpus.conditions import parse_condition
from ketenwijzer.corpus.vocabulary import duration as read_duration
from ketenwijzer.corpus.vocabulary import selectors as read_selectors
from ketenwijzer.engine.calendar import EMPTY_CALENDAR, Calendar, Duration, MonthEnd
from ketenwijzer.engine.case import Event, Value
from ketenwijzer.engine.compiled import CompiledCorpus
from ketenwijzer.engine.conditions import Condition, clauses
from ketenwijzer.engine.findings import Finding
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
from ketenwijzer.engine.position import Position, determine
from ketenwijzer.engine.vocabulary import (
    Attribute,
    Choice,
    ChosenMoment,
    EventMoment,
    EventType,
    Fact,
    LatestValue,
    Selector,
    SumMoment,
    Switch,
    Text,
    When,
)

FIRST_DAY = "2018-01-01"
NAME = Text("naam", "name")
PLACE = ("example", 1)


def day(text: str) -> date:
    return date.fromisoformat(text)


def condition(line: str) -> Condition:
    return parse_condition(line, PLACE)


def duration(text: str) -> Duration:
    return read_duration(yaml.Scalar(PLACE, text))


# ------------------------------------------------------------------ words


def event_type(
    name: str, *attributes: str, takes_effect: str | None = None, stated_by: Sequence[str] = ()
) -> EventType:
    """An event with attributes written as `until: date`; same-day order follows `protocol`."""
    pairs = (text.split(": ") for text in attributes)
    listed = {key: Attribute(key, kind, NAME) for key, kind in pairs}
    return EventType(name, 0, NAME, listed, takes_effect, tuple(stated_by))


def select(text: str) -> tuple[Selector, ...]:
    """Read `a, b(kind=x).until`."""
    items = tuple(yaml.Scalar(PLACE, item) for item in text.split(", ") if item)
    return read_selectors(yaml.Sequence(PLACE, items))


def picked(
    name: str, pick: str, text: str, *, since: str | None = None, before: str | None = None
) -> EventMoment:
    """A moment that events set: `picked("last", "latest", "letter, call")`."""
    return EventMoment(name, NAME, pick, select(text), since, before)


def added(name: str, start: str, text: str, month_end: MonthEnd = MonthEnd.CLAMP) -> SumMoment:
    """A moment so long after another: `added("birthday", "birth", "18 years")`."""
    return SumMoment(name, NAME, start, duration(text), month_end)


def chosen(name: str, pick: str, *moments: str) -> ChosenMoment:
    """The first or latest of several moments."""
    return ChosenMoment(name, NAME, pick, moments)


def value_of(name: str, text: str, judged_by: str | None = None, values: str = "") -> Fact:
    """A fact that takes the value of the latest event."""
    listed = dict.fromkeys(values.split(), NAME)
    return Fact(name, NAME, LatestValue(select(text)), listed, judged_by)


def switch(name: str, on: str, off: str = "", *, initially: bool | None = None) -> Fact:
    """A fact that events switch on and off."""
    return Fact(name, NAME, Switch(select(on), select(off), initially))


def when(name: str, line: str) -> Fact:
    """A fact that is as a condition is."""
    return Fact(name, NAME, When(condition(line)))


def choice(name: str, cases: Mapping[str, str], otherwise: str | None = None) -> Fact:
    """A fact with the value of the first case that holds."""
    pairs = tuple((condition(line), value) for line, value in cases.items())
    return Fact(name, NAME, Choice(pairs, otherwise))


# ------------------------------------------------------------------ law


def term(
    name: str,
    start: str,
    add: str | Mapping[str, str],
    *,
    force: Force = Force.STATUTORY,
    roll: bool = False,
    ends_early: Sequence[str] = (),
    met_by: str | None = None,
    paused: tuple[str, str] | None = None,
    extended_to: str | None = None,
) -> TermRule:
    """A term of one length, or of lengths by condition."""
    lengths = {"always": add} if isinstance(add, str) else add
    cases = tuple(TermCase(condition(line), duration(text)) for line, text in lengths.items())
    paused_from, paused_until = paused or (None, None)
    return TermRule(
        name,
        NAME,
        start,
        cases,
        force,
        ("law",),
        roll=roll,
        ends_early=tuple(ends_early),
        met_by=met_by,
        paused_from=paused_from,
        paused_until=paused_until,
        extended_to=extended_to,
    )


def rule(
    then: Standing,
    line: str = "always",
    *,
    since: str | None = None,
    until: str | None = None,
    known_from: str | None = None,
    duty: DutySpec | None = None,
    granted: bool | None = None,
    confirmed: bool = True,
    owed_by: Sequence[str] = (),
    strength: Strength | None = None,
) -> Rule:
    """A rule; `until` is `end of t`, `day after m` or `m`."""
    read = condition(line)
    parts = clauses(read)
    lines = (line,) if len(parts) == 1 else tuple(f"{line} [{n}]" for n, _ in enumerate(parts))
    return Rule(
        f"{then}: {line}",
        then,
        read,
        parts,
        lines,
        NAME,
        ("law",),
        since=since,
        until=_until(until) if until else None,
        granted=granted,
        strength=strength,
        confirmed=confirmed,
        owed_by=tuple(owed_by),
        known_from=day(known_from) if known_from else None,
        duty=duty,
    )


def _until(text: str) -> Until:
    *how, name = text.split()
    return Until(name, is_term=how == ["end", "of"], plus_one=how == ["day", "after"])


def ground(name: str, line: str, *, confirmed: bool = True) -> GroundRule:
    """A ground of a norm."""
    return GroundRule(name, NAME, condition(line), line, ("law",), confirmed=confirmed)


def version(
    start: str,
    *terms: TermRule,
    not_before: str | None = None,
    seen_until: str | None = None,
    grounds: Sequence[GroundRule] = (),
    **norms: Sequence[Rule],
) -> Version:
    """A version from a day on (first seen then, if `not_before` is given): rules by norm."""
    last = day(seen_until) if seen_until else None
    return Version(
        start,
        day(not_before or start),
        day(start),
        NAME,
        {
            norm: NormRules(norm, start, tuple(rules), tuple(grounds), last)
            for norm, rules in norms.items()
        },
        {found.id: found for found in terms},
        {},
        last,
    )


def layer(name: str, *versions: Version, **anchors: Sequence[str]) -> Layer:
    """A layer, with the anchors of its norms."""
    return Layer(name, NAME, versions, {norm: tuple(found) for norm, found in anchors.items()})


def protocol(
    *parts: object,
    norms: Mapping[str, Kind] | None = None,
    owed_by: Sequence[str] = ("office",),
    phases: Mapping[str, str] | None = None,
    calendar: Calendar = EMPTY_CALENDAR,
    first_day: str = FIRST_DAY,
) -> Corpus:
    """A protocol of event types, moments, facts and layers; every norm is a right by default."""
    layers = tuple(part for part in parts if isinstance(part, Layer))
    named = dict.fromkeys(n for one in layers for v in one.versions for n in v.norms)
    kinds = norms or dict.fromkeys(named, Kind.RIGHT)
    events = [part for part in parts if isinstance(part, EventType)]
    return Corpus(
        "small",
        day(first_day),
        NAME,
        {
            kind.name: EventType(
                kind.name, order, NAME, kind.attributes, kind.takes_effect, kind.stated_by
            )
            for order, kind in enumerate(events)
        },
        {p.name: p for p in parts if isinstance(p, EventMoment | SumMoment | ChosenMoment)},
        {part.name: part for part in parts if isinstance(part, Fact)},
        {name: Norm(name, kind, NAME, "person", tuple(owed_by)) for name, kind in kinds.items()},
        layers,
        tuple(Phase(name, NAME, condition(line)) for name, line in (phases or {}).items()),
        calendar,
    )


# ------------------------------------------------------------------ a case, and the question


def happened(
    what: str,
    on: str,
    /,
    *,
    id: str = "",
    effective: str | None = None,
    recorded: str | None = None,
    by: str | None = None,
    supersedes: str | None = None,
    **attributes: Value,
) -> Event:
    """An event; its id is made of what it says unless one is given."""
    named = id or f"{what} {on} {by or ''} {sorted(attributes.items())}"
    return Event(
        named,
        what,
        day(on),
        day(effective or on),
        day(recorded or on),
        by,
        attributes,
        supersedes,
    )


def ask(
    law: Corpus,
    events: Iterable[Event],
    on: str,
    known_at: str | None = None,
    assumptions: Mapping[str, Value] | None = None,
) -> Position:
    """Ask for the position, of the interpreter and of the compiled back-end, which must agree."""
    known, case = day(known_at) if known_at else None, tuple(events)
    position = determine(law, case, day(on), known, assumptions)
    if BACK_ENDS_MUST_AGREE[-1]:
        assert CompiledCorpus(law).determine(case, day(on), known, assumptions) == position
    return position


BACK_ENDS_MUST_AGREE = [True]
"""Set to False while faults are planted in the interpreter, which the other does not share."""


def finding(law: Corpus, events: Iterable[Event], on: str, known_at: str | None = None) -> Finding:
    """Ask for the one finding of a protocol with one norm."""
    (found,) = ask(law, events, on, known_at).findings
    return found


def standing(
    law: Corpus, events: Iterable[Event], on: str, known_at: str | None = None
) -> Standing:
    """Ask how the one norm stands."""
    return finding(law, events, on, known_at).standing


def answer(
    parts: Sequence[object],
    line: str,
    *events: Event,
    on: str = "2019-12-31",
    laid_down: Sequence[TermRule] = (),
) -> bool | None:
    """Answer one condition: True, False, or None while it is not established."""
    rules = [rule(Standing.HOLDS, line), rule(Standing.DOES_NOT_HOLD)]
    law = protocol(
        *_event_types(parts, events),
        *(part for part in parts if not isinstance(part, EventType)),
        layer("act", version(FIRST_DAY, *laid_down, claim=rules)),
    )
    found = standing(law, events, on)
    return {Standing.HOLDS: True, Standing.DOES_NOT_HOLD: False}.get(found)


def moment_of(
    parts: Sequence[object], name: str, *events: Event, on: str = "2019-12-31"
) -> str | None:
    """Return the day of a moment: that on which a claim begins which holds since then."""
    law = protocol(
        *_event_types(parts, events),
        *(part for part in parts if not isinstance(part, EventType)),
        layer("act", version(FIRST_DAY, claim=[rule(Standing.HOLDS, since=name)])),
    )
    since = finding(law, events, on).since
    return since.isoformat() if since else None


def _event_types(parts: Sequence[object], events: Sequence[Event]) -> list[EventType]:
    listed = {part.name: part for part in parts if isinstance(part, EventType)}
    others = dict.fromkeys(event.type for event in events if event.type not in listed)
    return [*listed.values(), *map(event_type, others)]
