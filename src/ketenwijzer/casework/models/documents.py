"""Files that were handed in: pieces of ciphertext, whose key is in the entry that tells of them."""

from uuid import uuid4

from django.db import models

from .case import Case


class Document(models.Model):
    """A file of a case. `entry` tells of it and holds its key; `held` waits for the scanner.

    `held` is only where the scanner finds its work: whether a file may be opened stands in the
    chronology.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="documents")
    entry = models.PositiveIntegerField()
    held = models.BooleanField(default=True)

    class Meta:
        """Those that wait are found without reading the others."""

        indexes = (
            models.Index(fields=("id",), condition=models.Q(held=True), name="documents_held"),
        )


class DocumentPiece(models.Model):
    """A piece of a file, sealed under its key and bound to its place in it."""

    id = models.BigAutoField(primary_key=True)
    document = models.ForeignKey(
        Document, models.CASCADE, related_name="kept_pieces", db_index=False
    )
    place = models.PositiveIntegerField()
    sealed = models.BinaryField()

    class Meta:
        """A file has one piece in each place."""

        constraints = (
            models.UniqueConstraint(fields=("document", "place"), name="piece_once_per_place"),
        )
