"""Many cases, made by several processes and stored in both databases, the smaller size first."""

import os
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from datetime import datetime
from itertools import islice
from multiprocessing import get_context

import django

from .rows import Rows
from .stores import POSTGRES, SQLITE, SqliteFiller, Store, copy_to_postgres, for_sqlite, settle

CHUNK = 500


def fill(stores: Sequence[Store], now: datetime) -> None:
    """Fill every store; the cases of a smaller one are the first of a larger one."""
    fillers = {store: SqliteFiller(store) for store in stores if store.vendor == SQLITE}
    most = max(store.cases for store in stores)
    pieces = iter(range(start, min(start + CHUNK, most)) for start in range(0, most, CHUNK))
    processes = max(2, (os.cpu_count() or 2) - 1)
    with ProcessPoolExecutor(processes, get_context("spawn"), django.setup) as pool:
        waiting: set[Future[tuple[range, Rows]]] = set()
        while True:
            for piece in islice(pieces, 2 * processes - len(waiting)):
                waiting.add(pool.submit(_fill, piece, stores, now))
            if not waiting:
                break
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            for piece, rows in (future.result() for future in done):
                for store, filler in fillers.items():
                    if piece.start < store.cases:
                        filler.add(rows)
    for filler in fillers.values():
        filler.close()
    for store in stores:
        settle(store)


def _fill(piece: range, stores: Sequence[Store], now: datetime) -> tuple[range, Rows]:
    """Make a piece, copy it to PostgreSQL here, and return it for SQLite, which has one writer."""
    from .making import made  # noqa: PLC0415 - needs Django, which only this process has set up
    from .people import People  # noqa: PLC0415

    rows = made(piece, People(), now)
    for store in stores:
        if store.vendor == POSTGRES and piece.start < store.cases:
            copy_to_postgres(store, rows)
    return piece, for_sqlite(rows)
