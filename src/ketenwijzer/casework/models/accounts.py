"""How an account begins and is mended: start codes, resets by two people, and who changed whom."""

from uuid import uuid4

from django.db import models

from .people import Member, Organisation


class StartCode(models.Model):
    """A code with which somebody chooses a password, once; only its keyed digest is kept."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    member = models.ForeignKey(Member, models.CASCADE, related_name="start_codes")
    digest = models.BinaryField(max_length=32)
    made_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    expires = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class FactorReset(models.Model):
    """A request to forget somebody's second factors: asked by one, approved by another, later.

    `due` is set on approval; until it is carried out, the person or the askers can stop it.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    member = models.ForeignKey(Member, models.CASCADE, related_name="factor_resets")
    asked_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    approved_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    due = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    carried_out = models.BooleanField(default=False)

    class Meta:
        """At most one request is open for a person."""

        constraints = (
            models.UniqueConstraint(
                fields=("member",),
                condition=models.Q(ended_at__isnull=True),
                name="one_open_reset",
            ),
        )


class SignOnLink(models.Model):
    """With which account of the own organisation somebody signs in; only a keyed digest is kept.

    `confirmed_at` is set when the member's own second factor was given over this link.
    """

    member = models.OneToOneField(
        Member, models.CASCADE, primary_key=True, related_name="sign_on_link"
    )
    digest = models.BinaryField(max_length=32, unique=True)
    made_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)


class Tally(models.Model):
    """How often something was tried of late; `about` is a keyed digest, `value` times and marks."""

    about = models.CharField(max_length=64, primary_key=True)
    value = models.JSONField()
    until = models.DateTimeField(db_index=True)


class PeopleChange(models.Model):
    """What was changed about somebody's account, by whom: codes only, never a word typed."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    about = models.ForeignKey(Member, models.PROTECT, related_name="+")
    deed = models.CharField(max_length=30)
    detail = models.CharField(max_length=60, blank=True)

    class Meta:
        """Read per organisation, the newest first."""

        indexes = (models.Index(fields=("organisation", "-id"), name="changes_of_people"),)
