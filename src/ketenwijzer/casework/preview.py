"""Exactly what a receiver would read of a referral once it accepts, entry by entry.

The referral and its acceptance are played in the state of the case, and the one access decision is
asked for the receiver: the preview has no rule of its own that could differ from it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID, uuid4

from .access import OpenCase
from .actions.refer import MakeReferral, referral_said
from .decision import Decider, Subject
from .fold import fold
from .models import Organisation
from .position import agreement
from .state import Author, CaseState, Record
from .statuses import MemberRole

ANYONE = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Shown:
    """One entry that would be read: its section, and what of it is worth knowing.

    `earlier`: a later entry took its place. `already`: the receiver reads it now.
    """

    section: str
    record: Record
    earlier: bool = False
    already: bool = False


def preview(case: OpenCase, command: MakeReferral, receiver: Organisation) -> list[Shown]:
    """Return what the receiver would read after acceptance, of what the sender sees itself."""
    after = _decider(case, _played(case, command, receiver), receiver)
    before = _decider(case, case.state, receiver)
    return list(_shown(case, before, after))


def _shown(case: OpenCase, before: Decider, after: Decider) -> Iterator[Shown]:
    for record in case.records():
        if after.record(record).allowed:
            latest = case.decider.state_of(record).latest.get(record.kind)
            yield Shown(
                case.section_of(record),
                after.shown(record),
                latest is not None and latest.number != record.number,
                before.record(record).allowed,
            )


def _decider(case: OpenCase, state: CaseState, receiver: Organisation) -> Decider:
    anyone = Subject(ANYONE, receiver.id, receiver.role, MemberRole.SUPERVISOR)
    return Decider(anyone, (state, *case.states[1:]), agreement(), case.now, case.today)


def _played(case: OpenCase, command: MakeReferral, receiver: Organisation) -> CaseState:
    """Return what would hold if the referral were sent and accepted at this moment."""
    referral = uuid4()
    said = referral_said(case, command, receiver, referral)
    entries: list[tuple[str, Author, dict[str, object]]] = []
    if command.consent is not None and command.consent.given:
        answer = {
            "id": uuid4().hex,
            "receiver": receiver.id.hex,
            "purpose": said["purpose"],
            "sections": list(command.sections),
        }
        entries.append(("consent_given", case.author, answer))
    accepts = Author(receiver.id, None, receiver.role)
    entries.append(("referral_made", case.author, said))
    entries.append(("referral_accepted", accepts, {"id": referral.hex}))
    number = case.case.head_number
    played = (
        Record(number + step, case.now, kind, case.today, author, data, case.state.id)
        for step, (kind, author, data) in enumerate(entries, start=1)
    )
    return fold(case.state.id, (*case.state.records, *played))
