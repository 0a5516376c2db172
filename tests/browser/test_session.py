"""The end of a session keeps what was typed; and all of it works without script."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import complaints, sign_in
from tests.browser.pages import Finder
from tests.browser.test_on_the_way import press

TYPED = "Verzonnen: dit mag nooit verloren gaan."


@pytest.fixture
def police(new_page) -> Page:
    """Open the notes of a case as a police worker, with a clock that can be moved on."""
    page: Page = new_page()
    page.clock.install()
    sign_in(page.context, "anna.politie", "nl")
    page.goto(Finder(page.context).address("case_notes"))
    page.locator("textarea[name=text]").fill(TYPED)
    return page


def minutes_pass(page: Page, minutes: int) -> None:
    page.clock.fast_forward(minutes * 60_000)
    page.clock.run_for(6_000)


def test_a_session_that_is_nearly_over_says_so_and_goes_on(police):
    warning = police.locator("dialog#session")
    expect(warning).to_be_hidden()

    minutes_pass(police, 25)
    expect(warning).to_be_visible()
    assert complaints(police) == []
    warning.locator("button[data-when=soon]").click()

    expect(warning).to_be_hidden()
    expect(police.locator("textarea[name=text]")).to_have_value(TYPED)


def test_the_warning_holds_the_keyboard_and_escape_does_not_close_it(police):
    minutes_pass(police, 25)
    for _ in range(5):
        police.keyboard.press("Tab")
        assert police.evaluate(
            "() => document.activeElement === document.body"
            " || document.activeElement.closest('dialog') !== null"
        )
    police.keyboard.press("Escape")
    expect(police.locator("dialog#session")).to_be_visible()


def test_a_session_that_is_over_hides_the_page_and_goes_on_after_signing_in_again(police):
    police.context.clear_cookies(name="sessionid")
    minutes_pass(police, 40)
    over = police.locator("dialog#session")
    expect(over).to_have_class(re.compile("kw-session--over"))
    assert complaints(police) == []

    sign_in(police.context, "anna.politie")
    over.locator("button[data-when=over]").click()
    expect(over).to_be_hidden()
    expect(police.locator("textarea[name=text]")).to_have_value(TYPED)
    police.locator("main form:has(textarea) button").click()
    expect(police.locator("main")).to_contain_text(TYPED)


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_a_form_that_was_sent_too_late_comes_back_after_signing_in(new_page, script):
    page = new_page(java_script_enabled=script)
    sign_in(page.context, "anna.politie", "nl")
    notes = Finder(page.context).address("case_notes")
    page.goto(notes)
    typed = f"{TYPED} {uuid4()}"
    page.locator("textarea[name=text]").fill(typed)

    page.context.clear_cookies(name="sessionid")
    page.locator("main form:has(textarea) button").click()
    expect(page.locator("main a[href*='/account/login/']")).to_be_visible()
    press(page, ".kw-kept button")  # too early: nobody signed in yet
    expect(page.locator(".kw-kept [name=text]")).to_have_value(typed)

    sign_in(page.context, "anna.politie", "nl")
    press(page, ".kw-kept button")
    if not script:  # then only the answer can bring a token that fits who signed in
        expect(page.locator(".kw-kept [name=text]")).to_have_value(typed)
        press(page, ".kw-kept button")
    expect(page.locator("main .kw-note").filter(has_text=typed)).to_have_count(1)


# ------------------------------------------------------------------ without script


@pytest.fixture
def plain(new_page) -> Page:
    """Open the worklist as a police worker whose browser runs no script."""
    page: Page = new_page(java_script_enabled=False)
    sign_in(page.context, "anna.politie", "nl")
    page.goto("/?list=all")
    return page


def test_a_statement_is_recorded_without_script(plain):
    plain.goto(Finder(plain.context).address("record_type"))
    plain.locator("main button[value=preview]").click()
    expect(plain.locator("main h1")).to_be_visible()
    for box in plain.locator("main fieldset:has(input[type=radio])").all():
        box.locator("input[type=radio]").first.check()
    if plain.locator("main button[value=preview]").count():
        plain.locator("main button[value=preview]").click()
    plain.locator("main button[value=record]").click()
    expect(plain.locator("main .utrecht-alert--ok, main .kw-notice").first).to_be_visible()


def test_danger_and_the_menu_open_without_script(plain):
    plain.set_viewport_size({"width": 390, "height": 800})
    plain.locator(".kw-danger > summary").click()
    expect(plain.locator(".kw-danger__panel")).to_be_visible()
    plain.locator(".kw-danger > summary").click()
    plain.locator(".kw-menu > summary").click()
    plain.locator(".kw-menu a[href='/search/']").click()
    expect(plain.locator("main h1")).to_be_visible()


def test_a_referral_is_begun_without_script_up_to_its_preview(plain):
    plain.goto(Finder(plain.context).address("refer_draft"))
    plain.locator("main form button").first.click()
    expect(plain.locator("main h1")).to_be_visible()
    assert "/refer/" in plain.url
