"""A value per stretch of days: which text is in force, chosen by one search."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from ..calendar import DAY
from ..law import Layer

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Intervals(Generic[T]):
    """Values by day: `values[0]` before the first bound, `values[i]` from bound `i - 1` on."""

    bounds: tuple[date, ...]
    values: tuple[T, ...]

    def on(self, day: date) -> T:
        """Return the value of a day."""
        return self.values[bisect_right(self.bounds, day)]

    def distinct(self) -> tuple[T, ...]:
        """Return the values, each once."""
        return tuple({id(value): value for value in self.values}.values())

    def numbers(self) -> tuple[int, ...]:
        """Return per stretch the place of its value in `distinct`."""
        place = {id(value): number for number, value in enumerate(self.distinct())}
        return tuple(place[id(value)] for value in self.values)


def intervals(days: Iterable[date], value_on: Callable[[date], T]) -> Intervals[T]:
    """Ask for a value once per stretch between days on which it may change."""
    bounds = tuple(sorted(day for day in set(days) if day > date.min))
    starts = ([bounds[0] - DAY] if bounds else [date.min]) + list(bounds)
    return Intervals(bounds, tuple(value_on(day) for day in starts))


def days_of_versions(layer: Layer) -> set[date]:
    """Return the days on which another version of a layer may come into force."""
    return {day for version in layer.versions for day in (version.not_before, version.seen)}
