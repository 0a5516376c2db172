"""Who looked: own people by name, others as organisations; why one sees what, without an oracle."""

import pytest

from ketenwijzer.casework.models import AccessLine
from tests.web.chain import chain, involve, page, words_of


@pytest.fixture
def case(member, organisation):
    return chain(member, organisation)


def test_every_page_leaves_a_line(case, browser):
    client = browser(case.police)
    for name in ("", "timeline/", "file/", "log/"):
        before = AccessLine.objects.count()
        page(client, f"/cases/{case.number}/{name}")
        assert AccessLine.objects.count() == before + 1


def test_own_people_stand_by_name_and_others_as_organisations(case, browser):
    page(browser(case.shelter), f"/cases/{case.number}/")
    page(browser(case.colleague), f"/cases/{case.number}/")

    html = page(browser(case.police), f"/cases/{case.number}/log/")

    assert case.colleague.name in html
    assert "Opvang Proef" in html
    assert case.shelter.name not in html


def test_who_looked_does_not_betray_who_takes_part(case, browser):
    page(browser(case.shelter), f"/cases/{case.number}/")

    html = page(browser(case.immigration), f"/cases/{case.number}/log/")

    assert "Opvang Proef" not in html
    assert "een andere betrokken organisatie" in html


def test_an_attempt_of_an_outsider_is_for_the_owner_alone(case, browser, member):
    outsider = member("worker")
    assert browser(outsider).get(f"/cases/{case.number}/").status_code == 404

    owner = page(browser(case.police), f"/cases/{case.number}/log/")
    other = page(browser(case.shelter), f"/cases/{case.number}/log/")

    assert outsider.organisation.name in owner
    assert outsider.organisation.name not in other


def test_what_others_did_between_them_is_named_to_them_and_the_owner_alone(case, browser):
    involve(case.police, case.shelter, case.number, "shelter", "basics")
    told, kept = "bezig met doorverwijzen", "iets gedaan wat tussen anderen is"

    owner = page(browser(case.police), f"/cases/{case.number}/log/")
    other = page(browser(case.immigration), f"/cases/{case.number}/log/")

    assert told in owner and kept not in owner
    assert kept in other and told not in other


def test_a_long_log_goes_on_on_a_next_page(case, browser, settings):
    settings.PAGE_LENGTH = 3
    client = browser(case.police)
    for _ in range(5):
        page(client, f"/cases/{case.number}/")

    html = page(client, f"/cases/{case.number}/log/")

    assert "?before=" in html
    assert "Terug naar het begin" in page(client, f"/cases/{case.number}/log/?before=5")
    page(client, f"/cases/{case.number}/log/?before=x")


def test_why_one_sees_what_tells_rules_and_nothing_of_what_stands_there(case, browser):
    before = words_of(page(browser(case.immigration), f"/cases/{case.number}/access/"))
    browser(case.shelter).post(
        f"/cases/{case.number}/file/health/", {"urgent": "yes", "needs": "arts"}
    )

    after = words_of(page(browser(case.immigration), f"/cases/{case.number}/access/"))

    assert after == before
    assert "De afspraken van de partners geven uw soort organisatie dit onderdeel niet." in after
