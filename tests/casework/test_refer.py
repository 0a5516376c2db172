"""Referring: exactly the sections that were chosen, each on its ground, never into limbo."""

from datetime import timedelta
from uuid import uuid4

import pytest

from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.actions.answer import decline_referral, received
from ketenwijzer.casework.actions.consent import ask_consent, withdraw_consent
from ketenwijzer.casework.actions.describe import describe
from ketenwijzer.casework.actions.finish import close_case
from ketenwijzer.casework.actions.ground import NameGround, confirm_ground, name_ground
from ketenwijzer.casework.actions.guard import break_glass, set_bar
from ketenwijzer.casework.actions.refer import (
    MakeReferral,
    make_referral,
    withdraw_referral,
    without_ground,
)
from ketenwijzer.casework.errors import CaseworkError, Denied, NotFound, Refused
from ketenwijzer.casework.models import ReferralRow, TaskRow
from ketenwijzer.casework.preview import preview
from ketenwijzer.casework.writing import writing
from tests.casework.chain import NO, YES, Chain

pytestmark = pytest.mark.usefixtures("on_sqlite")


@pytest.fixture
def chain() -> Chain:
    return Chain()


@pytest.fixture
def owner(chain):
    member = chain.member("care_coordinator")
    chain.opens(member)
    return member


def test_a_referral_names_the_day_that_the_partners_agreed_on(chain, owner):
    shelter = chain.member("shelter")

    chain.refer(owner, shelter, "shelter")

    assert ReferralRow.objects.get().answer_by == chain.now.date() + timedelta(days=1)


def test_basics_always_go_along_as_the_access_decision_gives_them_anyway(chain, owner):
    referral = chain.refer(owner, chain.member("shelter"), "shelter", sections=("contact",))

    assert chain.state(owner).referrals[referral].sections == ("basics", "contact")


def test_a_referral_without_consent_is_refused_where_consent_is_the_ground(chain, owner):
    with pytest.raises(Refused, match="no_consent"):
        chain.refer(owner, chain.member("shelter"), "shelter", ground="consent")


def test_another_ground_must_be_explained(chain, owner):
    with pytest.raises(Refused, match="no_explanation"):
        chain.refer(owner, chain.member("shelter"), "shelter", explained=" ")


def test_a_section_that_needs_consent_does_not_go_on_another_ground_alone(chain, owner):
    lawyer = chain.member("lawyer")

    with pytest.raises(Refused, match="no_consent"):
        chain.refer(owner, lawyer, "legal_aid", sections=("care",))


def test_a_refusal_yields_only_to_a_ground_that_a_second_person_confirmed(chain, owner):
    shelter = chain.member("shelter")
    with writing(owner, chain.number, chain.now, "consent") as case:
        ask_consent(case, shelter.organisation_id, "shelter", ("identity",), NO)
    with pytest.raises(Refused, match="no_consent"):
        chain.refer(owner, shelter, "shelter", sections=("identity",))

    with writing(owner, chain.number, chain.now, "ground") as case:
        ground = name_ground(
            case,
            NameGround(
                shelter.organisation_id, "shelter", ("identity",), "vital_interest", "x", True
            ),
        )
    with writing(chain.colleague(owner), chain.number, chain.now, "ground") as case:
        confirm_ground(case, ground)

    assert chain.refer(owner, shelter, "shelter", sections=("identity",))


def test_consent_for_one_purpose_is_none_for_another(chain, owner):
    shelter = chain.member("shelter")
    with writing(owner, chain.number, chain.now, "consent") as case:
        ask_consent(case, shelter.organisation_id, "care", ("basics", "contact"), YES)

    with pytest.raises(Refused, match="no_consent"):
        chain.refer(owner, shelter, "shelter", sections=("contact",), ground="consent")


def test_consent_that_has_run_out_sends_nothing(chain, owner):
    shelter = chain.member("shelter")
    until = chain.now.date()
    with writing(owner, chain.number, chain.now, "consent") as case:
        answer = type(YES)(True, "nl", "not_needed", True, until)
        ask_consent(case, shelter.organisation_id, "shelter", ("contact",), answer)
    chain.later(days=1)

    with pytest.raises(Refused, match="no_consent"):
        chain.refer(owner, shelter, "shelter", sections=("contact",), ground="consent")


def test_what_went_on_consent_alone_closes_when_she_takes_it_back(chain, owner):
    shelter = chain.member("shelter")
    referral = chain.refer(
        owner, shelter, "shelter", sections=("identity",), ground="consent", consent=YES
    )
    chain.accept(shelter, referral)
    assert chain.sees(shelter, "identity")

    [consent] = chain.state(owner).consents
    with writing(owner, chain.number, chain.now, "withdraw") as case:
        withdraw_consent(case, consent)

    assert not chain.sees(shelter, "identity")
    assert chain.sees(shelter, "basics")


def test_after_a_withdrawal_another_ground_needs_a_second_person(chain, owner):
    shelter = chain.member("shelter")
    asked = chain.refer(
        owner, shelter, "shelter", sections=("identity",), ground="consent", consent=YES
    )
    chain.accept(shelter, asked)
    [consent] = chain.state(owner).consents
    with writing(owner, chain.number, chain.now, "withdraw") as case:
        withdraw_consent(case, consent)

    with pytest.raises(Refused, match="no_consent"):
        chain.refer(owner, shelter, "shelter", sections=("identity",))


def test_the_preview_is_exactly_what_the_receiver_reads_after_acceptance(chain, owner):
    shelter = chain.member("shelter")
    with writing(owner, chain.number, chain.now, "describe") as case:
        describe(case, "contact", {"channel": "signal", "danger_now": True}, 99)
    chain.later(minutes=1)
    with writing(owner, chain.number, chain.now, "describe") as case:
        describe(case, "contact", {"channel": "bellen"}, 99)
    sections = ("basics", "contact")
    command = MakeReferral(shelter.organisation_id, "shelter", sections, "public_task", "", "x")
    shown = preview(open_case(owner, chain.number, chain.now), command, shelter.organisation)

    chain.accept(shelter, chain.refer(owner, shelter, "shelter", sections=sections))

    reads = {r.number for r in open_case(shelter, chain.number, chain.now).records()}
    new = {r.number for r in chain.state(owner).records if r.kind.startswith("referral_")}
    assert {s.record.number for s in shown} == reads - new
    assert [s.record.data["channel"] for s in shown if s.earlier] == ["signal"]


def test_the_preview_shows_nothing_that_the_sender_does_not_read(chain, owner):
    shelter = chain.member("shelter")
    chain.accept(shelter, chain.refer(owner, shelter, "shelter", sections=("identity",)))
    lawyer = chain.organisation("lawyer")
    case = open_case(shelter, chain.number, chain.now)
    command = MakeReferral(lawyer.id, "legal_aid", ("basics", "contact"), "public_task", "", "x")

    assert {s.section for s in preview(case, command, lawyer)} <= {"basics"}


def test_what_goes_at_once_names_nobody_and_no_place(chain):
    owner = chain.member("care_coordinator")
    chain.opens(
        owner,
        identity={"given_name": "Kanarienaam", "languages": "Tigrinya"},
        person={"age_group": "minor", "nationality": "third_country", "birth_date": "2012-02-03"},
        contact_plan={"channel": "Kanariekanaal", "danger_now": True, "address": "Kanariestraat"},
    )
    referral = chain.refer(owner, chain.member("shelter"), "shelter")

    assert chain.state(owner).referrals[referral].introduction == {
        "age_group": "minor",
        "nationality": "third_country",
        "language": "Tigrinya",
        "interpreter": "",
        "danger": True,
    }


def test_a_closed_case_is_referred_nowhere(chain, owner):
    with writing(owner, chain.number, chain.now, "close") as case:
        close_case(case, "her_wish", "")

    with pytest.raises(Refused, match="not_open"):
        chain.refer(owner, chain.member("shelter"), "shelter")


def test_a_partner_on_paper_cannot_become_the_owner(chain, owner):
    paper = chain.organisation("shelter", on_paper=True)

    with pytest.raises(Refused, match="owner_on_paper"):
        chain.refer(owner, paper, "shelter", hands_over=True)


def test_only_the_owner_hands_over(chain, owner):
    shelter = chain.member("shelter")
    chain.accept(shelter, chain.refer(owner, shelter, "shelter"))

    with pytest.raises(Denied, match="only_owner"):
        chain.refer(shelter, chain.member("ngo"), "support", hands_over=True)


def test_a_broken_glass_only_reads_and_sends_nothing_on(chain, owner):
    outsider = chain.member("police")
    break_glass(outsider, chain.number, "identity", "nood", chain.now)

    with pytest.raises(Denied, match="glass_reads_only"):
        chain.refer(outsider, chain.member("labour_inspectorate"), "report_to_police")


def test_a_barred_and_an_unknown_receiver_are_refused_in_the_same_words(chain, owner):
    barred = chain.organisation("shelter")
    with writing(owner, chain.number, chain.now, "bar") as case:
        set_bar(case, organisation=barred.id, member=None, reason="x")
    said = []
    for receiver in (barred.id, uuid4()):
        with (
            pytest.raises(CaseworkError) as error,
            writing(owner, chain.number, chain.now, "x") as c,
        ):
            make_referral(c, MakeReferral(receiver, "shelter", ("basics",), "public_task", "", "x"))
        said.append(error.value.in_language("nl"))

    assert said[0] == said[1]


def test_an_outsider_refers_nothing_and_leaves_nothing(chain, owner):
    before = chain.case().head_number

    with pytest.raises(NotFound):
        chain.refer(chain.member("police"), chain.member("shelter"), "shelter")

    assert chain.case().head_number == before


def test_whoever_did_not_send_a_referral_does_not_withdraw_it(chain, owner):
    shelter, ngo = chain.member("shelter"), chain.member("ngo")
    chain.accept(ngo, chain.refer(owner, ngo, "support"))
    referral = chain.refer(owner, shelter, "shelter")

    with (
        pytest.raises(Denied, match="only_sender"),
        writing(ngo, chain.number, chain.now, "x") as c,
    ):
        withdraw_referral(c, referral, "weg")


def test_the_owner_sees_to_what_somebody_sent_who_has_left(chain, owner):
    ngo, shelter = chain.member("ngo"), chain.member("shelter")
    first = chain.refer(owner, ngo, "support", sections=("basics", "contact"))
    chain.accept(ngo, first)
    sent = chain.refer(ngo, shelter, "shelter")
    with received(ngo, first, chain.now, "done") as case:
        case.add("referral_done", None, id=first.hex, reason="klaar")

    with writing(owner, chain.number, chain.now, "withdraw") as case:
        withdraw_referral(case, sent, "niet meer nodig")

    assert not chain.state(owner).referrals[sent].is_open


def test_referring_again_does_the_task_that_a_decline_left(chain, owner):
    shelter = chain.member("shelter")
    declined = chain.refer(owner, shelter, "shelter")
    with received(shelter, declined, chain.now, "decline") as case:
        decline_referral(case, declined, "vol")
    assert TaskRow.objects.filter(kind="refer_again").count() == 1

    chain.refer(owner, chain.member("shelter"), "shelter", again=declined)

    assert not TaskRow.objects.exists()


def test_what_still_lacks_a_ground_can_be_asked_beforehand(chain, owner):
    case = open_case(owner, chain.number, chain.now)
    doctor = chain.organisation("doctor")
    command = MakeReferral(doctor.id, "medical_care", ("basics", "identity"), "consent")

    assert without_ground(case, command, "doctor") == {"identity"}


def test_safety_rule_9_nobody_learns_from_a_refusal_that_another_already_referred_her(chain, owner):
    other = chain.member("police")
    chain.accept(other, chain.refer(owner, other, "report_to_police"))
    lawyer = chain.member("lawyer")
    chain.refer(owner, lawyer, "legal_aid")

    with pytest.raises(Refused, match="already_sent"):
        chain.refer(owner, lawyer, "legal_aid")

    assert chain.refer(other, lawyer, "legal_aid")
