"""Enlarged to twice and four times the size: nothing runs off the side, is cut off or covers."""

import pytest
from playwright.sync_api import Page

from tests.browser.looking import OPEN_ALL, confirm, sign_in
from tests.browser.pages import PLACES, Finder
from tests.browser.test_accessible import looking, people

# A window of 1280 by 1024: at 200 % a page has 640 of them, at 400 % it has 320.
ZOOMS = {"200 %": (640, 512), "400 %": (320, 256)}

WRONG = """() => {
  const shown = (one) => one.checkVisibility({ visibilityProperty: true })
    && !one.closest('.kw-hidden, .utrecht-skip-link');
  const name = (one) => `${one.tagName.toLowerCase()} "${one.textContent.trim().slice(0, 40)}"`;
  const scrolls = (one) => {
    for (let above = one.parentElement; above; above = above.parentElement) {
      if (['auto', 'scroll'].includes(getComputedStyle(above).overflowX)) return true;
    }
    return false;
  };
  const width = document.documentElement.clientWidth;
  const found = [];
  if (document.documentElement.scrollWidth > width) {
    found.push(`scrolls sideways: ${document.documentElement.scrollWidth} > ${width}`);
  }
  const parts = [...document.querySelectorAll(
    'h1, h2, h3, button, summary, label, input, select, textarea, main a, dt, dd, th, td')];
  const seen = parts.filter((one) => one.type !== 'hidden' && shown(one) && !scrolls(one));
  for (const one of seen) {
    const box = one.getBoundingClientRect();
    if (box.width && (box.left < -1 || box.right > width + 1)) {
      found.push(`runs off the side: ${name(one)}`);
    }
    const style = getComputedStyle(one);
    const hides = ['hidden', 'clip'].includes(style.overflowX);
    if (hides && !one.matches('input, select') && one.scrollWidth > one.clientWidth + 1) {
      found.push(`is cut off: ${name(one)}`);
    }
  }
  const solid = 'h1, h2, h3, button, summary, .utrecht-button-link';
  const boxes = seen.filter((one) => one.matches(solid) && !one.closest('header'))
    .map((one) => [one, one.getBoundingClientRect()]);
  boxes.forEach(([one, a], place) => {
    for (const [other, b] of boxes.slice(place + 1)) {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 2 && down > 2 && !one.contains(other)) {
        found.push(`covers: ${name(one)} and ${name(other)}`);
      }
    }
  });
  return found;
}"""


@pytest.mark.parametrize("who", people())
def test_nothing_is_lost_when_a_page_is_enlarged(new_page, who):
    page = new_page(ZOOMS["200 %"], device_scale_factor=2)
    sign_in(page.context, who, "nl")
    if who:
        confirm(page.context)
    finder = Finder(page.context)

    found = [
        f"{place.route} ({who}): {wrong}"
        for place in PLACES
        if who in looking(place)
        for wrong in enlarged(page, finder.address(place.route))
    ]

    assert not found, "\n".join(found)


def enlarged(page: Page, address: str) -> list[str]:
    """Return what is lost of a page with everything on it opened."""
    page.goto(address)
    page.evaluate(OPEN_ALL)
    found = []
    for zoom, (width, height) in ZOOMS.items():
        page.set_viewport_size({"width": width, "height": height})
        found += [f"at {zoom} {wrong}" for wrong in page.evaluate(WRONG)]
    return found


@pytest.mark.parametrize("panel", [".kw-danger", ".kw-menu"])
def test_what_opens_over_a_small_page_can_be_read_to_its_end(new_page, panel):
    page = new_page((320, 256))
    sign_in(page.context, "anna.politie", "nl")
    page.goto("/")

    page.locator(f"{panel} > summary").click()
    last = page.locator(f"{panel} > :last-child a, {panel} > :last-child dd").last
    last.scroll_into_view_if_needed()

    box = last.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 256
