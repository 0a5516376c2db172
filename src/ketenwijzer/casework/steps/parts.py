"""Who takes part: opening, assigning, and the life of a referral."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from ..state import Part, Record, Referral
from ..statuses import Basis, ReferralStatus
from .making import Folding, Step, recorder

CONSENT = "consent"
STAYS = ("answer_withdrawal",)

# ------------------------------------------------------------------ owning and parting


def opened(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    owner = recorder(record)
    state.owner = owner
    state.parts[owner] = Part(
        owner,
        record.author.role,
        Basis.OWNER,
        record.text("purpose"),
        frozenset(),
        record.recorded_at,
        assigned=record.author.member,
    )


def assigned(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    organisation = record.id("organisation")
    part = state.parts.get(organisation)
    if part is not None:
        member = record.text("member")
        state.parts[organisation] = replace(part, assigned=UUID(member) if member else None)


def take_over(state: Folding, referral: Referral, at: datetime) -> None:
    """Make the receiver the owner; whoever owned the case takes part no longer.

    What the former owner still had to do or awaited goes along, so that nothing is in limbo; what
    became of its own copies only it can tell.
    """
    former = state.owner
    state.owner = referral.receiver
    if former is not None and former in state.parts:
        state.parts[former] = replace(state.parts[former], until=at)
        _hand_on(state, former, referral.receiver)
    part = state.parts[referral.receiver]
    state.parts[referral.receiver] = replace(part, basis=Basis.OWNER)


def _hand_on(state: Folding, former: UUID, owner: UUID) -> None:
    for task in tuple(state.tasks.values()):
        if task.organisation == former and not task.outcome and task.kind not in STAYS:
            state.tasks[task.id] = replace(task, organisation=owner)
    for other in tuple(state.referrals.values()):
        if other.sender == former and other.is_open:
            # An offer of the former owner to hand the case over is no offer of this one.
            state.referrals[other.id] = replace(other, sender=owner, hands_over=False)
        if other.receiver == former and other.status is ReferralStatus.ACCEPTED:
            state.referrals[other.id] = replace(other, status=ReferralStatus.DONE)


# ------------------------------------------------------------------ referrals


def referred(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    state.referrals[record.id()] = Referral(
        record.id(),
        record.number,
        recorder(record),
        record.id("receiver"),
        record.text("receiver_role"),
        record.text("service"),
        record.text("purpose"),
        record.texts("sections"),
        record.text("question"),
        record.recorded_at,
        record.day("answer_by"),
        record.data.get("hands_over") is True,
        record.text("ground"),
        UUID(record.text("again")) if record.text("again") else None,
        record.values("introduction"),
        on_ground=record.texts("on_ground"),
    )


def answered(status: ReferralStatus) -> Step:
    """Return the step that brings a referral to a status."""

    def step(state: Folding, record: Record) -> None:
        referral = state.referrals[record.id()]
        partner = record.text("other_partner")
        state.referrals[referral.id] = replace(
            referral,
            status=status,
            reason=record.text("reason"),
            alternative=record.text("alternative"),
            other_partner=UUID(partner) if partner else None,
            other_service=record.text("other_service"),
            answered_at=record.recorded_at,
        )

    return step


def accepted(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    answered(ReferralStatus.ACCEPTED)(state, record)
    referral = state.referrals[record.id()]
    lasting = _lasting(state, referral.receiver, record.recorded_at)
    own = record.author.organisation == referral.receiver
    taker = record.author.member if own else None
    sections, on_consent = _sent_to(state, referral.receiver)
    state.parts[referral.receiver] = Part(
        referral.receiver,
        referral.receiver_role,
        lasting.basis if lasting else Basis.REFERRAL,
        lasting.purpose if lasting else referral.purpose,
        sections,
        lasting.since if lasting else record.recorded_at,
        assigned=(lasting.assigned if lasting else None) or taker,
        referral=referral.id,
        on_consent=on_consent,
    )
    if referral.hands_over and state.owner != referral.receiver:
        take_over(state, referral, record.recorded_at)


def done(state: Folding, record: Record) -> None:
    """Take the entry into the state: the part ends, or rests on what else still runs."""
    answered(ReferralStatus.DONE)(state, record)
    receiver = state.referrals[record.id()].receiver
    part = state.parts.get(receiver)
    if part is None or part.basis is not Basis.REFERRAL or not part.is_live(record.recorded_at):
        return
    running = _running(state, receiver)
    if not running:
        state.parts[receiver] = replace(part, until=record.recorded_at)
        return
    sections, on_consent = _sent_to(state, receiver)
    state.parts[receiver] = replace(
        part, sections=sections, on_consent=on_consent, referral=running[-1].id
    )


def _lasting(state: Folding, organisation: UUID, at: datetime) -> Part | None:
    """Return the part that an organisation has already; one by a broken glass is not kept."""
    part = state.parts.get(organisation)
    lasts = part is not None and part.is_live(at) and part.basis is not Basis.GLASS
    return part if lasts else None


def _running(state: Folding, receiver: UUID) -> list[Referral]:
    return [
        referral
        for referral in state.referrals.values()
        if referral.receiver == receiver and referral.status is ReferralStatus.ACCEPTED
    ]


def _sent_to(state: Folding, receiver: UUID) -> tuple[frozenset[str], frozenset[str]]:
    """Return the sections that running referrals opened, and those that close with a ground."""
    running = _running(state, receiver)
    sent = frozenset(name for referral in running for name in referral.sections)
    firm = frozenset(
        name
        for referral in running
        if referral.ground != CONSENT
        for name in referral.sections
        if name not in referral.on_ground
    )
    return sent, sent - firm
