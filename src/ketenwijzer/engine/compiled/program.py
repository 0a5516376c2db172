"""What all parts of one generated source share."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from ..case import Event
from ..law import Corpus
from .gathering import Gathering
from .intervals import Intervals
from .text import Block, Names

T = TypeVar("T")
Handler = Callable[[list[object], Event, date], None]
"""What one event does to the slots."""


@dataclass(slots=True)
class Program:
    """The source of one back-end: its corpus, the objects it names, the functions it calls.

    `kept` holds what all sources of a corpus share, by what it is for. `assuming`: facts may be
    set by hand, so each asks first whether it was.
    """

    corpus: Corpus
    gathering: Gathering
    names: Names
    kept: dict[tuple[object, ...], object]
    handlers: dict[str, Handler]
    assuming: bool = False
    functions: list[Block] = field(default_factory=list)

    def keep(self, key: tuple[object, ...], make: Callable[[], object], hint: str) -> str:
        """Return the name of an object that is made once."""
        if key not in self.kept:
            self.kept[key] = make()
        return self.names.of(self.kept[key], hint)

    def tables(self, key: tuple[object, ...], by_day: Intervals[T]) -> tuple[str, str]:
        """Return the names of two tables: the place of each value, and the days they begin."""
        numbers = self.keep(("numbers", *key), by_day.numbers, "numbers")
        return numbers, self.keep(("bounds", *key), lambda: by_day.bounds, "bounds")

    def choice(self, key: tuple[object, ...], by_day: Intervals[T], day: str) -> str:
        """Return the text that finds the place of a day's value among the distinct ones."""
        numbers, bounds = self.tables(key, by_day)
        return f"{numbers}[{self.names.of(bisect_right, 'bisect')}({bounds}, {day})]"
