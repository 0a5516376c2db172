"""The Dutch calendar against two packages of others, and the sums that lawyers do by hand."""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st
from workalendar.europe import Netherlands

from ketenwijzer.corpus.calendars import easter
from ketenwijzer.corpus.load import read_corpus
from ketenwijzer.engine.calendar import (
    Duration,
    MonthEnd,
    Unit,
    add,
    add_months,
    add_working_days,
)

CALENDAR = read_corpus("nl").calendar
YEARS = range(2011, 2029)  # the years whose decrees are accounted for
DAY = timedelta(days=1)
DECREE = "gelijkgestelde"

days = st.dates(date(2011, 1, 1), date(2028, 6, 30))
durations = st.builds(
    Duration,
    st.integers(1, 30),
    st.sampled_from([Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.WORKING_DAYS]),
)


def ours(decrees: bool) -> set[date]:
    """Return the days off of our calendar: those by decree, or the others."""
    return {
        day
        for day, off in CALENDAR.days_off.items()
        if day.year in YEARS and (DECREE in off.name_nl) is decrees
    }


def on_working_days(found: set[date]) -> set[date]:
    return {day for day in found if day.weekday() < 5}


# ------------------------------------------------------------------ against others


def test_workalendar_has_our_holidays_and_no_decree_day():
    theirs = {day for year in YEARS for day, _ in Netherlands().holidays(year)}

    assert on_working_days(theirs ^ ours(decrees=False)) == set()
    assert theirs & ours(decrees=True) == set()


def test_holidays_has_our_holidays_but_5_may_once_in_five_years_and_no_decree_day():
    theirs = set(holidays.country_holidays("NL", years=YEARS))
    missed = {date(year, 5, 5) for year in YEARS if year % 5}
    # On Ascension Day of 2016 it has the day for the other reason.
    missed.remove(date(2016, 5, 5))

    assert ours(decrees=False) - theirs == missed
    assert on_working_days(theirs - ours(decrees=False)) == set()
    assert theirs & ours(decrees=True) == set()


def test_both_packages_miss_all_ten_decree_days_from_2023_to_2028():
    late = {day for day in ours(decrees=True) if day.year >= 2023}
    theirs = {day for year in YEARS for day, _ in Netherlands().holidays(year)}
    theirs |= set(holidays.country_holidays("NL", years=YEARS))

    assert len(late) == 10
    assert not late & theirs


def test_easter_falls_where_workalendar_has_it():
    found = {year: easter(year) for year in range(1900, 2200)}

    assert found == {year: Netherlands().get_easter_sunday(year) for year in found}


# ------------------------------------------------------------------ by itself


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2013, 4, 30), "Koninginnedag"),
        (date(2014, 4, 26), "Koningsdag"),  # the 27th is a Sunday
        (date(2020, 4, 27), "Koningsdag"),
        (date(2024, 5, 5), "Bevrijdingsdag"),
        (date(2024, 3, 29), "Goede Vrijdag"),
        (date(2024, 5, 9), "Hemelvaartsdag"),
        (date(2024, 5, 20), "tweede pinksterdag"),
        (date(2024, 12, 26), "tweede kerstdag"),
    ],
)
def test_a_holiday_has_its_name(day, name):
    assert CALENDAR.days_off[day].name_nl == name


@pytest.mark.parametrize("day", [date(2013, 4, 27), date(2014, 4, 30), date(2014, 4, 27)])
def test_the_sovereigns_birthday_is_kept_once_a_year(day):
    assert day not in CALENDAR.days_off


def test_every_decree_day_of_the_sources_is_there_with_its_source():
    by_decree = {day: CALENDAR.days_off[day] for day in sorted(ours(decrees=True))}

    assert len(by_decree) == 36
    assert all(off.source for off in by_decree.values())
    assert {day.weekday() for day in by_decree} == {0, 4}, "Mondays and Fridays beside a holiday"


def test_only_the_days_of_the_decree_that_was_not_seen_are_uncertain():
    uncertain = [day for day, off in CALENDAR.days_off.items() if not off.certain]

    assert uncertain == [
        date(2020, 5, 4),
        date(2020, 5, 22),
        date(2021, 4, 26),
        date(2021, 5, 14),
        date(2022, 5, 6),
    ]


# ------------------------------------------------------------------ sums


@pytest.mark.parametrize(
    ("start", "months", "clamped", "following"),
    [
        (date(2020, 11, 30), 3, date(2021, 2, 28), date(2021, 3, 1)),
        (date(2019, 11, 30), 3, date(2020, 2, 29), date(2020, 3, 1)),
        (date(2020, 1, 31), 1, date(2020, 2, 29), date(2020, 3, 1)),
        (date(2020, 3, 31), 1, date(2020, 4, 30), date(2020, 5, 1)),
        (date(2020, 2, 29), 12, date(2021, 2, 28), date(2021, 3, 1)),
        (date(2020, 2, 28), 12, date(2021, 2, 28), date(2021, 2, 28)),
    ],
)
def test_a_month_without_that_day_ends_on_its_last_or_the_day_after(
    start, months, clamped, following
):
    assert add_months(start, months, MonthEnd.CLAMP) == clamped
    assert add_months(start, months, MonthEnd.NEXT) == following


def test_months_are_added_once_and_never_in_a_chain():
    four_years = [date(2019, 1, 1) + n * DAY for n in range(1461)]

    chained = [day for day in four_years if add_months(add_months(day, 1), 2) != add_months(day, 3)]

    assert len(chained) == 19


@given(days, st.integers(1, 60))
def test_adding_months_keeps_the_day_or_ends_the_month(day, months):
    end = add_months(day, months)

    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == months
    assert end.day == day.day or (end + DAY).day == 1
    assert add_months(day, months, MonthEnd.NEXT) in (end, end + DAY)


def test_four_working_weeks_from_the_report_of_a_ruling():
    end = add(date(2019, 9, 11), Duration(20, Unit.WORKING_DAYS), CALENDAR)

    assert end.end == date(2019, 10, 9)
    assert end.otherwise is None


@given(days, st.integers(1, 40))
def test_working_days_are_those_on_which_people_work(day, count):
    end = add_working_days(day, count, CALENDAR)
    passed = [day + n * DAY for n in range(1, (end - day).days + 1)]

    assert sum(not CALENDAR.is_off(one) for one in passed) == count
    assert not CALENDAR.is_off(end)


def test_an_end_on_holidays_rolls_over_each_by_name():
    # Christmas 2018: Monday by decree, two holidays, and before them a weekend.
    end = add(date(2018, 12, 8), Duration(2, Unit.WEEKS), CALENDAR, roll=True)

    rolled = [(step.day, step.detail) for step in end.steps if step.id == "roll"]
    assert end.end == date(2018, 12, 27)
    assert [day for day, _ in rolled] == [date(2018, 12, d) for d in (23, 24, 25, 26, 27)]
    assert [detail.partition(" / ")[0] for _, detail in rolled] == [
        "weekend",
        "weekend",
        "bij besluit gelijkgestelde dag",
        "eerste kerstdag",
        "tweede kerstdag",
    ]


@pytest.mark.parametrize(
    ("start", "end", "otherwise"),
    [
        (date(2020, 5, 8), date(2020, 5, 25), date(2020, 5, 22)),  # the Friday after Ascension Day
        (date(2021, 4, 30), date(2021, 5, 17), date(2021, 5, 14)),
        (date(2022, 4, 22), date(2022, 5, 9), date(2022, 5, 6)),
        (date(2020, 4, 20), date(2020, 5, 6), date(2020, 5, 4)),  # 5 May follows
        (date(2021, 4, 12), date(2021, 4, 28), date(2021, 4, 26)),  # King's Day follows
    ],
)
def test_a_day_of_uncertain_standing_gives_two_ends(start, end, otherwise):
    found = add(start, Duration(2, Unit.WEEKS), CALENDAR, roll=True)

    assert (found.end, found.otherwise) == (end, otherwise)
    assert found.steps[-1].id == "uncertain"
    assert found.steps[-1].day == otherwise


def test_uncertain_days_among_working_days_give_two_ends():
    found = add(date(2020, 5, 1), Duration(20, Unit.WORKING_DAYS), CALENDAR)

    assert found.end == date(2020, 6, 5)
    assert found.otherwise == date(2020, 6, 3)


def test_a_day_of_certain_standing_gives_one_end():
    found = add(date(2022, 5, 13), Duration(2, Unit.WEEKS), CALENDAR, roll=True)

    assert (found.end, found.otherwise) == (date(2022, 5, 30), None)


@pytest.mark.parametrize(
    ("start", "seen"),
    [
        (date(2010, 12, 31), False),
        (date(2011, 1, 1), True),
        (date(2028, 12, 1), True),
        (date(2028, 12, 29), False),
    ],
)
def test_a_sum_that_leaves_the_decrees_seen_says_so(start, seen):
    rolled = add(start, Duration(2, Unit.WEEKS), CALENDAR, roll=True)
    counted = add(start, Duration(5, Unit.WORKING_DAYS), CALENDAR)

    for found in (rolled, counted):
        assert ("calendar_unseen" not in {step.id for step in found.steps}) is seen


def test_a_sum_that_does_not_ask_the_calendar_does_not_mention_it():
    found = add(date(2010, 1, 1), Duration(3, Unit.MONTHS), CALENDAR)

    assert {step.id for step in found.steps} == {"start", "add"}


@given(days, durations)
def test_a_rolled_end_is_the_first_working_day_not_before_the_end(day, duration):
    plain = add(day, duration, CALENDAR)
    rolled = add(day, duration, CALENDAR, roll=True)
    between = [plain.end + n * DAY for n in range((rolled.end - plain.end).days)]

    assert not CALENDAR.is_off(rolled.end)
    assert all(CALENDAR.is_off(one) for one in between)


@given(days, durations)
def test_leaving_uncertain_days_out_never_makes_an_end_later(day, duration):
    found = add(day, duration, CALENDAR, roll=True)

    assert found.otherwise is None or found.otherwise < found.end
