"""Reads a case file: who the person is and what happened, strictly and without a guess."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..engine.case import PERSON, Event, Value
from ..engine.law import Corpus
from ..engine.vocabulary import Attribute, EventType
from . import nodes
from .errors import Place, refuse
from .nodes import Mapping, Node
from .shapes import CASE, CASE_EVENT
from .yaml import parse, read_file

FIRST_YEAR, LAST_YEAR = 1900, 2199


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case as its file tells it. `scenario` holds what a golden story adds, unread here."""

    protocol: str
    events: tuple[Event, ...]
    file: str
    scenario: Mapping | None = None


def read_outline(path: Path) -> Mapping:
    """Read the outline of a case file from disk; raises `InputError` with the mend."""
    return nodes.shaped(read_file(path, str(path)), CASE)


def read_case_text(text: str, file: str) -> Mapping:
    """Read the outline of a case file: its keys, not yet its events."""
    return nodes.shaped(parse(text, file), CASE)


def protocol_of(outline: Mapping) -> tuple[str, Place]:
    """Return the country that the case names, and where."""
    node = outline.items["protocol"]
    return nodes.text(node), node.place


def read_case(outline: Mapping, corpus: Corpus) -> CaseFile:
    """Read the person and the events of a case against the vocabulary of its protocol."""
    person = _person(outline, corpus)
    birth = person.attributes.get("birth_date") if person else None
    events: list[Event] = []
    for number, node in enumerate(nodes.items(outline, "events"), 1):
        event = read_event(nodes.mapping(node), corpus, f"e{number}")
        _refuse_before_birth(event, birth, node.place)
        _refuse_same_id(event, events, node.place)
        events.append(event)
    _refuse_loose_corrections(events, outline.place)
    scenario = outline.items.get("scenario")
    return CaseFile(
        protocol_of(outline)[0],
        (person, *events) if person else tuple(events),
        outline.place[0],
        nodes.mapping(scenario) if scenario else None,
    )


def _person(outline: Mapping, corpus: Corpus) -> Event | None:
    """Make what is known of the person into an event of day zero."""
    if "person" not in outline.items:
        return None
    allowed = corpus.event_types[PERSON].attributes
    node = nodes.only(nodes.mapping(outline.items["person"]), allowed, "person_attribute")
    attributes = {key: _value(allowed[key], item) for key, item in node.items.items()}
    return Event(PERSON, PERSON, date.min, date.min, date.min, attributes=attributes)


def read_event(node: Mapping, corpus: Corpus, name: str) -> Event:
    """Read one event; its attributes are those that the vocabulary lists for its type.

    `name` is the id of an event that gives none. It was recorded on the day it was decided, or
    happened, unless it says otherwise.
    """
    kind = _event_type(node, corpus)
    nodes.only(node, (*CASE_EVENT.keys, *kind.attributes), "attribute")
    for key in (*CASE_EVENT.required, *(a.name for a in kind.attributes.values() if a.required)):
        nodes.required(node, key)
    on = _day(node.items["on"])
    attributes = dict(_attributes(node, kind))
    effective = attributes.get(kind.takes_effect or "", on)
    decided, recorded = (_optional_day(node, key) for key in ("decided_on", "recorded_at"))
    return Event(
        nodes.optional_text(node, "id") or name,
        kind.name,
        on,
        effective if isinstance(effective, date) else on,
        recorded or decided or on,
        _by(node, kind, corpus),
        attributes,
        nodes.optional_text(node, "supersedes"),
        nodes.optional_boolean(node, "assumed") or False,
    )


def _event_type(node: Mapping, corpus: Corpus) -> EventType:
    labels = {kind.name: kind.text for kind in corpus.event_types.values() if kind.name != PERSON}
    return corpus.event_types[nodes.one_of(nodes.required(node, "type"), labels, "event", labels)]


def _attributes(node: Mapping, kind: EventType) -> Iterator[tuple[str, Value]]:
    for key, item in node.items.items():
        if key not in CASE_EVENT.keys:
            yield key, _value(kind.attributes[key], item)


def _by(node: Mapping, kind: EventType, corpus: Corpus) -> str | None:
    if "by" not in node.items:
        return None
    labels = {party.id: party.text for party in corpus.parties.values()}
    allowed = kind.attributes["by"].values if "by" in kind.attributes else labels
    return nodes.one_of(node.items["by"], allowed, "organisation", allowed)


def _value(attribute: Attribute, node: Node) -> Value:
    match attribute.type:
        case "enum":
            return nodes.one_of(node, attribute.values, "value", attribute.values)
        case "boolean":
            return nodes.boolean(node)
        case "date":
            return _day(node)
        case _:
            return nodes.text(node)


def _day(node: Node) -> date:
    found = nodes.day(node)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise refuse("impossible_date", node.place, day=found.isoformat())
    return found


def _optional_day(node: Mapping, key: str) -> date | None:
    return _day(node.items[key]) if key in node.items else None


# ------------------------------------------------------------------ what cannot be


def _refuse_before_birth(event: Event, birth: Value | None, place: Place) -> None:
    if isinstance(birth, date) and event.on < birth:
        raise refuse("before_birth", place, event=event.type, day=event.on.isoformat())


def _refuse_same_id(event: Event, earlier: Iterable[Event], place: Place) -> None:
    if event.id == PERSON or any(event.id == other.id for other in earlier):
        raise refuse("same_id", place, name=event.id)


def _refuse_loose_corrections(events: list[Event], place: Place) -> None:
    """Refuse a correction of nothing, of itself, or of what corrects it in turn."""
    corrects = {event.id: event.supersedes for event in events if event.supersedes}
    for name, corrected in corrects.items():
        if corrected == name or all(corrected != event.id for event in events):
            raise refuse("loose_correction", place, name=corrected)
        circle = [name]
        while (following := corrects.get(circle[-1])) is not None:
            if following in circle:
                raise refuse("circular_correction", place, names=", ".join(sorted(circle)))
            circle.append(following)
