"""Answer a referral: seen, accepted, declined with a reason and an alternative, done."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID, uuid4

from ...engine.vocabulary import Text
from ..errors import Denied, Refused
from ..models import Member, Organisation
from ..reasons import said
from ..state import Referral
from ..statuses import ReferralStatus
from ..writing import Writing, writing_as_receiver

ANSWERS = {
    "accepted": ReferralStatus.ACCEPTED,
    "declined": ReferralStatus.DECLINED,
}


def see_referral(case: Writing, referral: UUID) -> None:
    """Record that the receiver has opened a referral, once."""
    found = _received(case, referral)
    if found.status is ReferralStatus.SENT:
        case.add("referral_seen", None, id=referral.hex)


def accept_referral(case: Writing, referral: UUID) -> None:
    """Accept, as the receiver: from now on its organisation takes part in the case."""
    found = _received(case, referral)
    _refuse_answered(found)
    case.add("referral_accepted", None, id=referral.hex)


def decline_referral(case: Writing, referral: UUID, reason: str, alternative: str) -> None:
    """Decline, as the receiver, with a reason; the sender gets a task, so nothing is in limbo."""
    found = _received(case, referral)
    _refuse_answered(found)
    _decline(case, found, reason, alternative)


def finish_referral(case: Writing, referral: UUID, outcome: str) -> None:
    """Tell, as the receiver, that what was asked is done; its part in the case ends."""
    found = case.state.referrals.get(referral)
    if found is None or found.receiver != case.member.organisation_id:
        raise Denied("only_receiver", said("only_receiver"))
    if found.status is not ReferralStatus.ACCEPTED:
        raise Refused("not_accepted", NOT_ACCEPTED)
    if case.state.owner == found.receiver:
        raise Refused("owner_stays", OWNER_STAYS)
    case.add("referral_done", None, id=referral.hex, reason=outcome)


def answer_for_paper(
    case: Writing, referral: UUID, answer: str, reason: str, alternative: str = ""
) -> None:
    """Record, as the sender, what a partner without an account answered by paper or phone."""
    found = case.state.referrals.get(referral)
    if found is None or found.sender != case.member.organisation_id:
        raise Denied("only_sender", said("only_sender"))
    if not Organisation.objects.filter(id=found.receiver, on_paper=True).exists():
        raise Denied("only_receiver", said("only_receiver"))
    _refuse_answered(found)
    if answer not in ANSWERS:
        raise Refused("no_answer", NO_ANSWER, "answer")
    if answer == "declined":
        _decline(case, found, reason, alternative)
    else:
        case.add("referral_accepted", None, id=referral.hex, reason=reason)


@contextmanager
def received(
    member: Member, referral: UUID, now: datetime, activity: str, token: UUID | None = None
) -> Iterator[Writing]:
    """Open the case of a referral that was sent to the member's organisation, to answer it."""
    with writing_as_receiver(member, referral, now, activity, token) as case:
        yield case


def _received(case: Writing, referral: UUID) -> Referral:
    found = case.state.referrals.get(referral)
    if found is None or found.receiver != case.member.organisation_id:
        raise Denied("only_receiver", said("only_receiver"))
    return found


def _refuse_answered(referral: Referral) -> None:
    if not referral.is_open:
        raise Refused("answered_already", ANSWERED)


def _decline(case: Writing, referral: Referral, reason: str, alternative: str) -> None:
    if not reason.strip():
        raise Refused("no_reason", NO_REASON, "reason")
    number = case.add(
        "referral_declined",
        None,
        id=referral.id.hex,
        reason=reason.strip(),
        alternative=alternative.strip(),
    )
    case.add(
        "task_made",
        None,
        id=uuid4().hex,
        organisation=referral.sender.hex,
        task="refer_again",
        due=case.today.isoformat(),
        about=number,
    )


NOT_ACCEPTED = Text("Deze doorverwijzing loopt niet.", "This referral is not running.")
OWNER_STAYS = Text(
    "Uw organisatie is eigenaar van dit dossier. Draag het eerst over.",
    "Your organisation owns this case. Hand it over first.",
)
ANSWERED = Text(
    "Deze doorverwijzing is al beantwoord of ingetrokken.",
    "This referral was answered or withdrawn already.",
)
NO_ANSWER = Text("Kies een antwoord.", "Choose an answer.")
NO_REASON = Text(
    "Geef een reden: wie doorverwees moet verder kunnen.",
    "Give a reason: whoever referred must be able to go on.",
)
