"""Safety rule 10, searching: hits on the own list only, by a name the organisation may read; what
is elsewhere is one neutral answer, told to the owner later; counted.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ketenwijzer.casework.actions.guard import set_bar
from ketenwijzer.casework.errors import Denied, Refused
from ketenwijzer.casework.models import Organisation, SearchAsked, TaskRow
from ketenwijzer.casework.search import Search, handle_searches, search
from ketenwijzer.casework.tick import tick
from ketenwijzer.casework.writing import writing
from tests.casework.sharing import in_emergency, shared_with

pytestmark = pytest.mark.usefixtures("on_sqlite")

HERS = {"given_name": "Selamawit", "family_name": "Proefpersoon", "birth_date": "1999-01-01"}
ASKED = Search("Selamawit Proefpersoon", 1999, "shelter")
NOBODY = Search("Niemand Onbekend", 1999, "shelter")


@pytest.fixture
def shelter(member, organisation):
    return member(organisation("shelter"))


@pytest.fixture
def hers(open_a_case, member):
    owner = member()
    return open_a_case(owner, identity=HERS), owner


def test_her_own_organisation_finds_her_however_it_is_spelled(hers, now):
    case, owner = hers

    for name in ("Selamawit", "selamawit PROEFPERSOON", "Sellamawiet", "ሰላማዊት"):
        found = search(owner, Search(name, 2000, "coordination"), now)
        assert [line.case.number for line in found] == [case.number]


def test_a_name_does_not_find_a_case_whose_identity_was_not_shared(hers, shelter, now):
    case, owner = hers
    shared_with(owner, case.number, shelter, now, ("contact", "shelter"))

    assert search(shelter, ASKED, now) == []


def test_a_name_finds_a_case_whose_identity_was_shared(hers, shelter, now):
    case, owner = hers
    shared_with(owner, case.number, shelter, now, ("identity", "contact"))

    assert [line.case.number for line in search(shelter, ASKED, now)] == [case.number]


def test_unknown_known_elsewhere_and_forbidden_are_one_answer_by_one_way(hers, shelter, now):
    case, owner = hers
    with writing(owner, case.number, now, "bar") as opened:
        set_bar(opened, organisation=shelter.organisation_id, member=None, reason="familie")

    forbidden = statements(lambda: search(shelter, ASKED, now))
    elsewhere = statements(lambda: search(shelter, Search("Proefpersoon", 1999, "shelter"), now))
    unknown = statements(lambda: search(shelter, NOBODY, now))

    assert forbidden[0] == elsewhere[0] == unknown[0] == []
    assert forbidden[1] == unknown[1]
    assert len(elsewhere[1]) == len(unknown[1])


def test_the_owner_hears_later_that_somebody_searched(hers, shelter, now):
    case, owner = hers
    search(shelter, ASKED, now)
    assert not TaskRow.objects.filter(case=case).exists()

    tick(now)

    task = TaskRow.objects.get(case=case)
    assert (task.kind, task.organisation) == ("somebody_searched", owner.organisation)


def test_a_search_by_whoever_is_barred_is_told_as_such(hers, shelter, now):
    case, owner = hers
    with writing(owner, case.number, now, "bar") as opened:
        set_bar(opened, organisation=shelter.organisation_id, member=None, reason="familie")
    search(shelter, ASKED, now)

    handle_searches(now)

    assert TaskRow.objects.get(case=case).kind == "barred_search"


def test_a_hit_that_was_not_shown_for_want_of_identity_is_told_to_the_owner(hers, shelter, now):
    case, owner = hers
    shared_with(owner, case.number, shelter, now, ("contact", "shelter"))
    search(shelter, ASKED, now)

    handle_searches(now)

    assert "somebody_searched" in TaskRow.objects.filter(case=case).values_list("kind", flat=True)


def test_what_was_searched_for_is_sealed_and_then_gone(hers, shelter, now):
    search(shelter, ASKED, now)
    assert b"Selamawit" not in bytes(SearchAsked.objects.get().sealed)

    handle_searches(now)

    assert bytes(SearchAsked.objects.get().sealed) == b""


def test_a_search_has_a_quota_that_an_unknown_name_counts_for(shelter, now, settings):
    settings.SEARCHES_A_DAY = 3
    for _ in range(3):
        search(shelter, NOBODY, now)

    with pytest.raises(Refused) as refused:
        search(shelter, ASKED, now)
    assert refused.value.code == "quota"


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (Search("", 1999, "shelter"), "no_name"),
        (Search("1234", 1999, "shelter"), "no_name"),
        (Search("Selamawit", 0, "shelter"), "no_year"),
        (Search("Selamawit", 1999, ""), "no_purpose"),
        (Search("Selamawit", 1999, "investigation"), "no_purpose"),
    ],
)
def test_a_search_needs_a_name_a_year_and_a_purpose_of_the_organisation(asked, code, shelter, now):
    with pytest.raises(Refused) as refused:
        search(shelter, asked, now)
    assert refused.value.code == code


@pytest.mark.parametrize("role", ["analyst", "administrator", ""])
def test_who_sees_no_cases_does_not_search(role, member, now):
    with pytest.raises(Denied):
        search(member(role=role), ASKED, now)


@pytest.mark.parametrize("changed", [{"active": False}, {"role": "unheard_of"}])
def test_an_organisation_that_takes_no_part_does_not_search(changed, shelter, now):
    Organisation.objects.filter(id=shelter.organisation_id).update(**changed)
    shelter.organisation.refresh_from_db()

    with pytest.raises(Denied):
        search(shelter, ASKED, now)


def test_a_broken_glass_does_not_find_her_by_name(hers, shelter, now):
    case, _ = hers
    in_emergency(shelter, case.number, "identity", now)

    assert search(shelter, ASKED, now) == []


def statements(deed):
    """Return what a deed answers, and the statements it asked, without their values."""
    with CaptureQueriesContext(connection) as asked:
        answer = deed()
    return answer, [shape(query["sql"]) for query in asked.captured_queries]


def shape(sql: str) -> str:
    return " ".join("?" if "'" in word or word[:1].isdigit() else word for word in sql.split())
