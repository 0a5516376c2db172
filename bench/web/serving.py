"""The application as it is served, and what its workers use of memory and processor."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SECONDS = 60
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Memory:
    """MiB of a server: `all_told` of its workers and the process that started them, each page once.

    `apart` is what its workers would seem to hold if each were looked at alone: what they share
    counts for each of them.
    """

    all_told: float
    apart: float


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs: its port, and its master process."""

    port: int
    pid: int

    def workers(self) -> list[int]:
        """Return the processes of the workers."""
        return children(self.pid)

    def cpu(self) -> float:
        """Return the seconds of processor time that the workers used until now."""
        return sum(map(cpu_of, self.workers()))

    def memory(self) -> Memory:
        """Return what the server holds of memory."""
        workers = self.workers()
        return Memory(
            sum(_memory(pid, "Pss") for pid in (self.pid, *workers)) / 1024,
            sum(_memory(pid, "Rss") for pid in workers) / 1024,
        )


def children(pid: int) -> list[int]:
    """Return the processes that a process started."""
    return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def cpu_of(pid: int) -> float:
    """Return the seconds of processor time that a process used until now."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _memory(pid: int, name: str) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


@contextmanager
def served(environment: Mapping[str, str], log: Path) -> Iterator[Server]:
    """Start the server with two workers, wait until it answers, and stop it."""
    port = _free_port()
    words = [sys.executable, "-m", "bench.web.serve", str(port)]
    with log.open("wb") as said:
        running = subprocess.Popen(words, env=dict(environment), stdout=said, stderr=said)
    try:
        _wait_for(port, running, log)
        yield Server(port, running.pid)
    except BaseException:
        sys.stderr.write(log.read_text(errors="replace")[-2000:])
        raise
    finally:
        running.terminate()
        running.wait(SECONDS)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait_for(port: int, running: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline and running.poll() is None:
        try:
            asking = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            asking.request("GET", "/account/login/")
            if asking.getresponse().read():
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the server did not start:\n{log.read_text(errors='replace')[-2000:]}")
