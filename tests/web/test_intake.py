"""The intake: one question a page, everything may stay unknown, one case for one draft."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection

from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.intake import KEPT_DAYS, drafts_of, sweep
from ketenwijzer.casework.models import Case, Draft
from ketenwijzer.clock import now
from tests.web.chain import HOSTILE, today


@pytest.fixture
def police(member, organisation):
    return member("worker", of=organisation("police"))


@pytest.fixture
def begun(police, browser):
    """Return a browser, and the address of a registration that was begun."""
    client = browser(police)
    answer = client.post("/cases/new/")
    return client, answer.url.removesuffix("danger/")


def answers(client, draft, **questions):
    for name, values in questions.items():
        reply = client.post(f"{draft}{name}/", values)
        assert reply.status_code == 302, reply.content.decode()[-800:]


def finish(client, draft) -> str:
    answer = client.post(f"{draft}check/")
    assert answer.status_code == 302
    return answer.url.split("/")[2]


def test_everything_may_stay_unknown_and_she_then_counts_as_a_child(begun, police):
    client, draft = begun

    number = finish(client, draft)

    html = client.get(f"/cases/{number}/").content.decode()
    assert "minderjarig of twijfel" in html
    assert "Neem geen contact op." in html


def test_every_answer_ends_up_in_the_case(begun, police):
    client, draft = begun
    answers(
        client,
        draft,
        danger={"danger": "yes"},
        contact={"channel": "message", "number": "000", "voicemail": "no", "paper": "no"},
        age={"age_group": "adult"},
        nationality={"nationality": "third_country"},
        day={"first_indication": (today() - timedelta(days=3)).isoformat()},
        name={"given_name": "Testa", "birth_year": "1998"},
        language={"languages": "Engels", "interpreter": "needed"},
        account={"form": "labour", "account": "Werk zonder loon."},
    )

    state = open_case(police, finish(client, draft), now()).state

    latest = {kind: dict(record.data) for kind, record in state.latest.items()}
    assert latest["contact_plan_recorded"]["danger_now"] is True
    assert latest["contact_plan_recorded"]["channel"] == "message"
    assert latest["identity_recorded"]["languages"] == "Engels"
    assert latest["exploitation_recorded"]["account"] == "Werk zonder loon."


def test_danger_stays_in_view_once_it_was_said(begun):
    client, draft = begun
    answers(client, draft, danger={"danger": "yes"})

    assert "Bel eerst" in client.get(f"{draft}contact/").content.decode()


def test_a_change_from_the_overview_leads_back_to_it(begun):
    client, draft = begun

    answer = client.post(f"{draft}age/", {"age_group": "minor", "check": "1"})

    assert answer.url == f"{draft}check/"
    assert "jonger dan 18" in client.get(answer.url).content.decode()


def test_the_same_draft_sent_twice_opens_one_case(begun):
    client, draft = begun

    numbers = {finish(client, draft), finish(client, draft)}

    assert len(numbers) == 1
    assert Case.objects.count() == 1


def test_a_draft_is_nobody_elses(begun, member, organisation, browser):
    _, draft = begun

    assert browser(member("coordinator")).get(f"{draft}check/").status_code == 404


def test_what_is_typed_before_a_case_exists_cannot_be_read_in_the_database(begun):
    client, draft = begun
    answers(client, draft, name={"given_name": "Kanarie"})

    with connection.cursor() as cursor:
        stored = cursor.execute("select sealed from casework_draft").fetchall()

    assert b"Kanarie" not in bytes(stored[0][0])


def test_a_draft_expires_and_says_how_long_it_is_kept(begun, police):
    client, _ = begun
    assert f"nog {KEPT_DAYS} dagen" in client.get("/cases/new/").content.decode()

    later = now() + timedelta(days=KEPT_DAYS, minutes=1)

    assert drafts_of(police, later) == []
    assert sweep(later) == 1
    assert not Draft.objects.exists()


def test_a_day_that_is_still_to_come_is_refused_and_kept_on_the_page(begun):
    client, draft = begun
    tomorrow = (today() + timedelta(days=1)).isoformat()

    html = client.post(f"{draft}day/", {"first_indication": tomorrow}).content.decode()

    assert "Deze dag moet nog komen." in html
    assert tomorrow in html


@pytest.mark.parametrize("day", ["1850-01-01", "2026-02-30", "gisteren", ""])
def test_an_impossible_day_is_refused(begun, day):
    client, draft = begun

    answer = client.post(f"{draft}day/", {"first_indication": day})

    assert answer.status_code == 200
    assert "Dit moet nog worden verbeterd" in answer.content.decode()


def test_hostile_and_over_long_text_is_shown_as_text(begun):
    client, draft = begun
    text = HOSTILE.replace("\x00", "")
    answers(client, draft, name={"given_name": text})

    html = client.get(f"{draft}check/").content.decode()
    too_long = client.post(f"{draft}account/", {"form": "other", "account": "x" * 5000})

    assert "<script>alert" not in html
    assert "&lt;script&gt;" in html
    assert "xxxx" in too_long.content.decode()


def test_what_she_wants_is_asked_and_recorded_as_it_was_said(begun, police):
    client, draft = begun
    html = client.get(f"{draft}wishes/").content.decode()
    assert "Opvang vragen" in html
    answers(client, draft, wishes={"wishes": ["shelter_requested"]})

    state = open_case(police, finish(client, draft), now()).state

    assert "shelter_requested" in [record.text("type") for record in state.records]


def test_only_questions_that_this_organisation_can_answer_are_asked(member, organisation, browser):
    ind = member("worker", of=organisation("immigration_service"))
    client = browser(ind)
    draft = client.post("/cases/new/").url.removesuffix("danger/")

    html = client.get(f"{draft}check/").content.decode()

    assert "Heeft zij op deze dag rechtmatig verblijf?" in html


def test_an_answer_to_the_law_becomes_a_statement(member, organisation, browser):
    ind = member("worker", of=organisation("immigration_service"))
    client = browser(ind)
    draft = client.post("/cases/new/").url.removesuffix("danger/")
    answers(client, draft, **{"ask-stay_title": {"deed": "unlawful_stay", "on": ""}})

    state = open_case(ind, finish(client, draft), now()).state

    assert "unlawful_stay" in [record.text("type") for record in state.records]


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("police", "verplicht elk mogelijk slachtoffer te registreren"),
        ("shelter", "alleen met haar toestemming"),
        ("municipality", "staat niet in de gelezen bronnen"),
    ],
)
def test_registration_is_told_as_the_agreement_has_it(member, organisation, browser, role, words):
    client = browser(member("worker", of=organisation(role)))
    draft = client.post("/cases/new/").url.removesuffix("danger/")

    number = finish(client, draft)

    html = client.get(f"/cases/{number}/begun/").content.decode()
    assert words in html
    assert "Registreren zonder naam kan hier niet" in html


@pytest.mark.parametrize("question", ["niets", "ask-niets", "../x"])
def test_a_question_that_is_none_is_not_there(begun, question):
    client, draft = begun

    assert client.get(f"{draft}{question}/").status_code == 404


def test_an_unknown_draft_is_not_there(begun):
    client, _ = begun

    assert client.post(f"/cases/new/{uuid4()}/check/").status_code == 404


def test_who_sees_no_cases_begins_none(member, organisation, browser):
    client = browser(member("administrator", of=organisation("police")))

    assert client.post("/cases/new/").status_code == 403
    assert not Draft.objects.exists()


def test_the_printable_mirror_shows_every_question(begun):
    client, draft = begun

    html = client.get(f"{draft}print/").content.decode()

    assert "Hoe oud is zij?" in html
    assert "nog niet beantwoord" in html
