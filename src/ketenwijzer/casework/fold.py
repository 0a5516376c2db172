"""The chronology, entry by entry, into what now holds."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from .state import CaseState, Record
from .statuses import CaseStatus, ReferralStatus
from .steps import parts, rights, sharing, work
from .steps.making import Folding, Step, continued, entry_meant

SEALED = "entry_sealed"
REPLACING = (
    "identity_recorded",
    "contact_plan_recorded",
    "exploitation_recorded",
    "health_recorded",
    "care_recorded",
)

STEPS: dict[str, Step] = {
    "case_opened": parts.opened,
    "member_assigned": parts.assigned,
    "referral_made": parts.referred,
    "referral_seen": parts.answered(ReferralStatus.SEEN),
    "referral_accepted": parts.accepted,
    "referral_declined": parts.answered(ReferralStatus.DECLINED),
    "referral_withdrawn": parts.answered(ReferralStatus.WITHDRAWN),
    "referral_expired": parts.answered(ReferralStatus.EXPIRED),
    "referral_done": parts.done,
    "consent_given": sharing.consent,
    "consent_withheld": sharing.consent,
    "consent_withdrawn": sharing.consent_withdrawn,
    "ground_proposed": sharing.ground,
    "ground_confirmed": sharing.ground_confirmed,
    "ground_refused": sharing.ground_refused,
    "item_released": sharing.released,
    "bar_set": sharing.barred,
    "bar_lifted": sharing.barred,
    "flag_raised": work.flagged,
    "flag_resolved": work.flag_resolved,
    "task_made": work.task,
    "task_done": work.task_done,
    "request_made": rights.asked,
    "request_answered": rights.answered,
    "restriction_lifted": rights.lifted,
    "glass_broken": work.glass,
    "glass_reviewed": work.glass_reviewed,
    "statement_proposed": work.proposed,
    "statement_confirmed": work.proposal_answered,
    "statement_refused": work.proposal_answered,
    "case_erased": work.status(CaseStatus.ERASED),
    "case_merged": work.merged,
    "case_unmerged": work.unmerged,
    "case_closed": work.status(CaseStatus.CLOSED),
    "case_reopened": work.status(CaseStatus.OPEN),
}


def fold(case: UUID, records: Iterable[Record]) -> CaseState:
    """Return what holds after these records, in the order in which they were recorded.

    What was sealed never counted: it is left out before anything follows from it, so that the
    state just after sealing is the state that is read back.
    """
    folding = Folding(case)
    everything = tuple(records)
    folding.sealed = {entry_meant(r) for r in everything if r.kind == SEALED}
    _take(folding, (r for r in everything if r.number not in folding.sealed))
    return _state(folding)


def fold_on(state: CaseState, records: Sequence[Record]) -> CaseState:
    """Return what holds after more records: the same as all of them together give."""
    if any(record.kind == SEALED for record in records):
        return fold(state.id, (*state.records, *records))
    folding = continued(state)
    _take(folding, records)
    return _state(folding)


def _take(folding: Folding, records: Iterable[Record]) -> None:
    for record in records:
        folding.records.append(record)
        step = STEPS.get(record.kind)
        if step is not None:
            step(folding, record)
        if record.kind in REPLACING:
            folding.latest[record.kind] = record


def _state(folding: Folding) -> CaseState:
    return CaseState(
        id=folding.case,
        records=tuple(folding.records),
        status=folding.status,
        owner=folding.owner,
        parts=folding.parts,
        referrals=folding.referrals,
        consents=folding.consents,
        grounds=folding.grounds,
        flags=folding.flags,
        tasks=folding.tasks,
        requests=folding.requests,
        proposals=folding.proposals,
        glasses=tuple(folding.glasses),
        releases=frozenset(folding.releases),
        barred_organisations=frozenset(folding.barred_organisations),
        barred_members=frozenset(folding.barred_members),
        sealed=frozenset(folding.sealed),
        merged_into=folding.merged_into,
        merged=frozenset(folding.merged),
        latest=folding.latest,
    )
