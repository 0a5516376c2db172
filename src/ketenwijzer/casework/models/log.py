"""Who looked, when and why: one line for every reading and writing, never sampled, never changed.

Shaped as the *Logboek dataverwerkingen* wants it (a processing activity, a subject, a trace,
an outcome), without ever naming the person: `subject` is a keyed hash of the case.
"""

from uuid import uuid4

from django.db import models

from .people import Member, Organisation


class AccessLine(models.Model):
    """One line of the access log, per data subject; append-only."""

    id = models.BigAutoField(primary_key=True)
    trace = models.UUIDField(default=uuid4)
    at = models.DateTimeField()
    subject = models.BinaryField(max_length=16)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="+", db_index=False
    )
    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    activity = models.CharField(max_length=40)
    sections = models.CharField(max_length=200, blank=True)
    purpose = models.CharField(max_length=30, blank=True)
    basis = models.CharField(max_length=12, blank=True)
    allowed = models.BooleanField()
    reason = models.CharField(max_length=40, blank=True)
    policy = models.CharField(max_length=40)

    class Meta:
        """The access-log tab reads the lines of one case, the newest first."""

        indexes = (models.Index(fields=("subject", "-id"), name="log_of_a_case"),)


class SearchAsked(models.Model):
    """A search that someone did: for the quota, and for the owner of what it may have hit.

    What was asked is sealed; it is answered to the owner later, so that a hit takes no longer
    than a miss.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    at = models.DateTimeField()
    member = models.ForeignKey(Member, models.PROTECT, related_name="searches")
    purpose = models.CharField(max_length=30)
    sealed = models.BinaryField()
    handled = models.BooleanField(default=False)

    class Meta:
        """Counted per member per day; handled in order."""

        indexes = (
            models.Index(fields=("member", "at"), name="searches_of_member"),
            models.Index(
                fields=("at",), condition=models.Q(handled=False), name="searches_to_be_told"
            ),
        )
