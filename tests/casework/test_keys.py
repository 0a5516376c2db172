"""Keys are outside the database, survive what interrupts them, and are gone when destroyed."""

import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from ketenwijzer.casework.errors import KeyDestroyed, KeysMissing, Tampered
from ketenwijzer.casework.keys import FileKeys, make_keys

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)

MAKES = """
import sys
from pathlib import Path
from uuid import UUID
from ketenwijzer.casework.keys import FileKeys
keys = FileKeys(Path(sys.argv[1]))
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    print(keys.new_key(UUID(int=number)).hex(), flush=True)
"""


@pytest.fixture
def folder(tmp_path):
    make_keys(tmp_path / "keys")
    return tmp_path / "keys"


@pytest.fixture
def keys(folder):
    return FileKeys(folder)


def test_only_the_operator_may_look_in_the_folder(folder, keys):
    keys.new_key(uuid4())

    assert oct(folder.stat().st_mode)[-3:] == "700"
    assert {oct(f.stat().st_mode)[-3:] for f in folder.iterdir()} == {"600"}


def test_a_key_is_given_back_and_no_other_process_needs_it_in_the_clear(folder, keys):
    holder = uuid4()
    key = keys.new_key(holder)

    assert FileKeys(folder).key_of(holder) == key
    assert key not in (folder / "keys.sqlite3").read_bytes()


def test_many_keys_are_given_at_once_and_those_that_are_gone_left_out(keys):
    made = {UUID(int=n): keys.new_key(UUID(int=n)) for n in range(1, 1200)}
    keys.destroy(UUID(int=7), NOW.isoformat())
    del made[UUID(int=7)]

    assert keys.keys_of([*made, UUID(int=7), uuid4()]) == made


def test_a_key_does_not_open_for_another_holder(folder, keys):
    one, other = uuid4(), uuid4()
    keys.new_key(one)
    keys.new_key(other)
    with sqlite3.connect(folder / "keys.sqlite3") as store:
        wrapped = store.execute(
            "select wrapped from case_keys where holder = ?", (one.bytes,)
        ).fetchone()
        store.execute("update case_keys set wrapped = ? where holder = ?", (*wrapped, other.bytes))

    again = FileKeys(folder)
    with pytest.raises(Tampered):
        again.key_of(other)
    assert set(again.keys_of([one, other])) == {one}


def test_without_its_master_key_a_folder_is_refused(folder):
    (folder / "master.key").write_text("00")

    with pytest.raises(KeysMissing):
        FileKeys(folder)


def test_a_master_key_is_never_overwritten(folder):
    before = (folder / "master.key").read_text()
    make_keys(folder)

    assert (folder / "master.key").read_text() == before


def test_a_destroyed_key_is_gone_in_every_process_at_once(folder, keys):
    holder = uuid4()
    keys.new_key(holder)
    other_process = FileKeys(folder)
    other_process.key_of(holder)

    keys.destroy(holder, NOW.isoformat())

    with pytest.raises(KeyDestroyed):
        other_process.key_of(holder)
    assert other_process.destroyed() == {holder: NOW.isoformat()}


def test_two_processes_make_keys_at_the_same_time(folder, keys):
    asked = [(1, 60), (60, 120)]
    makers = [
        subprocess.Popen(
            [sys.executable, "-c", MAKES, str(folder), str(start), str(end)],
            stdout=subprocess.PIPE,
            text=True,
        )
        for start, end in asked
    ]
    told = [line for maker in makers for line in maker.communicate(timeout=60)[0].split()]

    assert [maker.returncode for maker in makers] == [0, 0]
    assert sorted(told) == sorted(key.hex() for key in keys.keys_of(map(UUID, _names())).values())


def _names() -> list[str]:
    return [UUID(int=number).hex for number in range(1, 120)]


# ------------------------------------------------------------------ keys that nothing uses


def test_a_key_that_nothing_uses_is_forgotten_after_a_day(keys):
    orphan, used = uuid4(), uuid4()
    keys.new_key(orphan)
    keys.new_key(used)

    assert keys.forget_unused({used}, NOW) == 0
    assert keys.forget_unused({used}, NOW + DAY / 2) == 0
    assert keys.forget_unused({used}, NOW + DAY) == 1
    assert set(keys.keys_of([orphan, used])) == {used}
    assert keys.destroyed() == {}


def test_a_key_that_is_used_after_all_is_kept(keys):
    late = uuid4()
    keys.new_key(late)
    keys.forget_unused(set(), NOW)

    assert keys.forget_unused({late}, NOW + DAY) == 0
    assert keys.forget_unused(set(), NOW + 2 * DAY) == 0, "a day counts from when it was unused"
    assert keys.key_of(late)


def test_a_store_of_before_is_opened(folder):
    shutil.rmtree(folder)
    make_keys(folder)
    with sqlite3.connect(folder / "keys.sqlite3") as store:
        store.execute("create table case_keys (holder blob primary key, wrapped blob not null)")

    keys = FileKeys(folder)

    assert keys.forget_unused(set(), NOW) == 0
