"""What she allowed, what went on another ground, and what became of the copies afterwards."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from ...telling.language import Reader, capital
from ..access import OpenCase
from ..actions.consent import reads_consent
from ..position import agreement
from ..queries import Names
from ..state import Consent, Ground
from .sent import Sent, read_entry, referrals_of

GIVEN, WITHHELD, WITHDRAWN, ENDED = "given", "withheld", "withdrawn", "ended"


@dataclass(frozen=True, slots=True)
class Allowed:
    """One answer of hers. `copy` is what became of the copy: asked, deleted, kept on a ground."""

    id: UUID
    status: str
    purpose: str
    receiver: str
    receiver_id: UUID
    sections: tuple[str, ...]
    section_names: tuple[str, ...]
    until: date | None
    language: str
    interpreter: str
    by: str
    at: datetime
    withdrawn_at: datetime | None
    copy: str
    copy_ground: str
    copy_explained: str


@dataclass(frozen=True, slots=True)
class Named:
    """Another ground that somebody named. `mine` is named by whoever looks."""

    id: UUID
    receiver: str
    purpose: str
    sections: tuple[str, ...]
    ground: str
    explained: str
    told: bool
    why_not_told: str
    until: date | None
    status: str
    refused: str
    by_own: bool
    mine: bool
    at: datetime


def answers_of(case: OpenCase, names: Names, reader: Reader) -> list[Allowed]:
    """Return her answers that a member may read, the last one first."""
    found = [c for c in case.state.consents.values() if reads_consent(case, c)]
    found.sort(key=lambda consent: consent.number, reverse=True)
    return [_allowed(case, consent, names, reader) for consent in found]


def grounds_of(case: OpenCase, names: Names, reader: Reader) -> list[Named]:
    """Return the other grounds that a member may read of, the last one first."""
    found = [g for g in case.state.grounds.values() if read_entry(case, g.number)]
    found.sort(key=lambda ground: ground.number, reverse=True)
    return [_named(case, ground, names, reader) for ground in found]


def shared_with(case: OpenCase, names: Names, reader: Reader) -> list[Sent]:
    """Return the referrals through which something of her was really shared."""
    shared = ("accepted", "done")
    return [sent for sent in referrals_of(case, names, reader) if sent.status in shared]


def _allowed(case: OpenCase, consent: Consent, names: Names, reader: Reader) -> Allowed:
    record = case.state.record(consent.number)
    copy, ground, explained = _copy(case, consent, reader)
    return Allowed(
        consent.id,
        status_of(consent, case.today),
        reader(agreement().purposes[consent.purpose]),
        names.organisation(consent.receiver),
        consent.receiver,
        _titles(consent.sections, reader),
        consent.sections,
        consent.until,
        consent.language,
        consent.interpreter,
        (record.text("by") if record else "") or "herself",
        consent.recorded_at,
        consent.withdrawn_at,
        copy,
        ground,
        explained,
    )


def status_of(consent: Consent, on: date) -> str:
    """Return whether an answer stands: given, withheld, withdrawn, or past its day."""
    if not consent.given:
        return WITHHELD
    if consent.withdrawn_at is not None:
        return WITHDRAWN
    return ENDED if consent.until is not None and on > consent.until else GIVEN


def _copy(case: OpenCase, consent: Consent, reader: Reader) -> tuple[str, str, str]:
    if consent.withdrawn_at is None:
        return "", "", ""
    for record in case.state.records:
        if record.kind == "copy_answered" and record.text("id") == consent.id.hex:
            ground = agreement().grounds.get(record.text("ground"))
            return record.text("answer"), reader(ground) if ground else "", record.text("explained")
    asked = any(_asks_for(case, task.about, consent) for task in case.state.tasks.values())
    return ("asked" if asked else "none"), "", ""


def _asks_for(case: OpenCase, about: int, consent: Consent) -> bool:
    record = case.state.record(about)
    withdrawn = record is not None and record.kind == "consent_withdrawn"
    return withdrawn and record is not None and record.text("id") == consent.id.hex


def _named(case: OpenCase, ground: Ground, names: Names, reader: Reader) -> Named:
    known = agreement()
    record = read_entry(case, ground.number)
    return Named(
        ground.id,
        names.organisation(ground.receiver),
        reader(known.purposes[ground.purpose]) if ground.purpose in known.purposes else "",
        _titles(ground.sections, reader),
        capital(reader(known.grounds[ground.ground])),
        record.text("explained") if record else "",
        ground.she_was_told,
        record.text("why_not_told") if record else "",
        ground.until,
        ground_status(ground, case.today),
        ground.refused,
        ground.author.organisation == case.member.organisation_id,
        ground.author.member == case.member.id,
        record.recorded_at if record else case.now,
    )


def ground_status(ground: Ground, on: date) -> str:
    """Return how far another ground is: it waits, was refused, opens something, or is over."""
    if ground.refused:
        return "refused"
    if ground.is_over(on):
        return ENDED
    return "confirmed" if ground.confirmed else "waits"


def _titles(sections: tuple[str, ...], reader: Reader) -> tuple[str, ...]:
    return tuple(_texts(sections, reader))


def _texts(sections: tuple[str, ...], reader: Reader) -> Iterator[str]:
    for name in sections:
        section = agreement().sections.get(name)
        if section is not None:
            yield reader(section.text)
