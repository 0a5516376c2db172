"""Letters for her and messages to partners, on the pages: contact first, nobody else in it."""

import io
import json
import logging
import re
from types import SimpleNamespace

import pytest
from django.urls import reverse
from pypdf import PdfReader

from ketenwijzer.casework import letters
from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.actions.consent import ask_consent
from ketenwijzer.casework.actions.describe import describe
from ketenwijzer.casework.actions.guard import set_bar
from ketenwijzer.casework.decision import Decider
from ketenwijzer.casework.models import AccessLine, Entry, Member
from ketenwijzer.casework.writing import writing
from ketenwijzer.clock import now
from ketenwijzer.corpus.letters import load_letters
from tests.casework.chain import YES
from tests.web.chain import involve, open_case_for, record, token, words_of

NAMES = {"given_name": "Haarvoornaam", "family_name": "Haarachternaam", "v_number": "V0001"}
PLAN = {
    "channel": "telephone",
    "number": "000-7654321",
    "code_word": "Codewoordkanarie",
    "never_tell": "Oomkanarie",
    "paper": "yes",
}
NOT_IN_IT = (
    *("Haarvoornaam", "Haarachternaam", "V0001", "PL0001", "1907", "000-7654321"),
    *("Codewoordkanarie", "Oomkanarie", "Adreskanarie", "Relaaskanarie", "Artskanarie"),
    *("Verzoekkanarie", "Advocaat Proef", "Werkersnaam"),
)
LANGUAGES = ("nl", "en", "ar", "pl", "ro", "es")
FIRST = "Eerst: mag zij papier"


class Case:
    """A case of a shelter, with police and a lawyer in it, and canaries in all that is not hers."""

    def __init__(self, member, organisation, plan) -> None:
        home = organisation("shelter", name="Opvang Proef", phone="000-1112223")
        self.owner: Member = member("coordinator", of=home, name="Werkersnaam Een")
        self.police: Member = member("coordinator", of=organisation("police", name="Politie Proef"))
        self.lawyer: Member = member("worker", of=organisation("lawyer", name="Advocaat Proef"))
        self.stranger: Member = member("coordinator", of=organisation("ngo", name="Ander Proef"))
        identity = {**NAMES, "police_number": "PL0001", "birth_date": "1907-03-14"}
        self.number = open_case_for(self.owner, 3, identity=identity, contact_plan=plan)
        involve(self.owner, self.police, self.number, "report_to_police", "basics", "identity")
        involve(self.owner, self.lawyer, self.number, "legal_aid", "basics", "identity")
        with writing(self.owner, self.number, now(), "describe") as case:
            told = {"form": "labour", "account": "Relaaskanarie"}
            describe(case, "exploitation", told, case.case.head_number)
        record(self.owner, self.number, "shelter_placed", 0, facility="Adreskanarie")

    def url(self, name: str, *more: str) -> str:
        return reverse(name, args=(self.number, *more))


@pytest.fixture
def made(member, organisation):
    """Return a function that makes the case with a contact plan."""

    def make(**plan: object) -> Case:
        return Case(member, organisation, {**PLAN, **plan})

    return make


@pytest.fixture
def case(made) -> Case:
    return made()


def article(page: bytes) -> str:
    (found,) = re.findall(r"<article.*?</article>", page.decode(), re.DOTALL)
    return words_of(str(found))


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def hand(client, url: str, way: str):
    return client.post(url, {"way": way, "token": token()})


# ------------------------------------------------------------------ contact first


@pytest.mark.parametrize("page", ["case_letters", "letter_sheet", "letter_handed"])
def test_whether_she_may_carry_paper_comes_before_any_letter(case, browser, page):
    more = {"letter_sheet": ("nl",), "letter_handed": ("rights_sheet", "nl")}.get(page, ())
    shown = browser(case.owner).get(case.url(page, *more)).content.decode()

    after = {"letter_sheet": "<article", "letter_handed": "<form method"}.get(page, "kw-languages")
    assert 0 < shown.index(FIRST) < shown.index(after)
    assert "Oomkanarie" in shown[shown.index(FIRST) : shown.rindex(after)]


@pytest.mark.parametrize("paper", ["no", "unknown", ""])
def test_without_a_yes_to_paper_there_is_no_file_and_none_is_handed_over(made, browser, paper):
    case = made(paper=paper)
    client = browser(case.owner)
    shown = client.get(case.url("letter_sheet", "nl"))
    file = client.get(case.url("letter_file", "nl"))
    refused = hand(client, case.url("letter_handed", "rights_sheet", "nl"), "paper")

    assert shown.status_code == 200 and case.url("letter_file", "nl") not in shown.content.decode()
    assert file.status_code == 409 and not file.content.startswith(b"%PDF")
    assert "scherm" in refused.content.decode() and given(case) == []
    assert hand(client, case.url("letter_handed", "rights_sheet", "nl"), "read").status_code == 302
    assert given(case) == [("rights_sheet", "nl", "read")]


def test_whoever_may_not_see_the_contact_plan_is_told_not_to_contact_her(case, browser, member):
    client = browser(case.lawyer)
    shown = client.get(case.url("case_letters")).content.decode()

    assert "Neem geen contact met haar op" in shown and "Oomkanarie" not in shown
    assert client.get(case.url("letter_file", "nl")).status_code == 409


# ------------------------------------------------------------------ what stands in it


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_hers_or_of_another_that_betrays_her_is_in_the_sheet(case, browser, language):
    client = browser(case.owner)
    shown = client.get(case.url("letter_sheet", language))
    file = client.get(case.url("letter_file", language))
    text = article(shown.content)

    assert file.status_code == 200
    for canary in NOT_IN_IT:
        assert canary not in text, canary
        assert canary not in text_of(file.content), canary
        assert canary.encode() not in file.content


def test_it_tells_who_takes_part_and_what_was_shared_with_whom(case, browser, member, organisation):
    doctor = organisation("doctor", name="Arts Proef")
    member("worker", of=doctor)
    with writing(case.owner, case.number, now(), "ask_consent") as writes:
        ask_consent(writes, doctor.id, "care", ("care",), YES)

    text = article(browser(case.owner).get(case.url("letter_sheet", "nl")).content)

    assert "Politie Proef" in text and "Opvang Proef" in text and "000-1112223" in text
    assert "Arts Proef" in text and "je hulp en begeleiding" in text


def test_who_was_barred_does_not_take_part_in_it(case, browser):
    assert case.police.organisation is not None
    with writing(case.owner, case.number, now(), "set_bar") as writes:
        set_bar(writes, organisation=case.police.organisation.id, member=None, reason="proef")

    text = article(browser(case.owner).get(case.url("letter_sheet", "nl")).content)
    who, _, shared = text.partition("Wat met wie is gedeeld")

    assert shared and "Politie Proef" not in who


@pytest.mark.parametrize(("language", "way"), [("nl", "ltr"), ("ar", "rtl")])
def test_the_preview_is_the_letter_in_its_language_and_direction(case, browser, language, way):
    client = browser(case.owner)
    shown = client.get(case.url("letter_sheet", language)).content.decode()
    strings = load_letters("nl")[language].strings

    assert f'<article class="kw-letter" lang="{language}" dir="{way}">' in shown
    assert strings["title"] in shown and strings["choices"] in shown


def test_a_file_opens_in_the_browser_and_is_kept_nowhere(case, browser):
    answer = browser(case.owner).get(case.url("letter_file", "ar"))

    assert answer.content.startswith(b"%PDF") and answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Disposition"] == 'inline; filename="info.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"


# ------------------------------------------------------------------ languages


def test_outside_the_demonstration_an_unreviewed_language_is_blocked(case, browser, monkeypatch):
    client = browser(case.owner)
    with monkeypatch.context() as outside:
        outside.setattr(letters, "settings", SimpleNamespace(DEMONSTRATION=False, COUNTRY="nl"))
        shown = client.get(case.url("case_letters")).content.decode()
        sheet = client.get(case.url("letter_sheet", "ar"))
        file = client.get(case.url("letter_file", "ar"))
        refused = hand(client, case.url("letter_handed", "rights_sheet", "ar"), "read")
        dutch = client.get(case.url("letter_sheet", "nl"))

    assert case.url("letter_sheet", "ar") not in shown and case.url("letter_sheet", "nl") in shown
    for answer in (sheet, file):
        assert answer.status_code == 409
        assert "door niemand nagekeken" in answer.content.decode()
    assert given(case) == [] and "door niemand nagekeken" in refused.content.decode()
    assert dutch.status_code == 200


def test_in_the_demonstration_it_says_on_top_that_nobody_reviewed_it(case, browser):
    text = article(browser(case.owner).get(case.url("letter_sheet", "ar")).content)

    assert load_letters("nl")["ar"].strings["not_reviewed"] in text
    assert "Deze tekst is niet door een mens nagekeken." in text


def test_a_language_that_there_is_not_is_a_clear_sentence(case, browser):
    client = browser(case.owner)

    answer = client.get(case.url("letter_sheet", "xx"))

    assert answer.status_code == 409 and "Kies een taal" in answer.content.decode()
    assert client.get(case.url("letter_handed", "rights_sheet", "xx")).status_code == 404
    assert client.get(case.url("letter_handed", "no_letter", "nl")).status_code == 404


# ------------------------------------------------------------------ for whom


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("case_letters", ()),
        ("letter_sheet", ("nl",)),
        ("letter_file", ("nl",)),
        ("letter_handed", ("rights_sheet", "nl")),
        ("case_messages", ()),
    ],
)
def test_who_takes_no_part_finds_nothing(case, browser, name, more):
    assert browser(case.stranger).get(case.url(name, *more)).status_code == 404
    assert browser().get(case.url(name, *more)).status_code == 302


def test_every_letter_that_was_made_stands_in_the_access_log(case, browser):
    client = browser(case.owner)
    client.get(case.url("letter_file", "nl"))

    (line,) = AccessLine.objects.filter(activity="make_letter", member=case.owner.id)
    assert line.allowed


# ------------------------------------------------------------------ she has it


def given(case: Case) -> list[tuple[str, str, str]]:
    opened = open_case(case.owner, case.number, now())
    found = [r for r in opened.records() if r.kind == "letter_given"]
    return [(r.text("letter"), r.text("reads_in"), r.text("way")) for r in found]


@pytest.mark.parametrize("letter", ["rights_sheet", "her_copy"])
def test_handing_over_is_an_event_in_the_chronology(case, browser, letter):
    client = browser(case.owner)

    assert hand(client, case.url("letter_handed", letter, "nl"), "paper").status_code == 302

    shown = words_of(client.get(case.url("case_timeline")).content.decode())
    assert given(case) == [(letter, "nl", "paper")]
    assert "brief aan haar gegeven" in shown.lower()
    assert "Nederlands" in shown and "op papier, in her hand" not in shown
    assert "op papier, in haar hand" in shown


def test_a_form_that_is_sent_twice_records_once(case, browser):
    client = browser(case.owner)
    url = case.url("letter_handed", "rights_sheet", "nl")
    sent = {"way": "read", "token": token()}

    for _ in range(2):
        client.post(url, sent)

    assert len(given(case)) == 1


def test_that_she_has_a_letter_is_for_who_gave_it_and_the_owner(case, browser):
    hand(browser(case.police), case.url("letter_handed", "rights_sheet", "nl"), "read")

    assert len(given(case)) == 1
    opened = open_case(case.lawyer, case.number, now())
    assert not [r for r in opened.records() if r.kind == "letter_given"]


def test_nothing_chosen_records_nothing(case, browser):
    before = Entry.objects.count()
    url = case.url("letter_handed", "rights_sheet", "nl")

    answer = browser(case.owner).post(url, {"token": ""})

    assert answer.status_code == 200 and Entry.objects.count() == before


# ------------------------------------------------------------------ messages to partners


@pytest.fixture
def force(member, organisation):
    """Return a case of the police that asks for messages, and who receives them."""
    police = member("coordinator", of=organisation("police", name="Politie Bericht"))
    service = member("coordinator", of=organisation("immigration_service", name="IND Proef"))
    identity = {**NAMES, "birth_date": "1990-02-03"}
    number = open_case_for(police, 5, identity=identity, contact_plan=PLAN)
    involve(police, service, number, "residence", "basics", "identity", "residence")
    record(police, number, "unlawful_stay", 4)
    record(police, number, "indication", 4)
    record(police, number, "reflection_offered", 3)
    return police, service, number


def messages(client, number: str) -> list[str]:
    shown = client.get(reverse("case_messages", args=(number,))).content.decode()
    return re.findall(rf'href="(/cases/{number}/messages/[^"]+)"', shown)


def test_an_event_asks_a_message_of_its_sender_only(force, browser):
    police, service, number = force

    mine = messages(browser(police), number)

    assert any("tell_immigration_service_reflection/" in url for url in mine)
    assert not any("reflection/" in url for url in messages(browser(service), number))


def test_a_message_holds_what_the_receiver_may_see_and_how_sure_the_rule_is(force, browser):
    police, _, number = force
    client = browser(police)
    (url,) = [u for u in messages(client, number) if "tell_immigration_service_reflection/" in u]

    text = article(client.get(url).content)
    file = client.get(f"{url}file")

    assert "IND Proef" in text and "Politie Bericht" in text and number in text
    assert "Haarvoornaam Haarachternaam" in text and "3 februari 1990" in text
    assert "niet bevestigd" in text and "V0001" not in text
    assert "Codewoordkanarie" not in text + text_of(file.content)
    assert file["Cache-Control"] == "no-store" and "Haarvoornaam" in text_of(file.content)


def test_who_may_not_know_who_she_is_is_not_told_in_a_message(force, browser, monkeypatch):
    police, _, number = force
    client = browser(police)
    (url,) = [u for u in messages(client, number) if "tell_immigration_service_reflection/" in u]
    from_there = Decider.record

    def shut(self, one):
        if self.subject.organisation_role == "immigration_service":
            return self._no("not_agreed")
        return from_there(self, one)

    monkeypatch.setattr(Decider, "record", shut)
    text = article(client.get(url).content)

    assert "Haarvoornaam" not in text and "1990" not in text and "Wat er gebeurde" not in text


def test_a_message_of_another_sender_is_not_there(force, browser):
    police, service, number = force
    assert police.organisation is not None and service.organisation is not None
    client = browser(service)
    ours = reverse(
        "case_message",
        args=(number, "tell_immigration_service_reflection", police.organisation.id),
    )
    to_themselves = reverse(
        "case_message",
        args=(number, "tell_immigration_service_reflection", service.organisation.id),
    )

    assert client.get(ours).status_code == client.get(to_themselves).status_code == 404


# ------------------------------------------------------------------ what is not kept


def test_no_letter_leaves_anything_of_hers_in_a_log(case, force, browser, caplog):
    caplog.set_level(logging.DEBUG)
    client, (police, _, number) = browser(case.owner), force
    for language in ("nl", "ar", "xx"):
        client.get(case.url("letter_sheet", language))
        client.get(case.url("letter_file", language))
    hand(client, case.url("letter_handed", "rights_sheet", "nl"), "paper")
    for url in messages(browser(police), number):
        browser(police).get(url)

    kept = caplog.text + json.dumps(list(AccessLine.objects.values()), default=str)
    for canary in (*NOT_IN_IT, "Politie Proef", "Politie Bericht", "Opvang Proef"):
        if canary != "1907":
            assert canary not in kept, canary
