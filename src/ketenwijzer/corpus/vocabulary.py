"""Reads the words of a country: what can happen, the moments it sets, the facts it establishes."""

import re

from ..engine.calendar import Duration, MonthEnd, Unit
from ..engine.conditions import Condition
from ..engine.vocabulary import (
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
    Text,
    When,
)
from . import nodes
from .conditions import parse_condition
from .errors import refuse
from .nodes import Mapping, Node
from .shapes import ATTRIBUTE, ATTRIBUTE_TYPES, BILINGUAL, EVENT, FACT_CASE, FACTS, MOMENTS

DURATION = re.compile(r"([0-9]{1,5}) (days?|weeks?|months?|years?|working days?)")
SELECTOR = re.compile(r"([a-z][a-z0-9_]*)(?:\((.+)\))?(?:\.([a-z][a-z0-9_]*))?")
FILTER = re.compile(r"([a-z][a-z0-9_]*) *= *([a-z0-9_]+(?: *\| *[a-z0-9_]+)*)")


def bilingual(node: Node) -> Text:
    """Read a text that stands there in both languages; both are compulsory."""
    return text_of(nodes.shaped(node, BILINGUAL))


def text_of(node: Mapping) -> Text:
    """Read the `nl` and `en` of a thing that has more keys than these."""
    return Text(nodes.text(node.items["nl"]), nodes.text(node.items["en"]))


def optional_bilingual(node: Mapping, key: str) -> Text | None:
    """Read a text in both languages, or None if it is not there."""
    return bilingual(node.items[key]) if key in node.items else None


def bilinguals(node: Mapping, key: str) -> dict[str, Text]:
    """Read named texts, none if they are not there."""
    return {name: bilingual(child) for name, child in nodes.children(node, key).items()}


def duration(node: Node) -> Duration:
    """Read `3 months`, `30 days`, `20 working days`."""
    match = DURATION.fullmatch(nodes.text(node))
    if not match:
        raise refuse("not_a_duration", node.place, value=nodes.text(node))
    unit = match[2] if match[2].endswith("s") else match[2] + "s"
    return Duration(int(match[1]), Unit(unit))


def selector(node: Node) -> Selector:
    """Read which events are meant, and which date or value of theirs.

    Like `report`, `judgment(outcome=conviction & final=true)`, `permit_granted(kind=a|b).until`.
    """
    value = nodes.text(node)
    match = SELECTOR.fullmatch(value)
    parts = match[2].split("&") if match and match[2] else []
    filters = [FILTER.fullmatch(part.strip()) for part in parts]
    if not match or not all(filters):
        raise refuse("not_a_selector", node.place, value=value)
    kept = tuple((f[1], tuple(map(_filter_value, f[2].split("|")))) for f in filters if f)
    return Selector(match[1], kept, match[3])


def _filter_value(value: str) -> str | bool:
    word = value.strip()
    return {"true": True, "false": False}.get(word, word)


def selectors(node: Node) -> tuple[Selector, ...]:
    """Read a list of selectors."""
    return tuple(selector(item) for item in nodes.sequence(node))


# ------------------------------------------------------------------ events


def event_types(top: Mapping) -> dict[str, EventType]:
    """Read `events:`; their order in the file is their order within a day."""
    nodes.required(top, "events")
    return {
        name: _event_type(name, order, nodes.shaped(node, EVENT))
        for order, (name, node) in enumerate(nodes.children(top, "events").items())
    }


def _event_type(name: str, order: int, node: Mapping) -> EventType:
    attributes = {
        key: _attribute(key, nodes.shaped(item, ATTRIBUTE))
        for key, item in nodes.children(node, "attributes").items()
    }
    if "takes_effect" in node.items:
        nodes.one_of(node.items["takes_effect"], attributes, "attribute")
    return EventType(
        name,
        order,
        text_of(node),
        attributes,
        nodes.optional_text(node, "takes_effect"),
        nodes.optional_texts(node, "stated_by"),
        optional_bilingual(node, "choice"),
        optional_bilingual(node, "plain"),
    )


def _attribute(name: str, node: Mapping) -> Attribute:
    return Attribute(
        name,
        nodes.one_of(node.items["type"], ATTRIBUTE_TYPES, "value"),
        text_of(node),
        bilinguals(node, "values"),
        nodes.optional_boolean(node, "required") or False,
    )


# ------------------------------------------------------------------ moments


def moments(top: Mapping) -> dict[str, MomentRule]:
    """Read `moments:`."""
    nodes.required(top, "moments")
    return {name: _moment(name, node) for name, node in nodes.children(top, "moments").items()}


def _moment(name: str, node: Node) -> MomentRule:
    key, found = nodes.shaped_by(node, MOMENTS)
    text, value = text_of(found), found.items[key]
    if key == "from":
        add = duration(found.items["add"])
        return SumMoment(name, text, nodes.text(value), add, month_end(found))
    if key in ("first_of", "latest_of"):
        return ChosenMoment(name, text, key.removesuffix("_of"), nodes.texts(value))
    since, before = (nodes.optional_text(found, bound) for bound in ("since", "before"))
    return EventMoment(name, text, key, selectors(value), since, before)


def month_end(node: Mapping) -> MonthEnd:
    """Read where a month sum lands when the month has no such day."""
    if "month_end" not in node.items:
        return MonthEnd.CLAMP
    return MonthEnd(nodes.one_of(node.items["month_end"], tuple(MonthEnd), "value"))


# ------------------------------------------------------------------ facts


def facts(top: Mapping) -> dict[str, Fact]:
    """Read `facts:`."""
    nodes.required(top, "facts")
    return {name: _fact(name, node) for name, node in nodes.children(top, "facts").items()}


def _fact(name: str, node: Node) -> Fact:
    key, found = nodes.shaped_by(node, FACTS)
    return Fact(
        name,
        text_of(found),
        _fact_rule(key, found),
        bilinguals(found, "values"),
        nodes.optional_text(found, "judged_by"),
        optional_bilingual(found, "question"),
        nodes.optional_text(found, "ask"),
    )


def _fact_rule(key: str, node: Mapping) -> LatestValue | Switch | When | Choice:
    value = node.items[key]
    match key:
        case "value_of":
            return LatestValue(selectors(value))
        case "when":
            return When(parse_condition(nodes.text(value), value.place))
        case "cases":
            cases = tuple(_fact_case(item) for item in nodes.sequence(value))
            return Choice(cases, nodes.optional_text(node, "otherwise"))
        case _:
            off = selectors(node.items["off"]) if "off" in node.items else ()
            return Switch(selectors(value), off, nodes.optional_boolean(node, "initially"))


def _fact_case(node: Node) -> tuple[Condition, str]:
    case = nodes.shaped(node, FACT_CASE).items
    return parse_condition(nodes.text(case["when"]), case["when"].place), nodes.text(case["is"])
