"""A small chain around one case, made through the deeds, for the tests of its pages."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ketenwijzer.casework.actions.answer import accept_referral, received
from ketenwijzer.casework.actions.record import RecordStatement, record_statement
from ketenwijzer.casework.actions.refer import MakeReferral, make_referral
from ketenwijzer.casework.actions.register import OpenACase, register
from ketenwijzer.casework.models import Member
from ketenwijzer.casework.position import HERE
from ketenwijzer.casework.writing import writing
from ketenwijzer.clock import now

IDENTITY = {"given_name": "Testa", "family_name": "Verzonnen", "birth_year": 1998}
CONTACT = {
    "channel": "telephone",
    "number": "000-1234567",
    "voicemail": "no",
    "never_tell": "haar huisgenoten",
}
HOSTILE = "<script>alert(1)</script>'\"&\x00"

MakeMember = Callable[..., Member]


@dataclass
class Chain:
    """Who works around a case, and its number."""

    police: Member
    colleague: Member
    immigration: Member
    shelter: Member
    number: str
    opened: datetime


def open_case_for(member: Member, days_ago: int = 0, **values: object) -> str:
    """Register a case, some days ago, and return its number."""
    at = now() - timedelta(days=days_ago)
    given: dict[str, object] = {
        "identity": IDENTITY,
        "person": {"age_group": "adult", "nationality": "third_country"},
        "contact_plan": CONTACT,
        **values,
    }
    command = OpenACase(at.astimezone(HERE).date(), **given)  # type: ignore[arg-type]
    return register(member, command, at)


def record(member: Member, number: str, what: str, days_ago: int = 0, **details: object) -> None:
    """Record that something happened, on the day that it did."""
    at = now() - timedelta(days=days_ago)
    with writing(member, number, at, "record") as case:
        record_statement(case, RecordStatement(what, at.astimezone(HERE).date(), details))


def involve(sender: Member, receiver: Member, number: str, service: str, *sections: str) -> None:
    """Refer, and let the receiver accept."""
    assert receiver.organisation is not None
    command = MakeReferral(
        receiver.organisation.id, service, sections, "public_task", explained="proef"
    )
    with writing(sender, number, now(), "refer") as case:
        referral = make_referral(case, command)
    with received(receiver, referral, now(), "answer") as case:
        accept_referral(case, referral)


def chain(member: MakeMember, organisation: Callable[..., object]) -> Chain:
    """Return a case of the police in which the immigration service and a shelter take part."""
    force = organisation("police", name="Politie Voorbeeldstad")
    police = member("worker", of=force, language="nl")
    colleague = member("coordinator", of=force, language="nl")
    ind = member("coordinator", of=organisation("immigration_service", name="IND Proef"))
    shelter = member("worker", of=organisation("shelter", name="Opvang Proef"))
    number = open_case_for(police, 40)
    involve(police, ind, number, "residence", "basics", "identity", "residence")
    involve(police, shelter, number, "shelter", "basics", "contact")
    return Chain(police, colleague, ind, shelter, number, now() - timedelta(days=40))


def page(client: Client, address: str) -> str:
    """Return a page that was answered."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.content.decode()[-500:]
    return answer.content.decode()


def statements(client: Client, address: str) -> int:
    """Return how many SQL statements a page takes, once it is warm."""
    client.get(address)
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


def words_of(html: str) -> str:
    """Return what is to be read on a page."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html))


def token() -> str:
    """Return the token of a new form."""
    return str(uuid4())


def today() -> date:
    """Return today, as pages know it."""
    return now().astimezone(HERE).date()
