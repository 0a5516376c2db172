"""Whether an installation can serve: each thing that can be missing is found, and said plainly."""

from datetime import timedelta

import pytest
from django.db import connection

from ketenwijzer.casework import readiness
from ketenwijzer.casework.keystore import keys
from ketenwijzer.clock import now
from tests.casework.conftest import NOW

pytestmark = pytest.mark.usefixtures("database")


def test_a_whole_installation_is_ready(open_a_case):
    open_a_case()

    assert readiness.faults(now()) == []


def test_a_clock_set_back_a_day_is_found(open_a_case):
    open_a_case()

    assert readiness.CLOCK_BACK in readiness.faults(NOW - timedelta(days=1))


def test_a_request_that_began_a_moment_before_the_last_record_is_no_fault(open_a_case):
    open_a_case()

    assert readiness.CLOCK_BACK not in readiness.faults(NOW - timedelta(seconds=30))


def test_the_clock_of_a_database_server_is_compared(database):
    found = readiness.faults(now() + timedelta(minutes=10))

    assert (readiness.CLOCKS_DIFFER in found) == (database.vendor == "postgres")


def test_keys_that_are_gone_are_found(database):
    (database.keys / "master.key").unlink()
    database.restart_keys()

    assert readiness.faults(now()) == [readiness.NO_KEYS]


def test_a_restored_database_that_still_lists_what_was_erased_is_found(open_a_case):
    case = open_a_case()
    keys().destroy(case.id, NOW.isoformat())

    assert readiness.RESTORED in readiness.faults(now())


def test_tables_of_another_version_are_found():
    with connection.cursor() as cursor:
        cursor.execute(
            "delete from django_migrations where app = 'casework' and name = "
            "(select max(name) from django_migrations where app = 'casework')"
        )

    assert readiness.faults(now()) == [readiness.NOT_MIGRATED]
