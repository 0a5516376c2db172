"""Record what the law knows: the loss shown first, a second person where she would lose."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID, uuid4

from ...engine.case import Event
from ...engine.vocabulary import Attribute, EventType, Text
from ..access import OpenCase
from ..errors import Denied, Refused, Stale
from ..losing import losses
from ..position import agreement, corpus, event_of, events_of, is_statement
from ..reasons import said
from ..state import Record
from ..writing import Writing

EARLIEST = date(1900, 1, 1)
SECOND_PERSON = "second_person"
# What a statement starts at once, with the owner. Whoever is missing is looked after, and loses
# nothing by it (safety rule 3).
STARTS = {"missing_since": "welfare_check"}
LONGEST = 200


@dataclass(frozen=True, slots=True)
class RecordStatement:
    """What happened, on which day, with what details; `supersedes` is the entry it corrects."""

    type: str
    on: date
    attributes: Mapping[str, object] = field(default_factory=dict)
    supersedes: int | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """What recording a statement would do, before it is done.

    `losses` are the rights that would be lost, as far as the organisation may know that she has
    them, each with the first day without it, where that follows from what the organisation sees;
    `others` tells that there are more.
    """

    established: bool
    losses: Mapping[str, date | None]
    second_person: bool
    others: bool = False


def effect_of(case: OpenCase, command: RecordStatement, now: datetime) -> Effect:
    """Return what recording would do; what only others may establish does nothing by itself."""
    kind = _kind(command)
    statement = agreement().statements[command.type]
    role = case.author.role
    established = not statement.stated_by or role in statement.stated_by
    if not established:
        return Effect(False, {}, False)
    day, event = _day(case, command), _event(case, command, kind, now)
    lost = losses(events_of(case.states), event, day)
    told = _told(case, event, day, lost) if lost else {}
    return Effect(True, told, bool(lost) and _takes_two(command), len(told) < len(lost))


def _takes_two(command: RecordStatement) -> bool:
    """Tell whether a second person must agree, if recording this takes a right from her."""
    statement = agreement().statements[command.type]
    return statement.second_person or command.supersedes is not None


def _told(
    case: OpenCase, event: Event, day: date, lost: Mapping[str, date]
) -> dict[str, date | None]:
    """Return the losses that follow from what the organisation sees, and their days if they do."""
    seen = case.seen(day)
    mine = lost if seen.events == events_of(case.states) else losses(seen.events, event, day)
    return {
        norm: since if since == mine[norm] else None
        for norm, since in lost.items()
        if norm in mine and norm not in seen.otherwise
    }


def record_statement(case: Writing, command: RecordStatement, seen: int | None = None) -> bool:
    """Record a statement, or put it to a second person if it would take a right from her.

    Tells whether it waits for that second person. Raises `Stale` if somebody recorded the same
    type of event after entry number `seen`.
    """
    refuse_unfit(case, command)
    _refuse_stale(case, command, seen)
    effect = effect_of(case, command, case.now) if _takes_two(command) else None
    waits = effect is not None and effect.second_person
    number = case.add(
        "statement_proposed" if waits else "statement_recorded",
        command.on,
        type=command.type,
        attributes=dict(command.attributes),
        **({"supersedes": command.supersedes} if command.supersedes else {}),
        **(_said_of(effect) if effect is not None else {}),
    )
    if waits:
        _give_task(case, case.member.organisation_id, SECOND_PERSON, number)
    elif command.type in STARTS and command.supersedes is None:
        _give_task(case, case.state.owner, STARTS[command.type], number)
    return waits


def _said_of(effect: Effect) -> dict[str, object]:
    """Return what an entry keeps of what recording it takes, for the second person to read."""
    since = {norm: day.isoformat() for norm, day in effect.losses.items() if day is not None}
    kept = {
        "losses": list(effect.losses),
        "lost_from": since,
        "loses_more": effect.others,
    }
    return {name: said for name, said in kept.items() if said}


def _give_task(case: Writing, organisation: UUID | None, task: str, about: int) -> None:
    if organisation is not None:
        case.add(
            "task_made",
            None,
            id=uuid4().hex,
            organisation=organisation.hex,
            task=task,
            due=case.today.isoformat(),
            about=about,
        )


def answer_proposal(case: Writing, number: int, *, confirmed: bool, reason: str = "") -> None:
    """Confirm or refuse, as the second person, what a colleague put forward."""
    proposal = case.state.proposals.get(number)
    record = case.state.record(number)
    if proposal is None or record is None or proposal.answer:
        raise Refused("answered_already", ANSWERED)
    if record.author.organisation != case.member.organisation_id:
        raise Refused("other_organisation", SECOND_OF_SAME)
    if record.author.member == case.member.id:
        raise Refused("same_person", SECOND_IS_ANOTHER)
    case.add(
        "statement_confirmed" if confirmed else "statement_refused",
        record.on,
        number=number,
        reason=reason,
    )
    for task in case.state.tasks.values():
        if task.kind == SECOND_PERSON and task.about == number and not task.outcome:
            outcome = "confirmed" if confirmed else "refused"
            case.add("task_done", None, id=task.id.hex, outcome=outcome)


def refuse_unfit(case: OpenCase, command: RecordStatement) -> None:
    """Raise `Denied` or `Refused` for what cannot be recorded; a preview asks this first."""
    kind = _kind(command)
    statement = agreement().statements[command.type]
    case.require(case.may_record(statement.section_of(command.attributes)))
    if command.on > case.today and kind.takes_effect is None:
        raise Refused("in_future", IN_FUTURE, "on")
    if command.on < EARLIEST:
        raise Refused("too_early", TOO_EARLY, "on")
    missing = [
        name
        for name, attribute in kind.attributes.items()
        if attribute.required and name != "by" and command.attributes.get(name) in (None, "")
    ]
    if missing:
        raise Refused("missing", MISSING, missing[0])
    for name, value in command.attributes.items():
        attribute = kind.attributes.get(name)
        if attribute is None or name in statement.leave_out or not _fits(attribute, value):
            raise Refused("not_on_the_list", NOT_ON_THE_LIST, name)
    if command.supersedes is not None:
        _check_correction(case, command)


def _fits(attribute: Attribute, value: object) -> bool:
    """Tell whether a value is one that the attribute takes; what is not known is left empty."""
    if value in (None, ""):
        return True
    match attribute.type:
        case "boolean":
            return isinstance(value, bool)
        case "date":
            return isinstance(value, str) and _is_day(value)
        case "enum":
            return isinstance(value, str) and value in attribute.values
    return isinstance(value, str) and len(value) <= LONGEST


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text) >= EARLIEST
    except ValueError:
        return False


def _refuse_stale(case: Writing, command: RecordStatement, seen: int | None) -> None:
    if seen is None:
        return
    newer = (r for r in case.state.records if r.number > seen and is_statement(r))
    same = tuple(r.number for r in newer if r.text("type") == command.type and case.reads(r))
    if same:
        raise Stale(same)


def _check_correction(case: OpenCase, command: RecordStatement) -> None:
    corrected = case.state.record(command.supersedes or 0)
    if corrected is None or not is_statement(corrected) or not case.reads(corrected):
        raise Refused("nothing_to_correct", NOTHING_TO_CORRECT)
    if corrected.author.organisation != case.member.organisation_id:
        raise Denied("only_own", said("only_own"))


def _kind(command: RecordStatement) -> EventType:
    kind = corpus().event_types.get(command.type)
    if kind is None or command.type not in agreement().statements:
        raise Refused("unknown_event", UNKNOWN_EVENT, "type")
    return kind


def _event(case: OpenCase, command: RecordStatement, kind: EventType, now: datetime) -> Event:
    number = case.case.head_number + 1
    data: dict[str, object] = {"type": command.type, "attributes": dict(command.attributes)}
    if command.supersedes:
        data["supersedes"] = command.supersedes
    record = Record(number, now, "statement_recorded", command.on, case.author, data)
    return event_of(record, kind, case.state)


def _day(case: OpenCase, command: RecordStatement) -> date:
    """Return the day on which to compare: the day after, because much holds on the day itself."""
    last = max(case.today, command.on)
    return date.fromordinal(last.toordinal() + 1)


def new_token(text: str) -> UUID | None:
    """Return the token of a form, or None if it is none."""
    try:
        return UUID(text)
    except ValueError:
        return None


ANSWERED = Text(
    "Hierop is al geantwoord, of het staat er niet meer.",
    "This was answered already, or is no longer there.",
)
SECOND_OF_SAME = Text(
    "De tweede persoon moet van dezelfde organisatie zijn als wie dit voorlegde.",
    "The second person must be of the same organisation as whoever put this forward.",
)
SECOND_IS_ANOTHER = Text(
    "U legde dit zelf voor. Vraag een collega om het te bevestigen.",
    "You put this forward yourself. Ask a colleague to confirm it.",
)
IN_FUTURE = Text(
    "Deze dag ligt in de toekomst. Leg het vast als het gebeurd is, of probeer het uit onder "
    "“Wat als”.",
    "This day lies in the future. Record it when it has happened, or try it under “What if”.",
)
TOO_EARLY = Text("Deze dag kan niet kloppen.", "This day cannot be right.")
NOT_ON_THE_LIST = Text(
    "Dit kan hier niet worden ingevuld. Kies uit de lijst.",
    "This cannot be filled in here. Choose from the list.",
)
MISSING = Text("Vul dit in.", "Fill this in.")
NOTHING_TO_CORRECT = Text(
    "Wat u wilt verbeteren, staat er niet (meer).", "What you want to correct is not there."
)
UNKNOWN_EVENT = Text("Kies een gebeurtenis uit de lijst.", "Choose an event from the list.")
