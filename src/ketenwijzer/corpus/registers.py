"""Reads the lists of a country: norms, parties, phases and what courts held."""

from ..engine.law import Holding, Kind, Mark, Norm, Party, Phase, Standing
from ..engine.vocabulary import Text
from . import nodes
from .conditions import parse_condition
from .nodes import Mapping, Node
from .shapes import HOLDING, NORM, PARTY, PER_STANDING, PHASE, SPEAKS
from .vocabulary import bilingual, optional_bilingual, text_of


def norms(top: Mapping) -> dict[str, Norm]:
    """Read `norms:`, the list."""
    nodes.required(top, "norms")
    return {
        name: _norm(name, nodes.shaped(node, NORM))
        for name, node in nodes.children(top, "norms").items()
    }


def _norm(name: str, node: Mapping) -> Norm:
    return Norm(
        name,
        Kind(nodes.one_of(node.items["kind"], tuple(Kind), "value")),
        text_of(node),
        nodes.text(node.items["holder"]),
        nodes.optional_texts(node, "owed_by"),
        _per_standing(node, "plain"),
        nodes.optional_text(node, "ask"),
        nodes.optional_text(node, "group") or "",
        optional_bilingual(node, "question"),
        _per_standing(node, "answers"),
    )


def _per_standing(node: Mapping, key: str) -> dict[Standing, Text]:
    if key not in node.items:
        return {}
    found = nodes.shaped(node.items[key], PER_STANDING)
    return {Standing(name): bilingual(child) for name, child in found.items.items()}


def parties(top: Mapping) -> dict[str, Party]:
    """Read `parties:`."""
    nodes.required(top, "parties")
    found = {
        name: nodes.shaped(node, PARTY) for name, node in nodes.children(top, "parties").items()
    }
    return {
        name: Party(name, text_of(node), optional_bilingual(node, "contact"))
        for name, node in found.items()
    }


def phases(top: Mapping) -> tuple[Phase, ...]:
    """Read `phases:`, ordered."""
    return tuple(_phase(item) for item in nodes.sequence(nodes.required(top, "phases")))


def _phase(item: Node) -> Phase:
    node = nodes.shaped(item, PHASE)
    line = node.items["when"]
    condition = parse_condition(nodes.text(line), line.place)
    return Phase(nodes.text(node.items["phase"]), text_of(node), condition)


def holdings(top: Mapping) -> tuple[Holding, ...]:
    """Read `case_law:`, what courts held about a norm."""
    return tuple(_holding(item) for item in nodes.sequence(nodes.required(top, "case_law")))


def _holding(item: Node) -> Holding:
    node = nodes.shaped(item, HOLDING)
    return Holding(
        nodes.text(node.items["norm"]),
        nodes.text(node.items["ruling"]),
        nodes.optional_day(node, "decided_on"),
        nodes.one_of(node.items["speaks"], SPEAKS, "value"),
        text_of(node),
        Mark(nodes.one_of(node.items["mark"], tuple(Mark), "value")),
    )
