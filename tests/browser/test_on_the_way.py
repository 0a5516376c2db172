"""Pages that only come while one does something: looked at with axe as they come."""

from collections.abc import Iterator

import pytest
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.urls import resolve, reverse
from playwright.sync_api import Page

from tests.browser.looking import complaints, confirm, sign_in
from tests.browser.pages import COORDINATOR, ON_THE_WAY, POLICE, Finder
from tests.browser.test_accessible import LOOKS, mended

OVERSEER, YOUTH = "carla.politie", "cleo.jeugd"
MOST_QUESTIONS = 20

# Answers what a form asks with whatever comes first.
FILL = """() => {
  const form = [...document.querySelectorAll('main form[method=post]')]
    .find((one) => one.querySelector('.kw-field'));
  for (const field of form.querySelectorAll('input:not([type=hidden]), select, textarea')) {
    const group = [...form.querySelectorAll(`[name="${field.name}"]`)];
    if (['radio', 'checkbox'].includes(field.type)) {
      if (!group.some((one) => one.checked)) field.checked = true;
    } else if (field.matches('select')) {
      if (!field.value) field.selectedIndex = 1;
    } else if (!field.value && ['text', 'textarea'].includes(field.type)) {
      field.value = 'Verzonnen';
    }
  }
  form.id = 'filled';
}"""


@pytest.fixture(params=LOOKS, ids=["wide-dutch", "narrow-english"])
def looks(request, new_page):
    """Return a function that opens a page as somebody, in one look."""
    size, language = request.param

    def look(who: str) -> Page:
        page: Page = new_page(size)
        sign_in(page.context, who, language)
        return page

    return look


def fill(page: Page) -> None:
    """Fill in a form and send it."""
    page.evaluate(FILL)
    press(page, "#filled button:not([type=button])")


def press(page: Page, place: str) -> None:
    with page.expect_navigation():
        page.locator(place).first.click()


def questions(page: Page) -> Iterator[str]:
    """Begin to register somebody invented, answer every question, and yield where one is."""
    page.goto(reverse("new_case"))
    press(page, "main form button")
    for _ in range(MOST_QUESTIONS):
        at = resolve(page.url.removeprefix(page.evaluate("() => location.origin")))
        yield str(at.kwargs.get("question", "check"))
        if at.view_name == "intake_check":
            return
        fill(page)


def test_registering_from_the_first_question_to_what_happens_next(looks):
    page = looks(POLICE)
    found = [f"{at}: {one}" for at in questions(page) for one in complaints(page)]

    page.goto(page.locator("main a[href$='/print/']").get_attribute("href"))
    found += complaints(page)
    page.go_back()
    press(page, "main form button")
    found += complaints(page)

    assert page.url.endswith("/begun/")
    assert found == []


def registered(page: Page) -> str:
    """Return the number of a new case."""
    assert "check" in list(questions(page))
    press(page, "main form button")
    return page.url.rstrip("/").split("/")[-2]


def test_a_second_person_judges_another_ground_and_a_seal(looks):
    first, second = looks(COORDINATOR), looks(OVERSEER)
    number = registered(first)
    first.goto(reverse("name_ground", args=[number]))
    fill(first)
    finder = Finder(first.context)
    first.goto(finder.link(reverse("case_timeline", args=[number]), "propose_seal"))
    fill(first)

    finder = Finder(second.context)
    second.goto(finder.link(reverse("case_consent", args=[number]), "judge_ground"))
    found = [*complaints(second), *mended(second)]
    second.goto(finder.link(reverse("case_guard", args=[number]), "answer_seal"))
    found += [*complaints(second), *mended(second)]

    assert found == []


def test_a_request_of_hers_is_answered_and_a_closed_case_reopened(looks):
    page = looks(COORDINATOR)
    number = registered(page)
    page.goto(reverse("make_request", args=[number]))
    page.locator("[name=request][value=restriction]").check()
    fill(page)
    rights = reverse("case_rights", args=[number])
    page.goto(Finder(page.context).link(rights, "answer_request"))
    found = [*complaints(page), *mended(page)]
    page.locator("[name=outcome]").first.check()
    fill(page)
    page.goto(Finder(page.context).link(rights, "lift_restriction"))
    found += [*complaints(page), *mended(page)]

    page.goto(reverse("close_case", args=[number]))
    fill(page)
    page.goto(Finder(page.context).link(reverse("case_guard", args=[number]), "reopen_case"))
    found += complaints(page)

    assert found == []


def test_a_code_is_taken_shown_and_asked_for(looks):
    page = looks(YOUTH)
    confirm(page.context)
    page.goto(reverse("mfa_activate_totp"))
    secret = page.locator(".kw-secret").inner_text()
    page.locator("[name=code]").fill(code_of(secret))
    press(page, "main form button")
    found = []
    for route in (
        "mfa_index",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_reauthenticate",
        "account_reauthenticate",
        "confirm",
        "mfa_deactivate_totp",
    ):
        page.goto(reverse(route))
        found += [f"{route}: {one}" for one in complaints(page)]
    page.goto(reverse("mfa_deactivate_totp"))
    press(page, "main form button")

    assert found == []


def code_of(secret: str) -> str:
    """Return the code of this moment."""
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


def test_each_page_on_the_way_is_one_of_these():
    assert set(ON_THE_WAY.values()) <= {
        "registering",
        "a second person",
        "a request of hers",
        "a closed case",
        "having a code",
        "having a passkey",
    }
