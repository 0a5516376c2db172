"""Adds and changes rows with statements that are built once: Django builds them at every deed.

Values that no database takes as they are, are converted by type or else by their fields; errors
are Django's.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import Field, Model

from .plainly import plainly

# Two values of which either may be missing; SQLite knows the standard's words since 3.39 only.
DIFFERS = {"sqlite": "IS NOT", "postgresql": "IS DISTINCT FROM"}

# What a database takes as it is, whatever the column.
PLAIN = (str, int, bool, float, type(None))


def add(made: Sequence[Model], unique: tuple[str, ...] = (), update: tuple[str, ...] = ()) -> None:
    """Add rows of one table, and give them the numbers that the database gave.

    Where a row with the same `unique` columns is there already, its `update` columns are replaced;
    a row that would stay as it is, is not written.
    """
    if not made:
        return
    model = type(made[0])
    numbered = made[0].pk is None
    columns = [f for f in model._meta.concrete_fields if not (numbered and f.primary_key)]
    statement = _statement(connection.vendor, model, len(made), numbered, unique, update)
    values = _values((row, field) for row in made for field in columns)
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        if numbered and not update:
            for row, (number,) in zip(made, cursor.fetchall(), strict=True):
                row.pk = number


def change(row: Model, names: tuple[str, ...]) -> None:
    """Write these columns of one row; a reference is named as its column, with `_id`."""
    meta = row._meta
    field = {one.attname: one for one in meta.concrete_fields}
    fields = [*(field[name] for name in names), meta.pk]
    values = _values((row, one) for one in fields)
    with connection.cursor() as cursor:
        cursor.execute(_update(connection.vendor, type(row), names), values)


def _values(places: Iterable[tuple[Model, "Field[Any, Any]"]]) -> list[Any]:
    """Return what goes to the database; a field converts what the database does not take."""
    database = connections[DEFAULT_DB_ALIAS]
    how = plainly(database)
    found = []
    for row, field in places:
        value = getattr(row, field.attname)
        kind = type(value)
        if kind in how:
            value = how[kind](value)
        elif kind not in PLAIN:
            value = field.get_db_prep_save(value, database)
        found.append(value)
    return found


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
    column = {field.name: quote(str(field.column)) for field in meta.concrete_fields}
    key = meta.pk.name
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
