"""Two people at once: one case has one order, other cases do not wait, a form counts once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from threading import Barrier, Event
from uuid import uuid4

import pytest
from django.db import connections

from ketenwijzer.casework.actions.leaving import owned_by, stop_taking_part
from ketenwijzer.casework.actions.note import add_note
from ketenwijzer.casework.actions.register import OpenACase, register
from ketenwijzer.casework.checkpoints import make_checkpoint
from ketenwijzer.casework.errors import Denied, Refused
from ketenwijzer.casework.models import Case, Checkpoint, CheckpointHead, Entry
from ketenwijzer.casework.verify import verify
from ketenwijzer.casework.writing import writing

SECONDS = 20


def at_once(*deeds: Callable[[], object]) -> list[object]:
    """Do these in threads that start together, each with a connection of its own."""
    barrier = Barrier(len(deeds))

    def done(deed: Callable[[], object]) -> object:
        try:
            barrier.wait(SECONDS)
            return deed()
        finally:
            connections.close_all()

    pool = ThreadPoolExecutor(len(deeds))
    try:
        return [future.result(SECONDS) for future in [pool.submit(done, deed) for deed in deeds]]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


@pytest.fixture
def owner(database, member):
    return member()


def note(owner, number: str, now, token=None) -> None:
    with writing(owner, number, now, "note", token) as case:
        if not case.repeated:
            add_note(case, "Proef")


@pytest.mark.parametrize("time", range(4))
def test_an_organisation_that_stops_while_it_opens_a_case_never_leaves_one(
    owner, member, now, time
):
    administrator = member(owner.organisation, "administrator")
    command = OpenACase(date(2026, 11, 19), {"family_name": "Proef"})

    at_once(
        lambda: tried(lambda: register(owner, command, now)),
        lambda: tried(lambda: stop_taking_part(administrator, now)),
    )

    owner.organisation.refresh_from_db()
    assert owner.organisation.active == bool(owned_by(owner.organisation))


def tried(deed: Callable[[], object]) -> None:
    with suppress(Denied, Refused):
        deed()


def test_the_same_form_twice_at_once_opens_one_case(owner, now):
    token = uuid4()
    command = OpenACase(date(2026, 11, 19), {"family_name": "Proef"}, token=token)

    numbers = at_once(*[lambda: register(owner, command, now)] * 4)

    assert len(set(numbers)) == 1
    assert Case.objects.count() == 1
    assert verify().faults == []


def test_the_same_form_twice_at_once_is_one_entry(owner, open_a_case, now):
    number, token = open_a_case(owner).number, uuid4()

    at_once(*[lambda: note(owner, number, now, token)] * 4)

    assert Entry.objects.filter(token=token).count() == 1
    assert Case.objects.get().head_number == 5


def test_many_at_once_in_one_case_make_no_fork(owner, open_a_case, now):
    number = open_a_case(owner).number

    def five_notes() -> None:
        for _ in range(5):
            note(owner, number, now)

    at_once(*[five_notes] * 4)

    assert Case.objects.get().head_number == 4 + 20
    assert verify().faults == []


def test_two_checkpoints_at_once_make_no_fork(owner, open_a_case, now):
    for _ in range(4):
        open_a_case(owner)

    at_once(*[lambda: make_checkpoint(now)] * 4)

    assert Checkpoint.objects.count() == 1
    assert CheckpointHead.objects.count() == 4
    assert verify().faults == []


def test_writers_of_other_cases_do_not_wait_on_postgres(on_postgres, member, open_a_case, now):
    one, other = member(), member()
    first, second = open_a_case(one).number, open_a_case(other).number
    holds, go_on = Event(), Event()

    def hold() -> None:
        with writing(one, first, now, "note") as case:
            add_note(case, "Proef")
            holds.set()
            assert go_on.wait(SECONDS / 2)

    def pass_by() -> None:
        assert holds.wait(SECONDS)
        note(other, second, now)
        register(other, OpenACase(date(2026, 11, 19)), now)
        make_checkpoint(now)
        go_on.set()

    at_once(hold, pass_by)

    assert Case.objects.get(number=first).head_number == 5
    assert Case.objects.get(number=second).head_number == 5
    assert verify().faults == []


def test_a_checkpoint_signs_what_stands_and_not_what_is_being_written(
    on_postgres, member, open_a_case, now
):
    owner = member()
    case = open_a_case(owner)
    with writing(owner, case.number, now, "note") as opened:
        add_note(opened, "Proef")
        at_once(lambda: make_checkpoint(now))

    assert CheckpointHead.objects.get().number == 4
    assert make_checkpoint(now) is not None
    assert verify().faults == []
