"""Adds and changes rows with statements that are built once: Django builds them at every deed.

Values that no database takes as they are, are converted by type or else by their fields; errors
are Django's.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import Field, Model

from .plainly import plainly

Column: TypeAlias = "Field[Any, Any]"

# Two values of which either may be missing; SQLite knows the standard's words since 3.39 only.
DIFFERS = {"sqlite": "IS NOT", "postgresql": "IS DISTINCT FROM"}

# What a database takes as it is, whatever the column.
PLAIN = (str, int, bool, float, type(None))


def add(made: Sequence[Model]) -> None:
    """Add rows of one table, and give them the numbers that the database gave."""
    if not made:
        return
    model = type(made[0])
    numbered = made[0].pk is None
    columns = _columns(model, numbered)
    values = _values(columns, (_named(row, columns) for row in made))
    statement = _statement(connection.vendor, model, len(made), numbered, (), ())
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        if numbered:
            for row, (number,) in zip(made, cursor.fetchall(), strict=True):
                row.pk = number


def put(model: type[Model], rows: Sequence[Mapping[str, object]], unique: tuple[str, ...]) -> None:
    """Add rows of a table that numbers them, or replace those with the same `unique` columns.

    Each row has every column but the number, a reference named as its column, with `_id`. A row
    that would stay as it is, is not written.
    """
    if not rows:
        return
    columns = _columns(model, True)
    values = _values(columns, ([row[one.attname] for one in columns] for row in rows))
    update = tuple(one.attname for one in columns if one.attname not in unique)
    with connection.cursor() as cursor:
        cursor.execute(
            _statement(connection.vendor, model, len(rows), True, unique, update), values
        )


def change(row: Model, names: tuple[str, ...]) -> None:
    """Write these columns of one row; a reference is named as its column, with `_id`."""
    meta = row._meta
    field = {one.attname: one for one in meta.concrete_fields}
    fields = [*(field[name] for name in names), meta.pk]
    values = _values(fields, [_named(row, fields)])
    with connection.cursor() as cursor:
        cursor.execute(_update(connection.vendor, type(row), names), values)


def _named(row: Model, columns: Sequence[Column]) -> list[object]:
    return [getattr(row, one.attname) for one in columns]


def _values(columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> list[Any]:
    """Return what goes to the database; a field converts what the database does not take."""
    database = connections[DEFAULT_DB_ALIAS]
    how = plainly(database)
    found: list[Any] = []
    for row in rows:
        for field, value in zip(columns, row, strict=True):
            kind = type(value)
            if kind in how:
                found.append(how[kind](value))
            elif kind in PLAIN:
                found.append(value)
            else:
                found.append(field.get_db_prep_save(value, database))
    return found


@lru_cache(maxsize=64)
def _columns(model: type[Model], numbered: bool) -> tuple[Column, ...]:
    columns = model._meta.concrete_fields
    return tuple(one for one in columns if not (numbered and one.primary_key))


@lru_cache(maxsize=64)
def _update(_: str, model: type[Model], names: tuple[str, ...]) -> str:
    quote, meta = connection.ops.quote_name, model._meta
    column = {one.attname: quote(str(one.column)) for one in meta.concrete_fields}
    columns = [f"{column[name]} = %s" for name in names]
    key = quote(str(meta.pk.column))
    return f"UPDATE {quote(meta.db_table)} SET {', '.join(columns)} WHERE {key} = %s"


@lru_cache(maxsize=256)
def _statement(
    vendor: str,
    model: type[Model],
    rows: int,
    numbered: bool,
    unique: tuple[str, ...],
    update: tuple[str, ...],
) -> str:
    quote, meta = connection.ops.quote_name, model._meta
    column = {field.attname: quote(str(field.column)) for field in meta.concrete_fields}
    key = meta.pk.attname
    names = [name for name in column if not (numbered and name == key)]
    marks = f"({', '.join(['%s'] * len(names))})"
    text = f"INSERT INTO {quote(meta.db_table)} ({', '.join(column[name] for name in names)})"
    text += f" VALUES {', '.join([marks] * rows)}"
    if update:
        text += f" ON CONFLICT ({', '.join(column[name] for name in unique)}) DO UPDATE SET "
        text += ", ".join(f"{column[name]} = EXCLUDED.{column[name]}" for name in update)
        table, differs = quote(meta.db_table), DIFFERS[vendor]
        told = (f"{table}.{column[name]} {differs} EXCLUDED.{column[name]}" for name in update)
        text += f" WHERE {' OR '.join(told)}"
    elif numbered:
        text += f" RETURNING {column[key]}"
    return text
