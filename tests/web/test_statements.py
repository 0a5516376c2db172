"""Recording what happened: the loss shown first, a second person, one form one entry."""

import re
from datetime import timedelta

import pytest

from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.actions.record import RecordStatement, effect_of
from ketenwijzer.clock import now
from tests.web.chain import HOSTILE, chain, page, record, today, token, words_of


@pytest.fixture
def case(member, organisation):
    return chain(member, organisation)


def send(client, case, kind, step="record", **values):
    given = {"on": today().isoformat(), "step": step, "seen": "999", "token": token(), **values}
    return client.post(f"/cases/{case.number}/record/{kind}/", given)


def recorded(case, kind):
    state = open_case(case.police, case.number, now()).state
    return [r for r in state.records if r.text("type") == kind]


def test_only_what_the_role_may_record_is_offered(case, browser):
    police = page(browser(case.police), f"/cases/{case.number}/record/")
    ind = page(browser(case.immigration), f"/cases/{case.number}/record/")

    assert "/record/report/" in police
    assert "/record/medical_statement/" not in police
    assert "/record/report/" not in ind


def test_the_list_can_be_searched_without_script(case, browser):
    html = page(browser(case.police), f"/cases/{case.number}/record/?q=aangifte")

    assert "/record/report/" in html
    assert "/record/detention/" not in html
    assert "Niets gevonden" in page(browser(case.police), f"/cases/{case.number}/record/?q=zzzz")


def test_a_preview_records_nothing(case, browser):
    answer = send(browser(case.police), case, "reflection_offered", "preview")

    assert "Klopt dit?" in answer.content.decode()
    assert recorded(case, "reflection_offered") == []


def test_the_loss_is_shown_and_a_second_person_must_confirm(case, browser):
    """Safety rule 3."""
    record(case.police, case.number, "reflection_offered", 10)
    first, second = browser(case.police), browser(case.colleague)

    preview = send(first, case, "left_unknown_destination", "preview").content.decode()
    send(first, case, "left_unknown_destination")

    assert "verliest zij:" in preview
    assert "Geen uitzetting of overdracht" in preview
    tomorrow = (today() + timedelta(days=1)).isoformat()
    lost = re.search(r"Geen uitzetting of overdracht: vanaf <time datetime=\"([^\"]+)", preview)
    assert lost is not None and lost[1] == tomorrow
    [proposed] = recorded(case, "left_unknown_destination")
    assert proposed.kind == "statement_proposed"

    address = f"/cases/{case.number}/proposals/{proposed.number}/"
    assert "Vraag een collega" in page(first, address)
    first.post(address, {"answer": "confirm", "token": token()})
    assert open_case(case.police, case.number, now()).state.proposals[proposed.number].answer == ""
    assert "verliest zij:" in page(second, address) and lost[0] in page(second, address)
    second.post(address, {"answer": "confirm", "token": token()})

    state = open_case(case.police, case.number, now()).state
    assert state.proposals[proposed.number].answer == "statement_confirmed"
    assert "al geantwoord" in page(second, address)


def test_a_proposal_of_another_organisation_is_not_there(case, browser):
    record(case.police, case.number, "reflection_offered", 10)
    send(browser(case.police), case, "left_unknown_destination")
    [proposed] = recorded(case, "left_unknown_destination")

    address = f"/cases/{case.number}/proposals/{proposed.number}/"

    assert browser(case.immigration).get(address).status_code == 404


def test_that_more_would_be_lost_is_said_and_whom_to_ask_but_not_what(case, browser, member):
    """Safety rule 9: what rests on what one may not see is not named, to either of the two."""
    record(case.police, case.number, "report")
    involved = open_case(case.immigration, case.number, now())
    shown = effect_of(involved, RecordStatement("departure", today(), {}), now())
    assert shown.others

    preview = send(browser(case.immigration), case, "departure", "preview").content.decode()
    send(browser(case.immigration), case, "departure")

    [proposed] = recorded(case, "departure")
    second = member("coordinator", of=case.immigration.organisation)
    pages = (preview, page(browser(second), f"/cases/{case.number}/proposals/{proposed.number}/"))
    for html in pages:
        assert "Er zijn meer gevolgen" in words_of(html)
        assert "Vraag ernaar bij Politie Voorbeeldstad" in words_of(html)


def test_what_others_establish_stands_as_reported_and_takes_nothing(case, browser):
    record(case.police, case.number, "reflection_offered", 10)
    client = browser(case.police)
    before = page(client, f"/cases/{case.number}/")

    form = page(client, f"/cases/{case.number}/record/contra_indication/")
    send(client, case, "contra_indication", a_found="yes")

    assert "kan dit niet vaststellen" in form
    assert "gemeld door" in page(client, f"/cases/{case.number}/timeline/")
    assert standing(page(client, f"/cases/{case.number}/")) == standing(before)


def test_late_recording_keeps_both_days(case, browser):
    day = (today() - timedelta(days=12)).isoformat()

    preview = send(browser(case.police), case, "report", "preview", on=day).content.decode()
    send(browser(case.police), case, "report", on=day)

    assert "beide blijven staan" in preview
    [entry] = recorded(case, "report")
    assert entry.on.isoformat() == day
    assert entry.recorded_at.date() == now().date()


@pytest.mark.parametrize("day", ["2026-02-30", "0001-01-01", "9999-12-31", "morgen", ""])
def test_impossible_days_are_refused_and_stay_on_the_page(case, browser, day):
    for step in ("preview", "record"):
        answer = send(browser(case.police), case, "report", step, on=day)
        if step == "record":
            assert answer.status_code == 200
            assert "Dit moet nog worden verbeterd" in answer.content.decode()
    assert recorded(case, "report") == []


def test_the_same_form_twice_is_one_entry(case, browser):
    once = token()
    for _ in range(2):
        assert send(browser(case.police), case, "report", token=once).status_code == 302

    assert len(recorded(case, "report")) == 1


def test_who_records_what_somebody_just_recorded_is_shown_both(case, browser):
    seen = open_case(case.police, case.number, now()).case.head_number
    send(browser(case.colleague), case, "report", seen=str(seen))

    stale = send(browser(case.police), case, "report", seen=str(seen))

    html = stale.content.decode()
    assert stale.status_code == 409
    assert "Wat een ander intussen vastlegde" in html
    assert len(recorded(case, "report")) == 1


def test_ones_own_statement_can_be_corrected(case, browser):
    client = browser(case.police)
    send(client, case, "report")
    [before] = recorded(case, "report")
    form = page(client, f"/cases/{case.number}/record/report/?supersedes={before.number}")
    day = (today() - timedelta(days=2)).isoformat()

    send(client, case, "report", on=day, supersedes=str(before.number))

    assert "Verbeteren" in form
    assert "verbeterd" in page(client, f"/cases/{case.number}/timeline/")


def test_a_statement_of_another_organisation_cannot_be_corrected(case, browser):
    record(case.immigration, case.number, "unlawful_stay")
    [theirs] = recorded(case, "unlawful_stay")

    answer = send(browser(case.police), case, "report", supersedes=str(theirs.number))

    assert answer.status_code == 403


@pytest.mark.parametrize("kind", ["niets", "person'", "<b>"])
def test_an_event_that_is_none_is_not_there(case, browser, kind):
    assert browser(case.police).get(f"/cases/{case.number}/record/{kind}/").status_code == 404


def test_a_section_that_is_not_ours_to_record_in_is_refused(case, browser):
    assert send(browser(case.police), case, "medical_statement").status_code == 403
    assert send(browser(case.police), case, "medical_statement", "preview").status_code == 403


def test_a_value_outside_the_list_is_refused(case, browser):
    answer = send(browser(case.immigration), case, "permit_granted", a_kind="everything")

    assert answer.status_code == 200
    assert recorded(case, "permit_granted") == []


def test_hostile_details_are_shown_as_text(case, browser):
    text = HOSTILE.replace("\x00", "")
    send(browser(case.immigration), case, "lawful_stay", a_basis=text)

    html = page(browser(case.immigration), f"/cases/{case.number}/timeline/")

    assert "<script>alert" not in html
    assert "&lt;script&gt;" in html


def test_her_case_can_be_taken_by_whoever_may(case, browser):
    client = browser(case.colleague)

    answer = client.post(f"/cases/{case.number}/take", {"token": token()})

    assert answer.status_code == 302


def standing(html: str) -> str:
    return html[html.index('id="holds"') : html.index("</section>", html.index('id="holds"'))]
