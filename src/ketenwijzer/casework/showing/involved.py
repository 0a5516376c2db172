"""Who takes part, who looked, and why a member may or may not see each section.

What is between others stays between them: whoever does not own the case sees its own partners in
it, and of others only that they are there where the log must say that somebody looked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ...engine.vocabulary import Text
from ...telling.happenings import party
from ...telling.language import Reader, capital
from ..access import OpenCase
from ..models import AccessLine
from ..position import agreement, corpus
from ..queries import Names
from ..reasons import REASONS, said
from ..statuses import Basis

ANOTHER = Text("een andere betrokken organisatie", "another organisation that takes part")
SYSTEM = Text("het systeem", "the system")
# Activities in the log that would tell what entries between organisations keep between them.
BETWEEN = frozenset(
    {
        "accept",
        "answer_ground",
        "answer_request",
        "answer_seal",
        "answer_withdrawal",
        "ask_consent",
        "assign",
        "break_glass",
        "consent",
        "decline",
        "do_task",
        "expire_referral",
        "finish",
        "hand_over",
        "her_copy",
        "letter",
        "lift_bar",
        "lift_restriction",
        "look_letters",
        "look_messages",
        "look_proposal",
        "look_referral",
        "look_rights",
        "make_letter",
        "make_message",
        "make_request",
        "member_left",
        "name_ground",
        "paper_answer",
        "propose_seal",
        "receipt",
        "refer",
        "release",
        "review_glass",
        "set_bar",
        "tell_of_search",
        "withdraw_consent",
        "withdraw_referral",
    }
)
NOT_NAMED = "between"


@dataclass(frozen=True, slots=True)
class Involved:
    """An organisation that takes part, as a member of another may see it."""

    id: UUID
    name: str
    kind: str
    basis: str
    purpose: str
    since: datetime
    until: datetime | None
    live: bool
    own: bool
    in_hand: str


@dataclass(frozen=True, slots=True)
class Looked:
    """A line of the access log: an own colleague by name, others as organisations."""

    at: datetime
    who: str
    activity: str
    section: str
    purpose: str
    allowed: bool
    why: str


@dataclass(frozen=True, slots=True)
class Sight:
    """How far a member sees a section, why, and whether it may record in it."""

    section: str
    title: str
    seen: bool
    why: str
    records: bool
    level: str
    ground: str
    controller: str


def known_to(case: OpenCase) -> set[UUID]:
    """Return the organisations that a member may know to take part in a case."""
    state, own = case.state, case.member.organisation_id
    if own is None:
        return set()
    if case.is_owner:
        return set(state.parts)
    known = {own} | ({state.owner} if state.owner else set())
    for referral in state.referrals.values():
        if own in (referral.sender, referral.receiver):
            known |= {referral.sender, referral.receiver}
    return known


def involved_in(case: OpenCase, names: Names, reader: Reader) -> list[Involved]:
    """Return who takes part, the owner first, then who does no more."""
    known = known_to(case)
    parts = [p for p in case.state.parts.values() if p.organisation in known]
    parts = [p for p in parts if p.basis is not Basis.GLASS or case.is_owner]
    found = [
        Involved(
            part.organisation,
            names.organisation(part.organisation),
            capital(party(corpus(), part.role, reader)),
            part.basis.value,
            _purpose(part.purpose, reader),
            part.since,
            part.until,
            part.is_live(case.now),
            part.organisation == case.member.organisation_id,
            names.member(part.assigned),
        )
        for part in parts
    ]
    return sorted(found, key=lambda i: (not i.live, i.basis != Basis.OWNER, i.name))


def looked_at(
    case: OpenCase, lines: list[AccessLine], names: Names, reader: Reader
) -> Iterator[Looked]:
    """Yield the lines of the log as a member may read them; who was refused is for the owner."""
    known = known_to(case)
    own = case.member.organisation_id
    for line in lines:
        if not line.allowed and not (case.is_owner or line.organisation_id == own):
            continue
        activity = _activity(line, own, owner=case.is_owner)
        yield Looked(
            line.at,
            _who(line, own, known, reader),
            activity,
            _section(line.sections, reader),
            _purpose(line.purpose, reader),
            line.allowed,
            reader(REASONS[line.reason]) if line.reason in REASONS else "",
        )


def _who(line: AccessLine, own: UUID | None, known: set[UUID], reader: Reader) -> str:
    if line.organisation is None:
        return reader(SYSTEM)
    if line.organisation_id == own and line.member is not None:
        return line.member.name
    may_know = line.organisation_id in known or not line.allowed
    return line.organisation.name if may_know else reader(ANOTHER)


def _activity(line: AccessLine, own: UUID | None, *, owner: bool) -> str:
    """Return what was done; what is between others is named to the owner and to themselves."""
    hidden = line.activity in BETWEEN and not owner and line.organisation_id != own
    return NOT_NAMED if hidden else line.activity


def _purpose(name: str, reader: Reader) -> str:
    found = agreement().purposes.get(name)
    return reader(found) if found else ""


def _section(names: str, reader: Reader) -> str:
    known = agreement().sections
    return ", ".join(reader(known[name].text) for name in names.split() if name in known)


def sights_of(case: OpenCase, reader: Reader) -> list[Sight]:
    """Return, per section, what a member sees and why: rules only, nothing of what stands there."""
    known = agreement()
    found = []
    for name, section in known.sections.items():
        decision = case.may(name)
        cell = known.cell(case.author.role, name)
        found.append(
            Sight(
                name,
                capital(reader(section.text)),
                decision.allowed,
                reader(said(decision.reason)),
                case.may_record(name).allowed,
                cell.level.value,
                reader(cell.ground or known.status),
                reader(section.controller),
            )
        )
    return found
