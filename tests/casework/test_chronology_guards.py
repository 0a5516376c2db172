"""What may only be added to is refused by the database itself, whoever asks."""

import pytest
from django.db import DatabaseError, connection, transaction

from ketenwijzer.casework.checkpoints import make_checkpoint
from ketenwijzer.casework.guards import GUARDED, guards, missing_guards

TABLES = sorted(GUARDED)
ONLY_ADDED_TO = sorted(table for table, deeds in GUARDED.items() if "delete" in deeds)


def refused(*statements: str) -> str:
    with pytest.raises(DatabaseError) as found, transaction.atomic(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    return str(found.value)


@pytest.fixture
def filled(database, open_a_case, now):
    open_a_case()
    make_checkpoint(now)
    return database


def test_every_guard_stands_after_migrating(database):
    assert not missing_guards(connection)


@pytest.mark.parametrize("table", TABLES)
def test_an_update_is_refused(filled, table):
    assert "is refused" in refused(f"update {table} set id = id")


@pytest.mark.parametrize("table", ONLY_ADDED_TO)
def test_a_delete_is_refused(filled, table):
    assert "is refused" in refused(f"delete from {table}")


@pytest.mark.parametrize("table", ONLY_ADDED_TO)
def test_truncating_is_refused(on_postgres, table):
    assert "is refused" in refused(f"truncate {table} cascade")


@pytest.mark.parametrize("table", TABLES)
def test_replacing_is_refused(on_sqlite, open_a_case, now, table):
    open_a_case()
    make_checkpoint(now)

    assert "is refused" in refused(f"insert or replace into {table} select * from {table}")


def test_an_entry_is_not_replaced_under_another_id(on_sqlite, open_a_case):
    open_a_case()

    columns = "case_id, number, recorded_at, sealed, previous, digest"
    said = refused(
        f"insert or replace into casework_entry ({columns}) "
        f"select case_id, number, recorded_at, x'00', previous, digest from casework_entry"
    )

    assert "is refused" in said


def test_a_guard_that_was_dropped_is_missed(database):
    name = "casework_entry_no_update"
    with connection.cursor() as cursor:
        on = " on casework_entry" if connection.vendor == "postgresql" else ""
        cursor.execute(f"drop trigger {name}{on}")

    assert missing_guards(connection) == [name]
    assert name in guards(connection.vendor)


def test_a_guard_that_was_switched_off_is_missed(on_postgres):
    with connection.cursor() as cursor:
        cursor.execute("alter table casework_entry disable trigger casework_entry_no_update")

    assert missing_guards(connection) == ["casework_entry_no_update"]
