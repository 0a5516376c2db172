"""The one module that asks the clock; everywhere else the day and the moment are arguments."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

__all__ = ["now", "today"]


def now() -> datetime:
    """Return this moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return today's date in the Netherlands, wherever the machine stands."""
    return _dutch_date(now())


def _dutch_date(moment: datetime) -> date:
    try:
        return moment.astimezone(ZoneInfo("Europe/Amsterdam")).date()
    except ZoneInfoNotFoundError:
        return _dutch_date_by_rule(moment)


def _dutch_date_by_rule(moment: datetime) -> date:
    """Work the date out without a time zone database, which small machines may lack.

    Source: directive 2000/84/EC: summer time runs from 01:00 UTC on the last Sunday of March
    to 01:00 UTC on the last Sunday of October.
    """
    utc = moment.astimezone(UTC)
    is_summer = _last_sunday(utc.year, 3) <= utc < _last_sunday(utc.year, 10)
    return (utc + timedelta(hours=2 if is_summer else 1)).date()


def _last_sunday(year: int, month: int) -> datetime:
    """Return 01:00 UTC on the last Sunday of March or October (both have 31 days)."""
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=last.isoweekday() % 7)
