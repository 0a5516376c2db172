"""Say who answers for an organisation, at which number, and who stands in for whom."""

from datetime import date, datetime, timedelta
from uuid import UUID

from ...engine.vocabulary import Text
from ..errors import NotFound, Refused
from ..models import Deputy, Member, OnCall
from ..statuses import MemberRole
from .people import administered, colleague, note

LONGEST_SHIFT = timedelta(days=14)
LONGEST_STAND_IN = timedelta(days=366)

NO_COLLEAGUE = Text("Kies een collega.", "Choose a colleague.")
WRONG_PERIOD = Text(
    "Het einde moet na het begin liggen, en de periode mag niet te lang zijn.",
    "The end must come after the start, and the period must not be too long.",
)


def change_phone(by: Member, phone: str) -> None:
    """Change the number at which one's own organisation is called."""
    organisation = administered(by)
    organisation.phone = phone
    organisation.save(update_fields=["phone"])


def put_on_call(
    by: Member, member: UUID, period: tuple[datetime, datetime], phone: str, now: datetime
) -> None:
    """Put a colleague on the roster of one's own organisation."""
    starts, ends = period
    found = colleague(by, member)
    if not found.is_active:
        raise Refused("no_colleague", NO_COLLEAGUE, "member")
    if not starts < ends <= starts + LONGEST_SHIFT or ends <= now:
        raise Refused("period", WRONG_PERIOD, "ends")
    OnCall.objects.create(
        organisation=administered(by), member=found, starts=starts, ends=ends, phone=phone
    )
    note(by, found, "on_call", now)


def take_off_call(by: Member, shift: int, now: datetime) -> None:
    """Take a shift off the roster of one's own organisation."""
    found = OnCall.objects.filter(id=shift, organisation=administered(by)).first()
    if found is None:
        raise NotFound
    note(by, found.member, "off_call", now)
    found.delete()


def stand_in(
    by: Member, member: UUID, deputy: UUID, period: tuple[date, date], now: datetime
) -> None:
    """Let a colleague stand in, for oneself or as an administrator for a colleague."""
    absent = by if member == by.id else colleague(by, member)
    other = Member.objects.filter(id=deputy, organisation=by.organisation_id, is_active=True)
    found = other.exclude(id=absent.id).first()
    if found is None or by.organisation_id is None or not found.sees_cases:
        raise Refused("no_colleague", NO_COLLEAGUE, "deputy")
    starts, ends = period
    if not starts <= ends <= starts + LONGEST_STAND_IN:
        raise Refused("period", WRONG_PERIOD, "ends")
    Deputy.objects.create(member=absent, deputy=found, starts=starts, ends=ends)
    note(by, found, "stands_in", now)


def stop_standing_in(by: Member, stand_in: int, now: datetime) -> None:
    """End that somebody stands in: for oneself, or as an administrator for a colleague."""
    found = Deputy.objects.filter(id=stand_in).select_related("member", "deputy").first()
    if found is None or (found.member_id != by.id and not _administers(by, found.member)):
        raise NotFound
    note(by, found.deputy, "stands_in_no_more", now)
    found.delete()


def _administers(by: Member, member: Member) -> bool:
    return (
        by.role == MemberRole.ADMINISTRATOR
        and by.is_active
        and by.organisation_id is not None
        and by.organisation_id == member.organisation_id
    )
