"""Looking at a page as others do: with axe, with a keyboard, enlarged, without script."""

import base64
import hashlib
import json
import re
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

VENDOR = Path(__file__).parent / "vendor"
AXE = VENDOR / "axe-core-4.14.1" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PASSWORD = "demonstratie"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')

RUN_AXE = """async (tags) => {
  const found = await axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
  });
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
    `${id}: ${target.join(' ')}: ${failureSummary.split('\\n').slice(1).join(';')}`
  ));
}"""

OPEN_ALL = """() => {
  for (const closed of document.querySelectorAll('main details, .kw-case details')) {
    closed.open = true;
  }
}"""

# Every hint and every error of a field is tied to its control, or to the group that it stands in.
UNTIED = """() => [...document.querySelectorAll('.kw-field')].flatMap((field) => {
  const grouped = field.matches('fieldset');
  const control = grouped ? field : field.querySelector('input, select, textarea');
  if (!control) return [];
  const tied = (control.getAttribute('aria-describedby') || '').split(' ');
  const told = [...field.querySelectorAll('.kw-field__hint, .kw-field__error')]
    .filter((one) => !one.closest('.kw-field').isSameNode(field) || !tied.includes(one.id));
  const wrong = field.querySelector('.kw-field__error') && !grouped
    && control.getAttribute('aria-invalid') !== 'true';
  const about = control.name || field.querySelector('input')?.name;
  return [
    ...told.map((one) => `${about}: not tied to "${one.textContent.trim()}"`),
    ...(wrong ? [`${about}: has an error and is not marked invalid`] : []),
    ...tied.filter((id) => id && !document.getElementById(id)).map((id) => `${about}: no #${id}`),
  ];
})"""


def sign_in(context: BrowserContext, who: str, language: str = "") -> None:
    """Look around as somebody, or as nobody, in a language of one's choice."""
    if who:
        _post(context, "/account/login/", "/account/demonstration", username=who)
    if language:
        start = "/account/" if who else "/account/login/"
        _post(context, start, "/language", language=language, next=start)


def confirm(context: BrowserContext) -> None:
    """Confirm that it is oneself, as some pages ask before they open."""
    page = "/account/password/confirm/"
    _post(context, page, page, password=PASSWORD)


def _post(context: BrowserContext, page: str, address: str, **values: str) -> None:
    answer = context.request.get(page)
    token = TOKEN.search(answer.text())
    assert token, page
    origin = answer.url.removesuffix(page)
    done = context.request.post(
        address,
        form={"csrfmiddlewaretoken": token[1], **values},
        headers={"Origin": origin, "Referer": answer.url},
    )
    assert done.ok, (address, done.status)


def complaints(page: Page) -> list[str]:
    """Return what axe finds on a page with everything on it opened, and fields told apart."""
    page.evaluate(OPEN_ALL)
    # From the top: wherever else one stands, something lies half under the header that stays.
    page.evaluate("() => scrollTo({top: 0, behavior: 'instant'})")
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    return [*page.evaluate(RUN_AXE, TAGS), *page.evaluate(UNTIED)]


def unknown_files() -> list[str]:
    """Return which vendored files are not what their maker published, listed or not."""
    packages = json.loads((VENDOR / "manifest.json").read_text("utf-8"))["packages"]
    listed = {name: hash_ for package in packages for name, hash_ in package["files"].items()}
    here = {
        str(file.relative_to(VENDOR)): _integrity(file)
        for file in VENDOR.rglob("*")
        if file.is_file() and file.name != "manifest.json"
    }
    return sorted(dict(listed.items() ^ here.items()))


def _integrity(file: Path) -> str:
    return f"sha512-{base64.b64encode(hashlib.sha512(file.read_bytes()).digest()).decode()}"
