"""Timing side by side: every contestant in every round, so that a slow moment hits them all."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from time import perf_counter

from ketenwijzer.engine.case import Event

from .cases import Asked

Answering = Callable[[Sequence[Event], date], object]
AT_LEAST = 0.004  # seconds a pass takes, by going over the cases more often


@dataclass(slots=True)
class Contestant:
    """Something that answers cases, and how long each round took per case, in microseconds."""

    name: str
    answering: Answering
    asked: list[Asked]
    rounds: list[float]

    @property
    def median(self) -> float:
        return median(self.rounds)

    @property
    def least(self) -> float:
        return min(self.rounds)


def contestant(name: str, answering: Answering, asked: list[Asked]) -> Contestant:
    return Contestant(name, answering, asked, [])


def race(contestants: Sequence[Contestant], rounds: int) -> None:
    """Time all contestants, round by round; what they remember of a case, they may use."""
    often = {one.name: max(1, round(AT_LEAST / _pass(one, 1))) for one in contestants}
    gc.collect()
    gc.freeze()
    for _ in range(rounds):
        for one in contestants:
            seconds = _pass(one, often[one.name])
            one.rounds.append(seconds / often[one.name] / len(one.asked) * 1e6)
    gc.unfreeze()


def ratio(slower: Contestant, faster: Contestant) -> float:
    """Return how many times slower one is than another, in the middle one of the rounds."""
    return median(a / b for a, b in zip(slower.rounds, faster.rounds, strict=True))


def first_time(answering: Answering, batches: Sequence[list[Asked]]) -> list[float]:
    """Time batches of cases that were never seen before, each once."""
    found = []
    for asked in batches:
        start = perf_counter()
        for events, day in asked:
            answering(events, day)
        found.append((perf_counter() - start) / len(asked) * 1e6)
    return found


def _pass(one: Contestant, times: int) -> float:
    answering, asked = one.answering, one.asked
    start = perf_counter()
    for _ in range(times):
        for events, day in asked:
            answering(events, day)
    return perf_counter() - start
