"""Packs a corpus into plain lists and texts, and unpacks it again: fast, and with nothing to run.

Every value stands once in a table and is pointed to by its number, so what was one object is one
object again. The table is cut into groups of one kind that point only to groups before them, and
each group is rebuilt in one sweep. Unpacking knows a closed list of kinds: a packed corpus can
name nothing else and call nothing.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from itertools import groupby, starmap
from typing import NamedTuple

from ..engine import calendar, conditions, law, vocabulary
from ..engine.values import parts

Row = list[object]
"""The fields of a value: text, yes, no, None; the number of another value; a list of these."""
Group = tuple[int, list[int], list[Row]]
"""Values of one kind: which, the places in a row that may point to others, and the rows."""


def _mapping(keys: Iterable[object], values: Iterable[object]) -> dict[object, object]:
    return dict(zip(keys, values, strict=True))


# Every kind of value in a corpus, by what rebuilds it; a group names its kind by its place here.
MAKERS: dict[type, Callable[..., object]] = {
    str: sys.intern,
    int: int,
    date: date.fromordinal,
    dict: _mapping,
    **{
        kind: kind
        for room in (calendar, conditions, vocabulary, law)
        for kind in vars(room).values()
        if isinstance(kind, type) and kind.__module__ == room.__name__
    },
}
KINDS = tuple(MAKERS)
NUMBERS = {kind: number for number, kind in enumerate(KINDS)}
LEAVES = {str, int, date, *(kind for kind in KINDS if issubclass(kind, Enum))}
# Of these two equal ones are two: a text that goes on, and a text that says the same again. Of
# all other kinds equal values are packed once.
DISTINCT = {law.Rule, law.GroundRule, law.TermRule, law.NormRules, law.Version}
NAME = re.compile(r"[a-z][a-z0-9_]*")


def unpack(groups: Iterable[Group]) -> object:
    """Rebuild what was packed; raises almost anything where the groups are not of our making."""
    table: list[object] = []
    makers = tuple(MAKERS.values())

    def rebuilt(value: object) -> object:
        if type(value) is int:
            return table[value]
        return tuple(map(rebuilt, value)) if isinstance(value, list) else value

    for kind, pointing, rows in groups:
        for place in pointing:
            for row in rows:
                value = row[place]
                row[place] = table[value] if type(value) is int else rebuilt(value)
        table.extend(starmap(makers[kind], rows))
    return table[-1]


def pack(value: object) -> list[Group]:
    """Take a value apart into groups that `unpack` makes whole."""
    table = _Table()
    table.number(value)
    entries = table.entries
    order = sorted(range(len(entries)), key=lambda number: entries[number].sorting)
    places = {number: place for place, number in enumerate(order)}
    return [
        _group(kind, length, [entries[number].row for number in numbers], places)
        for (_, kind, length), numbers in groupby(order, lambda number: entries[number].sorting)
    ]


def _group(kind: int, length: int, rows: list[Row], places: Mapping[int, int]) -> Group:
    if KINDS[kind] in LEAVES:
        return kind, [], rows
    rows = [[_renumbered(value, places) for value in row] for row in rows]
    pointing = [n for n in range(length) if any(type(row[n]) in (int, list) for row in rows)]
    return kind, pointing, rows


def _renumbered(value: object, places: Mapping[int, int]) -> object:
    if isinstance(value, list):
        return [_renumbered(item, places) for item in value]
    return places[value] if type(value) is int else value


class _Entry(NamedTuple):
    """A value taken apart; `sorting` is how deep it rests on others, its kind, its length."""

    row: Row
    sorting: tuple[int, int, int]


class _Table:
    """Numbers every value after those that it rests on; the same value gets the same number."""

    def __init__(self) -> None:
        self.entries: list[_Entry] = []
        self.by_identity: dict[int, int] = {}
        self.by_content: dict[tuple[int, str], int] = {}

    def number(self, value: object) -> int:
        number = self.by_identity.get(id(value))
        if number is None:
            number = self.by_identity[id(value)] = self._number_of_new(value)
        return number

    def _number_of_new(self, value: object) -> int:
        sort = type(value)
        if sort not in NUMBERS:
            raise TypeError(f"a corpus holds no {sort.__name__}")
        kind, row = NUMBERS[sort], self._row(value)
        number = len(self.entries)
        if sort not in DISTINCT:
            number = self.by_content.setdefault((kind, repr(row)), number)
        if number == len(self.entries):
            below = () if sort in LEAVES else _numbers(row)
            depth = max((1 + self.entries[n].sorting[0] for n in below), default=0)
            self.entries.append(_Entry(row, (depth, kind, len(row))))
        return number

    def _row(self, value: object) -> Row:
        match value:
            case Enum():
                return [value.value]
            case date():
                return [value.toordinal()]
            case str() | int():
                return [value]
            case dict():
                return [self._packed(tuple(value)), self._packed(tuple(value.values()))]
            case _:
                return [self._packed(part) for part in parts(value).values()]

    def _packed(self, value: object) -> object:
        """Return what stands for a value in a row: sentences as they are, names by number."""
        if value is None or value is True or value is False:
            return value
        if type(value) is tuple:
            return [self._packed(item) for item in value]
        if type(value) is str and not NAME.fullmatch(value):
            return value
        return self.number(value)


def _numbers(row: Iterable[object]) -> Iterator[int]:
    for value in row:
        if type(value) is int:
            yield value
        elif type(value) is list:
            yield from _numbers(value)
