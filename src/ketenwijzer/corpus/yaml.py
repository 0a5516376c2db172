"""Reads YAML strictly, from text to nodes that know their line.

Duplicate keys, anchors, aliases, tags, several documents, depth without end and files of no
sensible size are errors. Parser events are read one by one, so nothing grows before it is refused.
"""

from collections.abc import Iterator
from pathlib import Path

import yaml

from .errors import Place, refuse
from .nodes import Mapping, Node, Scalar, Sequence

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "parse", "read_file"]

# In C where PyYAML was built with it: about ten times as fast.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LARGEST = 4_000_000  # bytes; the largest protocol file has a twentieth of that
DEEPEST = 40  # the files of this house nest less than ten deep

Events = Iterator[yaml.Event]


def read_file(path: Path, name: str) -> Mapping:
    """Read a file from disk, named in errors as `name`; raises `InputError`."""
    try:
        with path.open("rb") as file:
            written = file.read(LARGEST + 1)
    except OSError as error:
        raise refuse("no_such_file", (name, 0)) from error
    if len(written) > LARGEST:
        raise refuse("too_large", (name, 0), limit=LARGEST // 1000)
    try:
        said = written.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refuse("not_text_file", (name, 0)) from error
    return parse(said, name)


def parse(written: str, file: str) -> Mapping:
    """Read one YAML document whose top is a mapping; raises `InputError`."""
    try:
        top = _Builder(file).document(yaml.parse(written, Loader=LOADER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = min(mark.line + 1 if mark else 1, len(written.splitlines()))
        raise refuse("not_yaml", (file, line), problem=error.problem or "?") from error
    except yaml.YAMLError as error:
        raise refuse("not_text_file", (file, 0)) from error
    if top is None:
        raise refuse("empty_file", (file, 0))
    if not isinstance(top, Mapping):
        raise refuse("not_a_mapping", top.place)
    return top


class _Builder:
    """Turns parser events into nodes and refuses what strict YAML leaves out."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.depth = 0

    def document(self, events: Events) -> Node | None:
        """Build the one document of a file; None if there is nothing in it."""
        top: Node | None = None
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                top = self._node(event, events)
            elif isinstance(event, yaml.DocumentStartEvent) and top is not None:
                raise refuse("several_documents", self._place(event))
        return top

    def _node(self, event: yaml.Event, events: Events) -> Node:
        place = self._place(event)
        if not isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)) or event.anchor:
            raise refuse("anchor", place)
        if event.tag:
            raise refuse("tag", place)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(place, event.value, quoted=bool(event.style))
        self.depth += 1
        if self.depth > DEEPEST:
            raise refuse("too_deep", place, limit=DEEPEST)
        found = (
            self._sequence(place, events)
            if isinstance(event, yaml.SequenceStartEvent)
            else self._mapping(place, events)
        )
        self.depth -= 1
        return found

    def _sequence(self, place: Place, events: Events) -> Sequence:
        found = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.append(self._node(event, events))
        return Sequence(place, tuple(found))

    def _mapping(self, place: Place, events: Events) -> Mapping:
        found = Mapping(place, {}, {})
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, events)
            if not isinstance(key, Scalar):
                raise refuse("odd_key", key.place)
            if key.value in found.items:
                earlier = found.lines[key.value]
                raise refuse("duplicate_key", key.place, key=key.value, line=earlier)
            found.lines[key.value] = key.place[1]
            found.items[key.value] = self._node(next(events), events)
        return found

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return self.file, mark.line + 1 if mark else 0
