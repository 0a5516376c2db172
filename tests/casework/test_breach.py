"""Whose data was exposed: an account's cases and no others, whatever the log is able to say."""

from datetime import timedelta

import pytest

from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.breach import exposed_by, exposed_by_dump
from ketenwijzer.casework.errors import NotFound
from tests.casework.conftest import NOW

pytestmark = pytest.mark.usefixtures("on_sqlite")

LATER = NOW + timedelta(days=3)


def test_safety_rule_23_a_stolen_account_exposes_exactly_the_cases_that_it_opened(
    member, open_a_case
):
    mine, hers = member(), member()
    opened, never, foreign = open_a_case(mine), open_a_case(mine), open_a_case(hers)
    open_case(mine, opened.number, LATER)
    open_case(mine, opened.number, LATER)
    with pytest.raises(NotFound):
        open_case(mine, foreign.number, LATER)

    found = exposed_by(mine, LATER - timedelta(hours=1), LATER)

    assert [(case.number, case.times) for case in found] == [(opened.number, 2)]
    assert never.number not in {case.number for case in found}


def test_a_dump_without_keys_only_shows_how_many_cases_there_are(open_a_case):
    open_a_case()
    open_a_case()

    assert exposed_by_dump() == (2, 0)
