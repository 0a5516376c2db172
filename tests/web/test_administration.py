"""Administering people: only one's own organisation, never oneself, and never a case."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from django.test import override_settings

from ketenwijzer.casework.models import Deputy, FactorReset, Member, OnCall, PeopleChange
from ketenwijzer.casework.statuses import MemberRole
from ketenwijzer.clock import now
from tests.web.conftest import code_in

# What a form of somebody with bad intent adds to what it may send.
SMUGGLED = {
    "is_superuser": "on",
    "is_staff": "on",
    "is_active": "on",
    "organisation": "",
    "organisation_id": "",
    "role": "supervisor",
    "password": "gekaapt wachtwoord",
    "id": "",
    "member": "",
    "approved_by": "",
    "due": "2000-01-01",
}


@pytest.fixture
def confirmed(monkeypatch):
    """Let the password or second factor count as just given."""
    monkeypatch.setattr("ketenwijzer.web.guards.is_recently_confirmed", lambda _: True)


@pytest.fixture
def house(organisation, member):
    """Return an organisation with an administrator, a second one, a supervisor and a worker."""
    own = organisation()
    return {
        "ada": member("administrator", own),
        "otto": member("administrator", own),
        "sam": member("supervisor", own),
        "noor": member("worker", own),
    }


def as_stored(who: Member) -> dict[str, object]:
    """Return all columns of a member but the last sign-in."""
    found = dict(Member.objects.filter(pk=who.pk).values().get())
    del found["last_login"]
    return found


# ------------------------------------------------------------------ who may


EVERY_DEED: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("get", "/people", {}),
    ("get", "/people/new", {}),
    ("post", "/people/new", {"name": "X", "username": "x", "role": "worker", "language": "nl"}),
    ("post", "/people/phone", {"phone": "112112"}),
    ("get", "/people/{noor}", {}),
    ("post", "/people/{noor}", {"name": "X", "role": "supervisor"}),
    ("post", "/people/{noor}/let-go", {}),
    ("post", "/people/{noor}/let-return", {}),
    ("post", "/people/{noor}/code", {}),
    ("post", "/people/{noor}/reset", {}),
    ("get", "/on-call", {}),
    ("post", "/on-call", {"member": "{noor}", "starts": "2030-01-01T09:00"}),
)


@pytest.mark.parametrize(("method", "path", "data"), EVERY_DEED)
@pytest.mark.parametrize("role", ["worker", "coordinator", "supervisor", "analyst"])
def test_only_an_administrator_administers(
    confirmed, house, member, browser, method, path, data, role
):
    by = member(role, house["ada"].organisation)
    before = as_stored(house["noor"])
    answer = getattr(browser(by), method)(path.format(noor=house["noor"].pk), data)
    assert answer.status_code == 403
    assert as_stored(house["noor"]) == before
    assert not PeopleChange.objects.exists()


@pytest.mark.parametrize(("method", "path", "data"), [d for d in EVERY_DEED if "{noor}" in d[1]])
def test_people_of_another_organisation_are_not_there(
    confirmed, house, member, browser, method, path, data
):
    stranger = member("administrator")
    client = browser(stranger)
    answer = getattr(client, method)(path.format(noor=house["noor"].pk), data)
    nobody = getattr(client, method)(path.format(noor=uuid4()), data)
    assert answer.status_code == nobody.status_code == 404
    assert not PeopleChange.objects.exists()


@pytest.mark.parametrize("deed", ["", "/let-go", "/let-return", "/code", "/reset"])
def test_nobody_changes_their_own_role_or_access(confirmed, house, browser, deed):
    ada = house["ada"]
    before = as_stored(ada)
    browser(ada).post(f"/people/{ada.pk}{deed}", {"name": "Ada", "role": "supervisor"})
    after = as_stored(ada)
    assert before == after
    assert not FactorReset.objects.exists() and not PeopleChange.objects.exists()


@pytest.mark.parametrize("role", [role.value for role in MemberRole])
def test_primeros_defect_nobody_changes_themselves_with_fields_that_no_form_has(
    house, member, browser, role
):
    other = member("administrator")
    who = member(role, house["ada"].organisation)
    before = as_stored(who)
    smuggled = {**SMUGGLED, "organisation": other.organisation_id, "id": other.pk}
    client = browser(who)
    for path in ("/account/", "/language", f"/people/{who.pk}", "/partners", "/account/password/"):
        client.post(path, {**smuggled, "language": who.language, "name": "Ander"})
    after = as_stored(who)
    assert before == after


def test_an_administrator_sets_no_field_that_the_form_lacks(house, member, browser):
    noor, other = house["noor"], member()
    smuggled = {
        **SMUGGLED,
        "organisation": other.organisation_id,
        "name": "Noor",
        "role": "analyst",
    }
    browser(house["ada"]).post(f"/people/{noor.pk}", smuggled)
    noor.refresh_from_db()
    assert (noor.role, noor.name) == ("analyst", "Noor")
    assert not (noor.is_superuser or noor.is_staff or noor.has_usable_password())
    assert noor.organisation == house["ada"].organisation


def test_somebody_new_belongs_to_the_organisation_of_who_added_them(house, member, browser):
    smuggled = {**SMUGGLED, "organisation": member().organisation_id, "language": "nl"}
    answer = browser(house["ada"]).post(
        "/people/new", {**smuggled, "name": "Nieuw", "username": "nieuw", "role": "worker"}
    )
    made = Member.objects.get(username="nieuw")
    assert answer.status_code == 200
    assert made.organisation == house["ada"].organisation
    assert not (made.is_superuser or made.is_staff or made.has_usable_password())


@pytest.mark.parametrize("role", ["", "god", "owner", "WORKER"])
def test_a_role_outside_the_list_is_refused(house, browser, role):
    answer = browser(house["ada"]).post(
        f"/people/{house['noor'].pk}", {"name": "Noor", "role": role}
    )
    assert answer.status_code == 422
    house["noor"].refresh_from_db()
    assert house["noor"].role == "worker"


def test_a_name_that_is_taken_is_said_and_loses_nothing(house, member, browser):
    taken = member().username
    data = {"name": "Wie Dan Ook", "username": taken, "role": "worker", "language": "nl"}
    answer = browser(house["ada"]).post("/people/new", data)
    assert answer.status_code == 422 and "Wie Dan Ook" in answer.content.decode()


# ------------------------------------------------------------------ leaving


def test_whoever_is_let_go_is_out_at_once_and_it_stands_in_the_changes(house, browser):
    client = browser(house["noor"])
    assert client.get("/account/").status_code == 200
    answer = browser(house["ada"]).post(f"/people/{house['noor'].pk}/let-go", follow=True)
    assert client.get("/account/").status_code == 302
    assert "niemand in behandeling heeft: 0" in answer.content.decode()
    assert PeopleChange.objects.get().deed == "let_go"


def test_a_new_start_code_does_not_let_an_administrator_in(confirmed, house, browser):
    noor = house["noor"]
    Authenticator.objects.create(user=noor, type=Authenticator.Type.TOTP, data={"secret": "x"})
    page = browser(house["ada"]).post(f"/people/{noor.pk}/code").content.decode()
    code = code_in(page)
    chosen = {"password1": "gekozen door de ander", "password2": "gekozen door de ander"}
    thief = browser()
    thief.post("/account/start", {"username": noor.username, "code": code, **chosen})
    answer = thief.post(
        "/account/login/", {"login": noor.username, "password": "gekozen door de ander"}
    )
    assert answer["Location"].startswith("/account/2fa/authenticate")
    assert thief.get("/account/").status_code == 302


# ------------------------------------------------------------------ resets (safety rule 15)


@pytest.fixture
def asked(confirmed, house, browser):
    """Return a reset that one administrator asked for a worker."""
    Authenticator.objects.create(
        user=house["noor"], type=Authenticator.Type.TOTP, data={"secret": "x"}
    )
    browser(house["ada"]).post(f"/people/{house['noor'].pk}/reset")
    return FactorReset.objects.get()


def test_a_reset_takes_a_second_person_and_a_delay(house, browser, asked):
    ada, sam = browser(house["ada"]), browser(house["sam"])
    assert ada.post(f"/resets/{asked.pk}/approve").status_code == 403
    assert ada.post(f"/resets/{asked.pk}/do").status_code == 409
    assert sam.post(f"/resets/{asked.pk}/approve").status_code == 302
    assert ada.post(f"/resets/{asked.pk}/do").status_code == 409
    assert Authenticator.objects.exists()
    FactorReset.objects.update(due=now() - timedelta(minutes=1))
    assert ada.post(f"/resets/{asked.pk}/do").status_code == 302
    assert not Authenticator.objects.exists()


def test_the_delay_is_what_the_settings_say(house, browser, asked):
    with override_settings(RESET_DELAY_HOURS=24):
        browser(house["otto"]).post(f"/resets/{asked.pk}/approve")
    asked.refresh_from_db()
    assert timedelta(hours=23, minutes=59) < asked.due - now() <= timedelta(hours=24)


def test_the_person_is_told_on_every_page_and_can_stop_it(house, browser, asked):
    client = browser(house["noor"])
    assert "tweede factor te vergeten" in client.get("/partners").content.decode()
    assert (
        "tweede factor te vergeten" not in browser(house["sam"]).get("/partners").content.decode()
    )
    assert house["ada"].name in client.get("/account/").content.decode()
    assert client.post(f"/resets/{asked.pk}/approve").status_code == 403
    assert client.post(f"/account/reset/{asked.pk}/stop").status_code == 302
    assert "tweede factor te vergeten" not in client.get("/partners").content.decode()
    asked.refresh_from_db()
    assert asked.ended_by == house["noor"] and not asked.carried_out
    assert browser(house["sam"]).post(f"/resets/{asked.pk}/approve").status_code == 404


@pytest.mark.parametrize("deed", ["approve", "do", "stop"])
def test_a_reset_of_another_organisation_is_not_there(member, browser, asked, deed):
    for role in ("administrator", "supervisor"):
        assert browser(member(role)).post(f"/resets/{asked.pk}/{deed}").status_code == 404


@pytest.mark.parametrize("deed", ["approve", "do", "stop"])
def test_a_colleague_without_that_task_resets_nothing(house, member, browser, asked, deed):
    for role in ("worker", "coordinator", "analyst"):
        by = member(role, house["ada"].organisation)
        assert browser(by).post(f"/resets/{asked.pk}/{deed}").status_code == 403


# ------------------------------------------------------------------ roster, standing in


def test_the_roster_takes_only_colleagues(house, member, browser):
    client, stranger = browser(house["ada"]), member()
    shift = {"starts": "2030-01-01T09:00", "ends": "2030-01-02T09:00", "phone": "+31 6 1234"}
    refused = client.post("/on-call", {**shift, "member": stranger.pk})
    assert refused.status_code == 404
    assert client.post("/on-call", {**shift, "member": house["noor"].pk}).status_code == 302
    assert OnCall.objects.get().organisation == house["ada"].organisation
    mine = OnCall.objects.get()
    assert browser(member("administrator")).post(f"/on-call/{mine.pk}/end").status_code == 404
    assert client.post(f"/on-call/{mine.pk}/end").status_code == 302


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        ("2030-01-02T09:00", "2030-01-01T09:00"),
        ("2000-01-01T09:00", "2000-01-02T09:00"),
        ("2030-01-01T09:00", "2031-01-01T09:00"),
        ("0001-01-01T00:00", "9999-12-31T23:59"),
        ("gisteren", ""),
    ],
)
def test_an_impossible_shift_is_refused_with_what_to_do(house, browser, starts, ends):
    data = {"member": house["noor"].pk, "starts": starts, "ends": ends, "phone": "+31 6 1234"}
    answer = browser(house["ada"]).post("/on-call", data)
    assert answer.status_code == 422 and not OnCall.objects.exists()


def test_one_lets_a_colleague_stand_in_and_nobody_else(house, member, browser):
    client = browser(house["noor"])
    days = {"starts": "2030-01-01", "ends": "2030-01-05"}
    for wrong in (member().pk, house["noor"].pk, house["ada"].pk, uuid4()):
        assert client.post("/account/", {**days, "deputy": wrong}).status_code == 422
    smuggled = {**days, "deputy": house["sam"].pk, "member": house["otto"].pk}
    assert client.post("/account/", smuggled).status_code == 302
    found = Deputy.objects.get()
    assert (found.member, found.deputy) == (house["noor"], house["sam"])
    assert found.starts == date(2030, 1, 1)
    assert browser(house["sam"]).post(f"/account/stand-in/{found.pk}/end").status_code == 404
    assert client.post(f"/account/stand-in/{found.pk}/end").status_code == 302


# ------------------------------------------------------------------ the directory (safety rule 14)


def test_the_directory_tells_nothing_of_where_a_shelter_is(organisation, member, browser):
    for n in range(2):
        organisation("shelter", name=f"Codenaam {n}", region="Waddenzee", phone=f"+31 99 {n}{n}{n}")
    organisation("police", name="Politie", region="Zuid", phone="+31 20 555")
    client = browser(member())
    page = client.get("/partners").content.decode()
    assert "Codenaam 0" in page and "+31 20 555" in page
    assert "Waddenzee" not in page and "+31 99" not in page
    found = client.get("/partners", {"region": "Waddenzee"}).content.decode()
    assert "Codenaam" not in found
    organisation("womens_shelter", name="Codenaam 3", region="Waddenzee")
    assert "Waddenzee" in client.get("/partners").content.decode()


def test_a_shelter_sees_its_own_number(organisation, member, browser):
    own = organisation("shelter", name="Codenaam", region="Waddenzee", phone="+31 99 123")
    assert "+31 99 123" in browser(member("worker", own)).get("/partners").content.decode()


def test_a_long_directory_goes_on_page_by_page_and_misses_nobody(organisation, member, browser):
    names = {organisation("ngo", name=f"Hulp {n:03}").name for n in range(60)}
    client, seen, url = browser(member()), set(), "/partners?kind=ngo"
    for _ in range(5):
        page = client.get(url).content.decode()
        seen |= set(re.findall(r"Hulp \d{3}", page))
        following = re.search(r'href="(\?[^"]*after=[^"]*)"', page)
        if not following:
            break
        url = "/partners" + following[1].replace("&amp;", "&")
    assert seen == names


def test_a_page_asks_few_questions_of_the_database(house, browser, django_assert_max_num_queries):
    client = browser(house["ada"])
    client.get("/partners")
    for page, most in (("/partners", 8), ("/people", 8), ("/account/", 10), ("/on-call", 8)):
        with django_assert_max_num_queries(most):
            assert client.get(page).status_code == 200
