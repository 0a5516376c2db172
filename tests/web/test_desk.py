"""What is coming at a desk: everything with a day on one's own cases, and nobody else's."""

from datetime import date, timedelta

import pytest

from ketenwijzer.casework.actions.keeping import give_task
from ketenwijzer.casework.actions.roster import stand_in
from ketenwijzer.casework.desk import desk_of
from ketenwijzer.casework.lines import Due, read_due
from ketenwijzer.casework.models import Case, Involvement
from ketenwijzer.casework.queries import ALL, MINE
from ketenwijzer.casework.tick import tick
from ketenwijzer.casework.writing import writing
from ketenwijzer.clock import now
from tests.web.chain import open_case_for, page, record, statements, today

MOST_STATEMENTS = 8


@pytest.fixture
def desk(organisation, member, browser):
    """Return a coordinator and a worker of the police, each at a browser."""
    force = organisation("police")
    worker, coordinator = member("worker", of=force), member("coordinator", of=force)
    return worker, browser(worker), coordinator, browser(coordinator)


def task(who, number: str, days: int) -> None:
    with writing(who, number, now(), "record") as case:
        give_task(case, who.organisation_id, "assign_again", today() + timedelta(days=days), 0)


def names(member, tab: str = MINE, days: int = 30) -> list[tuple[int, str]]:
    coming = desk_of(member, now(), tab, days).coming
    return [((one.due.day - today()).days, one.due.name) for one in coming]


@pytest.mark.parametrize("rolled", [None, date(2026, 11, 28)])
def test_what_is_due_is_read_as_it_was_written(rolled):
    due = Due(date(2026, 11, 30), "term.reflection_period", rolled)

    assert read_due(due.written()) == due


def test_all_that_has_a_day_is_there_in_order_not_only_the_first(desk):
    worker, *_ = desk
    number = open_case_for(worker)
    for days in (20, 3, 45, -2):
        task(worker, number, days)

    mine = [(day, name) for day, name in names(worker) if name == "task.assign_again"]

    assert mine == [(-2, "task.assign_again"), (3, "task.assign_again"), (20, "task.assign_again")]
    assert (45, "task.assign_again") in names(worker, days=90)


def test_a_reflection_period_is_seen_to_end(desk):
    worker, browser, *_ = desk
    number = open_case_for(worker, 20)
    record(worker, number, "reflection_offered", 10)

    ends = [(day, name) for day, name in names(worker, days=90) if name.startswith("term.")]
    found = page(browser, "/coming/?days=90")

    assert ends
    assert "Laatste dag:" in found
    assert number in found


def test_only_ones_own_cases_and_for_who_oversees_all(desk, member):
    worker, browser, coordinator, other = desk
    mine, hers = open_case_for(worker), open_case_for(coordinator)
    task(worker, mine, 3)
    task(coordinator, hers, 4)

    assert [hers in page(browser, "/coming/"), hers in page(other, "/coming/?list=all")] == [
        False,
        True,
    ]
    assert desk_of(member("supervisor"), now(), ALL, 90).coming == ()


def test_who_is_away_is_told_with_who_stands_in(desk, member):
    worker, _, _, other = desk
    number = open_case_for(worker)
    task(worker, number, 3)
    deputy = member("worker", of=worker.organisation, name="Waarnemer Voorbeeld")
    period = (today() + timedelta(days=2), today() + timedelta(days=5))
    stand_in(worker, worker.id, deputy.id, period, now())

    assert "Waarnemer Voorbeeld neemt waar voor" in page(other, "/coming/?list=all")


def test_where_there_is_too_much_it_says_how_far_it_goes(desk, monkeypatch):
    monkeypatch.setattr("ketenwijzer.casework.desk.MOST_CASES", 2)
    worker, browser, *_ = desk
    for days in (1, 2, 3):
        task(worker, open_case_for(worker), days)

    found = desk_of(worker, now(), MINE, 30)

    assert not found.whole
    assert found.until == today() + timedelta(days=2)
    assert {one.due.day for one in found.coming} <= {today() + timedelta(days=n) for n in (1, 2)}
    assert "Er is meer dan hier past" in page(browser, "/coming/")


def test_lines_of_before_get_what_lies_ahead_at_the_next_tick(desk):
    worker, *_ = desk
    number = open_case_for(worker)
    task(worker, number, 3)
    Involvement.objects.update(ahead="")
    Case.objects.update(look_again=date(1, 1, 1))  # as the migration leaves it

    tick(now())

    assert (3, "task.assign_again") in names(worker)


@pytest.mark.parametrize("query", ["", "?days=7", "?days=x&list=nobody", "?list=all&days=90"])
def test_it_takes_few_statements_and_passes_nonsense_over(desk, query):
    worker, browser, *_ = desk
    for days in range(5):
        task(worker, open_case_for(worker), days)

    assert statements(browser, f"/coming/{query}") <= MOST_STATEMENTS


def test_an_empty_desk_says_what_to_do(desk):
    _, browser, *_ = desk

    assert "Kies meer dagen" in page(browser, "/coming/")


def test_who_sees_no_cases_has_no_desk(member, browser):
    assert browser(member("analyst")).get("/coming/").status_code == 302
