"""The pages of a case: only what the decision allows, bounded statements, both languages."""

from datetime import timedelta

import pytest

from ketenwijzer.casework.actions.describe import describe
from ketenwijzer.casework.actions.note import add_note
from ketenwijzer.casework.actions.record import RecordStatement, record_statement
from ketenwijzer.casework.writing import writing
from ketenwijzer.clock import now
from tests.web.chain import (
    CONTACT,
    HOSTILE,
    chain,
    involve,
    open_case_for,
    page,
    record,
    statements,
    today,
    token,
    words_of,
)

MOST_STATEMENTS = 12
PAGES = (
    "",
    "begun/",
    "timeline/",
    "contact/",
    "notes/",
    "file/",
    "file/contact/",
    "people/",
    "log/",
    "access/",
    "record/",
    "record/report/",
    "what-if/",
    "norms/reflection_period/",
)


@pytest.fixture
def case(member, organisation):
    return chain(member, organisation)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_is_there_in_both_languages_within_twelve_statements(
    case, browser, name, language
):
    case.police.language = language
    case.police.save()

    assert statements(browser(case.police), f"/cases/{case.number}/{name}") <= MOST_STATEMENTS


@pytest.mark.parametrize("name", PAGES)
def test_an_outsider_cannot_tell_a_case_from_none(case, member, browser, name):
    client = browser(member("supervisor"))

    real = client.get(f"/cases/{case.number}/{name}")
    none = client.get(f"/cases/BBBB-CCCC/{name}")

    assert real.status_code == none.status_code == 404
    assert words_of(real.content.decode()) == words_of(none.content.decode())


def test_her_name_stands_in_the_file_and_nowhere_else(case, browser):
    client = browser(case.police)

    assert "Verzonnen" in page(client, f"/cases/{case.number}/file/")
    for name in ("", "timeline/", "notes/", "contact/", "people/", "log/", "access/", "what-if/"):
        assert "Verzonnen" not in page(client, f"/cases/{case.number}/{name}")


def test_without_a_contact_plan_every_page_says_not_to_contact_her(case, browser):
    number = open_case_for(case.police, contact_plan={})

    for name in ("", "timeline/", "contact/", "file/"):
        assert "Neem geen contact op." in page(browser(case.police), f"/cases/{number}/{name}")


def test_who_does_not_see_the_contact_plan_is_told_to_go_through_the_owner(case, browser):
    html = page(browser(case.immigration), f"/cases/{case.number}/")

    assert "000-1234567" not in html
    assert "Neem contact op via" in html
    assert "haar huisgenoten" not in page(
        browser(case.immigration), f"/cases/{case.number}/contact/"
    )


def test_health_reaches_the_police_on_no_page(case, browser):
    """The canary of safety rule 9."""
    with writing(case.shelter, case.number, now(), "describe") as writes:
        describe(writes, "health", {"summary": "KANARIE-GEZONDHEID"}, writes.case.head_number)
    with writing(case.shelter, case.number, now(), "note") as writes:
        add_note(writes, "KANARIE-NOTITIE")

    for name in PAGES:
        html = page(browser(case.police), f"/cases/{case.number}/{name}")
        assert "KANARIE" not in html
    assert "KANARIE-GEZONDHEID" in page(browser(case.shelter), f"/cases/{case.number}/file/")


def test_what_rests_on_hidden_information_is_withheld_not_told(case, browser):
    record(case.police, case.number, "reflection_offered")
    record(case.shelter, case.number, "shelter_placed", kind="cosm")

    html = page(browser(case.police), f"/cases/{case.number}/")

    assert "berust op informatie die uw organisatie niet ziet" in html
    assert "shelter_placed" not in html


def test_help_on_a_hidden_ground_is_told_without_it(case, member, organisation, browser):
    """Safety rules 4 and 9: a doctor indicated long before, and the police know it holds."""
    doctor = member("worker", of=organisation("doctor", name="Praktijk Proef"))
    involve(case.police, doctor, case.number, "medical_care", "basics", "identity", "contact")
    before = today() - timedelta(days=60)
    with writing(doctor, case.number, now(), "record") as writes:
        record_statement(writes, RecordStatement("medical_statement", before, {}))
    client, day = browser(case.police), (today() - timedelta(days=50)).isoformat()

    told = words_of(page(client, f"/cases/{case.number}/?on={day}"))
    why = page(client, f"/cases/{case.number}/norms/help_and_shelter/?on={day}")

    holds = told[told.index("Dit geldt nu") : told.index("Nog niet duidelijk")]
    assert "Hulp en opvang" in holds
    assert "Waar het op berust, ziet uw organisatie niet." in why
    for hidden in ("medisch", "arts", before.isoformat()):
        assert hidden not in words_of(why).lower()


def test_what_one_may_not_read_leaves_no_gap_on_the_timeline(case, browser):
    before = page(browser(case.police), f"/cases/{case.number}/timeline/")
    with writing(case.shelter, case.number, now(), "note") as writes:
        add_note(writes, "alleen voor ons")

    after = page(browser(case.police), f"/cases/{case.number}/timeline/")

    assert entries(after) == entries(before)


def test_the_timeline_says_what_was_recorded_later_and_why_one_reads_it(case, browser):
    client = browser(case.police)
    day = (today() - timedelta(days=9)).isoformat()
    client.post(
        f"/cases/{case.number}/record/reflection_offered/",
        {"on": day, "step": "record", "seen": "99", "token": token()},
    )

    html = page(client, f"/cases/{case.number}/timeline/")

    assert "later vastgelegd dan het gebeurde" in html
    assert "Waarom zie ik dit?" in html
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in html


def test_a_day_before_she_was_known_shows_no_position_of_today(case, browser):
    record(case.police, case.number, "reflection_offered", 10)
    day = (today() - timedelta(days=30)).isoformat()

    html = page(browser(case.police), f"/cases/{case.number}/?on={day}&known_at={day}")

    assert "Dit is niet het beeld van vandaag." in html


@pytest.mark.parametrize("day", ["x", "0000-00-00", "9999-99-99", "1000-01-01", "9999-12-31"])
def test_impossible_days_break_no_page(case, browser, day):
    for name in ("", "timeline/"):
        page(browser(case.police), f"/cases/{case.number}/{name}?on={day}&known_at={day}")


def test_notes_stay_with_the_organisation_until_one_is_released(case, browser):
    client = browser(case.police)
    client.post(
        f"/cases/{case.number}/notes/", {"text": HOSTILE.replace("\x00", ""), "token": token()}
    )
    ours = page(client, f"/cases/{case.number}/notes/")
    number = ours.split("/entries/")[1].split("/")[0]
    assert "<script>alert" not in ours
    assert "alert(1)" not in page(browser(case.shelter), f"/cases/{case.number}/notes/")

    client.post(
        f"/cases/{case.number}/entries/{number}/release/",
        {
            "organisation": case.shelter.organisation.id.hex,
            "ground": "vital_interest",
            "token": token(),
        },
    )

    assert "alert(1)" in page(browser(case.shelter), f"/cases/{case.number}/notes/")
    assert "alert(1)" not in page(browser(case.immigration), f"/cases/{case.number}/notes/")


def test_an_entry_of_another_organisation_is_not_released(case, browser):
    with writing(case.shelter, case.number, now(), "note") as writes:
        number = writes.case.head_number + 1
        add_note(writes, "alleen voor ons")

    answer = browser(case.police).get(f"/cases/{case.number}/entries/{number}/release/")

    assert answer.status_code == 403
    assert "alleen voor ons" not in answer.content.decode()


def test_two_who_change_one_plan_see_each_others_words(case, browser):
    address = f"/cases/{case.number}/file/contact/"
    first, second = browser(case.police), browser(case.shelter)
    seen = {html: field(html, "seen") for html in (page(first, address), page(second, address))}
    plan = {**CONTACT, "paper": "no"}

    saved = first.post(
        address, {**plan, "hours": "ochtend", "seen": min(seen.values()), "token": token()}
    )
    stale = second.post(
        address, {**plan, "hours": "avond", "seen": min(seen.values()), "token": token()}
    )

    html = stale.content.decode()
    assert saved.status_code == 302
    assert stale.status_code == 409
    assert "ochtend" in html
    assert 'value="avond"' in html

    again = second.post(
        address, {**plan, "hours": "avond", "seen": field(html, "seen"), "token": token()}
    )
    assert again.status_code == 302
    assert "avond" in page(first, f"/cases/{case.number}/contact/")


def test_the_same_form_twice_is_one_note(case, browser):
    client, once = browser(case.police), token()
    for _ in range(2):
        client.post(f"/cases/{case.number}/notes/", {"text": "een keer", "token": once})

    assert page(client, f"/cases/{case.number}/notes/").count("een keer") == 1


def test_over_long_text_is_refused_and_kept(case, browser):
    html = browser(case.police).post(
        f"/cases/{case.number}/notes/", {"text": "x" * 5000, "token": token()}
    )

    assert html.status_code == 200
    assert "xxxxxxxxxx" in html.content.decode()


def test_a_section_that_one_does_not_record_in_cannot_be_edited(case, browser):
    client = browser(case.police)

    assert client.get(f"/cases/{case.number}/file/health/").status_code == 403
    assert client.post(f"/cases/{case.number}/file/health/", {"urgent": "yes"}).status_code == 403
    assert client.get(f"/cases/{case.number}/file/niets/").status_code == 404


def test_a_session_that_ended_keeps_what_was_typed(case, browser):
    client = browser(None)

    answer = client.post(
        f"/cases/{case.number}/notes/",
        {"text": "nog niet bewaard", "token": token()},
        headers={"Sec-Fetch-Site": "same-origin"},
    )

    assert answer.status_code == 401
    assert "nog niet bewaard" in answer.content.decode()


def test_who_takes_part_is_told_without_what_is_between_others(case, browser):
    assert "Opvang Proef" in page(browser(case.police), f"/cases/{case.number}/people/")
    assert "Opvang Proef" not in page(browser(case.immigration), f"/cases/{case.number}/people/")


def entries(html: str) -> int:
    return html.count('class="kw-entry')


def field(html: str, name: str) -> str:
    start = html.index(f'name="{name}" value="') + len(f'name="{name}" value="')
    return html[start : html.index('"', start)]
