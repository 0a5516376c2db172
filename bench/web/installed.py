"""What is done with Django in one database of the bench, as a process of its own.

python -m bench.web.installed prepare            tables, partners, sessions
python -m bench.web.installed check --sample N   the rows of a sample, made again, are the same
python -m bench.web.installed sound              after the load nothing is damaged
python -m bench.web.installed ask --cases N      what the load will ask, as JSON
"""

import argparse
import json
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

import django

django.setup()

from allauth.usersessions.models import UserSession  # noqa: E402
from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.contrib.sessions.models import Session  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.db.models import Model  # noqa: E402
from django.urls import NoReverseMatch, reverse  # noqa: E402

from ketenwijzer.casework.models import (  # noqa: E402
    Bar,
    Case,
    Involvement,
    Member,
    ReferralRow,
    SearchToken,
    TaskRow,
)
from ketenwijzer.casework.position import HERE, agreement  # noqa: E402
from ketenwijzer.casework.rebuild import rebuild_one  # noqa: E402
from ketenwijzer.casework.verify import verify  # noqa: E402

from .models import BareCase, BareEvent  # noqa: E402
from .people import People, rows_of  # noqa: E402
from .stories import number_of, story  # noqa: E402
from .visits import KIND  # noqa: E402

PROJECTED = (Involvement, ReferralRow, TaskRow, Bar, SearchToken)
ASKED = 4000
VERIFIED = 20_000
PAGES: dict[str, tuple[str, tuple[str, ...]]] = {
    "worklist": ("worklist", ()),
    "search": ("search", ()),
    "case": ("case", ("NUMBER",)),
    "record": ("record_type", ("NUMBER", KIND)),
}


def prepare(given: argparse.Namespace) -> None:
    """Make the tables, the partners, and a session for everyone."""
    call_command("migrate", verbosity=0)
    with connection.schema_editor() as schema:
        for model in (BareCase, BareEvent):
            schema.create_model(model)
    with transaction.atomic():
        for row in rows_of(People()):
            row.save(force_insert=True)
        members = list(Member.objects.select_related("organisation"))
        Session.objects.bulk_create(_session(member, given.now) for member in members)
        UserSession.objects.bulk_create(
            UserSession(user=member, session_key=member.pk.hex, ip="127.0.0.1", user_agent="bench")
            for member in members
        )


def _session(member: Member, now: datetime) -> Session:
    store = SessionStore()
    said = {
        SESSION_KEY: str(member.pk),
        BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[-1],
        HASH_SESSION_KEY: member.get_session_auth_hash(),
        "second_factor": True,
        "seen": now.isoformat(),
    }
    return Session(member.pk.hex, store.encode(said), now + timedelta(days=1))


def check(given: argparse.Namespace) -> None:
    """Make the rows of some cases again and compare; verify all chronologies of the smaller."""
    chance = Random(given.cases)
    for index in sorted(chance.sample(range(given.cases), min(given.sample, given.cases))):
        with transaction.atomic():
            case = Case.objects.get(number=number_of(index))
            before = _rows_of(case)
            rebuild_one(case, given.now)
            assert _rows_of(case) == before, case.number
            transaction.set_rollback(True)
    sound(given)


def sound(given: argparse.Namespace) -> None:
    """Verify all chronologies of the smaller, and that SQLite calls its own file sound."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            said = cursor.execute("pragma integrity_check").fetchone()[0]
        assert said == "ok", said
    if given.cases <= VERIFIED:
        found = verify()
        assert not found.faults, found.faults[:3]


def _rows_of(case: Case) -> list[list[tuple[object, ...]]]:
    case.refresh_from_db()
    kept: list[list[tuple[object, ...]]] = [[(case.status, case.look_again, case.merged_into_id)]]
    for model in PROJECTED:
        names = [
            f.attname for f in model._meta.concrete_fields if not _is_counted(model, f.attname)
        ]
        found = model.objects.filter(case=case).values_list(*names)
        kept.append(sorted((tuple(map(_plain, row)) for row in found), key=repr))
    return kept


def _is_counted(model: type[Model], name: str) -> bool:
    return name == "id" and model is not ReferralRow and model is not TaskRow


def _plain(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else value


def ask(given: argparse.Namespace) -> None:
    """Say which cases and members the load will ask for, and where the pages are."""
    people, chance = People(), Random(given.cases + 1)
    some = chance.sample(range(given.cases), min(ASKED, given.cases))
    stories = [story(index, people, given.now) for index in some]
    members = [m for p in people.everyone() for m in (p.coordinator, *p.workers)]
    asked = {
        "pages": {name: _address(*page) for name, page in PAGES.items()},
        "sessions": {member.hex: member.hex for member in members},
        "cases": [
            (one.number, one.member.hex, one.name, one.birth_year, one.owner.role)
            for one in stories
        ],
        "purposes": {name: role.purposes[0] for name, role in agreement().roles.items()},
        "today": given.now.astimezone(HERE).date().isoformat(),
    }
    json.dump(asked, sys.stdout)


def _address(name: str, parts: tuple[str, ...]) -> str:
    """Return where a page is, `{}` standing for the number of a case; empty if it is not there."""
    try:
        return reverse(name, args=parts).replace("NUMBER", "{}")
    except NoReverseMatch:
        return ""


DEEDS: dict[str, Callable[[argparse.Namespace], None]] = {
    "prepare": prepare,
    "check": check,
    "sound": sound,
    "ask": ask,
}

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("deed", choices=DEEDS)
    parser.add_argument("--now", type=datetime.fromisoformat, required=True)
    parser.add_argument("--cases", type=int, default=0)
    parser.add_argument("--sample", type=int, default=0)
    asked = parser.parse_args()
    DEEDS[asked.deed](asked)
