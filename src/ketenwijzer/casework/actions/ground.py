"""Other grounds than her consent: named, explained, confirmed by a second person; she is told."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

from ...corpus.agreement import Level
from ...engine.vocabulary import Text
from ..errors import Refused
from ..events import BASICS
from ..models import Organisation
from ..position import agreement
from ..state import Ground
from ..writing import Writing
from .consent import EXPLAIN, NO_GROUND, NO_SECTIONS, PAST, refuse_own
from .describe import LONGEST, TOO_LONG
from .keeping import finish_tasks, give_task
from .note import refuse_barred

CONFIRM_WITHIN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class NameGround:
    """Another ground than consent, for one receiver; whether she was told, and if not why not.

    `until` is the last day on which it opens anything; None is for as long as the receiver takes
    part.
    """

    receiver: UUID
    purpose: str
    sections: tuple[str, ...]
    ground: str
    explained: str
    she_was_told: bool
    why_not_told: str = ""
    until: date | None = None


def name_ground(case: Writing, command: NameGround) -> UUID:
    """Put another ground forward; it opens nothing until a second person confirms it."""
    case.require(case.may_record(BASICS))
    refuse_barred(case, command.receiver)
    refuse_own(case, command.receiver)
    _check(command, case.today)
    ground = uuid4()
    number = case.add(
        "ground_proposed",
        None,
        id=ground.hex,
        receiver=command.receiver.hex,
        purpose=command.purpose,
        sections=list(command.sections),
        ground=command.ground,
        explained=command.explained.strip(),
        she_was_told=command.she_was_told,
        why_not_told=command.why_not_told.strip(),
        until=command.until.isoformat() if command.until else "",
    )
    own = case.member.organisation_id
    if own is not None:
        give_task(case, own, "confirm_ground", case.today + CONFIRM_WITHIN, number)
    return ground


def confirm_ground(case: Writing, ground: UUID) -> None:
    """Confirm, as a second person of the same organisation, another ground than consent."""
    found = _second_person(case, ground)
    if found.is_over(case.today):
        raise Refused("past", PAST_ALREADY, "verdict")
    case.add("ground_confirmed", None, id=ground.hex)
    finish_tasks(case, "confirm_ground", found.number, "confirmed")


def refuse_ground(case: Writing, ground: UUID, reason: str) -> None:
    """Refuse, as a second person, what a colleague named; nothing opens."""
    found = _second_person(case, ground)
    if not reason.strip():
        raise Refused("no_reason", NO_REASON, "reason")
    case.add("ground_refused", None, id=ground.hex, reason=reason.strip()[:LONGEST])
    finish_tasks(case, "confirm_ground", found.number, "refused")


def _second_person(case: Writing, ground: UUID) -> Ground:
    case.require(case.may_record(BASICS))
    found = case.state.grounds.get(ground)
    if found is None or found.author.organisation != case.member.organisation_id:
        raise Refused("other_organisation", SECOND_OF_SAME)
    if found.confirmed or found.refused:
        raise Refused("answered_already", ANSWERED)
    if found.author.member == case.member.id:
        raise Refused("same_person", SECOND_IS_ANOTHER)
    return found


def _check(command: NameGround, today: date) -> None:
    known = agreement()
    if command.until is not None and command.until < today:
        raise Refused("past", PAST, "until")
    if command.ground not in known.grounds:
        raise Refused("no_ground", NO_GROUND, "ground")
    if not command.explained.strip():
        raise Refused("no_explanation", EXPLAIN, "explained")
    if not command.she_was_told and not command.why_not_told.strip():
        raise Refused("why_not_told", WHY_NOT_TOLD, "why_not_told")
    for name in ("explained", "why_not_told"):
        if len(getattr(command, name)) > LONGEST:
            raise Refused("too_long", TOO_LONG, name)
    if command.purpose not in known.purposes:
        raise Refused("no_purpose", NO_PURPOSE, "purpose")
    role = Organisation.objects.values_list("role", flat=True).get(id=command.receiver)
    open_to = {s for s in known.sections if known.cell(role, s).level in (Level.YES, Level.CONSENT)}
    if not command.sections or not set(command.sections) <= open_to:
        raise Refused("no_sections", ITEM_BY_ITEM if command.sections else NO_SECTIONS, "sections")


NO_REASON = Text("Geef een reden.", "Give a reason.")
NO_PURPOSE = Text("Kies waarvoor.", "Choose what for.")
ITEM_BY_ITEM = Text(
    "Deze organisatie krijgt dit onderdeel hooguit stuk voor stuk: geef het per vastlegging vrij.",
    "This organisation gets this section item by item at most: release it per entry.",
)
WHY_NOT_TOLD = Text(
    "Leg vast waarom het onveilig is om het haar te vertellen.",
    "Record why telling her would be unsafe.",
)
PAST_ALREADY = Text(
    "De laatste dag van deze grond is voorbij. Bevestig hem niet; noem hem zo nodig opnieuw.",
    "The last day of this ground has passed. Do not confirm it; name it again if need be.",
)
ANSWERED = Text("Hierop is al geantwoord.", "This was answered already.")
SECOND_OF_SAME = Text(
    "De tweede persoon moet van dezelfde organisatie zijn.",
    "The second person must be of the same organisation.",
)
SECOND_IS_ANOTHER = Text(
    "U legde dit zelf voor. Vraag een collega.", "You put this forward yourself. Ask a colleague."
)
