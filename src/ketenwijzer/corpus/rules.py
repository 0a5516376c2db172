"""Reads the parts of a version: its sources, terms, grounds and rules."""

from collections.abc import Collection, Mapping

from ..engine.calendar import Duration
from ..engine.conditions import Always, And, Condition
from ..engine.law import (
    DutySpec,
    Force,
    GroundRule,
    Mark,
    Rule,
    Source,
    Standing,
    Strength,
    TermCase,
    TermRule,
    Until,
)
from . import nodes
from .conditions import parse_condition, write_condition
from .errors import refuse
from .nodes import Node
from .shapes import DUTY, GROUND, IN_FORCE, RULE, SOURCE, TERM, TERM_CASE
from .vocabulary import duration, month_end, optional_bilingual, text_of

Sources = Mapping[str, Source]


def read_source(name: str, item: Node) -> Source:
    """Read where a norm stands in law, and how well that place was read."""
    node = nodes.shaped(item, SOURCE)
    force = nodes.shaped(node.items["in_force"], IN_FORCE) if "in_force" in node.items else None
    return Source(
        name,
        nodes.text(node.items["citation"]),
        Mark(nodes.one_of(node.items["mark"], tuple(Mark), "value")),
        nodes.optional_text(node, "location") or "",
        nodes.optional_text(node, "identifier") or "",
        nodes.optional_day(force, "from") if force else None,
        nodes.optional_day(force, "until") if force else None,
        optional_bilingual(node, "note"),
    )


# ------------------------------------------------------------------ terms


def read_term(name: str, item: Node, sources: Sources) -> TermRule:
    """Read a legal period: its anchor, its length and what moves its end."""
    node = nodes.shaped(item, TERM)
    return TermRule(
        name,
        text_of(node),
        nodes.text(node.items["from"]),
        _term_cases(node.items["add"]),
        Force(nodes.one_of(node.items["force"], tuple(Force), "value")),
        _named_sources(node, sources),
        month_end(node),
        nodes.optional_boolean(node, "roll") or False,
        nodes.optional_texts(node, "ends_early"),
        nodes.optional_text(node, "met_by"),
        nodes.optional_text(node, "paused_from"),
        nodes.optional_text(node, "paused_until"),
        nodes.optional_text(node, "extended_to"),
    )


def _term_cases(node: Node) -> tuple[TermCase, ...]:
    if isinstance(node, nodes.Sequence):
        return tuple(TermCase(*_term_case(item)) for item in node.items)
    return (TermCase(Always(), duration(node)),)


def _term_case(item: Node) -> tuple[Condition, Duration]:
    case = nodes.shaped(item, TERM_CASE).items
    return parse_condition(nodes.text(case["when"]), case["when"].place), duration(case["add"])


# ------------------------------------------------------------------ grounds and rules


def read_ground(item: Node, sources: Sources) -> GroundRule:
    """Read one of the alternative grounds of a norm."""
    node = nodes.shaped(item, GROUND)
    parts, lines = _when(node)
    named = _named_sources(node, sources)
    return GroundRule(
        nodes.text(node.items["ground"]),
        text_of(node),
        _all_of(parts),
        lines[0] if len(lines) == 1 else write_condition(_all_of(parts)),
        named,
        _strength(node),
        _confirmed(node, named, sources),
    )


def read_rule(item: Node, sources: Sources) -> Rule:
    """Read one sentence about a norm: when it fires, how the norm then stands, and why."""
    node = nodes.shaped(item, RULE)
    parts, lines = _when(node)
    named = _named_sources(node, sources)
    return Rule(
        nodes.text(node.items["rule"]),
        Standing(nodes.one_of(node.items["then"], tuple(Standing), "value")),
        _all_of(parts),
        parts,
        lines,
        text_of(node),
        named,
        nodes.optional_text(node, "since"),
        _until(node.items["until"]) if "until" in node.items else None,
        nodes.optional_boolean(node, "granted"),
        _strength(node),
        _confirmed(node, named, sources),
        optional_bilingual(node, "plain"),
        nodes.optional_texts(node, "owed_by"),
        nodes.optional_day(node, "known_from"),
        _duty(node.items["duty"]) if "duty" in node.items else None,
        nodes.optional_text(node, "why") or "",
        nodes.optional_text(node, "ask"),
    )


def _when(node: nodes.Mapping) -> tuple[tuple[Condition, ...], tuple[str, ...]]:
    """Read `when`: one line, or several that must all hold; none means always."""
    if "when" not in node.items:
        return (Always(),), ("always",)
    written = nodes.sequence(node.items["when"])
    lines = tuple(nodes.text(item) for item in written)
    places = (item.place for item in written)
    return tuple(map(parse_condition, lines, places)), lines


def _all_of(parts: tuple[Condition, ...]) -> Condition:
    return parts[0] if len(parts) == 1 else And(parts)


def _named_sources(node: nodes.Mapping, sources: Sources) -> tuple[str, ...]:
    """Read which of the sources of this layer a thing rests on; at least one."""
    written = nodes.sequence(node.items["sources"])
    if not written:
        raise refuse("missing_key", node.place, key="sources")
    return tuple(nodes.one_of(item, sources, "source") for item in written)


def _strength(node: nodes.Mapping) -> Strength | None:
    if "strength" not in node.items:
        return None
    return Strength(nodes.one_of(node.items["strength"], tuple(Strength), "value"))


def _confirmed(node: nodes.Mapping, named: Collection[str], sources: Sources) -> bool:
    """Tell whether a text counts as confirmed: never if only recalled; the file may deny it too."""
    if nodes.optional_boolean(node, "confirmed") is False:
        return False
    return any(sources[name].mark is not Mark.RECALLED for name in named)


def _until(node: Node) -> Until:
    """Read `end of reflection_period`, `day after report`, `permit_until`."""
    match nodes.text(node).split():
        case ["end", "of", term]:
            return Until(term, is_term=True)
        case ["day", "after", moment]:
            return Until(moment, plus_one=True)
        case [moment]:
            return Until(moment)
        case _:
            raise refuse("bad_until", node.place, value=nodes.text(node))


def _duty(item: Node) -> DutySpec:
    node = nodes.shaped(item, DUTY)
    suspended = node.items.get("suspended")
    return DutySpec(
        nodes.optional_text(node, "since"),
        nodes.optional_text(node, "due"),
        nodes.optional_text(node, "met_by"),
        parse_condition(nodes.text(suspended), suspended.place) if suspended else None,
    )
