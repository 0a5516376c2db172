"""Reads the words of a country: events, moments, facts, norms, parties and phases."""

import re

from ..engine.calendar import Duration, MonthEnd, Unit
from ..engine.law import Kind, Norm, Party, Phase, Standing
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
from . import yaml
from .conditions import parse_condition
from .errors import refuse
from .yaml import Mapping, Node

DURATION = re.compile(r"(\d+) (days?|weeks?|months?|years?|working days?)")
SELECTOR = re.compile(r"([a-z][a-z0-9_]*)(?:\((.*)\))?(?:\.([a-z_]+))?")


def bilingual(node: Node) -> Text:
    """Read a text that stands there in both languages; both are compulsory."""
    found = yaml.only(yaml.mapping(node), ("nl", "en"))
    return Text(yaml.text(yaml.required(found, "nl")), yaml.text(yaml.required(found, "en")))


def duration(node: Node) -> Duration:
    """Read `3 months`, `30 days`, `20 working days`."""
    match = DURATION.fullmatch(yaml.text(node))
    if not match:
        raise refuse(
            "not_a_duration", node.place,
            f"`{yaml.text(node)}` is geen duur.", f"`{yaml.text(node)}` is not a duration.",
            "Schrijf bijvoorbeeld `3 months`, `30 days` of `20 working days`.",
            "Write for example `3 months`, `30 days` or `20 working days`.",
        )
    unit = match[2] if match[2].endswith("s") else match[2] + "s"
    return Duration(int(match[1]), Unit(unit))


def selector(node: Node) -> Selector:
    """Read `report`, `judgment(outcome=conviction & final=true)`, `permit_granted(kind=a|b).until`."""
    value = yaml.text(node)
    match = SELECTOR.fullmatch(value)
    if not match:
        raise refuse(
            "not_a_selector", node.place,
            f"`{value}` wijst geen gebeurtenis aan.", f"`{value}` does not select an event.",
            "Schrijf `gebeurtenis(kenmerk=waarde).kenmerk`.",
            "Write `event(attribute=value).attribute`.",
        )
    filters = []
    for part in filter(None, (match[2] or "").split("&")):
        name, _, values = part.partition("=")
        allowed = tuple(_filter_value(v.strip()) for v in values.split("|"))
        filters.append((name.strip(), allowed))
    return Selector(match[1], tuple(filters), match[3])


def _filter_value(value: str) -> str | bool:
    return {"true": True, "false": False}.get(value, value)


def selectors(node: Node) -> tuple[Selector, ...]:
    """Read a list of selectors."""
    return tuple(selector(item) for item in yaml.sequence(node))


# ------------------------------------------------------------------ events


def event_types(top: Mapping) -> dict[str, EventType]:
    """Read `events:`, in the order in which events of one day apply."""
    found = yaml.mapping(yaml.required(top, "events"))
    return {
        name: _event_type(name, order, yaml.mapping(node))
        for order, (name, node) in enumerate(found.items.items())
    }


def _event_type(name: str, order: int, node: Mapping) -> EventType:
    yaml.only(node, ("nl", "en", "attributes", "takes_effect", "stated_by", "choice",
                     "note"))
    attributes = yaml.mapping(node.items["attributes"]) if "attributes" in node.items else None
    return EventType(
        name,
        order,
        Text(yaml.text(yaml.required(node, "nl")), yaml.text(yaml.required(node, "en"))),
        {
            key: _attribute(key, yaml.mapping(value))
            for key, value in (attributes.items.items() if attributes else ())
        },
        _optional(node, "takes_effect"),
        yaml.texts(node.items["stated_by"]) if "stated_by" in node.items else (),
        bilingual(node.items["choice"]) if "choice" in node.items else None,
    )


def _attribute(name: str, node: Mapping) -> Attribute:
    yaml.only(node, ("nl", "en", "type", "values", "required"))
    values = yaml.mapping(node.items["values"]) if "values" in node.items else None
    return Attribute(
        name,
        yaml.one_of(yaml.required(node, "type"), ("enum", "boolean", "date", "text"),
                    "soort kenmerk", "attribute type"),
        Text(yaml.text(yaml.required(node, "nl")), yaml.text(yaml.required(node, "en"))),
        {k: bilingual(v) for k, v in values.items.items()} if values else {},
        yaml.boolean(node.items["required"]) if "required" in node.items else False,
    )


def _optional(node: Mapping, key: str) -> str | None:
    return yaml.text(node.items[key]) if key in node.items else None


# ------------------------------------------------------------------ moments and facts


def moments(top: Mapping) -> dict[str, MomentRule]:
    """Read `moments:`."""
    found = yaml.mapping(yaml.required(top, "moments"))
    return {name: _moment(name, yaml.mapping(node)) for name, node in found.items.items()}


def _moment(name: str, node: Mapping) -> MomentRule:
    yaml.only(node, ("nl", "en", "first", "latest", "maximum", "since", "before", "from", "add",
                     "month_end", "first_of", "latest_of"))
    text = Text(yaml.text(yaml.required(node, "nl")), yaml.text(yaml.required(node, "en")))
    if "from" in node.items:
        return SumMoment(
            name, text, yaml.text(node.items["from"]), duration(yaml.required(node, "add")),
            MonthEnd(yaml.text(node.items["month_end"])) if "month_end" in node.items
            else MonthEnd.CLAMP,
        )
    for pick in ("first", "latest"):
        if f"{pick}_of" in node.items:
            return ChosenMoment(name, text, pick, yaml.texts(node.items[f"{pick}_of"]))
    for pick in ("first", "latest", "maximum"):
        if pick in node.items:
            bounds = (_optional(node, "since"), _optional(node, "before"))
            return EventMoment(name, text, pick, selectors(node.items[pick]), *bounds)
    return EventMoment(name, text, "first", selectors(yaml.required(node, "first")))


def facts(top: Mapping) -> dict[str, Fact]:
    """Read `facts:`."""
    found = yaml.mapping(yaml.required(top, "facts"))
    return {name: _fact(name, yaml.mapping(node)) for name, node in found.items.items()}


def _fact(name: str, node: Mapping) -> Fact:
    yaml.only(node, ("nl", "en", "value_of", "on", "off", "initially", "when", "cases",
                     "otherwise", "values", "judged_by", "question", "ask"))
    values = yaml.mapping(node.items["values"]) if "values" in node.items else None
    return Fact(
        name,
        Text(yaml.text(yaml.required(node, "nl")), yaml.text(yaml.required(node, "en"))),
        _fact_rule(node),
        {k: bilingual(v) for k, v in values.items.items()} if values else {},
        _optional(node, "judged_by"),
        bilingual(node.items["question"]) if "question" in node.items else None,
        _optional(node, "ask"),
    )


def _fact_rule(node: Mapping) -> LatestValue | Switch | When | Choice:
    if "value_of" in node.items:
        return LatestValue(selectors(node.items["value_of"]))
    if "when" in node.items:
        line = node.items["when"]
        return When(parse_condition(yaml.text(line), line.place))
    if "cases" in node.items:
        cases = []
        for item in yaml.sequence(node.items["cases"]):
            case = yaml.only(yaml.mapping(item), ("when", "is"))
            line = yaml.required(case, "when")
            condition = parse_condition(yaml.text(line), line.place)
            cases.append((condition, yaml.text(yaml.required(case, "is"))))
        return Choice(tuple(cases), _optional(node, "otherwise"))
    initially = node.items.get("initially")
    return Switch(
        selectors(yaml.required(node, "on")),
        selectors(node.items["off"]) if "off" in node.items else (),
        None if initially is None else yaml.boolean(initially),
    )


# ------------------------------------------------------------------ norms, parties, phases


def norms(top: Mapping) -> dict[str, Norm]:
    """Read `norms:`, the list."""
    found = yaml.mapping(yaml.required(top, "norms"))
    return {name: _norm(name, yaml.mapping(node)) for name, node in found.items.items()}


def _norm(name: str, node: Mapping) -> Norm:
    yaml.only(node, ("nl", "en", "kind", "holder", "owed_by", "plain", "ask", "group",
                     "question", "answers"))
    return Norm(
        name,
        Kind(yaml.one_of(yaml.required(node, "kind"), list(Kind), "soort norm", "kind of norm")),
        Text(yaml.text(yaml.required(node, "nl")), yaml.text(yaml.required(node, "en"))),
        yaml.text(yaml.required(node, "holder")),
        yaml.texts(node.items["owed_by"]) if "owed_by" in node.items else (),
        _per_standing(node, "plain"),
        _optional(node, "ask"),
        _optional(node, "group") or "",
        bilingual(node.items["question"]) if "question" in node.items else None,
        _per_standing(node, "answers"),
    )


def _per_standing(node: Mapping, key: str) -> dict[Standing, Text]:
    if key not in node.items:
        return {}
    found = yaml.only(yaml.mapping(node.items[key]), list(Standing), "stand", "standing")
    return {Standing(k): bilingual(v) for k, v in found.items.items()}


def parties(top: Mapping) -> dict[str, Party]:
    """Read `parties:`."""
    found = yaml.mapping(yaml.required(top, "parties"))
    result = {}
    for name, node in found.items.items():
        party = yaml.only(yaml.mapping(node), ("nl", "en", "contact"))
        contact = party.items.get("contact")
        result[name] = Party(
            name,
            Text(yaml.text(yaml.required(party, "nl")), yaml.text(yaml.required(party, "en"))),
            bilingual(contact) if contact else None,
        )
    return result


def phases(top: Mapping) -> tuple[Phase, ...]:
    """Read `phases:`, ordered."""
    found = []
    for item in yaml.sequence(yaml.required(top, "phases")):
        node = yaml.only(yaml.mapping(item), ("phase", "nl", "en", "when"))
        line = yaml.required(node, "when")
        text = Text(yaml.text(yaml.required(node, "nl")), yaml.text(yaml.required(node, "en")))
        condition = parse_condition(yaml.text(line), line.place)
        found.append(Phase(yaml.text(yaml.required(node, "phase")), text, condition))
    return tuple(found)
