"""Somebody who walks through the pages as a guide tells it, in one language.

A walker knows the words of the pages and nothing else: every label comes from the site's own
words or from the protocol, in the language of the walk. Who signed in and what was pressed is
written down, so that the guide can be held to it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from playwright.sync_api import Page, expect

from ketenwijzer.clock import today
from ketenwijzer.corpus.agreements import load_agreement
from ketenwijzer.corpus.load import load_corpus
from ketenwijzer.engine.vocabulary import Text
from ketenwijzer.telling.language import capital
from ketenwijzer.web.words import WORDS

COUNTRY = "nl"

TOP = 110
ENGLISH = Text("Engels", "English")

Show = Callable[[Page, str], None]


@dataclass
class Walker:
    """Walks in one language; `show` is called wherever the guide has a picture."""

    new_page: Callable[[], Page]
    language: str
    show: Show
    mark: str = ""
    pressed: list[str] = field(default_factory=list)
    number: str = ""
    page: Page = field(init=False)

    # -------------------------------------------------------------- words

    def word(self, name: str) -> str:
        """Return a word of the site."""
        return WORDS[name].in_language(self.language)

    def said(self, text: Text) -> str:
        """Return a text of the protocol as a page begins it."""
        return capital(text.in_language(self.language))

    def event(self, name: str) -> str:
        """Return how an event is called."""
        return self.said(load_corpus(COUNTRY).event_types[name].text)

    def value(self, event: str, attribute: str, name: str) -> str:
        """Return how a value of an attribute is called."""
        found = load_corpus(COUNTRY).event_types[event].attributes[attribute].values[name]
        return found.in_language(self.language)

    # -------------------------------------------------------------- moving about

    def sign_in(self, username: str) -> None:
        """Look around as somebody, in a browser of one's own, in the language of the walk."""
        self.page = self.new_page()
        self.page.goto("/account/login/")
        self.pressed.append(username)
        self.page.get_by_role("button", name=username).click()
        self.page.wait_for_url(lambda address: "login" not in address)
        self.page.locator(f"form.kw-language button[value={self.language}]").or_(
            self.page.locator(f"html[lang={self.language}]")
        ).first.click()
        expect(self.page.locator("html")).to_have_attribute("lang", self.language)

    def press(self, name: str) -> None:
        """Press a button or link that has one of the site's words on it."""
        self.press_text(self.word(name))

    def press_text(self, text: str, place: str = "main") -> None:
        """Press a button or link of the page."""
        self.pressed.append(text)
        found = self.page.locator(place)
        button = found.get_by_role("button", name=text, exact=True)
        link = found.get_by_role("link", name=text, exact=True)
        button.or_(link).first.click()

    def head(self, name: str) -> None:
        """Press what stands on top of every page of a case."""
        self.press_text(self.word(name), place=".kw-case")

    def menu(self, name: str) -> None:
        """Choose from the menu on top."""
        text = self.word(name)
        self.pressed.append(text)
        self.page.locator(".kw-nav--wide").get_by_role("link", name=text).click()

    def open_case(self) -> None:
        """Open the case from the address that a colleague would send: its number, never a name."""
        self.page.goto(f"/cases/{self.number}/")

    def tick(self, name: str, value: str) -> None:
        """Choose one of a few, or tick a box."""
        self.page.locator(f"main [name={name}][value={value}]").check()

    def show_at(self, place: str, name: str) -> None:
        """Show the page from a place on, just below what stands on top of every page."""
        self.page.locator(place).first.evaluate(
            "one => scrollTo({behavior: 'instant', top: "
            f"scrollY + one.getBoundingClientRect().top - {TOP}}})"
        )
        self.show(self.page, name)

    def ask(self, question: Text) -> str:
        """Return a question as this walk asks it, so that its receiver knows it among others."""
        return f"{question.in_language(self.language)}{self.mark}"

    def fill(self, name: str, text: str) -> None:
        """Fill in a field."""
        self.page.locator(f"main [name={name}]").fill(text)

    def see(self, text: str) -> None:
        """Expect to read something."""
        expect(self.page.locator(".kw-page")).to_contain_text(text)

    # -------------------------------------------------------------- deeds

    def record(self, event: str, /, ago: int = 0, **details: str) -> None:
        """Record an event of the law, so many days ago; look at what follows, and confirm."""
        self.head("case.record")
        self.press_text(self.event(event))
        if ago:
            self.fill("on", days_ago(ago))
        for name, value in details.items():
            self.fill_detail(f"a_{name}", value)
        self.press("statement.preview")
        self.press("statement.record")
        self.see(self.word("statement.saved"))

    def fill_detail(self, name: str, value: str) -> None:
        """Fill in a detail, whatever kind of field it has."""
        fields = self.page.locator(f"main [name={name}]")
        kind = fields.first.get_attribute("type")
        if kind in ("radio", "checkbox"):
            self.tick(name, value)
        elif fields.first.evaluate("field => field.tagName") == "SELECT":
            fields.first.select_option(value)
        else:
            fields.first.fill(value)

    def refer(
        self,
        service: str,
        partner: str,
        question: Text,
        *,
        more: tuple[str, ...] = (),
        hands_over: bool = False,
    ) -> None:
        """Refer her, up to the preview."""
        self.head("case.refer")
        self.press_text(self.said(load_agreement(COUNTRY).services[service].text))
        self.to(partner, question, more=more, hands_over=hands_over)

    def to(
        self,
        partner: str,
        question: Text,
        *,
        more: tuple[str, ...] = (),
        hands_over: bool = False,
    ) -> None:
        """Choose to whom, and what goes along."""
        self.pressed.append(partner)
        self.page.get_by_role("row").filter(has_text=partner).get_by_role("link").click()
        self.fill("question", self.ask(question))
        for section in more:
            self.tick("sections", section)
        if hands_over:
            self.page.locator("[name=hands_over]").check()
        self.press("referral.dialog.to_preview")

    def ask_her(self, picture: str = "") -> None:
        """Share on her consent: ask her alone, and record that she says yes."""
        self.tick("ground", "consent")
        self.press("referral.go_on")
        self.page.locator("[name=asked_alone]").check()
        self.fill("language", ENGLISH.in_language(self.language))
        self.tick("interpreter", "by_phone")
        if picture:
            self.show_at("main [name=asked_alone]", picture)
        self.press("referral.say_yes")
        self.see(self.word("referral.sent"))

    def without_asking(self, ground: str, explained: Text) -> None:
        """Share on another ground, and say why it holds."""
        self.tick("ground", ground)
        self.fill("explained", explained.in_language(self.language))
        self.press("referral.go_on")
        self.see(self.word("referral.sent"))

    def accept(self, service: str, question: Text, picture: str = "") -> None:
        """Accept the referral that asks this, and go on to the case."""
        self.menu("common.nav.inbox")
        if picture:
            self.show(self.page, picture)
        text = self.said(load_agreement(COUNTRY).services[service].text)
        self.pressed.append(text)
        found = self.page.locator("main").get_by_role("link", name=text, exact=True)
        found.first.wait_for()
        for address in [link.get_attribute("href") for link in found.all()]:
            self.page.goto(str(address))
            if self.ask(question) in self.page.locator("main").inner_text():
                break
        self.press("answer.accept_me")
        self.page.wait_for_url(f"**/cases/{self.number}/")


def days_ago(count: int) -> str:
    """Return a day as a field takes it."""
    return (today() - timedelta(days=count)).isoformat()
