"""How many SQL statements it takes stays bounded, however long a case is."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.actions.answer import accept_referral, received
from ketenwijzer.casework.actions.record import RecordStatement, record_statement
from ketenwijzer.casework.actions.refer import MakeReferral, make_referral
from ketenwijzer.casework.actions.register import OpenACase, register
from ketenwijzer.casework.models import Member
from ketenwijzer.casework.queries import Wanted, numbers_of, worklist
from ketenwijzer.casework.writing import writing
from tests.casework.conftest import IDENTITY, NOW

# What signing in and the page around it take: the session and the member.
OF_A_PAGE = 2
MOST_OF_A_LIST = 8 - OF_A_PAGE
MOST = 12 - OF_A_PAGE
INDICATION = RecordStatement("indication", date(2026, 11, 20))


@pytest.fixture
def owner(database, member) -> Member:
    return member()


@pytest.fixture
def long_case(owner, member, organisation, open_a_case):
    """Return a case with three partners and some twenty entries."""
    case = open_a_case(owner)
    for role, service in (
        ("comensha", "registration"),
        ("lawyer", "legal_aid"),
        ("police", "report_to_police"),
    ):
        partner = member(organisation(role))
        sections = ("basics", "identity")
        with writing(owner, case.number, NOW, "refer") as written:
            command = MakeReferral(
                partner.organisation_id, service, sections, "public_task", "", "verzonnen"
            )
            referral = make_referral(written, command)
        with received(partner, referral, NOW, "accept") as written:
            accept_referral(written, referral)
    for _ in range(10):
        with writing(owner, case.number, NOW, "record") as written:
            record_statement(written, INDICATION)
    return case


def test_opening_a_case_and_all_that_is_told_of_it(owner, long_case):
    with CaptureQueriesContext(connection) as asked:
        case = open_case(owner, long_case.number, NOW)
        case.records()
        case.seen()

    assert len(asked) <= MOST


def test_recording_an_event(owner, long_case):
    with (
        CaptureQueriesContext(connection) as asked,
        writing(owner, long_case.number, NOW + timedelta(hours=1), "record", uuid4()) as case,
    ):
        record_statement(case, INDICATION)

    assert _statements(asked) <= MOST


def test_registering_a_case(owner):
    command = OpenACase(date(2026, 11, 19), dict(IDENTITY), token=uuid4())

    with CaptureQueriesContext(connection) as asked:
        register(owner, command, NOW)

    assert _statements(asked) <= MOST


@pytest.mark.parametrize("role", ["worker", "coordinator"])
def test_a_page_of_the_worklist(owner, long_case, member, role):
    colleague = member(owner.organisation, role=role)

    with CaptureQueriesContext(connection) as asked:
        found = worklist(colleague, NOW, Wanted(whose="all"))
        numbers_of(colleague, NOW)

    assert bool(found.rows) == (role == "coordinator")
    assert len(asked) <= MOST_OF_A_LIST


def _statements(asked: CaptureQueriesContext) -> int:
    """Return how many statements there were; what begins and ends a transaction is none."""
    return sum(q["sql"].split()[0] not in ("BEGIN", "COMMIT") for q in asked.captured_queries)
