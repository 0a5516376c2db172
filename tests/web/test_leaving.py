"""An organisation stops taking part: by its administrator alone, and never over an open case."""

import pytest

from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.actions.finish import close_case
from ketenwijzer.casework.actions.leaving import stop_taking_part
from ketenwijzer.casework.actions.refer import MakeReferral, make_referral
from ketenwijzer.casework.errors import Denied, NotFound, Refused
from ketenwijzer.casework.models import PeopleChange
from ketenwijzer.casework.writing import writing
from tests.web.chain_pages import as_, opened, text


@pytest.fixture
def confirmed(monkeypatch):
    monkeypatch.setattr("ketenwijzer.web.guards.is_recently_confirmed", lambda _: True)


@pytest.fixture
def administrator(chain, owner):
    return chain.colleague(owner, "administrator")


def is_active(member):
    member.organisation.refresh_from_db()
    return member.organisation.active


def test_who_owns_open_cases_reads_how_many_and_nothing_of_them(
    chain, owner, administrator, confirmed
):
    opened(chain, owner)
    browser = as_(administrator)

    told = text(browser.post("/people/stop", follow=True))

    assert "eigenaar van open dossiers: 2" in told
    assert is_active(owner)
    assert chain.number not in told and "Kanarie" not in told
    assert "/people/stop" not in browser.get("/people").content.decode()


def test_once_its_cases_are_closed_it_stops_and_may_come_back(
    chain, owner, administrator, confirmed
):
    with writing(owner, chain.number, chain.now, "close") as case:
        close_case(case, "her_wish", "")
    browser = as_(administrator)
    assert "/people/stop" in browser.get("/people").content.decode()

    browser.post("/people/stop")
    assert not is_active(owner)
    owner.refresh_from_db()
    with pytest.raises(NotFound):
        open_case(owner, chain.number, chain.now)

    browser.post("/people/again")
    assert is_active(owner)
    deeds = list(PeopleChange.objects.order_by("id").values_list("deed", flat=True))
    assert deeds == ["stopped_part", "takes_part"]
    assert "doet weer mee" in text(browser.get("/people"))


def test_whoever_takes_part_without_owning_may_stop_and_is_referred_to_no_more(
    chain, owner, confirmed
):
    shelter = chain.member("shelter")
    chain.accept(shelter, chain.refer(owner, shelter, "shelter"))
    stop_taking_part(chain.colleague(shelter, "administrator"), chain.now)

    with (
        pytest.raises(Refused),
        writing(owner, chain.number, chain.now, "refer") as case,
    ):
        make_referral(
            case, MakeReferral(shelter.organisation_id, "shelter", (), "public_task", "", "art. 1")
        )


@pytest.mark.parametrize("role", ["worker", "coordinator", "supervisor", "analyst"])
def test_nobody_but_its_administrator_lets_an_organisation_stop(chain, owner, role):
    shelter = chain.member("shelter", role)

    with pytest.raises(Denied, match="only_administrator"):
        stop_taking_part(shelter, chain.now)
    assert is_active(shelter)


def test_it_asks_to_confirm_first(chain, owner):
    administrator = chain.member("shelter", "administrator")

    as_(administrator).post("/people/stop")

    assert is_active(administrator)
