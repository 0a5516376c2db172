"""A note with a day: a task of one's own, that tells nobody what the note says."""

from datetime import timedelta

import pytest

from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.actions.finish import do_task
from ketenwijzer.casework.actions.keeping import own_tasks
from ketenwijzer.casework.actions.note import add_note
from ketenwijzer.casework.errors import Refused
from ketenwijzer.casework.models import Entry, Involvement
from ketenwijzer.casework.writing import writing
from tests.casework.sharing import shared_with

pytestmark = pytest.mark.usefixtures("on_sqlite")
SECRET = "zeer vertrouwelijk voornemen"


def follow_up(owner, case, now, days):
    with writing(owner, case.number, now, "add_note") as written:
        add_note(written, SECRET, written.today + timedelta(days=days))


def test_it_is_due_on_its_day_and_done_by_hand(open_a_case, member, now):
    owner = member()
    case = open_a_case(owner)
    follow_up(owner, case, now, 4)

    (task,) = own_tasks(open_case(owner, case.number, now, "look"))
    line = Involvement.objects.get(case=case)

    assert (task.kind, (task.due - now.date()).days) == ("follow_up", 4)
    assert "task.follow_up" in line.ahead
    with writing(owner, case.number, now, "do_task") as written:
        do_task(written, task.id, "gebeld")
    assert own_tasks(open_case(owner, case.number, now, "look")) == []


def test_another_organisation_reads_neither_the_task_nor_the_note(
    open_a_case, member, organisation, now
):
    owner, shelter = member(), member(organisation("shelter"))
    case = open_a_case(owner)
    shared_with(owner, case.number, shelter, now, ())
    follow_up(owner, case, now, 4)

    opened = open_case(shelter, case.number, now, "look")

    assert own_tasks(opened) == []
    assert all(record.kind not in ("note_added", "task_made") for record in opened.records())
    line = Involvement.objects.get(case=case, organisation=shelter.organisation)
    assert "follow_up" not in line.ahead


@pytest.mark.parametrize("days", [-1, 800])
def test_a_day_that_cannot_be_is_refused_and_nothing_is_kept(days, open_a_case, member, now):
    owner = member()
    case = open_a_case(owner)
    before = Entry.objects.filter(case=case).count()

    with pytest.raises(Refused):
        follow_up(owner, case, now, days)

    assert Entry.objects.filter(case=case).count() == before
