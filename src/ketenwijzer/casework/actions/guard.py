"""Guard a case: bars, flags, the glass that is broken in an emergency, and its review."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.conf import settings

from ...engine.vocabulary import Text
from ..decision import NEVER_BY_GLASS
from ..errors import Denied, Refused
from ..events import BASICS, NOTES
from ..keystore import keys
from ..models import Member, Organisation
from ..position import agreement
from ..reasons import said
from ..sealing import blind
from ..writing import Writing, writing_in_emergency
from .describe import LONGEST, TOO_LONG
from .keeping import finish_tasks, give_task, task_to_refer_again

FLAGS = ("danger", "keep_apart", "interpreter", "minor_or_unsure", "missing", "legal_hold", "other")
LONGEST_FLAG = 500
# Basics come with any part in a case; notes are released one by one (safety rule 16).
NO_GLASS = (BASICS, NOTES)
GLASS_ROLES = ("coordinator", "supervisor")
VERDICTS = ("justified", "not_justified")


def set_bar(case: Writing, *, organisation: UUID | None, member: UUID | None, reason: str) -> None:
    """Bar a person or an organisation; neither is told, and a broken glass does not pass."""
    _require_owner_overseer(case)
    if (organisation is None) == (member is None):
        raise Refused("whom", WHOM, "whom")
    if not reason.strip():
        raise Refused("no_reason", NO_REASON, "reason")
    if organisation is not None and organisation == case.state.owner:
        raise Refused("owner", BAR_OWNER, "whom")
    if member == case.member.id or not _exists(organisation, member):
        raise Refused("whom", WHOM, "whom")
    _record_bar(case, "bar_set", organisation, member, reason)
    if organisation is not None:
        _stop_referrals(case, organisation)
    _take_out_of_hand(case, member)


def set_bar_by_name(case: Writing, login: str, reason: str) -> None:
    """Bar whoever signs in by a name; one that nobody has is recorded and answered alike.

    Were it refused, whoever oversees a case could try which names of partners exist.
    """
    _require_owner_overseer(case)
    login = login.strip()
    if not login or login == case.member.username:
        raise Refused("whom", WHOM, "whom")
    if not reason.strip():
        raise Refused("no_reason", NO_REASON, "reason")
    found = Member.objects.filter(username=login).values_list("id", flat=True).first()
    _record_bar(case, "bar_set", None, found or _nobody(login), reason, login)
    _take_out_of_hand(case, found)


def _nobody(login: str) -> UUID:
    """Return an id for a name that nobody has: it looks like any other, and is always the same."""
    return UUID(bytes=blind(keys().secret("bar names"), login), version=4)


def _take_out_of_hand(case: Writing, member: UUID | None) -> None:
    """Leave what a barred member had in hand to the colleagues."""
    for part in case.state.parts.values():
        if member is not None and part.assigned == member:
            case.add("member_assigned", None, organisation=part.organisation.hex, member="")


def lift_bar(case: Writing, *, organisation: UUID | None, member: UUID | None, reason: str) -> None:
    """Lift a bar, with a reason."""
    _require_owner_overseer(case)
    if not reason.strip():
        raise Refused("no_reason", NO_REASON, "reason")
    if organisation not in case.state.barred_organisations and (
        member not in case.state.barred_members
    ):
        raise Refused("no_bar", NO_BAR)
    _record_bar(case, "bar_lifted", organisation, member, reason)


def _exists(organisation: UUID | None, member: UUID | None) -> bool:
    if organisation is not None:
        return Organisation.objects.filter(id=organisation).exists()
    return member is not None and Member.objects.filter(id=member).exists()


def _stop_referrals(case: Writing, barred: UUID) -> None:
    """Take back what waits with a barred organisation, as any referral is taken back."""
    for referral in case.state.referrals.values():
        if referral.is_open and referral.receiver == barred:
            number = case.add("referral_withdrawn", None, id=referral.id.hex, reason="")
            task_to_refer_again(case, referral, number)


def _record_bar(
    case: Writing,
    kind: str,
    organisation: UUID | None,
    member: UUID | None,
    reason: str,
    login: str = "",
) -> None:
    typed = {"login": login} if login else {}
    case.add(
        kind,
        None,
        **typed,
        organisation=organisation.hex if organisation else "",
        member=member.hex if member else "",
        reason=reason.strip(),
    )


def raise_flag(case: Writing, flag: str, message: str, due: date | None) -> UUID:
    """Put a sign on a case that stays until it is resolved with a reason."""
    case.require(case.may_record(BASICS))
    if flag not in FLAGS:
        raise Refused("no_flag", NO_FLAG, "flag")
    if len(message) > LONGEST_FLAG:
        raise Refused("too_long", TOO_LONG_FLAG, "message")
    if flag == "other" and not message.strip():
        raise Refused("no_message", NO_MESSAGE, "message")
    name = uuid4()
    case.add(
        "flag_raised",
        None,
        id=name.hex,
        flag=flag,
        message=message.strip(),
        due=due.isoformat() if due else "",
    )
    return name


def resolve_flag(case: Writing, flag: UUID, reason: str) -> None:
    """Take a sign away, with a reason; what was signalled stays in the chronology."""
    case.require(case.may_record(BASICS))
    found = case.state.flags.get(flag)
    if found is None or found.resolved:
        raise Refused("no_flag", NO_FLAG)
    if not reason.strip():
        raise Refused("no_reason", NO_REASON, "reason")
    case.add("flag_resolved", None, id=flag.hex, reason=reason.strip())


def glass_sections() -> tuple[str, ...]:
    """Return the sections that can be opened in an emergency: never contact, never addresses."""
    return tuple(s for s in agreement().sections if s not in NEVER_BY_GLASS and s not in NO_GLASS)


def break_glass(
    member: Member, number: str, section: str, reason: str, now: datetime, token: UUID | None = None
) -> datetime:
    """Open one section in an emergency, for some hours; the owner gets a task to review it.

    Returns until when. Never addresses or contact, never past a bar, only by named roles.
    """
    if member.role not in GLASS_ROLES or not member.is_active:
        raise Denied("only_coordinator", said("only_coordinator"))
    if section not in glass_sections():
        raise Refused("no_section", NO_GLASS_HERE, "section")
    if not reason.strip():
        raise Refused("no_reason", NO_REASON, "reason")
    if len(reason) > LONGEST:
        raise Refused("too_long", TOO_LONG, "reason")
    until = now + timedelta(hours=settings.GLASS_HOURS)
    with writing_in_emergency(member, number, now, token) as case:
        part = case.decider.part
        if part is not None and part.only is not None and part.only != member.id:
            raise Refused("glass_of_colleague", GLASS_OF_COLLEAGUE)
        broken = case.add(
            "glass_broken", None, section=section, reason=reason.strip(), until=until.isoformat()
        )
        if case.state.owner is not None:
            tomorrow = case.today + timedelta(days=1)
            give_task(case, case.state.owner, "review_glass", tomorrow, broken)
    return until


def review_glass(case: Writing, number: int, verdict: str, remark: str) -> None:
    """Judge, as the owner, whether a glass was rightly broken; never by whoever broke it."""
    _require_owner_overseer(case)
    glass = next((g for g in case.state.glasses if g.number == number), None)
    if glass is None or glass.reviewed:
        raise Refused("no_glass", NO_REVIEW)
    if glass.member == case.member.id:
        raise Refused("same_person", ANOTHER)
    if verdict not in VERDICTS:
        raise Refused("no_verdict", NO_VERDICT, "verdict")
    case.add("glass_reviewed", None, number=number, verdict=verdict, remark=remark.strip())
    finish_tasks(case, "review_glass", number, verdict)


def _require_owner_overseer(case: Writing) -> None:
    if not case.is_owner:
        raise Denied("only_owner", said("only_owner"))
    if not case.member.oversees:
        raise Denied("only_coordinator", said("only_coordinator"))


WHOM = Text("Kies één persoon of één organisatie.", "Choose one person or one organisation.")
NO_REASON = Text("Geef een reden.", "Give a reason.")
BAR_OWNER = Text(
    "Dit is de eigenaar van het dossier. Draag het eerst over.",
    "This is the owner of the case. Hand it over first.",
)
NO_FLAG = Text("Kies een aandachtspunt.", "Choose a flag.")
NO_BAR = Text("Deze uitsluiting is er niet (meer).", "This bar is no longer there.")
NO_MESSAGE = Text("Schrijf wat er is.", "Write what the matter is.")
TOO_LONG_FLAG = Text(
    f"Dit is te lang (meer dan {LONGEST_FLAG} tekens). Kort het in; er is niets verloren.",
    f"This is too long (over {LONGEST_FLAG} characters). Shorten it; nothing is lost.",
)
GLASS_OF_COLLEAGUE = Text(
    "Een collega van uw organisatie heeft in dit dossier al noodtoegang. Overleg met die collega.",
    "A colleague of your organisation already has emergency access to this case. Talk to them.",
)
NO_GLASS_HERE = Text(
    "Voor dit onderdeel bestaat geen noodtoegang: adressen en contactgegevens nooit.",
    "This section has no emergency access: addresses and contact details never have.",
)
NO_REVIEW = Text("Hier valt niets te beoordelen.", "There is nothing to review here.")
ANOTHER = Text("U nam deze noodtoegang zelf.", "You broke this glass yourself.")
NO_VERDICT = Text("Kies een oordeel.", "Choose a verdict.")
