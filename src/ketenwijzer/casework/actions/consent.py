"""Her consent: asked alone, no as good as yes, withdrawn when she wants."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

from ...engine.vocabulary import Text
from ..access import OpenCase
from ..errors import Refused
from ..events import BASICS
from ..models import Organisation
from ..position import agreement, is_established, is_statement
from ..state import CaseState, Consent
from ..writing import Writing
from .describe import LONGEST, TOO_LONG
from .keeping import give_task, own_task, task_to_refer_again
from .note import refuse_barred

INTERPRETERS = ("not_needed", "independent", "by_phone", "none")
COPY_ANSWERS = ("deleted", "kept_on_ground")
# Who can answer. Parents are not here: they are no consenters for a child (safety rule 6).
ANSWERERS = ("herself", "guardian")
GUARDIAN = "guardian_appointed"
ANSWER_WITHIN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class ConsentAnswer:
    """What she answered: yes or no, until when, in which language, with which interpreter.

    `by` is who answered: she herself, or for a child the guardian that was appointed.
    """

    given: bool
    language: str
    interpreter: str
    asked_alone: bool
    until: date | None = None
    by: str = "herself"


def ask_consent(
    case: Writing, receiver: UUID, purpose: str, sections: tuple[str, ...], answer: ConsentAnswer
) -> UUID:
    """Record her answer to one question: may this receiver have these sections for this purpose."""
    case.require(case.may_record(BASICS))
    refuse_barred(case, receiver)
    refuse_own(case, receiver)
    _check_asking(case, answer)
    known = agreement()
    if purpose not in known.purposes or not sections or not set(sections) <= set(known.sections):
        raise Refused("no_sections", NO_SECTIONS, "sections")
    consent = uuid4()
    case.add(
        "consent_given" if answer.given else "consent_withheld",
        None,
        id=consent.hex,
        receiver=receiver.hex,
        purpose=purpose,
        sections=list(sections),
        until=answer.until.isoformat() if answer.until else "",
        language=answer.language.strip()[:60],
        interpreter=answer.interpreter,
        by=answer.by,
    )
    return consent


def withdraw_consent(case: Writing, consent: UUID) -> None:
    """Record that she takes her consent back; whoever holds a copy gets a task to answer.

    What rested on it closes at once; a referral that rests on it and was not answered stops.
    """
    case.require(case.may_record(BASICS))
    found = case.state.consents.get(consent)
    if found is None or not found.given or found.withdrawn_at is not None:
        raise Refused("nothing_to_withdraw", NOTHING_TO_WITHDRAW)
    if not reads_consent(case, found):
        raise Refused("nothing_to_withdraw", NOTHING_TO_WITHDRAW)
    number = case.add("consent_withdrawn", None, id=consent.hex)
    if found.receiver in case.state.parts:
        _ask_for_the_copy(case, found, number)
    _stop_referrals(case, found)


def answer_withdrawal(
    case: Writing, task: UUID, answer: str, ground: str = "", explained: str = ""
) -> None:
    """Answer, as the receiver, what became of the copy: deleted, or kept on a named ground."""
    found = own_task(case, task, "answer_withdrawal")
    if answer not in COPY_ANSWERS:
        raise Refused("no_answer", NO_ANSWER, "answer")
    if answer == "kept_on_ground" and ground not in agreement().grounds:
        raise Refused("no_ground", NO_GROUND, "ground")
    if answer == "kept_on_ground" and not explained.strip():
        raise Refused("no_explanation", EXPLAIN, "explained")
    if len(explained) > LONGEST:
        raise Refused("too_long", TOO_LONG, "explained")
    about = case.state.record(found.about)
    consent = about.text("id") if about is not None else ""
    kept = ground if answer == "kept_on_ground" else ""
    case.add(
        "copy_answered", None, id=consent, answer=answer, ground=kept, explained=explained.strip()
    )
    case.add("task_done", None, id=task.hex, outcome=answer)


def reads_consent(case: OpenCase, consent: Consent) -> bool:
    """Tell whether the member may read an answer of hers."""
    record = case.state.record(consent.number)
    return record is not None and case.reads(record)


def has_guardian(state: CaseState) -> bool:
    """Tell whether a guardian was appointed, as far as the case knows."""
    return any(
        is_statement(r) and r.text("type") == GUARDIAN and is_established(r, state)
        for r in state.records
    )


def refuse_own(case: OpenCase, receiver: UUID) -> None:
    """Refuse an organisation that would open a section for itself; only an owner may have to."""
    if receiver == case.member.organisation_id and not case.is_owner:
        raise Refused("own_organisation", NOT_FOR_ITSELF, "receiver")


def _check_asking(case: Writing, answer: ConsentAnswer) -> None:
    if not answer.asked_alone:
        raise Refused("not_alone", NOT_ALONE, "asked_alone")
    if not answer.language.strip():
        raise Refused("no_language", NO_LANGUAGE, "language")
    if answer.interpreter not in INTERPRETERS:
        raise Refused("no_interpreter", NO_INTERPRETER, "interpreter")
    if answer.given and answer.interpreter == "none":
        raise Refused("no_interpreter", NOT_UNDERSTOOD, "interpreter")
    if answer.until is not None and answer.until < case.today:
        raise Refused("past", PAST, "until")
    if answer.by not in ANSWERERS:
        raise Refused("who", WHO, "by")
    if answer.by == "guardian" and not has_guardian(case.state):
        raise Refused("no_guardian", NO_GUARDIAN, "by")


def _ask_for_the_copy(case: Writing, consent: Consent, about: int) -> None:
    """Ask the receiver what became of its copy; where it cannot answer here, the owner asks it."""
    part = case.state.parts[consent.receiver]
    paper = Organisation.objects.filter(id=consent.receiver, on_paper=True).exists()
    barred = consent.receiver in case.state.barred_organisations
    answers = part.is_live(case.now) and not paper and not barred
    whom = consent.receiver if answers else case.state.owner or consent.receiver
    due = case.today + ANSWER_WITHIN
    give_task(case, whom, "answer_withdrawal", due, about, holder=consent.receiver.hex)


def _stop_referrals(case: Writing, consent: Consent) -> None:
    for referral in case.state.referrals.values():
        if (
            referral.is_open
            and referral.receiver == consent.receiver
            and referral.ground == "consent"
            and set(referral.sections) & set(consent.sections)
        ):
            number = case.add(
                "referral_withdrawn", None, id=referral.id.hex, reason="", because="consent"
            )
            task_to_refer_again(case, referral, number)


NOT_ALONE = Text(
    "Vraag het haar alleen, zonder anderen erbij. Kan dat nu niet, vraag het dan later.",
    "Ask her alone, with nobody else there. If that is not possible now, ask later.",
)
NO_LANGUAGE = Text("In welke taal is het gevraagd?", "In which language was she asked?")
NO_INTERPRETER = Text(
    "Was er een onafhankelijke tolk, of was die niet nodig?",
    "Was there an independent interpreter, or was none needed?",
)
NOT_UNDERSTOOD = Text(
    "Zonder tolk telt een ja niet. Vraag het opnieuw met een onafhankelijke tolk. Een nee kunt u "
    "wel vastleggen.",
    "Without an interpreter a yes does not count. Ask again with an independent one. A no can be "
    "recorded.",
)
WHO = Text("Wie antwoordde?", "Who answered?")
NO_GUARDIAN = Text(
    "In dit dossier staat geen voogd, en een ouder kan niet voor haar antwoorden. Vraag het haar.",
    "This case has no guardian. A parent cannot answer for her. Ask her herself.",
)
NOT_FOR_ITSELF = Text(
    "Uw organisatie kan dit niet voor zichzelf openen. Vraag het de eigenaar van het dossier.",
    "Your organisation cannot open this for itself. Ask the owner of the case.",
)
PAST = Text("Deze dag is al voorbij.", "This day has passed.")
NO_SECTIONS = Text("Kies waarover het gaat.", "Choose what it is about.")
NOTHING_TO_WITHDRAW = Text(
    "Deze toestemming geldt niet (meer).", "This consent does not stand (any more)."
)
NO_ANSWER = Text("Kies een antwoord.", "Choose an answer.")
NO_GROUND = Text("Noem de grond.", "Name the ground.")
EXPLAIN = Text("Leg uit waarom deze grond hier geldt.", "Explain why this ground applies here.")
