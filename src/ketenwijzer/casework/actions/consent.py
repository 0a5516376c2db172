"""Her consent: asked alone, no as good as yes, withdrawn when she wants; and other grounds."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from ...engine.vocabulary import Text
from ..errors import Refused
from ..position import agreement
from ..writing import Writing
from .note import refuse_barred

INTERPRETERS = ("not_needed", "independent", "by_phone", "none")
COPY_ANSWERS = ("deleted", "kept_on_ground")


@dataclass(frozen=True, slots=True)
class ConsentAnswer:
    """What she answered: yes or no, until when, in which language, with which interpreter."""

    given: bool
    language: str
    interpreter: str
    asked_alone: bool
    until: date | None = None


def ask_consent(
    case: Writing, receiver: UUID, purpose: str, sections: tuple[str, ...], answer: ConsentAnswer
) -> UUID:
    """Record her answer to one question: may this receiver have these sections for this purpose."""
    refuse_barred(case, receiver)
    if not answer.asked_alone:
        raise Refused("not_alone", NOT_ALONE, "asked_alone")
    if not answer.language.strip():
        raise Refused("no_language", NO_LANGUAGE, "language")
    if answer.interpreter not in INTERPRETERS:
        raise Refused("no_interpreter", NO_INTERPRETER, "interpreter")
    if answer.until is not None and answer.until < case.today:
        raise Refused("past", PAST, "until")
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
        language=answer.language.strip(),
        interpreter=answer.interpreter,
    )
    return consent


def withdraw_consent(case: Writing, consent: UUID) -> None:
    """Record that she takes her consent back; whoever holds a copy gets a task to answer."""
    found = case.state.consents.get(consent)
    if found is None or not found.given or found.withdrawn_at is not None:
        raise Refused("nothing_to_withdraw", NOTHING_TO_WITHDRAW)
    number = case.add("consent_withdrawn", None, id=consent.hex)
    case.add(
        "task_made",
        None,
        id=uuid4().hex,
        organisation=found.receiver.hex,
        task="answer_withdrawal",
        due="",
        about=number,
        consent=consent.hex,
    )


def answer_withdrawal(case: Writing, task: UUID, answer: str, ground: str = "") -> None:
    """Answer, as the receiver, what became of the copy: deleted, or kept on a named ground."""
    found = case.state.tasks.get(task)
    if found is None or found.outcome or found.organisation != case.member.organisation_id:
        raise Refused("no_task", NO_TASK)
    if answer not in COPY_ANSWERS:
        raise Refused("no_answer", NO_ANSWER, "answer")
    if answer == "kept_on_ground" and ground not in agreement().grounds:
        raise Refused("no_ground", NO_GROUND, "ground")
    about = case.state.record(found.about)
    consent = about.text("id") if about is not None else ""
    case.add("copy_answered", None, id=consent, answer=answer, ground=ground)
    case.add("task_done", None, id=task.hex, outcome=answer)


@dataclass(frozen=True, slots=True)
class NameGround:
    """Another ground than consent, for one receiver; whether she was told, and if not why not."""

    receiver: UUID
    purpose: str
    sections: tuple[str, ...]
    ground: str
    explained: str
    she_was_told: bool
    why_not_told: str = ""


def name_ground(case: Writing, command: NameGround) -> UUID:
    """Put another ground forward; it opens nothing until a second person confirms it."""
    refuse_barred(case, command.receiver)
    if command.ground not in agreement().grounds:
        raise Refused("no_ground", NO_GROUND, "ground")
    if not command.explained.strip():
        raise Refused("no_explanation", EXPLAIN, "explained")
    if not command.she_was_told and not command.why_not_told.strip():
        raise Refused("why_not_told", WHY_NOT_TOLD, "why_not_told")
    if not command.sections or not set(command.sections) <= set(agreement().sections):
        raise Refused("no_sections", NO_SECTIONS, "sections")
    ground = uuid4()
    case.add(
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
    )
    return ground


def confirm_ground(case: Writing, ground: UUID) -> None:
    """Confirm, as a second person of the same organisation, another ground than consent."""
    found = case.state.grounds.get(ground)
    if found is None or found.confirmed:
        raise Refused("answered_already", ANSWERED)
    if found.author.organisation != case.member.organisation_id:
        raise Refused("other_organisation", SECOND_OF_SAME)
    if found.author.member == case.member.id:
        raise Refused("same_person", SECOND_IS_ANOTHER)
    case.add("ground_confirmed", None, id=ground.hex)


NOT_ALONE = Text(
    "Vraag het haar alleen, zonder anderen erbij. Kan dat nu niet, vraag het dan later.",
    "Ask her alone, with nobody else there. If that is not possible now, ask later.",
)
NO_LANGUAGE = Text("In welke taal is het gevraagd?", "In which language was she asked?")
NO_INTERPRETER = Text(
    "Was er een onafhankelijke tolk, of was die niet nodig?",
    "Was there an independent interpreter, or was none needed?",
)
PAST = Text("Deze dag is al voorbij.", "This day has passed.")
NO_SECTIONS = Text("Kies waarover het gaat.", "Choose what it is about.")
NOTHING_TO_WITHDRAW = Text(
    "Deze toestemming geldt niet (meer).", "This consent does not stand (any more)."
)
NO_TASK = Text("Deze taak is er niet (meer).", "This task is no longer there.")
NO_ANSWER = Text("Kies een antwoord.", "Choose an answer.")
NO_GROUND = Text("Noem de grond.", "Name the ground.")
EXPLAIN = Text("Leg uit waarom deze grond hier geldt.", "Explain why this ground applies here.")
WHY_NOT_TOLD = Text(
    "Leg vast waarom het onveilig is om het haar te vertellen.",
    "Record why telling her would be unsafe.",
)
ANSWERED = Text("Hierop is al geantwoord.", "This was answered already.")
SECOND_OF_SAME = Text(
    "De tweede persoon moet van dezelfde organisatie zijn.",
    "The second person must be of the same organisation.",
)
SECOND_IS_ANOTHER = Text(
    "U legde dit zelf voor. Vraag een collega.", "You put this forward yourself. Ask a colleague."
)
