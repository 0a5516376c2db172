"""How long it takes a new process to have the compiled law at hand, its imports included."""

import os
import subprocess
import sys
import tempfile

CODE = """
from time import perf_counter
start = perf_counter()
from ketenwijzer.corpus.load import load_corpus
load_corpus("nl")
print((perf_counter() - start) * 1000)
"""


def loading(times: int) -> list[float]:
    """Return the milliseconds of several processes, after one that filled the cache."""
    with tempfile.TemporaryDirectory() as folder:
        found = [_once(folder) for _ in range(times + 1)]
    return found[1:]


def _once(cache: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        env={**os.environ, "XDG_CACHE_HOME": cache},
        capture_output=True,
        check=True,
        text=True,
    )
    return float(done.stdout)
