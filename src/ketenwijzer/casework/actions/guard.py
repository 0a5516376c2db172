"""Guard a case: bars, flags, the glass that is broken in an emergency, and its review."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.conf import settings

from ...engine.vocabulary import Text
from ..decision import NEVER_BY_GLASS
from ..errors import Denied, Refused
from ..events import BASICS
from ..models import Member
from ..position import agreement
from ..reasons import said
from ..writing import Writing, writing_in_emergency

FLAGS = ("danger", "keep_apart", "interpreter", "minor_or_unsure", "missing", "other")
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
    _record_bar(case, "bar_set", organisation, member, reason)


def lift_bar(case: Writing, *, organisation: UUID | None, member: UUID | None, reason: str) -> None:
    """Lift a bar, with a reason."""
    _require_owner_overseer(case)
    if not reason.strip():
        raise Refused("no_reason", NO_REASON, "reason")
    _record_bar(case, "bar_lifted", organisation, member, reason)


def _record_bar(
    case: Writing, kind: str, organisation: UUID | None, member: UUID | None, reason: str
) -> None:
    case.add(
        kind,
        None,
        organisation=organisation.hex if organisation else "",
        member=member.hex if member else "",
        reason=reason.strip(),
    )


def raise_flag(case: Writing, flag: str, message: str, due: date | None) -> UUID:
    """Put a sign on a case that stays until it is resolved with a reason."""
    case.require(case.decider.opening)
    if flag not in FLAGS:
        raise Refused("no_flag", NO_FLAG, "flag")
    name = uuid4()
    case.add(
        "flag_raised",
        None,
        id=name.hex,
        flag=flag,
        message=message.strip()[:500],
        due=due.isoformat() if due else "",
    )
    return name


def resolve_flag(case: Writing, flag: UUID, reason: str) -> None:
    """Take a sign away, with a reason; what was signalled stays in the chronology."""
    found = case.state.flags.get(flag)
    if found is None or found.resolved:
        raise Refused("no_flag", NO_FLAG)
    if not reason.strip():
        raise Refused("no_reason", NO_REASON, "reason")
    case.add("flag_resolved", None, id=flag.hex, reason=reason.strip())


def break_glass(member: Member, number: str, section: str, reason: str, now: datetime) -> datetime:
    """Open one section in an emergency, for some hours; the owner gets a task to review it.

    Returns until when. Never addresses or contact, never past a bar, only by named roles.
    """
    if member.role not in GLASS_ROLES or not member.is_active:
        raise Denied("only_coordinator", said("only_coordinator"))
    if section in NEVER_BY_GLASS or section == BASICS or section not in agreement().sections:
        raise Refused("no_section", NO_GLASS, "section")
    if not reason.strip():
        raise Refused("no_reason", NO_REASON, "reason")
    until = now + timedelta(hours=settings.GLASS_HOURS)
    with writing_in_emergency(member, number, now) as case:
        broken = case.add(
            "glass_broken", None, section=section, reason=reason.strip(), until=until.isoformat()
        )
        if case.state.owner is not None:
            case.add(
                "task_made",
                None,
                id=uuid4().hex,
                organisation=case.state.owner.hex,
                task="review_glass",
                due=(case.today + timedelta(days=1)).isoformat(),
                about=broken,
            )
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
    for task in case.state.tasks.values():
        if task.kind == "review_glass" and task.about == number and not task.outcome:
            case.add("task_done", None, id=task.id.hex, outcome=verdict)


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
NO_GLASS = Text(
    "Voor dit onderdeel bestaat geen noodtoegang: adressen en contactgegevens nooit.",
    "This section has no emergency access: addresses and contact details never have.",
)
NO_REVIEW = Text("Hier valt niets te beoordelen.", "There is nothing to review here.")
ANOTHER = Text("U nam deze noodtoegang zelf.", "You broke this glass yourself.")
NO_VERDICT = Text("Kies een oordeel.", "Choose a verdict.")
