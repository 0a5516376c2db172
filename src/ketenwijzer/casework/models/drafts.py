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
    """What a worklist was narrowed to, under a name that colleagues see; it opens no case."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    whose = models.CharField(max_length=12)
    phase = models.CharField(max_length=40, blank=True)
    due = models.CharField(max_length=12, blank=True)
    sign = models.CharField(max_length=20, blank=True)

    class Meta:
        """Saved lists are shown by name."""

        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(fields=("organisation", "name"), name="one_list_of_a_name"),
        )
