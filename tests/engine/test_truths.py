"""Three answers, not two: what is not established is never a no."""

from tests.engine.small import answer, happened, switch, when

FACTS = (
    switch("open", "never"),
    switch("yes", "lamp"),
    switch("no", "never", initially=False),
    when("half", "yes and open"),
)
LAMP = happened("lamp", "2019-01-01")


def truth(line: str) -> bool | None:
    return answer(FACTS, line, LAMP)


def test_a_fact_is_yes_no_or_not_established():
    assert [truth("yes"), truth("no"), truth("open")] == [True, False, None]


def test_not_turns_yes_and_no_around_and_leaves_open_what_is_open():
    assert [truth("not yes"), truth("not no"), truth("not open")] == [False, True, None]


def test_and_is_no_if_one_part_is_no_whatever_is_open():
    assert [truth("open and no"), truth("no and open")] == [False, False]


def test_and_is_open_if_a_part_is_open_and_none_is_no():
    assert [truth("yes and open"), truth("open and yes"), truth("open and open")] == [None] * 3


def test_and_is_yes_only_if_all_parts_are_yes():
    assert [truth("yes and yes"), truth("yes and yes and no")] == [True, False]


def test_or_is_yes_if_one_part_is_yes_whatever_is_open():
    assert [truth("open or yes"), truth("yes or open")] == [True, True]


def test_or_is_open_if_a_part_is_open_and_none_is_yes():
    assert [truth("no or open"), truth("open or no"), truth("open or open")] == [None] * 3


def test_or_is_no_only_if_all_parts_are_no():
    assert [truth("no or no"), truth("no or no or yes")] == [False, True]


def test_known_is_always_yes_or_no():
    assert [truth("known(yes)"), truth("known(no)"), truth("known(open)")] == [True, True, False]


def test_known_makes_an_open_fact_a_plain_no():
    assert [truth("known(open) and open"), truth("known(yes) and yes")] == [False, True]
    assert truth("known(open) and not open") is False


def test_always_holds():
    assert [truth("always"), truth("not always")] == [True, False]


def test_a_fact_defined_by_a_condition_is_as_open_as_the_condition():
    assert [truth("half"), truth("half or yes"), truth("half and no")] == [None, True, False]


def test_a_deep_condition_is_weighed_part_by_part():
    assert truth("not (open and no) and (open or yes)") is True
    assert truth("(open or no) and not (open and yes)") is None
    assert truth("not (open or yes) or (open and no)") is False
