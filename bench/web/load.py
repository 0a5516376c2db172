"""A small client: two that ask one thing after the other, and note how long each took."""

import http.client
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import perf_counter

from .serving import Server
from .visits import Request

CLIENTS = 2


class WrongAnswer(Exception):
    """The server answered otherwise than it should."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one round found: seconds per request, seconds in all, processor seconds of workers."""

    latencies: tuple[float, ...]
    seconds: float
    cpu: float


def load(server: Server, asking: list[Iterator[Request]], seconds: float) -> Loaded:
    """Ask for so many seconds as many times at once as there are streams of requests."""
    before, start = server.cpu(), perf_counter()
    with ThreadPoolExecutor(len(asking)) as pool:
        found = pool.map(lambda stream: _asked(server, stream, start + seconds), asking)
        latencies = tuple(one for some in found for one in some)
    return Loaded(latencies, perf_counter() - start, server.cpu() - before)


def _asked(server: Server, stream: Iterator[Request], until: float) -> list[float]:
    latencies = []
    while (begin := perf_counter()) < until:
        ask(server, next(stream))
        latencies.append(perf_counter() - begin)
    return latencies


def ask(server: Server, asked: Request, count: bool = False) -> int:
    """Ask once; return the number of SQL statements if that was to be counted.

    Each time over a new connection, so that the workers share the work whatever came before.
    """
    headers = {**asked.headers, "X-Bench-Count": "1"} if count else asked.headers
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    connection.request(asked.method, asked.path, asked.body, {**headers, "Connection": "close"})
    answer = connection.getresponse()
    said = answer.read()
    connection.close()
    if answer.status != asked.status:
        raise WrongAnswer(f"{asked.method} {asked.path}: {answer.status} {said[:2000]!r}")
    return int(answer.headers.get("X-Statements", 0))


def statements(server: Server, stream: Iterator[Request], times: int) -> int:
    """Return the most SQL statements that one of some requests takes."""
    return max(ask(server, next(stream), count=True) for _ in range(times))
