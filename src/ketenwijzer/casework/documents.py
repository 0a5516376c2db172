"""Files of a case: how they are kept and opened, and which of them a member may have.

The key of a file stands in the entry that tells of it. So what seals the entry, or erases the
case, makes the file unreadable; and nobody opens a file who may not read its entry.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from .access import OpenCase, open_case
from .adding import add
from .decision import Decision
from .errors import NotFound, Tampered
from .inspecting import FORMATS
from .log import write_line
from .models import Document, DocumentPiece, Member
from .sealing import seal_bytes, unseal_bytes
from .standing import ADDED, CHECKED
from .state import CaseState, Record

PIECE_BYTES = 262_144
CLEAN, INFECTED = "clean", "infected"


class Standing(StrEnum):
    """Whether a file may be opened."""

    OPEN = "open"
    HELD = "held"
    DESTROYED = "destroyed"


@dataclass(frozen=True, slots=True)
class Listed:
    """A file as a member may know of it. `later` is the entry of the version that came after."""

    id: UUID
    number: int
    here: bool
    own: bool
    section: str
    title: str
    format: str
    kilobytes: int
    at: datetime
    organisation: UUID | None
    own_only: bool
    standing: Standing
    later: int = 0


@dataclass(frozen=True, slots=True)
class Opened:
    """A file to hand out: its type, the name that we give it, and what is in it."""

    mime: str
    name: str
    content: bytes


def keep(case: UUID, entry: int, document: UUID, key: bytes, content: bytes, *, held: bool) -> int:
    """Keep a file as sealed pieces and return how many; the caller holds the transaction."""
    parts = [content[at : at + PIECE_BYTES] for at in range(0, len(content), PIECE_BYTES)]
    add([Document(id=document, case_id=case, entry=entry, held=held)])
    for place, part in enumerate(parts):
        text = seal_bytes(key, _place(case, document, place, len(parts)), part)
        add([DocumentPiece(document_id=document, place=place, sealed=text)])
    return len(parts)


def pieces_in(content: bytes) -> int:
    """Return how many pieces a file takes."""
    return -(-len(content) // PIECE_BYTES)


def content_of(record: Record) -> bytes:
    """Return what is in the file of an entry; raises `Tampered` if a piece is not what it was."""
    case, document = record.case, record.id()
    count, key = int(str(record.data["pieces"])), bytes.fromhex(record.text("key"))
    found = DocumentPiece.objects.filter(document=document).order_by("place")
    stored = list(found.values_list("sealed", flat=True))
    if case is None or len(stored) != count:
        raise Tampered(f"document {document.hex}")
    return b"".join(
        unseal_bytes(key, _place(case, document, place, count), bytes(text))
        for place, text in enumerate(stored)
    )


def _place(case: UUID, document: UUID, place: int, count: int) -> str:
    return f"document {case.hex} {document.hex} {place} of {count}"


def standing_of(record: Record, state: CaseState) -> Standing:
    """Tell whether the file of an entry may be opened: a scanner must have found nothing in it."""
    outcomes = {
        r.text("outcome")
        for r in state.records
        if r.kind == CHECKED and r.data.get("number") == record.number
    }
    if INFECTED in outcomes:
        return Standing.DESTROYED
    return Standing.OPEN if record.data.get("clean") is True or CLEAN in outcomes else Standing.HELD


# ------------------------------------------------------------------ for a member


def documents_of(case: OpenCase) -> list[Listed]:
    """Return the files that a member may know of, the newest first."""
    found = [record for record in case.records() if record.kind == ADDED]
    later = {record.text("replaces"): record.number for record in found if record.text("replaces")}
    return [_listed(case, record, later.get(record.text("id"), 0)) for record in reversed(found)]


def _listed(case: OpenCase, record: Record, later: int) -> Listed:
    state = case.decider.state_of(record)
    return Listed(
        id=record.id(),
        number=record.number,
        here=state.id == case.state.id,
        own=record.author.organisation == case.member.organisation_id,
        section=record.text("section"),
        title=record.text("title"),
        format=record.text("format"),
        kilobytes=-(-int(str(record.data["bytes"])) // 1_000),
        at=record.recorded_at,
        organisation=record.author.organisation,
        own_only=bool(record.data.get("own_only")),
        standing=standing_of(record, state),
        later=later,
    )


def open_document(member: Member, number: str, document: UUID, now: datetime) -> Opened:
    """Open a file for a member, and log it with its section.

    One that is not there, is for others, is held or was destroyed: all are not there alike.
    """
    case = open_case(member, number, now, "ask_document")
    record = next((r for r in _added(case) if r.id() == document), None)
    if record is None:
        raise NotFound
    decision = case.decider.record(record)
    opens = standing_of(record, case.decider.state_of(record)) is Standing.OPEN
    if decision.allowed and not opens:
        decision = Decision(False, "not_scanned", case.decider.policy)
    section = case.section_of(record)
    write_line(record.case or case.case.id, member, "read_document", decision, now, section)
    if not decision.allowed:
        raise NotFound
    form = record.text("format")
    return Opened(FORMATS[form].mime, f"document-{record.number}.{form}", content_of(record))


def _added(case: OpenCase) -> Iterator[Record]:
    return (r for state in case.states for r in state.records if r.kind == ADDED)
