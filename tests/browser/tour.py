"""The guided tour, walked: one case from indication to closing, through five organisations."""

import re

from playwright.sync_api import expect

from ketenwijzer.engine.vocabulary import Text
from tests.browser.walker import Walker, days_ago

NUMBER = re.compile(r"/cases/([0-9A-Z]{4}-[0-9A-Z]{4})/")
SHE = {"given_name": "Rondleida", "family_name": "Verzonnen", "birth_year": "1999"}
# What each asks of the next: by this the receiver knows the referral in the inbox.
REGISTER = Text("Wilt u haar registreren?", "Will you register her?")
PLACE = Text("Is er vanavond plaats voor één persoon?", "Is there room for one person tonight?")
REPORTED = Text(
    "Zij deed gisteren aangifte; de M55 volgt.", "She reported yesterday; the M55 follows."
)
TAKE_OVER = Text("Wilt u de regie overnemen?", "Will you take the lead from us?")
DUTY = Text("Registratie van ieder mogelijk slachtoffer.", "Every presumed victim is registered.")
STAY = Text("Beoordeling van haar verblijf.", "Judging her right to stay.")
SIX_WEEKS, FIVE_WEEKS, YESTERDAY, IN_A_YEAR = 42, 35, 1, -365
EVERYTHING = ("residence", "criminal")


def walk(walker: Walker) -> None:
    """Walk the whole way."""
    for chapter in CHAPTERS:
        chapter(walker)


def indication(walker: Walker) -> None:
    """Anna of the police meets her: one question a page, and everything may stay unknown."""
    walker.sign_in("anna.politie")
    walker.show(walker.page, "worklist")
    walker.menu("common.nav.new_case")
    walker.press("intake.begin")
    page = walker.page
    while not page.url.endswith("/check/"):
        question = page.url.rstrip("/").rpartition("/")[2]
        _answer(walker, question)
        expect(page).not_to_have_url(re.compile(f"/{question}/$"))
    walker.press("intake.register")
    page.wait_for_url("**/begun/")
    found = NUMBER.search(page.url)
    assert found, page.url
    walker.number = found[1]
    walker.show(page, "begun")


def _answer(walker: Walker, question: str) -> None:
    known = {
        "danger": {"danger": "no"},
        "contact": {"channel": "telephone", "voicemail": "no", "paper": "no"},
        "age": {"age_group": "adult"},
        "nationality": {"nationality": "third_country"},
        "day": {"first_indication": days_ago(SIX_WEEKS)},
        "name": SHE,
    }
    if question not in known:
        walker.press("intake.skip")
        return
    for name, value in known[question].items():
        walker.fill_detail(name, value)
    if question == "danger":
        walker.show(walker.page, "question")
    walker.press("intake.next")


def registration(walker: Walker) -> None:
    """The police must register her; CoMensha accepts, and records that it was done."""
    walker.press("intake.register_now.compulsory")
    walker.to("CoMensha Voorbeeldland", REGISTER)
    walker.show(walker.page, "preview")
    walker.without_asking("public_task", DUTY)
    walker.sign_in("petra.comensha")
    walker.accept("registration", REGISTER)
    walker.record("registered_with_comensha")


def reflection(walker: Walker) -> None:
    """The police offer her time to recover and to decide."""
    walker.sign_in("anna.politie")
    walker.open_case()
    walker.record("reflection_offered", ago=FIVE_WEEKS)
    walker.open_case()
    walker.show(walker.page, "reflection")


def shelter(walker: Walker) -> None:
    """She is asked, alone, whether a shelter may know; the shelter accepts and takes her in."""
    walker.refer("shelter", "Opvang De Verzonnen Haven", PLACE, more=("residence",))
    walker.ask_her(picture="consent")
    walker.sign_in("wilma.haven")
    walker.accept("shelter", PLACE, picture="inbox")
    walker.record("shelter_placed", kind="cosm", facility="Haven 7")


def report(walker: Walker) -> None:
    """She decides to report; what follows is shown before it is recorded."""
    walker.sign_in("anna.politie")
    walker.open_case()
    walker.record("report", ago=YESTERDAY)
    walker.refer("residence", "IND Voorbeeldland", REPORTED, more=("criminal",))
    walker.without_asking("public_task", STAY)


def permit(walker: Walker) -> None:
    """The immigration service decides within the term; nothing about health ever reached it."""
    walker.sign_in("karin.ind")
    walker.accept("residence", REPORTED)
    walker.show(walker.page, "immigration")
    walker.record("notice_received")
    walker.record("contra_indication", found="no")
    walker.record("permit_granted", kind="temporary_permit", until=days_ago(IN_A_YEAR))
    walker.open_case()


def closing(walker: Walker) -> None:
    """The police hand the case over to the care coordinator, who closes it when all is done."""
    walker.sign_in("anna.politie")
    walker.open_case()
    walker.show(walker.page, "permit")
    walker.refer(
        "coordination",
        "Zorgcoördinatie Voorbeeldregio",
        TAKE_OVER,
        more=EVERYTHING,
        hands_over=True,
    )
    walker.ask_her()
    walker.sign_in("ursula.zorg")
    walker.accept("coordination", TAKE_OVER)
    walker.head("case.tab.timeline")
    walker.show_at("main svg", "timeline")
    walker.head("case.tab.guard")
    walker.press("guard.close")
    walker.tick("reason", "goals_reached")
    walker.press("guard.close")
    walker.see(walker.word("guard.closed"))
    walker.show(walker.page, "closed")


CHAPTERS = (indication, registration, reflection, shelter, report, permit, closing)
