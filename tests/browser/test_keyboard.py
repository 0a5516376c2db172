"""A walk by keyboard alone: focus always seen and in order, no trap, panels open and close."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import sign_in
from tests.browser.pages import Finder

MOST = 250

# Where one is: what has the focus, whether that can be seen, and where it stands in the page.
HERE = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  // A page glides to where one comes: look when it stands still.
  const middle = () => {
    const box = one.getBoundingClientRect();
    return box.top + box.height / 2;
  };
  let last = NaN;
  for (let waited = 0; waited < 90; waited += 1) {
    const now = middle();
    if (now === last && now > 0 && now < innerHeight) break;
    last = now;
    await frame();
  }
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  const own = parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none';
  const x = box.left + Math.min(box.width / 2, 20), y = box.top + box.height / 2;
  const top = document.elementFromPoint(x, y);
  window.walked ??= [];
  window.walked.push(one);
  const before = window.walked.at(-2);
  const words = (one.textContent || one.name || '').trim().slice(0, 40);
  return {
    what: `${one.tagName.toLowerCase()} "${words}"`,
    again: window.walked.indexOf(one) < window.walked.length - 1,
    marked: own || style.boxShadow !== 'none',
    inside: box.width > 0 && box.right > 0 && middle() > 0 && middle() < innerHeight,
    free: !!top && (one.contains(top) || top.contains(one) || top.closest('label') !== null),
    onward: !before
      || !!(before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING),
  };
}"""


@pytest.fixture
def police(new_page) -> Page:
    """Open the worklist as a police worker."""
    page: Page = new_page()
    sign_in(page.context, "anna.politie", "nl")
    page.goto("/")
    return page


def walked(page: Page) -> list[dict]:
    """Press Tab until one leaves the page, and return where one came."""
    found: list[dict] = []
    page.evaluate("() => { document.activeElement?.blur(); window.walked = []; }")
    for _ in range(MOST):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None or here["again"]:
            return found
        found.append(here)
    pytest.fail(f"no end after {MOST} steps: {found[-3:]}")


ROUTES = ["worklist", "case", "case_timeline", "record_type", "case_consent", "search", "account"]


@pytest.mark.parametrize("route", ROUTES)
def test_the_whole_page_is_walked_by_keyboard_in_order_and_in_sight(police, route):
    police.goto(Finder(police.context).address(route))

    steps = walked(police)

    assert len(steps) > 5
    assert "#content" in police.evaluate("() => window.walked[0].getAttribute('href')")
    for quality in ("marked", "inside", "free", "onward"):
        assert [step["what"] for step in steps if not step[quality]] == [], quality


@pytest.mark.parametrize("width", [1280, 390])
def test_the_skip_link_leads_past_the_top(police, width):
    police.set_viewport_size({"width": width, "height": 800})
    police.reload()

    police.keyboard.press("Tab")
    skip = police.locator(".utrecht-skip-link")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    police.keyboard.press("Enter")
    police.keyboard.press("Tab")

    assert police.evaluate("() => document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("width", [1280, 390])
def test_danger_is_opened_and_closed_by_keyboard(police, width):
    police.set_viewport_size({"width": width, "height": 800})
    summary = police.locator(".kw-danger > summary")
    panel = police.locator(".kw-danger__panel")
    tab_to(police, ".kw-danger > summary")

    police.keyboard.press("Enter")
    expect(panel).to_be_visible()
    police.keyboard.press("Tab")
    assert police.evaluate("() => document.activeElement.closest('.kw-danger__panel') !== null")

    police.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(summary).to_be_focused()

    police.keyboard.press("Space")
    expect(panel).to_be_visible()
    police.keyboard.press("Space")
    expect(panel).to_be_hidden()


def test_one_records_a_note_and_comes_back_without_a_mouse(police):
    enter(police, "main td a.kw-code")
    assert police.url.count("/cases/") == 1
    case = police.url
    enter(police, ".kw-tabs a[href$='/notes/']")
    tab_to(police, "textarea[name=text]")
    police.keyboard.type("Verzonnen: met alleen het toetsenbord getypt.")
    enter(police, "main form button")
    expect(police.locator("main")).to_contain_text("met alleen het toetsenbord getypt")
    enter(police, ".kw-case__number a")
    assert police.url == case
    enter(police, ".kw-brand")
    assert police.url.rstrip("/").count("/") == 2


def test_a_statement_is_looked_at_first_and_its_form_found_back_without_a_mouse(police):
    police.goto(Finder(police.context).address("record"))
    enter(police, "main a[href*='/record/']")
    enter(police, "main button[value=preview]")
    expect(police.locator("main button[value=record]")).to_be_visible()
    enter(police, "main button[value=change]")
    expect(police.locator("main button[value=preview]")).to_be_visible()


def tab_to(page: Page, place: str) -> None:
    """Press Tab until one is at the first element of a kind."""
    goal = page.locator(place).first
    expect(goal).to_be_attached()
    for _ in range(MOST):
        if goal.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"the keyboard does not reach {place}")


def enter(page: Page, place: str) -> None:
    """Go to an element with Tab and press Enter."""
    tab_to(page, place)
    with page.expect_navigation():
        page.keyboard.press("Enter")
