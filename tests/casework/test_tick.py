"""A day that passes: idempotent, nothing in limbo, and one broken case stops nobody else's day."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ketenwijzer.casework.access import open_case, visible
from ketenwijzer.casework.actions.answer import decline_referral, received
from ketenwijzer.casework.actions.assign import release_member
from ketenwijzer.casework.chronology import read
from ketenwijzer.casework.errors import KeyDestroyed
from ketenwijzer.casework.keystore import keys
from ketenwijzer.casework.models import Entry, Involvement, ReferralRow, TaskRow
from ketenwijzer.casework.tick import Ticked, tick
from tests.casework.sharing import consented, in_emergency, referred_to, shared_with

pytestmark = pytest.mark.usefixtures("on_sqlite")
LATE = timedelta(days=14)


@pytest.fixture
def shelter(member, organisation):
    return member(organisation("shelter"))


def test_a_referral_that_nobody_answers_expires_and_comes_back(open_a_case, member, shelter, now):
    owner = member()
    case = open_a_case(owner)
    referred_to(owner, case.number, shelter, now, ())

    assert tick(now).expired == 0
    assert tick(now + LATE).expired == 1

    assert [row.status for row in ReferralRow.objects.filter(case=case)] == ["expired"]
    again = TaskRow.objects.get(case=case, kind="refer_again")
    assert again.organisation == owner.organisation


def test_a_second_tick_does_nothing(open_a_case, member, shelter, now):
    owner = member()
    case = open_a_case(owner)
    referred_to(owner, case.number, shelter, now, ())
    later = now + LATE
    tick(later)
    entries, lines = Entry.objects.count(), list(Involvement.objects.values())

    assert tick(later) == Ticked(0, 0, 0)

    assert Entry.objects.count() == entries
    assert list(Involvement.objects.values()) == lines


def test_a_declined_referral_comes_back_to_an_owner(open_a_case, member, shelter, now):
    owner = member()
    case = open_a_case(owner)
    referral = referred_to(owner, case.number, shelter, now, ())
    with received(shelter, referral, now, "decline") as opened:
        decline_referral(opened, referral, "vol", "")

    assert TaskRow.objects.get(case=case).organisation == owner.organisation


def test_a_worker_who_leaves_leaves_nothing_behind(open_a_case, member, now):
    worker = member(role="worker")
    case = open_a_case(worker)
    colleague = member(worker.organisation, "worker")
    assert list(visible(colleague, now)) == []

    release_member(worker, now)

    assert [line.case for line in visible(colleague, now)] == [case]
    assert TaskRow.objects.filter(case=case, kind="assign_again").exists()


def test_a_glass_ends_by_itself_and_the_line_is_gone_before_any_tick(
    open_a_case, member, shelter, now
):
    case = open_a_case(member())
    until = in_emergency(shelter, case.number, "care", now)
    assert list(visible(shelter, now))

    assert list(visible(shelter, until)) == []
    tick(until)
    assert not Involvement.objects.get(organisation=shelter.organisation_id).live


def test_consent_that_ran_out_makes_the_line_anew(open_a_case, member, shelter, now):
    owner = member()
    case = open_a_case(owner)
    shared_with(owner, case.number, shelter, now, ("identity", "contact"))
    last = now.date() + timedelta(days=5)
    consented(owner, case.number, shelter, now, "shelter", ("criminal",), until=last)
    case.refresh_from_db()

    assert case.look_again <= last + timedelta(days=1)


def test_a_case_that_cannot_be_read_does_not_stop_the_day_of_the_others(
    open_a_case, member, shelter, now
):
    owner = member()
    broken, sound = open_a_case(owner), open_a_case(owner)
    for case in (broken, sound):
        referred_to(owner, case.number, shelter, now, ())
    keys().destroy(broken.id, now.isoformat())

    done = tick(now + LATE)

    assert done.expired == 1
    assert done.failed
    assert open_case(owner, sound.number, now + LATE).state.referrals
    with pytest.raises(KeyDestroyed):
        read(broken.id)


def test_a_tick_with_nothing_to_do_reads_no_table_through(open_a_case, member, now):
    open_a_case(member())
    tick(now)
    with CaptureQueriesContext(connection) as asked:
        tick(now)

    plans = [plan for one in asked for plan in _plan(one["sql"]) if one["sql"].startswith("SELECT")]
    through = [
        plan
        for plan in plans
        if plan.startswith("SCAN casework_") and "USING" not in plan and "draft" not in plan
    ]

    assert plans
    assert through == []


def _plan(sql):
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        return [row[3] for row in cursor.fetchall()]
