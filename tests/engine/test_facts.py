"""Facts: what events establish, what contradicts itself, and what stays open."""

from ketenwijzer.engine.vocabulary import Fact
from tests.engine.small import answer, choice, event_type, happened, switch, value_of

VIEW = event_type("view", "good: boolean", "kind: text")
SECOND = event_type("second_view", "good: boolean")
GOOD = value_of("good", "view.good")
KIND = value_of("kind", "view.kind")


def kinds(fact: Fact, *lines: str) -> list[bool | None]:
    return [answer([VIEW, fact], line, happened("view", "2019-01-01", kind="a")) for line in lines]


# ------------------------------------------------------------------ the value of the latest event


def test_a_fact_has_the_value_of_the_latest_event():
    yes, no = happened("view", "2019-01-01", good=True), happened("view", "2019-02-01", good=False)

    assert answer([VIEW, GOOD], "good", yes) is True
    assert answer([VIEW, GOOD], "good", no, yes) is False
    assert answer([VIEW, GOOD], "good", no, yes, on="2019-01-31") is True
    assert answer([VIEW, GOOD], "good") is None


def test_an_event_that_says_nothing_of_it_leaves_the_value_as_it_was():
    yes, silent = happened("view", "2019-01-01", good=True), happened("view", "2019-02-01")

    assert answer([VIEW, GOOD], "good", yes, silent) is True


def test_contradictory_events_of_one_day_establish_nothing():
    yes, no = happened("view", "2019-01-01", good=True), happened("view", "2019-01-01", good=False)

    assert answer([VIEW, GOOD], "good", yes, no) is None
    assert answer([VIEW, GOOD], "known(good)", yes, no) is False


def test_which_statement_of_one_day_was_written_down_last_decides_nothing():
    yes = happened("view", "2019-01-01", good=True)
    no = happened("view", "2019-01-01", recorded="2019-01-05", good=False)

    assert answer([VIEW, GOOD], "good", yes, no) is None
    assert answer([VIEW, GOOD], "good", no, yes) is None


def test_a_correction_of_a_statement_says_what_it_corrects_and_counts():
    yes = happened("view", "2019-01-01", id="mistaken", good=True)
    no = happened("view", "2019-01-01", recorded="2019-01-05", supersedes="mistaken", good=False)

    assert answer([VIEW, GOOD], "good", yes, no) is False


def test_events_of_one_day_that_agree_establish_their_value():
    one, two = (happened("view", "2019-01-01", id=name, good=True) for name in ("a", "b"))

    assert answer([VIEW, GOOD], "good", one, two) is True


def test_a_later_event_settles_a_contradiction():
    day_one = [happened("view", "2019-01-01", good=value) for value in (True, False)]

    assert answer([VIEW, GOOD], "good", *day_one, happened("view", "2019-01-02", good=True)) is True


def test_of_different_events_on_one_day_the_one_listed_last_counts():
    either = value_of("good", "view.good, second_view.good")
    case = (
        happened("second_view", "2019-01-01", good=False),
        happened("view", "2019-01-01", good=True),
    )

    assert answer([VIEW, SECOND, either], "good", *case) is False
    assert answer([SECOND, VIEW, either], "good", *case) is True


def test_the_value_unknown_establishes_nothing():
    case = happened("view", "2019-01-01", kind="a"), happened("view", "2019-02-01", kind="unknown")

    assert answer([VIEW, KIND], "known(kind)", *case) is False
    assert answer([VIEW, KIND], "kind is a", *case) is None


def test_a_value_is_one_of_those_listed_or_it_is_not():
    assert kinds(KIND, "kind is a", "kind is b", "kind is not b") == [True, False, True]
    assert kinds(KIND, "kind in (b, a)", "kind in (b, c)") == [True, False]


def test_a_value_that_is_no_yes_or_no_is_no_truth():
    assert kinds(KIND, "kind", "not kind", "known(kind)") == [None, None, True]


# ------------------------------------------------------------------ switches


def test_a_switch_is_as_the_last_event_left_it():
    lit = switch("lit", "on", "off")
    on, off = happened("on", "2019-01-01"), happened("off", "2019-02-01")

    assert answer([lit], "lit", on, off) is False
    assert answer([lit], "lit", on, off, on="2019-01-31") is True
    assert answer([lit], "lit", on, off, happened("on", "2019-03-01", id="again")) is True


def test_before_the_first_event_a_switch_is_as_it_began_or_not_established():
    assert answer([switch("lit", "on", "off")], "lit") is None
    assert answer([switch("lit", "on", "off", initially=False)], "lit") is False
    assert answer([switch("lit", "on", "off", initially=True)], "lit") is True


def test_events_of_one_day_switch_in_the_order_of_the_list_of_events():
    lit = switch("lit", "on", "off")
    on, off = event_type("on"), event_type("off")
    case = happened("off", "2019-01-01"), happened("on", "2019-01-01")

    assert answer([on, off, lit], "lit", *case) is False
    assert answer([off, on, lit], "lit", *case) is True


def test_an_event_that_would_switch_both_ways_switches_off():
    lit = switch("lit", "key", "key(kind=old)")

    assert answer([lit], "lit", happened("key", "2019-01-01", kind="old")) is False
    assert answer([lit], "lit", happened("key", "2019-01-01", kind="new")) is True


# ------------------------------------------------------------------ the first case that holds

AGE = choice("age", {"old": "grown", "young": "small", "odd": "unknown"}, otherwise="other")
OLD, YOUNG, ODD = (
    switch(name, f"{name}_seen", initially=False) for name in ("old", "young", "odd")
)


def test_a_choice_takes_the_first_case_that_holds():
    seen = happened("old_seen", "2019-01-01"), happened("young_seen", "2019-01-01")

    assert answer([OLD, YOUNG, ODD, AGE], "age is grown", *seen) is True
    assert answer([OLD, YOUNG, ODD, AGE], "age is small", seen[1]) is True
    assert answer([OLD, YOUNG, ODD, AGE], "age is other") is True


def test_a_case_that_is_open_leaves_the_choice_open():
    maybe_old = switch("old", "old_seen")
    seen = happened("young_seen", "2019-01-01")

    assert answer([maybe_old, YOUNG, ODD, AGE], "age is small", seen) is None
    assert answer([maybe_old, YOUNG, ODD, AGE], "known(age)", seen) is False


def test_a_case_may_say_that_the_value_is_unknown():
    assert answer([OLD, YOUNG, ODD, AGE], "known(age)", happened("odd_seen", "2019-01-01")) is False


def test_otherwise_may_say_that_the_value_is_unknown():
    either = choice("age", {"old": "grown"}, otherwise="unknown")

    assert answer([OLD, either], "known(age)") is False
    assert answer([OLD, either], "age is unknown") is None


def test_a_choice_in_which_no_case_holds_and_nothing_else_is_said_is_open():
    silent = choice("age", {"old": "grown"})

    assert answer([OLD, silent], "age is grown") is None
