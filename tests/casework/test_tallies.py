"""What signing in counts: of two at once one is first, and nothing outlives its time."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

from django.db import connection

from ketenwijzer.casework.tallies import (
    begin_tally,
    drop_tally,
    keep_tally,
    sweep_tallies,
    tally_of,
)

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
A_WHILE = timedelta(minutes=5)
AT_ONCE = 6


def test_of_many_at_once_one_is_the_first(database):
    ready = Barrier(AT_ONCE)

    def begin(number: int) -> bool:
        ready.wait()
        try:
            return begin_tally("lock", number, A_WHILE, NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        first = list(pool.map(begin, range(AT_ONCE)))

    assert first.count(True) == 1
    assert tally_of("lock", NOW) == first.index(True)


def test_what_is_over_is_as_if_it_never_was(database):
    keep_tally("tries", [1.5, 0.25], A_WHILE, NOW)
    assert tally_of("tries", NOW) == [1.5, 0.25]
    assert not begin_tally("tries", [], A_WHILE, NOW)

    assert tally_of("tries", NOW + A_WHILE) is None
    assert begin_tally("tries", [2.0], A_WHILE, NOW + A_WHILE)
    assert tally_of("tries", NOW + A_WHILE) == [2.0]


def test_one_forgets_one_or_all_that_is_over(database):
    keep_tally("short", 1, A_WHILE, NOW)
    keep_tally("long", 2, 2 * A_WHILE, NOW)

    assert sweep_tallies(NOW + A_WHILE) == 1
    assert drop_tally("long")
    assert not drop_tally("long")
