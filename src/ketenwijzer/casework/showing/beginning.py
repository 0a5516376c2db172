"""What the law still wants to know at the start of a case, from what was answered so far."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from ...corpus.agreement import Statement
from ...engine.calendar import DAY
from ...engine.case import PERSON, Event
from ...engine.vocabulary import Fact
from ...telling.happenings import reach
from ...telling.language import Reader, capital
from ...telling.spoken import question
from ..actions.record import RecordStatement
from ..events import BASICS
from ..position import agreement, corpus, position_of
from ..told import questions_of
from .now import NO_DETAILS, Deed, deeds_for

# What every intake asks in words of its own.
ASKED_APART = (PERSON, "indication")


@dataclass(frozen=True, slots=True)
class Open:
    """A question that still matters: what to record as its answer, or else whom to ask."""

    fact: str
    text: str
    ask: str
    deeds: tuple[Deed, ...]


def open_questions(
    role: str, commands: list[RecordStatement], today: date, reader: Reader
) -> list[Open]:
    """Return what still matters, the question that would change most first."""
    found = []
    may = partial(may_state, role)
    for asked in questions_of(events_of_beginning(role, commands, today), today):
        fact: Fact = corpus().facts[asked.fact]
        found.append(
            Open(
                asked.fact,
                reader(question(corpus(), asked.fact)),
                reach(corpus(), asked.ask or fact.judged_by, reader),
                tuple(d for d in deeds_for(fact, reader, may) if d.type not in ASKED_APART),
            )
        )
    return found


def wishes(
    role: str, commands: list[RecordStatement], today: date, reader: Reader
) -> list[tuple[str, str]]:
    """Return what she may choose now and anyone may record, as far as it would change anything."""
    events = events_of_beginning(role, commands, today)
    before = position_of(events, today + DAY).essence()
    found = []
    for name, kind in corpus().event_types.items():
        statement = agreement().statements.get(name)
        if kind.choice is None or statement is None or statement.stated_by:
            continue
        if may_state(role, statement):
            event = Event("wish", name, today, today, today, role)
            if position_of((*events, event), today + DAY).essence() != before:
                found.append((name, capital(reader(kind.choice))))
    return found


def may_state(role: str, statement: Statement, details: Mapping[str, object] = NO_DETAILS) -> bool:
    """Tell whether a kind of organisation may establish it in a case of its own."""
    access = agreement().roles.get(role)
    if access is None or (statement.stated_by and role not in statement.stated_by):
        return False
    section = statement.section_of(details)
    return section == BASICS or section in access.writes


def person_and_indication(
    person: Mapping[str, object], first_indication: date
) -> list[RecordStatement]:
    """Return the two statements that every case begins with."""
    known = {"age_group": "unknown", "nationality": "unknown", "role": "victim"} | dict(person)
    return [
        RecordStatement(PERSON, first_indication, known),
        RecordStatement("indication", first_indication),
    ]


def events_of_beginning(
    role: str, commands: list[RecordStatement], today: date
) -> tuple[Event, ...]:
    """Return the events that the answers so far would make."""
    return tuple(_events(role, commands, today))


def _events(role: str, commands: list[RecordStatement], today: date) -> Iterator[Event]:
    for number, command in enumerate(commands):
        values = {n: str(v) for n, v in command.attributes.items() if isinstance(v, str) and v}
        effective = date.min if command.type == PERSON else command.on
        yield Event(f"new.{number}", command.type, command.on, effective, today, role, values)
