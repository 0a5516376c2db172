"""A long chronology is read a page at a time: every entry once, and nothing moves meanwhile."""

import re
from datetime import date

import pytest

from ketenwijzer.casework.actions.note import add_note
from ketenwijzer.casework.showing.paged import LENGTH
from ketenwijzer.casework.writing import writing
from ketenwijzer.clock import now
from tests.web.chain import chain, page, record, words_of

NEXT = re.compile(r'href="([^"]*behind=[^"]*)"')
NOTED = re.compile(r'<li class="kw-entry')


@pytest.fixture
def case(member, organisation):
    return chain(member, organisation)


def notes(case, count: int) -> None:
    """Make notes in one sitting: all of one moment."""
    with writing(case.police, case.number, now(), "add_note") as writes:
        for number in range(count):
            add_note(writes, f"notitie {number}")


def pages(client, address: str) -> list[str]:
    """Return every page, following the way on as a browser without script does."""
    found = [page(client, address)]
    while way := NEXT.search(found[-1]):
        found.append(page(client, way[1].replace("&amp;", "&")))
    return found


def entries(html: str) -> list[str]:
    """Return the address of every entry that can be proposed to be sealed: each has its own."""
    return re.findall(r"/entries/(\d+)/seal/", html)


def test_a_short_one_has_one_page(case, browser):
    found = pages(browser(case.police), f"/cases/{case.number}/timeline/")

    assert len(found) == 1 and "Terug naar het begin" not in found[0]


@pytest.mark.parametrize("count", [LENGTH - 1, LENGTH, 2 * LENGTH + 3])
def test_every_entry_stands_on_one_page_also_of_one_moment(case, browser, count):
    notes(case, count)

    found = pages(browser(case.colleague), f"/cases/{case.number}/timeline/?kind=file")

    numbers = [number for html in found for number in entries(html)]
    assert all(len(NOTED.findall(html)) <= LENGTH for html in found)
    assert len(numbers) == len(set(numbers)) >= count
    assert sum(len(NOTED.findall(html)) for html in found) == shown_in_tab(found[0])


def shown_in_tab(html: str) -> int:
    return int(re.findall(r"In het dossier \D*(\d+)", words_of(html))[0])


def test_what_is_recorded_meanwhile_moves_nothing(case, browser):
    notes(case, LENGTH + 10)
    client = browser(case.colleague)
    first = page(client, f"/cases/{case.number}/timeline/?kind=file")
    way = NEXT.findall(first)[0].replace("&amp;", "&")
    before = entries(page(client, way))

    notes(case, 5)

    assert entries(page(client, way)) == before


def test_the_way_on_keeps_the_kind_and_the_days(case, browser):
    notes(case, LENGTH + 1)
    on = date(2026, 1, 2).isoformat()
    html = page(browser(case.police), f"/cases/{case.number}/timeline/?kind=file&on={on}")

    assert f"on={on}" in NEXT.findall(html)[0] and "kind=file" in NEXT.findall(html)[0]
    assert f'href="/cases/{case.number}/timeline/?on={on}&amp;kind=between"' in html


def test_only_the_first_page_has_the_drawing(case, browser):
    record(case.police, case.number, "report", 3)
    notes(case, LENGTH + 1)
    found = pages(browser(case.police), f"/cases/{case.number}/timeline/")

    assert "<figure" in found[0] and "<figure" not in found[1]
    assert "Terug naar het begin" in found[1]


@pytest.mark.parametrize(
    "place", ["x", "2026-01-02", "2026-01-02_2026-01-02T10:00:00_1", "__", "9_9_9", "²_²_²"]
)
def test_a_place_that_cannot_be_read_is_the_beginning(case, browser, place):
    client = browser(case.police)
    address = f"/cases/{case.number}/timeline/"

    shown = NOTED.findall(page(client, f"{address}?behind={place}"))

    assert len(shown) == len(NOTED.findall(page(client, address)))


def test_what_others_recorded_counts_for_no_page(case, browser):
    with writing(case.shelter, case.number, now(), "add_note") as writes:
        for number in range(LENGTH + 5):
            add_note(writes, f"opvang {number}")

    assert NEXT.search(page(browser(case.immigration), f"/cases/{case.number}/timeline/")) is None
    assert NEXT.search(page(browser(case.shelter), f"/cases/{case.number}/timeline/"))


def test_the_way_on_tells_nothing_of_entries_that_one_may_not_read(case, browser):
    """Whoever reads the same of a case gets the same way on, whatever others recorded between."""
    notes(case, LENGTH + 5)
    address = f"/cases/{case.number}/timeline/?kind=file"
    before = NEXT.findall(page(browser(case.police), address))
    with writing(case.shelter, case.number, now(), "add_note") as writes:
        for number in range(3):
            add_note(writes, f"opvang {number}")

    assert NEXT.findall(page(browser(case.police), address)) == before != []
