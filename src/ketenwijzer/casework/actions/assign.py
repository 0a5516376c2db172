"""Who has a case in hand: taken, given, and given back when somebody leaves."""

from datetime import datetime
from uuid import UUID

from ...engine.vocabulary import Text
from ..errors import Denied, Refused
from ..events import BASICS
from ..models import Involvement, Member
from ..reasons import said
from ..statuses import Basis
from ..writing import Writing, writing_by_mechanism
from .keeping import give_task

NO_COLLEAGUE = Text(
    "Kies een collega die dossiers behandelt.", "Choose a colleague who handles cases."
)


def assign(case: Writing, member: UUID | None) -> None:
    """Give a case to a colleague, or back to the organisation.

    Whoever handles cases may take what nobody has; only a coordinator or supervisor gives it to
    another.
    """
    case.require(case.may_record(BASICS))
    organisation = case.member.organisation_id
    part = case.state.parts.get(organisation) if organisation else None
    if part is None or organisation is None:
        raise Denied("not_involved", said("not_involved"))
    taking = member == case.member.id and part.assigned is None
    giving_back = member is None and part.assigned == case.member.id
    if not (taking or giving_back or case.member.oversees):
        raise Denied("only_coordinator", said("only_coordinator"))
    if member is not None and not _handles(member, organisation):
        raise Refused("no_colleague", NO_COLLEAGUE, "member")
    if member in case.state.barred_members:
        raise Refused("no_colleague", NO_COLLEAGUE, "member")
    if member == part.assigned:
        return
    _record(case, organisation, member)
    for task in case.state.tasks.values():
        waits = task.kind == "assign_again" and not task.outcome
        if member is not None and waits and task.organisation == organisation:
            case.add("task_done", None, id=task.id.hex, outcome="assigned")


def release_member(leaving: Member, now: datetime) -> int:
    """Give every case of somebody who leaves back to the organisation; return how many.

    Nothing is left without somebody: each becomes a task of the organisation, that escalates.
    """
    lines = Involvement.objects.filter(member=leaving, live=True).select_related("case")
    lines = lines.exclude(basis=Basis.GLASS)
    count = 0
    for line in lines:
        with writing_by_mechanism(line.case.number, now, "member_left") as case:
            _record(case, line.organisation_id, None)
            about = case.case.head_number + len(case.drafts)
            give_task(case, line.organisation_id, "assign_again", case.today, about)
        count += 1
    return count


def _record(case: Writing, organisation: UUID, member: UUID | None) -> None:
    case.add(
        "member_assigned",
        None,
        organisation=organisation.hex,
        member=member.hex if member else "",
    )


def _handles(member: UUID, organisation: UUID) -> bool:
    found = Member.objects.filter(id=member, organisation=organisation, is_active=True).first()
    return found is not None and found.sees_cases
