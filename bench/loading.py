"""How long it takes a new process to have the compiled law at hand, its imports included.

What is measured is what every call does from its second time on: the law is in the cache, and the
modules have their byte code, as an installed package has. Both are made by a first process that is
not counted, in a folder of the bench, whatever the environment says about writing byte code.
"""

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
        kept = {"XDG_CACHE_HOME": folder, "PYTHONPYCACHEPREFIX": folder}
        environment = {**os.environ, **kept, "PYTHONDONTWRITEBYTECODE": ""}
        found = [_once(environment) for _ in range(times + 1)]
    return found[1:]


def _once(environment: dict[str, str]) -> float:
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        env=environment,
        capture_output=True,
        check=True,
        text=True,
    )
    return float(done.stdout)
