"""Answering: seen, accepted, declined, done; by paper; handed over; and never in limbo."""

from datetime import timedelta

import pytest

from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.actions.answer import (
    Came,
    accept_referral,
    answer_for_paper,
    decline_referral,
    finish_referral,
    received,
    see_referral,
)
from ketenwijzer.casework.actions.finish import do_task
from ketenwijzer.casework.actions.guard import break_glass, raise_flag
from ketenwijzer.casework.actions.refer import withdraw_referral
from ketenwijzer.casework.errors import Denied, NotFound, Refused
from ketenwijzer.casework.models import Involvement, ReferralRow, TaskRow
from ketenwijzer.casework.statuses import Basis, ReferralStatus
from ketenwijzer.casework.tick import tick
from ketenwijzer.casework.writing import writing
from tests.casework.chain import Chain

pytestmark = pytest.mark.usefixtures("on_sqlite")


@pytest.fixture
def chain() -> Chain:
    return Chain()


@pytest.fixture
def owner(chain):
    member = chain.member("care_coordinator")
    chain.opens(member)
    return member


@pytest.fixture
def shelter(chain):
    return chain.member("shelter")


@pytest.fixture
def paper(chain):
    return chain.organisation("shelter", on_paper=True)


def test_a_referral_is_seen_once(chain, owner, shelter):
    referral = chain.refer(owner, shelter, "shelter")
    for _ in range(2):
        with received(shelter, referral, chain.now, "look") as case:
            see_referral(case, referral)

    assert [r.kind for r in chain.state(owner).records].count("referral_seen") == 1


def test_whoever_accepts_may_leave_the_case_to_the_organisation(chain, owner, shelter):
    chain.accept(shelter, chain.refer(owner, shelter, "shelter"), take=False)

    assert chain.state(owner).parts[shelter.organisation_id].assigned is None


def test_accepting_does_not_take_a_case_from_the_colleague_who_has_it(chain, owner, shelter):
    colleague = chain.colleague(shelter)
    chain.accept(shelter, chain.refer(owner, shelter, "shelter"))
    chain.accept(colleague, chain.refer(owner, shelter, "shelter"), take=False)

    assert chain.state(owner).parts[shelter.organisation_id].assigned == shelter.id


def test_only_the_receiver_answers(chain, owner, shelter):
    referral = chain.refer(owner, shelter, "shelter")

    for other in (owner, chain.member("police"), chain.member(shelter.organisation, "analyst")):
        with pytest.raises(NotFound), received(other, referral, chain.now, "accept") as case:
            accept_referral(case, referral)

    assert chain.state(owner).referrals[referral].is_open


def test_an_answer_is_given_once(chain, owner, shelter):
    referral = chain.refer(owner, shelter, "shelter")
    chain.accept(shelter, referral)

    with pytest.raises(Refused, match="answered_already"):
        chain.accept(shelter, referral)


def test_a_withdrawn_referral_is_there_for_the_receiver_no_longer(chain, owner, shelter):
    referral = chain.refer(owner, shelter, "shelter")
    with writing(owner, chain.number, chain.now, "x") as case:
        withdraw_referral(case, referral, "vergist")

    with pytest.raises(NotFound):
        chain.accept(shelter, referral)


def test_a_decline_needs_a_reason_and_carries_what_else_could_help(chain, owner, shelter):
    referral = chain.refer(owner, shelter, "shelter")
    other = chain.organisation("womens_shelter")
    with (
        pytest.raises(Refused, match="no_reason"),
        received(shelter, referral, chain.now, "x") as c,
    ):
        decline_referral(c, referral, " ")
    with received(shelter, referral, chain.now, "decline") as case:
        decline_referral(case, referral, "vol", "volgende week", other.id, "shelter")

    found = chain.state(owner).referrals[referral]
    assert (found.reason, found.alternative) == ("vol", "volgende week")
    assert (found.other_partner, found.other_service) == (other.id, "shelter")


@pytest.mark.parametrize("how", ["declined", "expired"])
def test_nothing_is_in_limbo_when_nobody_helps(chain, owner, shelter, how):
    ngo = chain.member("ngo")
    chain.accept(ngo, chain.refer(owner, ngo, "support"))
    referral = chain.refer(ngo, shelter, "shelter")
    if how == "declined":
        with received(shelter, referral, chain.now, "decline") as case:
            decline_referral(case, referral, "vol")
    else:
        tick(chain.now + timedelta(days=9))

    told = TaskRow.objects.filter(kind="refer_again").values_list("organisation", flat=True)
    assert set(told) == {owner.organisation_id, ngo.organisation_id}


def test_a_task_left_undone_escalates_and_stops_when_it_is_done(chain, owner, shelter):
    referral = chain.refer(owner, shelter, "shelter")
    with received(shelter, referral, chain.now, "decline") as case:
        decline_referral(case, referral, "vol")
    line = Involvement.objects.filter(organisation=owner.organisation)
    tick(chain.now + timedelta(days=2))
    assert "escalated" not in line.get().signs

    chain.later(days=3)
    tick(chain.now)
    assert "escalated" in line.get().signs

    [task] = chain.state(owner).tasks
    with writing(owner, chain.number, chain.now, "task") as case:
        do_task(case, task, "elders geregeld")
    assert "escalated" not in line.get().signs


def test_a_second_referral_still_runs_when_the_first_is_done(chain, owner, shelter):
    first = chain.refer(owner, shelter, "shelter", sections=("basics", "contact"))
    chain.accept(shelter, first)
    womens = chain.refer(owner, shelter, "shelter", sections=("identity",))
    chain.accept(shelter, womens)
    with received(shelter, womens, chain.now, "done") as case:
        finish_referral(case, womens, "gedaan")

    assert chain.sees(shelter, "contact")
    assert not chain.sees(shelter, "identity")


def test_when_all_is_done_the_part_in_the_case_ends(chain, owner, shelter):
    referral = chain.refer(owner, shelter, "shelter")
    chain.accept(shelter, referral)
    chain.later(minutes=1)
    with received(shelter, referral, chain.now, "done") as case:
        finish_referral(case, referral, "gedaan")

    with pytest.raises(NotFound):
        open_case(shelter, chain.number, chain.now)


def test_a_hand_over_makes_the_receiver_the_owner_and_leaves_nothing_behind(chain, owner, shelter):
    ngo = chain.member("ngo")
    declined = chain.refer(owner, ngo, "support")
    with received(ngo, declined, chain.now, "x") as case:
        decline_referral(case, declined, "vol")
    awaited = chain.refer(owner, chain.member("lawyer"), "legal_aid")
    chain.accept(shelter, chain.refer(owner, shelter, "shelter", hands_over=True))
    chain.later(minutes=1)

    state = chain.state(shelter)
    assert state.owner == shelter.organisation_id
    assert state.referrals[awaited].sender == shelter.organisation_id
    assert TaskRow.objects.get().organisation_id == shelter.organisation_id
    assert ReferralRow.objects.get(id=awaited).sender_id == shelter.organisation_id
    with pytest.raises(NotFound):
        open_case(owner, chain.number, chain.now)


def test_until_the_receiver_accepts_whoever_hands_over_stays_owner(chain, owner, shelter):
    chain.refer(owner, shelter, "shelter", hands_over=True)

    assert chain.state(owner).owner == owner.organisation_id


def test_a_broken_glass_gives_no_more_when_a_referral_is_accepted(chain, owner):
    police = chain.member("police")
    break_glass(police, chain.number, "exploitation", "nood", chain.now)
    chain.accept(police, chain.refer(owner, police, "report_to_police"), take=False)

    part = chain.state(owner).parts[police.organisation_id]
    assert (part.basis, part.sections, part.only) == (Basis.REFERRAL, {"basics"}, None)


def test_the_sender_records_what_a_partner_on_paper_answered(chain, owner, paper):
    referral = chain.refer(owner, paper, "shelter")
    came = Came("paper", chain.now.date())
    with writing(owner, chain.number, chain.now, "x") as case:
        answer_for_paper(case, referral, "accepted", "plaats vrij", came=came)
    with writing(owner, chain.number, chain.now, "x") as case:
        answer_for_paper(case, referral, "done", "vertrokken", came=came)

    assert chain.state(owner).referrals[referral].status is ReferralStatus.DONE


def test_nobody_answers_for_a_partner_with_accounts(chain, owner, shelter):
    referral = chain.refer(owner, shelter, "shelter")

    with (
        pytest.raises(Denied, match="only_receiver"),
        writing(owner, chain.number, chain.now, "x") as case,
    ):
        answer_for_paper(case, referral, "accepted", "belde")


def test_an_answer_on_paper_does_not_come_before_the_question(chain, owner, paper):
    referral = chain.refer(owner, paper, "shelter")
    yesterday = Came("phone", chain.now.date() - timedelta(days=1))

    with (
        pytest.raises(Refused, match="wrong_day"),
        writing(owner, chain.number, chain.now, "x") as case,
    ):
        answer_for_paper(case, referral, "accepted", "", came=yesterday)


def test_a_colleague_of_whoever_looks_in_an_emergency_raises_no_flag(chain, owner):
    police = chain.member("police")
    break_glass(police, chain.number, "exploitation", "nood", chain.now)

    with (
        pytest.raises(Denied, match="glass_reads_only"),
        writing(police, chain.number, chain.now, "x") as case,
    ):
        raise_flag(case, "danger", "x", None)
