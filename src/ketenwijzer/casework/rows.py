"""Writes the rows that lists need, from what holds in a case; the same rows from the same entries.

In the transaction of the deed, by the command that rebuilds them all, and on the days on which
a case changes by itself.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from .adding import change, put
from .chronology import read
from .decision import Decider
from .lines import decider_for, line_of
from .models import (
    NEVER,
    Bar,
    Case,
    Involvement,
    Member,
    ReferralRow,
    SearchToken,
    TaskRow,
)
from .names import tokens_of
from .notices import next_stage, tell_desks
from .position import HERE, look_again, whole_of
from .state import CaseState, Part, Record
from .statuses import Basis, CaseStatus

OF_CASE = ("status", "merged_into_id", "look_again")
BARRING = ("bar_set", "bar_lifted", "case_unmerged")


@dataclass(frozen=True, slots=True)
class Lines:
    """The line of each organisation as it is stored, and when the first of them changes."""

    rows: list[dict[str, object]]
    look_again: date


def write_rows(
    case: Case,
    state: CaseState,
    now: datetime,
    before: CaseState | None = None,
    lines: Lines | None = None,
    *,
    looked: bool = False,
) -> None:
    """Bring all rows of a case in line with what holds in it; the caller holds the transaction.

    `before` is what held when they were last written: referrals and tasks that did not change
    since are left as they are. `lines` are those of this state, where they were made before.
    The next tick looks at a case in which something was recorded, and tells each desk what is new
    there; where it was the tick that `looked`, that is done here.
    """
    states = with_merged(state)
    made = lines or lines_of(case.id, states, now)
    stood = [getattr(case, name) for name in OF_CASE]
    case.status = state.status
    case.merged_into_id = state.merged_into
    today = now.astimezone(HERE).date()
    turns = next_stage(made.rows, today) if looked else today
    case.look_again = min(made.look_again, turns)
    now_other = (n for n, was in zip(OF_CASE, stood, strict=True) if getattr(case, n) != was)
    put(Involvement, made.rows, ("case_id", "organisation_id"))
    change(case, ("head_number", "head_digest", *now_other))
    if before is None or before.referrals != state.referrals:
        _write_referrals(case, state)
    if before is None or before.tasks != state.tasks:
        _write_tasks(case, state)
    if looked:
        tell_desks(case, made.rows, now)
    _write_bars(case, states)
    _write_tokens(case, state)


def with_merged(state: CaseState) -> tuple[CaseState, ...]:
    """Return the state of a case and of every case that was merged into it."""
    return (state, *(read(other) for other in sorted(state.merged)))


def renew(case: UUID, now: datetime) -> None:
    """Make the rows of a case anew because a file that was merged into it changed."""
    kept = Case.objects.select_for_update(of=("self",), no_key=True).get(id=case)
    write_rows(kept, read(case), now)


# ------------------------------------------------------------------ the worklist


def lines_of(case: UUID, states: tuple[CaseState, ...], now: datetime) -> Lines:
    """Return the line of each organisation in a case, and when one changes by itself."""
    state, whole = states[0], whole_of(states, now.astimezone(HERE).date())
    ends = [consent.until for one in states for consent in one.consents.values()]
    ends += [ground.until for one in states for ground in one.grounds.values()]
    changes = look_again(whole.events, whole.position, [day for day in ends if day])
    made: list[dict[str, object]] = []
    for part in state.parts.values():
        decider = decider_for(states, part, now)
        line = line_of(whole, decider, part, now)
        changes = min(changes, line.changes)
        made.append(
            {
                "case_id": case,
                "organisation_id": part.organisation,
                "member_id": part.only or part.assigned,
                "basis": part.basis,
                "purpose": part.purpose,
                "since": part.since,
                "until": part.until,
                "live": part.is_live(now) and state.status is not CaseStatus.ERASED,
                "barred": any(part.organisation in one.barred_organisations for one in states),
                "open": _is_open(state, part),
                "named": _is_named(decider),
                "phase": line.phase,
                "due": line.due,
                "action": line.action,
                "signs": line.signs,
                "ahead": "\n".join(due.written() for due in line.ahead),
                "spent": "\n".join(stretch.written() for stretch in line.spent),
                "soonest": min((due.day for due in line.ahead), default=NEVER),
            }
        )
    return Lines(made, changes)


def _is_named(decider: Decider) -> bool:
    """Tell whether the organisation may find the case by her name: it reads who she is."""
    identity = decider.state.latest.get("identity_recorded")
    return identity is not None and decider.record(identity).allowed


def _is_open(state: CaseState, part: Part) -> bool:
    """Tell whether a case asks anything of an organisation.

    Partners of a file that was merged away still work from that file: it stays on their lists. So
    does a closed one in which a request of hers awaits an answer.
    """
    merged_away = state.status is CaseStatus.MERGED and part.basis is not Basis.OWNER
    asked = any(not request.outcome for request in state.requests.values())
    awaited = asked and part.basis is Basis.OWNER and state.status is not CaseStatus.ERASED
    return state.status is CaseStatus.OPEN or merged_away or awaited


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
        named = {member for state in states for member in state.barred_members}
        barred = set(Member.objects.filter(id__in=named).values_list("id", flat=True))
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
