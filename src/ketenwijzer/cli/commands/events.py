"""`events`: what can happen, with every attribute and value, in both languages."""

from collections.abc import Iterator

from rich.text import Text as Line

from ...engine.case import PERSON
from ...engine.vocabulary import Attribute, EventType, Text
from ...telling.printing import Printer
from ..desk import Desk, open_protocol
from ..usage import Asked

TITLE = Text("Wat er in een zaak kan staan", "What a case can hold")
PEOPLE = Text("Over de persoon, achter `person:`", "About the person, behind `person:`")
EVENTS = Text("Gebeurtenissen, achter `events:`", "Events, behind `events:`")
ALWAYS = Text("Kenmerken van elke gebeurtenis", "Attributes of every event")
PARTIES = Text("Wie `by:` kan zijn", "Who `by:` can be")
REQUIRED = Text("verplicht", "required")
NONE = Text("Niets gevonden.", "Nothing found.")
TYPES = {
    "date": Text("jaar-maand-dag", "year-month-day"),
    "boolean": Text("true of false", "true or false"),
    "text": Text("tekst, zonder namen van personen", "text, without names of persons"),
}
COMMON = {
    "on": Text("de dag waarop het gebeurde (verplicht)", "the day it happened (required)"),
    "type": Text("de gebeurtenis (verplicht)", "the event (required)"),
    "by": Text("wie het deed of vaststelde", "who did or established it"),
    "decided_on": Text("de dag van de beslissing", "the day of the decision"),
    "recorded_at": Text(
        "de dag waarop het bekend werd; zonder: decided_on, anders on",
        "the day it became known; without: decided_on, else on",
    ),
    "id": Text("een eigen naam, om naar te verwijzen", "a name of its own, to refer to"),
    "supersedes": Text("de id van wat dit verbetert", "the id of what this corrects"),
    "assumed": Text("true als de dag is aangenomen", "true where the day is assumed"),
}


def run(asked: Asked, desk: Desk) -> None:
    """Print the list."""
    corpus = open_protocol(asked.country)
    printer = desk.printer
    wanted = [word.lower() for word in asked.words]
    found = [kind for kind in corpus.event_types.values() if _has(kind, wanted)]
    printer.print(Line(both(TITLE, desk.reader.language), style="bold"))
    for kind in found:
        if kind.name == PERSON:
            printer.heading(both(PEOPLE, desk.reader.language))
            _attributes(kind, printer)
    if not wanted:
        _listing(ALWAYS, COMMON, printer)
    events = [kind for kind in found if kind.name != PERSON]
    if events:
        printer.heading(both(EVENTS, desk.reader.language))
    for kind in events:
        line = Line(kind.name, style="bold cyan").append(
            f"  {both(kind.text, desk.reader.language)}", style="default not bold"
        )
        printer.print(line)
        _attributes(kind, printer)
    if not wanted:
        _listing(PARTIES, {name: party.text for name, party in corpus.parties.items()}, printer)
    if not found:
        printer.print(both(NONE, desk.reader.language))


def both(text: Text, language: str) -> str:
    """Return a text in both languages, the reader's own first."""
    first, second = (text.nl, text.en) if language == "nl" else (text.en, text.nl)
    return first if first == second else f"{first} · {second}"


def _has(kind: EventType, wanted: list[str]) -> bool:
    told = f"{kind.name} {kind.text.nl} {kind.text.en}".lower()
    return not wanted or any(word in told for word in wanted)


def _listing(title: Text, lines: dict[str, Text], printer: Printer) -> None:
    printer.heading(both(title, printer.reader.language))
    for name, text in lines.items():
        line = Line(name, style="cyan").append(
            f"  {both(text, printer.reader.language)}", style="default"
        )
        printer.indented(line, 2)


def _attributes(kind: EventType, printer: Printer) -> None:
    language = printer.reader.language
    for attribute in kind.attributes.values():
        line = Line(f"{attribute.name}:", style="cyan")
        line.append(f" {both(attribute.text, language)}", style="default")
        if attribute.required:
            line.append(f" ({both(REQUIRED, language)})", style="bold")
        printer.indented(line, 4)
        for told in _values(attribute, language):
            printer.indented(told, 8, "dim")


def _values(attribute: Attribute, language: str) -> Iterator[str]:
    if attribute.type in TYPES:
        yield both(TYPES[attribute.type], language)
    for value, text in attribute.values.items():
        yield f"{value}  {both(text, language)}"
