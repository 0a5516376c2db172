"""An empty, real database for one test: `on_sqlite` (a file, WAL), `on_postgres`, `database`
(the test runs on both), each with keys of its own.

A conftest takes the fixtures in by name: `from tests.databases import database, on_postgres, …`.
Tables that are only added to cannot be emptied, so each test gets a copy of a migrated template.
"""

import shutil
import warnings
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import psycopg
import pytest
from django.conf import settings as django_settings
from django.core.management import call_command
from django.db import connections

from ketenwijzer.casework import keystore
from ketenwijzer.casework.keys import make_keys
from ketenwijzer.project.environment import database_at
from tests import postgres

SQLITE = "sqlite"
POSTGRES = "postgres"
TEMPLATE = "kw_template"


@dataclass
class Database:
    """Where the database and the keys of this test are."""

    vendor: str
    settings: dict[str, object]
    keys: Path
    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        """Return the file of a SQLite database."""
        return Path(str(self.settings["NAME"]))

    def restart_keys(self) -> None:
        """Let this process open the store of keys anew, as after a restart."""
        keystore._opened.cache_clear()


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory) -> Path:
    """Return a folder that all workers of this run have in common."""
    base = tmp_path_factory.getbasetemp()
    worker = base.name.startswith("popen-")
    return (base.parent if worker else base) / "shared"


@pytest.fixture(scope="session")
def sqlite_template(shared_folder, django_db_blocker) -> Path:
    """Return a migrated SQLite file, made once a run."""
    shared_folder.mkdir(parents=True, exist_ok=True)
    made = shared_folder / "template.sqlite3"
    with postgres.locked(shared_folder / "template.lock"):
        if not made.exists():
            beside = shared_folder / "template.new"
            with django_db_blocker.unblock(), pointed_at(_sqlite(beside)):
                call_command("migrate", verbosity=0)
            beside.rename(made)
    return made


@pytest.fixture(scope="session")
def postgres_socket(shared_folder) -> Iterator[Path | None]:
    """Return the socket's folder of a real server with a migrated template; None without one."""
    try:
        with postgres.server(shared_folder) as socket:
            yield socket
    except postgres.NoPostgres as error:
        warnings.warn(f"SKIPPED on PostgreSQL: {error}", pytest.PytestWarning, stacklevel=1)
        yield None


@pytest.fixture(scope="session")
def postgres_template(postgres_socket, shared_folder, django_db_blocker) -> Path | None:
    """Return the socket's folder of a server that has a migrated template."""
    if postgres_socket is None:
        return None
    made = shared_folder / f"template.{postgres_socket.name}"  # of this server and no other
    with postgres.locked(shared_folder / "template.lock"):
        if not made.exists():
            _administer(postgres_socket, f"create database {TEMPLATE}")
            with django_db_blocker.unblock(), pointed_at(_postgres(postgres_socket, TEMPLATE)):
                call_command("migrate", verbosity=0)
            made.touch()
    return postgres_socket


@pytest.fixture
def on_sqlite(sqlite_template, tmp_path, django_db_blocker, settings) -> Iterator[Database]:
    """Give the test an empty SQLite file."""
    path = tmp_path / "ketenwijzer.sqlite3"
    shutil.copy(sqlite_template, path)
    found = Database(SQLITE, _sqlite(path), _keys(tmp_path, settings), tmp_path)
    found.environment = {"KETENWIJZER_HOME": str(tmp_path), "KETENWIJZER_DATABASE": ""}
    with django_db_blocker.unblock(), pointed_at(found.settings):
        yield found


@pytest.fixture
def on_postgres(postgres_template, tmp_path, django_db_blocker, settings) -> Iterator[Database]:
    """Give the test an empty PostgreSQL database; without a server it is skipped, loudly."""
    if postgres_template is None:
        pytest.skip("there is no PostgreSQL here")
    name = f"kw_{uuid4().hex}"
    socket = postgres_template
    _administer(socket, f"create database {name} template {TEMPLATE}")
    found = Database(POSTGRES, _postgres(socket, name), _keys(tmp_path, settings), tmp_path)
    found.environment = {
        "KETENWIJZER_HOME": str(tmp_path),
        "KETENWIJZER_DATABASE": _address(socket, name),
    }
    with django_db_blocker.unblock(), pointed_at(found.settings):
        yield found
    _administer(socket, f"drop database {name} with (force)")


@pytest.fixture(params=[SQLITE, POSTGRES])
def database(request) -> Database:
    """Run the test twice: on SQLite and on PostgreSQL."""
    found: Database = request.getfixturevalue(f"on_{request.param}")
    return found


@contextmanager
def pointed_at(settings: dict[str, object]) -> Iterator[None]:
    """Let Django's default connection be another database for a while."""
    before, kept = connections.settings["default"], connections["default"]
    connections.settings["default"] = {**before, **settings}
    connections["default"] = connections.create_connection("default")
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"] = before
        connections["default"] = kept


def _keys(folder: Path, settings) -> Path:
    keys = folder / "keys"
    make_keys(keys)
    settings.KEYS_FOLDER = keys
    keystore.keys()
    return keys


def _sqlite(path: Path) -> dict[str, object]:
    return {**django_settings.DATABASES["default"], "NAME": str(path)}


def _postgres(socket: Path, name: str) -> dict[str, object]:
    return database_at(_address(socket, name))


def _address(socket: Path, name: str) -> str:
    return f"postgresql://postgres@{quote(str(socket), safe='')}/{name}"


def _administer(socket: Path, sql: str) -> None:
    where = f"host={socket} user=postgres dbname=postgres"
    with closing(psycopg.connect(where, autocommit=True)) as connection:
        connection.execute(sql)
