"""Tells a recorded event in one line: what happened, when, by whom, and when it became known."""

from collections.abc import Iterable, Mapping
from datetime import date

from ..engine.case import PERSON, Event, Value
from ..engine.law import Corpus
from ..engine.vocabulary import Attribute, Text
from .language import Reader
from .words import TRUTHS

ON = Text("{} op {}", "{} on {}")
BY = Text("door {}", "by {}")
KNOWN_ON = Text("vastgelegd op {}", "recorded on {}")
FROM = Text("telt vanaf {}", "counts from {}")
ASSUMED = Text("dag aangenomen, niet gegeven", "day assumed, not given")


def in_order(events: Iterable[Event]) -> list[Event]:
    """Return the events as they are numbered: by the day they happened; the person left out."""
    return sorted((e for e in events if e.type != PERSON), key=lambda e: e.on)


def what_happened(
    corpus: Corpus,
    name: str,
    by: str | None,
    attributes: Mapping[str, Value],
    reader: Reader,
) -> str:
    """Return what an event is and carries, without its day: `view (presence needed: no)`."""
    kind = corpus.event_types[name]
    notes = [
        f"{reader(kind.attributes[key].text)}: {told_value(kind.attributes[key], value, reader)}"
        for key, value in attributes.items()
        if key in kind.attributes
    ]
    if by is not None:
        notes.append(reader(BY).format(party(corpus, by, reader)))
    told = reader(kind.text)
    return f"{told} ({'; '.join(notes)})" if notes else told


def dated(corpus: Corpus, event: Event, reader: Reader) -> str:
    """Return what happened on which day, and when it became known where that is another day."""
    what = what_happened(corpus, event.type, event.by, event.attributes, reader)
    if event.type == PERSON:
        return what
    notes = remarks(event, reader)
    told = reader(ON).format(what, reader.day(event.on))
    return f"{told} [{'; '.join(notes)}]" if notes else told


def remarks(event: Event, reader: Reader) -> list[str]:
    """Return what else there is to know about the days of an event."""
    notes = []
    if event.type != PERSON and event.recorded_at != event.on:
        notes.append(reader(KNOWN_ON).format(reader.day(event.recorded_at)))
    if event.type != PERSON and event.effective != event.on:
        notes.append(reader(FROM).format(reader.day(event.effective)))
    if event.assumed:
        notes.append(reader(ASSUMED))
    return notes


def told_value(attribute: Attribute, value: Value, reader: Reader) -> str:
    """Return the value of an attribute in words."""
    if isinstance(value, bool):
        return reader(TRUTHS[value])
    if isinstance(value, date):
        return reader.day(value)
    return reader(attribute.values[value]) if value in attribute.values else value


def party(corpus: Corpus, name: str, reader: Reader) -> str:
    """Return the name of an organisation or role."""
    return reader(corpus.parties[name].text) if name in corpus.parties else name


def parties(corpus: Corpus, names: tuple[str, ...], reader: Reader) -> str:
    """Return several organisations as a list."""
    return reader.listed([party(corpus, name, reader) for name in names])


def reach(corpus: Corpus, name: str | None, reader: Reader) -> str:
    """Return whom to ask, with how to reach them where the protocol says so."""
    if not name:
        return ""
    found = corpus.parties.get(name)
    if found is None or found.contact is None:
        return party(corpus, name, reader)
    return reader(found.contact)
