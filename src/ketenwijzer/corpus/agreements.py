"""Reads what the partners of a country agreed, strictly; it stands beside the law, never in it.

Every name is checked against the words of the country's law: events, attributes and parties. The
newest version must say of every event where it stands; an older one may not know it yet.
"""

from collections.abc import Collection, Iterator
from collections.abc import Mapping as Mapping_
from functools import cache
from pathlib import Path

from ..engine.law import Corpus
from ..engine.vocabulary import Attribute
from . import nodes
from .agreement import Agreement, Cell, Level, Request, RoleAccess, Section, Service, Statement
from .errors import refuse
from .home import protocols_home
from .load import load_corpus
from .nodes import Mapping, Node
from .shapes import BILINGUAL, BILINGUALS, BOTH, DAY, NAME, NAMES, Either, Named, Plain, Shape, Word
from .vocabulary import bilingual, bilinguals, text_of
from .yaml import read_file

FOLDER = "agreements"
REGISTERS = ("compulsory", "consent")
REQUESTS = ("access", "rectification", "restriction", "objection", "complaint")

# ------------------------------------------------------------------ the keys of each part

LEVEL = Word(tuple(Level))
SECTION = Shape("section", {**BOTH, "controller": BILINGUAL}, (*BOTH, "controller"))
CELL = Shape("cell", {"level": LEVEL, "ground": BILINGUAL}, ("level", "ground"))
ROLE = Shape(
    "role",
    {
        "purposes": NAMES,
        "cells": Named(Either((LEVEL, CELL))),
        "writes": NAMES,
        "registers": Word(REGISTERS),
        "confidential": Plain.YES_NO,
    },
    ("purposes", "cells", "writes"),
)
STATEMENT = Shape(
    "statement",
    {
        "section": NAME,
        "sections": Named(Named(NAME)),
        "stated_by": NAMES,
        "leave_out": NAMES,
        "second_person": Plain.YES_NO,
    },
    ("section",),
)
SERVICE = Shape(
    "service",
    {
        **BOTH,
        "purpose": NAME,
        "receivers": NAMES,
        "sections": NAMES,
        "answer_days": Plain.NUMBER,
    },
    (*BOTH, "purpose", "receivers", "sections"),
)
REQUEST = Shape("request", {**BOTH, "answer_days": Plain.NUMBER}, (*BOTH, "answer_days"))
AGREEMENT = Shape(
    "agreement",
    {
        "agreement": NAME,
        "version": DAY,
        "status": BILINGUAL,
        "sections": Named(SECTION),
        "purposes": BILINGUALS,
        "roles": Named(ROLE),
        "statements": Named(STATEMENT),
        "services": Named(SERVICE),
        "grounds": BILINGUALS,
        "never_withheld": NAMES,
        "requests": Named(REQUEST),
        "remind_before": Plain.NUMBER,
    },
    ("agreement", "version", "status", "sections", "purposes", "roles", "statements", "services"),
)

# ------------------------------------------------------------------ the versions of a country


@cache
def load_agreement(country: str, home: Path | None = None) -> Agreement:
    """Return the newest agreement of a country, read once per process; raises `InputError`."""
    return read_agreements(country, home)[-1]


def read_agreements(country: str, home: Path | None = None) -> tuple[Agreement, ...]:
    """Read and check every version of a country's agreement, oldest first; raises `InputError`."""
    home = home or protocols_home()
    corpus = load_corpus(country, home)
    folder = f"{country}/{FOLDER}"
    tops = {path.stem: _read(home, path) for path in sorted((home / folder).glob("*.yaml"))}
    if not tops:
        raise refuse("no_versions", (f"protocols/{folder}", 0), name=folder)
    found = tuple(_agreement(top, version, corpus) for version, top in tops.items())
    newest = nodes.mapping(list(tops.values())[-1].items["statements"])
    for event in corpus.event_types:
        nodes.required(newest, event)
    return found


def _read(home: Path, path: Path) -> Mapping:
    name = path.relative_to(home).as_posix()
    return nodes.shaped(read_file(path, f"protocols/{name}"), AGREEMENT)


def _agreement(top: Mapping, version: str, corpus: Corpus) -> Agreement:
    """Read one version; the file is named after its day, so that versions stand in order."""
    keys = top.items
    nodes.one_of(keys["agreement"], (corpus.id,), "protocol")
    nodes.one_of(keys["version"], (version,), "value")
    nodes.day(keys["version"])
    sections = {
        name: _section(name, node) for name, node in nodes.children(top, "sections").items()
    }
    purposes = bilinguals(top, "purposes")
    roles = _roles(nodes.mapping(keys["roles"]), corpus, sections, purposes)
    return Agreement(
        f"{corpus.id}@{version}",
        version,
        bilingual(keys["status"]),
        sections,
        purposes,
        roles,
        _statements(nodes.mapping(keys["statements"]), corpus, sections, roles),
        {
            name: _service(name, nodes.shaped(node, SERVICE), sections, purposes, roles)
            for name, node in nodes.children(top, "services").items()
        },
        bilinguals(top, "grounds"),
        _words(top, "never_withheld", corpus.norms, "norm"),
        dict(_requests(top)),
        nodes.number(top.items["remind_before"]) if "remind_before" in top.items else 0,
    )


def _section(name: str, node: Node) -> Section:
    found = nodes.shaped(node, SECTION)
    return Section(name, text_of(found), bilingual(found.items["controller"]))


# ------------------------------------------------------------------ the access policy


def _roles(
    node: Mapping, corpus: Corpus, sections: Collection[str], purposes: Collection[str]
) -> dict[str, RoleAccess]:
    listed = nodes.only(node, corpus.parties, "organisation").items
    return {
        name: _role(name, nodes.shaped(n, ROLE), sections, purposes) for name, n in listed.items()
    }


def _role(
    name: str, node: Mapping, sections: Collection[str], purposes: Collection[str]
) -> RoleAccess:
    every_section = Shape("cells", dict.fromkeys(sections, LEVEL), tuple(sections))
    cells = nodes.shaped(node.items["cells"], every_section).items
    registers = node.items.get("registers")
    return RoleAccess(
        name,
        _words(node, "purposes", purposes),
        {section: _cell(cell) for section, cell in cells.items()},
        frozenset(_words(node, "writes", sections)),
        nodes.one_of(registers, REGISTERS, "value") if registers else "",
        nodes.optional_boolean(node, "confidential") is True,
    )


def _cell(node: Node) -> Cell:
    """Read a level, alone or with the ground that a source gives for it."""
    if not isinstance(node, Mapping):
        return Cell(_level(node))
    found = nodes.shaped(node, CELL).items
    return Cell(_level(found["level"]), bilingual(found["ground"]))


def _level(node: Node) -> Level:
    return Level(nodes.one_of(node, tuple(Level), "value"))


# ------------------------------------------------------------------ statements and services


def _statements(
    node: Mapping, corpus: Corpus, sections: Collection[str], roles: Collection[str]
) -> dict[str, Statement]:
    listed = nodes.only(node, corpus.event_types, "event").items
    return {
        event: _statement(
            event, nodes.shaped(n, STATEMENT), corpus.event_types[event].attributes, sections, roles
        )
        for event, n in listed.items()
    }


def _statement(
    event: str,
    node: Mapping,
    attributes: Mapping_[str, Attribute],
    sections: Collection[str],
    roles: Collection[str],
) -> Statement:
    return Statement(
        event,
        nodes.one_of(node.items["section"], sections, "value"),
        _words(node, "stated_by", roles, "organisation"),
        _words(node, "leave_out", attributes, "attribute"),
        nodes.optional_boolean(node, "second_person") is True,
        dict(_by_value(node, attributes, sections)),
    )


def _by_value(
    node: Mapping, attributes: Mapping_[str, Attribute], sections: Collection[str]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Read with which values of which attributes a statement stands in another section."""
    if "sections" not in node.items:
        return
    chosen = [name for name, attribute in attributes.items() if attribute.values]
    listed = nodes.only(nodes.mapping(node.items["sections"]), chosen, "attribute").items
    for name, values in listed.items():
        found = nodes.only(nodes.mapping(values), attributes[name].values, "value").items
        yield name, {v: nodes.one_of(n, sections, "value") for v, n in found.items()}


def _service(
    name: str,
    node: Mapping,
    sections: Collection[str],
    purposes: Collection[str],
    roles: Collection[str],
) -> Service:
    return Service(
        name,
        text_of(node),
        nodes.one_of(node.items["purpose"], purposes, "value"),
        _words(node, "receivers", roles, "organisation"),
        _words(node, "sections", sections),
        nodes.optional_number(node, "answer_days"),
    )


def _requests(top: Mapping) -> Iterator[tuple[str, Request]]:
    """Read what she may ask; a request of another name would have no deed."""
    if "requests" not in top.items:
        return
    listed = nodes.only(nodes.mapping(top.items["requests"]), REQUESTS, "value").items
    for name, node in listed.items():
        found = nodes.shaped(node, REQUEST)
        days = nodes.optional_number(found, "answer_days") or 0
        yield name, Request(name, text_of(found), days)


def _words(
    node: Mapping, key: str, allowed: Collection[str], sort: str = "value"
) -> tuple[str, ...]:
    """Read a list of words, each of them known and named once."""
    found: list[str] = []
    for item in nodes.items(node, key):
        word = nodes.one_of(item, allowed, sort)
        if word in found:
            raise refuse("defined_twice", item.place, name=word)
        found.append(word)
    return tuple(found)
