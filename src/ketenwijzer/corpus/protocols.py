"""Reads the dated versions of a protocol into a layer; each file restates only what changed.

A file says when its text began (`from`: a day, or `not_before` and `seen`), until when it was
seen, and per norm its rules in order. A norm that a file does not mention goes on as it was;
`restates` lists the norms whose text was seen again unchanged, `ends` those that it drops, and
inside a norm `keep` takes rules over from the version before.
"""

from collections.abc import Iterator
from datetime import date

from ..engine.law import GroundRule, Layer, NormRules, Rule, Source, TermRule, Version
from ..engine.values import replace
from . import nodes
from .errors import refuse
from .nodes import Mapping, Node
from .rules import read_ground, read_rule, read_source, read_term
from .shapes import KEPT_RULES, NORM_RULES, STARTED_BETWEEN, VERSION
from .vocabulary import bilingual


class _State:
    """What holds in a layer when the next version file is read."""

    def __init__(self) -> None:
        self.norms: dict[str, NormRules] = {}
        self.terms: dict[str, TermRule] = {}
        self.sources: dict[str, Source] = {}
        self.anchors: dict[str, tuple[str, ...]] = {}
        self.before: Version | None = None


def read_layer(files: list[Mapping]) -> Layer:
    """Read the version files of one protocol, oldest first."""
    state = _State()
    versions = tuple(_version(nodes.shaped(top, VERSION), state) for top in files)
    first = files[0]
    return Layer(
        nodes.text(first.items["protocol"]),
        versions[-1].title,
        versions,
        dict(state.anchors),
        nodes.optional_boolean(first, "minimum") or False,
    )


def _version(top: Mapping, state: _State) -> Version:
    not_before, seen = _start(top.items["from"])
    seen_until = nodes.optional_day(top, "seen_until")
    name = f"{nodes.text(top.items['protocol'])}@{seen}"
    _refuse_wrong_predecessor(top, state.before)
    for source, node in nodes.children(top, "sources").items():
        state.sources[source] = read_source(source, node)
    for term, node in nodes.children(top, "terms").items():
        state.terms[term] = read_term(term, node, state.sources)
    for norm, node in nodes.children(top, "norms").items():
        rules, grounds = _norm_rules(norm, nodes.shaped(node, NORM_RULES), state)
        state.norms[norm] = NormRules(norm, name, rules, grounds, seen_until)
    for norm in _known_norms(top, "restates", state):
        state.norms[norm] = replace(state.norms[norm], version=name, seen_until=seen_until)
    for norm in _known_norms(top, "ends", state):
        del state.norms[norm]
    state.before = Version(
        name,
        not_before,
        seen,
        bilingual(top.items["title"]),
        dict(state.norms),
        dict(state.terms),
        dict(state.sources),
        seen_until,
    )
    return state.before


def _start(node: Node) -> tuple[date, date]:
    if not isinstance(node, Mapping):
        return nodes.day(node), nodes.day(node)
    between = nodes.shaped(node, STARTED_BETWEEN).items
    return nodes.day(between["not_before"]), nodes.day(between["seen"])


def _refuse_wrong_predecessor(top: Mapping, before: Version | None) -> None:
    """Check `continues`, with which a file says on which version it builds."""
    named = nodes.optional_day(top, "continues")
    if named and (before is None or named != before.seen):
        place = top.items["continues"].place
        was = before.seen.isoformat() if before else "-"
        raise refuse("wrong_predecessor", place, named=named.isoformat(), before=was)


def _known_norms(top: Mapping, key: str, state: _State) -> list[str]:
    return [nodes.one_of(node, state.norms, "norm") for node in nodes.items(top, key)]


def _norm_rules(
    norm: str, node: Mapping, state: _State
) -> tuple[tuple[Rule, ...], tuple[GroundRule, ...]]:
    if "anchors" in node.items:
        state.anchors[norm] = nodes.texts(node.items["anchors"])
    before = state.norms.get(norm)
    old_rules = {rule.id: rule for rule in before.rules} if before else {}
    old_grounds = {ground.id: ground for ground in before.grounds} if before else {}
    kept = nodes.items(node, "keep_grounds")
    grounds = [old_grounds[nodes.one_of(k, old_grounds, "earlier_ground")] for k in kept]
    grounds += [read_ground(item, state.sources) for item in nodes.items(node, "grounds")]
    rules = (r for item in nodes.items(node, "rules") for r in _rules(item, old_rules, state))
    return tuple(rules), tuple(grounds)


def _rules(item: Node, before: dict[str, Rule], state: _State) -> Iterator[Rule]:
    """Read a rule, or take over the ones that `keep` names."""
    if "keep" not in nodes.mapping(item).items:
        yield read_rule(item, state.sources)
        return
    for kept in nodes.sequence(nodes.shaped(item, KEPT_RULES).items["keep"]):
        yield before[nodes.one_of(kept, before, "earlier_rule")]
