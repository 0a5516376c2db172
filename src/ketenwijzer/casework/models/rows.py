"""Rows that follow the chronology: for lists and searches, disposable, rebuilt by one command.

They hold pseudonyms, days and codes; no name, no address, no free text.
"""

from datetime import date
from uuid import uuid4

from django.db import models

from ..statuses import Basis, ReferralStatus, choices
from .case import Case
from .people import Member, Organisation

NEVER = date.max


class Involvement(models.Model):
    """One organisation's part in a case, and what its worklist shows of it.

    `due` is the first day on which the organisation must have done something (`NEVER` if none),
    `action` names what; `ahead` has all that has a day, a line each, also terms that end, and
    `soonest` is the first of those days. `spent` has each duty of the organisation, from when it
    stood until it was done. `named`: it may find the case by her name.
    """

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(Case, models.CASCADE, related_name="involvements")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="involvements", db_index=False
    )
    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="involvements")
    basis = models.CharField(max_length=12, choices=choices(Basis))
    purpose = models.CharField(max_length=30)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    live = models.BooleanField(default=True)
    barred = models.BooleanField(default=False)
    open = models.BooleanField(default=True)
    named = models.BooleanField(default=False)
    phase = models.CharField(max_length=40, blank=True)
    due = models.DateField(default=NEVER)
    action = models.CharField(max_length=60, blank=True)
    signs = models.CharField(max_length=120, blank=True)
    ahead = models.TextField(blank=True, default="")
    soonest = models.DateField(default=NEVER)
    spent = models.TextField(blank=True, default="")

    class Meta:
        """A case is one line on the worklist of an organisation, in order of what is due."""

        constraints = (
            models.UniqueConstraint(fields=("case", "organisation"), name="one_part_in_a_case"),
        )
        indexes = (
            # In the order in which it is shown, so that a page is read and nothing more.
            models.Index(
                fields=("organisation", "due", "id", "member"),
                condition=models.Q(live=True, barred=False, open=True),
                name="worklist_in_order",
            ),
            models.Index(
                fields=("organisation", "soonest", "id"),
                condition=models.Q(live=True, barred=False, open=True),
                name="desk_in_order",
            ),
            models.Index(
                fields=("organisation", "member", "live", "barred", "open", "due", "id"),
                name="worklist_of_one",
            ),
            # Of all, those that end by themselves.
            models.Index(
                fields=("until",),
                condition=models.Q(live=True, until__isnull=False),
                name="parts_that_end",
            ),
        )


class Bar(models.Model):
    """A member who must never see a case; a barred organisation is marked on its involvement."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="bars")
    member = models.ForeignKey(Member, models.PROTECT, related_name="bars")

    class Meta:
        """A bar is there or it is not."""

        constraints = (models.UniqueConstraint(fields=("case", "member"), name="one_bar"),)


class ReferralRow(models.Model):
    """A referral as the inbox of its receiver and the outbox of its sender list it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="referrals")
    sender = models.ForeignKey(Organisation, models.PROTECT, related_name="outbox")
    receiver = models.ForeignKey(Organisation, models.PROTECT, related_name="inbox")
    service = models.CharField(max_length=40)
    status = models.CharField(max_length=10, choices=choices(ReferralStatus))
    open = models.BooleanField(default=True)
    made_at = models.DateTimeField()
    answer_by = models.DateField(default=NEVER)

    class Meta:
        """Inboxes and outboxes are read in order of the day by which an answer is due."""

        indexes = (
            models.Index(fields=("receiver", "open", "answer_by", "id"), name="inbox_order"),
            models.Index(fields=("sender", "open", "answer_by", "id"), name="outbox_order"),
            # Of all, those on which nobody answers.
            models.Index(
                fields=("answer_by",), condition=models.Q(open=True), name="answers_awaited"
            ),
        )


class TaskRow(models.Model):
    """Something that one organisation must still do, that came from casework and not from law."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="tasks")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="tasks")
    kind = models.CharField(max_length=40)
    due = models.DateField(default=NEVER)

    class Meta:
        """Tasks are read by kind, in order of their day."""

        indexes = (
            models.Index(fields=("organisation", "kind", "due", "id"), name="tasks_of_a_kind"),
            # Of all, those that are long late.
            models.Index(fields=("due",), name="tasks_by_day"),
        )


class SearchToken(models.Model):
    """A blind token under which a case can be found: a keyed hash of how a name sounds."""

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(Case, models.CASCADE, related_name="tokens")
    token = models.BinaryField(max_length=16, db_index=True)
