"""Where an entry stands, and whom it concerns: what the access decision asks of an entry itself."""

from uuid import UUID

from ..corpus.agreement import Agreement
from .events import KINDS
from .state import CaseState, Record

ADDED, CHECKED = "document_added", "document_checked"


def concerned_by(record: Record, state: CaseState) -> set[UUID | None]:
    """Return the organisations that an entry between organisations concerns, and the owner."""
    concerned = {record.author.organisation, state.owner}
    named = record.text("id")
    agreed = UUID(named) if named else UUID(int=0)
    if agreed in state.referrals:
        concerned |= {state.referrals[agreed].sender, state.referrals[agreed].receiver}
    if agreed in state.consents:
        concerned.add(state.consents[agreed].receiver)
    if agreed in state.requests:
        concerned.add(state.requests[agreed].author.organisation)
    if agreed in state.grounds and state.grounds[agreed].confirmed:
        concerned.add(state.grounds[agreed].receiver)
    return concerned | _given_work(record, state, agreed)


def _given_work(record: Record, state: CaseState, task: UUID) -> set[UUID | None]:
    """Return whose task, assignment, released entry or broken glass an entry is about."""
    if record.kind in ("task_made", "member_assigned", "item_released"):
        return {record.id("organisation")}
    if record.kind == "task_done" and task in state.tasks:
        return {state.tasks[task].organisation}
    if record.kind == "glass_reviewed":
        number = record.data.get("number")
        return {glass.organisation for glass in state.glasses if glass.number == number}
    return set()


def section_of(record: Record, agreement: Agreement, state: CaseState) -> str:
    """Return the section in which an entry stands; entries about another stand where that does."""
    kind = KINDS.get(record.kind)
    if kind is None:
        return ""
    if kind.section:
        return kind.section
    if record.kind == ADDED:
        return record.text("section")
    number = record.data.get("number")
    if isinstance(number, int) and record.kind != "statement_recorded":
        about = state.record(number)
        return section_of(about, agreement, state) if about is not None else ""
    statement = agreement.statements.get(record.text("type"))
    return statement.section_of(record.values("attributes")) if statement is not None else ""
