"""Writes the access log: one line per subject for every reading and writing, allowed or not."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from .adding import add
from .decision import Decision
from .keystore import keys
from .models import AccessLine, Member
from .sealing import blind


def write_line(
    case: UUID,
    member: Member | None,
    activity: str,
    decision: Decision,
    now: datetime,
    sections: str = "",
) -> AccessLine:
    """Write one line of the access log."""
    line = _line(case, member, activity, decision, now, sections)
    add([line])
    return line


def write_lines(
    decided: Iterable[tuple[UUID, Decision]],
    member: Member,
    activity: str,
    now: datetime,
    sections: str = "",
) -> None:
    """Write a line for each of these cases, all in one statement."""
    AccessLine.objects.bulk_create(
        _line(case, member, activity, decision, now, sections) for case, decision in decided
    )


def _line(
    case: UUID,
    member: Member | None,
    activity: str,
    decision: Decision,
    now: datetime,
    sections: str,
) -> AccessLine:
    return AccessLine(
        at=now,
        subject=subject_token(case),
        organisation_id=member.organisation_id if member else None,
        member_id=member.id if member else None,
        activity=activity,
        sections=sections,
        purpose=decision.purpose,
        basis=decision.basis,
        allowed=decision.allowed,
        reason=decision.reason,
        policy=decision.policy,
    )


def subject_token(case: UUID) -> bytes:
    """Return under which keyed hash the log knows a case."""
    return blind(keys().secret("name subjects in the log"), case.hex)
