"""A file goes in through a real browser and a real server, and waits for the scanner."""

import pytest

from tests.browser.looking import complaints, sign_in
from tests.browser.pages import POLICE, Finder
from tests.browser.test_zoom import WRONG


@pytest.mark.parametrize(("language", "size"), [("nl", (1280, 860)), ("en", (390, 844))])
def test_a_file_is_added_and_held(new_page, language, size):
    page = new_page(size)
    sign_in(page.context, POLICE, language)
    page.goto(Finder(page.context).address("add_document"))
    assert not complaints(page) and not page.evaluate(WRONG)
    file = {"name": "proef.txt", "mimeType": "text/plain", "buffer": b"verzonnen " * 300_000}
    page.locator("select[name=section]").select_option("basics")
    page.locator("input[name=title]").fill("Verzonnen brief")
    page.locator("input[name=file]").set_input_files(file)
    page.locator("main form button").first.click()
    page.wait_for_url("**/documents/")

    assert "Verzonnen brief" in page.locator("main").inner_text()
    assert page.locator("main .kw-panel a[href$='/file']").count() == 0
    assert not complaints(page) and not page.evaluate(WRONG)
