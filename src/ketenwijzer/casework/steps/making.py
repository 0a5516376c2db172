"""The state of a case while it is being made, and what every step needs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from ..openings import Glass, Release
from ..state import (
    CaseState,
    Consent,
    Flag,
    Ground,
    Part,
    Proposal,
    Record,
    Referral,
    Request,
    Task,
)
from ..statuses import CaseStatus


@dataclass(slots=True)
class Folding:
    """The state while it is being made."""

    case: UUID
    records: list[Record] = field(default_factory=list)
    status: CaseStatus = CaseStatus.OPEN
    owner: UUID | None = None
    parts: dict[UUID, Part] = field(default_factory=dict)
    referrals: dict[UUID, Referral] = field(default_factory=dict)
    consents: dict[UUID, Consent] = field(default_factory=dict)
    grounds: dict[UUID, Ground] = field(default_factory=dict)
    flags: dict[UUID, Flag] = field(default_factory=dict)
    tasks: dict[UUID, Task] = field(default_factory=dict)
    requests: dict[UUID, Request] = field(default_factory=dict)
    proposals: dict[int, Proposal] = field(default_factory=dict)
    glasses: list[Glass] = field(default_factory=list)
    releases: set[Release] = field(default_factory=set)
    barred_organisations: set[UUID] = field(default_factory=set)
    barred_members: set[UUID] = field(default_factory=set)
    sealed: set[int] = field(default_factory=set)
    merged_into: UUID | None = None
    merged: set[UUID] = field(default_factory=set)
    latest: dict[str, Record] = field(default_factory=dict)


Step = Callable[[Folding, Record], None]


def continued(state: CaseState) -> Folding:
    """Return a state as one that can be changed again; what it holds itself stays as it is."""
    return Folding(
        case=state.id,
        records=list(state.records),
        status=state.status,
        owner=state.owner,
        parts=dict(state.parts),
        referrals=dict(state.referrals),
        consents=dict(state.consents),
        grounds=dict(state.grounds),
        flags=dict(state.flags),
        tasks=dict(state.tasks),
        requests=dict(state.requests),
        proposals=dict(state.proposals),
        glasses=list(state.glasses),
        releases=set(state.releases),
        barred_organisations=set(state.barred_organisations),
        barred_members=set(state.barred_members),
        sealed=set(state.sealed),
        merged_into=state.merged_into,
        merged=set(state.merged),
        latest=dict(state.latest),
    )


def recorder(record: Record) -> UUID:
    """Return the organisation that recorded; raises ValueError where there must be one."""
    found = record.author.organisation
    if found is None:
        raise ValueError(record.kind)
    return found


def entry_meant(record: Record) -> int:
    """Return the number of the entry that a record is about."""
    found = record.data.get("number")
    return found if isinstance(found, int) else 0
