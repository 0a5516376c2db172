"""Rounds over both databases and both sizes in turns → figures and goals."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import product
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from ketenwijzer.casework.keys import make_keys
from ketenwijzer.clock import now

from .fill import fill
from .load import CLIENTS, Loaded, load, statements
from .serving import Memory, Server, served
from .stores import POSTGRES, SQLITE, Store, postgres_server
from .visits import OWN, VISITS, Asked, requests

COUNTED = 40
SAMPLE = 60
# The application with the bench's endpoints beside it, and as it is.
BESIDE, ALONE = "bench.web.settings", "ketenwijzer.project.settings"


@dataclass(slots=True)
class Figure:
    """What was found for one kind of request on one store, round by round."""

    visit: str
    store: Store
    statements: int
    rounds: list[Loaded] = field(default_factory=list)

    @property
    def per_second(self) -> float:
        return median(len(one.latencies) / one.seconds for one in self.rounds)

    @property
    def p50(self) -> float:
        return median(self._latencies()) * 1000

    @property
    def p95(self) -> float:
        return _p95(self._latencies()) * 1000

    @property
    def cpu(self) -> float:
        """Return the milliseconds of processor time of a worker per request."""
        return median(one.cpu / len(one.latencies) for one in self.rounds) * 1000

    def _latencies(self) -> list[float]:
        return [latency for one in self.rounds for latency in one.latencies]


@dataclass(frozen=True, slots=True)
class Growth:
    """How many times as long something takes with the most cases as with the fewest."""

    vendor: str
    visit: str
    p50: float
    p95: float
    cpu: float


@dataclass(frozen=True, slots=True)
class WebFigures:
    """All that was found of the web application; `missing` are the pages that are not there."""

    sizes: tuple[int, ...]
    figures: list[Figure]
    growth: list[Growth]
    beside_bare: dict[str, float]
    memory: dict[str, Memory]
    filled: float
    missing: list[str]


def measure_web(sizes: Sequence[int], rounds: int, seconds: float) -> WebFigures:
    """Fill, serve and load; raises `AssertionError` where rows made again are not the same.

    So it does where a database was damaged by the load.
    """
    sizes = tuple(sorted(sizes))
    with ExitStack() as stack:
        place = stack.enter_context(_place())
        socket, _ = stack.enter_context(postgres_server(place / "postgres"))
        stores = [Store(SQLITE, n, place / f"{n}.sqlite3") for n in sizes]
        stores += [Store(POSTGRES, n, socket) for n in sizes]
        moment, begin = now(), perf_counter()
        _fill(stores, place, moment)
        filled = perf_counter() - begin
        said = {n: _ask(Store(SQLITE, n, place / f"{n}.sqlite3"), place, moment) for n in sizes}
        servers = {
            store: stack.enter_context(
                served(_environment(store, place), place / f"{store.vendor}-{store.cases}.log")
            )
            for store in stores
        }
        figures = _rounds(servers, said, rounds, seconds)
        most = (store for store in stores if store.cases == sizes[-1])
        memory = {s.vendor: _memory(s, place, said[s.cases], rounds, seconds) for s in most}
        for store in stores:
            _tell(f"looking whether {store.vendor}, {store.cases:,} cases, is sound")
            _installed(store, place, moment, "sound")
    missing = [name for name, path in said[sizes[0]].pages.items() if not path]
    return WebFigures(
        sizes, figures, _growth(figures, sizes), _beside(figures), memory, filled, missing
    )


# ------------------------------------------------------------------ making ready


@contextmanager
def _place() -> Iterator[Path]:
    """Give a folder for everything that a run keeps; PostgreSQL's user may enter it."""
    place = Path(tempfile.mkdtemp(prefix="kw-bench-"))
    place.chmod(0o755)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _environment(store: Store, place: Path, settings: str = BESIDE) -> dict[str, str]:
    kept = {name: text for name, text in os.environ.items() if not name.startswith("KETENWIJZER_")}
    return {
        **kept,
        "DJANGO_SETTINGS_MODULE": settings,
        "KETENWIJZER_MODE": "demonstration",
        "KETENWIJZER_HOME": str(place / "home"),
        "KETENWIJZER_DATABASE": store.url,
    }


def _fill(stores: list[Store], place: Path, moment: datetime) -> None:
    make_keys(place / "home" / "keys")
    for store in stores:
        if store.vendor == POSTGRES:
            administered = store.postgres("postgres")
            administered.execute(f"create database {store.name}".encode())
            administered.close()
        _tell(f"preparing {store.vendor}, {store.cases:,} cases")
        _installed(store, place, moment, "prepare")
    _django("collectstatic", _environment(stores[0], place))
    _tell("filling")
    os.environ.update(_environment(stores[0], place))  # for the processes that make the cases
    fill(stores, moment)
    for store in stores:
        _tell(f"checking {store.vendor}, {store.cases:,} cases")
        _installed(store, place, moment, "check", "--sample", str(SAMPLE))


def _installed(store: Store, place: Path, moment: datetime, deed: str, *words: str) -> str:
    words = (deed, "--now", moment.isoformat(), "--cases", str(store.cases), *words)
    return subprocess.run(
        [sys.executable, "-m", "bench.web.installed", *words],
        env=_environment(store, place),
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout


def _django(command: str, environment: dict[str, str]) -> None:
    words = [sys.executable, "-m", "django", command, "--no-input", "--verbosity", "0"]
    subprocess.run(words, env=environment, check=True)


def _ask(store: Store, place: Path, moment: datetime) -> Asked:
    return Asked(**json.loads(_installed(store, place, moment, "ask")))


def _tell(what: str) -> None:
    print(f"{now():%H:%M:%S} {what}", file=sys.stderr, flush=True)


# ------------------------------------------------------------------ loading


def _rounds(
    servers: dict[Store, Server], said: dict[int, Asked], rounds: int, seconds: float
) -> list[Figure]:
    """Load all in turns, the sizes right after each other, so that what passes hits them alike."""
    there = [v for v in VISITS if said[min(said)].pages.get(v, "there")]
    figures = {}
    for store, visit in product(servers, there):
        _tell(f"warming up {store.vendor}, {store.cases:,} cases: {visit}")
        stream = requests(visit, said[store.cases], seed=-1)
        load(servers[store], _streams(visit, said[store.cases], -2), seconds / 2)
        figures[store, visit] = Figure(visit, store, statements(servers[store], stream, COUNTED))
    for number in range(rounds):
        _tell(f"round {number + 1} of {rounds}")
        for visit, vendor in product(there, (SQLITE, POSTGRES)):
            of_vendor = [store for store in servers if store.vendor == vendor]
            for store in of_vendor[:: -1 if number % 2 else 1]:
                store.run("delete from casework_searchasked")  # the quota of a new day
                streams = _streams(visit, said[store.cases], number)
                figures[store, visit].rounds.append(load(servers[store], streams, seconds))
    return list(figures.values())


def _streams(visit: str, asked: Asked, seed: int) -> list:  # type: ignore[type-arg]
    return [requests(visit, asked, 1000 * (seed + 3) + n) for n in range(CLIENTS)]


def _memory(store: Store, place: Path, said: Asked, rounds: int, seconds: float) -> Memory:
    """Return what two workers hold after as much load again, without the bench's own endpoints.

    Those need django-ninja, which the application itself does not have.
    """
    _tell(f"looking what the workers of {store.vendor} hold")
    environment = _environment(store, place, ALONE)
    with served(environment, place / f"{store.vendor}-alone.log") as server:
        for number, visit in product(range(rounds), OWN):
            store.run("delete from casework_searchasked")
            load(server, _streams(visit, said, rounds + number), seconds)
        return server.memory()


# ------------------------------------------------------------------ comparing


def _growth(figures: list[Figure], sizes: tuple[int, ...]) -> list[Growth]:
    if len(sizes) == 1:
        return []
    of = {(f.store.vendor, f.visit, f.store.cases): f for f in figures}
    ways: tuple[Callable[[Loaded], float], ...] = (
        lambda one: median(one.latencies),
        lambda one: _p95(one.latencies),
        lambda one: one.cpu / len(one.latencies),
    )
    found = []
    for vendor, visit, cases in of:
        if cases == sizes[0]:
            few, many = of[vendor, visit, cases].rounds, of[vendor, visit, sizes[-1]].rounds
            grown = (median(w(b) / w(a) for a, b in zip(few, many, strict=True)) for w in ways)
            found.append(Growth(vendor, visit, *grown))
    return found


def _beside(figures: list[Figure]) -> dict[str, float]:
    """Return, per database, our rate of appending as a part of the bare one, with most cases."""
    most = max(f.store.cases for f in figures)
    of = {(f.store.vendor, f.visit): f.rounds for f in figures if f.store.cases == most}
    return {
        vendor: median(
            (len(ours.latencies) / ours.seconds) / (len(bare.latencies) / bare.seconds)
            for ours, bare in zip(of[vendor, "append"], of[vendor, "bare"], strict=True)
        )
        for vendor in (SQLITE, POSTGRES)
    }


def _p95(latencies: Sequence[float]) -> float:
    return quantiles(latencies, n=20)[-1] if len(latencies) > 1 else latencies[0]
