"""A deed that is done before the case is locked is kept as one that is done after it."""

from uuid import uuid4

import pytest

from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.actions.finish import merge_cases
from ketenwijzer.casework.actions.record import RecordStatement, record_statement
from ketenwijzer.casework.errors import NotFound, Refused, Stale
from ketenwijzer.casework.models import AccessLine, Entry
from ketenwijzer.casework.recording import record_in
from ketenwijzer.casework.verify import verify
from ketenwijzer.casework.writing import Writing, writing
from tests.casework.test_rows_anew import unchanged_by_rebuilding


@pytest.fixture
def owner(database, member):
    return member()


def says(now, kind: str = "indication", last: int | None = None):
    def deed(case: Writing) -> bool:
        return record_statement(case, RecordStatement(kind, now.date()), last)

    return deed


def kinds(owner, case, now) -> list[str]:
    return [
        record.text("type") or record.kind
        for record in open_case(owner, case.number, now).records()
    ]


def test_what_is_recorded_is_there_with_its_rows_and_one_line_in_the_log(owner, open_a_case, now):
    case = open_a_case(owner)
    before, looked = kinds(owner, case, now), AccessLine.objects.count()

    assert record_in(owner, case.number, now, "record", uuid4(), says(now)) is False

    assert AccessLine.objects.count() == looked + 1
    assert kinds(owner, case, now) == [*before, "indication"]
    assert verify().faults == []
    assert unchanged_by_rebuilding(now)


def test_the_same_form_twice_is_recorded_once(owner, open_a_case, now):
    case, token = open_a_case(owner), uuid4()

    first = record_in(owner, case.number, now, "record", token, says(now))
    stored = Entry.objects.count()
    second = record_in(owner, case.number, now, "record", token, says(now))

    assert (first, second) == (False, None)
    assert Entry.objects.count() == stored


def test_who_was_first_stays_first_and_nothing_is_lost(owner, open_a_case, now):
    case, times = open_a_case(owner), []

    def deed(writes: Writing) -> int:
        times.append(len(writes.state.records))
        if len(times) == 1:
            with writing(owner, case.number, now, "add_note") as other:
                other.add("note_added", text="eerst")
        return writes.add("note_added", text="daarna")

    number = record_in(owner, case.number, now, "add_note", uuid4(), deed)

    stored = open_case(owner, case.number, now).records()
    assert [one.text("text") for one in stored[-2:]] == ["eerst", "daarna"]
    assert stored[-1].number == number
    assert times == [stored[-1].number - 2, stored[-1].number - 1]  # once, and once again
    assert verify().faults == []
    assert unchanged_by_rebuilding(now)


def test_the_same_form_at_the_same_moment_is_recorded_once(owner, open_a_case, now):
    case, token = open_a_case(owner), uuid4()

    def deed(writes: Writing) -> bool:
        if not Entry.objects.filter(token=token).exists():
            record_in(owner, case.number, now, "record", token, says(now))
        return says(now)(writes)

    assert record_in(owner, case.number, now, "record", token, deed) is None
    assert kinds(owner, case, now).count("indication") == 2  # that of the registration, and this


def test_the_second_of_two_who_record_the_same_is_told(owner, open_a_case, now):
    case = open_a_case(owner)
    last = case.head_number

    def deed(writes: Writing) -> bool:
        if Entry.objects.filter(case=case).count() == last:
            with writing(owner, case.number, now, "record") as other:
                record_statement(other, RecordStatement("indication", now.date()))
        return says(now, last=last)(writes)

    with pytest.raises(Stale):
        record_in(owner, case.number, now, "record", uuid4(), deed)
    assert Entry.objects.filter(case=case).count() == last + 1


def test_what_is_refused_or_not_allowed_keeps_nothing(
    owner, open_a_case, organisation, member, now
):
    case = open_a_case(owner)
    stored = Entry.objects.count()

    with pytest.raises(Refused):
        record_in(owner, case.number, now, "record", uuid4(), says(now, "no_such_event"))
    owner.role = "analyst"
    owner.save()
    with pytest.raises(NotFound):
        record_in(owner, case.number, now, "record", uuid4(), says(now))

    assert Entry.objects.count() == stored


def test_a_file_that_another_was_merged_into_follows_both(owner, open_a_case, now):
    case, other = open_a_case(owner), open_a_case(owner, token=uuid4())
    merge_cases(owner, case.number, other.number, "dezelfde", now, uuid4())

    for one in (case, other):
        record_in(owner, one.number, now, "record", uuid4(), says(now))

    assert verify().faults == []
    assert unchanged_by_rebuilding(now)
