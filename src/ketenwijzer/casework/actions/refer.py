"""Refer her to a partner: exactly these sections, on this ground, with a day for the answer."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from ...corpus.agreement import Level, Service
from ...engine.vocabulary import Text
from ..access import OpenCase
from ..errors import Denied, Refused
from ..events import BASICS
from ..introduction import introduction
from ..models import Organisation
from ..position import agreement
from ..reasons import said
from ..state import CaseState, Referral
from ..statuses import CaseStatus
from ..writing import Writing
from .consent import ConsentAnswer, ask_consent
from .describe import LONGEST, TOO_LONG
from .keeping import sent_by
from .meanwhile import refuse_overtaken
from .note import refuse_barred

CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class MakeReferral:
    """To whom, for what, with which sections, on which ground.

    `ground` is `consent` or a ground of the agreement, `explained` why that one applies. `consent`
    is her answer where she was asked in this very dialog. `hands_over`: the receiver becomes the
    owner on acceptance. `again` is the referral that this one comes instead of.
    """

    receiver: UUID
    service: str
    sections: tuple[str, ...]
    ground: str
    question: str = ""
    explained: str = ""
    consent: ConsentAnswer | None = None
    hands_over: bool = False
    again: UUID | None = None


def make_referral(case: Writing, command: MakeReferral, seen: int | None = None) -> UUID:
    """Send a referral and return its id; nothing of a section goes without its ground.

    Raises `Stale` if somebody else did what bears on it after entry number `seen`.
    """
    case.require(case.may_record(BASICS))
    service = service_of(command.service)
    if seen is not None:
        refuse_overtaken(case, command.receiver, service.name, command.sections, seen)
    receiver = _receiver(case, command, service)
    _require_right(case, command, receiver)
    if command.consent is not None:
        ask_consent(case, command.receiver, service.purpose, command.sections, command.consent)
    _require_ground(case, command, receiver)
    referral = uuid4()
    case.add("referral_made", None, **referral_said(case, command, receiver, referral))
    if command.again is not None:
        _no_longer_to_do(case, command.again)
    return referral


def referral_said(
    case: OpenCase, command: MakeReferral, receiver: Organisation, referral: UUID
) -> dict[str, object]:
    """Return what the entry of a referral says; the preview folds the same words."""
    service = service_of(command.service)
    days = service.answer_days
    answer_by = case.today + timedelta(days=days) if days else None
    return {
        "id": referral.hex,
        "receiver": receiver.id.hex,
        "receiver_role": receiver.role,
        "service": service.name,
        "purpose": service.purpose,
        "sections": sorted({BASICS, *command.sections}, key=list(agreement().sections).index),
        "question": command.question.strip(),
        "ground": command.ground,
        "explained": command.explained.strip(),
        "answer_by": answer_by.isoformat() if answer_by else "",
        "hands_over": command.hands_over,
        "again": command.again.hex if command.again else "",
        "introduction": introduction(case).said(),
        **_on_ground(case, command),
    }


def _on_ground(case: OpenCase, command: MakeReferral) -> dict[str, object]:
    """Return the sections that she refused: what two people named over that closes with it."""
    if command.ground == CONSENT:
        return {}
    over = set(command.sections) & refused_by_her(case.state, command) - {BASICS}
    return {"on_ground": sorted(over)} if over else {}


def withdraw_referral(case: Writing, referral: UUID, reason: str) -> None:
    """Take a referral back that was not answered yet."""
    found = sent_by(case, referral)
    if not found.is_open:
        raise Refused("answered_already", ANSWERED)
    if not reason.strip():
        raise Refused("no_reason", NO_REASON, "reason")
    case.add("referral_withdrawn", None, id=referral.hex, reason=reason.strip())


def possible_sections(case: OpenCase, receiver_role: str) -> dict[str, Level]:
    """Return what may be sent to a kind of organisation, of what the sender sees itself."""
    found: dict[str, Level] = {}
    for name in agreement().sections:
        level = agreement().cell(receiver_role, name).level
        if level in (Level.YES, Level.CONSENT) and case.may(name).allowed:
            found[name] = level
    return found


def without_ground(case: OpenCase, command: MakeReferral, receiver_role: str) -> set[str]:
    """Return the sections of a referral that her consent or a confirmed ground must still open."""
    named = _named(case, command)
    sections = set(command.sections) | {BASICS}
    if command.ground == CONSENT:
        needed = sections - {BASICS} or {BASICS}
    else:
        possible = possible_sections(case, receiver_role)
        needed = {name for name in sections if possible.get(name) is Level.CONSENT}
        needed |= sections & refused_by_her(case.state, command)
    return needed - _consented(case, command) - named


def _named(case: OpenCase, command: MakeReferral) -> set[str]:
    """Return the sections that a ground opens today to the receiver, for what she is referred."""
    purpose = service_of(command.service).purpose
    return {
        section
        for ground in case.state.grounds.values()
        for section in ground.sections
        if ground.purpose == purpose and ground.opens(command.receiver, section, case.today)
    }


def refused_by_her(state: CaseState, command: MakeReferral) -> set[str]:
    """Return the sections of which her last answer about this receiver was no."""
    last: dict[str, bool] = {}
    for consent in sorted(state.consents.values(), key=lambda c: c.number):
        if consent.receiver == command.receiver:
            stands = consent.given and consent.withdrawn_at is None
            last |= dict.fromkeys(consent.sections, stands)
    if command.consent is not None:
        last |= dict.fromkeys(command.sections, command.consent.given)
    return {section for section, stands in last.items() if not stands}


def service_of(name: str) -> Service:
    """Return a service of the agreement; raises `Refused`."""
    service = agreement().services.get(name)
    if service is None:
        raise Refused("no_service", NO_SERVICE, "service")
    return service


def _receiver(case: Writing, command: MakeReferral, service: Service) -> Organisation:
    refuse_barred(case, command.receiver)
    receiver = Organisation.objects.get(id=command.receiver)
    if receiver.role not in service.receivers:
        raise Refused("wrong_receiver", WRONG_RECEIVER, "receiver")
    if receiver.id == case.member.organisation_id:
        raise Refused("own_organisation", OWN_ORGANISATION, "receiver")
    refuse_twice(case, receiver.id, service.name)
    return receiver


def refuse_twice(case: OpenCase, receiver: UUID, service: str) -> None:
    """Raise `Refused` where such a referral awaits an answer, of which the sender may know."""
    already = _known_to(case, receiver)
    if any(referral.is_open and referral.service == service for referral in already):
        raise Refused("already_sent", ALREADY_SENT, "receiver")


def _known_to(case: OpenCase, receiver: UUID) -> list[Referral]:
    """Return the referrals to a receiver that the sender may know of: its own, the owner all."""
    return [
        referral
        for referral in case.state.referrals.values()
        if referral.receiver == receiver
        and (case.is_owner or referral.sender == case.member.organisation_id)
    ]


def _require_right(case: Writing, command: MakeReferral, receiver: Organisation) -> None:
    if case.state.status is not CaseStatus.OPEN:
        raise Refused("not_open", NOT_OPEN)
    if len(command.question) > LONGEST:
        raise Refused("too_long", TOO_LONG, "question")
    if command.hands_over and not case.is_owner:
        raise Denied("only_owner", said("only_owner"))
    if command.hands_over and receiver.on_paper:
        raise Refused("owner_on_paper", OWNER_ON_PAPER, "hands_over")
    if command.again is not None and command.again not in case.state.referrals:
        raise Refused("no_referral", NO_SERVICE, "again")


def _require_ground(case: Writing, command: MakeReferral, receiver: Organisation) -> None:
    """Refuse a section that the receiver may not have, or may not have on this ground."""
    if command.ground != CONSENT and command.ground not in agreement().grounds:
        raise Refused("no_ground", NO_GROUND, "ground")
    if command.ground != CONSENT and not command.explained.strip():
        raise Refused("no_explanation", EXPLAIN, "explained")
    if not set(command.sections) <= set(possible_sections(case, receiver.role)):
        raise Refused("not_agreed", NOT_AGREED, "sections")
    if without_ground(case, command, receiver.role):
        raise Refused("no_consent", NO_CONSENT, "ground")


def _consented(case: OpenCase, command: MakeReferral) -> set[str]:
    purpose = service_of(command.service).purpose
    found = {
        section
        for consent in case.state.consents.values()
        for section in consent.sections
        if consent.purpose == purpose and consent.opens(command.receiver, section, case.today)
    }
    if command.consent is not None and command.consent.given:
        found |= {BASICS, *command.sections}
    return found


def _no_longer_to_do(case: Writing, referral: UUID) -> None:
    """Record that the task to refer again was done, now that somebody did."""
    for task in case.state.tasks.values():
        about = case.state.record(task.about)
        if task.kind != "refer_again" or task.outcome or about is None:
            continue
        if about.text("id") == referral.hex:
            case.add("task_done", None, id=task.id.hex, outcome="referred_again")


ANSWERED = Text("Deze doorverwijzing is al beantwoord.", "This referral was answered already.")
NO_REASON = Text("Geef een reden.", "Give a reason.")
NO_SERVICE = Text("Kies waarvoor u doorverwijst.", "Choose what you refer for.")
NOT_OPEN = Text(
    "Dit dossier is niet open. Heropen het eerst.", "This case is not open. Reopen it first."
)
WRONG_RECEIVER = Text(
    "Deze organisatie biedt dit niet aan. Kies een andere.",
    "This organisation does not offer this. Choose another.",
)
OWN_ORGANISATION = Text(
    "Dit is uw eigen organisatie. Wijs het dossier toe aan een collega.",
    "This is your own organisation. Assign the case to a colleague.",
)
OWNER_ON_PAPER = Text(
    "Deze organisatie werkt op papier en kan geen eigenaar zijn.",
    "This organisation works on paper and cannot be the owner.",
)
ALREADY_SENT = Text(
    "Bij deze organisatie ligt al zo’n doorverwijzing. Wacht op antwoord of trek die in.",
    "Such a referral already waits with this organisation. Await the answer or withdraw it.",
)
NO_GROUND = Text("Kies op welke grond u deelt.", "Choose on which ground you share.")
EXPLAIN = Text("Leg uit waarom deze grond hier geldt.", "Explain why this ground applies here.")
NOT_AGREED = Text(
    "De afspraken laten niet toe dat deze organisatie al deze onderdelen krijgt.",
    "The agreement does not allow this organisation to have all of these sections.",
)
NO_CONSENT = Text(
    "Voor een van deze onderdelen is haar toestemming nodig, en die is er niet. Vraag het haar, "
    "laat het onderdeel weg, of noem een andere grond die een tweede persoon bevestigt. Hulp hangt "
    "er niet van af.",
    "One of these sections needs her consent, and there is none. Ask her, leave the section out, "
    "or name another ground that a second person confirms. Help does not depend on it.",
)
