"""What is not yet, or never, part of a case: a registration that was begun, a saved list."""

from uuid import uuid4

from django.db import models

from .people import Member, Organisation


class Draft(models.Model):
    """A registration that a member began. What was typed is sealed, and gone after some days."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    member = models.ForeignKey(Member, models.CASCADE, related_name="drafts")
    begun_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    sealed = models.BinaryField()

    class Meta:
        """The last one begun comes first."""

        ordering = ("-begun_at",)


class SavedList(models.Model):
    """What a worklist was narrowed to, under a sealed name; it opens no case.

    `token` is blind: by it the same name of an organisation is found, and none is read.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    token = models.BinaryField(max_length=16)
    sealed = models.BinaryField()
    whose = models.CharField(max_length=12)
    phase = models.CharField(max_length=40, blank=True)
    due = models.CharField(max_length=12, blank=True)
    sign = models.CharField(max_length=20, blank=True)

    class Meta:
        """One list of a name in an organisation."""

        constraints = (
            models.UniqueConstraint(fields=("organisation", "token"), name="one_list_of_a_name"),
        )
