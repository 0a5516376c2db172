"""The clock gives the Dutch date, with or without a time zone database."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfoNotFoundError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenwijzer import clock


def test_today_is_a_date_of_now():
    today = clock.today()

    assert type(today) is date
    assert today > date(2026, 1, 1)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2021, 1, 31, 22, 59, tzinfo=UTC), date(2021, 1, 31)),
        (datetime(2021, 1, 31, 23, 0, tzinfo=UTC), date(2021, 2, 1)),
        (datetime(2021, 7, 31, 21, 59, tzinfo=UTC), date(2021, 7, 31)),
        (datetime(2021, 7, 31, 22, 0, tzinfo=UTC), date(2021, 8, 1)),
    ],
)
def test_a_dutch_day_begins_before_the_utc_day(moment, day):
    assert clock._dutch_date(moment) == day
    assert clock._dutch_date_by_rule(moment) == day


@given(st.datetimes(datetime(1996, 1, 1), datetime(2037, 12, 30), timezones=st.just(UTC)))
def test_the_rule_agrees_with_the_time_zone_database(moment):
    assert clock._dutch_date_by_rule(moment) == clock._dutch_date(moment)


def test_a_machine_without_time_zones_still_knows_the_day(monkeypatch):
    def nowhere(key: str) -> None:
        raise ZoneInfoNotFoundError(key)

    monkeypatch.setattr(clock, "ZoneInfo", nowhere)

    assert clock._dutch_date(datetime(2021, 7, 31, 22, 0, tzinfo=UTC)) == date(2021, 8, 1)
