"""The frame of every page, and what happens when something goes wrong."""

import base64
import hashlib
import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.decorators import login_not_required
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import get_resolver, include, path
from django.urls.resolvers import URLPattern

from ketenwijzer.casework.errors import Denied, NotFound, Refused, Stale
from ketenwijzer.casework.models import OnCall
from ketenwijzer.clock import now
from ketenwijzer.engine.vocabulary import Text
from ketenwijzer.web.templatetags.values import phones
from ketenwijzer.web.words import WORDS

VENDOR = Path("src/ketenwijzer/web/static/vendor")
TEMPLATES = Path("src/ketenwijzer/web/templates")
CANARY = "kanarie-in-de-tekst"
HERE = {"HTTP_SEC_FETCH_SITE": "same-origin"}
FAULTS = {
    "missing": NotFound(),
    "denied": Denied("proef", Text("Dat mag niet.", "Not allowed.")),
    "refused": Refused("proef", Text("Zo niet.", "Not so.")),
    "stale": Stale((3,)),
    "full": OperationalError("database or disk is full"),
    "broken": RuntimeError(CANARY),
}


def fail(request: HttpRequest, kind: str) -> HttpResponse:
    raise FAULTS[kind]


@login_not_required
def large(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.POST.get("text", ""))


urlpatterns = [
    path("fail/<kind>", fail),
    path("large", large),
    path("", include("ketenwijzer.web.urls")),
]
handler400 = "ketenwijzer.web.views.problems.bad_request"
handler404 = "ketenwijzer.web.views.problems.nothing_here"
handler500 = "ketenwijzer.web.views.problems.failed"


@pytest.fixture
def faulty():
    with override_settings(ROOT_URLCONF=__name__):
        yield


# ------------------------------------------------------------------ the frame


def test_danger_now_is_on_every_page_even_before_signing_in(browser):
    page = browser().get("/account/login/").content.decode()
    assert 'href="tel:112"' in page
    assert 'href="tel:+31334481186"' in page


def test_danger_now_names_who_is_on_call_at_ones_own_organisation_only(member, browser):
    mine, other = member(), member()
    for one in (mine, other):
        OnCall.objects.create(
            organisation=one.organisation,
            member=one,
            starts=now() - timedelta(hours=1),
            ends=now() + timedelta(hours=1),
            phone=f"+31 6 00 00 00 0{int(one is other)}",
        )
    page = browser(mine).get("/account/").content.decode()
    assert mine.name in page and "+31 6 00 00 00 00" in page
    assert other.name not in page and "+31 6 00 00 00 01" not in page


def test_a_page_says_nothing_that_a_browser_keeps(member, browser):
    answer = browser(member()).get("/account/")
    assert answer["Cache-Control"] == "no-store"
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert answer["Referrer-Policy"] == "same-origin"


def test_no_page_has_style_or_script_of_its_own():
    inline = re.compile(r"<style|\sstyle=|<script(?![^>]*(?:src=|application/json))|\son\w+=", re.I)
    for file in TEMPLATES.rglob("*.html"):
        assert not inline.search(file.read_text("utf-8")), file


def test_the_language_is_switched_with_a_button_and_remembered(member, browser):
    who = member(language="nl")
    client = browser(who)
    answer = client.post("/language", {"language": "en", "next": "/account/"})
    assert (answer.status_code, answer["Location"]) == (302, "/account/")
    who.refresh_from_db()
    assert who.language == "en"
    assert 'lang="en"' in client.get("/account/").content.decode()


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:1"])
def test_switching_the_language_never_leads_elsewhere(browser, elsewhere):
    answer = browser().post("/language", {"language": "en", "next": elsewhere})
    assert answer["Location"] == "/"


def test_a_visitor_sees_nothing_but_what_is_marked_as_open(browser):
    closed = [route for route in routes() if "<" not in route]
    opened = {r for r in closed if browser().get(f"/{r}").status_code not in (302, 404, 405)}
    assert opened == {
        *("account/login/", "account/start", "account/inactive/"),
        *("health/live", "health/ready"),
    }


def routes(patterns=None, before=""):
    for one in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(one, URLPattern):
            yield before + str(one.pattern)
        else:
            yield from routes(one.url_patterns, before + str(one.pattern))


def test_a_number_with_a_dash_is_called_as_one():
    assert 'href="tel:0000000010"' in phones("000-0000010")


def test_a_number_can_be_called_and_a_word_around_it_cannot_be_a_tag():
    assert phones("<b>Bel 112.") == (
        '&lt;b&gt;Bel <a class="utrecht-link kw-phone" dir="ltr" href="tel:112">112</a>.'
    )


def test_every_word_that_a_template_says_exists():
    said = re.compile(r'{% (?:say|tell reads_in) "([a-z_.]+)"')
    for file in (*TEMPLATES.rglob("*.html"), *TEMPLATES.rglob("*.txt")):
        for name in said.findall(file.read_text("utf-8")):
            assert name in WORDS, f"{file}: {name}"


def test_the_design_system_is_what_its_makers_published():
    for package in json.loads((VENDOR / "manifest.json").read_text("utf-8"))["packages"]:
        assert package["licence"] == "EUPL-1.2"
        for name, integrity in package["files"].items():
            digest = hashlib.sha512((VENDOR / name).read_bytes()).digest()
            assert integrity == f"sha512-{base64.b64encode(digest).decode()}", name
    files = {str(f.relative_to(VENDOR)) for f in VENDOR.rglob("*.*") if f.is_file()}
    packages = json.loads((VENDOR / "manifest.json").read_text("utf-8"))["packages"]
    listed = {name for package in packages for name in package["files"]}
    assert files == listed | {"manifest.json"}


# ------------------------------------------------------------------ when something goes wrong


def test_unknown_and_forbidden_are_one_page(faulty, member, browser):
    client = browser(member())
    forbidden, unknown = client.get("/fail/missing"), client.get("/nothing-at-all")
    assert (forbidden.status_code, unknown.status_code) == (404, 404)
    assert shown(forbidden, "/fail/missing") == shown(unknown, "/nothing-at-all")


def shown(answer: HttpResponse, path: str) -> str:
    page = answer.content.decode().replace(path, "")
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page)


@pytest.mark.parametrize(
    ("kind", "status", "said"),
    [
        ("denied", 403, "Dat mag niet."),
        ("refused", 409, "Zo niet."),
        ("stale", 409, "overschreven"),
    ],
)
def test_what_a_case_refuses_is_a_page_in_the_words_of_the_refusal(
    faulty, member, browser, kind, status, said
):
    answer = browser(member()).get(f"/fail/{kind}")
    assert answer.status_code == status
    assert said in answer.content.decode()


@pytest.mark.parametrize("kind", ["full", "broken", "stale", "refused"])
def test_what_was_typed_comes_back_when_it_was_not_saved(faulty, member, browser, kind):
    client = browser(member(), raise_request_exception=False)
    answer = client.post(f"/fail/{kind}", {"note": CANARY, "password": "geheim"}, **HERE)
    assert answer.status_code in (409, 500, 503)
    page = answer.content.decode()
    assert CANARY in page and f'action="/fail/{kind}"' in page
    assert "geheim" not in page


def test_what_another_site_sends_is_never_put_in_a_form_of_ours(faulty, member, browser):
    for elsewhere in (
        {"HTTP_SEC_FETCH_SITE": "cross-site"},
        {"HTTP_ORIGIN": "https://x.example"},
        {},
    ):
        answer = browser(member()).post("/fail/full", {"note": CANARY}, **elsewhere)
        assert CANARY not in answer.content.decode()


def test_an_error_of_ours_shows_a_code_and_no_data(faulty, member, browser, caplog):
    answer = browser(member(), raise_request_exception=False).get("/fail/broken")
    page = answer.content.decode()
    assert answer.status_code == 500 and CANARY not in page
    code = re.search(r'kw-code">([0-9a-f]{8})<', page)
    assert code and any(getattr(r, "code", "") == code.group(1) for r in caplog.records)


def test_a_form_that_is_too_large_is_refused_with_what_to_do(faulty, browser):
    answer = browser().post("/large", {"text": "x" * 1_100_000})
    assert answer.status_code == 413


def test_a_form_whose_session_ended_keeps_what_was_typed(browser):
    answer = browser().post("/account/", {"starts": "2026-01-02", "note": CANARY}, **HERE)
    page = answer.content.decode()
    assert answer.status_code == 401
    assert CANARY in page and "/account/login/" in page


def test_a_form_with_an_old_token_keeps_what_was_typed_and_can_be_sent_again(member, browser):
    client = browser(member(), enforce_csrf_checks=True)
    answer = client.post("/account/", {"note": CANARY, "csrfmiddlewaretoken": "oud"}, **HERE)
    page = answer.content.decode()
    assert answer.status_code == 403 and CANARY in page
    token = re.search(
        r'name="csrfmiddlewaretoken" value="([^"]+)"', page.split('class="kw-kept"')[1]
    )
    assert (
        token
        and client.post("/account/", {"csrfmiddlewaretoken": token.group(1)}).status_code == 422
    )


@pytest.mark.parametrize(
    "text", ["<script>1</script>", "\x00", "\u202eomgekeerd", "' or 1=1 --", "😀" * 400]
)
def test_hostile_text_is_refused_or_escaped_and_breaks_nothing(member, browser, text):
    client = browser(member())
    answer = client.post("/account/", {"deputy": text, "starts": text, "ends": text})
    assert answer.status_code in (400, 422)
    assert b"<script>1" not in answer.content
    assert client.get("/partners", {"kind": text, "region": text, "after": text}).status_code == 200
