"""What would change if something happened: tried on what the member sees, and kept nowhere.

Told is only what the whole would have change alike; what else would is not for this member.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from ...engine.case import Event
from ...engine.findings import Finding
from ...telling.account import Effect, ToldChoice
from ...telling.answer import Answer
from ...telling.compare import Choice, choices, common, compare, steadfast, supposing
from ...telling.forks import duties_of, effects_of, steadfast_told, tell_choices, terms_of
from ...telling.happenings import dated
from ...telling.language import Reader, capital
from ...telling.tell import is_over
from ..access import OpenCase
from ..actions.record import RecordStatement
from ..position import Whole, agreement, corpus, event_of, position_of
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
    case: OpenCase, commands: Iterable[RecordStatement], on: date, reader: Reader
) -> Supposed:
    """Return what would change on a day."""
    events = tuple(_event(case, number, c) for number, c in enumerate(commands, 1))
    whole = case.whole(on)
    seen = whole.seen(case.reads)
    answer = answer_of(seen)
    after = supposing(answer, (*seen.events, *events), answer.position.on)
    differences = compare(position_of(seen.events, on), after.position)
    if seen.events != whole.events:
        then = position_of((*whole.events, *events), on)
        differences = common(differences, compare(whole.position, then))
    return Supposed(
        on,
        tuple(capital(dated(corpus(), event, reader)) for event in events),
        effects_of(after, differences, reader),
        terms_of(after, differences, reader),
        duties_of(after, differences, reader),
    )


def choices_of(case: OpenCase, reader: Reader) -> tuple[tuple[ToldChoice, ...], str]:
    """Return what she may choose and what would follow, and what stays whatever she chooses."""
    whole = case.whole()
    answer = answer_of(whole.seen(case.reads))
    made, stays = chosen(answer, whole)
    return tell_choices(made, reader), steadfast_told(stays, answer, reader)


def chosen(answer: Answer, whole: Whole) -> tuple[tuple[Choice, ...], tuple[Finding, ...]]:
    """Return her choices and what stays whichever she makes, as far as the whole says the same."""
    if is_over(answer):
        return (), ()
    made = choices(answer)
    stays = steadfast(answer, made)
    if answer.events != whole.events:
        theirs = answer_of(whole)
        made_by_all = choices(theirs)
        kept = {finding.norm for finding in steadfast(theirs, made_by_all)}
        stays = tuple(finding for finding in stays if finding.norm in kept)
        made = tuple(_alike(made, made_by_all))
    return made, stays


def _alike(mine: tuple[Choice, ...], theirs: tuple[Choice, ...]) -> Iterator[Choice]:
    """Yield each choice with what follows from it both ways; none of which nothing can be told."""
    for one, other in zip(mine, theirs, strict=True):
        both = common(one.differences, other.differences)
        if both or not (one.differences or other.differences):
            yield replace(one, differences=both)


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
