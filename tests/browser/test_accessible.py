"""Every page as axe sees it: wide in Dutch, narrow in English, everything opened, with errors."""

import pytest
from playwright.sync_api import Page

from tests.browser.looking import complaints, confirm, sign_in, unknown_files
from tests.browser.pages import NO_PAGE, ON_THE_WAY, PLACES, Finder, Place, routes
from tests.proving import IN_FULL

WIDE_DUTCH = (1280, 860), "nl"
NARROW_ENGLISH = (390, 844), "en"
LOOKS = [WIDE_DUTCH, NARROW_ENGLISH]

# Empties the first form as far as a hand could; the browser holds nothing back.
EMPTY = """() => {
  const form = [...document.querySelectorAll('main form[method=post]')]
    .find((one) => one.querySelector('.kw-field'));
  if (!form) return false;
  for (const field of form.querySelectorAll('input:not([type=hidden]), select, textarea')) {
    if (['checkbox', 'radio'].includes(field.type)) field.checked = false;
    else if (!field.matches('select') || field.querySelector('option[value=""]')) field.value = '';
  }
  form.noValidate = true;
  form.id = 'emptied';
  return true;
}"""
SEND = """() => {
  const form = document.getElementById('emptied');
  form.requestSubmit(form.querySelector('button:not([type=button])'));
}"""


def people() -> list[str]:
    """Return who looks: the first of each page, or everybody if it is done in full."""
    return list(dict.fromkeys(who for place in PLACES for who in looking(place)))


def looking(place: Place) -> tuple[str, ...]:
    return place.who if IN_FULL else place.who[:1]


def test_every_address_is_a_page_that_is_looked_at_or_says_why_not():
    listed = [*(place.route for place in PLACES), *ON_THE_WAY, *NO_PAGE]

    assert routes() == set(listed)
    assert len(listed) == len(set(listed))


def test_the_looking_glass_is_as_its_maker_published_it():
    assert unknown_files() == []


@pytest.mark.parametrize("look", LOOKS, ids=["wide-dutch", "narrow-english"])
@pytest.mark.parametrize("who", people())
def test_axe_has_nothing_to_say_about_any_page(new_page, who, look):
    size, language = look
    page = new_page(size)
    sign_in(page.context, who, language)
    if who:
        confirm(page.context)
    finder = Finder(page.context)

    found = [
        f"{place.route} ({who}, {language}): {complaint}"
        for place in PLACES
        if who in looking(place)
        for complaint in seen(page, finder, place, who)
    ]

    assert not found, "\n".join(found)


def seen(page: Page, finder: Finder, place: Place, who: str) -> list[str]:
    """Return what is wrong with a page, and with its form when it is sent empty."""
    address = next(finder.addresses(place.route), "")
    if not address:
        return ["nobody gets here"]
    answer = page.goto(address)
    if answer is None or not answer.ok:
        return [f"{address} answers {answer.status if answer else 'nothing'}"]
    if not page.url.endswith(address):
        return [f"{address} leads elsewhere: {page.url}"]
    found = complaints(page)
    if who in place.formless:
        return [*found, *(["has a form"] if page.evaluate(EMPTY) else [])]
    return [*found, *(mended(page) if place.form else [])]


def mended(page: Page) -> list[str]:
    """Return what is wrong with a page once its form was sent empty."""
    if not page.evaluate(EMPTY):
        return ["has no form"]
    with page.expect_navigation():
        page.evaluate(SEND)
    if not page.locator("#errors").count():
        return ["takes an empty form for an answer"]
    if not page.locator("#errors").evaluate("errors => errors === document.activeElement"):
        return ["does not begin at its errors"]
    return [f"with errors: {complaint}" for complaint in complaints(page)]
