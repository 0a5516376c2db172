"""An empty database on both engines, and people and cases to fill it with."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest

from ketenwijzer.casework.actions.register import OpenACase, register
from ketenwijzer.casework.models import Case, Member, Organisation
from tests.databases import (
    database,
    on_postgres,
    on_sqlite,
    postgres_socket,
    postgres_template,
    shared_folder,
    sqlite_template,
)

__all__ = [
    "database",
    "on_postgres",
    "on_sqlite",
    "postgres_socket",
    "postgres_template",
    "shared_folder",
    "sqlite_template",
]

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
IDENTITY: dict[str, object] = {
    "given_name": "Proef",
    "family_name": "Persoon",
    "birth_date": "1999-01-01",
}

MakeOrganisation = Callable[..., Organisation]
MakeMember = Callable[..., Member]
OpenCase = Callable[..., Case]


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def organisation() -> MakeOrganisation:
    """Return a function that makes an organisation of a role."""

    def make(role: str = "shelter", **values: object) -> Organisation:
        name = str(values.pop("name", f"Proef {role} {uuid4().hex[:8]}"))
        return Organisation.objects.create(name=name, role=role, **values)

    return make


@pytest.fixture
def member(organisation) -> MakeMember:
    """Return a function that makes a member of an organisation."""

    def make(of: Organisation | None = None, role: str = "coordinator", **values: object) -> Member:
        login = f"proef-{uuid4().hex[:8]}"
        values = {"name": f"Proef {login}", **values}
        return Member.objects.create(
            username=login, organisation=of or organisation("care_coordinator"), role=role, **values
        )

    return make


@pytest.fixture
def open_a_case(member) -> OpenCase:
    """Return a function that registers a case and returns it."""

    def make(
        by: Member | None = None,
        *,
        now: datetime = NOW,
        identity: dict[str, object] | None = None,
        token: UUID | None = None,
        **values: object,
    ) -> Case:
        command = OpenACase(
            first_indication=date(2026, 11, 19),
            identity=IDENTITY if identity is None else identity,
            token=token,
            **values,  # type: ignore[arg-type]
        )
        return Case.objects.get(number=register(by or member(), command, now))

    return make
