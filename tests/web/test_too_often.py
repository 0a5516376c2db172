"""Trying too often: counted for all workers, past a restart; and no colleague is locked out."""

import os
import subprocess
import sys
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
from allauth.core.internal import ratelimit
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.test import override_settings

from ketenwijzer.casework.models import Tally
from ketenwijzer.casework.tick import tick
from ketenwijzer.clock import now
from ketenwijzer.web import tallies
from tests.web.conftest import PASSWORD, PLAIN_FILES
from tests.web.test_sign_in import SECRET, code_now, errors_in, sign_in

AUTHENTICATE = "/account/2fa/authenticate/"
AT_FRONT = {"REMOTE_ADDR": "127.0.0.1"}
ELSEWHERE = {**AT_FRONT, "HTTP_X_FORWARDED_FOR": "203.0.113.9"}
AT_HOME = {**AT_FRONT, "HTTP_X_FORWARDED_FOR": "198.51.100.7"}

# Signs in with a password and gives codes, in a process that shares nothing but the installation.
GIVES_CODES = f"""
import sys
import django; django.setup()
from django.test import Client, override_settings
name, password, *codes = sys.argv[1:]
with override_settings(STORAGES={PLAIN_FILES}):
    client = Client(SERVER_NAME="127.0.0.1")
    client.post("/account/login/", {{"login": name, "password": password}})
    print(*(client.post("{AUTHENTICATE}", {{"code": code}}).status_code for code in codes))
"""


@pytest.fixture
def known(member):
    """Return a member with a password and an app with codes."""
    who = member()
    who.set_password(PASSWORD)
    who.save()
    TOTP.activate(who, SECRET)
    return who


@pytest.fixture
def another_worker(on_sqlite):
    """Return a function that signs in with codes in another process and returns its answers."""

    def give(who, *codes: str) -> list[str]:
        clean = {k: v for k, v in os.environ.items() if not k.startswith("KETENWIJZER_")}
        said = {"KETENWIJZER_MODE": "demonstration", "KETENWIJZER_SECRET": settings.SECRET_KEY}
        made = subprocess.run(
            [sys.executable, "-c", GIVES_CODES, who.username, PASSWORD, *codes],
            env={**clean, **on_sqlite.environment, **said},
            capture_output=True,
            text=True,
            check=False,
        )
        assert made.returncode == 0, made.stderr
        return made.stdout.split()

    return give


@pytest.fixture
def later(monkeypatch):
    """Return a function that lets time pass for what is counted."""
    passed = timedelta()

    def pass_by(time: timedelta) -> None:
        nonlocal passed
        passed += time

    def moved() -> datetime:
        return now() + passed

    def seconds() -> float:
        return moved().timestamp()

    clock = SimpleNamespace(
        time=seconds, monotonic=ratelimit.time.monotonic, sleep=ratelimit.time.sleep
    )
    monkeypatch.setattr(ratelimit, "time", clock)
    monkeypatch.setattr(tallies, "now", moved)
    return pass_by


def give(client, code: str) -> bool:
    """Give a code; tell whether one is signed in."""
    client.post(AUTHENTICATE, {"code": code})
    return bool(client.get("/account/").status_code == 200)


# ------------------------------------------------------------------ codes


def test_wrong_codes_are_counted_for_all_workers_and_past_a_restart(
    known, browser, another_worker, later
):
    client = browser()
    sign_in(client, known)
    assert another_worker(known, *(f"00000{n}" for n in range(5))) == ["200"] * 5

    assert not give(client, code_now())
    assert another_worker(known, code_now()) == ["200"]

    later(timedelta(minutes=6))
    assert give(client, code_now())


def test_a_code_is_good_once_for_all_workers(known, browser, another_worker):
    code = code_now()
    assert another_worker(known, code) == ["302"]

    client = browser()
    sign_in(client, known)
    assert not give(client, code)


def test_a_lock_of_codes_tells_nothing_to_who_has_no_password(known, browser, another_worker):
    before = sign_in(browser(), known, "niet dit wachtwoord")
    another_worker(known, *(f"00000{n}" for n in range(6)))
    after = sign_in(browser(), known, "niet dit wachtwoord")

    assert (before.status_code, errors_in(before)) == (after.status_code, errors_in(after))


def test_who_has_no_password_cannot_lock_codes(known, browser):
    stranger = browser()
    for n in range(12):
        assert stranger.post(AUTHENTICATE, {"code": f"00000{n}"}).status_code == 302
    client = browser()
    sign_in(client, known)
    assert give(client, code_now())


# ------------------------------------------------------------------ passwords


@override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1)
def test_nobody_locks_a_colleague_out_from_elsewhere(known, browser):
    for n in range(12):
        locked = sign_in(browser(None, **ELSEWHERE), known, f"fout {n}")
    assert locked.status_code == 429

    assert sign_in(browser(None, **AT_HOME), known)["Location"].startswith(AUTHENTICATE)


@override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1)
def test_a_place_that_is_made_up_opens_no_lock(known, browser):
    for n in range(6):
        made_up = {**AT_FRONT, "HTTP_X_FORWARDED_FOR": f"192.0.2.{n}, 203.0.113.9"}
        answer = sign_in(browser(None, **made_up), known, f"fout {n}")

    assert answer.status_code == 429


def test_a_network_counts_as_one_place(known, browser):
    for n in range(6):
        answer = sign_in(browser(None, REMOTE_ADDR=f"2001:db8::{n + 1}"), known, f"fout {n}")

    assert answer.status_code == 429


def test_who_tries_too_often_does_not_learn_whether_a_name_exists(known, browser):
    unknown = SimpleNamespace(username="niemand-verzonnen")

    def tried(who) -> list[tuple[int, list[str]]]:
        answers = [sign_in(browser(), who, f"fout {n}") for n in range(8)]
        return [(one.status_code, errors_in(one)) for one in answers]

    assert tried(known) == tried(unknown)


# ------------------------------------------------------------------ what is kept


def test_what_is_counted_names_nobody_and_no_place_and_is_forgotten(known, browser):
    client = browser(None, REMOTE_ADDR="203.0.113.9")
    sign_in(client, known)
    client.post(AUTHENTICATE, {"code": "000000"})

    kept = str(list(Tally.objects.values()))
    assert Tally.objects.exists()
    for told in (known.username, str(known.pk), known.pk.hex, "203.0.113.9"):
        assert told not in kept
    tick(now() + timedelta(hours=1))
    assert not Tally.objects.exists()
