"""Who sees to what is still open: a referral, a task; so that nothing is ever in limbo."""

from datetime import date
from uuid import UUID, uuid4

from ...engine.vocabulary import Text
from ..access import OpenCase
from ..errors import Denied, Refused
from ..events import BASICS
from ..lines import tasks_of
from ..reasons import said
from ..state import Referral, Task
from ..writing import Writing

NO_TASK = Text("Deze taak is er niet (meer).", "This task is no longer there.")


def keeper_of(case: OpenCase, referral: Referral) -> UUID:
    """Return who sees to a referral: the sender, or the owner once the sender has left."""
    part = case.state.parts.get(referral.sender)
    if part is not None and part.is_live(case.now):
        return referral.sender
    return case.state.owner or referral.sender


def sent_by(case: OpenCase, referral: UUID) -> Referral:
    """Return a referral that the member's organisation sees to; raises `Denied` for any other."""
    found = case.state.referrals.get(referral)
    own = case.member.organisation_id
    if found is None or own is None or keeper_of(case, found) != own:
        raise Denied("only_sender", said("only_sender"))
    case.require(case.may_record(BASICS))
    return found


def own_tasks(case: OpenCase) -> list[Task]:
    """Return what the member's organisation must still do; the owner also what nobody else can."""
    part = case.decider.part
    if part is None:
        return []
    return sorted(tasks_of(case.state, part, case.now), key=lambda task: task.due or date.max)


def own_task(case: OpenCase, task: UUID, *kinds: str) -> Task:
    """Return an open task of the member's organisation, of these kinds; raises `Refused`."""
    case.require(case.may_record(BASICS))
    for found in own_tasks(case):
        if found.id == task and (not kinds or found.kind in kinds):
            return found
    raise Refused("no_task", NO_TASK)


def give_task(
    case: Writing, organisation: UUID, kind: str, due: date, about: int, **data: object
) -> None:
    """Give an organisation something to do, by a day."""
    case.add(
        "task_made",
        None,
        id=uuid4().hex,
        organisation=organisation.hex,
        task=kind,
        due=due.isoformat(),
        about=about,
        **data,
    )


def finish_tasks(case: Writing, kind: str, about: int, outcome: str) -> None:
    """Record that the open tasks of a kind that an entry brought about are done."""
    for task in case.state.tasks.values():
        if task.kind == kind and task.about == about and not task.outcome:
            case.add("task_done", None, id=task.id.hex, outcome=outcome)


def task_to_refer_again(case: Writing, referral: Referral, about: int) -> None:
    """Give whoever sees to a referral the task to find another way; the owner hears of it too."""
    for organisation in sorted({keeper_of(case, referral), case.state.owner or referral.sender}):
        give_task(case, organisation, "refer_again", case.today, about)
