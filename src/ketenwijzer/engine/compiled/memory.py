"""Answers that were computed before, kept so that equal ones are one object."""

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")

# Of one table of answers; there are about a hundred and fifty, and a worker must stay small.
MOST = 2_000


class Remembered(dict[K, V]):
    """A dictionary that computes what it lacks, and forgets everything when it grows too large."""

    __slots__ = ("_compute",)

    def __init__(self, compute: Callable[[K], V]) -> None:
        super().__init__()
        self._compute = compute

    def __missing__(self, key: K) -> V:
        if len(self) >= MOST:
            self.clear()
        value = self[key] = self._compute(key)
        return value
