"""Refer her to a partner: exactly these sections, on this ground, with a day for the answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from ...corpus.agreement import Level, Service
from ...engine.vocabulary import Text
from ..access import OpenCase
from ..errors import Denied, Refused
from ..models import Organisation
from ..position import agreement
from ..reasons import said
from ..state import CaseState, Record
from ..writing import Writing
from .consent import ConsentAnswer, ask_consent
from .describe import LONGEST, TOO_LONG
from .note import refuse_barred

CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class MakeReferral:
    """To whom, for what, with which sections, on which ground.

    `ground` is `consent` or a ground of the agreement. `consent` is her answer where she was asked
    in this very dialog. `hands_over`: the receiver becomes the owner on acceptance.
    """

    receiver: UUID
    service: str
    sections: tuple[str, ...]
    ground: str
    question: str = ""
    explained: str = ""
    consent: ConsentAnswer | None = None
    hands_over: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing of the preview: its section, the entry, and whether it goes at once."""

    section: str
    record: Record
    at_once: bool


def make_referral(case: Writing, command: MakeReferral) -> UUID:
    """Send a referral and return its id; nothing of a section goes without its ground."""
    service = _service(command.service)
    receiver = _receiver(case, command, service)
    if len(command.question) > LONGEST:
        raise Refused("too_long", TOO_LONG, "question")
    if command.hands_over and not case.is_owner:
        raise Denied("only_owner", said("only_owner"))
    if command.consent is not None:
        ask_consent(case, command.receiver, service.purpose, command.sections, command.consent)
    _require_ground(case, command, receiver)
    referral = uuid4()
    days = service.answer_days
    answer_by = case.today + timedelta(days=days) if days else None
    case.add(
        "referral_made",
        None,
        id=referral.hex,
        receiver=command.receiver.hex,
        receiver_role=receiver.role,
        service=service.name,
        purpose=service.purpose,
        sections=list(command.sections),
        question=command.question.strip(),
        ground=command.ground,
        explained=command.explained.strip(),
        answer_by=answer_by.isoformat() if answer_by else "",
        hands_over=command.hands_over,
    )
    return referral


def withdraw_referral(case: Writing, referral: UUID, reason: str) -> None:
    """Take a referral back that was not answered yet."""
    found = case.state.referrals.get(referral)
    if found is None or found.sender != case.member.organisation_id:
        raise Denied("only_sender", said("only_sender"))
    if not found.is_open:
        raise Refused("answered_already", ANSWERED)
    case.add("referral_withdrawn", None, id=referral.hex, reason=reason)


def possible_sections(case: OpenCase, receiver_role: str) -> dict[str, Level]:
    """Return what may be sent to a kind of organisation, of what the sender sees itself."""
    found: dict[str, Level] = {}
    for name in agreement().sections:
        level = agreement().cell(receiver_role, name).level
        if level in (Level.YES, Level.CONSENT) and case.may(name).allowed:
            found[name] = level
    return found


def preview(case: OpenCase, sections: tuple[str, ...]) -> Iterator[Shown]:
    """Yield exactly what the receiver would read: at once the basics, the rest on acceptance."""
    for record in case.records():
        section = case.section_of(record)
        if section in sections and not _is_aside(record, case.state):
            yield Shown(section, record, at_once=False)


def _is_aside(record: Record, state: CaseState) -> bool:
    """Tell whether an entry was replaced by a later one of its kind."""
    latest = state.latest.get(record.kind)
    return latest is not None and latest.number != record.number


def _service(name: str) -> Service:
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
    already = case.state.referrals.values()
    if any(r.is_open and r.receiver == receiver.id and r.service == service.name for r in already):
        raise Refused("already_sent", ALREADY_SENT, "receiver")
    return receiver


def _require_ground(case: Writing, command: MakeReferral, receiver: Organisation) -> None:
    """Refuse a section that the receiver may not have, or may not have on this ground."""
    if command.ground != CONSENT and command.ground not in agreement().grounds:
        raise Refused("no_ground", NO_GROUND, "ground")
    possible = possible_sections(case, receiver.role)
    if not set(command.sections) <= set(possible):
        raise Refused("not_agreed", NOT_AGREED, "sections")
    consented = _consented(case, command, receiver)
    grounds = [g for g in case.state.grounds.values() if g.receiver == receiver.id]
    named = {section for g in grounds if g.confirmed for section in g.sections}
    if command.ground == CONSENT:
        needed = set(command.sections)
    else:
        needed = {name for name in command.sections if possible[name] is Level.CONSENT}
        if _refused_by_her(case, command, receiver):
            needed = set(command.sections)
    if needed - consented - named:
        raise Refused("no_consent", NO_CONSENT, "ground")


def _consented(case: Writing, command: MakeReferral, receiver: Organisation) -> set[str]:
    consents = case.state.consents.values()
    found = {s for c in consents for s in c.sections if c.opens(receiver.id, s, case.today)}
    if command.consent is not None and command.consent.given:
        found |= set(command.sections)
    return found


def _refused_by_her(case: Writing, command: MakeReferral, receiver: Organisation) -> bool:
    """Tell whether her last answer about this receiver was no."""
    if command.consent is not None:
        return not command.consent.given
    answers = [c for c in case.state.consents.values() if c.receiver == receiver.id]
    last = max(answers, key=lambda c: c.number, default=None)
    return last is not None and (not last.given or last.withdrawn_at is not None)


ANSWERED = Text("Deze doorverwijzing is al beantwoord.", "This referral was answered already.")
NO_SERVICE = Text("Kies waarvoor u doorverwijst.", "Choose what you refer for.")
WRONG_RECEIVER = Text(
    "Deze organisatie biedt dit niet aan. Kies een andere.",
    "This organisation does not offer this. Choose another.",
)
OWN_ORGANISATION = Text(
    "Dit is uw eigen organisatie. Wijs het dossier toe aan een collega.",
    "This is your own organisation. Assign the case to a colleague.",
)
ALREADY_SENT = Text(
    "Bij deze organisatie ligt al zo’n doorverwijzing. Wacht op antwoord of trek die in.",
    "Such a referral already waits with this organisation. Await the answer or withdraw it.",
)
NO_GROUND = Text("Kies op welke grond u deelt.", "Choose on which ground you share.")
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
