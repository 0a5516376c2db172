"""Safety rules 8, 15 and 16 on the pages: her requests, her copy, and what is taken out."""

import json
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import example, given
from hypothesis import strategies as st

from ketenwijzer.casework.actions.consent import ask_consent
from ketenwijzer.casework.actions.describe import describe
from ketenwijzer.casework.actions.note import add_note, release_item
from ketenwijzer.casework.actions.request import OUTCOMES, make_request
from ketenwijzer.casework.models import AccessLine, Entry, Member
from ketenwijzer.casework.position import agreement
from ketenwijzer.casework.showing.copied import FACTS, TEXTS
from ketenwijzer.casework.writing import writing
from ketenwijzer.clock import now
from ketenwijzer.telling.language import Reader
from ketenwijzer.web.forms.sections import SECTIONS
from ketenwijzer.web.sheet import safe_cell, sheet
from ketenwijzer.web.words import WORDS
from tests.casework.chain import YES
from tests.web.chain import involve, open_case_for, record, today, token, words_of
from tests.web.conftest import PASSWORD

TRIGGERS = "=+-@\t\r"
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u202e\u00a0\u3164\u2800\u034f "
FULL_WIDTH = "＝＋－＠"


@pytest.fixture
def confirmed(browser):
    """Return a browser: whoever has neither password nor key in these tests counts as confirmed."""
    return browser


class Case:
    """A case of a shelter, in which police, a lawyer and a doctor take part; canaries all over."""

    def __init__(self, member, organisation) -> None:
        home = organisation("shelter", name="Opvang Proef")
        self.owner = member("coordinator", of=home, name="Werkersnaam Een")
        self.police = member("coordinator", of=organisation("police", name="Politie Proef"))
        self.lawyer = member("worker", of=organisation("lawyer", name="Advocaat Proef"))
        self.doctor = member("coordinator", of=organisation("doctor", name="Arts Proef"))
        self.number = open_case_for(
            self.owner,
            3,
            identity={"given_name": "Haarvoornaam", "v_number": "V0001", "police_number": "PL0001"},
            contact_plan={
                "channel": "telephone",
                "number": "000-7654321",
                "code_word": "Codewoordkanarie",
                "never_tell": "Oomkanarie",
                "paper": "yes",
            },
        )
        self.fill()

    def fill(self) -> None:
        for who, service in (
            (self.police, "report_to_police"),
            (self.lawyer, "legal_aid"),
            (self.doctor, "medical_care"),
        ):
            involve(self.owner, who, self.number, service, "basics", "identity")
        self.describe(self.owner, "exploitation", form="labour", account="Dadernaamkanarie")
        self.describe(self.owner, "care", goals="Eigendoelkanarie", next="Slachtofferkanarie")
        self.describe(self.doctor, "health", summary="Artstekstkanarie", practitioner="Artskanarie")
        self.note(self.owner, "Eigennotitiekanarie")
        self.note(self.police, "Politienotitiekanarie", self.owner)
        record(self.owner, self.number, "shelter_placed", 0, facility="Adreskanarie")
        record(self.lawyer, self.number, "objection")

    def describe(self, who: Member, section: str, **values: object) -> None:
        with writing(who, self.number, now(), "describe") as case:
            describe(case, section, values, case.case.head_number)

    def note(self, who: Member, text: str, to: Member | None = None) -> None:
        with writing(who, self.number, now(), "add_note") as case:
            add_note(case, text)
            number = case.case.head_number + len(case.drafts)
        if to is not None:
            with writing(who, self.number, now(), "release") as case:
                assert to.organisation is not None
                release_item(case, number, to.organisation.id, "public_task")

    def url(self, name: str) -> str:
        return reverse(name, args=(self.number,))


@pytest.fixture
def case(member, organisation) -> Case:
    return Case(member, organisation)


def overview(client: Client, case: Case) -> dict[str, Any]:
    answer = client.get(case.url("save_export"))
    assert answer.status_code == 200, answer.status_code
    found: dict[str, Any] = json.loads(answer.content)
    return found


# ------------------------------------------------------------------ the overview


def test_safety_rule_16_free_text_of_others_notes_and_the_way_to_reach_her_stay_behind(
    case, confirmed
):
    client = confirmed(case.owner)
    for body in (
        json.dumps(overview(client, case), ensure_ascii=False),
        client.get(case.url("case_export")).content.decode(),
    ):
        for there in ("Haarvoornaam", "Eigennotitiekanarie", "Eigendoelkanarie", "Adreskanarie"):
            assert there in body, there
        for left in ("Politienotitiekanarie", "000-7654321", "Codewoordkanarie", "Oomkanarie"):
            assert left not in body, left
        assert "Werkersnaam" not in json.dumps(overview(client, case))


def test_of_what_others_recorded_only_days_and_choices_go_along(case, confirmed):
    body = json.dumps(overview(confirmed(case.police), case), ensure_ascii=False)
    assert "Haarvoornaam" in body
    for left in ("Dadernaamkanarie", "Adreskanarie", "Artstekstkanarie", "Eigennotitiekanarie"):
        assert left not in body, left


def test_an_overview_holds_only_sections_that_the_agreement_gives(case, confirmed):
    for who in (case.police, case.lawyer, case.doctor, case.owner):
        found = overview(confirmed(who), case)
        sections = {section["name"] for section in found["sections"]}
        assert "contact" not in sections
        if who is case.police:
            assert not sections & {"health", "care", "shelter"}


def test_an_overview_says_how_things_stand_by_which_agreement_and_where_it_was_logged(
    case, confirmed
):
    found = overview(confirmed(case.owner), case)
    line = AccessLine.objects.latest("id")
    assert found["log"] == line.id and found["agreement"] == agreement().id
    assert found["position"]["holds"] or found["position"]["open"]


def test_taking_an_overview_is_logged_with_its_sections_and_records_nothing(case, confirmed):
    before = Entry.objects.count()
    overview(confirmed(case.owner), case)
    line = AccessLine.objects.latest("id")
    assert (line.activity, line.allowed) == ("export", True)
    assert {"basics", "identity", "care"} <= set(line.sections.split())
    assert "contact" not in line.sections
    assert Entry.objects.count() == before


@pytest.mark.parametrize("name", ["case_export", "save_export", "worklist_file"])
def test_nothing_is_taken_out_without_confirming_who_one_is(case, browser, name):
    address = reverse(name) if name == "worklist_file" else case.url(name)
    case.owner.set_password(PASSWORD)
    case.owner.save()
    before = AccessLine.objects.count()
    answer = browser(case.owner).get(address)
    assert answer.status_code == 302 and "confirm" in answer.headers["Location"]
    assert AccessLine.objects.count() == before


def test_names_of_files_and_titles_say_nothing(case, confirmed):
    client = confirmed(case.owner)
    for address in (case.url("save_export"), reverse("worklist_file")):
        said = client.get(address).headers["Content-Disposition"]
        assert re.fullmatch(r'attachment; filename="(overview\.json|list\.csv)"', said)
    for name in ("case_export", "her_copy", "case_rights"):
        page = client.get(case.url(name)).content.decode()
        (title,) = re.findall(r"<title>(.*?)</title>", page, re.DOTALL)
        assert case.number not in title and "Haarvoornaam" not in title


@pytest.mark.parametrize("role", ["analyst", "administrator"])
def test_safety_rule_15_analysts_and_administrators_take_nothing_out(case, confirmed, member, role):
    client = confirmed(member(role, of=case.owner.organisation))
    for name in ("case_export", "save_export", "her_copy", "case_rights"):
        assert client.get(case.url(name)).status_code == 404
    answer = client.get(reverse("worklist_file"))
    assert answer.status_code == 302 and case.number not in answer.content.decode()


def test_whoever_is_not_involved_takes_nothing_out(case, confirmed, member):
    client = confirmed(member("supervisor"))
    for name in ("case_export", "save_export", "her_copy", "case_rights", "make_request"):
        assert client.get(case.url(name)).status_code == 404
    assert case.number not in client.get(reverse("worklist_file")).content.decode()


# ------------------------------------------------------------------ the worklist as a file


def test_the_worklist_as_a_file_has_its_own_lines_and_each_is_logged(case, confirmed):
    answer = confirmed(case.owner).get(reverse("worklist_file"))
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 2 and case.number in lines[1]
    assert "Haarvoornaam" not in answer.content.decode()
    assert AccessLine.objects.latest("id").activity == "export"


hidden = st.text(st.sampled_from(INVISIBLE), max_size=4)


@given(hidden, st.sampled_from(TRIGGERS + FULL_WIDTH), st.text(max_size=20))
@example("", "=", "1+1")
@example("\u200b", "=", "cmd|' /C calc'!A0")
@example("\u3164", "＝", "HYPERLINK()")
def test_defect_csv_formula_injection_with_invisible_characters(before, sign, after):
    """Defects: Primero, CSV formula injection, with invisible characters."""
    cell = safe_cell(before + sign + after)
    seen = cell.lstrip(INVISIBLE + TRIGGERS[-2:])
    assert not seen or seen[0] not in TRIGGERS + FULL_WIDTH


@given(st.text(max_size=30))
def test_a_cell_begins_with_a_letter_a_digit_or_the_mark_and_stays_on_its_line(text):
    cell = safe_cell(text)
    assert not set(cell) & set("\r\n\t\x00")
    body = sheet([[text, "x"]]).decode("utf-8-sig")
    assert body.count("\n") == 1 and body.startswith('"') and body.endswith(',"x"\r\n')


def test_plain_cells_stay_as_they_are():
    for cell in ("K7Q2-34BC", "2026-11-20", "Aandachtspunt afhandelen", "ëerste", ""):
        assert safe_cell(cell) == cell


# ------------------------------------------------------------------ her copy


def letter(client: Client, case: Case, query: str = "") -> str:
    answer = client.get(case.url("her_copy") + query)
    assert answer.status_code == 200
    (found,) = re.findall(r"<article.*?</article>", answer.content.decode(), re.DOTALL)
    return words_of(found)


THIRD = (
    *("Werkersnaam", "Dadernaamkanarie", "Oomkanarie", "Codewoordkanarie", "Adreskanarie"),
    *("Artskanarie", "Artstekstkanarie", "Eigennotitiekanarie", "Politienotitiekanarie"),
    *("Advocaat Proef", "Slachtofferkanarie", "PL0001", "000-7654321"),
)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_safety_rule_8_her_copy_leaves_out_third_persons(case, browser, language):
    found = letter(browser(case.owner), case, f"?language={language}")
    assert "Haarvoornaam" in found and "V0001" in found
    for left in THIRD:
        assert left not in found, left


def test_her_copy_leaves_out_third_persons_whoever_makes_it(case, browser):
    for who in (case.police, case.doctor, case.lawyer):
        found = letter(browser(who), case)
        for left in THIRD:
            assert left not in found, (who, left)


def test_what_a_worker_read_and_chose_is_in_her_copy_and_nothing_of_another(case, browser):
    client = browser(case.owner)
    chosen = "?with=care.goals&with=health.summary&with=contact.never_tell&with=notes.text"
    found = letter(client, case, chosen)
    assert "Eigendoelkanarie" in found
    for left in THIRD:
        assert left not in found, left


def test_what_passes_between_her_and_her_lawyer_is_never_on_paper(case, browser):
    found = letter(browser(case.owner), case, "?language=en")
    assert "bjection" not in found.partition("What was written about you")[2].split("You may")[0]


def test_her_copy_says_who_has_it_what_she_allowed_and_how_to_take_it_back(case, browser):
    with writing(case.owner, case.number, now(), "ask_consent") as writes:
        ask_consent(writes, case.doctor.organisation_id, "care", ("care",), YES)
    found = letter(browser(case.owner), case, "?language=en")
    for told in ("Politie Proef", "Arts Proef", "You said yes", "take a yes back", "complain"):
        assert told in found, told


def test_her_copy_says_what_holds_for_her_in_her_language(case, browser):
    client = browser(case.owner)
    dutch, english = letter(client, case, "?language=nl"), letter(client, case, "?language=en")
    assert "Wat nu voor jou geldt" in dutch and "What holds for you now" in english
    assert Reader("nl").day(today()) in dutch and Reader("en").day(today()) in english
    assert "Wat" not in english.split()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_her_copy_says_it_to_her_and_not_in_the_labels_of_workers(case, browser, language):
    case.describe(case.owner, "exploitation", form="labour", account="Dadernaamkanarie")
    make_her_ask(case)
    found = letter(browser(case.owner), case, f"?language={language}")

    assert say("plain.given_name", language) + " Haarvoornaam" in found
    assert f"{say('plain.form', language)} {say('plain.form.labour', language)}" in found
    assert f"{say('plain.paper', language)} {say('common.yes', language)}" in found
    for name in ("section.given_name", "section.form", "section.form.labour", "section.paper"):
        assert f" {say(name, language)} " not in found, name
    assert f"{say('plain.request.access', language)}: " in found


def make_her_ask(case: Case) -> None:
    with writing(case.owner, case.number, now(), "make_request") as writes:
        make_request(writes, "access", "")


def say(name: str, language: str) -> str:
    return WORDS[name].in_language(language)


def test_whatever_may_stand_in_her_copy_has_plain_words():
    fields = {(s, f) for of in (FACTS, TEXTS) for s, names in of.items() for f in names}
    for section, field in fields:
        assert f"plain.{field}" in WORDS, field
        choices = getattr(SECTIONS[section].base_fields[field], "choices", [])
        for name, _ in choices:
            assert name in ("yes", "no") or f"plain.{field}.{name}" in WORDS, (field, name)


def test_what_she_may_ask_and_is_answered_has_plain_words():
    assert all(f"plain.request.{name}" in WORDS for name in agreement().requests)
    assert all(f"plain.outcome.{name}" in WORDS for name in OUTCOMES)


def test_her_copy_is_logged_with_its_sections_and_cannot_be_mailed(case, browser, mailoutbox):
    page = browser(case.owner).get(case.url("her_copy")).content.decode()
    line = AccessLine.objects.latest("id")
    assert line.activity == "her_copy" and "identity" in line.sections.split()
    assert "notes" not in line.sections
    assert "mailto:" not in page and not mailoutbox


# ------------------------------------------------------------------ her requests


def test_a_request_is_recorded_answered_and_lifted_through_its_pages(case, browser):
    partner, owner = browser(case.police), browser(case.owner)
    made = {"request": "restriction", "asked": "Niet delen", "token": token()}
    assert partner.post(case.url("make_request"), made).status_code == 302
    assert partner.post(case.url("make_request"), made).status_code == 302

    page = owner.get(case.url("case_rights")).content.decode()
    (asking,) = set(re.findall(r"/rights/([0-9a-f-]{36})/", page))
    assert "Niet delen" in page and "gebruik beperkt" in words_of(page).lower()
    address = reverse("answer_request", args=(case.number, asking))
    refused = owner.post(address, {"outcome": "refused", "explained": "", "token": token()})
    assert refused.status_code == 200
    assert partner.get(address).status_code == 404
    assert owner.get(address).status_code == 200
    granted = {"outcome": "granted", "explained": "Dat kan", "token": token()}
    assert owner.post(address, granted).status_code == 302
    assert "Dat kan" in partner.get(case.url("case_rights")).content.decode()
    lift = reverse("lift_restriction", args=(case.number, asking))
    assert owner.get(lift).status_code == 200
    assert owner.post(lift, {"reason": "Zij vraagt het", "token": token()}).status_code == 302
    assert "lift" not in owner.get(case.url("case_rights")).content.decode()


def test_a_task_of_hers_leads_to_her_request(case, browser):
    owner = browser(case.owner)
    owner.post(case.url("make_request"), {"request": "access", "asked": "", "token": token()})
    page = owner.get(case.url("case_guard")).content.decode()
    assert case.url("case_rights") in page
    assert "Haar verzoek om inzage beantwoorden" in words_of(page)


def test_the_pages_of_her_rights_read_in_both_languages(case, browser):
    for language, told in (("nl", "Haar rechten"), ("en", "Her rights")):
        case.owner.language = language
        case.owner.save()
        client = browser(case.owner)
        assert told in client.get(case.url("case_rights")).content.decode()
        for name in ("make_request", "her_copy"):
            assert client.get(case.url(name)).status_code == 200
