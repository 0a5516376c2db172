"""Writes the rows that lists need, from what holds in a case; the same rows from the same entries.

In the transaction of the deed, by the command that rebuilds them all, and on the days on which
a case changes by itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from ..engine.duties import DutyRow, DutyState
from .chronology import read
from .decision import Decider, Subject
from .models import (
    NEVER,
    Bar,
    Case,
    Involvement,
    ReferralRow,
    SearchToken,
    TaskRow,
)
from .names import tokens_of
from .position import HERE, Seen, agreement, events_of, look_again, position_of, seen_of
from .state import CaseState, Part, Record, Task
from .statuses import Basis, CaseStatus, MemberRole

BARRING = ("bar_set", "bar_lifted", "case_unmerged")
OPEN_DUTIES = (DutyState.DUE, DutyState.OVERDUE, DutyState.PENDING)


@dataclass(frozen=True, slots=True)
class Line:
    """What the worklist of one organisation shows of a case."""

    phase: str
    due: date
    action: str
    signs: str


def write_rows(case: Case, state: CaseState, now: datetime) -> None:
    """Bring all rows of a case in line with what holds in it; the caller holds the transaction."""
    states = with_merged(state)
    today = now.astimezone(HERE).date()
    case.status = state.status
    case.merged_into_id = state.merged_into
    events = events_of(states)
    ends = [c.until for c in state.consents.values() if c.until is not None]
    case.look_again = look_again(events, position_of(events, today), ends)
    case.save(update_fields=["status", "merged_into", "look_again", "head_number", "head_digest"])
    _write_involvements(case, states, now)
    _write_referrals(case, state)
    _write_tasks(case, state)
    _write_bars(case, states)
    _write_tokens(case, state)


def with_merged(state: CaseState) -> tuple[CaseState, ...]:
    """Return the state of a case and of every case that was merged into it."""
    return (state, *(read(other) for other in sorted(state.merged)))


def renew(case: UUID, now: datetime) -> None:
    """Make the rows of a case anew because a file that was merged into it changed."""
    kept = Case.objects.select_for_update(of=("self",)).get(id=case)
    write_rows(kept, read(case), now)


# ------------------------------------------------------------------ the worklist


def _write_involvements(case: Case, states: tuple[CaseState, ...], now: datetime) -> None:
    state = states[0]
    made = []
    for part in state.parts.values():
        line = line_of(states, part, now)
        made.append(
            Involvement(
                case=case,
                organisation_id=part.organisation,
                member_id=part.assigned,
                basis=part.basis,
                purpose=part.purpose,
                since=part.since,
                until=part.until,
                live=part.is_live(now) and state.status is not CaseStatus.ERASED,
                barred=any(part.organisation in one.barred_organisations for one in states),
                open=_is_open(state, part),
                phase=line.phase,
                due=line.due,
                action=line.action,
                signs=line.signs,
            )
        )
    Involvement.objects.bulk_create(
        made,
        update_conflicts=True,
        unique_fields=["case", "organisation"],
        update_fields=[
            "member",
            "basis",
            "purpose",
            "since",
            "until",
            "live",
            "barred",
            "open",
            "phase",
            "due",
            "action",
            "signs",
        ],
    )


def _is_open(state: CaseState, part: Part) -> bool:
    """Tell whether a case asks anything of an organisation.

    Partners of a file that was merged away still work from that file: it stays on their lists.
    """
    merged_away = state.status is CaseStatus.MERGED and part.basis is not Basis.OWNER
    return state.status is CaseStatus.OPEN or merged_away


def line_of(states: tuple[CaseState, ...], part: Part, now: datetime) -> Line:
    """Return what the worklist of one organisation shows of a case at a moment."""
    return line_then(states, states, part, now, now.astimezone(HERE).date())


def line_then(
    states: tuple[CaseState, ...],
    then: tuple[CaseState, ...],
    part: Part,
    now: datetime,
    on: date,
) -> Line:
    """Return what a worklist shows of another day, or of what had been recorded `then`.

    What may be seen is always decided by what holds now.
    """
    seen = seen_of(then, visible_to(states, part, now), on)
    end = datetime.combine(on, time.max, HERE)
    at = min(now, end) if then is not states else now
    tasks = sorted(_tasks(then[0], part, seen, at))
    due, action = tasks[0] if tasks else (NEVER, "")
    signs = [*_signs(then[0])]
    if any(task.is_late(on) for task in tasks_of(then[0], part, at)):
        signs.append("escalated")
    return Line(seen.position.phase, due, action, " ".join(signs))


def visible_to(
    states: tuple[CaseState, ...], part: Part, now: datetime
) -> Callable[[Record], bool]:
    """Return what an organisation as a whole may see of the entries of these cases."""
    subject = Subject(UUID(int=0), part.organisation, part.role, MemberRole.SUPERVISOR)
    today = now.astimezone(HERE).date()
    decider = Decider(subject, states, agreement(), now, today)
    return lambda record: decider.record(record).allowed


def tasks_of(state: CaseState, part: Part, now: datetime) -> list[Task]:
    """Return the open tasks of an organisation.

    The owner also has those of organisations that take part no longer and so cannot do them.
    """
    return [
        task
        for task in state.tasks.values()
        if not task.outcome
        and (
            task.organisation == part.organisation
            or (part.basis is Basis.OWNER and not _takes_part(state, task.organisation, now))
        )
    ]


def _takes_part(state: CaseState, organisation: UUID, now: datetime) -> bool:
    part = state.parts.get(organisation)
    barred = organisation in state.barred_organisations
    return part is not None and part.is_live(now) and not barred


def _tasks(state: CaseState, part: Part, seen: Seen, now: datetime) -> Iterator[tuple[date, str]]:
    """Yield what the organisation must do, with the day: by law, by referral, by agreement."""
    for row in duties_for(seen, part.role):
        yield row.due or NEVER, row.norm
    for task in tasks_of(state, part, now):
        yield task.due or NEVER, f"task.{task.kind}"
    if part.basis is Basis.OWNER:
        for referral in state.referrals.values():
            if referral.is_open and referral.answer_by:
                yield referral.answer_by, "task.await_answer"
        for flag in state.flags.values():
            if not flag.resolved and flag.due:
                yield flag.due, "task.resolve_flag"


def duties_for(seen: Seen, role: str) -> list[DutyRow]:
    """Return the open duties of one kind of organisation, as far as it may see their grounds."""
    return [
        row
        for row in seen.position.duties
        if row.bearer == role and row.state in OPEN_DUTIES and row.norm not in seen.withheld
    ]


def _signs(state: CaseState) -> Iterator[str]:
    """Yield the signs that everyone involved sees: danger, minor or perhaps one, open flags."""
    contact = state.latest.get("contact_plan_recorded")
    if contact is not None and contact.data.get("danger_now") is True:
        yield "danger"
    if contact is None:
        yield "no_contact_plan"
    if state.status is CaseStatus.CLOSED:
        yield "closed"
    if any(not flag.resolved for flag in state.flags.values()):
        yield "flag"


# ------------------------------------------------------------------ the other rows


def _write_referrals(case: Case, state: CaseState) -> None:
    if not state.referrals:
        return
    ReferralRow.objects.bulk_create(
        (
            ReferralRow(
                id=referral.id,
                case=case,
                sender_id=referral.sender,
                receiver_id=referral.receiver,
                service=referral.service,
                status=referral.status,
                open=referral.is_open,
                made_at=referral.made_at,
                answer_by=referral.answer_by or NEVER,
            )
            for referral in state.referrals.values()
        ),
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["sender", "status", "open", "answer_by"],
    )


def _write_tasks(case: Case, state: CaseState) -> None:
    if not state.tasks:
        return
    open_ = {task.id: task for task in state.tasks.values() if not task.outcome}
    TaskRow.objects.filter(case=case).exclude(id__in=open_).delete()
    TaskRow.objects.bulk_create(
        (
            TaskRow(
                id=task.id,
                case=case,
                organisation_id=task.organisation,
                kind=task.kind,
                due=task.due or NEVER,
            )
            for task in open_.values()
        ),
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["organisation"],
    )


def _write_bars(case: Case, states: tuple[CaseState, ...]) -> None:
    """Bar whom this file bars, and whom a file bars that was merged into it."""
    if any(record.kind in BARRING for state in states for record in state.records):
        barred = {member for state in states for member in state.barred_members}
        Bar.objects.filter(case=case).exclude(member__in=barred).delete()
        Bar.objects.bulk_create(
            (Bar(case=case, member_id=member) for member in sorted(barred)),
            ignore_conflicts=True,
        )


def _write_tokens(case: Case, state: CaseState) -> None:
    """Write the search tokens anew, if the last thing recorded was who she is."""
    identity = state.latest.get("identity_recorded")
    changed = bool(state.records) and state.records[-1].recorded_at
    if identity is None or (changed and identity.recorded_at != changed):
        return
    replace_tokens(case, identity)


def replace_tokens(case: Case, identity: Record) -> None:
    """Replace the search tokens of a case."""
    SearchToken.objects.filter(case=case).delete()
    SearchToken.objects.bulk_create(
        SearchToken(case=case, token=token) for token in sorted(tokens_of(identity.data))
    )
