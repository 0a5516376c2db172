"""The closed lists of a case: where it is, where a referral is, on what a part in it rests."""

from enum import StrEnum


class CaseStatus(StrEnum):
    """Where a case is in its life."""

    OPEN = "open"
    CLOSED = "closed"
    MERGED = "merged"
    ERASED = "erased"


class ReferralStatus(StrEnum):
    """Where a referral is; the chips on screen."""

    SENT = "sent"
    SEEN = "seen"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    DONE = "done"


class Basis(StrEnum):
    """On what an organisation's part in a case rests."""

    OWNER = "owner"
    REFERRAL = "referral"
    GLASS = "glass"


class MemberRole(StrEnum):
    """What someone does for an organisation; analysts and administrators see no cases."""

    WORKER = "worker"
    COORDINATOR = "coordinator"
    SUPERVISOR = "supervisor"
    ANALYST = "analyst"
    ADMINISTRATOR = "administrator"


class Stage(StrEnum):
    """What there is to tell of something with a day, from the day it is known."""

    NEW = "new"
    SOON = "soon"
    DUE = "due"
    LATE = "late"
    ESCALATED = "escalated"


SEES_CASES = (MemberRole.WORKER, MemberRole.COORDINATOR, MemberRole.SUPERVISOR)
OVERSEES = (MemberRole.COORDINATOR, MemberRole.SUPERVISOR)


def choices(kinds: type[StrEnum]) -> list[tuple[str, str]]:
    """Return the values of a list as a column wants them."""
    return [(kind.value, kind.value) for kind in kinds]
