"""Which keys each part of a file has, and of what kind: the readers check it, the schemas say it.

Shape ── has keys of a ──> Kind = Plain | Word | Many | Named | Either | Shape
"""

from collections.abc import Mapping
from enum import Enum

from ..engine.calendar import MonthEnd
from ..engine.law import Force, Kind, Mark, Standing, Strength
from ..engine.values import value


class Plain(Enum):
    """A single value, by what may stand in it."""

    TEXT = "text"
    NAME = "name"
    DAY = "day"
    YEAR_DAY = "day of every year"
    NUMBER = "number"
    YES_NO = "yes or no"
    CONDITION = "condition"
    SELECTOR = "selector"
    DURATION = "duration"
    END = "end"


@value
class Word:
    """One of a few words."""

    words: tuple[str, ...]


@value
class Many:
    """A list; a single value counts as a list of one."""

    of: "Value"


@value
class Named:
    """Values under names that the file chooses."""

    of: "Value"


@value
class Either:
    """One of several kinds."""

    kinds: tuple["Value", ...]


@value
class Shape:
    """A mapping with these keys and no others, some of them compulsory."""

    name: str
    keys: Mapping[str, "Value"]
    required: tuple[str, ...]


Value = Plain | Word | Many | Named | Either | Shape
Keys = Mapping[str, Value]


def _shape(name: str, required: Keys, optional: Keys | None = None) -> Shape:
    return Shape(name, {**required, **(optional or {})}, tuple(required))


TEXT, NAME, DAY, YES_NO = Plain.TEXT, Plain.NAME, Plain.DAY, Plain.YES_NO
NAMES, LINES, SELECTORS = Many(NAME), Many(Plain.CONDITION), Many(Plain.SELECTOR)
CONDITION = Plain.CONDITION
BOTH: Keys = {"nl": TEXT, "en": TEXT}
BILINGUAL = _shape("bilingual", BOTH)
BILINGUALS = Named(BILINGUAL)
PER_STANDING = _shape("per_standing", {}, {standing.value: BILINGUAL for standing in Standing})
MONTH_END = Word(tuple(MonthEnd))
STRENGTH = Word(tuple(Strength))
MARK = Word(tuple(Mark))

# ------------------------------------------------------------------ a country and its words

COUNTRY = _shape(
    "country",
    {
        **BOTH,
        "country": NAME,
        "first_day": DAY,
        "calendar": NAME,
        "helpdesk": NAME,
        "vocabulary": Many(TEXT),
        "norms": Many(TEXT),
        "layers": Many(TEXT),
    },
    {"case_law": Many(TEXT), "danger": BILINGUAL, "note": TEXT},
)
ATTRIBUTE_TYPES = ("enum", "boolean", "date", "text")
ATTRIBUTE = _shape(
    "attribute",
    {**BOTH, "type": Word(ATTRIBUTE_TYPES)},
    {"values": BILINGUALS, "required": YES_NO},
)
EVENT = _shape(
    "event",
    BOTH,
    {
        "attributes": Named(ATTRIBUTE),
        "takes_effect": NAME,
        "stated_by": NAMES,
        "choice": BILINGUAL,
        "plain": BILINGUAL,
        "note": TEXT,
    },
)
PICKED_MOMENT: Keys = {"since": NAME, "before": NAME}
MOMENTS = {
    "first": _shape("first_moment", {**BOTH, "first": SELECTORS}, PICKED_MOMENT),
    "latest": _shape("latest_moment", {**BOTH, "latest": SELECTORS}, PICKED_MOMENT),
    "maximum": _shape("maximum_moment", {**BOTH, "maximum": SELECTORS}, PICKED_MOMENT),
    "from": _shape(
        "sum_moment", {**BOTH, "from": NAME, "add": Plain.DURATION}, {"month_end": MONTH_END}
    ),
    "first_of": _shape("first_of_moments", {**BOTH, "first_of": NAMES}),
    "latest_of": _shape("latest_of_moments", {**BOTH, "latest_of": NAMES}),
}
FACT_CASE = _shape("fact_case", {"when": CONDITION, "is": NAME})
ANY_FACT: Keys = {"values": BILINGUALS, "judged_by": NAME, "question": BILINGUAL, "ask": NAME}
FACTS = {
    "value_of": _shape("value_fact", {**BOTH, "value_of": SELECTORS}, ANY_FACT),
    "when": _shape("condition_fact", {**BOTH, "when": CONDITION}, ANY_FACT),
    "cases": _shape(
        "choice_fact", {**BOTH, "cases": Many(FACT_CASE)}, {**ANY_FACT, "otherwise": NAME}
    ),
    "on": _shape(
        "switch_fact",
        {**BOTH, "on": SELECTORS},
        {**ANY_FACT, "off": SELECTORS, "initially": YES_NO},
    ),
}
NORM = _shape(
    "norm",
    {**BOTH, "kind": Word(tuple(Kind)), "holder": NAME},
    {
        "owed_by": NAMES,
        "plain": PER_STANDING,
        "ask": NAME,
        "group": NAME,
        "question": BILINGUAL,
        "answers": PER_STANDING,
    },
)
PARTY = _shape("party", BOTH, {"contact": BILINGUAL})
PHASE = _shape("phase", {**BOTH, "phase": NAME, "when": CONDITION})
SPEAKS = ("for", "against", "immigration_service")
HOLDING = _shape(
    "holding",
    {
        **BOTH,
        "norm": NAME,
        "ruling": TEXT,
        "speaks": Word(SPEAKS),
        "mark": MARK,
    },
    {"decided_on": DAY},
)

# ------------------------------------------------------------------ a version of a layer

IN_FORCE = _shape("in_force", {}, {"from": DAY, "until": DAY})
SOURCE = _shape(
    "source",
    {"citation": TEXT, "mark": MARK},
    {"location": TEXT, "identifier": TEXT, "in_force": IN_FORCE, "note": BILINGUAL},
)
TERM_CASE = _shape("term_case", {"when": CONDITION, "add": Plain.DURATION})
TERM = _shape(
    "term",
    {
        **BOTH,
        "from": NAME,
        "add": Either((Plain.DURATION, Many(TERM_CASE))),
        "force": Word(tuple(Force)),
        "sources": NAMES,
    },
    {
        "month_end": MONTH_END,
        "roll": YES_NO,
        "ends_early": NAMES,
        "met_by": NAME,
        "paused_from": NAME,
        "paused_until": NAME,
        "extended_to": NAME,
    },
)
DUTY = _shape("duty", {}, {"since": NAME, "due": NAME, "met_by": NAME, "suspended": CONDITION})
RULE = _shape(
    "rule",
    {**BOTH, "rule": NAME, "then": Word(tuple(Standing)), "sources": NAMES},
    {
        "when": LINES,
        "plain": BILINGUAL,
        "since": NAME,
        "until": Plain.END,
        "granted": YES_NO,
        "strength": STRENGTH,
        "confirmed": YES_NO,
        "owed_by": NAMES,
        "known_from": DAY,
        "duty": DUTY,
        "why": TEXT,
        "ask": NAME,
    },
)
KEPT_RULES = _shape("kept_rules", {"keep": NAMES})
GROUND = _shape(
    "ground",
    {**BOTH, "ground": NAME, "sources": NAMES},
    {"when": LINES, "strength": STRENGTH, "confirmed": YES_NO},
)
NORM_RULES = _shape(
    "norm_rules",
    {},
    {
        "anchors": NAMES,
        "keep_grounds": NAMES,
        "grounds": Many(GROUND),
        "rules": Many(Either((RULE, KEPT_RULES))),
    },
)
STARTED_BETWEEN = _shape("started_between", {"not_before": DAY, "seen": DAY})
VERSION = _shape(
    "version",
    {"protocol": NAME, "title": BILINGUAL, "from": Either((DAY, STARTED_BETWEEN))},
    {
        "minimum": YES_NO,
        "seen_until": DAY,
        "sources": Named(SOURCE),
        "terms": Named(TERM),
        "norms": Named(NORM_RULES),
        "restates": NAMES,
        "ends": NAMES,
        "continues": DAY,
        "note": TEXT,
    },
)

# ------------------------------------------------------------------ a calendar

HOLIDAY = _shape(
    "holiday",
    {**BOTH, "source": NAME},
    {
        "on": Plain.YEAR_DAY,
        "easter": Plain.NUMBER,
        "from_year": Plain.NUMBER,
        "until_year": Plain.NUMBER,
        "if_sunday": Plain.NUMBER,
    },
)
DECREE = _shape("decree", {**BOTH, "source": NAME, "days": Many(DAY)}, {"uncertain": YES_NO})
CALENDAR = _shape(
    "calendar",
    {
        "calendar": NAME,
        "known_from": DAY,
        "known_until": DAY,
        "first_year": Plain.NUMBER,
        "last_year": Plain.NUMBER,
        "sources": Named(TEXT),
        "holidays": Many(HOLIDAY),
    },
    {"decrees": Many(DECREE)},
)

# ------------------------------------------------------------------ a case

CASE = _shape(
    "case",
    {"protocol": NAME},
    {"person": Named(TEXT), "events": Many(Named(TEXT)), "scenario": Named(TEXT)},
)
CASE_EVENT = _shape(
    "case_event",
    {"on": DAY, "type": NAME},
    {
        "by": NAME,
        "decided_on": DAY,
        "recorded_at": DAY,
        "id": TEXT,
        "supersedes": TEXT,
        "assumed": YES_NO,
    },
)
