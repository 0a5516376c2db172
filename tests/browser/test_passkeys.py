"""Second factors where they are compulsory: a passkey from its making to its end, codes on paper.

Served as an installation is: encrypted, without the demonstration's shortcut. The passkey is one
that Chromium plays itself; the rules of the browser hold for it as for any.
"""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.urls import resolve, reverse
from playwright.sync_api import Page, expect

from tests.browser.looking import PASSWORD, complaints, sign_in
from tests.browser.pages import CARE, COORDINATOR, POLICE, SHELTER, SUPPORT, Finder
from tests.browser.test_accessible import LOOKS, mended
from tests.browser.test_on_the_way import code_of, press
from tests.fronting import fronting
from tests.serving import serving_production

DATABASE = "ketenwijzer.sqlite3"
HOME = re.compile(r"^\w+://[^/]+/$")
SIGN_IN = re.compile(r"/account/login/$")
# Keeps passkeys, is touched and knows its owner without anybody there.
PASSKEYS = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@dataclass(frozen=True)
class Encrypted:
    """Where an installation is reached."""

    address: str


@pytest.fixture(scope="module")
def site(made_demonstration, certificate, tmp_path_factory) -> Iterator[Encrypted]:
    """Serve the cases of the demonstration as an installation that holds real people."""
    folder: Path = tmp_path_factory.mktemp("production")
    (folder / "home").mkdir()
    shutil.copy(made_demonstration / DATABASE, folder / "home")
    shutil.copytree(made_demonstration / "keys", folder / "keys")
    with (
        serving_production(folder / "home", folder / "keys") as served,
        fronting(served.port, certificate) as address,
    ):
        yield Encrypted(address)


@pytest.fixture
def visitor(new_page) -> Page:
    """Open a browser on a device that keeps passkeys."""
    page: Page = new_page(ignore_https_errors=True)
    keep_passkeys(page)
    return page


def keep_passkeys(page: Page) -> Callable[[bool], object]:
    """Let a browser keep passkeys; return what tells it whether it knows its owner."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    device = session.send("WebAuthn.addVirtualAuthenticator", {"options": PASSKEYS})
    return lambda known: session.send(
        "WebAuthn.setUserVerified", {**device, "isUserVerified": known}
    )


# ------------------------------------------------------------------ a passkey


def test_a_passkey_from_its_making_to_its_end(visitor):
    page = visitor
    with_password(page, POLICE)
    page.goto("/")
    expect(page).to_have_url(re.compile(reverse("mfa_index")))  # nothing before a second factor

    add_passkey(page, alone=True)
    expect(page).to_have_url(re.compile(reverse("mfa_view_recovery_codes")))
    sign_out(page)
    with_passkey(page)
    expect(page).to_have_url(HOME)

    take_along(page)
    remove_passkey(page)
    expect(page).to_have_url(re.compile(reverse("mfa_index")))  # the last one stays
    add_app(page)
    remove_passkey(page)
    expect(page).to_have_url(re.compile(reverse("mfa_list_webauthn")))
    expect(page.locator("main table")).to_have_count(0)

    sign_out(page)
    with_passkey(page)
    expect(page).to_have_url(SIGN_IN)
    expect(page.locator("main [role=alert]:visible")).to_be_visible()


def take_along(page: Page) -> None:
    """Save a case as a file: asked who one is, one answers with the passkey."""
    page.goto(Finder(page.context).address("case_export"))
    expect(page).to_have_url(re.compile(reverse("account_reauthenticate")))
    press(page, f"main a[href*='{reverse('mfa_reauthenticate_webauthn')}']")
    press(page, "#mfa_webauthn_reauthenticate")
    expect(page).to_have_url(re.compile(r"/cases/[^/]+/overview/$"))
    with page.expect_download() as coming:
        page.locator("a[href$='/overview/file']").click()
    assert json.loads(coming.value.path().read_text())["number"] in page.url


def test_a_passkey_that_may_not_sign_in_alone_is_a_second_factor(visitor):
    page = visitor
    with_password(page, COORDINATOR)
    add_passkey(page, alone=False)
    sign_out(page)

    with_password(page, COORDINATOR)
    page.goto("/")
    expect(page).to_have_url(re.compile(reverse("mfa_authenticate")))  # a password is not enough
    press(page, "#mfa_webauthn_authenticate")

    expect(page).to_have_url(HOME)


def test_a_code_on_paper_is_good_once(visitor):
    page = visitor
    with_password(page, SHELTER)
    add_passkey(page, alone=True)
    code = page.locator(".kw-codes li").first.inner_text()
    sign_out(page)

    with_password(page, SHELTER)
    give(page, code)
    expect(page).to_have_url(HOME)
    sign_out(page)
    with_password(page, SHELTER)
    give(page, code)

    expect(page.locator("#errors")).to_be_visible()
    page.goto("/")
    expect(page).to_have_url(re.compile(reverse("mfa_authenticate")))


@pytest.mark.parametrize("look", LOOKS, ids=["wide-dutch", "narrow-english"])
def test_axe_has_nothing_to_say_about_a_passkey_on_any_page(new_page, look):
    size, language = look
    page = new_page(size, ignore_https_errors=True)
    know_owner = keep_passkeys(page)
    sign_in(page.context, "", language)
    with_password(page, who := {"nl": CARE, "en": SUPPORT}[language])
    found = [f"mfa_index: {one}" for one in complaints(page)]
    add_passkey(page, alone=True)
    add_app(page)
    pages = ["mfa_index", "mfa_list_webauthn", "mfa_view_recovery_codes"]
    addresses = [reverse(name) for name in (*pages, "mfa_reauthenticate_webauthn")]
    edit = Finder(page.context).link(reverse("mfa_list_webauthn"), "mfa_edit_webauthn")
    remove = reverse("mfa_remove_webauthn", kwargs=resolve(edit).kwargs)
    for address in (*addresses, edit, remove):
        page.goto(address)
        assert page.url.endswith(address)
        found += [f"{address}: {one}" for one in complaints(page)]
    sign_out(page)
    with_password(page, who)
    found += [f"mfa_authenticate: {one}" for one in [*complaints(page), *mended(page)]]
    page.context.clear_cookies(name="sessionid")
    know_owner(False)
    page.goto(reverse("account_login"))
    page.locator("#passkey_login").click()
    expect(page.locator("#passkey-failed")).to_be_visible()
    found += [f"not used: {one}" for one in complaints(page)]

    assert found == []


# ------------------------------------------------------------------ what somebody does


def with_password(page: Page, who: str) -> None:
    page.goto(reverse("account_login"))
    page.locator("[name=login]").fill(who)
    page.locator("[name=password]").fill(PASSWORD)
    press(page, "main form:has([name=password]) button:not([form])")


def with_passkey(page: Page) -> None:
    page.goto(reverse("account_login"))
    press(page, "#passkey_login")


def confirm(page: Page) -> None:
    """Say who one is once more, where that is asked."""
    if page.locator("main [name=password]").count():
        page.locator("[name=password]").fill(PASSWORD)
        press(page, "main form:has([name=password]) button")


def add_passkey(page: Page, *, alone: bool) -> None:
    page.goto(reverse("mfa_add_webauthn"))
    confirm(page)
    page.locator("[name=name]").fill("Verzonnen sleutel")
    page.locator("[name=passwordless]").set_checked(alone)
    press(page, "#mfa_webauthn_add")


def remove_passkey(page: Page) -> None:
    page.goto(reverse("mfa_list_webauthn"))
    press(page, "main a[href$='/remove/']")
    confirm(page)
    if page.locator("main .utrecht-button--danger").count():
        press(page, "main .utrecht-button--danger")


def add_app(page: Page) -> None:
    page.goto(reverse("mfa_activate_totp"))
    page.locator("[name=code]").fill(code_of(page.locator(".kw-secret").inner_text()))
    press(page, "main form button")


def give(page: Page, code: str) -> None:
    page.locator("[name=code]").fill(code)
    press(page, "main form:has([name=code]) button:not([type=button])")


def sign_out(page: Page) -> None:
    page.goto(reverse("account_logout"))
    press(page, "main form button")
