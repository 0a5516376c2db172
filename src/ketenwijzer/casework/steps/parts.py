"""Who takes part: opening, assigning, and the life of a referral."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from ..state import Part, Record, Referral
from ..statuses import Basis, ReferralStatus
from .making import Folding, Step, recorder

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
    """Make the receiver the owner; whoever owned the case takes part no longer."""
    if state.owner is not None and state.owner in state.parts:
        state.parts[state.owner] = replace(state.parts[state.owner], until=at)
    state.owner = referral.receiver
    part = state.parts[referral.receiver]
    state.parts[referral.receiver] = replace(part, basis=Basis.OWNER)


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
    )


def answered(status: ReferralStatus) -> Step:
    """Return the step that brings a referral to a status."""

    def step(state: Folding, record: Record) -> None:
        referral = state.referrals[record.id()]
        state.referrals[referral.id] = replace(
            referral,
            status=status,
            reason=record.text("reason"),
            alternative=record.text("alternative"),
            answered_at=record.recorded_at,
        )

    return step


def accepted(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    answered(ReferralStatus.ACCEPTED)(state, record)
    referral = state.referrals[record.id()]
    before = state.parts.get(referral.receiver)
    lasting = before if before is not None and before.is_live(record.recorded_at) else None
    own = record.author.organisation == referral.receiver
    state.parts[referral.receiver] = Part(
        referral.receiver,
        referral.receiver_role,
        lasting.basis if lasting and lasting.basis is Basis.OWNER else Basis.REFERRAL,
        lasting.purpose if lasting else referral.purpose,
        frozenset(referral.sections) | (lasting.sections if lasting else frozenset()),
        lasting.since if lasting else record.recorded_at,
        assigned=(lasting.assigned if lasting else None) or (record.author.member if own else None),
        referral=referral.id,
    )
    if referral.hands_over:
        take_over(state, referral, record.recorded_at)


def done(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    answered(ReferralStatus.DONE)(state, record)
    part = state.parts.get(state.referrals[record.id()].receiver)
    if part is not None and part.basis is Basis.REFERRAL and part.referral == record.id():
        state.parts[part.organisation] = replace(part, until=record.recorded_at)
