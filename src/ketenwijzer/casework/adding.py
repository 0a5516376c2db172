"""Adds and changes rows with statements that are built once: Django builds them at every deed.

Values are converted by the fields themselves, and errors are Django's.
"""

from collections.abc import Sequence
from functools import lru_cache

from django.db import connection
from django.db.models import Model


def add(made: Sequence[Model], unique: tuple[str, ...] = (), update: tuple[str, ...] = ()) -> None:
    """Add rows of one table, and give them the numbers that the database gave.

    Where a row with the same `unique` columns is there already, its `update` columns are replaced.
    """
    if not made:
        return
    model = type(made[0])
    numbered = made[0].pk is None
    columns = [f for f in model._meta.concrete_fields if not (numbered and f.primary_key)]
    statement = _statement(connection.vendor, model, len(made), numbered, unique, update)
    values = [
        field.get_db_prep_save(getattr(row, field.attname), connection)
        for row in made
        for field in columns
    ]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        if numbered and not update:
            for row, (number,) in zip(made, cursor.fetchall(), strict=True):
                row.pk = number


def change(row: Model, names: tuple[str, ...]) -> None:
    """Write these columns of one row."""
    meta = row._meta
    field = {one.name: one for one in meta.concrete_fields}
    fields = [*(field[name] for name in names), meta.pk]
    values = [f.get_db_prep_save(getattr(row, f.attname), connection) for f in fields]
    with connection.cursor() as cursor:
        cursor.execute(_update(connection.vendor, type(row), names), values)


@lru_cache(maxsize=64)
def _update(_: str, model: type[Model], names: tuple[str, ...]) -> str:
    quote, meta = connection.ops.quote_name, model._meta
    column = {one.name: quote(str(one.column)) for one in meta.concrete_fields}
    columns = [f"{column[name]} = %s" for name in names]
    key = quote(str(meta.pk.column))
    return f"UPDATE {quote(meta.db_table)} SET {', '.join(columns)} WHERE {key} = %s"


@lru_cache(maxsize=256)
def _statement(
    _: str,
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
    elif numbered:
        text += f" RETURNING {column[key]}"
    return text
