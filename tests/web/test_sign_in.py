"""Signing in, second factors, sessions, lock-out; the shortcut that production does not have."""

import os
import re
import subprocess
import sys
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import RequestFactory, override_settings
from django.urls import include, path

from ketenwijzer.casework.models import StartCode
from ketenwijzer.clock import now
from ketenwijzer.corpus.demonstration import load_demonstration
from ketenwijzer.web.accounts import SecondFactors
from ketenwijzer.web.guards import recently_confirmed
from ketenwijzer.web.views.account import confirm
from ketenwijzer.web.views.demonstration import is_this_machine
from tests.web.conftest import PASSWORD, code_in

SECRET = "JBSWY3DPEHPK3PXP"


@recently_confirmed
def export(request):
    return confirm(request)


urlpatterns = [path("export", export), path("", include("ketenwijzer.web.urls"))]


@pytest.fixture
def production():
    """Ask a second factor, as everywhere but in the demonstration."""
    with override_settings(DEMONSTRATION=False):
        yield


@pytest.fixture
def known(member):
    """Return a member with a password."""
    who = member()
    who.set_password(PASSWORD)
    who.save()
    return who


def sign_in(client, who, password=PASSWORD):
    return client.post("/account/login/", {"login": who.username, "password": password})


def code_now() -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(SECRET, counter))


# ------------------------------------------------------------------ passwords and second factors


def test_a_password_alone_leads_to_setting_up_a_second_factor_and_nowhere_else(
    production, known, browser
):
    client = browser()
    assert sign_in(client, known).status_code == 302
    for closed in ("/account/", "/partners", "/people", "/"):
        answer = client.get(closed)
        assert (answer.status_code, answer["Location"]) == (302, "/account/2fa/"), closed
    assert client.get("/account/2fa/").status_code == 200


def test_with_a_second_factor_a_password_alone_signs_nobody_in(production, known, browser):
    TOTP.activate(known, SECRET)
    client = browser()
    answer = sign_in(client, known)
    assert answer["Location"].startswith("/account/2fa/authenticate")
    assert client.get("/account/")["Location"].startswith("/account/login/")
    assert client.post("/account/2fa/authenticate/", {"code": "000000"}).status_code == 200
    assert client.get("/account/")["Location"].startswith("/account/login/")
    assert client.post("/account/2fa/authenticate/", {"code": code_now()}).status_code == 302
    assert client.get("/account/").status_code == 200


def test_a_dump_of_the_database_holds_no_second_factor(known):
    TOTP.activate(known, SECRET)
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert SECRET not in kept
    assert SecondFactors().decrypt(Authenticator.objects.get().data["secret"]) == SECRET


def test_the_last_second_factor_cannot_be_removed(production, known, browser):
    key = Authenticator.objects.create(
        user=known, type=Authenticator.Type.WEBAUTHN, data={"name": "proef", "credential": {}}
    )
    client = browser(known)
    client.post(f"/account/2fa/webauthn/keys/{key.pk}/remove/")
    assert Authenticator.objects.filter(pk=key.pk).exists()


def test_an_unknown_name_and_a_wrong_password_get_one_answer(known, member, browser):
    wrong = sign_in(browser(), known, "niet dit wachtwoord")
    unknown = browser().post(
        "/account/login/", {"login": "niemand", "password": "niet dit wachtwoord"}
    )
    assert errors_in(wrong) == errors_in(unknown) != []


def errors_in(answer) -> list[str]:
    return re.findall(r"<li>([^<]*)</li>", answer.content.decode().partition('id="errors"')[2])[:1]


def test_too_many_wrong_passwords_lock_the_name_from_there(known, browser):
    client = browser()
    answers = [sign_in(client, known, f"fout {n}").status_code for n in range(8)]
    assert 429 in answers
    assert sign_in(client, known).status_code != 302
    assert client.get("/account/").status_code == 302


def test_a_link_in_the_address_never_leads_elsewhere_after_signing_in(known, browser):
    answer = browser().post(
        "/account/login/?next=https://evil.example/",
        {"login": known.username, "password": PASSWORD, "next": "https://evil.example/"},
    )
    assert "evil" not in answer["Location"]


@pytest.mark.parametrize(
    "closed", ["signup/", "email/", "password/reset/", "password/set/", "none/1", "login/code/"]
)
def test_nobody_signs_up_and_nothing_goes_by_mail(browser, member, closed):
    assert browser(member()).get(f"/account/{closed}").status_code == 404


# ------------------------------------------------------------------ start codes


def start(browser, username, code, password="een nieuw lang wachtwoord"):
    return browser().post(
        "/account/start",
        {"username": username, "code": code, "password1": password, "password2": password},
    )


@pytest.fixture
def newcomer(member, browser):
    """Return somebody new and the code that an administrator saw."""
    administrator = member("administrator")
    page = browser(administrator).post(
        "/people/new",
        {"name": "Nieuw Verzonnen", "username": "nieuw", "role": "worker", "language": "nl"},
    )
    return "nieuw", code_in(page.content.decode())


def test_a_start_code_chooses_a_password_once(newcomer, browser):
    username, code = newcomer
    assert start(browser, username, code.lower().replace("-", " "))["Location"] == "/account/login/"
    assert start(browser, username, code).status_code == 422


def test_a_start_code_that_expired_or_is_of_another_says_the_same(newcomer, member, browser):
    username, code = newcomer
    other = start(browser, member().username, code)
    unknown = start(browser, "niemand", code)
    StartCode.objects.update(expires=now() - timedelta(minutes=1))
    expired = start(browser, username, code)
    assert errors_in(other) == errors_in(unknown) == errors_in(expired) != []


def test_a_start_code_stands_nowhere_in_the_database(newcomer, on_sqlite):
    _, code = newcomer
    for file in on_sqlite.folder.glob("*.sqlite3*"):
        assert code.replace("-", "").encode() not in file.read_bytes()


def test_a_weak_password_is_refused_with_what_to_do(newcomer, browser):
    username, code = newcomer
    assert start(browser, username, code, "kort").status_code == 422
    assert start(browser, username, code, "password123456").status_code == 422


# ------------------------------------------------------------------ sessions, confirming


def test_one_sees_where_one_is_signed_in_and_signs_out_the_others(known, browser):
    here, elsewhere = browser(known), browser(known)
    for client in (here, elsewhere):
        assert client.get("/account/").status_code == 200
    assert UserSession.objects.count() == 2
    here.post("/account/sessions/")
    assert elsewhere.get("/account/").status_code == 302
    assert here.get("/account/").status_code == 200


def test_whoever_is_let_go_is_out_at_the_next_click(known, browser):
    client = browser(known)
    assert client.get("/account/").status_code == 200
    known.is_active = False
    known.save()
    assert client.get("/account/").status_code == 302


def test_a_page_learns_only_of_its_own_member_that_the_session_goes_on(member, browser):
    one, other = member(), member()
    [mark] = re.findall(r'data-as="(\w+)"', browser(one).get("/account/").content.decode())
    assert browser(one).get(f"/account/awake?as={mark}").status_code == 200
    assert browser(other).get(f"/account/awake?as={mark}").status_code == 409
    assert browser().get(f"/account/awake?as={mark}").status_code == 302
    assert browser(other).get("/account/awake").json()["token"]  # of a page that was nobody's
    assert browser().get("/account/awake").status_code == 302


@override_settings(ROOT_URLCONF=__name__)
def test_an_export_asks_to_confirm_and_keeps_what_was_typed(known, browser):
    client = browser(known)
    assert "confirm" in client.get("/export")["Location"]
    answer = client.post("/export", {"reason": "kanarie"}, HTTP_SEC_FETCH_SITE="same-origin")
    assert answer.status_code == 403 and "kanarie" in answer.content.decode()
    kept = [Session.objects.get(pk=s.pk).get_decoded() for s in Session.objects.all()]
    assert "kanarie" not in str(kept)
    client.post("/account/password/confirm/", {"password": PASSWORD})
    assert client.get("/export").status_code == 200


# ------------------------------------------------------------------ the demonstration's shortcut


def test_the_shortcut_signs_in_at_this_machine(member, browser):
    who = member()
    client = browser(None, SERVER_NAME="127.0.0.1")
    page = client.get("/account/login/").content.decode()
    assert who.username in page
    assert client.post("/account/demonstration", {"username": who.username}).status_code == 302
    assert client.get("/account/").status_code == 200


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"REMOTE_ADDR": "10.0.0.7"},
        {"SERVER_NAME": "kw.example"},
        {"HTTP_X_FORWARDED_FOR": "10.0.0.7"},
        {"HTTP_FORWARDED": "for=10.0.0.7"},
        {"HTTP_HOST": "127.0.0.1.evil.example"},
    ],
)
def test_the_shortcut_refuses_whoever_is_not_at_this_machine(member, browser, elsewhere):
    who = member()
    with override_settings(ALLOWED_HOSTS=["*"]):
        values = {"SERVER_NAME": "127.0.0.1", **elsewhere}
        assert not is_this_machine(RequestFactory().post("/x", **values))
        client = browser(None, **values)
        answer = client.post("/account/demonstration", {"username": who.username})
        assert answer.status_code == 404
        assert who.username not in client.get("/account/login/").content.decode()


def test_who_confirms_in_the_demonstration_is_told_the_password(member, browser):
    password = load_demonstration("nl").password
    who = member()
    who.set_password(password)
    who.save()
    here, elsewhere = browser(who, SERVER_NAME="127.0.0.1"), browser(who)
    assert password in here.get("/account/password/confirm/").content.decode()
    assert f": {password}" not in elsewhere.get("/account/password/confirm/").content.decode()


ASKS_FOR_THE_SHORTCUT = """
import django; django.setup()
import sys
from django.urls import NoReverseMatch, reverse
try:
    print(reverse("demonstration_door"))
except NoReverseMatch:
    print("none")
print("ketenwijzer.web.views.demonstration" in sys.modules)
"""


def run(script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if not k.startswith("KETENWIJZER_")}
    return subprocess.run(
        [sys.executable, "-c", script],
        env={**clean, "DJANGO_SETTINGS_MODULE": "ketenwijzer.project.settings", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("mode", ["production", "", "Demonstration", "demo"])
def test_in_production_the_shortcut_does_not_exist(tmp_path, mode):
    made = run(
        ASKS_FOR_THE_SHORTCUT,
        KETENWIJZER_MODE=mode,
        KETENWIJZER_HOME=str(tmp_path / "data"),
        KETENWIJZER_KEYS=str(tmp_path / "keys"),
        KETENWIJZER_SECRET="x1y2z3a4b5c6d7e8f9" * 4,
    )
    assert made.stdout.split() == ["none", "False"], made.stderr


SERVES = "import ketenwijzer.project.wsgi"


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"KETENWIJZER_MODE": "demonstration", "KETENWIJZER_HOSTS": "kw.example"}, "demonstration"),
        (
            {
                "KETENWIJZER_MODE": "demonstration",
                "KETENWIJZER_DATABASE": "postgresql://u@db.example/kw",
            },
            "elsewhere",
        ),
        ({"KETENWIJZER_MODE": "production"}, "KETENWIJZER_SECRET"),
        (
            {"KETENWIJZER_MODE": "production", "KETENWIJZER_SECRET": "x1y2z3a4b5c6d7e8f9" * 4},
            "KETENWIJZER_KEYS",
        ),
        (
            {"KETENWIJZER_MODE": "production", "KETENWIJZER_HOSTS": "*"},
            "answers to any name",
        ),
        ({"KETENWIJZER_MODE": "production", "KETENWIJZER_SECRET": "x" * 60}, "too regular"),
        (
            {"KETENWIJZER_MODE": "production", "KETENWIJZER_DATABASE": "mysql://db.example/kw"},
            "does not know",
        ),
        (
            {"KETENWIJZER_MODE": "production", "KETENWIJZER_MAIL": "mail.example:25"},
            "no mail server",
        ),
        (
            {"KETENWIJZER_MODE": "production", "KETENWIJZER_MAIL": "smtp://mail.example"},
            "KETENWIJZER_MAIL_FROM",
        ),
        ({"KETENWIJZER_MODE": "production", "KETENWIJZER_FRONTS": "two"}, "not a number"),
    ],
)
def test_an_unsafe_installation_does_not_start_and_says_what_to_set(tmp_path, environment, said):
    made = run(SERVES, KETENWIJZER_HOME=str(tmp_path), **environment)
    assert made.returncode != 0
    assert "ImproperlyConfigured" in made.stderr and said in made.stderr


def test_keys_that_others_can_read_do_not_start(tmp_path):
    keys = tmp_path / "keys"
    keys.mkdir(mode=0o700, exist_ok=True)
    keys.chmod(0o700)
    said = {
        "KETENWIJZER_MODE": "production",
        "KETENWIJZER_SECRET": "x1y2z3a4b5c6d7e8f9" * 4,
        "KETENWIJZER_KEYS": str(keys),
    }
    closed = run(SERVES, KETENWIJZER_HOME=str(tmp_path / "data"), **said)
    keys.chmod(0o750)
    opened = run(SERVES, KETENWIJZER_HOME=str(tmp_path / "data"), **said)

    assert closed.returncode == 0, closed.stderr
    assert opened.returncode != 0 and "can reach the keys" in opened.stderr
