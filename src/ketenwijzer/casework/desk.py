"""What is coming at a desk: everything with a day, on the cases that one has in hand."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from .access import visible
from .lines import Due, read_due
from .models import Deputy, Involvement, Member
from .position import HERE
from .queries import whose

PERIODS = (7, 30, 90)
MOST_CASES = 300


@dataclass(frozen=True, slots=True)
class Coming:
    """Something that is due or ends, in one case, and who has that case in hand."""

    due: Due
    line: Involvement

    @property
    def is_term(self) -> bool:
        """Tell whether a term ends, which asks nothing by itself."""
        return self.due.name.startswith("term.")


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
        if due.day <= until and (due.day >= today or not due.name.startswith("term."))
    )
    coming = tuple(sorted(found, key=lambda one: (one.due.day, one.line.case.number)))
    return Desk(coming, until, whole, _absent(member, today, until))


def _absent(member: Member, today: date, until: date) -> tuple[Deputy, ...]:
    away = Deputy.objects.filter(
        member__organisation=member.organisation_id, starts__lte=until, ends__gte=today
    )
    return tuple(away.select_related("member", "deputy").order_by("starts", "id"))
