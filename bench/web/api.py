"""Two ways to insert beside each other, both through django-ninja, both without a page.

/bench/bare      a case with an event into two tables: no sign-in, no keys, no chain, no rows
/bench/append    an event in a case: the deed that the page does, for a member named in the request
"""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest
from ninja import NinjaAPI, Schema

from ketenwijzer.casework.actions.record import RecordStatement, record_statement
from ketenwijzer.casework.signed_in import member_signed_in
from ketenwijzer.casework.writing import writing
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
    with writing(member, given.number, now(), "record", given.token) as case:
        record_statement(case, RecordStatement(given.kind, given.on))
    return Made(number=given.number, event=case.case.head_number)
