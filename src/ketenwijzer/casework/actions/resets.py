"""Forget somebody's second factors: two people, a notice to the person, and a delay (rule 15).

ask_reset ─► approve_reset ─► (RESET_DELAY_HOURS) ─► carry_out_reset
    └──────────────┴── stop_reset: by the person, or by an administrator
"""

from datetime import datetime, timedelta
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import OuterRef, QuerySet

from ...engine.vocabulary import Text
from ..errors import Denied, NotFound, Refused
from ..models import FactorReset, Member
from ..statuses import MemberRole
from .people import colleague, end_sessions, note

APPROVERS = (MemberRole.ADMINISTRATOR, MemberRole.SUPERVISOR)

SECOND_PERSON = Text(
    "Iemand anders dan wie het vroeg, en dan de persoon zelf, moet dit goedkeuren: een andere "
    "beheerder of een leidinggevende van uw organisatie.",
    "Somebody other than who asked, and than the person, must approve this: another administrator "
    "or a supervisor of your organisation.",
)
NOT_ONESELF = Text(
    "Uw eigen tweede factor laat u niet zelf vergeten. Vraag een andere beheerder.",
    "You do not have your own second factor forgotten. Ask another administrator.",
)
TOO_EARLY = Text(
    "Dit kan pas na de wachttijd, zodat de persoon het nog kan tegenhouden.",
    "This can be done only after the waiting period, so that the person can still stop it.",
)
OPEN_ALREADY = Text(
    "Er loopt al een verzoek voor deze persoon.", "There is already a request for this person."
)


def ask_reset(by: Member, member: UUID, now: datetime) -> None:
    """Ask that somebody's second factors be forgotten; another person must approve."""
    found = colleague(by, member)
    if found.id == by.id:
        raise Refused("not_oneself", NOT_ONESELF)
    try:
        with transaction.atomic():
            FactorReset.objects.create(member=found, asked_by=by, asked_at=now)
            note(by, found, "reset_asked", now)
    except IntegrityError as error:
        raise Refused("open_already", OPEN_ALREADY) from error


def approve_reset(by: Member, reset: UUID, now: datetime) -> None:
    """Approve as the second person; the delay starts now."""
    with transaction.atomic():
        found = _open(by, reset)
        if by.role not in APPROVERS or by.id in (found.asked_by_id, found.member_id):
            raise Denied("second_person", SECOND_PERSON)
        if found.approved_by_id is None:
            found.approved_by = by
            found.due = now + timedelta(hours=settings.RESET_DELAY_HOURS)
            found.save(update_fields=["approved_by", "due"])
            note(by, found.member, "reset_approved", now)


def carry_out_reset(by: Member, reset: UUID, now: datetime) -> None:
    """Forget the second factors after the delay, and sign the person out everywhere."""
    with transaction.atomic():
        found = _open(by, reset)
        if by.role not in APPROVERS or by.id == found.member_id:
            raise Denied("second_person", SECOND_PERSON)
        if found.due is None or now < found.due:
            raise Refused("too_early", TOO_EARLY)
        Authenticator.objects.filter(user=found.member).delete()
        end_sessions(found.member)
        found.carried_out = True
        _end(found, by, now, "reset_done")


def stop_reset(by: Member, reset: UUID, now: datetime) -> None:
    """Stop a request: the person whom it is about, or whoever may ask or approve."""
    with transaction.atomic():
        found = _open(by, reset)
        if by.role not in APPROVERS and by.id != found.member_id:
            raise Denied("second_person", SECOND_PERSON)
        _end(found, by, now, "reset_stopped")


def open_resets(by: Member) -> QuerySet[FactorReset]:
    """Return the requests that somebody may approve or stop: of the own organisation."""
    if by.role not in APPROVERS or by.organisation_id is None:
        return FactorReset.objects.none()
    found = FactorReset.objects.filter(
        member__organisation=by.organisation_id, ended_at__isnull=True
    )
    return found.select_related("member", "asked_by", "approved_by").order_by("asked_at")


def reset_of(member: Member) -> FactorReset | None:
    """Return the request that is open about somebody."""
    return resets_asked(member.pk).select_related("asked_by", "approved_by").first()


def resets_asked(member: UUID | OuterRef) -> QuerySet[FactorReset]:
    """Return the requests that are open about somebody, as a part of another query can ask."""
    return FactorReset.objects.filter(member=member, ended_at__isnull=True)


def _open(by: Member, reset: UUID) -> FactorReset:
    """Return an open request of the own organisation, locked; anything else is not there."""
    found = (
        FactorReset.objects.select_for_update(of=("self",))
        .filter(id=reset, ended_at__isnull=True, member__organisation=by.organisation_id)
        .select_related("member")
        .first()
    )
    if found is None or by.organisation_id is None or not by.is_active:
        raise NotFound
    return found


def _end(reset: FactorReset, by: Member, now: datetime, deed: str) -> None:
    reset.ended_by, reset.ended_at = by, now
    reset.save(update_fields=["ended_by", "ended_at", "carried_out"])
    note(by, reset.member, deed, now)
