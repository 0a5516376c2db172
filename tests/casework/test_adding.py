"""Rows that are added with a statement built once are the rows that Django would add."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection

from ketenwijzer.casework.adding import add, put
from ketenwijzer.casework.models import Case, Entry, EntryKey, Involvement

BYTES = bytes(range(32))
UNIQUE = ("case_id", "organisation_id")


def entry(case: Case, now, number: int) -> Entry:
    return Entry(
        case=case, number=number, recorded_at=now, sealed=b"\x00%s", previous=BYTES, digest=BYTES
    )


def test_rows_come_back_as_they_went_in_with_their_numbers(database, open_a_case, now):
    case, token = open_a_case(), uuid4()
    made = [entry(case, now, 90), entry(case, now, 91)]
    made[1].token = token

    add(made)
    add([EntryKey(entry=one, wrapped=BYTES) for one in made])

    kept = Entry.objects.filter(number__gte=90).order_by("number").select_related("key")
    assert [one.id for one in kept] == [one.id for one in made]
    assert [(one.recorded_at, bytes(one.sealed), one.token) for one in kept] == [
        (now, b"\x00%s", None),
        (now, b"\x00%s", token),
    ]
    assert all(bytes(one.key.wrapped) == BYTES for one in kept)


def test_the_same_row_twice_is_replaced_where_that_is_asked(database, open_a_case, member, now):
    line = Involvement.objects.get(case=open_a_case(member()))
    other = member()
    said = {**told(line), "purpose": "changed", "until": now, "due": date(2030, 1, 1)}

    put(Involvement, [said, {**said, "organisation_id": other.organisation_id}], UNIQUE)

    line.refresh_from_db()
    assert told(line) == said
    added = Involvement.objects.exclude(id=line.id).get()
    assert told(added) == {**said, "organisation_id": other.organisation_id}


def test_the_same_row_twice_is_refused_where_it_is_not(database, open_a_case, now):
    with pytest.raises(IntegrityError):
        add([entry(open_a_case(), now, 1)])


def test_nothing_is_added_where_there_is_nothing(database):
    add([])


def test_a_row_that_would_stay_as_it_is_is_not_written(database, open_a_case, member):
    line = Involvement.objects.get(case=open_a_case(member()))

    with counted() as same:
        put(Involvement, [told(line)], UNIQUE)
    with counted() as other:
        put(Involvement, [{**told(line), "due": date(2030, 1, 1)}], UNIQUE)

    assert (same, other) == ([0], [1])
    line.refresh_from_db()
    assert line.due == date(2030, 1, 1)


def told(line: Involvement) -> dict[str, object]:
    names = [one.attname for one in Involvement._meta.concrete_fields if one.attname != "id"]
    return {name: getattr(line, name) for name in names}


@contextmanager
def counted() -> Iterator[list[int]]:
    """Count the rows that each statement writes, as the database tells it."""
    found: list[int] = []

    def count(execute, sql, params, many, context):
        done = execute(sql, params, many, context)
        found.append(context["cursor"].rowcount)
        return done

    with connection.execute_wrapper(count):
        yield found
