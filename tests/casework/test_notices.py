"""Notices: told once for each stage, however often a tick runs, dies or comes late."""

from datetime import timedelta

import pytest

from ketenwijzer.casework.actions.keeping import give_task
from ketenwijzer.casework.actions.roster import stand_in
from ketenwijzer.casework.desk import notices_of
from ketenwijzer.casework.erasure import purge
from ketenwijzer.casework.mailing import mail_to
from ketenwijzer.casework.models import Mailing, Notice
from ketenwijzer.casework.notices import tell_desks
from ketenwijzer.casework.queries import ALL, MINE
from ketenwijzer.casework.statuses import MemberRole
from ketenwijzer.casework.tick import tick
from ketenwijzer.casework.writing import writing

DAY = timedelta(days=1)
TASK = "task.assign_again"
TELL = "ketenwijzer.casework.rows.tell_desks"

pytestmark = pytest.mark.usefixtures("on_sqlite")


class Killed(BaseException):
    """The power went."""


@pytest.fixture
def waiting(open_a_case, member, now):
    """Return somebody with a case in which a task is due in ten days."""
    owner = member()
    mail_to(owner, "iemand@werk.example")
    case = open_a_case(owner)
    with writing(owner, case.number, now, "record") as written:
        give_task(written, owner.organisation_id, "assign_again", written.today + 10 * DAY, 0)
    return owner, case


def told(case=None):
    found = Notice.objects.filter(name=TASK)
    return [notice.stage for notice in (found.filter(case=case) if case else found).order_by("id")]


def test_each_stage_is_told_once(waiting, now):
    for day in range(20):
        tick(now + day * DAY)
        tick(now + day * DAY)

    assert told() == ["new", "soon", "due", "late", "escalated"]


def test_after_a_long_pause_only_the_last_stage_is_told(waiting, now):
    tick(now + 14 * DAY)

    assert told() == ["escalated"]


def test_a_clock_that_was_set_back_tells_nothing_again(waiting, now):
    tick(now + 8 * DAY)
    tick(now + 7 * DAY)
    tick(now + 8 * DAY)

    assert told() == ["soon"]


def test_what_was_done_is_told_no_more(waiting, now):
    owner, case = waiting
    tick(now)
    assert [one.notice.name for one in notices_of(owner, now, MINE)].count(TASK) == 1

    with writing(owner, case.number, now, "record") as written:
        (task,) = written.state.tasks.values()
        written.add("task_done", None, id=task.id.hex, outcome="assigned")

    assert TASK not in [one.notice.name for one in notices_of(owner, now, MINE)]
    tick(now + 12 * DAY)
    assert told() == ["new"]


def test_only_the_last_stage_of_a_matter_is_shown_at_the_desk(waiting, now):
    owner, _ = waiting
    tick(now)
    tick(now + 11 * DAY)

    stages = [one.stage for one in notices_of(owner, now, MINE) if one.notice.name == TASK]

    assert stages == ["late"]


def test_a_desk_hears_nothing_of_the_cases_of_others(waiting, member, organisation, now):
    tick(now)
    other = member(organisation("shelter"), role=MemberRole.SUPERVISOR)

    assert notices_of(other, now, ALL) == []


@pytest.mark.parametrize("at", [1, 2, 3])
@pytest.mark.parametrize("before", [True, False])
def test_a_tick_that_is_killed_at_any_case_leaves_the_same_notices(
    at, before, open_a_case, member, now, monkeypatch
):
    owner = member()
    cases = [open_a_case(owner) for _ in range(3)]
    for case in cases:
        with writing(owner, case.number, now, "record") as written:
            give_task(written, owner.organisation_id, "assign_again", written.today + 2 * DAY, 0)
    count = iter(range(1, 99))

    def dying(*args):
        dies = next(count) == at
        if dies and before:
            raise Killed
        tell_desks(*args)
        if dies:
            raise Killed

    monkeypatch.setattr(TELL, dying)
    with pytest.raises(Killed):
        tick(now)
    monkeypatch.setattr(TELL, tell_desks)
    tick(now)
    tick(now)

    assert [told(case) for case in cases] == [["soon"]] * 3


def test_notices_go_with_an_erased_case(waiting, now):
    _, case = waiting
    tick(now)
    assert Notice.objects.filter(case=case).exists()

    purge(case)

    assert not Notice.objects.filter(case=case).exists()


# ------------------------------------------------------------------ e-mail


@pytest.fixture
def by_mail(settings):
    settings.EMAIL_HOST = "mail.example"


def test_without_a_mail_server_no_mail_leaves(waiting, now, mailoutbox):
    assert tick(now).mailed == 0
    assert mailoutbox == []


@pytest.mark.usefixtures("by_mail")
def test_an_email_says_that_something_waits_and_nothing_else(waiting, now, mailoutbox):
    owner, case = waiting

    assert tick(now).mailed == 1
    assert tick(now).mailed == 0

    (mail,) = mailoutbox
    assert mail.to == [owner.email]
    said = f"{mail.subject} {mail.body}"
    for never in (case.number, owner.name, owner.organisation.name, "http", "Ketenwijzer", "taak"):
        assert never not in said


@pytest.mark.usefixtures("by_mail")
def test_the_next_day_there_is_mail_only_if_there_is_something_new(waiting, now, mailoutbox):
    for day in range(9):
        tick(now + day * DAY)

    assert len(mailoutbox) == len(set(Notice.objects.values_list("made_at__date", flat=True)))


@pytest.mark.usefixtures("by_mail")
def test_a_mail_server_that_is_down_loses_nothing_and_sends_nothing_twice(
    waiting, now, mailoutbox, monkeypatch
):
    def down(self):
        raise ConnectionRefusedError

    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.backends.locmem.EmailBackend.open", down)
        assert tick(now).mailed == 0
    assert not Mailing.objects.exists()

    assert tick(now).mailed == 1
    assert tick(now).mailed == 0
    assert len(mailoutbox) == 1


@pytest.mark.usefixtures("by_mail")
def test_who_dies_between_claim_and_sending_sends_nothing_twice(
    waiting, now, mailoutbox, monkeypatch
):
    def killed(*_):
        raise Killed

    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.EmailMessage.send", killed)
        with pytest.raises(Killed):
            tick(now)

    assert tick(now).mailed == 0
    assert mailoutbox == []
    assert not Notice.objects.filter(mailed=False).exists()


@pytest.mark.usefixtures("by_mail")
def test_whoever_stands_in_gets_the_mail(waiting, member, now, mailoutbox):
    owner, _ = waiting
    deputy = member(owner.organisation)
    mail_to(deputy, "waarnemer@werk.example")
    today = now.date()
    stand_in(owner, owner.id, deputy.id, (today, today + DAY), now)

    tick(now)

    assert [mail.to for mail in mailoutbox] == [[deputy.email]]
