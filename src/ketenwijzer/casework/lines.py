"""What the worklist of one organisation shows of a case: as far as that organisation may see."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from operator import itemgetter
from uuid import UUID

from ..engine.calendar import DAY
from ..engine.duties import DutyRow, DutyState
from ..engine.terms import TermState
from ..engine.view import View
from .age import changes_by_itself, may_be_child, told_group
from .decision import Decider, Subject
from .events import CONTACT
from .models import NEVER
from .position import HERE, Seen, Whole, agreement, corpus, whole_of
from .state import CaseState, Part, Task
from .statuses import Basis, CaseStatus, MemberRole

OPEN_DUTIES = (DutyState.DUE, DutyState.OVERDUE, DutyState.PENDING)


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """Something with a day: a duty by its norm, `task.…`, or the last day of a term, `term.…`.

    `rolled_from` is the day on which a term would have ended, had that not been a day off.
    """

    day: date
    name: str
    rolled_from: date | None = None

    @property
    def is_term(self) -> bool:
        """Tell whether a term ends, which asks nothing by itself."""
        return self.name.startswith("term.")

    def written(self) -> str:
        """Return it as a line of the row that keeps it."""
        rolled = f" {self.rolled_from.isoformat()}" if self.rolled_from else ""
        return f"{self.day.isoformat()} {self.name}{rolled}"


def read_due(text: str) -> Due:
    """Return what `Due.written` wrote."""
    day, name, *rolled = text.split(" ")
    return Due(date.fromisoformat(day), name, *map(date.fromisoformat, rolled))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A duty from the day it stood: by when it had to be done, and when it was; None: not yet."""

    norm: str
    since: date
    due: date | None
    met: date | None

    def written(self) -> str:
        """Return it as a line of the row that keeps it."""
        days = (day.isoformat() if day else "-" for day in (self.since, self.due, self.met))
        return " ".join((self.norm, *days))


def read_stretch(text: str) -> Stretch:
    """Return what `Stretch.written` wrote."""
    norm, since, *days = text.split(" ")
    due, met = (None if day == "-" else date.fromisoformat(day) for day in days)
    return Stretch(norm, date.fromisoformat(since), due, met)


@dataclass(frozen=True, slots=True)
class Line:
    """What the worklist of one organisation shows of a case, and when a sign changes by itself.

    `ahead` is all that has a day, in order: what must be done and which terms end.
    """

    phase: str
    due: date
    action: str
    signs: str
    changes: date
    ahead: tuple[Due, ...] = ()
    spent: tuple[Stretch, ...] = ()


def line_of(whole: Whole, decider: Decider, part: Part, now: datetime) -> Line:
    """Return what the worklist of one organisation shows of a case at a moment."""
    return _line(whole, decider, decider.state, part, now, now.astimezone(HERE).date())


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
    end = datetime.combine(on, time.max, HERE)
    at = min(now, end) if then is not states else now
    return _line(whole_of(then, on), decider_for(states, part, now), then[0], part, at, on)


def _line(
    whole: Whole, decider: Decider, state: CaseState, part: Part, at: datetime, on: date
) -> Line:
    seen = whole.seen(lambda record: decider.record(record).allowed)
    wanted = list(_tasks(state, part, seen, at))
    due, action = min(wanted, key=itemgetter(0), default=(NEVER, ""))
    signs = [*_signs(state, decider)]
    view = View(corpus(), seen.events, on)
    if may_be_child(view, told_group(whole.events)):
        signs.append("minor")
    if any(task.is_late(on) for task in tasks_of(state, part, at)):
        signs.append("escalated")
    changes = changes_by_itself(view)
    ahead = {Due(day, name) for day, name in wanted if day != NEVER} | set(_ending(seen))
    return Line(
        seen.position.phase,
        due,
        action,
        " ".join(signs),
        changes,
        tuple(sorted(ahead, key=_order)),
        tuple(_spent(seen, part.role)),
    )


def decider_for(states: tuple[CaseState, ...], part: Part, now: datetime) -> Decider:
    """Return what decides about an organisation as a whole: what all its members may see."""
    subject = Subject(UUID(int=0), part.organisation, part.role, MemberRole.SUPERVISOR)
    return Decider(subject, states, agreement(), now, now.astimezone(HERE).date())


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
    """Yield what the organisation must do, with the day: by agreement, by referral, by law.

    Of duties on one day, or without one, the one that arose last comes first: what always lies
    there says nothing about this case.
    """
    for task in tasks_of(state, part, now):
        yield task.due or NEVER, f"task.{task.kind}"
    if part.basis is Basis.OWNER:
        for referral in state.referrals.values():
            if referral.is_open and referral.answer_by:
                yield referral.answer_by, "task.await_answer"
        for flag in state.flags.values():
            if not flag.resolved and flag.due:
                yield flag.due, "task.resolve_flag"
    duties = duties_for(seen, part.role)
    for row in sorted(duties, key=lambda row: row.since or date.min, reverse=True):
        yield row.due or NEVER, row.norm


def _order(due: Due) -> tuple[date, str]:
    return due.day, due.name


def _ending(seen: Seen) -> Iterator[Due]:
    """Yield the last days of the terms that run, as far as the organisation is told of them."""
    for term in seen.position.terms:
        if term.ends is None or term.state is not TermState.RUNNING:
            continue
        if term.term not in seen.withheld_terms:
            first = next((step.day for step in term.steps if step.id == "roll"), None)
            yield Due(term.ends, f"term.{term.term}", first - DAY if first else None)


def duties_for(seen: Seen, role: str) -> list[DutyRow]:
    """Return the open duties of one kind of organisation, as far as it may see their grounds."""
    return [
        row
        for row in seen.position.duties
        if row.bearer == role and row.state in OPEN_DUTIES and row.norm not in seen.withheld
    ]


def _spent(seen: Seen, role: str) -> Iterator[Stretch]:
    """Yield the duties of one kind of organisation that were done, or still stand."""
    for row in seen.position.duties:
        stands = row.state in (DutyState.DUE, DutyState.OVERDUE)
        mine = row.bearer == role and row.norm not in seen.withheld
        if mine and row.since is not None and (row.met_on or stands):
            yield Stretch(row.norm, row.since, row.due, row.met_on)


def _signs(state: CaseState, decider: Decider) -> Iterator[str]:
    """Yield the signs of a line; those of the contact plan only for whoever sees that section."""
    contact = state.latest.get("contact_plan_recorded")
    if decider.section(CONTACT).allowed:
        if contact is not None and contact.data.get("danger_now") is True:
            yield "danger"
        if contact is None:
            yield "no_contact_plan"
    if state.status is CaseStatus.CLOSED:
        yield "closed"
    if any(not flag.resolved for flag in state.flags.values()):
        yield "flag"
    if state.restricted:
        yield "restricted"
