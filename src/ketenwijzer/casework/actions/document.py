"""Add a file to a section of a case: sealed, and held until a scanner found nothing in it."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from ...engine.vocabulary import Text
from ..documents import keep, pieces_in
from ..errors import Refused
from ..inspecting import Handed, Inspected, inspected
from ..position import agreement
from ..scanner import ScannerDown, is_clean
from ..sealing import new_key
from ..standing import ADDED
from ..state import Record
from ..writing import Writing

LONGEST = 200


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that may be kept, and whether a scanner already found nothing in it."""

    file: Inspected
    clean: bool


@dataclass(frozen=True, slots=True)
class AddDocument:
    """A file for a section. `own_only`: others have it only once it is released to them."""

    section: str
    title: str
    own_only: bool
    taken: Taken
    replaces: UUID | None = None


def taken_in(file: Handed) -> Taken:
    """Look at a file before any case is locked; raises `Refused` for one that may not be kept."""
    found = inspected(file)
    try:
        clean = is_clean(found.content)
    except ScannerDown:
        return Taken(found, clean=False)
    if not clean:
        raise Refused("infected", INFECTED, "file")
    return Taken(found, clean=True)


def add_document(case: Writing, command: AddDocument) -> UUID:
    """Keep a file in a section that the member records in, and return its id."""
    title = command.title.strip()
    if not title or len(title) > LONGEST:
        raise Refused("no_title", NO_TITLE, "title")
    if command.section not in agreement().sections:
        raise Refused("no_section", NO_SECTION, "section")
    case.require(case.may_record(command.section))
    if command.replaces is not None:
        _refuse_other(case, command)
    document, key, content = uuid4(), new_key(), command.taken.file.content
    number = case.add(
        ADDED,
        None,
        id=document.hex,
        section=command.section,
        title=title,
        format=command.taken.file.format,
        bytes=len(content),
        pieces=pieces_in(content),
        key=key.hex(),
        clean=command.taken.clean,
        own_only=command.own_only,
        replaces=command.replaces.hex if command.replaces else "",
    )
    keep(case.case.id, number, document, key, content, held=not command.taken.clean)
    return document


def _refuse_other(case: Writing, command: AddDocument) -> None:
    """Raise `Refused` unless the earlier version is one's own, in the same section."""
    own = case.member.organisation_id
    found = next((r for r in case.state.records if _is(r, command.replaces)), None)
    same = found is not None and found.text("section") == command.section
    if found is None or not same or found.author.organisation != own:
        raise Refused("no_version", NO_VERSION, "replaces")


def _is(record: Record, document: UUID | None) -> bool:
    return record.kind == ADDED and record.id() == document


NO_TITLE = Text(
    "Zeg in hooguit 200 tekens wat dit is.", "Say in at most 200 characters what this is."
)
NO_SECTION = Text("Kies een onderdeel uit de lijst.", "Choose a section from the list.")
NO_VERSION = Text(
    "Een nieuwe versie hoort bij een document van uw eigen organisatie, in hetzelfde onderdeel.",
    "A new version belongs to a document of your own organisation, in the same section.",
)
INFECTED = Text(
    "In dit bestand zit kwaadaardige software. Het is niet bewaard. Waarschuw wie bij u over de "
    "beveiliging gaat.",
    "There is malicious software in this file. It was not kept. Warn whoever sees to security "
    "where you work.",
)
