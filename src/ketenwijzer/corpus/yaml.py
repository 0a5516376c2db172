"""Reads YAML strictly: every scalar is text until a reader asks for a type.

Duplicate keys, anchors, aliases, tags, several documents and empty values are errors, because
`NO` is a country and `22:30` is not 1350. Every value knows its file and line.
"""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

import yaml

from .errors import InputError, refuse

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Scalar:
    """One written value, as text."""

    place: Place
    value: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    place: Place
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Named values, with the line of each name."""

    place: Place
    items: dict[str, "Node"]
    lines: dict[str, int] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


def parse(text: str, file: str) -> Mapping:
    """Read one YAML document whose top is a mapping; raises `InputError`."""
    try:
        events = list(yaml.parse(text, Loader=LOADER))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise refuse(
            "not_yaml", (file, line),
            f"Dit is geen leesbare YAML ({error.problem}).",
            f"This is not readable YAML ({error.problem}).",
            "Controleer inspringing, haakjes en aanhalingstekens op deze regel.",
            "Check indentation, brackets and quotes on this line.",
        ) from error
    except yaml.YAMLError as error:
        raise refuse(
            "not_yaml", (file, 1),
            "Dit bestand bevat tekens die geen tekst zijn.",
            "This file holds characters that are not text.",
            "Bewaar het als gewone tekst (UTF-8).", "Save it as plain text (UTF-8).",
        ) from error
    top = _Builder(file).build(iter(events))
    if not isinstance(top, Mapping):
        raise refuse(
            "not_a_mapping", (file, 1),
            "Het bestand begint niet met een sleutel en een waarde.",
            "The file does not start with a key and a value.",
            "Begin met bijvoorbeeld `protocol: nl`.", "Start with, say, `protocol: nl`.",
        )
    return top


class _Builder:
    """Turns parser events into nodes and refuses what strict YAML leaves out."""

    def __init__(self, file: str) -> None:
        self.file = file

    def build(self, events: Iterator[yaml.Event]) -> Node | None:
        top: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._refused(
                        event, "several_documents", "meer dan een document", "several documents"
                    )
            elif isinstance(event, yaml.NodeEvent):
                top = self._node(event, events)
        return top

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event]) -> Node:
        place = self._place(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self._refused(event, "anchor", "een anker of verwijzing", "an anchor or alias")
        if getattr(event, "tag", None):
            raise self._refused(event, "tag", "een tag", "a tag")
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(place, event.value, quoted=bool(event.style))
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(place, tuple(self._items(events, yaml.SequenceEndEvent)))
        return self._mapping(place, events)

    def _items(self, events: Iterator[yaml.Event], end: type[yaml.Event]) -> Iterator[Node]:
        for event in events:
            if isinstance(event, end):
                return
            yield self._node(event, events)

    def _mapping(self, place: Place, events: Iterator[yaml.Event]) -> Mapping:
        found = Mapping(place, {}, {})
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, events)
            if not isinstance(key, Scalar):
                raise self._refused(event, "odd_key", "een samengestelde sleutel", "a complex key")
            if key.value in found.items:
                raise refuse(
                    "duplicate_key", key.place,
                    f"De sleutel `{key.value}` staat er twee keer "
                    f"(eerder op regel {found.lines[key.value]}).",
                    f"The key `{key.value}` occurs twice "
                    f"(earlier on line {found.lines[key.value]}).",
                    "Houd er een over.", "Keep one of them.",
                )
            found.lines[key.value] = key.place[1]
            found.items[key.value] = self._node(next(events), events)
        return found

    def _place(self, event: yaml.Event) -> Place:
        return self.file, event.start_mark.line + 1

    def _refused(self, event: yaml.Event, code: str, nl: str, en: str) -> InputError:
        return refuse(
            code, self._place(event),
            f"Hier staat {nl}; dat mag niet in deze bestanden.",
            f"Here stands {en}; these files may not hold it.",
            "Schrijf de waarde voluit.", "Write the value out in full.",
        )


# ------------------------------------------------------------------ asking for a type


def mapping(node: Node) -> Mapping:
    """Return the node as a mapping, or refuse."""
    if isinstance(node, Mapping):
        return node
    raise refuse(
        "not_a_mapping", node.place,
        "Hier worden sleutels met waarden verwacht.", "Keys with values are expected here.",
        "Schrijf `sleutel: waarde`.", "Write `key: value`.",
    )


def sequence(node: Node) -> tuple[Node, ...]:
    """Return the items of a list; a single value counts as a list of one."""
    return node.items if isinstance(node, Sequence) else (node,)


def text(node: Node) -> str:
    """Return the node as text that is not empty, or refuse."""
    if isinstance(node, Scalar) and (node.value.strip() or node.quoted):
        return node.value.strip()
    raise refuse(
        "not_text", node.place,
        "Hier wordt een waarde verwacht.", "A value is expected here.",
        "Vul een waarde in of haal de sleutel weg.", "Fill in a value or remove the key.",
    )


def texts(node: Node) -> tuple[str, ...]:
    """Return a list of texts."""
    return tuple(text(item) for item in sequence(node))


def boolean(node: Node) -> bool:
    """Return `true` or `false`; nothing else is a yes or no."""
    value = text(node)
    if value in ("true", "false"):
        return value == "true"
    raise refuse(
        "not_boolean", node.place,
        f"`{value}` is geen ja of nee.", f"`{value}` is not a yes or no.",
        "Schrijf `true` (ja) of `false` (nee).", "Write `true` or `false`.",
    )


def day(node: Node) -> date:
    """Return a date written as 2021-05-04."""
    value = text(node)
    try:
        if len(value) == 10:
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise refuse(
        "not_a_date", node.place,
        f"`{value}` is geen bestaande dag.", f"`{value}` is not an existing day.",
        "Schrijf een dag als jaar-maand-dag, bijvoorbeeld 2021-05-04.",
        "Write a day as year-month-day, for example 2021-05-04.",
    )


def one_of(node: Node, allowed: Iterable[str], what_nl: str, what_en: str) -> str:
    """Return a word from a list, or refuse and name the nearest."""
    value = text(node)
    words = list(allowed)
    if value in words:
        return value
    raise unknown(f"unknown_{what_en.replace(' ', '_')}", node.place, value, words, what_nl, what_en)


def unknown(
    code: str, place: Place, value: str, allowed: list[str], what_nl: str, what_en: str
) -> InputError:
    """Return the error for a word that is not on the list, with the nearest that is."""
    near = difflib.get_close_matches(value, allowed, n=1, cutoff=0.6)
    listed = ", ".join(allowed) if len(allowed) <= 12 else ""
    mend_nl = f"Bedoelde u `{near[0]}`?" if near else (f"Kies uit: {listed}." if listed else "")
    mend_en = f"Did you mean `{near[0]}`?" if near else (f"Choose from: {listed}." if listed else "")
    return refuse(
        code, place,
        f"`{value}` is geen bekende {what_nl}.", f"`{value}` is not a known {what_en}.",
        mend_nl or "`ketenwijzer events` toont de lijst.",
        mend_en or "`ketenwijzer events` shows the list.",
    )


def only(node: Mapping, allowed: Iterable[str], what_nl: str = "sleutel",
         what_en: str = "key") -> Mapping:
    """Refuse keys that are not on the list."""
    words = list(allowed)
    for key in node.items:
        if key not in words:
            place = (node.place[0], node.lines[key])
            raise unknown(f"unknown_{what_en}", place, key, words, what_nl, what_en)
    return node


def required(node: Mapping, key: str) -> Node:
    """Return the value of a key that must be there."""
    if key in node.items:
        return node.items[key]
    raise refuse(
        "missing_key", node.place,
        f"De sleutel `{key}` ontbreekt.", f"The key `{key}` is missing.",
        f"Voeg `{key}: …` toe.", f"Add `{key}: …`.",
    )
