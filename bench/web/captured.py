"""What the real code would store, kept instead of stored.

The chronology is written, the access log is kept and the rows are made by the very functions that
the application uses; only Django's way to the database is taken away below them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from itertools import count
from sys import modules
from types import ModuleType
from unittest.mock import patch

from django.db.models import Model, QuerySet

from ketenwijzer.casework import adding

from .rows import Rows


class Captured:
    """The rows of each table; `first` is the number before the first that it may give a row."""

    def __init__(self, first: int) -> None:
        self.rows: Rows = {}
        self._ids: dict[str, Iterator[int]] = defaultdict(lambda: count(first + 1))

    def keep(self, one: Model) -> Model:
        """Keep one row, and give it the number that the database would give."""
        meta = one._meta
        if one.pk is None:
            one.pk = next(self._ids[meta.db_table])
        if meta.db_table not in self.rows:
            self.rows[meta.db_table] = tuple(f.column for f in meta.concrete_fields), []
        values = tuple(getattr(one, field.attname) for field in meta.concrete_fields)
        self.rows[meta.db_table][1].append(values)
        return one

    def count(self, model: type[Model]) -> int:
        """Return how many rows of a table there are."""
        return len(self.rows.get(model._meta.db_table, ((), []))[1])


@contextmanager
def captured(first: int) -> Iterator[Captured]:
    """Catch what would be stored while the block runs."""
    kept = Captured(first)

    def bulk_create(_: object, made: Iterable[Model], *__: object, **___: object) -> list[Model]:
        return [kept.keep(one) for one in made]

    def create(self: QuerySet[Model], **values: object) -> Model:
        return kept.keep(self.model(**values))

    def add(made: Sequence[Model], *_: object) -> None:
        bulk_create(None, made)

    def put(model: type[Model], rows: Sequence[Mapping[str, object]], *_: object) -> None:
        bulk_create(None, (model(**row) for row in rows))

    def save(self: Model, *, force_insert: bool = False, **_: object) -> None:
        if force_insert:
            kept.keep(self)

    def nothing(*_: object, **__: object) -> None:
        return None

    with ExitStack() as stack:
        for owner, name, instead in (
            *((module, "add", add) for module in _having(adding.add)),
            *((module, "put", put) for module in _having(adding.put)),
            (QuerySet, "bulk_create", bulk_create),
            (QuerySet, "create", create),
            (QuerySet, "delete", nothing),
            (Model, "save", save),
        ):
            stack.enter_context(patch.object(owner, name, instead))
        yield kept


def _having(way: Callable[..., None]) -> list[ModuleType]:
    """Return the modules that have this way to the database, past Django's own, by its name."""
    return [one for one in [*modules.values()] if vars(one).get(way.__name__) is way]
