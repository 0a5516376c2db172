"""Reads the invented chain of the demonstration: partners, people, and what they do in each case.

chain.yaml      who takes part                         Partner, Person, Deputising, Searching
scenes.yaml     what happens in many cases alike       scene: a list of deeds
stories/*.yaml  one case each: scenes and deeds by day Story, Deed

Every day is an offset from the day on which the demonstration is loaded, so that it never ages.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from ..engine.calendar import add_months
from ..engine.vocabulary import Text
from . import nodes
from .errors import refuse
from .home import protocols_home
from .load import load_corpus
from .nodes import Node, Scalar, Sequence
from .vocabulary import text_of
from .yaml import read_file

FOLDER = "demonstration"
OFFSET = re.compile(r"([+-]?\d+)( days?| months?| years?)?(?: ([+-]) (\d+))?")
MONTHS = {"month": 1, "year": 12}
FLAGS = {"true": True, "false": False}

Data = str | bool | tuple["Data", ...] | dict[str, "Data"]


@dataclass(frozen=True, slots=True)
class Offset:
    """So many months and days after a day, or before it."""

    months: int
    days: int

    def after(self, day: date) -> date:
        """Return the day that lies so far from another."""
        return add_months(day, self.months) + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who signs in."""

    username: str
    name: str
    role: str
    language: str


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation, its people, and who of them answers, week and week about."""

    key: str
    name: str
    role: str
    region: str
    phone: str
    on_paper: bool
    people: tuple[Person, ...]
    on_call: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deputising:
    """Who stands in for whom, from which day until which."""

    member: str
    deputy: str
    start: Offset
    until: Offset


@dataclass(frozen=True, slots=True)
class Searching:
    """Who searches for whom, on which day and why."""

    by: str
    day: Offset
    name: str
    birth_year: int
    purpose: str


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody does in a case: so long after `start`, which lies so far from today."""

    start: Offset
    after: Offset
    by: str
    name: str
    values: Data

    def day(self, today: date) -> date:
        """Return on which day it is done."""
        return self.after.after(self.start.after(today))


@dataclass(frozen=True, slots=True)
class Story:
    """One invented case: who she is said to be, and everything that is done, in order."""

    key: str
    told: Text
    person: Mapping[str, Data]
    identity: Mapping[str, Data]
    contact: Mapping[str, Data]
    cast: Mapping[str, str]
    deeds: tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class Demonstration:
    """The whole invented chain."""

    password: str
    partners: tuple[Partner, ...]
    deputies: tuple[Deputising, ...]
    searches: tuple[Searching, ...]
    stories: tuple[Story, ...]


def load_demonstration(country: str, home: Path | None = None) -> Demonstration:
    """Read the demonstration of a country; raises `InputError`."""
    home = home or protocols_home()
    folder = f"{country}/{FOLDER}"
    chain = _read(home, f"{folder}/chain.yaml")
    roles = load_corpus(country, home).parties
    partners = tuple(
        _partner(key, nodes.mapping(node), roles)
        for key, node in nodes.children(chain, "partners").items()
    )
    people = [person.username for partner in partners for person in partner.people]
    scenes = _read(home, f"{folder}/scenes.yaml")
    files = sorted((home / folder / "stories").glob("*.yaml"))
    tops = [_read(home, path.relative_to(home).as_posix()) for path in files]
    return Demonstration(
        nodes.text(nodes.required(chain, "password")),
        partners,
        tuple(_deputising(nodes.mapping(n), people) for n in nodes.items(chain, "deputies")),
        tuple(_searching(nodes.mapping(n), people) for n in nodes.items(chain, "searches")),
        tuple(
            _story(key, nodes.mapping(node), scenes, people)
            for top in tops
            for key, node in nodes.children(top, "stories").items()
        ),
    )


def offset(written: str) -> Offset | None:
    """Return an offset as it was written (`-40`, `12 months`, `-3 months + 5`), or None.

    >>> offset("-3 months + 5")
    Offset(months=-3, days=5)
    """
    found = OFFSET.fullmatch(written)
    if found is None:
        return None
    count, unit, sign, more = int(found[1]), (found[2] or " days").strip(" s"), found[3], found[4]
    months = count * MONTHS.get(unit, 0)
    days = count if unit not in MONTHS else 0
    return Offset(months, days + int(f"{sign or '+'}{more or 0}"))


def _read(home: Path, name: str) -> nodes.Mapping:
    return read_file(home / name, f"protocols/{name}")


def _offset(node: Node) -> Offset:
    found = offset(nodes.text(node))
    if found is None:
        raise refuse("not_a_duration", node.place, value=nodes.text(node))
    return found


# ------------------------------------------------------------------ who takes part


def _partner(key: str, node: nodes.Mapping, roles: Collection[str]) -> Partner:
    people = nodes.children(node, "people")
    on_call = [nodes.one_of(item, people, "value") for item in nodes.items(node, "on_call")]
    return Partner(
        key,
        nodes.text(nodes.required(node, "name")),
        nodes.one_of(nodes.required(node, "role"), roles, "organisation"),
        nodes.optional_text(node, "region") or "",
        nodes.optional_text(node, "phone") or "",
        nodes.optional_boolean(node, "on_paper") is True,
        tuple(_person(name, nodes.mapping(n)) for name, n in people.items()),
        tuple(on_call),
    )


def _person(username: str, node: nodes.Mapping) -> Person:
    return Person(
        username,
        nodes.text(nodes.required(node, "name")),
        nodes.text(nodes.required(node, "role")),
        nodes.optional_text(node, "language") or "nl",
    )


def _deputising(node: nodes.Mapping, people: Collection[str]) -> Deputising:
    return Deputising(
        nodes.one_of(nodes.required(node, "member"), people, "value"),
        nodes.one_of(nodes.required(node, "deputy"), people, "value"),
        _offset(nodes.required(node, "from")),
        _offset(nodes.required(node, "until")),
    )


def _searching(node: nodes.Mapping, people: Collection[str]) -> Searching:
    return Searching(
        nodes.one_of(nodes.required(node, "by"), people, "value"),
        _offset(nodes.required(node, "day")),
        nodes.text(nodes.required(node, "name")),
        nodes.number(nodes.required(node, "birth_year")),
        nodes.text(nodes.required(node, "purpose")),
    )


# ------------------------------------------------------------------ what they do


def _story(key: str, node: nodes.Mapping, top: nodes.Mapping, people: Collection[str]) -> Story:
    parts = {**nodes.children(top, "cast"), **nodes.children(node, "cast")}
    cast = {part: nodes.text(name) for part, name in parts.items()}
    plans = nodes.children(top, "contact_plans")
    plan = nodes.one_of(nodes.required(node, "contact"), plans, "value")
    scenes = nodes.children(top, "scenes")
    played = (nodes.mapping(item) for item in nodes.items(node, "plays"))
    return Story(
        key,
        text_of(nodes.mapping(nodes.required(node, "told"))),
        _named(nodes.required(node, "person")),
        _named(nodes.required(node, "identity")),
        _named(plans[plan]),
        cast,
        tuple(deed for item in played for deed in _played(item, scenes, cast, people)),
    )


def _played(
    node: nodes.Mapping, scenes: dict[str, Node], cast: Mapping[str, str], people: Collection[str]
) -> Iterator[Deed]:
    """Yield the deeds of one line of a story: of a scene, or the one deed that it is itself."""
    start = _offset(nodes.required(node, "on"))
    if "scene" in node.items:
        scene = nodes.one_of(node.items["scene"], scenes, "value")
        for item in nodes.sequence(scenes[scene]):
            yield _deed(nodes.mapping(item), start, cast, people)
    else:
        yield _deed(node, start, cast, people)


def _deed(
    node: nodes.Mapping, start: Offset, cast: Mapping[str, str], people: Collection[str]
) -> Deed:
    by = nodes.one_of(nodes.required(node, "by"), (*cast, *people), "value")
    after = node.items.get("after")
    names = [key for key in node.items if key not in ("on", "by", "after")]
    if len(names) != 1:
        raise refuse("not_one_of_these", node.place, keys=", ".join(names))
    return Deed(
        start,
        _offset(after) if after else Offset(0, 0),
        cast.get(by, by),
        names[0],
        _data(node.items[names[0]]),
    )


def _named(node: Node) -> dict[str, Data]:
    return {name: _data(value) for name, value in nodes.mapping(node).items.items()}


def _data(node: Node) -> Data:
    """Return a node as plain data; an unquoted `true` or `false` is a yes or no."""
    if isinstance(node, Sequence):
        return tuple(_data(item) for item in node.items)
    if isinstance(node, Scalar):
        return node.value if node.quoted else FLAGS.get(node.value, node.value)
    return _named(node)
