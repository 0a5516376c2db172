"""The chronology can be trusted: whatever was done to it, the first wrong entry is named."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection

from ketenwijzer.casework.checkpoints import make_checkpoint
from ketenwijzer.casework.chronology import Draft, write
from ketenwijzer.casework.errors import HeadChanged
from ketenwijzer.casework.models import Case, Checkpoint, CheckpointHead, Entry, EntryKey
from ketenwijzer.casework.state import Author
from ketenwijzer.casework.verify import verify
from tests.casework.tampering import rewrite, run, without_guards

NOTE = "note_added"


@pytest.fixture
def cases(database, open_a_case):
    """Return three cases; the middle one is tampered with."""
    return [open_a_case() for _ in range(3)]


def told() -> list[tuple[str, str, int]]:
    return [(fault.code, fault.case, fault.entry) for fault in verify().faults]


def append(case: Case, now, *kinds: str) -> None:
    case.refresh_from_db()
    drafts = [Draft(kind, now.date(), {"text": "Proef"}) for kind in kinds]
    write(case, drafts, Author(None, None), now)
    case.save()


def test_what_nobody_touched_verifies(cases, now):
    append(cases[1], now, NOTE, NOTE)
    make_checkpoint(now)

    found = verify()

    assert (found.cases, found.entries, found.checkpoints, found.faults) == (3, 14, 1, [])


def test_an_empty_database_verifies(database):
    assert verify().faults == []


@pytest.mark.parametrize(
    ("column", "value"),
    [("sealed", b"\0" * 60), ("digest", b"\1" * 32), ("previous", b"\2" * 32)],
)
def test_an_edited_entry_is_named(cases, column, value):
    case = cases[1]
    with without_guards():
        run(
            f"update casework_entry set {column} = %s where case_id = %s and number = 2",
            values=(value, _stored(case)),
        )

    assert told() == [("edited", case.number, 2)]


def test_a_moved_moment_is_named(cases):
    case = cases[1]
    entry = Entry.objects.get(case=case, number=3)
    with without_guards():
        Entry.objects.filter(id=entry.id).update(
            recorded_at=entry.recorded_at + timedelta(microseconds=1)
        )

    assert told() == [("edited", case.number, 3)]


@pytest.mark.parametrize("number", [1, 2, 4])
def test_a_removed_entry_is_named(cases, number):
    case = cases[1]
    EntryKey.objects.filter(entry__case=case, entry__number=number).delete()
    with without_guards():
        Entry.objects.filter(case=case, number=number).delete()

    assert told() == [("removed", case.number, number)]


def test_entries_that_changed_places_are_named(cases):
    case = cases[1]
    with without_guards():
        for old, new in ((2, 99), (3, 2), (99, 3)):
            Entry.objects.filter(case=case, number=old).update(number=new)

    fault = verify().faults[0]

    assert (fault.code, fault.case, fault.entry, fault.detail) == (
        "reordered",
        case.number,
        2,
        "3",
    )


def test_an_entry_of_another_case_is_named(cases):
    one, other = cases[0], cases[1]
    with without_guards():
        Entry.objects.filter(case=other, number=4).update(number=9)
        Entry.objects.filter(case=one, number=4).update(case=other)
        Entry.objects.filter(case=other, number=9).update(number=4, case=one)

    assert sorted(told()) == sorted([("edited", c.number, 4) for c in (one, other)])


def test_an_entry_behind_the_head_is_named(cases, now):
    case = cases[1]
    append(case, now, NOTE)
    Case.objects.filter(id=case.id).update(head_number=4)

    assert told() == [("added", case.number, 5)]


def test_a_head_that_was_changed_is_named(cases):
    Case.objects.filter(id=cases[1].id).update(head_digest=b"\3" * 32)

    assert told() == [("head", cases[1].number, 4)]


def test_a_key_that_was_thrown_away_is_named(cases):
    EntryKey.objects.filter(entry__case=cases[1], entry__number=3).delete()

    assert told() == [("key_gone", cases[1].number, 3)]


def test_a_key_that_was_exchanged_is_named(cases):
    other = EntryKey.objects.get(entry__case=cases[0], entry__number=3)
    with without_guards():
        EntryKey.objects.filter(entry__case=cases[1], entry__number=3).update(wrapped=other.wrapped)

    assert told() == [("unopened", cases[1].number, 3)]


def test_a_case_whose_key_was_lost_is_named(cases, database):
    (database.keys / "keys.sqlite3").unlink()
    # A new, empty store, as after restoring the wrong backup.
    database.restart_keys()

    assert {code for code, _, _ in told()} == {"case_key_gone"}


def test_a_dropped_guard_is_told(cases):
    on = " on casework_entry" if _is_postgres() else ""
    run(f"drop trigger casework_entry_no_delete{on}")

    assert told() == [("guard", "", 0)]


# ------------------------------------------------------------------ checkpoints


def test_a_rewritten_chain_is_not_what_was_signed(cases, now):
    make_checkpoint(now)
    with without_guards():
        rewrite(cases[1], 2, lambda said: said.update(on="2020-01-01"))

    assert told() == [("not_signed", cases[1].number, 4)]


def test_nothing_is_signed_over_a_rewritten_chain(cases, now):
    make_checkpoint(now)
    with without_guards():
        rewrite(cases[1], 2, lambda said: said.update(on="2020-01-01"))

    with pytest.raises(HeadChanged, match=cases[1].number):
        make_checkpoint(now)


def test_nothing_is_signed_over_a_head_that_went_back(cases, now):
    make_checkpoint(now)
    Case.objects.filter(id=cases[1].id).update(head_number=3)

    with pytest.raises(HeadChanged):
        make_checkpoint(now)


def test_a_whole_case_that_vanished_is_noticed(cases, now):
    make_checkpoint(now)
    name = cases[1].id
    with without_guards():
        for head in CheckpointHead.objects.filter(case=name):
            head.delete()
        EntryKey.objects.filter(entry__case=name).delete()
        Entry.objects.filter(case=name).delete()
        Case.objects.filter(id=name).delete()

    assert told() == [("root", "", 1)]


def test_a_case_of_which_only_the_signed_head_is_left_is_noticed(on_sqlite, open_a_case, now):
    name = open_a_case().id
    open_a_case()
    make_checkpoint(now)
    with without_guards():
        run("pragma foreign_keys = off")
        for table in ("entrykey", "entry", "involvement", "searchtoken"):
            run(f"delete from casework_{table}")
        run("delete from casework_case where id = %s", values=(name.hex,))

    assert ("not_signed", "?", 4) in told()


def test_a_checkpoint_that_was_removed_is_noticed(cases, now):
    for _ in range(3):
        append(cases[0], now, NOTE)
        make_checkpoint(now)
    middle = Checkpoint.objects.order_by("id")[1]
    with without_guards():
        CheckpointHead.objects.filter(checkpoint=middle).delete()
        middle.delete()

    assert told()[0][0] == "checkpoint_order"


def test_a_signature_by_another_key_is_noticed(cases, now):
    make_checkpoint(now)
    with without_guards():
        Checkpoint.objects.update(signature=b"\4" * 64)

    assert told()[0][0] == "signature"


def test_without_news_nothing_is_signed(cases, now):
    assert make_checkpoint(now) is not None
    assert make_checkpoint(now) is None


def _stored(case: Case) -> UUID | str:
    return case.id if _is_postgres() else case.id.hex


def _is_postgres() -> bool:
    return connection.vendor == "postgresql"
