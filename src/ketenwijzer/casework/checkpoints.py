"""Signed checkpoints of all chronologies at once: made now and then, handed to a witness.

A writer never waits for a checkpoint nor for a writer in another case: what is read are heads
that stand, and only two checkpoints wait for each other.
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from .errors import HeadChanged, Tampered
from .keystore import keys
from .models import Case, Checkpoint, CheckpointHead, Entry
from .tree import ORIGIN, Head, Line, SignedRoot, Tree

BATCH = 2000


def make_checkpoint(now: datetime) -> Checkpoint | None:
    """Sign the heads that moved since the last checkpoint; None if none did.

    Raises `HeadChanged` where a head went back, or changed at a number that was signed before:
    then somebody rewrote a chronology, and signing would cover it up.
    """
    moved = _moved_heads()
    with transaction.atomic():
        _one_at_a_time()
        last = Checkpoint.objects.order_by("-id").first()
        fresh = _still_unsigned(moved)
        if not fresh:
            return None
        tree = _tree_of(last)
        for head in fresh:
            tree.add(head.leaf())
        previous = signed_of(last).digest() if last else ORIGIN
        signed = SignedRoot(0, now, tree.size, tree.root(), previous)
        made = Checkpoint.objects.create(
            at=now,
            size=signed.size,
            root=signed.root,
            previous=previous,
            signature=signed.signed(keys().signing_key()),
            peaks=tree.packed(),
        )
        CheckpointHead.objects.bulk_create(
            (
                CheckpointHead(
                    checkpoint=made, case_id=head.case, number=head.number, digest=head.digest
                )
                for head in fresh
            ),
            batch_size=BATCH,
        )
    return made


def _moved_heads() -> list[Head]:
    """Return the heads of which this number was never signed; raises `HeadChanged`."""
    signed = CheckpointHead.objects.filter(case=OuterRef("id"))
    changed = (
        Case.objects.filter(Exists(signed.filter(number__gt=OuterRef("head_number"))))
        | Case.objects.filter(
            Exists(
                signed.filter(number=OuterRef("head_number")).exclude(
                    digest=OuterRef("head_digest")
                )
            )
        )
    ).first()
    if changed is not None:
        raise HeadChanged(changed.number, changed.head_number)
    moved = Case.objects.filter(
        ~Exists(signed.filter(number=OuterRef("head_number"))), head_number__gt=0
    )
    found = moved.order_by("id").values_list("id", "head_number", "head_digest")
    return [Head(case, number, bytes(digest)) for case, number, digest in found.iterator(BATCH)]


def _one_at_a_time() -> None:
    """Let another checkpoint wait until this one is there; SQLite writes one at a time anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("lock table casework_checkpoint in exclusive mode")


def _still_unsigned(moved: list[Head]) -> list[Head]:
    """Leave out what another checkpoint signed while these heads were read."""
    fresh: list[Head] = []
    for start in range(0, len(moved), BATCH):
        batch = moved[start : start + BATCH]
        last = dict(
            CheckpointHead.objects.filter(case__in=[head.case for head in batch])
            .order_by("number")
            .values_list("case_id", "number")
        )
        fresh += [head for head in batch if head.number > last.get(head.case, 0)]
    return fresh


def _tree_of(last: Checkpoint | None) -> Tree:
    """Return the tree up to the last checkpoint; raises `Tampered`."""
    if last is None:
        return Tree()
    tree = Tree.unpacked(last.size, bytes(last.peaks or b""))
    if tree.root() != bytes(last.root):
        raise Tampered(f"checkpoint {last.id}")
    return tree


def signed_of(checkpoint: Checkpoint) -> SignedRoot:
    """Return a checkpoint as a value."""
    return SignedRoot(
        checkpoint.id,
        checkpoint.at,
        checkpoint.size,
        bytes(checkpoint.root),
        bytes(checkpoint.previous),
        bytes(checkpoint.signature),
    )


def lines(after: int = 0) -> Iterator[Line]:
    """Yield the checkpoints after one, each with the heads that it added, for a witness."""
    signed = Checkpoint.objects.filter(id__gt=after).defer("peaks").order_by("id")
    found = (
        CheckpointHead.objects.filter(checkpoint__gt=after)
        .order_by("id")
        .values_list("checkpoint", "case", "number", "digest")
    )
    heads = groupby(found.iterator(BATCH), key=lambda row: row[0])
    following = next(heads, None)
    for checkpoint in signed:
        mine: tuple[Head, ...] = ()
        if following is not None and following[0] == checkpoint.id:
            mine = tuple(Head(case, n, bytes(digest)) for _, case, n, digest in following[1])
            following = next(heads, None)
        yield Line(signed_of(checkpoint), mine)


def entry_digests(heads: list[Head]) -> dict[tuple[object, int], bytes]:
    """Return what the chronologies now hold at the numbers of these heads, in few queries."""
    held: dict[tuple[object, int], bytes] = {}
    for start in range(0, len(heads), BATCH):
        batch = heads[start : start + BATCH]
        found = Entry.objects.filter(
            case__in={head.case for head in batch}, number__in={head.number for head in batch}
        )
        rows = found.values_list("case", "number", "digest")
        held |= {(case, number): bytes(digest) for case, number, digest in rows}
    return held
