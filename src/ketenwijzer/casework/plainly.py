"""How values go to the database at hand: as its fields would write them, without asking the fields.

What is not listed goes as it is, or by the field, whichever the caller knows to be right.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from operator import attrgetter
from typing import Any
from uuid import UUID

from django.db.backends.base.base import BaseDatabaseWrapper

Plainly = Mapping[type, Callable[[Any], object]]


def plainly(database: BaseDatabaseWrapper) -> Plainly:
    """Return, by type, what makes of a value what this database takes."""
    return BY_TYPE[database.vendor]


def _same(value: object) -> object:
    return value


def _in_utc(moment: datetime) -> str:
    return str(moment.astimezone(UTC).replace(tzinfo=None))


BY_TYPE: Mapping[str, Plainly] = {
    "postgresql": dict.fromkeys((UUID, datetime, date, bytes), _same),
    "sqlite": {UUID: attrgetter("hex"), datetime: _in_utc, date: date.isoformat, bytes: _same},
}
