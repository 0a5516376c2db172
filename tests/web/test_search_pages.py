"""Search: hits in one's own cases, one neutral answer beyond, and nothing in the address."""

import pytest

from tests.web.chain import open_case_for, words_of

ASKED = {"name": "Testa Verzonnen", "birth_year": "1998", "purpose": "protection"}


@pytest.fixture
def police(member, organisation):
    return member("worker", of=organisation("police"))


def found_by(client, **asked: str) -> str:
    answer = client.post("/search/", {**ASKED, **asked})
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_hit_in_ones_own_cases_is_a_link(police, browser):
    number = open_case_for(police)

    assert f"/cases/{number}/" in found_by(browser(police))


def test_known_elsewhere_unknown_and_forbidden_read_alike(police, member, organisation, browser):
    open_case_for(member("worker", of=organisation("police")))
    client = browser(police)

    known = words_of(found_by(client))
    unknown = words_of(found_by(client, name="Niemand Bestaat"))

    assert known.replace("Testa Verzonnen", "") == unknown.replace("Niemand Bestaat", "")


def test_a_search_lacks_neither_name_nor_year_nor_purpose(police, browser):
    for missing in ASKED:
        assert "Dit moet nog worden verbeterd" in found_by(browser(police), **{missing: ""})


def test_what_was_typed_goes_on_into_a_new_case(police, browser):
    client = browser(police)
    assert 'value="Testa Verzonnen"' in found_by(client)

    answer = client.post("/cases/new/", {"name": "Testa Verzonnen", "birth_year": "1998"})
    name = client.get(answer.url.replace("/danger/", "/name/")).content.decode()

    assert 'value="Testa"' in name
    assert 'value="1998"' in name


def test_beyond_the_quota_one_is_told_what_to_do(police, browser, settings):
    settings.SEARCHES_A_DAY = 1
    client = browser(police)
    found_by(client)

    assert "U hebt vandaag al zo vaak gezocht" in found_by(client)


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "x" * 5000, "%_'\""])
def test_hostile_names_break_nothing(police, browser, name):
    assert "<script>alert" not in found_by(browser(police), name=name)


def test_a_purpose_of_another_kind_of_organisation_is_refused(police, browser):
    assert "Dit moet nog worden verbeterd" in found_by(browser(police), purpose="legal_aid")
