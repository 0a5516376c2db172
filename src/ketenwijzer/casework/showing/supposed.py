"""What would change if something happened: tried on what the member sees, and kept nowhere."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from ...engine.case import Event
from ...telling.account import Effect, ToldChoice
from ...telling.compare import compare, supposing
from ...telling.forks import duties_of, effects_of, terms_of
from ...telling.happenings import dated
from ...telling.language import Reader, capital
from ...telling.tell import tell
from ..access import OpenCase
from ..actions.record import RecordStatement
from ..position import Seen, agreement, corpus, event_of, position_of
from ..state import Author, Record
from ..told import answer_of


@dataclass(frozen=True, slots=True)
class Supposed:
    """What would be different on a day if some events had happened."""

    on: date
    events: tuple[str, ...]
    effects: tuple[Effect, ...]
    terms: tuple[str, ...]
    duties: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """Tell whether nothing would change."""
        return not (self.effects or self.terms or self.duties)


def suppose(
    case: OpenCase, seen: Seen, commands: Iterable[RecordStatement], on: date, reader: Reader
) -> Supposed:
    """Return what would change on a day; norms that others see otherwise are left out."""
    events = tuple(_event(case, number, c) for number, c in enumerate(commands, 1))
    answer = answer_of(seen, on)
    before = position_of(seen.events, on)
    after = supposing(answer, (*seen.events, *events), answer.position.on)
    differences = compare(before, after.position)
    told = effects_of(after, differences, reader)
    return Supposed(
        on,
        tuple(capital(dated(corpus(), event, reader)) for event in events),
        tuple(effect for effect in told if effect.norm not in seen.withheld),
        terms_of(after, differences, reader),
        duties_of(after, differences, reader),
    )


def choices_of(seen: Seen, on: date, reader: Reader) -> tuple[tuple[ToldChoice, ...], str]:
    """Return what she may choose and what would follow, and what stays whatever she chooses."""
    account = tell(answer_of(seen, on), reader)
    return account.choices, account.steadfast


def _event(case: OpenCase, number: int, command: RecordStatement) -> Event:
    kind = corpus().event_types[command.type]
    data: dict[str, object] = {"type": command.type, "attributes": dict(command.attributes)}
    at = case.case.head_number + number
    record = Record(at, case.now, "statement_recorded", command.on, _by(case, command.type), data)
    return event_of(record, kind, case.state)


def _by(case: OpenCase, name: str) -> Author:
    """Return who would establish it: we, or else the first of those who may."""
    statement = agreement().statements[name]
    if not statement.stated_by or case.author.role in statement.stated_by:
        return case.author
    return replace(case.author, role=statement.stated_by[0])
