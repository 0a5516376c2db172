"""Referrals as they are read: by whoever sent them and the owner whole, by the receiver its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from ...corpus.agreement import Agreement
from ...engine.case import PERSON
from ...engine.vocabulary import Text
from ...telling.language import Reader, capital
from ..access import OpenCase
from ..actions.keeping import keeper_of
from ..introduction import Introduction
from ..models import Organisation
from ..position import agreement, corpus
from ..queries import Names
from ..state import Record, Referral

CONSENT = Text("haar toestemming", "her consent")
CHILD = Text("telt als kind tot het tegendeel blijkt", "counts as a child until shown otherwise")


@dataclass(frozen=True, slots=True)
class Told:
    """What a receiver is told before it accepts; empty is not known."""

    age: str
    in_doubt: str
    nationality: str
    language: str
    interpreter: str
    danger: bool


@dataclass(frozen=True, slots=True)
class Sent:
    """A referral as it is read by somebody who may read it."""

    id: UUID
    service: str
    sender: str
    receiver: str
    receiver_on_paper: bool
    status: str
    question: str
    sections: tuple[str, ...]
    section_names: tuple[str, ...]
    ground: str
    explained: str
    made_at: datetime
    answer_by: date | None
    late: bool
    hands_over: bool
    is_open: bool
    reason: str
    alternative: str
    other_partner: str
    other_service: str
    answered_at: datetime | None
    own: bool
    to_own: bool
    told: Told


def referrals_of(case: OpenCase, names: Names, reader: Reader) -> list[Sent]:
    """Return the referrals of a case that a member may read, the last one first."""
    found = [r for r in case.state.referrals.values() if _is_read(case, r)]
    partners = partners_of(found)
    made = [sent_of(case, r, names, reader, partners) for r in found]
    return sorted(made, key=lambda sent: (sent.is_open, sent.made_at), reverse=True)


def _is_read(case: OpenCase, referral: Referral) -> bool:
    return read_entry(case, referral.number) is not None


def read_entry(case: OpenCase, number: int) -> Record | None:
    """Return an entry as the member may read it, or None."""
    record = case.state.record(number)
    return case.decider.shown(record) if record is not None and case.reads(record) else None


def partners_of(referrals: list[Referral]) -> dict[UUID, Organisation]:
    """Return who received these referrals, and whom they proposed instead."""
    wanted = {r.receiver for r in referrals}
    wanted |= {r.other_partner for r in referrals if r.other_partner is not None}
    return Organisation.objects.in_bulk(wanted) if wanted else {}


def sent_of(
    case: OpenCase,
    referral: Referral,
    names: Names,
    reader: Reader,
    partners: Mapping[UUID, Organisation],
) -> Sent:
    """Return one referral as it is read."""
    known, record = agreement(), read_entry(case, referral.number)
    own, receiver = case.member.organisation_id, partners.get(referral.receiver)
    other = partners.get(referral.other_partner) if referral.other_partner else None
    overdue = referral.answer_by is not None and referral.answer_by < case.today
    return Sent(
        id=referral.id,
        service=service_text(referral.service, reader),
        sender=names.organisation(referral.sender),
        receiver=receiver.name if receiver else "",
        receiver_on_paper=receiver is not None and receiver.on_paper,
        status=referral.status.value,
        question=referral.question,
        sections=tuple(reader(known.sections[s].text) for s in referral.sections),
        section_names=referral.sections,
        ground=_ground(referral.ground, known, reader),
        explained=record.text("explained") if record else "",
        made_at=referral.made_at,
        answer_by=referral.answer_by,
        late=referral.is_open and overdue,
        hands_over=referral.hands_over,
        is_open=referral.is_open,
        reason=referral.reason,
        alternative=referral.alternative,
        other_partner=other.name if other else "",
        other_service=service_text(referral.other_service, reader),
        answered_at=referral.answered_at,
        own=keeper_of(case, referral) == own,
        to_own=referral.receiver == own,
        told=told_of(Introduction.heard(referral.introduction), reader),
    )


def service_text(name: str, reader: Reader) -> str:
    """Return the words of a service, empty for none."""
    service = agreement().services.get(name)
    return capital(reader(service.text)) if service else ""


def told_of(introduction: Introduction, reader: Reader) -> Told:
    """Return, in words, what a receiver is told before it accepts."""
    attributes = corpus().event_types[PERSON].attributes
    values = {"age_group": introduction.age_group, "nationality": introduction.nationality}
    texts = {
        name: reader(attributes[name].values[value])
        for name, value in values.items()
        if value in attributes[name].values
    }
    doubt = introduction.age_group not in ("adult", "minor")
    return Told(
        texts.get("age_group", ""),
        reader(CHILD) if doubt else "",
        texts.get("nationality", ""),
        introduction.language,
        introduction.interpreter or "unknown",
        introduction.danger,
    )


def _ground(name: str, known: Agreement, reader: Reader) -> str:
    found = CONSENT if name == "consent" else known.grounds.get(name)
    return reader(found) if found else ""
