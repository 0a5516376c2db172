"""A message about a medical examination stands in health, whoever asks (safety rule 9)."""

import pytest

from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.actions.record import RecordStatement, record_statement
from ketenwijzer.casework.actions.refer import MakeReferral
from ketenwijzer.casework.errors import Denied
from ketenwijzer.casework.preview import preview
from ketenwijzer.casework.writing import writing
from tests.web.chain_pages import as_, text, token

NEVER = ("police", "immigration_service", "public_prosecution", "departure_service")
SERVICES = {
    "police": "report_to_police",
    "immigration_service": "residence",
    "public_prosecution": "prosecution",
    "departure_service": "return_help",
}
TOLD = "medisch onderzoek geregeld"
MEDICAL = {"message": "arrange_medical_examination"}
OTHER = {"message": "tell_victim_legal_consequences"}
PAGES = ("", "timeline/", "file/", "people/", "record/", "record/message_sent/", "log/")


@pytest.fixture
def owner(chain, owner):
    """Return the owner of a case in which a medical examination was arranged, and she was told."""
    for message in (MEDICAL, OTHER):
        say(chain, owner, message)
    return owner


def say(chain, who, message):
    with writing(who, chain.number, chain.now, "record") as case:
        record_statement(case, RecordStatement("message_sent", case.today, message))


def messages(who, chain):
    case = open_case(who, chain.number, chain.now)
    records = [r for r in case.records() if r.text("type") == "message_sent"]
    return [(case.section_of(r), r.values("attributes")["message"]) for r in records]


def involved(chain, owner, role):
    partner = chain.member(role)
    sections = ("basics", "identity", "residence")
    services = [n for n in SERVICES.values() if n == SERVICES[role]]
    chain.accept(partner, chain.refer(owner, partner, services[0], sections=sections))
    return partner


def test_each_message_stands_where_its_content_does(chain, owner):
    assert messages(owner, chain) == [
        ("health", MEDICAL["message"]),
        ("residence", OTHER["message"]),
    ]


@pytest.mark.parametrize("role", NEVER)
def test_it_reaches_investigation_and_immigration_nowhere(chain, owner, role):
    partner = involved(chain, owner, role)
    assert messages(partner, chain) == [("residence", OTHER["message"])]

    for page in PAGES:
        answer = as_(partner).get(f"/cases/{chain.number}/{page}")
        assert answer.status_code == 200, page
        assert TOLD not in text(answer), page


@pytest.mark.parametrize("role", NEVER)
def test_whoever_may_not_record_in_health_cannot_record_it(chain, owner, role):
    partner = involved(chain, owner, role)

    with pytest.raises(Denied, match="may_not_record"):
        say(chain, partner, MEDICAL)
    form = {"on": chain.now.date().isoformat(), "token": token(), "a_message": MEDICAL["message"]}
    for step in ("preview", "record"):
        where = f"/cases/{chain.number}/record/message_sent/"
        assert as_(partner).post(where, {**form, "step": step}).status_code in (200, 403)
    assert len(messages(owner, chain)) == 2


def test_a_practitioner_records_that_message_and_is_offered_no_other(chain, owner):
    doctor = chain.member("doctor")
    chain.accept(doctor, chain.refer(owner, doctor, "medical_care"))

    page = as_(doctor).get(f"/cases/{chain.number}/record/message_sent/").content.decode()
    say(chain, doctor, MEDICAL)

    assert 'value="arrange_medical_examination"' in page
    assert f'value="{OTHER["message"]}"' not in page
    with pytest.raises(Denied, match="may_not_record"):
        say(chain, doctor, OTHER)


def test_the_preview_of_a_referral_counts_it_to_health(chain, owner):
    ind = chain.member("immigration_service")
    case = open_case(owner, chain.number, chain.now)
    command = MakeReferral(ind.organisation_id, "residence", ("basics", "residence"), "public_task")

    shown = [one.record for one in preview(case, command, ind.organisation)]

    said = [r.values("attributes") for r in shown if r.text("type") == "message_sent"]
    assert said == [OTHER]
