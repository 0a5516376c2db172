"""What a body of protocols is, as values: vocabulary, facts, terms, norms, layers, versions.

    Corpus
    ├── event types                what can happen in a case
    ├── moments, facts             what events establish
    ├── norms                      the list: one finding each, on every day
    ├── phases                     ordered, first that holds
    └── layers                     regulation, policy, convention …: each with dated versions
        └── versions               each with the rules, grounds and terms of that text

`ketenwijzer.corpus` builds these from protocol files; nothing here knows a country.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from .calendar import Calendar, Duration, MonthEnd
from .conditions import Condition
from .values import value
from .vocabulary import EventType, Fact, MomentRule, Text


class Kind(StrEnum):
    """The four kinds of norm."""

    RIGHT = "right"
    DUTY = "duty"
    POWER = "power"
    PROHIBITION = "prohibition"


class Standing(StrEnum):
    """How a norm stands for this person on this day."""

    HOLDS = "holds"
    DOES_NOT_HOLD = "does_not_hold"
    UNDECIDED = "undecided"
    AWAITS_JUDGEMENT = "awaits_judgement"
    NOT_STATED = "not_stated"
    LAPSED = "lapsed"
    DISPUTED = "disputed"


class Strength(StrEnum):
    """How strongly the text speaks; a *may* is never told as a *will*."""

    RIGHT = "right"
    MUST = "must"
    MAY = "may"
    TARGET = "target"
    AIM = "aim"


class Force(StrEnum):
    """What stands behind a term; a target that passes is never overdue."""

    STATUTORY = "statutory"
    TARGET = "target"
    INTERNAL = "internal"


class Mark(StrEnum):
    """How well a source was read: in the text, in a secondary source, derived, recalled."""

    VERIFIED = "V"
    SECONDARY = "S"
    DERIVED = "D"
    RECALLED = "R"


@value
class Source:
    """Where a norm stands in law, and how well that place was read."""

    id: str
    citation: str
    mark: Mark
    location: str = ""
    identifier: str = ""
    in_force_from: date | None = None
    in_force_until: date | None = None
    note: Text | None = None


@value
class TermCase:
    """The length of a term where a condition, read on its first day, holds."""

    when: Condition
    add: Duration


@value
class TermRule:
    """A legal period as one version of a text sets it.

    Its last day inside is the anchor plus the duration, rolled where the source says so.
    `ends_early` and `met_by` name moments; the day of an early end still lies inside.
    Between `paused_from` and `paused_until` the term stands still; `extended_to` moves its end.
    """

    id: str
    text: Text
    start: str
    cases: tuple[TermCase, ...]
    force: Force
    sources: tuple[str, ...]
    month_end: MonthEnd = MonthEnd.CLAMP
    roll: bool = False
    ends_early: tuple[str, ...] = ()
    met_by: str | None = None
    paused_from: str | None = None
    paused_until: str | None = None
    extended_to: str | None = None


@value
class Until:
    """The first day outside: a moment, the day after it (`plus_one`), or after a term's end."""

    name: str
    is_term: bool = False
    plus_one: bool = False


@value
class DutySpec:
    """What makes a duty met, by when, and what suspends or ends it."""

    since: str | None = None
    due: str | None = None
    met_by: str | None = None
    suspended: Condition | None = None


@value
class Rule:
    """One sentence of a text about a norm: when it fires, how the norm then stands.

    `clauses` are the parts of its condition that must all hold, `lines` the same as written,
    for whoever asks why.
    `known_from` is the day from which the reading could be known (a later ruling).
    """

    id: str
    then: Standing
    when: Condition
    clauses: tuple[Condition, ...]
    lines: tuple[str, ...]
    text: Text
    sources: tuple[str, ...]
    since: str | None = None
    until: Until | None = None
    granted: bool | None = None
    strength: Strength | None = None
    confirmed: bool = True
    plain: Text | None = None
    owed_by: tuple[str, ...] = ()
    known_from: date | None = None
    duty: DutySpec | None = None
    why: str = ""
    ask: str | None = None


@value
class GroundRule:
    """One of the alternative grounds of a norm, with its own place in the text."""

    id: str
    text: Text
    when: Condition
    line: str
    sources: tuple[str, ...]
    strength: Strength | None = None
    confirmed: bool = True


@value
class NormRules:
    """What one version of one layer says of a norm: rules in order, the first that fires.

    `seen_until` is the last day on which this text was seen in use.
    """

    norm: str
    version: str
    rules: tuple[Rule, ...]
    grounds: tuple[GroundRule, ...] = ()
    seen_until: date | None = None


@value
class Version:
    """A text as it stood from a day on.

    It began at the latest on `seen`, at the earliest on `not_before`; where the two differ
    the days between are a gap in what was read.
    """

    id: str
    not_before: date
    seen: date
    title: Text
    norms: Mapping[str, NormRules]
    terms: Mapping[str, TermRule]
    sources: Mapping[str, Source]
    seen_until: date | None = None


@value
class Layer:
    """A body of text that changes on its own days: a regulation, a policy, a convention.

    A `minimum` layer only ever adds: it can hold a right up, and never takes one away.
    `anchors` names, per norm, the moments whose day chooses the version (several where courts
    differ about it); without one that has come, the day asked about chooses.
    """

    id: str
    title: Text
    versions: tuple[Version, ...]
    anchors: Mapping[str, tuple[str, ...]] = {}
    minimum: bool = False


@value
class Norm:
    """One right, duty, power or prohibition: the entry in the list of norms.

    `question` is what people ask about it, `answers` what to say per standing, and `plain` the
    same to the person herself.
    """

    id: str
    kind: Kind
    title: Text
    holder: str
    owed_by: tuple[str, ...]
    plain: Mapping[Standing, Text] = {}
    ask: str | None = None
    group: str = ""
    question: Text | None = None
    answers: Mapping[Standing, Text] = {}


@value
class Phase:
    """A stage on the way; the first whose condition holds is the phase of the day."""

    id: str
    text: Text
    when: Condition


@value
class Holding:
    """What a court held about a norm: `speaks` is `for` or `against` the person's claim."""

    norm: str
    ruling: str
    decided_on: date | None
    speaks: str
    text: Text
    mark: Mark


@value
class Party:
    """An organisation or role that bears, owes or judges, and how to reach it."""

    id: str
    text: Text
    contact: Text | None = None


@value
class Corpus:
    """All that a position is determined by, except the case and the day.

    `danger` says what to do when there is danger now, `helpdesk` which party to call.
    """

    id: str
    first_day: date
    title: Text
    event_types: Mapping[str, EventType]
    moments: Mapping[str, MomentRule]
    facts: Mapping[str, Fact]
    norms: Mapping[str, Norm]
    layers: tuple[Layer, ...]
    phases: tuple[Phase, ...]
    calendar: Calendar
    parties: Mapping[str, Party] = {}
    holdings: tuple[Holding, ...] = ()
    helpdesk: str = ""
    hash: str = ""
    danger: Text | None = None
