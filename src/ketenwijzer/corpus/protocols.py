"""Reads the dated versions of a protocol into a layer; each file restates only what changed.

A file says when its text began (`from`: a day, or `not_before` and `seen`), until when it was
seen, and per norm its rules in order. A norm that a file does not mention goes on as it was;
`restates` lists the norms whose text was seen again unchanged, `ends` those that it drops, and
inside a norm `keep` takes rules over from the version before.
"""

from dataclasses import dataclass, field, replace
from datetime import date

from ..engine.calendar import MonthEnd
from ..engine.conditions import Always, Condition, clauses
from ..engine.law import (
    DutySpec,
    Force,
    GroundRule,
    Layer,
    Mark,
    NormRules,
    Rule,
    Source,
    Standing,
    Strength,
    TermCase,
    TermRule,
    Until,
    Version,
)
from ..engine.vocabulary import Text
from . import yaml
from .conditions import parse_condition
from .errors import refuse
from .vocabulary import bilingual, duration
from .yaml import Mapping, Node

FILE_KEYS = ("protocol", "title", "minimum", "from", "continues", "seen_until", "sources",
             "terms", "norms", "restates", "ends", "note")
RULE_KEYS = ("rule", "then", "when", "nl", "en", "plain", "sources", "since", "until", "granted",
             "strength", "confirmed", "owed_by", "known_from", "duty", "why", "ask")


@dataclass(slots=True)
class _State:
    """What holds in a layer when the next version file is read."""

    norms: dict[str, NormRules] = field(default_factory=dict)
    terms: dict[str, TermRule] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    anchors: dict[str, tuple[str, ...]] = field(default_factory=dict)


def read_layer(files: list[Mapping]) -> Layer:
    """Read the version files of one protocol, oldest first."""
    state = _State()
    versions = tuple(_version(top, state) for top in files)
    first = files[0]
    minimum = first.items.get("minimum")
    return Layer(
        yaml.text(yaml.required(first, "protocol")),
        versions[-1].title,
        versions,
        dict(state.anchors),
        yaml.boolean(minimum) if minimum else False,
    )


def _version(top: Mapping, state: _State) -> Version:
    yaml.only(top, FILE_KEYS)
    not_before, seen = _start(yaml.required(top, "from"))
    seen_until = yaml.day(top.items["seen_until"]) if "seen_until" in top.items else None
    version = f"{yaml.text(yaml.required(top, 'protocol'))}@{seen}"
    for name, node in _children(top, "sources"):
        state.sources[name] = _source(name, yaml.mapping(node))
    for name, node in _children(top, "terms"):
        state.terms[name] = _term(name, yaml.mapping(node), state)
    for name, node in _children(top, "norms"):
        state.norms[name] = _norm_rules(name, yaml.mapping(node), version, seen_until, state)
    for key in ("restates", "ends"):
        for node in yaml.sequence(top.items[key]) if key in top.items else ():
            name = yaml.one_of(node, state.norms, "norm in deze laag", "norm of this layer")
            if key == "ends":
                del state.norms[name]
            else:
                state.norms[name] = replace(
                    state.norms[name], version=version, seen_until=seen_until
                )
    title = bilingual(yaml.required(top, "title"))
    return Version(
        version, not_before, seen, title,
        dict(state.norms), dict(state.terms), dict(state.sources), seen_until,
    )


def _start(node: Node) -> tuple[date, date]:
    if isinstance(node, Mapping):
        interval = yaml.only(node, ("not_before", "seen"))
        return (
            yaml.day(yaml.required(interval, "not_before")),
            yaml.day(yaml.required(interval, "seen")),
        )
    start = yaml.day(node)
    return start, start


def _children(top: Mapping, key: str) -> list[tuple[str, Node]]:
    return list(yaml.mapping(top.items[key]).items.items()) if key in top.items else []


def _optional(node: Mapping, key: str) -> str | None:
    return yaml.text(node.items[key]) if key in node.items else None


def _source(name: str, node: Mapping) -> Source:
    yaml.only(node, ("citation", "location", "identifier", "mark", "in_force", "note"))
    force = yaml.mapping(node.items["in_force"]) if "in_force" in node.items else None
    return Source(
        name,
        yaml.text(yaml.required(node, "citation")),
        Mark(yaml.one_of(yaml.required(node, "mark"), list(Mark), "merk", "mark")),
        _optional(node, "location") or "",
        _optional(node, "identifier") or "",
        yaml.day(force.items["from"]) if force and "from" in force.items else None,
        yaml.day(force.items["until"]) if force and "until" in force.items else None,
        bilingual(node.items["note"]) if "note" in node.items else None,
    )


def _sources(node: Mapping, state: _State) -> tuple[str, ...]:
    items = yaml.sequence(yaml.required(node, "sources"))
    return tuple(yaml.one_of(item, state.sources, "bron", "source") for item in items)


def _term(name: str, node: Mapping, state: _State) -> TermRule:
    yaml.only(node, ("nl", "en", "from", "add", "force", "sources", "month_end", "roll",
                     "ends_early", "met_by", "paused_from", "paused_until", "extended_to"))
    return TermRule(
        name,
        Text(yaml.text(yaml.required(node, "nl")), yaml.text(yaml.required(node, "en"))),
        yaml.text(yaml.required(node, "from")),
        _term_cases(yaml.required(node, "add")),
        Force(yaml.one_of(yaml.required(node, "force"), list(Force), "kracht", "force")),
        _sources(node, state),
        MonthEnd(_optional(node, "month_end") or MonthEnd.CLAMP),
        yaml.boolean(node.items["roll"]) if "roll" in node.items else False,
        yaml.texts(node.items["ends_early"]) if "ends_early" in node.items else (),
        *(_optional(node, k) for k in ("met_by", "paused_from", "paused_until", "extended_to")),
    )


def _term_cases(node: Node) -> tuple[TermCase, ...]:
    if not isinstance(node, yaml.Sequence):
        return (TermCase(Always(), duration(node)),)
    cases = []
    for item in node.items:
        case = yaml.only(yaml.mapping(item), ("when", "add"))
        cases.append(TermCase(_when(case)[0], duration(yaml.required(case, "add"))))
    return tuple(cases)


def _norm_rules(
    name: str, node: Mapping, version: str, seen_until: date | None, state: _State
) -> NormRules:
    yaml.only(node, ("anchors", "grounds", "rules", "keep_grounds"))
    before = state.norms.get(name)
    if "anchors" in node.items:
        state.anchors[name] = yaml.texts(node.items["anchors"])
    grounds = tuple(_ground(item, state) for item in
                    (yaml.sequence(node.items["grounds"]) if "grounds" in node.items else ()))
    if "keep_grounds" in node.items and before is not None:
        kept = yaml.texts(node.items["keep_grounds"])
        grounds = tuple(g for g in before.grounds if g.id in kept) + grounds
    rules: list[Rule] = []
    for item in yaml.sequence(node.items["rules"]) if "rules" in node.items else ():
        rule = yaml.mapping(item)
        if "keep" in rule.items:
            old = {r.id: r for r in before.rules} if before else {}
            rules += (old[yaml.one_of(k, old, "eerdere regel", "earlier rule")]
                      for k in yaml.sequence(rule.items["keep"]))
        else:
            rules.append(_rule(rule, state))
    return NormRules(name, version, tuple(rules), grounds, seen_until)


def _ground(item: Node, state: _State) -> GroundRule:
    node = yaml.only(yaml.mapping(item),
                     ("ground", "nl", "en", "when", "sources", "strength", "confirmed"))
    condition, _, lines = _when(node)
    sources = _sources(node, state)
    return GroundRule(
        yaml.text(yaml.required(node, "ground")),
        Text(yaml.text(yaml.required(node, "nl")), yaml.text(yaml.required(node, "en"))),
        condition,
        " and ".join(lines),
        sources,
        _strength(node),
        _confirmed(node, sources, state),
    )


def _rule(node: Mapping, state: _State) -> Rule:
    yaml.only(node, RULE_KEYS)
    condition, parts, lines = _when(node)
    sources = _sources(node, state)
    items = node.items
    return Rule(
        yaml.text(yaml.required(node, "rule")),
        Standing(yaml.one_of(yaml.required(node, "then"), list(Standing), "stand", "standing")),
        condition,
        parts,
        lines,
        Text(yaml.text(yaml.required(node, "nl")), yaml.text(yaml.required(node, "en"))),
        sources,
        _optional(node, "since"),
        _until(items["until"]) if "until" in items else None,
        yaml.boolean(items["granted"]) if "granted" in items else None,
        _strength(node),
        _confirmed(node, sources, state),
        bilingual(items["plain"]) if "plain" in items else None,
        yaml.texts(items["owed_by"]) if "owed_by" in items else (),
        yaml.day(items["known_from"]) if "known_from" in items else None,
        _duty(yaml.mapping(items["duty"])) if "duty" in items else None,
        _optional(node, "why") or "",
        _optional(node, "ask"),
    )


def _when(node: Mapping) -> tuple[Condition, tuple[Condition, ...], tuple[str, ...]]:
    """Read `when`: one line, or several that must all hold; none means always."""
    if "when" not in node.items:
        return Always(), (Always(),), ("always",)
    written = yaml.sequence(node.items["when"])
    parsed = [parse_condition(yaml.text(item), item.place) for item in written]
    lines = tuple(yaml.text(item) for item in written)
    if len(parsed) == 1:
        return parsed[0], (parsed[0],), lines
    whole = parse_condition(" and ".join(f"({line})" for line in lines), node.place)
    return whole, clauses(whole), lines


def _strength(node: Mapping) -> Strength | None:
    if "strength" not in node.items:
        return None
    return Strength(yaml.one_of(node.items["strength"], list(Strength), "kracht", "strength"))


def _confirmed(node: Mapping, sources: tuple[str, ...], state: _State) -> bool:
    """What is only recalled is never confirmed; the file may say so of more."""
    if "confirmed" in node.items and not yaml.boolean(node.items["confirmed"]):
        return False
    return any(state.sources[source].mark is not Mark.RECALLED for source in sources)


def _until(node: Node) -> Until:
    """Read `end of reflection_period`, `day after report`, `permit_until`."""
    words = yaml.text(node).split()
    if len(words) == 3 and words[:2] == ["end", "of"]:
        return Until(words[2], is_term=True)
    if len(words) == 3 and words[:2] == ["day", "after"]:
        return Until(words[2], plus_one=True)
    if len(words) == 1:
        return Until(words[0])
    raise refuse(
        "bad_until", node.place,
        f"`{yaml.text(node)}` is geen eind.", f"`{yaml.text(node)}` is not an end.",
        "Schrijf `end of <term>`, `day after <moment>` of `<moment>`.",
        "Write `end of <term>`, `day after <moment>` or `<moment>`.",
    )


def _duty(node: Mapping) -> DutySpec:
    yaml.only(node, ("since", "due", "met_by", "suspended"))
    suspended = node.items.get("suspended")
    return DutySpec(
        _optional(node, "since"),
        _optional(node, "due"),
        _optional(node, "met_by"),
        parse_condition(yaml.text(suspended), suspended.place) if suspended else None,
    )
