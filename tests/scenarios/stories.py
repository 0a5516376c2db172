"""Reads a scenario file: the case, its story, and the checks that say what must come out.

A check speaks of one thing on one day: how a norm stands (`norm:` with what is expected of it),
a term (`term:`), a duty (`duty:`) or the phase. A holding that speaks of no position says in
`not_reproduced` why, and is then case law (`case_law:` for, against, immigration_service).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from ketenwijzer.corpus import nodes
from ketenwijzer.corpus.cases import read_case, read_case_text
from ketenwijzer.corpus.load import protocols_home, read_corpus
from ketenwijzer.corpus.vocabulary import bilingual
from ketenwijzer.engine.case import Event
from ketenwijzer.engine.law import Corpus
from ketenwijzer.engine.vocabulary import Text

FOLDER = protocols_home() / "nl" / "scenarios"
STRENGTHS = ("holding", "fact", "fact_derivation", "ind_position", "derived", "open", "text")
MUST_COME_OUT = ("holding", "fact", "fact_derivation")
DIRECTIONS = ("for", "against", "immigration_service")
DATES = ("since", "until", "starts", "ends", "due")
YES_OR_NO = ("granted", "confirmed")
WORDS = ("version", "decided_by", "legal_strength", "why", "state", "phase")
SUBJECTS = ("norm", "term", "duty")
SCENARIO_KEYS = ("title", "reference", "decided_on", "story", "notes", "checks")
CHECK_KEYS = (
    "rule",
    "on",
    "known_at",
    "strength",
    *SUBJECTS,
    "standing",
    "grounds",
    *DATES,
    *YES_OR_NO,
    *WORDS,
    "case_law",
    "text",
    "not_reproduced",
)

Expected = str | bool | date | tuple[str, ...] | Mapping[str, bool | None]


@dataclass(frozen=True, slots=True)
class Check:
    """What must come out on one day, and how surely the source says so."""

    rule: str
    on: date
    known_at: date | None
    strength: str
    norm: str | None
    term: str | None
    duty: str | None
    expected: Mapping[str, Expected]
    text: Text
    case_law: str | None
    not_reproduced: Text | None


@dataclass(frozen=True, slots=True)
class Scenario:
    """One story: its file's name, its words, its events and its checks."""

    name: str
    title: Text
    story: Text
    notes: Text | None
    reference: str | None
    decided_on: date | None
    events: tuple[Event, ...]
    checks: tuple[Check, ...]

    @property
    def is_ruling(self) -> bool:
        return self.reference is not None


@cache
def corpus() -> Corpus:
    return read_corpus("nl")


@cache
def scenarios() -> tuple[Scenario, ...]:
    return tuple(read(path) for path in sorted(FOLDER.glob("*.yaml")))


def rulings() -> tuple[Scenario, ...]:
    return tuple(story for story in scenarios() if story.is_ruling)


def read(path: Path) -> Scenario:
    outline = read_case_text(path.read_text(encoding="utf-8"), path.name)
    case = read_case(outline, corpus())
    assert case.scenario is not None, f"{path.name} tells no scenario"
    node = nodes.only(case.scenario, SCENARIO_KEYS)
    return Scenario(
        path.stem,
        _text(nodes.required(node, "title")),
        _text(nodes.required(node, "story")),
        _text(node.items["notes"]) if "notes" in node.items else None,
        nodes.optional_text(node, "reference"),
        nodes.optional_day(node, "decided_on"),
        case.events,
        tuple(
            _check(nodes.mapping(item)) for item in nodes.sequence(nodes.required(node, "checks"))
        ),
    )


def _check(node: nodes.Mapping) -> Check:
    items = nodes.only(node, CHECK_KEYS).items

    def word(key: str, allowed: tuple[str, ...] | None = None) -> str | None:
        if key not in items:
            return None
        return nodes.one_of(items[key], allowed, "value") if allowed else nodes.text(items[key])

    return Check(
        nodes.text(nodes.required(node, "rule")),
        nodes.day(nodes.required(node, "on")),
        nodes.optional_day(node, "known_at"),
        nodes.one_of(nodes.required(node, "strength"), STRENGTHS, "value"),
        word("norm"),
        word("term"),
        word("duty"),
        _expected(items),
        _text(nodes.required(node, "text")),
        word("case_law", DIRECTIONS),
        _text(items["not_reproduced"]) if "not_reproduced" in items else None,
    )


def _expected(items: Mapping[str, nodes.Node]) -> dict[str, Expected]:
    found: dict[str, Expected] = {}
    if "standing" in items:
        found["standing"] = nodes.texts(items["standing"])
    if "grounds" in items:
        found["grounds"] = {
            name: None if nodes.text(value) == "unknown" else nodes.boolean(value)
            for name, value in nodes.mapping(items["grounds"]).items.items()
        }
    found |= {key: nodes.day(items[key]) for key in DATES if key in items}
    found |= {key: nodes.boolean(items[key]) for key in YES_OR_NO if key in items}
    found |= {key: nodes.text(items[key]) for key in WORDS if key in items}
    return found


def _text(node: nodes.Node) -> Text:
    return bilingual(nodes.mapping(node))
