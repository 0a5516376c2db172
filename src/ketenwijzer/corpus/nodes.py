"""What stands in a file, with its line; and how a reader asks it for a type, or refuses.

Every value is text until asked: `NO` is a country and `22:30` is not 1350.
"""

import re
from collections.abc import Collection
from collections.abc import Mapping as Mapping_
from datetime import date
from difflib import get_close_matches

from ..engine.values import value
from ..engine.vocabulary import Text
from .errors import InputError, Place, refuse, shorten
from .messages import CHOICES, EVENT_LIST, NEAREST, NO_CHOICE, SORTS
from .shapes import Shape

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NUMBER = re.compile(r"-?[0-9]{1,9}")


@value
class Scalar:
    """One written value, as text."""

    place: Place
    value: str
    quoted: bool = False


@value
class Sequence:
    """A list of values."""

    place: Place
    items: tuple["Node", ...]


@value
class Mapping:
    """Named values, with the line of each name."""

    place: Place
    items: dict[str, "Node"]
    lines: dict[str, int]


Node = Scalar | Sequence | Mapping


# ------------------------------------------------------------------ asking for a type


def mapping(node: Node) -> Mapping:
    """Return the node as a mapping, or refuse."""
    if isinstance(node, Mapping):
        return node
    raise refuse("not_a_mapping", node.place)


def sequence(node: Node) -> tuple[Node, ...]:
    """Return the items of a list; a single value counts as a list of one, no value is refused."""
    if isinstance(node, Scalar) and not node.value.strip():
        raise refuse("not_text", node.place)
    return node.items if isinstance(node, Sequence) else (node,)


def text(node: Node) -> str:
    """Return the node as text that is not empty, or refuse."""
    if isinstance(node, Scalar) and (value := node.value.strip()):
        return value
    raise refuse("not_text", node.place)


def texts(node: Node) -> tuple[str, ...]:
    """Return a list of texts."""
    return tuple(text(item) for item in sequence(node))


def boolean(node: Node) -> bool:
    """Return `true` or `false`; nothing else is a yes or no."""
    value = text(node)
    if value not in ("true", "false"):
        raise refuse("not_boolean", node.place, value=value)
    return value == "true"


def day(node: Node) -> date:
    """Return a date written as 2021-05-04."""
    value = text(node)
    try:
        if DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise refuse("not_a_date", node.place, value=value)


def number(node: Node) -> int:
    """Return a whole number."""
    value = text(node)
    if not NUMBER.fullmatch(value):
        raise refuse("not_a_number", node.place, value=value)
    return int(value)


# ------------------------------------------------------------------ asking for a key


def required(node: Mapping, key: str) -> Node:
    """Return the value of a key that must be there."""
    if key in node.items:
        return node.items[key]
    raise refuse("missing_key", node.place, key=key)


def optional_text(node: Mapping, key: str) -> str | None:
    """Return the text of a key, or None if it is not there."""
    return text(node.items[key]) if key in node.items else None


def optional_texts(node: Mapping, key: str) -> tuple[str, ...]:
    """Return the texts of a key, none if it is not there."""
    return texts(node.items[key]) if key in node.items else ()


def optional_day(node: Mapping, key: str) -> date | None:
    """Return the date of a key, or None if it is not there."""
    return day(node.items[key]) if key in node.items else None


def optional_boolean(node: Mapping, key: str) -> bool | None:
    """Return the yes or no of a key, or None if it is not there."""
    return boolean(node.items[key]) if key in node.items else None


def optional_number(node: Mapping, key: str) -> int | None:
    """Return the number of a key, or None if it is not there."""
    return number(node.items[key]) if key in node.items else None


def children(node: Mapping, key: str) -> dict[str, Node]:
    """Return the named values under a key, none if it is not there."""
    return mapping(node.items[key]).items if key in node.items else {}


def items(node: Mapping, key: str) -> tuple[Node, ...]:
    """Return the list under a key, an empty one if it is not there."""
    return sequence(node.items[key]) if key in node.items else ()


def shaped(node: Node, shape: Shape) -> Mapping:
    """Return the node as a mapping that has the keys of a shape: no others, all compulsory ones."""
    found = only(mapping(node), shape.keys)
    for key in shape.required:
        required(found, key)
    return found


def shaped_by(node: Node, shapes: Mapping_[str, Shape]) -> tuple[str, Mapping]:
    """Return the one key that tells which shape a mapping has, and the mapping in that shape."""
    key = one_key(mapping(node), shapes)
    return key, shaped(node, shapes[key])


def one_key(node: Mapping, allowed: Collection[str]) -> str:
    """Return the key that is there, of several of which exactly one must be."""
    present = [key for key in allowed if key in node.items]
    if len(present) != 1:
        raise refuse("not_one_of_these", node.place, keys=", ".join(allowed))
    return present[0]


# ------------------------------------------------------------------ asking for a word on a list

Labels = Mapping_[str, Text]
NO_LABELS: Labels = {}


def one_of(node: Node, allowed: Collection[str], sort: str, labels: Labels = NO_LABELS) -> str:
    """Return a word from a list, or refuse and name the nearest.

    `sort` says what the word is (see `SORTS`); `labels` are what people call each.
    """
    value = text(node)
    if value in allowed:
        return value
    raise unknown(sort, node.place, value, allowed, labels)


def only(node: Mapping, allowed: Collection[str], sort: str = "key") -> Mapping:
    """Refuse keys that are not on the list."""
    for key in node.items:
        if key not in allowed:
            raise unknown(sort, (node.place[0], node.lines[key]), key, allowed)
    return node


def unknown(
    sort: str,
    place: Place,
    value: str,
    allowed: Collection[str],
    labels: Labels = NO_LABELS,
) -> InputError:
    """Return the error for a word that is not on the list, with the nearest that is."""
    nl, en = SORTS[sort]
    shown = shorten(value)
    sentence = Text(f"`{shown}` is geen {nl}.", f"`{shown}` is not a {en}.")
    return InputError(f"unknown_{sort}", place, sentence, _mend(sort, shown, allowed, labels))


def _mend(sort: str, value: str, allowed: Collection[str], labels: Labels) -> Text:
    words = list(map(str, allowed))
    near = _spoken(value, labels) or next(iter(get_close_matches(value, words, n=1)), None)
    if near:
        return Text(*(sentence.format(near=near) for sentence in NEAREST))
    if sort == "event":
        return Text(*EVENT_LIST)
    if not words:
        return Text(*NO_CHOICE)
    return Text(*(sentence.format(listed=", ".join(words)) for sentence in CHOICES))


def _spoken(value: str, labels: Labels) -> str | None:
    """Return the word whose label has the value as a word of its own; the shortest such label."""
    said = re.compile(rf"\b{re.escape(value.replace('_', ' '))}\b", re.IGNORECASE)
    found = [
        (len(t), word)
        for word, label in labels.items()
        for t in (label.nl, label.en)
        if said.search(t)
    ]
    return min(found)[1] if found else None
