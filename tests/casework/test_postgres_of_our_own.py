"""The tests really run on what they say they run on."""

from django.db import connection


def test_each_test_has_an_empty_database_of_its_own(database, open_a_case):
    case = open_a_case()

    assert (connection.vendor == "postgresql") == (database.vendor == "postgres")
    assert case.head_number == 4


def test_sqlite_is_a_file_that_keeps_what_was_acknowledged(on_sqlite):
    with connection.cursor() as cursor:
        kept = [
            cursor.execute(f"pragma {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]

    assert kept == ["wal", 2, 1]


def test_postgres_waits_for_the_disk_before_it_acknowledges(on_postgres):
    with connection.cursor() as cursor:
        kept = cursor.execute("show synchronous_commit").fetchone()[0]

    assert kept == "on"
