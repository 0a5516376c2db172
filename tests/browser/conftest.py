"""A served demonstration and a real Chromium; whatever a page complains about fails the test."""

import re
import warnings
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests import postgres
from tests.browser.chromium import NoChromium, chromium_of
from tests.databases import shared_folder
from tests.fronting import Certificate, made_certificate
from tests.serving import PATIENCE, Serving, demonstration_home, made_demonstration, serving

__all__ = ["demonstration_home", "made_demonstration", "shared_folder"]

WIDE = 1280, 860
# What breaks the policy is said aloud, so that it cannot pass unnoticed.
TELL_OF_VIOLATIONS = """
document.addEventListener('securitypolicyviolation', (seen) =>
  console.error('policy violated: ' + seen.violatedDirective + ' by ' + seen.blockedURI));
"""

expect.set_options(timeout=PATIENCE * 1000)

# A form that must be mended, or that outlived its session, is an answer and no complaint.
ANSWERED = re.compile(r"the server responded with a status of (401|403|422)")

NewPage = Callable[..., Page]


@pytest.fixture(scope="session")
def site(demonstration_home) -> Iterator[Serving]:
    """Serve the demonstration, from a folder of its own, on SQLite, as `make run` does."""
    with serving(demonstration_home) as found:
        yield found


@pytest.fixture(scope="session")
def certificate(tmp_path_factory) -> Certificate:
    """Make the one certificate that the browser takes for good, for what is served encrypted."""
    return made_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture(scope="module")
def browser(shared_folder, certificate) -> Iterator[Browser]:
    """Start a real Chromium; without one the test is skipped, and says so."""
    shared_folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        try:
            with postgres.locked(shared_folder / "chromium.lock"):
                program = chromium_of(playwright)
        except NoChromium as error:
            warnings.warn(f"SKIPPED in a browser: {error}", pytest.PytestWarning, stacklevel=1)
            pytest.skip(str(error))
        trusted = f"--ignore-certificate-errors-spki-list={certificate.fingerprint}"
        found = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", trusted])
        yield found
        found.close()


@pytest.fixture
def new_page(browser, site) -> Iterator[NewPage]:
    """Return a function that opens a page of a new visitor; complaints fail the test at its end."""
    complaints: list[str] = []
    contexts = []

    def open_page(size: tuple[int, int] = WIDE, **settings: object) -> Page:
        viewport = {"width": size[0], "height": size[1]}
        context = browser.new_context(viewport=viewport, base_url=site.address, **settings)
        contexts.append(context)
        context.set_default_timeout(PATIENCE * 1000)
        context.add_init_script(TELL_OF_VIOLATIONS)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        page.on(
            "console",
            lambda said: (
                complaints.append(f"{page.url}: {said.text}")
                if said.type in ("error", "warning") and not ANSWERED.search(said.text)
                else None
            ),
        )
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not complaints, "\n".join(complaints)
