"""What others did since a form to refer was opened, as far as whoever refers may read of it."""

from uuid import UUID

from ..access import OpenCase
from ..errors import Stale
from ..events import BASICS, KINDS
from ..state import Record

# What changes where she is referred to, and what may be shared there.
REFERRING = (
    "referral_made",
    "referral_accepted",
    "referral_declined",
    "referral_withdrawn",
    "referral_expired",
    "referral_done",
)
SHARING = (
    "consent_given",
    "consent_withheld",
    "consent_withdrawn",
    "ground_confirmed",
    "ground_refused",
)


def refuse_overtaken(
    case: OpenCase, receiver: UUID, service: str, sections: tuple[str, ...], seen: int
) -> None:
    """Raise `Stale` if somebody else did, after entry number `seen`, what bears on a referral.

    That is: referred her to this receiver or for this service, or answered that; recorded what
    may be shared with the receiver; or changed what goes along. What the member may not read is
    passed over: it would tell that it is there.
    """
    going = {BASICS, *sections}
    newer = tuple(
        record.number
        for record in case.state.records
        if record.number > seen
        and record.author.member != case.member.id
        and case.reads(record)
        and _bears_on(case, record, receiver, service, going)
    )
    if newer:
        raise Stale(newer)


def _bears_on(
    case: OpenCase, record: Record, receiver: UUID, service: str, going: set[str]
) -> bool:
    """Tell whether an entry bears on a referral to a receiver, for a service, of some sections."""
    state, kind = case.state, KINDS.get(record.kind)
    if record.kind in REFERRING:
        referral = state.referrals[record.id()]
        return receiver == referral.receiver or service == referral.service
    if record.kind in SHARING:
        shared = state.consents.get(record.id()) or state.grounds.get(record.id())
        return shared is not None and shared.receiver == receiver
    if kind is None or kind.system or kind.between:
        return False
    return case.section_of(record) in going
