"""Moments: the days that events set, how they stand in time, and the case as it was then."""

from ketenwijzer.engine.calendar import MonthEnd
from ketenwijzer.engine.case import Event
from tests.engine.small import (
    added,
    answer,
    chosen,
    day,
    event_type,
    happened,
    moment_of,
    picked,
    switch,
    value_of,
)

LETTER = event_type("letter", "until: date", "kind: text")
CALL = event_type("call")
APRIL = happened("letter", "2019-04-10", kind="short")
MAY = happened("letter", "2019-05-20", kind="long")
CALLED = happened("call", "2019-05-01")


def letter(on: str, until: str) -> Event:
    return happened("letter", on, until=day(until))


# ------------------------------------------------------------------ picked from events


def test_the_name_of_an_event_is_the_moment_of_its_first_day():
    assert moment_of([LETTER], "letter", MAY, APRIL) == "2019-04-10"
    assert moment_of([LETTER], "letter") is None


def test_first_is_the_first_day_and_latest_the_last_day_of_any_of_the_events():
    first, last = picked("f", "first", "letter, call"), picked("l", "latest", "letter, call")

    assert moment_of([LETTER, CALL, first], "f", MAY, CALLED, APRIL) == "2019-04-10"
    assert moment_of([LETTER, CALL, last], "l", MAY, CALLED, APRIL) == "2019-05-20"


def test_a_date_is_read_from_the_first_or_last_event_or_the_latest_of_all_is_taken():
    case = letter("2019-04-10", "2019-11-01"), letter("2019-05-20", "2019-10-01")

    assert moment_of([LETTER, picked("m", "first", "letter.until")], "m", *case) == "2019-11-01"
    assert moment_of([LETTER, picked("m", "latest", "letter.until")], "m", *case) == "2019-10-01"
    assert moment_of([LETTER, picked("m", "maximum", "letter.until")], "m", *case) == "2019-11-01"


def test_an_event_that_lacks_the_date_sets_no_moment():
    until = picked("m", "first", "letter.until")

    assert moment_of([LETTER, until], "m", APRIL) is None
    assert (
        moment_of([LETTER, until], "m", APRIL, letter("2019-06-01", "2019-07-01")) == "2019-07-01"
    )


def test_of_one_event_the_first_selector_that_fits_counts():
    either = picked("m", "latest", "letter.until, letter")

    assert moment_of([LETTER, either], "m", letter("2019-04-10", "2019-11-01")) == "2019-11-01"
    assert moment_of([LETTER, either], "m", MAY) == "2019-05-20"


def test_a_filter_picks_events_by_what_they_say():
    long, any_kind = "letter(kind=long)", "letter(kind=long|short)"

    assert moment_of([LETTER, picked("m", "first", long)], "m", APRIL, MAY) == "2019-05-20"
    assert moment_of([LETTER, picked("m", "first", any_kind)], "m", APRIL, MAY) == "2019-04-10"


def test_a_filter_can_ask_who_did_it():
    by_office = happened("call", "2019-06-01", by="office")
    official = picked("m", "first", "call(by=office)")

    assert moment_of([CALL, official], "m", CALLED, by_office) == "2019-06-01"


def test_since_counts_the_day_itself_and_nothing_before_it():
    parts = [CALL, LETTER, picked("m", "first", "letter", since="call")]

    assert moment_of(parts, "m", APRIL, CALLED, MAY) == "2019-05-20"
    assert moment_of(parts, "m", APRIL, CALLED, happened("letter", "2019-05-01")) == "2019-05-01"


def test_since_a_moment_that_has_not_come_nothing_counts():
    parts = [CALL, LETTER, picked("m", "first", "letter", since="call")]

    assert moment_of(parts, "m", APRIL, MAY) is None


def test_before_leaves_the_day_itself_out_and_bounds_nothing_until_it_has_come():
    parts = [CALL, LETTER, picked("m", "latest", "letter", before="call")]

    assert moment_of(parts, "m", APRIL, happened("letter", "2019-05-01"), CALLED) == "2019-04-10"
    assert moment_of(parts, "m", APRIL, MAY) == "2019-05-20"


def test_an_event_counts_from_the_day_itself_and_not_the_day_before():
    assert moment_of([LETTER], "letter", MAY, on="2019-05-19") is None
    assert moment_of([LETTER], "letter", MAY, on="2019-05-20") == "2019-05-20"


def test_an_event_with_effect_back_counts_from_that_day():
    back = happened("letter", "2019-05-20", effective="2019-01-15")

    assert moment_of([LETTER], "letter", back, on="2019-02-01") == "2019-01-15"


# ------------------------------------------------------------------ made of other moments


def test_a_sum_is_added_once_from_its_moment():
    november = happened("letter", "2018-11-30")

    assert moment_of([LETTER, added("m", "letter", "3 months")], "m", november) == "2019-02-28"
    assert moment_of([LETTER, added("m", "letter", "2 weeks")], "m", APRIL) == "2019-04-24"
    assert moment_of([LETTER, added("m", "letter", "3 months")], "m") is None


def test_a_sum_lands_on_the_first_of_the_next_month_where_it_says_so():
    leap_day = happened("letter", "2020-02-29")
    clamped, moved = added("m", "letter", "1 year"), added("m", "letter", "1 year", MonthEnd.NEXT)

    assert moment_of([LETTER, clamped], "m", leap_day, on="2020-03-01") == "2021-02-28"
    assert moment_of([LETTER, moved], "m", leap_day, on="2020-03-01") == "2021-03-01"


def test_the_first_or_latest_of_several_moments_leaves_out_those_that_have_not_come():
    first, latest = chosen("f", "first", "letter", "call"), chosen("l", "latest", "letter", "call")

    assert moment_of([LETTER, CALL, first], "f", MAY, CALLED) == "2019-05-01"
    assert moment_of([LETTER, CALL, latest], "l", MAY, CALLED) == "2019-05-20"
    assert moment_of([LETTER, CALL, latest], "l", CALLED) == "2019-05-01"
    assert moment_of([LETTER, CALL, first], "f") is None


# ------------------------------------------------------------------ how moments stand in time


def compared(order: str, *events: Event) -> bool | None:
    return answer([LETTER, CALL], f"letter {order} call", *events)


EARLIER = (happened("letter", "2019-04-30"), CALLED)
SAME = (happened("letter", "2019-05-01"), CALLED)
LATER = (happened("letter", "2019-05-02"), CALLED)


def test_before_and_after_leave_the_day_itself_out():
    assert [compared("before", *case) for case in (EARLIER, SAME, LATER)] == [True, False, False]
    assert [compared("after", *case) for case in (EARLIER, SAME, LATER)] == [False, False, True]


def test_on_or_before_and_on_or_after_count_the_day_itself():
    cases = (EARLIER, SAME, LATER)

    assert [compared("on or before", *case) for case in cases] == [True, True, False]
    assert [compared("on or after", *case) for case in cases] == [False, True, True]


def test_same_day_as_is_only_that_day():
    assert [compared("same day as", *case) for case in (EARLIER, SAME, LATER)] == [
        False,
        True,
        False,
    ]


def test_what_has_not_come_lies_after_all_that_has():
    assert compared("before", APRIL) is True
    assert compared("on or before", APRIL) is True
    assert compared("after", APRIL) is False
    assert compared("on or after", APRIL) is False
    assert compared("same day as", APRIL) is False


def test_what_has_not_come_itself_is_before_and_after_nothing():
    for order in ("before", "on or before", "after", "on or after", "same day as"):
        assert compared(order, CALLED) is False
        assert compared(order) is False


def test_a_moment_can_be_compared_with_a_date_and_with_the_day_asked_about():
    assert answer([LETTER], "letter before 2019-04-11", APRIL) is True
    assert answer([LETTER], "letter before 2019-04-10", APRIL) is False
    assert answer([LETTER], "day after letter", APRIL, on="2019-04-11") is True
    assert answer([LETTER], "day after letter", APRIL, on="2019-04-10") is False
    assert answer([LETTER], "2019-01-01 before day", on="2019-01-02") is True


def test_a_moment_has_happened_from_its_own_day_on():
    until = picked("end", "latest", "letter.until")
    sent = letter("2019-04-10", "2019-06-01")

    assert answer([LETTER, until], "happened end", sent, on="2019-05-31") is False
    assert answer([LETTER, until], "happened end", sent, on="2019-06-01") is True
    assert answer([LETTER, until], "happened end") is False


# ------------------------------------------------------------------ the case as it was then

DARK = switch("dark", "off", "on", initially=False)


def test_a_condition_at_a_moment_is_read_on_its_day():
    case = happened("off", "2019-04-01"), CALLED, happened("on", "2019-06-01")

    assert answer([DARK], "dark", *case) is False
    assert answer([DARK, CALL], "dark at call", *case) is True


def test_at_a_moment_counts_what_took_effect_on_that_very_day():
    case = happened("off", "2019-05-01"), CALLED

    assert answer([DARK, CALL], "dark at call", *case) is True


def test_at_a_moment_that_has_not_come_nothing_is_established():
    until = picked("end", "latest", "letter.until")
    sent = letter("2019-04-10", "2019-06-01")

    assert answer([DARK, CALL], "dark at call") is None
    assert answer([LETTER, DARK, until], "dark at end", sent, on="2019-05-31") is None
    assert answer([LETTER, DARK, until], "dark at end", sent, on="2019-06-01") is False


def test_one_can_look_back_from_a_day_looked_back_to():
    case = (
        happened("off", "2019-02-01"),
        happened("letter", "2019-03-01"),
        happened("on", "2019-04-01"),
        CALLED,
    )

    assert answer([LETTER, CALL, DARK], "(dark at letter) at call", *case) is True
    assert answer([LETTER, CALL, DARK], "(dark at call) at letter", *case) is None


def test_on_a_day_looked_back_to_moments_keep_their_bounds():
    after_call = picked("answered", "first", "letter", since="call")
    parts = [LETTER, CALL, event_type("stop"), after_call]
    stop = happened("stop", "2019-05-15")
    answered, too_late = (happened("letter", on) for on in ("2019-05-10", "2019-05-20"))

    assert answer(parts, "happened answered at stop", CALLED, answered, stop) is True
    assert answer(parts, "happened answered at stop", CALLED, too_late, stop) is False
    assert answer(parts, "happened answered at stop", answered, stop) is False


def test_a_fact_that_is_open_then_is_open_now():
    judged = value_of("judged", "on.good")
    case = CALLED, happened("on", "2019-06-01", good=True)

    assert answer([CALL, judged], "judged", *case) is True
    assert answer([CALL, judged], "judged at call", *case) is None
