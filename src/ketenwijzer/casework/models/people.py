"""Organisations of the chain and the people who sign in for them."""

from uuid import uuid4

from django.contrib.auth.models import AbstractUser
from django.db import models

from ..statuses import OVERSEES, SEES_CASES, MemberRole, choices


class Organisation(models.Model):
    """A partner: an organisation in the mechanism. `role` is the name of a party of the protocol.

    `on_paper`: it has no accounts here; referrals reach it by paper or phone and whoever sent
    them records the answer.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=120, unique=True)
    role = models.CharField(max_length=40, db_index=True)
    region = models.CharField(max_length=60, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    on_paper = models.BooleanField(default=False)
    active = models.BooleanField(default=True)

    class Meta:
        """Partners are listed by name."""

        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Member(AbstractUser):
    """Someone who signs in for an organisation."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="members", null=True, blank=True
    )
    role = models.CharField(max_length=20, choices=choices(MemberRole), default=MemberRole.WORKER)
    name = models.CharField(max_length=120)
    language = models.CharField(
        max_length=2, choices=(("nl", "Nederlands"), ("en", "English")), default="nl"
    )
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]

    REQUIRED_FIELDS = ["email"]

    class Meta:
        """Colleagues are listed by name."""

        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """Return the name as it is shown to colleagues."""
        return self.name

    def get_short_name(self) -> str:
        """Return the name as it is shown to colleagues."""
        return self.name

    @property
    def oversees(self) -> bool:
        """Tell whether this member sees all cases of the organisation, not only assigned ones."""
        return self.role in OVERSEES

    @property
    def sees_cases(self) -> bool:
        """Tell whether this member may see cases at all."""
        return self.is_active and self.role in SEES_CASES


class Deputy(models.Model):
    """Who takes over someone's cases, from a day up to and including another."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="deputies")
    deputy = models.ForeignKey(Member, models.CASCADE, related_name="deputising")
    starts = models.DateField()
    ends = models.DateField()


class OnCall(models.Model):
    """Who answers for an organisation, from a moment up to another."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="roster")
    member = models.ForeignKey(Member, models.CASCADE, related_name="shifts")
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    phone = models.CharField(max_length=40)

    class Meta:
        """The roster is read in order of time."""

        ordering = ("starts",)
