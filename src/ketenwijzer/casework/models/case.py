"""The case and its chronology: what may only ever be added to."""

from datetime import date
from uuid import uuid4

from django.db import models

from ..statuses import CaseStatus, choices


class Case(models.Model):
    """One person's file. `id` chains the chronology, `number` is on screen; they are unrelated.

    `head_number` and `head_digest` are the last entry; whoever appends moves them on. The
    other columns follow the chronology; on the day `look_again` the case may change by itself.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    number = models.CharField(max_length=12, unique=True)
    status = models.CharField(max_length=8, choices=choices(CaseStatus), default=CaseStatus.OPEN)
    opened_at = models.DateTimeField()
    head_number = models.PositiveIntegerField(default=0)
    head_digest = models.BinaryField(max_length=32, default=bytes(32))
    look_again = models.DateField(default=date.max, db_index=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged"
    )


class Entry(models.Model):
    """One thing that was recorded. Everything in it is sealed; triggers refuse update and delete.

    `digest` is SHA-256 over the case, the number, the moment, the digest before and the
    ciphertext. `token` is the form that made it, so that the same form twice is one entry.
    """

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(Case, models.PROTECT, related_name="entries", db_index=False)
    number = models.PositiveIntegerField()
    recorded_at = models.DateTimeField()
    sealed = models.BinaryField()
    previous = models.BinaryField(max_length=32)
    digest = models.BinaryField(max_length=32)
    token = models.UUIDField(unique=True, null=True)

    class Meta:
        """A case has one entry of each number."""

        constraints = (
            models.UniqueConstraint(fields=("case", "number"), name="entry_once_per_number"),
        )


class EntryKey(models.Model):
    """The key of one entry, wrapped under the key of its case; deleted when the entry is sealed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="key")
    wrapped = models.BinaryField(max_length=60)


class Checkpoint(models.Model):
    """A signed root of the tree over the heads of all cases; append-only as the entries are.

    `size` counts the leaves up to here. `peaks` is what the tree needs to grow on; it is proved
    by the root.
    """

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    size = models.PositiveIntegerField()
    root = models.BinaryField(max_length=32)
    previous = models.BinaryField(max_length=32)
    signature = models.BinaryField(max_length=64)
    peaks = models.BinaryField(null=True)


class CheckpointHead(models.Model):
    """The head of a case as a checkpoint found it: a leaf of the tree, in the order of `id`."""

    id = models.BigAutoField(primary_key=True)
    checkpoint = models.ForeignKey(Checkpoint, models.PROTECT, related_name="heads")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    digest = models.BinaryField(max_length=32)

    class Meta:
        """A head is a leaf once."""

        constraints = (
            models.UniqueConstraint(fields=("case", "number"), name="head_once_per_number"),
        )
