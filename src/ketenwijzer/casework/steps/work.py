"""What is to be done, who looked in an emergency, second persons, and the file itself."""

from dataclasses import replace
from datetime import datetime

from ..openings import Glass
from ..state import Flag, Part, Proposal, Record, Task
from ..statuses import Basis, CaseStatus
from .making import Folding, Step, entry_meant, recorder


def flagged(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    state.flags[record.id()] = Flag(
        record.id(), record.text("flag"), record.text("message"), record.day("due"), record.author
    )


def flag_resolved(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    state.flags[record.id()] = replace(state.flags[record.id()], resolved=record.text("reason"))


def task(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    about = record.data.get("about")
    state.tasks[record.id()] = Task(
        record.id(),
        record.id("organisation"),
        record.text("task"),
        record.day("due"),
        about if isinstance(about, int) else 0,
    )


def task_done(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    state.tasks[record.id()] = replace(state.tasks[record.id()], outcome=record.text("outcome"))


def glass(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    organisation, member = recorder(record), record.author.member
    if member is None:
        return
    until = datetime.fromisoformat(record.text("until"))
    section = record.text("section")
    state.glasses.append(
        Glass(record.number, member, organisation, section, record.text("reason"), until)
    )
    part = state.parts.get(organisation)
    if part is not None and part.is_live(record.recorded_at):
        if part.only == member and part.until is not None:
            state.parts[organisation] = replace(part, until=max(part.until, until))
    else:
        state.parts[organisation] = Part(
            organisation,
            record.author.role,
            Basis.GLASS,
            "emergency",
            frozenset({section}),
            record.recorded_at,
            until,
            assigned=member,
            only=member,
        )


def glass_reviewed(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    state.glasses = [
        replace(glass, reviewed=record.text("verdict"))
        if glass.number == entry_meant(record)
        else glass
        for glass in state.glasses
    ]


# ------------------------------------------------------------------ second persons, the file itself


def proposed(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    state.proposals[record.number] = Proposal(record.number, record.author)


def proposal_answered(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    number = entry_meant(record)
    state.proposals[number] = replace(
        state.proposals[number], answer=record.kind, answered_at=record.recorded_at
    )


def merged(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    other = record.id("case")
    if record.text("side") == "into":
        state.merged_into, state.status = other, CaseStatus.MERGED
    else:
        state.merged.add(other)


def unmerged(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    state.merged.discard(record.id("case"))
    if state.merged_into is not None:
        closings = [r.kind for r in state.records if r.kind in ("case_closed", "case_reopened")]
        closed = closings[-1:] == ["case_closed"]
        state.merged_into = None
        state.status = CaseStatus.CLOSED if closed else CaseStatus.OPEN


def status(status: CaseStatus) -> Step:
    """Return the step that brings the case to a status."""

    def step(state: Folding, _: Record) -> None:
        state.status = status

    return step
