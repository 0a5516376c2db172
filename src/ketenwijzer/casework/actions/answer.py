"""Answer a referral: seen, accepted, declined with a reason and an alternative, done."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from ...engine.vocabulary import Text
from ..access import OpenCase
from ..errors import Denied, Refused
from ..models import Member, Organisation
from ..position import HERE, agreement
from ..reasons import said
from ..state import Referral
from ..statuses import ReferralStatus
from ..writing import Writing, writing_as_receiver
from .describe import LONGEST, TOO_LONG
from .keeping import sent_by, task_to_refer_again
from .leaving import refuse_if_stopped

PAPER_ANSWERS = ("accepted", "declined", "done")
WAYS = ("phone", "paper", "in_person")


@dataclass(frozen=True, slots=True)
class Decline:
    """Why not, and what else: in words, another partner, another service."""

    reason: str
    alternative: str = ""
    partner: UUID | None = None
    service: str = ""


@dataclass(frozen=True, slots=True)
class Came:
    """How the answer of a partner without an account came, and on which day."""

    way: str
    on: date


def see_referral(case: Writing, referral: UUID) -> None:
    """Record that the receiver has opened a referral, once."""
    found = _received(case, referral)
    if found.status is ReferralStatus.SENT:
        case.add("referral_seen", None, id=referral.hex)


def accept_referral(case: Writing, referral: UUID, *, take: bool = True) -> None:
    """Accept, as the receiver: from now on its organisation takes part in the case.

    `take`: whoever accepts has it in hand; otherwise nobody yet has.
    """
    found = _received(case, referral)
    _refuse_answered(found)
    refuse_if_stopped(found.receiver)
    case.add("referral_accepted", None, id=referral.hex)
    part = case.state.parts.get(found.receiver)
    if not take and (part is None or part.assigned is None):
        case.add("member_assigned", None, organisation=found.receiver.hex, member="")


def decline_referral(
    case: Writing,
    referral: UUID,
    reason: str,
    alternative: str = "",
    partner: UUID | None = None,
    service: str = "",
) -> None:
    """Decline, as the receiver, with a reason; the sender gets a task, so nothing is in limbo."""
    found = _received(case, referral)
    _refuse_answered(found)
    _decline(case, found, Decline(reason, alternative, partner, service))


def finish_referral(case: Writing, referral: UUID, outcome: str) -> None:
    """Tell, as the receiver, that what was asked is done; unless more runs, its part ends."""
    found = case.state.referrals.get(referral)
    if found is None or found.receiver != case.member.organisation_id:
        raise Denied("only_receiver", said("only_receiver"))
    if found.status is not ReferralStatus.ACCEPTED:
        raise Refused("not_accepted", NOT_ACCEPTED)
    if not outcome.strip():
        raise Refused("no_outcome", NO_OUTCOME, "outcome")
    case.add("referral_done", None, id=referral.hex, reason=_short(outcome, "outcome"))


def answer_for_paper(
    case: Writing,
    referral: UUID,
    answer: str,
    reason: str = "",
    alternative: str = "",
    came: Came | None = None,
) -> None:
    """Record, as the sender, what a partner without an account answered by paper or phone."""
    found = sent_by(case, referral)
    came = came or Came("phone", case.today)
    if not Organisation.objects.filter(id=found.receiver, on_paper=True).exists():
        raise Denied("only_receiver", said("only_receiver"))
    if answer not in PAPER_ANSWERS:
        raise Refused("no_answer", NO_ANSWER, "answer")
    if came.way not in WAYS:
        raise Refused("no_way", NO_WAY, "way")
    if not found.made_at.astimezone(HERE).date() <= came.on <= case.today:
        raise Refused("wrong_day", WRONG_DAY, "on")
    if answer == "done":
        _require_accepted(found)
    else:
        _refuse_answered(found)
    if answer == "declined":
        _decline(case, found, Decline(reason, alternative), came)
        return
    said_ = _short(reason, "reason")
    case.add(f"referral_{answer}", came.on, id=referral.hex, reason=said_, way=came.way)


@contextmanager
def received(
    member: Member, referral: UUID, now: datetime, activity: str, token: UUID | None = None
) -> Iterator[Writing]:
    """Open the case of a referral that was sent to the member's organisation, to answer it."""
    with writing_as_receiver(member, referral, now, activity, token) as case:
        yield case


def _received(case: OpenCase, referral: UUID) -> Referral:
    found = case.state.referrals.get(referral)
    if found is None or found.receiver != case.member.organisation_id:
        raise Denied("only_receiver", said("only_receiver"))
    return found


def _refuse_answered(referral: Referral) -> None:
    if not referral.is_open:
        raise Refused("answered_already", ANSWERED)


def _require_accepted(referral: Referral) -> None:
    if referral.status is not ReferralStatus.ACCEPTED:
        raise Refused("not_accepted", NOT_ACCEPTED)


def _decline(case: Writing, referral: Referral, decline: Decline, came: Came | None = None) -> None:
    if not decline.reason.strip():
        raise Refused("no_reason", NO_REASON, "reason")
    if decline.service and decline.service not in agreement().services:
        raise Refused("no_service", NO_SERVICE, "service")
    if decline.partner and not Organisation.objects.filter(id=decline.partner).exists():
        raise Refused("no_partner", NO_PARTNER, "partner")
    number = case.add(
        "referral_declined",
        came.on if came else None,
        id=referral.id.hex,
        reason=_short(decline.reason, "reason"),
        alternative=_short(decline.alternative, "alternative"),
        other_partner=decline.partner.hex if decline.partner else "",
        other_service=decline.service,
        way=came.way if came else "",
    )
    task_to_refer_again(case, referral, number)


def _short(text: str, field: str) -> str:
    if len(text) > LONGEST:
        raise Refused("too_long", TOO_LONG, field)
    return text.strip()


NOT_ACCEPTED = Text("Deze doorverwijzing loopt niet.", "This referral is not running.")
ANSWERED = Text(
    "Deze doorverwijzing is al beantwoord of ingetrokken.",
    "This referral was answered or withdrawn already.",
)
NO_ANSWER = Text("Kies een antwoord.", "Choose an answer.")
NO_WAY = Text("Hoe kwam het antwoord?", "How did the answer come?")
WRONG_DAY = Text(
    "Deze dag ligt vóór de doorverwijzing of in de toekomst.",
    "This day lies before the referral or in the future.",
)
NO_OUTCOME = Text("Wat is er gedaan?", "What was done?")
NO_SERVICE = Text("Kies een hulpaanbod uit de lijst.", "Choose a service from the list.")
NO_PARTNER = Text("Kies een partner uit de lijst.", "Choose a partner from the list.")
NO_REASON = Text(
    "Geef een reden: wie doorverwees moet verder kunnen.",
    "Give a reason: whoever referred must be able to go on.",
)
