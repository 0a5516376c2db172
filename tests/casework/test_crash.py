"""Whoever is killed in the middle of writing leaves all that was acknowledged, and nothing half."""

import os
import random
import signal
import subprocess
import sys
import time
from itertools import takewhile

import pytest
from django.db import connection

from ketenwijzer.casework import chronology
from ketenwijzer.casework.checkpoints import make_checkpoint
from ketenwijzer.casework.models import Case, Entry, EntryKey
from ketenwijzer.casework.verify import verify
from tests.casework.test_rows_anew import unchanged_by_rebuilding
from tests.proving import rounds

WRITERS = 2
Said = set[tuple[str, int, str]]


def start(database, member, now, *words: str) -> "subprocess.Popen[bytes]":
    """Start a writer; unbuffered, so that nothing is lost between its first line and the rest."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.casework.writer", str(member.id), now.isoformat(), *words],
        env={**os.environ, **database.environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    )


def kill_while_writing(database, member, now, dice: random.Random) -> Said:
    """Let processes write, kill them at a random moment, and return what they acknowledged."""
    writers = [start(database, member, now, "register") for _ in range(WRITERS)]
    first = [writer.stdout.readline() for writer in writers if writer.stdout]
    time.sleep(dice.uniform(0, 0.6))
    for writer in writers:
        writer.send_signal(signal.SIGKILL)
    said: Said = set()
    for writer, line in zip(writers, first, strict=True):
        out, err = writer.communicate(timeout=30)
        assert (writer.returncode, err) == (-signal.SIGKILL, b"")
        lines = (line + out).decode().splitlines(keepends=True)
        whole = takewhile(lambda text: text.endswith("\n"), lines)
        said |= {(n, int(entry), text) for n, entry, text in map(str.split, whole)}
    return said


def held() -> Said:
    """Return what is in the chronologies, in the words of the writers."""
    found: Said = set()
    for case in Case.objects.all():
        for record in chronology.read(case.id).records:
            text = "opened" if record.number == 1 else record.text("text")
            found.add((case.number, record.number, text))
    return found


@pytest.mark.parametrize("seed", range(rounds(1, 6)))
def test_everything_that_was_acknowledged_is_there(database, member, now, seed):
    owner, dice = member(), random.Random(seed)
    said: Said = set()
    for _ in range(rounds(2, 20)):
        said |= kill_while_writing(database, owner, now, dice)
        make_checkpoint(now)

    assert len(said) > rounds(2, 20)
    assert said <= held()
    assert Entry.objects.count() == EntryKey.objects.count()
    assert verify().faults == []
    assert unchanged_by_rebuilding(now)


def test_a_form_half_written_is_not_there_at_all(database, member, now):
    """A case has all entries of its registration or is not there."""
    owner = member()
    for seed in range(rounds(1, 10)):
        kill_while_writing(database, owner, now, random.Random(seed))

    assert min(Case.objects.values_list("head_number", flat=True)) >= 4
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("pragma integrity_check").fetchone() == ("ok",)


# ------------------------------------------------------------------ two at once


def test_two_processes_in_one_case_wait_for_each_other_and_both_are_kept(
    database, member, open_a_case, now
):
    owner = member()
    case = open_a_case(owner)
    each = rounds(15, 100)

    writers = [start(database, owner, now, "append", case.number, str(each)) for _ in range(2)]
    told = [writer.communicate(timeout=300) for writer in writers]

    assert [writer.returncode for writer in writers] == [0, 0], told
    said = {
        (n, int(e), t) for out, _ in told for n, e, t in map(str.split, out.decode().splitlines())
    }
    case.refresh_from_db()
    assert len(said) == 2 * each
    assert {entry for _, entry, _ in said} == set(range(5, 5 + 2 * each)), "no number twice"
    assert said <= held()
    assert case.head_number == 4 + 2 * each
    assert verify().faults == []
