"""A demonstration that is served by a process of its own, as `make run` does it."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_urlsafe
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest

from tests import postgres

COMMAND = [sys.executable, "-m", "ketenwijzer.cli.main"]
PATIENCE = 90
HERE = "http://127.0.0.1"
OURS = ("KETENWIJZER_", "DJANGO_")
# What a front says of the way to it; without it production sends one to https.
ENCRYPTED = {"X-Forwarded-Proto": "https"}


def free_port() -> int:
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def made_demonstration(shared_folder) -> Path:
    """Return the folder of a demonstration that is made once a run, to be copied, never served."""
    shared_folder.mkdir(parents=True, exist_ok=True)
    made: Path = shared_folder / "demonstration"
    with postgres.locked(shared_folder / "demonstration.lock"):
        if not made.exists():
            beside = shared_folder / "demonstration.new"
            with serving(beside) as found:
                found.stop()
            beside.rename(made)
    return made


@pytest.fixture(scope="session")
def demonstration_home(made_demonstration, tmp_path_factory) -> Path:
    """Return a folder of this process's own with the demonstration in it."""
    own: Path = tmp_path_factory.mktemp("demonstration") / "home"
    shutil.copytree(made_demonstration, own)
    return own


@dataclass
class Serving:
    """A server that runs in a process of its own."""

    process: subprocess.Popen[str]
    port: int
    home: Path

    @property
    def address(self) -> str:
        return f"{HERE}:{self.port}"

    def page(self, path: str, **headers: str) -> str:
        asked = Request(f"{self.address}{path}", headers=headers)
        with urlopen(asked, timeout=PATIENCE) as answer:
            text: str = answer.read().decode()
            return text

    def wait(self) -> None:
        """Wait until it answers; the door is open before the first page is ready."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            try:
                self.page("/account/login/", **ENCRYPTED)
            except ConnectionError:
                continue
            except URLError:
                time.sleep(0.05)
            else:
                return
        self.process.kill()
        pytest.fail(f"no server: {self.process.communicate()[0]}")

    def workers(self) -> list[int]:
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(number) for number in listed.split()]

    def stop(self) -> str:
        self.process.send_signal(signal.SIGINT)
        out, _ = self.process.communicate(timeout=PATIENCE)
        return out


@contextmanager
def serving(home: Path) -> Iterator[Serving]:
    with started(home) as found:
        found.wait()
        yield found


@contextmanager
def serving_production(home: Path, keys: Path) -> Iterator[Serving]:
    """Serve an installation in which nobody has a shortcut, to whatever stands before it."""
    said = {"KETENWIJZER_KEYS": str(keys), "KETENWIJZER_SECRET": token_urlsafe(64)}
    with started(home, mode=(), **said) as found:
        found.wait()
        yield found


@contextmanager
def started(
    home: Path,
    mode: tuple[str, ...] = ("--demonstration",),
    command: Sequence[str] = COMMAND,
    **said: str,
) -> Iterator[Serving]:
    port = free_port()
    typed = ["serve", *mode, "--home", str(home), "--port", str(port), "--lang", "en"]
    process = subprocess.Popen(
        [*command, *typed],
        env=bare_environment() | said,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    found = Serving(process, port, home)
    try:
        yield found
    finally:
        if process.poll() is None:
            found.stop()


def bare_environment() -> dict[str, str]:
    """Return the environment without what says where an installation is."""
    return {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
