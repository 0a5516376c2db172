"""An empty database, organisations and people, and browsers that are signed in as them."""

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client, override_settings

from ketenwijzer.casework.models import Member, Organisation
from tests.casework.chain import Chain
from tests.databases import on_sqlite, shared_folder, sqlite_template
from tests.web.chain_pages import now_chain, opened

__all__ = ["on_sqlite", "shared_folder", "sqlite_template"]

BACKEND = "ketenwijzer.web.accounts.Members"
PASSWORD = "een lang verzonnen wachtwoord"
PLAIN_FILES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

START_CODE = re.compile(r"[2-9A-Z]{4}(?:-[2-9A-Z]{4}){3}")

MakeOrganisation = Callable[..., Organisation]
MakeMember = Callable[..., Member]
Browser = Callable[..., Client]


def code_in(page: str) -> str:
    """Return the start code that a page shows."""
    [code] = START_CODE.findall(page)
    return str(code)


@pytest.fixture(autouse=True)
def site(on_sqlite):
    """Serve from an empty database, with files under their own names."""
    with override_settings(STORAGES=PLAIN_FILES):
        yield on_sqlite


@pytest.fixture
def organisation() -> MakeOrganisation:
    """Return a function that makes an organisation."""

    def make(role: str = "care_coordinator", **values: Any) -> Organisation:
        name = values.pop("name", f"Proef {role} {uuid4().hex[:8]}")
        return Organisation.objects.create(name=name, role=role, **values)

    return make


@pytest.fixture
def member(organisation) -> MakeMember:
    """Return a function that makes a member of an organisation."""

    def make(role: str = "worker", of: Organisation | None = None, **values: object) -> Member:
        login = str(values.pop("username", f"proef-{uuid4().hex[:8]}"))
        made = Member(
            username=login, name=f"Proef {login}", role=role, organisation=of or organisation()
        )
        for name, value in values.items():
            setattr(made, name, value)
        made.set_unusable_password()
        made.save()
        return made

    return make


@pytest.fixture
def browser() -> Browser:
    """Return a function that gives a browser, signed in as a member."""

    def make(who: Member | None = None, **options: Any) -> Client:
        client = Client(**options)
        if who is not None:
            client.force_login(who, backend=BACKEND)
        return client

    return make


@pytest.fixture
def chain() -> Chain:
    """Return a chain that lives at this moment."""
    return now_chain()


@pytest.fixture
def owner(chain: Chain) -> Member:
    """Return who coordinates the care, in whose name a case with a canary in each field is open."""
    coordinator = chain.member("care_coordinator")
    opened(chain, coordinator)
    return coordinator
