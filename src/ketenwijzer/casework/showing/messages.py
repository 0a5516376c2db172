"""What a partner is to be told: which messages wait here, and one of them for one receiver.

In a message stands only what the sender sees and the access decision lets the receiver see: it is
asked for the receiver as it is for a page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from ...corpus.notices import Message, Notices, load_notices
from ...telling.language import Reader, capital
from ...telling.letters.notice import Notice
from ..access import OpenCase, author_of
from ..decision import Decider, Subject
from ..models import Organisation
from ..position import agreement, corpus, is_established, is_statement
from ..queries import Names
from ..state import Record
from ..statuses import MemberRole
from ..told import answer_of
from .involved import known_to
from .now import Deed, duties_of

NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message that the own organisation is to send, to whom, and what records that it went."""

    norm: str
    title: str
    due: str
    receivers: tuple[Organisation, ...]
    kind: str
    deed: Deed | None


def notices() -> Notices:
    """Return what partners tell each other here."""
    return load_notices(settings.COUNTRY)


def waiting_messages(case: OpenCase, reader: Reader) -> Iterator[Waiting]:
    """Yield the messages that are still to be sent by the member's own organisation."""
    seen = case.seen()
    for duty in duties_of(case, answer_of(seen), seen, reader):
        if duty.own and duty.told.open and duty.norm in notices().messages:
            role = corpus().norms[duty.norm].holder
            yield Waiting(
                duty.norm,
                duty.told.title,
                duty.told.due,
                receivers_of(case, role),
                capital(reader(corpus().parties[role].text)),
                duty.deed,
            )


def receivers_of(case: OpenCase, role: str) -> tuple[Organisation, ...]:
    """Return the organisations of a kind that take part, as far as the member may know them."""
    own = case.member.organisation_id
    live = {p.organisation for p in case.state.parts.values() if p.is_live(case.now)}
    known = (live & known_to(case)) - case.state.barred_organisations - {own}
    return tuple(Organisation.objects.filter(id__in=known, role=role).order_by("name"))


def notice_for(
    case: OpenCase, norm: str, receiver: UUID, names: Names, reader: Reader
) -> Notice | None:
    """Return a message of one's own for one receiver; None where it is not to be sent to it."""
    message = notices().messages.get(norm)
    law = corpus().norms.get(norm)
    if message is None or law is None or author_of(case.member).role not in law.owed_by:
        return None
    found = next((o for o in receivers_of(case, law.holder) if o.id == receiver), None)
    if found is None:
        return None
    theirs = decider_for(case, found)
    identity = case.latest("identity_recorded") if message.identity else None
    if identity is not None and not theirs.record(identity).allowed:
        identity = None
    return Notice(
        subject=law.title,
        text=message.text,
        status=notices().status,
        source=notices().source,
        sender=names.organisation(case.member.organisation_id),
        receiver=found.name,
        on=case.today,
        number=case.case.number,
        name=_name(identity),
        born=_born(identity, reader),
        happened=tuple(
            (capital(reader(corpus().event_types[r.text("type")].text)), r.on)
            for r in _about(case, message, theirs)
        ),
    )


def decider_for(case: OpenCase, receiver: Organisation) -> Decider:
    """Return the access decision for whoever oversees cases at a receiver."""
    subject = Subject(NOBODY, receiver.id, receiver.role, MemberRole.COORDINATOR, receiver.active)
    return Decider(subject, case.states, agreement(), case.now, case.today)


def _about(case: OpenCase, message: Message, theirs: Decider) -> Iterator[Record]:
    """Yield the last entry of each event that a message tells of, if both may read it."""
    records = [r for r in case.records() if is_statement(r) and theirs.record(r).allowed]
    corrected = {(r.case, r.data.get("supersedes")) for r in records}
    for name in message.about:
        told = [
            record
            for record in records
            if record.text("type") == name
            and (record.case, record.number) not in corrected
            and is_established(record, case.decider.state_of(record))
        ]
        if told:
            yield max(told, key=lambda record: (record.on, record.number))


def _name(identity: Record | None) -> str:
    if identity is None:
        return ""
    parts = (identity.text("given_name"), identity.text("family_name"))
    return " ".join(part for part in parts if part)


def _born(identity: Record | None, reader: Reader) -> str:
    """Return the day of birth in words, or the year if no more is known."""
    if identity is None:
        return ""
    day = identity.day("birth_date")
    return reader.day(day) if day is not None else str(identity.data.get("birth_year") or "")
