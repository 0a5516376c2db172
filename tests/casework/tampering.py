"""What somebody who holds the database could do to it, and who holds the signing key as well."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection

from ketenwijzer.casework.chronology import digest_of
from ketenwijzer.casework.guards import guards
from ketenwijzer.casework.keystore import keys
from ketenwijzer.casework.models import Case, Checkpoint, CheckpointHead, Entry, EntryKey
from ketenwijzer.casework.sealing import entry_place, key_place, seal, unseal, unseal_bytes
from ketenwijzer.casework.tree import ORIGIN, Head, SignedRoot, Tree


def run(*statements: str, values: tuple[str | bytes | UUID, ...] = ()) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement, values or None)


@contextmanager
def without_guards() -> Iterator[None]:
    """Drop every trigger, and put them back so that nobody sees that they were gone."""
    statements = guards(connection.vendor)
    for name in statements:
        table = name.partition("_no_")[0]
        run(f"drop trigger {name}" + (f" on {table}" if connection.vendor == "postgresql" else ""))
    try:
        yield
    finally:
        run(*statements.values())


def rewrite(case: Case, number: int, change: Callable[[dict[str, object]], None]) -> None:
    """Rewrite an entry with the key of the case and chain everything after it anew."""
    key = keys().key_of(case.id)
    entries = list(Entry.objects.filter(case=case).order_by("number"))
    previous = ORIGIN
    for entry in entries:
        if entry.number == number:
            wrapped = bytes(EntryKey.objects.get(entry=entry).wrapped)
            own = unseal_bytes(key, key_place(case.id, number), wrapped)
            said = unseal(own, entry_place(case.id, number), bytes(entry.sealed))
            change(said)
            entry.sealed = seal(own, entry_place(case.id, number), said)
        entry.previous = previous
        entry.digest = digest_of(
            case.id, entry.number, entry.recorded_at, previous, bytes(entry.sealed)
        )
        previous = entry.digest
        entry.save()
    Case.objects.filter(id=case.id).update(head_digest=previous)


def sign_everything_anew() -> None:
    """Make every leaf, root and signature fit what the chronologies now hold."""
    tree, previous = Tree(), ORIGIN
    for checkpoint in Checkpoint.objects.order_by("id"):
        for head in CheckpointHead.objects.filter(checkpoint=checkpoint).order_by("id"):
            entry = Entry.objects.get(case=head.case_id, number=head.number)
            head.digest = bytes(entry.digest)
            head.save()
            tree.add(Head(head.case_id, head.number, head.digest).leaf())
        signed = SignedRoot(0, checkpoint.at, tree.size, tree.root(), previous)
        checkpoint.size, checkpoint.root, checkpoint.previous = tree.size, signed.root, previous
        checkpoint.signature = signed.signed(keys().signing_key())
        checkpoint.peaks = tree.packed()
        checkpoint.save()
        previous = SignedRoot(
            checkpoint.id, checkpoint.at, tree.size, tree.root(), previous, checkpoint.signature
        ).digest()
