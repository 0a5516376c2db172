"""Dates: adding months, counting working days and rolling an end date, each with its steps.

A sum starts once from its anchor and is never chained, because (d + 1 month) + 2 months
is not d + 3 months. Everything here is pure; the days off come in as data.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from .values import value

DAY = timedelta(days=1)
SATURDAY = 5


class Unit(StrEnum):
    """What a duration counts in."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    WORKING_DAYS = "working days"


class MonthEnd(StrEnum):
    """Where a month sum lands when the month has no such day."""

    CLAMP = "clamp"  # 30 November + 3 months = the last day of February
    NEXT = "next"  # the first day of the month after


@value
class Duration:
    """So many days, weeks, months, years or working days."""

    count: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.count} {self.unit}"


@value
class DayOff:
    """A holiday, or a day that a decree puts on a level with one."""

    name_nl: str
    name_en: str
    source: str
    certain: bool = True


@value
class Calendar:
    """The days off of one country, expanded to dates, and how far they are known.

    `known_from` and `known_until` bound the period for which the decree days were seen;
    outside it a computed end may miss one, and says so.
    """

    id: str
    days_off: Mapping[date, DayOff]
    known_from: date
    known_until: date
    hash: str = ""

    def is_off(self, day: date, *, count_uncertain: bool = True) -> bool:
        """Tell whether nobody is expected to work: a weekend or a day off."""
        if day.weekday() >= SATURDAY:
            return True
        off = self.days_off.get(day)
        return off is not None and (off.certain or count_uncertain)


EMPTY_CALENDAR = Calendar("none", {}, date.min, date.max)


@value
class Step:
    """One step in the sum of a term: `id` names its sentence, `day` where it led."""

    id: str
    day: date
    detail: str = ""


@value
class Sum:
    """The end of a sum and the steps to it.

    `otherwise` is the end if the days of uncertain standing are left out, where that differs.
    """

    end: date
    steps: tuple[Step, ...] = ()
    otherwise: date | None = None


def add_months(day: date, months: int, month_end: MonthEnd = MonthEnd.CLAMP) -> date:
    """Add calendar months once.

    >>> add_months(date(2020, 11, 30), 3)
    datetime.date(2021, 2, 28)
    >>> add_months(date(2004, 2, 29), 12 * 18, MonthEnd.NEXT)
    datetime.date(2022, 3, 1)
    """
    year, month0 = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        return day.replace(year, month0 + 1)
    except ValueError:  # a month without that day, which December never is
        first_after = date(year, month0 + 2, 1)
    return first_after if month_end is MonthEnd.NEXT else first_after - DAY


def add_working_days(
    day: date, count: int, calendar: Calendar, *, count_uncertain: bool = True
) -> date:
    """Return the last of `count` working days, the first being the first one after `day`."""
    while count:
        day += DAY
        if not calendar.is_off(day, count_uncertain=count_uncertain):
            count -= 1
    return day


def add(
    start: date,
    duration: Duration,
    calendar: Calendar,
    month_end: MonthEnd = MonthEnd.CLAMP,
    *,
    roll: bool = False,
) -> Sum:
    """Add a duration to its anchor and return the last day inside, with the steps.

    With `roll` an end on a weekend or day off moves to the first working day after it, as
    the Dutch Algemene termijnenwet does for terms in acts and orders in council.
    """
    end, otherwise = _end(start, duration, calendar, month_end)
    steps = [Step("start", start), Step("add", end, str(duration))]
    if duration.unit is Unit.WORKING_DAYS:
        steps += _skipped(start, end, calendar)
    elif _is_clamped(start, end, duration):
        steps.append(Step("month_end", end, month_end))
    if roll:
        otherwise = _first_working_day(otherwise or end, calendar, count_uncertain=False)
        rolled = _first_working_day(end, calendar, count_uncertain=True)
        steps += _rolled(end, rolled, calendar)
        end = rolled
    if (roll or duration.unit is Unit.WORKING_DAYS) and _outside(start, end, calendar):
        steps.append(Step("calendar_unseen", calendar.known_until))
    if otherwise is not None and otherwise != end:
        steps.append(Step("uncertain", otherwise))
        return Sum(end, tuple(steps), otherwise)
    return Sum(end, tuple(steps))


def _end(
    start: date, duration: Duration, calendar: Calendar, month_end: MonthEnd
) -> tuple[date, date | None]:
    match duration.unit:
        case Unit.DAYS:
            return start + timedelta(days=duration.count), None
        case Unit.WEEKS:
            return start + timedelta(weeks=duration.count), None
        case Unit.MONTHS:
            return add_months(start, duration.count, month_end), None
        case Unit.YEARS:
            return add_months(start, 12 * duration.count, month_end), None
        case Unit.WORKING_DAYS:
            return (
                add_working_days(start, duration.count, calendar),
                add_working_days(start, duration.count, calendar, count_uncertain=False),
            )


def _is_clamped(start: date, end: date, duration: Duration) -> bool:
    return duration.unit in (Unit.MONTHS, Unit.YEARS) and start.day != end.day


def _first_working_day(day: date, calendar: Calendar, *, count_uncertain: bool) -> date:
    while calendar.is_off(day, count_uncertain=count_uncertain):
        day += DAY
    return day


def _skipped(start: date, end: date, calendar: Calendar) -> list[Step]:
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return [
        Step("skip", day, _name(day, calendar))
        for day in days
        if day in calendar.days_off and day.weekday() < SATURDAY
    ]


def _rolled(end: date, rolled: date, calendar: Calendar) -> list[Step]:
    days = (end + timedelta(days=n) for n in range((rolled - end).days))
    return [Step("roll", day + DAY, _name(day, calendar)) for day in days]


def _name(day: date, calendar: Calendar) -> str:
    off = calendar.days_off.get(day)
    return f"{off.name_nl} / {off.name_en}" if off else "weekend"


def _outside(start: date, end: date, calendar: Calendar) -> bool:
    return start < calendar.known_from or end > calendar.known_until
