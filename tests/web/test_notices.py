"""Notices on a page, and a calendar that tells days and nothing else."""

from datetime import timedelta

import pytest

from ketenwijzer.casework.actions.keeping import give_task
from ketenwijzer.casework.errors import NotFound
from ketenwijzer.casework.feeds import LASTS, calendar_of, close_feed, open_feed
from ketenwijzer.casework.models import Feed
from ketenwijzer.casework.tick import tick
from ketenwijzer.casework.writing import writing
from ketenwijzer.clock import now
from tests.web.chain import open_case_for, page, today


@pytest.fixture
def desk(organisation, member, browser):
    """Return a worker of the police at a browser, with a case in which a task is late."""
    worker = member("worker", of=organisation("police"))
    number = open_case_for(worker)
    with writing(worker, number, now(), "record") as case:
        give_task(case, worker.organisation_id, "assign_again", today() - timedelta(days=1), 0)
        give_task(case, worker.organisation_id, "refer_again", today() + timedelta(days=9), 0)
    return worker, number, browser(worker)


def test_a_desk_reads_what_is_late_and_what_is_new(desk):
    _, number, browser = desk
    assert "Er zijn geen meldingen" in page(browser, "/notices/")

    tick(now())

    found = page(browser, "/notices/")
    assert number in found
    assert found.index("te laat</span>") < found.index("nieuw</span>")
    assert "eigen taak" in found


def test_another_organisation_reads_nothing_of_it(desk, member, browser):
    _, number, _ = desk
    tick(now())

    assert number not in page(browser(member("supervisor")), "/notices/?list=all")


def test_a_calendar_says_task_all_day_and_nothing_that_leads_to_a_case(desk, client):
    worker, number, _ = desk
    secret = open_feed(worker, now())

    answer = client.get(f"/calendar/{secret}.ics")
    said = answer.content.decode()

    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert "SUMMARY:Taak" in said
    assert f"DTSTART;VALUE=DATE:{today() + timedelta(days=9):%Y%m%d}" in said
    for never in (number, str(worker.id), worker.organisation.name, "assign", "refer"):
        assert never not in said
    lines = {line.partition(":")[0].partition(";")[0] for line in said.splitlines()}
    assert lines <= {
        "BEGIN", "END", "PRODID", "VERSION", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY",
        "TRANSP", "",
    } | {line for line in lines if line.startswith(" ")}  # fmt: skip


def test_a_calendar_is_off_until_asked_for_and_can_be_taken_back(desk, client):
    worker, *_ = desk
    assert not Feed.objects.exists()
    first = open_feed(worker, now())
    second = open_feed(worker, now())

    assert client.get(f"/calendar/{first}.ics").status_code == 404
    assert client.get(f"/calendar/{second}.ics").status_code == 200
    close_feed(worker)
    assert client.get(f"/calendar/{second}.ics").status_code == 404


def test_a_calendar_is_over_after_a_while_and_when_somebody_leaves(desk):
    worker, *_ = desk
    secret = open_feed(worker, now())
    with pytest.raises(NotFound):
        calendar_of(secret, now() + LASTS)

    worker.is_active = False
    worker.save()

    with pytest.raises(NotFound):
        calendar_of(secret, now())


def test_the_secret_itself_is_not_kept(desk):
    worker, *_ = desk
    secret = open_feed(worker, now())

    assert secret.encode() not in bytes(Feed.objects.get(member=worker).digest)


def test_email_goes_where_one_chooses_and_nowhere_by_itself(desk, settings, mailoutbox):
    worker, number, browser = desk
    settings.EMAIL_HOST = "mail.example"
    tick(now())
    assert mailoutbox == []

    wrong = browser.post("/account/reminders/mail", {"email": "geen adres"})
    assert wrong.status_code == 422
    assert "Dit is geen e-mailadres" in wrong.content.decode()
    browser.post("/account/reminders/mail", {"email": "anna@werk.example"})

    assert "anna@werk.example" in page(browser, "/account/reminders/")
    with writing(worker, number, now(), "record") as case:
        give_task(case, worker.organisation_id, "assign_again", today(), 0)
    tick(now())
    assert [mail.to for mail in mailoutbox] == [["anna@werk.example"]]


def test_the_address_of_a_calendar_is_shown_once(desk, client):
    _, _, browser = desk

    made = browser.post("/account/calendar/new").content.decode()
    address = made.partition("<code>")[2].partition("</code>")[0]

    assert client.get(address).status_code == 200
    assert address not in page(browser, "/account/reminders/")
    browser.post("/account/calendar/stop")
    assert client.get(address).status_code == 404
