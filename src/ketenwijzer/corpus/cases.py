"""Reads a case file: who the person is and what happened, strictly and without a guess."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..engine.case import PERSON, Event, Value
from ..engine.law import Corpus
from ..engine.vocabulary import Attribute, EventType
from . import yaml
from .errors import InputError, refuse
from .yaml import Mapping, Node, Place

CASE_KEYS = ("protocol", "person", "events", "scenario")
EVENT_KEYS = ("on", "type", "by", "decided_on", "recorded_at", "id", "supersedes", "assumed")


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case as its file tells it. `scenario` holds what a golden story adds, unread here."""

    protocol: str
    events: tuple[Event, ...]
    file: str
    scenario: Mapping | None = None


def read_case_text(text: str, file: str) -> Mapping:
    """Read the outline of a case file: its keys, not yet its events."""
    return yaml.only(yaml.parse(text, file), CASE_KEYS)


def read_outline(path: Path) -> Mapping:
    """Read a case file from disk; raises `InputError` with the mend."""
    try:
        return read_case_text(path.read_text(encoding="utf-8"), path.name)
    except OSError as error:
        raise refuse(
            "no_such_file", (str(path), 0),
            "Dit bestand is niet te openen.", "This file cannot be opened.",
            "Controleer de naam en de map; `ketenwijzer example` schrijft een voorbeeld.",
            "Check the name and the folder; `ketenwijzer example` writes an example.",
        ) from error
    except UnicodeDecodeError as error:
        raise refuse(
            "not_text_file", (str(path), 1),
            "Dit bestand is geen gewone tekst.", "This file is not plain text.",
            "Bewaar het als UTF-8.", "Save it as UTF-8.",
        ) from error


def protocol_of(outline: Mapping) -> tuple[str, Place]:
    """Return the country that the case names, and where."""
    node = yaml.required(outline, "protocol")
    return yaml.text(node), node.place


def read_case(outline: Mapping, corpus: Corpus) -> CaseFile:
    """Read the person and the events of a case against the vocabulary of its protocol."""
    events = [*_person(outline, corpus)]
    birth = next((e.attributes["birth_date"] for e in events if "birth_date" in e.attributes), None)
    listed = outline.items.get("events")
    for number, node in enumerate(yaml.sequence(listed) if listed else (), 1):
        event = read_event(yaml.mapping(node), corpus, f"e{number}")
        _refuse_before_birth(event, birth, node.place)
        events.append(event)
    _refuse_loose_ends(events, outline)
    scenario = outline.items.get("scenario")
    return CaseFile(
        protocol_of(outline)[0], tuple(events), outline.place[0],
        yaml.mapping(scenario) if scenario else None,
    )


def _person(outline: Mapping, corpus: Corpus) -> Iterator[Event]:
    if "person" not in outline.items:
        return
    node = yaml.mapping(outline.items["person"])
    kind = corpus.event_types[PERSON]
    yaml.only(node, kind.attributes, "kenmerk van de persoon", "attribute of the person")
    attributes = {key: _value(kind.attributes[key], item) for key, item in node.items.items()}
    yield Event(PERSON, PERSON, date.min, date.min, date.min, attributes=attributes)


def read_event(node: Mapping, corpus: Corpus, name: str) -> Event:
    """Read one event; its attributes are those that the vocabulary lists for its type."""
    written = yaml.required(node, "type")
    known = [event for event in corpus.event_types if event != PERSON]
    kind = corpus.event_types[yaml.one_of(written, known, "gebeurtenis", "event")]
    yaml.only(node, (*EVENT_KEYS, *kind.attributes), "kenmerk", "attribute")
    on = yaml.day(yaml.required(node, "on"))
    _refuse_unthinkable(on, node.items["on"].place)
    attributes = {
        key: _value(kind.attributes[key], item)
        for key, item in node.items.items()
        if key in kind.attributes and key not in EVENT_KEYS
    }
    for attribute in kind.attributes.values():
        if attribute.required and attribute.name not in attributes:
            yaml.required(node, attribute.name)
    effective = attributes.get(kind.takes_effect or "", on)
    decided = _day(node, "decided_on")
    return Event(
        _text(node, "id") or name,
        kind.name,
        on,
        effective if isinstance(effective, date) else on,
        _day(node, "recorded_at") or decided or on,
        _by(node, kind, corpus),
        attributes,
        _text(node, "supersedes"),
        "assumed" in node.items and yaml.boolean(node.items["assumed"]),
    )


def _by(node: Mapping, kind: EventType, corpus: Corpus) -> str | None:
    if "by" not in node.items:
        return None
    allowed = kind.attributes["by"].values if "by" in kind.attributes else corpus.parties
    return yaml.one_of(node.items["by"], allowed, "organisatie", "organisation")


def _value(attribute: Attribute, node: Node) -> Value:
    match attribute.type:
        case "enum":
            return yaml.one_of(node, attribute.values, f"waarde van `{attribute.name}`",
                               f"value of `{attribute.name}`")
        case "boolean":
            return yaml.boolean(node)
        case "date":
            found = yaml.day(node)
            _refuse_unthinkable(found, node.place)
            return found
        case _:
            return yaml.text(node)


def _day(node: Mapping, key: str) -> date | None:
    return yaml.day(node.items[key]) if key in node.items else None


def _text(node: Mapping, key: str) -> str | None:
    return yaml.text(node.items[key]) if key in node.items else None


# ------------------------------------------------------------------ what cannot be


def _refuse_unthinkable(day: date, place: Place) -> None:
    if not 1900 <= day.year <= 2199:
        raise refuse(
            "impossible_date", place,
            f"{day} ligt buiten de jaren waarin een zaak kan spelen.",
            f"{day} lies outside the years in which a case can be.",
            "Controleer het jaartal.", "Check the year.",
        )


def _refuse_before_birth(event: Event, birth: Value | None, place: Place) -> None:
    if isinstance(birth, date) and event.on < birth:
        raise refuse(
            "before_birth", place,
            f"`{event.type}` op {event.on} ligt voor de geboortedatum.",
            f"`{event.type}` on {event.on} lies before the date of birth.",
            "Controleer beide data.", "Check both dates.",
        )


def _refuse_loose_ends(events: list[Event], outline: Mapping) -> None:
    ids = [event.id for event in events]
    twice = next((i for i in ids if ids.count(i) > 1), None)
    loose = next((e.supersedes for e in events if e.supersedes and e.supersedes not in ids), None)
    if twice or loose:
        raise _loose(outline, twice, loose)


def _loose(outline: Mapping, twice: str | None, loose: str | None) -> InputError:
    if twice:
        return refuse(
            "same_id", outline.place,
            f"Twee gebeurtenissen heten `{twice}`.", f"Two events are named `{twice}`.",
            "Geef ze elk een eigen `id`.", "Give each its own `id`.",
        )
    return refuse(
        "loose_correction", outline.place,
        f"`supersedes: {loose}` wijst naar geen enkele gebeurtenis.",
        f"`supersedes: {loose}` points to no event.",
        "Noem de `id` van de gebeurtenis die wordt verbeterd.",
        "Name the `id` of the event that is corrected.",
    )
