"""What happened in a case, in order: the only reader and the only writer of entries.

Draft ─► sealed under a key of its own, that is wrapped under the key of the case
      ─► chained: each digest covers the ciphertext and the digest before it
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from typing import Any, cast
from uuid import UUID

from django.db.models import QuerySet

from .adding import add
from .fold import fold
from .keystore import keys
from .models import Case, Entry, EntryKey
from .prepared import Prepared
from .readable import refuse_unreadable
from .sealing import (
    entry_place,
    key_place,
    new_key,
    seal,
    seal_bytes,
    stamp,
    unseal,
    unseal_bytes,
)
from .state import Author, CaseState, Record, known_id

ORIGIN = bytes(32)
NOBODY = Author(None, None)


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be recorded: a kind of entry, the day it happened, and what it says."""

    kind: str
    on: date
    data: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """An entry as it is stored, before it is opened."""

    number: int
    recorded_at: datetime
    sealed: bytes
    wrapped: bytes | None
    token: UUID | None


def read(case: UUID) -> CaseState:
    """Return what holds in a case; raises `KeyDestroyed` if it was erased."""
    return fold(case, opened(case, rows(case)))


def rows(case: UUID) -> list[Row]:
    """Return the entries of a case as they are stored, in one query."""
    return [
        Row(number, at, bytes(sealed), _key(wrapped), token)
        for number, at, sealed, wrapped, token in _STORED.tuples(case)
    ]


def _stored_of(case: UUID) -> QuerySet[Entry, Any]:
    return (
        Entry.objects.filter(case=case)
        .order_by("number")
        .values_list("number", "recorded_at", "sealed", "key__wrapped", "token")
    )


_STORED: Prepared[Entry] = Prepared(Entry, _stored_of)


def rows_of_many(cases: Iterable[UUID]) -> dict[UUID, list[Row]]:
    """Return the entries of several cases as they are stored, in one query."""
    found: dict[UUID, list[Row]] = {}
    stored = (
        Entry.objects.filter(case__in=list(cases))
        .order_by("case", "number")
        .values_list("case", "number", "recorded_at", "sealed", "key__wrapped", "token")
    )
    for case, number, at, sealed, wrapped, token in stored:
        found.setdefault(case, []).append(Row(number, at, bytes(sealed), _key(wrapped), token))
    return found


def _key(wrapped: bytes | memoryview | None) -> bytes | None:
    return None if wrapped is None else bytes(wrapped)


def opened(case: UUID, stored: Iterable[Row]) -> Iterator[Record]:
    """Open the entries of a case; those that were sealed for good are passed over."""
    key = keys().key_of(case)
    for row in stored:
        if row.wrapped is not None:
            yield open_row(case, key, row)


def open_row(case: UUID, key: bytes, row: Row) -> Record:
    """Open one entry with the key of its case; raises `Tampered`."""
    own = unseal_bytes(key, key_place(case, row.number), cast(bytes, row.wrapped))
    said = unseal(own, entry_place(case, row.number), row.sealed)
    organisation, member = said.get("org"), said.get("by")
    author = Author(
        known_id(str(organisation)) if organisation else None,
        known_id(str(member)) if member else None,
        str(said.get("role", "")),
    )
    return Record(
        row.number,
        row.recorded_at,
        str(said["kind"]),
        date.fromisoformat(str(said["on"])),
        author,
        cast(dict[str, object], said["data"]),
        case,
    )


@dataclass(frozen=True, slots=True)
class Sealed:
    """Entries that were made to follow the head of a case, and are not stored yet."""

    entries: list[Entry]
    wrapped: list[bytes]
    records: list[Record]


def write(
    case: Case, drafts: Sequence[Draft], author: Author, now: datetime, token: UUID | None = None
) -> list[Record]:
    """Append to the chronology of a case that is locked, and move its head on.

    The first entry carries the token of the form. The caller holds the transaction. Raises
    `Refused` for text that cannot be kept.
    """
    made = sealed(case, drafts, author, now, token)
    store(case, made)
    return made.records


def sealed(
    case: Case, drafts: Sequence[Draft], author: Author, now: datetime, token: UUID | None
) -> Sealed:
    """Seal entries and chain them to the head of a case; raises `Refused` as `write` does."""
    key = keys().key_of(case.id)
    made = Sealed([], [], [])
    number, previous = case.head_number, bytes(case.head_digest)
    for draft in drafts:
        refuse_unreadable(draft.data)
        number += 1
        own = new_key()
        text = seal(own, entry_place(case.id, number), _said(draft, author))
        digest = digest_of(case.id, number, now, previous, text)
        made.entries.append(
            Entry(
                case_id=case.id,
                number=number,
                recorded_at=now,
                sealed=text,
                previous=previous,
                digest=digest,
                token=token if not made.entries else None,
            )
        )
        made.wrapped.append(seal_bytes(key, key_place(case.id, number), own))
        made.records.append(Record(number, now, draft.kind, draft.on, author, draft.data, case.id))
        previous = digest
    return made


def store(case: Case, made: Sealed) -> None:
    """Store entries that follow the head of a case that is locked, and move its head on."""
    add(made.entries)
    add(
        [
            EntryKey(entry_id=one.pk, wrapped=text)
            for one, text in zip(made.entries, made.wrapped, strict=True)
        ]
    )
    for last in made.entries[-1:]:
        case.head_number, case.head_digest = last.number, last.digest


def digest_of(case: UUID, number: int, at: datetime, previous: bytes, sealed: bytes) -> bytes:
    """Return the digest of an entry: over its place, its moment, the one before, the ciphertext."""
    parts = (case.bytes, number.to_bytes(8, "big"), stamp(at), previous, sha256(sealed).digest())
    return sha256(b"ketenwijzer entry 1\0" + b"\0".join(parts)).digest()


def _said(draft: Draft, author: Author) -> dict[str, object]:
    return {
        "kind": draft.kind,
        "on": draft.on.isoformat(),
        "org": author.organisation.hex if author.organisation else None,
        "by": author.member.hex if author.member else None,
        "role": author.role,
        "data": draft.data,
    }
