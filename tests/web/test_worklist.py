"""The worklist: exactly one's own lines, in order, counted no further than a hundred."""

from datetime import timedelta

import pytest

from ketenwijzer.casework.models import Involvement
from tests.web.chain import CONTACT, chain, open_case_for, page, record, statements, today

MOST_STATEMENTS = 8


@pytest.fixture
def desk(organisation, member, browser):
    """Return a coordinator and a worker of the police, each at a browser."""
    force = organisation("police")
    worker, coordinator = member("worker", of=force), member("coordinator", of=force)
    return worker, browser(worker), coordinator, browser(coordinator)


def test_an_empty_list_says_what_to_do(desk):
    _, browser, _, _ = desk

    assert "Neem een dossier dat van niemand is" in page(browser, "/")


def test_a_worker_sees_her_own_cases_and_no_colleagues(desk):
    worker, browser, coordinator, _ = desk
    mine, other = open_case_for(worker), open_case_for(coordinator)

    found = page(browser, "/")

    assert mine in found
    assert other not in found
    assert other not in page(browser, "/?list=all")


def test_who_oversees_sees_all(desk):
    worker, _, coordinator, browser = desk
    numbers = {open_case_for(worker), open_case_for(coordinator)}

    found = page(browser, "/?list=all")

    assert all(number in found for number in numbers)


def test_an_outsider_sees_nothing_of_it(desk, member, browser):
    worker, *_ = desk
    number = open_case_for(worker)

    assert number not in page(browser(member("supervisor")), "/?list=all")


def test_a_count_never_says_more_than_that_there_are_many(desk):
    worker, browser, *_ = desk
    number = open_case_for(worker)
    line = Involvement.objects.get(case__number=number)
    for _ in range(101):
        open_case_for(worker)

    assert "99+" in page(browser, "/")
    assert line.organisation_id == worker.organisation_id


def test_pages_follow_each_other_without_a_gap_or_a_repeat(desk, settings):
    settings.PAGE_LENGTH = 3
    worker, browser, *_ = desk
    numbers = {open_case_for(worker) for _ in range(8)}

    found, address = [], "/"
    while address:
        html = page(browser, address)
        found += [number for number in numbers if number in html]
        address = next_of(html)

    assert sorted(found) == sorted(numbers)


def next_of(html: str) -> str:
    start = html.find('href="/?after=')
    return html[start + 6 : html.find('"', start + 6)].replace("&amp;", "&") if start > 0 else ""


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/?list=unassigned",
        "/?due=late&sign=danger",
        "/?on=2020-01-01&known_at=2020-01-01",
        "/?after=9999-12-31.7",
    ],
)
def test_a_list_takes_at_most_eight_statements(desk, address):
    worker, browser, *_ = desk
    for _ in range(5):
        open_case_for(worker)

    assert statements(browser, address) <= MOST_STATEMENTS


@pytest.mark.parametrize(
    "query",
    ["after=x", "after=2020-01-01.x", "due=never", "phase='--", "on=2020-13-45", "known_at=morgen"],
)
def test_nonsense_in_the_address_is_passed_over(desk, query):
    worker, browser, *_ = desk
    number = open_case_for(worker)

    assert number in page(browser, f"/?{query}")


def test_danger_and_a_missing_contact_plan_are_signs(desk):
    worker, browser, *_ = desk
    open_case_for(worker, contact_plan={**CONTACT, "danger_now": True})
    open_case_for(worker, contact_plan={})

    found = page(browser, "/")

    assert "gevaar nu" in found
    assert "geen contactplan" in found


def test_a_list_can_be_narrowed_and_saved_for_colleagues(desk):
    worker, browser, _, theirs = desk
    dangerous = open_case_for(worker, contact_plan={**CONTACT, "danger_now": True})
    safe = open_case_for(worker)

    narrowed = page(browser, "/?sign=danger")
    browser.post("/lists/save", {"name": "Eerst kijken", "sign": "danger", "list": "mine"})

    assert dangerous in narrowed
    assert safe not in narrowed
    assert "Eerst kijken" in page(theirs, "/")


def test_a_saved_list_is_not_seen_by_another_organisation(desk, member, browser):
    _, ours, *_ = desk
    ours.post("/lists/save", {"name": "Eerst kijken", "sign": "danger"})

    assert "Eerst kijken" not in page(browser(member("worker")), "/")


def test_a_past_worklist_run_again_gives_the_same_content(organisation, member, browser):
    found = chain(member, organisation)
    client = browser(found.police)
    day = (today() - timedelta(days=20)).isoformat()
    address = f"/?on={day}&known_at={day}"
    before = body(page(client, address))

    record(found.police, found.number, "reflection_offered")
    record(found.immigration, found.number, "unlawful_stay")

    assert found.number in before
    assert body(page(client, address)) == before


def test_what_was_not_known_yet_does_not_stand_on_a_past_worklist(desk):
    worker, browser, *_ = desk
    number = open_case_for(worker, 5)
    day = (today() - timedelta(days=10)).isoformat()

    assert number not in page(browser, f"/?known_at={day}")


def test_what_waits_for_a_second_person_stands_on_top(organisation, member, browser):
    found = chain(member, organisation)
    record(found.police, found.number, "reflection_offered", 20)
    record(found.police, found.number, "left_unknown_destination")

    above = page(browser(found.colleague), "/")

    assert "tweede persoon" in above
    assert found.number in page(browser(found.colleague), "/waiting/second-person/")


def body(html: str) -> str:
    return html[html.find("<tbody") : html.find("</tbody")]
