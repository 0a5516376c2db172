"""Queries that every click asks, built once: Django makes the SQL, then only the values change.

Building the query of the access decision takes Django fifty times as long as asking it takes the
database.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import Model, QuerySet

from .plainly import Plainly, plainly
from .position import HERE

Row = TypeVar("Row", bound=Model)
Convert = Callable[[Any, Any, Any], object]
Asked = UUID | datetime | date | str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in a statement the value of an argument comes, or the day of a moment."""

    argument: int
    day: bool = False

    def filled(self, values: tuple[Asked, ...], plainly: Plainly) -> object:
        """Return what comes here, as a database takes it."""
        value = values[self.argument]
        if self.day and isinstance(value, datetime):
            value = _day(value)
        plain = plainly.get(type(value))
        return plain(value) if plain is not None else value


@dataclass(frozen=True, slots=True)
class _Statement:
    """A statement, what to fill in, and how each of its columns is read."""

    sql: str
    places: tuple[object, ...]
    converters: tuple[tuple[int, Iterable[Convert], object], ...]
    fields: tuple[tuple[int, str], ...]
    beside: tuple[tuple[int, str], ...]

    def ask(self, values: tuple[Asked, ...]) -> list[list[Any]]:
        """Return the rows for these values, as Python has them."""
        database = connections[DEFAULT_DB_ALIAS]
        with database.cursor() as cursor:
            cursor.execute(self.sql, tuple(_filled(self.places, values, plainly(database))))
            found = [list(row) for row in cursor.fetchall()]
        for row in found:
            for at, converts, expression in self.converters:
                for convert in converts:
                    row[at] = convert(row[at], expression, database)
        return found


class Prepared(Generic[Row]):
    """A query that is built once for each kind of database, and asked with other values each time.

    `build` gets stand-ins for the values, so what it builds must not depend on them; the day of a
    moment may stand in it as well.
    """

    def __init__(self, model: type[Row], build: Callable[..., QuerySet[Row, Any]]) -> None:
        self._model = model
        self._build = build
        self._statements: dict[str, _Statement] = {}

    def ask(self, *values: Asked) -> list[Row]:
        """Return the rows for these values."""
        statement = self._statement(values)
        names = [name for _, name in statement.fields]
        made = []
        for row in statement.ask(values):
            found = [row[at] for at, _ in statement.fields]
            one = self._model.from_db(connection.alias, names, found)
            for at, name in statement.beside:
                setattr(one, name, row[at])
            made.append(one)
        return made

    def tuples(self, *values: Asked) -> list[tuple[Any, ...]]:
        """Return the columns for these values, where `build` asks for `values_list`."""
        return [tuple(row) for row in self._statement(values).ask(values)]

    def _statement(self, values: tuple[Asked, ...]) -> _Statement:
        if connection.vendor not in self._statements:
            self._statements[connection.vendor] = self._made(values)
        return self._statements[connection.vendor]

    def _made(self, values: tuple[Asked, ...]) -> _Statement:
        instead = tuple(_stand_in(value, number) for number, value in enumerate(values))
        compiler = self._build(*instead).query.get_compiler(connection=connection)
        sql, found = compiler.as_sql()
        how = plainly(connection)
        at = {_Place(number): one for number, one in enumerate(instead)}
        moments = [place for place, one in at.items() if isinstance(one, datetime)]
        every = (*at, *(_Place(place.argument, day=True) for place in moments))
        known = {place.filled(instead, how): place for place in every}
        places = tuple(known.get(value, value) for value in found)
        wanted = self._build(*values).query.sql_with_params()
        if (sql, tuple(_filled(places, values, how))) != wanted:
            raise ValueError(f"what is built depends on the values: {sql}")
        made = compiler.get_converters(column[0] for column in compiler.select)
        converters = tuple((at, tuple(by), expression) for at, (by, expression) in made.items())
        selected = (compiler.klass_info or {}).get("select_fields", ())
        fields = tuple((at, compiler.select[at][0].target.attname) for at in selected)
        beside = tuple((at, name) for name, at in (compiler.annotation_col_map or {}).items())
        return _Statement(sql, places, converters, fields, beside)


def _filled(places: tuple[object, ...], values: tuple[Asked, ...], how: Plainly) -> list[Any]:
    return [place.filled(values, how) if isinstance(place, _Place) else place for place in places]


def _day(moment: datetime) -> date:
    return moment.astimezone(HERE).date()


def _stand_in(value: Asked, number: int) -> Asked:
    """Return a value of the same type that occurs nowhere else."""
    match value:
        case UUID():
            return UUID(int=number + 1)
        case datetime():
            return datetime(2, 2, 2, tzinfo=UTC) + timedelta(days=number)
        case date():
            return date(1, 1, 1) + timedelta(days=number)
    return f"stand-in {number}"
