"""Two ways to insert beside each other, both through django-ninja, both without a page.

/bench/bare      a case with an event into two tables: no sign-in, no keys, no chain, no rows
/bench/append    an event in a case: the deed that the page does, for a member named in the request
"""

from datetime import date
from functools import partial
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest
from ninja import NinjaAPI, Schema

from ketenwijzer.casework.actions.record import RecordStatement, record_statement
from ketenwijzer.casework.recording import record_in
from ketenwijzer.casework.signed_in import member_signed_in
from ketenwijzer.casework.writing import Writing
from ketenwijzer.clock import now

from .models import BareCase, BareEvent

api = NinjaAPI(docs_url=None, openapi_url=None)


class Given(Schema):
    number: str
    kind: str
    on: date


class GivenInCase(Given):
    member: UUID
    token: UUID


class Made(Schema):
    number: str
    event: int


@api.post("/bare", response=Made)
def bare(request: HttpRequest, given: Given) -> Made:
    moment = now()
    with transaction.atomic():
        case = BareCase.objects.create(number=given.number, opened_at=moment)
        event = BareEvent.objects.create(
            case=case, kind=given.kind, on=given.on, recorded_at=moment
        )
    return Made(number=case.number, event=event.id)


@api.post("/append", response=Made)
def append(request: HttpRequest, given: GivenInCase) -> Made:
    member = member_signed_in(given.member)
    assert member is not None
    said = RecordStatement(given.kind, given.on)
    event = record_in(member, given.number, now(), "record", given.token, partial(_append, said))
    assert event is not None
    return Made(number=given.number, event=event)


def _append(said: RecordStatement, case: Writing) -> int:
    record_statement(case, said)
    return case.case.head_number + 1
