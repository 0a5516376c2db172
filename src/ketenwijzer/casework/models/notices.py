"""What a desk was told because a day came near or passed; e-mail that left; calendars."""

from django.db import models

from ..statuses import Stage, choices
from .case import Case
from .people import Member, Organisation


class Notice(models.Model):
    """Something with a day reached a stage at the desk of an organisation; each is told once.

    `name` is a duty by its norm or `task.…`. A notice says nothing that the line of the worklist
    does not: it goes with the case, and is shown only as long as that line has the same day.
    """

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(Case, models.CASCADE, related_name="notices")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="notices")
    name = models.CharField(max_length=66)
    due = models.DateField()
    stage = models.CharField(max_length=10, choices=choices(Stage))
    made_at = models.DateTimeField()
    mailed = models.BooleanField(default=False)

    class Meta:
        """However often a day is looked at, a stage is told once."""

        constraints = (
            models.UniqueConstraint(
                fields=("case", "organisation", "name", "due", "stage"), name="told_once"
            ),
        )
        indexes = (
            models.Index(
                fields=("id",), condition=models.Q(mailed=False), name="notices_to_be_mailed"
            ),
        )


class Mailing(models.Model):
    """That an e-mail was about to leave for somebody on a day: kept before it is sent.

    So it is sent at most once a day, also when whoever sends it dies half way.
    """

    id = models.BigAutoField(primary_key=True)
    member = models.ForeignKey(Member, models.CASCADE, related_name="mailings")
    on = models.DateField()

    class Meta:
        """One a day is enough: it only says that something waits."""

        constraints = (models.UniqueConstraint(fields=("member", "on"), name="one_mail_a_day"),)


class Feed(models.Model):
    """A calendar that somebody may follow without signing in, by an address that is a secret.

    Only the digest of that secret is kept. Off until asked for, over after a while (safety rule
    17).
    """

    member = models.OneToOneField(Member, models.CASCADE, primary_key=True, related_name="feed")
    digest = models.BinaryField(max_length=32, unique=True)
    expires = models.DateTimeField()
