"""What is coming at a desk, and what it was told: on the cases that one has in hand."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from .access import visible
from .lines import Due, read_due
from .models import NEVER, Deputy, Involvement, Member, Notice
from .position import HERE
from .queries import whose
from .statuses import Stage

PERIODS = (7, 30, 90)
MOST_CASES = 300
MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Coming:
    """Something that is due or ends, in one case, and who has that case in hand."""

    due: Due
    line: Involvement

    @property
    def is_term(self) -> bool:
        """Tell whether a term ends, which asks nothing by itself."""
        return self.due.is_term


@dataclass(frozen=True, slots=True)
class Desk:
    """What is coming, in order of its day; `until` is the last day of which all is here.

    `absent` are colleagues who are away in that time, with who stands in.
    """

    coming: tuple[Coming, ...]
    until: date
    whole: bool
    absent: tuple[Deputy, ...]


def desk_of(member: Member, now: datetime, tab: str, days: int) -> Desk:
    """Return what is due, late or ends at a member's desk within so many days.

    Where there are too many cases to show, it goes as far as all of it can be shown.
    """
    today = now.astimezone(HERE).date()
    until = today + timedelta(days=days)
    lines = whose(visible(member, now), member, now, tab).filter(open=True, soonest__lte=until)
    ordered = lines.select_related("case", "member").order_by("soonest", "id")
    rows = list(ordered[: MOST_CASES + 1])
    whole = len(rows) <= MOST_CASES
    if not whole:
        until = rows.pop().soonest - timedelta(days=1)
    found = (
        Coming(due, line)
        for line in rows
        for due in map(read_due, line.ahead.splitlines())
        if due.day <= until and (due.day >= today or not due.is_term)
    )
    coming = tuple(sorted(found, key=lambda one: (one.due.day, one.line.case.number)))
    return Desk(coming, until, whole, _absent(member, today, until))


def _absent(member: Member, today: date, until: date) -> tuple[Deputy, ...]:
    away = Deputy.objects.filter(
        member__organisation=member.organisation_id, starts__lte=until, ends__gte=today
    )
    return tuple(away.select_related("member", "deputy").order_by("starts", "id"))


# ------------------------------------------------------------------ what it was told


@dataclass(frozen=True, slots=True)
class Told:
    """A notice that still stands, and the line of the case that it is about."""

    notice: Notice
    line: Involvement

    @property
    def is_task(self) -> bool:
        """Tell whether it is a task of one's own, and no duty by law."""
        return self.notice.name.startswith("task.")

    @property
    def stage(self) -> Stage:
        """Return what was told of the day."""
        return Stage(self.notice.stage)


def notices_of(member: Member, now: datetime, tab: str) -> list[Told]:
    """Return the notices that stand at a member's desk, what is most pressing first.

    Of each matter only the last thing told; what was done since, or got another day, is gone.
    """
    lines = whose(visible(member, now), member, now, tab).filter(open=True, soonest__lt=NEVER)
    ordered = lines.select_related("case", "member").order_by("soonest", "id")
    shown = {line.case_id: line for line in ordered[:MOST_SHOWN]}
    stands = {
        (case, due.name, due.day): line
        for case, line in shown.items()
        for due in map(read_due, line.ahead.splitlines())
    }
    last = {
        key: Told(notice, stands[key])
        for notice in Notice.objects.filter(
            organisation=member.organisation_id, case__in=shown
        ).order_by("made_at", "id")
        if (key := (notice.case_id, notice.name, notice.due)) in stands
    }
    order = list(Stage)
    return sorted(last.values(), key=lambda one: (-order.index(one.stage), one.notice.due))
