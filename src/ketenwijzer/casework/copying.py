"""A whole database into one file and back, while others work: SQLite by itself, PostgreSQL by its
own programs.

The copy is of one moment. Putting back is all or nothing: what stood there stays until the whole
copy is in.
"""

import os
import sqlite3
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection, transaction

PAGES_AT_ONCE = 10_000
SQLITE, POSTGRESQL = "sqlite", "postgresql"
# What PostgreSQL's own programs read, and where Django keeps it.
SAID_TO_PROGRAMS = {
    "PGDATABASE": "NAME",
    "PGUSER": "USER",
    "PGPASSWORD": "PASSWORD",
    "PGHOST": "HOST",
    "PGPORT": "PORT",
}
ANEW = "set client_min_messages = warning; drop schema public cascade; create schema public;\n"


class CopyFailed(Exception):
    """The database or its program could not make or take a copy; the text says why."""


def copy_to(file: Path, look: Callable[[], None]) -> None:
    """Write the database to a new file, and call `look` while the tables are as in the copy.

    Raises `CopyFailed`, and leaves no file behind then.
    """
    os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        if connection.vendor == SQLITE:
            _copy_sqlite(file, look)
        else:
            _dump(file, look)
    except BaseException:
        file.unlink(missing_ok=True)
        raise


def put_back(file: Path) -> None:
    """Replace all that is in the database by a copy; raises `CopyFailed`, with nothing changed."""
    if connection.vendor == SQLITE:
        _put_back_sqlite(file)
    else:
        connection.close()
        _load(file)


def others_at_work() -> bool:
    """Tell whether somebody else is connected; SQLite cannot say so."""
    if connection.vendor != POSTGRESQL:
        return False
    with connection.cursor() as cursor:
        cursor.execute(
            "select exists (select from pg_stat_activity where datname = current_database() "
            "and pid <> pg_backend_pid() and backend_type = 'client backend')"
        )
        return bool(cursor.fetchone()[0])


# ------------------------------------------------------------------ SQLite


def _copy_sqlite(file: Path, look: Callable[[], None]) -> None:
    """Copy within a transaction, so that nobody writes between the copy and the look."""
    with transaction.atomic():
        _one_into_other(Path(str(connection.settings_dict["NAME"])), file)
        look()


def _put_back_sqlite(file: Path) -> None:
    live = Path(str(connection.settings_dict["NAME"]))
    connection.close()
    with closing(sqlite3.connect(file)) as copy:
        try:
            sound = copy.execute("pragma quick_check").fetchone() == ("ok",)
        except sqlite3.DatabaseError as error:
            raise CopyFailed(type(error).__name__) from error
    if not sound:
        raise CopyFailed("quick_check")
    live.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not live.exists():
        live.touch(mode=0o600)
    _one_into_other(file, live)


def _one_into_other(source: Path, target: Path) -> None:
    try:
        with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(target)) as other:
            one.backup(other, pages=PAGES_AT_ONCE)
            other.execute("pragma journal_mode = delete")
    except sqlite3.Error as error:
        raise CopyFailed(type(error).__name__) from error


# ------------------------------------------------------------------ PostgreSQL


def _dump(file: Path, look: Callable[[], None]) -> None:
    """Dump the moment that the look sees: a snapshot that both share."""
    with _one_moment() as snapshot:
        _run(
            "pg_dump",
            "--format=custom",
            "--compress=1",
            "--no-owner",
            "--no-privileges",
            f"--snapshot={snapshot}",
            f"--file={file}",
        )
        look()


@contextmanager
def _one_moment() -> Iterator[str]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set transaction isolation level repeatable read, read only")
        cursor.execute("select pg_export_snapshot()")
        yield str(cursor.fetchone()[0])


def _load(file: Path) -> None:
    """Read the dump as statements, and give them to the database as one transaction."""
    said = _environment()
    beside = file.with_suffix(".sql")
    try:
        _run("pg_restore", "--no-owner", "--no-privileges", f"--file={beside}", str(file))
        _run(
            "psql",
            "--no-psqlrc",
            "--quiet",
            "--single-transaction",
            "--set=ON_ERROR_STOP=1",
            f"--command={ANEW}",
            f"--file={beside}",
            said=said,
        )
    finally:
        beside.unlink(missing_ok=True)


def _environment() -> Mapping[str, str]:
    settings = connection.settings_dict
    said = {name: str(settings[key]) for name, key in SAID_TO_PROGRAMS.items() if settings[key]}
    mode = settings["OPTIONS"].get("sslmode")
    return {**os.environ, **said, **({"PGSSLMODE": str(mode)} if mode else {})}


def _run(*typed: str, said: Mapping[str, str] | None = None) -> None:
    """Run a program of PostgreSQL; what it is to reach stands in its environment, not beside it."""
    try:
        done = subprocess.run(
            typed,
            env=said or _environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=False,
            umask=0o077,
        )
    except FileNotFoundError as error:
        raise CopyFailed(f"{typed[0]}: not installed") from error
    if done.returncode:
        raise CopyFailed(_why(typed[0], done))


def _why(program: str, done: subprocess.CompletedProcess[bytes]) -> str:
    """Return what a program said last; what a load says could quote a row, and is left out."""
    said = done.stderr.decode(errors="replace").strip().splitlines() if program == "pg_dump" else []
    return said[-1] if said else f"{program}: {done.returncode}"
