"""Sums of days, weeks, months and working days, each with the steps that led there."""

from datetime import date

from ketenwijzer.engine.calendar import (
    EMPTY_CALENDAR,
    Calendar,
    DayOff,
    MonthEnd,
    Step,
    Sum,
    add,
    add_months,
)
from tests.engine.small import day, duration

EASTER_2019 = {
    day("2019-04-19"): DayOff("Goede Vrijdag", "Good Friday", "decree"),
    day("2019-04-22"): DayOff("tweede paasdag", "Easter Monday", "act"),
}
SPRING = Calendar("spring", EASTER_2019, day("2019-01-01"), day("2019-12-31"))
DOUBTFUL = Calendar(
    "doubtful",
    {day("2019-05-03"): DayOff("misschien", "perhaps", "derived", certain=False)},
    day("2019-01-01"),
    day("2019-12-31"),
)


def total(start: str, text: str, calendar: Calendar = EMPTY_CALENDAR, *, roll: bool = False) -> Sum:
    return add(day(start), duration(text), calendar, roll=roll)


def test_days_and_weeks_are_counted_from_the_day_after():
    assert total("2019-01-30", "3 days").end == day("2019-02-02")
    assert total("2019-01-30", "2 weeks").end == day("2019-02-13")


def test_months_end_on_the_day_of_the_same_number_or_the_last_of_the_month():
    assert total("2019-03-15", "3 months").end == day("2019-06-15")
    assert total("2019-11-30", "3 months").end == day("2020-02-29")
    assert total("2018-11-30", "3 months").end == day("2019-02-28")
    assert total("2020-02-29", "1 year").end == day("2021-02-28")


def test_a_month_end_may_move_to_the_first_of_the_next_month():
    assert add_months(day("2020-02-29"), 12, MonthEnd.NEXT) == day("2021-03-01")
    assert add_months(day("2020-02-29"), 48, MonthEnd.NEXT) == day("2024-02-29")
    assert add_months(day("2019-12-31"), 2) == day("2020-02-29")


def test_months_are_added_once_and_never_in_chains():
    start = day("2019-01-31")

    assert add_months(start, 3) == day("2019-04-30")
    assert add_months(add_months(start, 1), 2) == day("2019-04-28")


def test_working_days_leave_out_weekends_and_days_off():
    assert total("2019-04-17", "1 working day", SPRING).end == day("2019-04-18")
    assert total("2019-04-18", "1 working day", SPRING).end == day("2019-04-23")
    assert total("2019-04-17", "20 working days", SPRING).end == day("2019-05-17")


def test_an_end_rolls_over_weekends_and_days_off_only_where_the_source_says_so():
    assert total("2019-04-12", "1 week", SPRING).end == day("2019-04-19")
    assert total("2019-04-12", "1 week", SPRING, roll=True).end == day("2019-04-23")
    assert total("2019-04-09", "1 week", SPRING, roll=True).end == day("2019-04-16")


def test_the_steps_tell_how_the_end_was_reached():
    assert total("2018-11-30", "3 months").steps == (
        Step("start", day("2018-11-30")),
        Step("add", day("2019-02-28"), "3 months"),
        Step("month_end", day("2019-02-28"), "clamp"),
    )
    assert [step.id for step in total("2019-03-15", "3 months").steps] == ["start", "add"]


def test_the_steps_name_the_days_that_were_rolled_over():
    steps = total("2019-04-12", "1 week", SPRING, roll=True).steps

    assert [(step.day.day, step.detail) for step in steps if step.id == "roll"] == [
        (20, "Goede Vrijdag / Good Friday"),
        (21, "weekend"),
        (22, "weekend"),
        (23, "tweede paasdag / Easter Monday"),
    ]


def test_the_steps_name_the_holidays_that_do_not_count_as_working_days():
    steps = total("2019-04-18", "2 working days", SPRING).steps

    assert [step.day for step in steps if step.id == "skip"] == [
        day("2019-04-19"),
        day("2019-04-22"),
    ]


def test_a_day_of_uncertain_standing_gives_the_end_without_it_too():
    rolled = total("2019-04-26", "1 week", DOUBTFUL, roll=True)
    counted = total("2019-05-02", "1 working day", DOUBTFUL)

    assert (rolled.end, rolled.otherwise) == (day("2019-05-06"), day("2019-05-03"))
    assert (counted.end, counted.otherwise) == (day("2019-05-06"), day("2019-05-03"))
    assert rolled.steps[-1] == Step("uncertain", day("2019-05-03"))


def test_where_the_uncertain_day_changes_nothing_there_is_no_otherwise():
    assert total("2019-06-03", "1 week", DOUBTFUL, roll=True).otherwise is None


def test_a_sum_beyond_the_known_decree_days_says_so():
    outside = Step("calendar_unseen", day("2019-12-31"))

    assert outside in total("2019-12-20", "20 working days", SPRING).steps
    assert outside in total("2018-12-20", "3 weeks", SPRING, roll=True).steps
    assert outside not in total("2019-12-20", "3 weeks", SPRING).steps
    assert outside not in total("2019-12-24", "1 week", SPRING, roll=True).steps


def test_a_weekend_is_off_in_every_calendar():
    assert EMPTY_CALENDAR.is_off(date(2019, 6, 1))
    assert EMPTY_CALENDAR.is_off(date(2019, 6, 2))
    assert not EMPTY_CALENDAR.is_off(date(2019, 6, 3))
