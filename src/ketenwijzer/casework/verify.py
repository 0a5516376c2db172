"""Finds the first entry of each case that was edited, removed or reordered, and says which.

Reads all entries once, in order, and keeps nothing: the chain of each case, that every entry still
opens, that nothing vanished but by sealing, and that the heads are those that were signed. What
the holder of database and signing key rewrote together is found against a witness.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby, islice
from typing import NamedTuple
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.db import connection, transaction
from django.db.models import F, OuterRef, Subquery

from .checkpoints import BATCH, entry_digests, lines
from .chronology import digest_of
from .errors import Tampered
from .faults import Fault
from .guards import missing_guards
from .keystore import keys
from .models import Case, CheckpointHead, Entry
from .sealing import entry_place, key_place, unseal_bytes
from .statuses import CaseStatus
from .tree import ORIGIN, Tree
from .witness import Witness

CASES_AT_ONCE = 200
GONE = "?"
SEALED = b"entry_sealed"


class Stored(NamedTuple):
    """An entry as one query gives it, with its case; `number` is None where a case has none."""

    case: UUID
    screen: str
    status: str
    head_number: int
    head_digest: bytes
    number: int | None
    recorded_at: datetime
    sealed: bytes
    previous: bytes
    digest: bytes
    key: UUID | None
    wrapped: bytes | None


COLUMNS = (
    "id",
    "number",
    "status",
    "head_number",
    "head_digest",
    "entries__number",
    "entries__recorded_at",
    "entries__sealed",
    "entries__previous",
    "entries__digest",
    "entries__key__id",
    "entries__key__wrapped",
)


@dataclass(slots=True)
class Verified:
    """How much was read, and what was found."""

    cases: int = 0
    entries: int = 0
    checkpoints: int = 0
    faults: list[Fault] = field(default_factory=list)


def verify(witness: Witness | None = None) -> Verified:
    """Verify all chronologies, the checkpoints, and what a witness saw of them."""
    found = Verified()
    found.faults += (Fault("guard", detail=name) for name in missing_guards(connection))
    destroyed = set(keys().destroyed())
    with _one_look():
        groups = _groups()
        while some := list(islice(groups, CASES_AT_ONCE)):
            known = keys().keys_of(group[0].case for group in some)
            for group in some:
                found.cases += 1
                found.entries += sum(row.number is not None for row in group)
                key = known.get(group[0].case)
                fault = chain_fault(group) or opening_fault(group, key, destroyed)
                found.faults += [fault] if fault is not None else []
    found.faults += _checkpoint_faults(found)
    found.faults += _signed_head_faults()
    if witness is not None:
        found.faults += witness_faults(witness)
    return found


def _one_look() -> AbstractContextManager[None]:
    """Read in one transaction where that lets the database hand over row by row.

    On SQLite a transaction would keep writers out; there one statement is one look by itself.
    """
    return transaction.atomic() if connection.vendor == "postgresql" else nullcontext()


def _groups() -> Iterator[list[Stored]]:
    """Yield the entries of each case, all in one statement, with the head as it then was."""
    found = Case.objects.order_by("id", "entries__number").values_list(*COLUMNS)
    for _, rows in groupby(found.iterator(chunk_size=BATCH), key=lambda row: row[0]):
        yield [Stored(*row) for row in rows]


# ------------------------------------------------------------------ the chain of one case


def chain_fault(group: Sequence[Stored]) -> Fault | None:
    """Return the first entry of a case that does not stand in its chain, and what is wrong."""
    before, expected = ORIGIN, 1
    first = group[0]
    for row in group:
        if row.number is None:
            break
        if row.number != expected:
            return _fault(first, "removed", expected)
        if row.previous != before or row.digest != _digest(row, row.number):
            return _broken(group, row, before)
        before, expected = bytes(row.digest), expected + 1
    last = expected - 1
    if last < first.head_number:
        return _fault(first, "removed", expected)
    if last > first.head_number:
        return _fault(first, "added", first.head_number + 1)
    return _fault(first, "head", last) if before != bytes(first.head_digest) else None


def _broken(group: Sequence[Stored], row: Stored, before: bytes) -> Fault:
    """Tell whether an entry was moved here from another number, edited, or chained elsewhere."""
    number = row.number or 0
    if row.digest == _digest(row, number):
        return _fault(row, "unchained", number)
    for other in range(1, max(len(group), row.head_number) + 2):
        if row.digest == _digest(row, other):
            return _fault(row, "reordered", number, str(other))
    return _fault(row, "edited", number)


def _digest(row: Stored, number: int) -> bytes:
    return digest_of(row.case, number, row.recorded_at, bytes(row.previous), bytes(row.sealed))


def _fault(row: Stored, code: str, number: int, detail: str = "") -> Fault:
    return Fault(code, row.screen, number, detail)


# ------------------------------------------------------------------ what still opens


def opening_fault(group: Sequence[Stored], key: bytes | None, destroyed: set[UUID]) -> Fault | None:
    """Return the first entry that no longer opens, unless it was sealed or the case erased."""
    case = group[0]
    if case.number is None:
        return None
    if key is None:
        return _gone_key_fault(case, destroyed)
    if case.status == CaseStatus.ERASED:
        return _fault(case, "key_is_back", 0)
    sealed: set[int] = set()
    missing: list[int] = []
    for row in group:
        number = row.number or 0
        if row.wrapped is None:
            missing.append(number)
            continue
        if row.key in destroyed:
            return _fault(row, "not_followed", number)
        try:
            own = unseal_bytes(key, key_place(row.case, number), bytes(row.wrapped))
            said = unseal_bytes(own, entry_place(row.case, number), bytes(row.sealed))
        except (Tampered, ValueError):
            return _fault(row, "unopened", number)
        if SEALED in said:
            sealed |= _sealed_by(said)
    lost = [number for number in missing if number not in sealed]
    return _fault(case, "key_gone", lost[0]) if lost else None


def _gone_key_fault(case: Stored, destroyed: set[UUID]) -> Fault | None:
    if case.case not in destroyed:
        return _fault(case, "case_key_gone", 0)
    return None if case.status == CaseStatus.ERASED else _fault(case, "not_followed", 0)


def _sealed_by(said: bytes) -> set[int]:
    """Return the number of the entry that an entry seals, if that is what it does."""
    found = json.loads(said)
    return {int(found["data"]["number"])} if found["kind"] == "entry_sealed" else set()


# ------------------------------------------------------------------ what was signed


def _checkpoint_faults(found: Verified) -> Iterator[Fault]:
    """Yield the first checkpoint whose signature, place in the chain, or root is not right."""
    key: Ed25519PublicKey = keys().signing_key().public_key()
    before, tree = ORIGIN, Tree()
    for line in lines():
        signed = line.checkpoint
        found.checkpoints += 1
        for head in line.heads:
            tree.add(head.leaf())
        wrong = None
        if not signed.is_signed_by(key):
            wrong = "signature"
        elif signed.previous != before:
            wrong = "checkpoint_order"
        elif (signed.size, signed.root) != (tree.size, tree.root()):
            wrong = "root"
        if wrong is not None:
            yield Fault(wrong, entry=signed.id)
            return
        before = signed.digest()


def _signed_head_faults() -> Iterator[Fault]:
    """Yield the first signed head of each case that its chronology does not hold any more."""
    held = Entry.objects.filter(case=OuterRef("case"), number=OuterRef("number"))
    heads = CheckpointHead.objects.annotate(held=Subquery(held.values("digest")[:1]))
    wrong = heads.exclude(held__isnull=False, held=F("digest")).order_by("case_id", "number")
    first: dict[UUID, int] = {}
    for case, number in wrong.values_list("case_id", "number").iterator(chunk_size=BATCH):
        first.setdefault(case, number)
    numbers = dict(Case.objects.filter(id__in=first).values_list("id", "number"))
    for case, number in first.items():
        yield Fault("not_signed", numbers.get(case, GONE), number)


def witness_faults(witness: Witness) -> Iterator[Fault]:
    """Yield what a witness saw otherwise: checkpoints that changed, heads that are not there."""
    standing = {line.checkpoint.id: line.checkpoint.digest() for line in lines()}
    changed = [name for name, digest in witness.seen.items() if standing.get(name) != digest]
    if changed:
        yield Fault("witness_checkpoint", entry=min(changed))
    contradicted = dict(witness.contradicted(entry_digests(witness.all_heads())))
    numbers = dict(Case.objects.filter(id__in=contradicted).values_list("id", "number"))
    for case, number in contradicted.items():
        since = witness.trusted_up_to(case, number) + 1
        yield Fault("witness_head", numbers.get(case, GONE), since, str(number))
