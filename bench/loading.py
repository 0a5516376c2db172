"""How long it takes a new process to have the compiled law at hand, its imports included.

What is measured is what every call does from its second time on: the law is in the cache, and the
modules have their byte code, as an installed package has. Both are made by a first process that is
not counted, in a folder of the bench, whatever the environment says about writing byte code.

Two ways in: `fetch_corpus` is all that the compiled law needs; `load_corpus`, which the command
calls, does the same and brings the readers of YAML, for a law that is not kept yet and for cases.
"""

import os
import subprocess
import sys
import tempfile

FETCH = "from ketenwijzer.corpus.cache import fetch_corpus as corpus_of"
LOAD = "from ketenwijzer.corpus.load import load_corpus as corpus_of"
CODE = """
from time import perf_counter
start = perf_counter()
{}
corpus = corpus_of("nl")
took = perf_counter() - start
assert corpus.norms
print(took * 1000)
"""


def loading(times: int) -> tuple[list[float], list[float]]:
    """Return the milliseconds of several processes: with `fetch_corpus`, with `load_corpus`."""
    with tempfile.TemporaryDirectory() as folder:
        kept = {"XDG_CACHE_HOME": folder, "PYTHONPYCACHEPREFIX": folder}
        environment = {**os.environ, **kept, "PYTHONDONTWRITEBYTECODE": ""}
        _once(LOAD, environment)
        found = [(_once(FETCH, environment), _once(LOAD, environment)) for _ in range(times)]
    return [fetch for fetch, _ in found], [load for _, load in found]


def _once(way_in: str, environment: dict[str, str]) -> float:
    done = subprocess.run(
        [sys.executable, "-c", CODE.format(way_in)],
        env=environment,
        capture_output=True,
        check=True,
        text=True,
    )
    return float(done.stdout)
