"""Her consent: alone, understood, by herself; taken back at any time; other grounds by two."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.actions.answer import finish_referral, received
from ketenwijzer.casework.actions.consent import (
    answer_withdrawal,
    ask_consent,
    withdraw_consent,
)
from ketenwijzer.casework.actions.ground import (
    NameGround,
    confirm_ground,
    name_ground,
    refuse_ground,
)
from ketenwijzer.casework.actions.record import RecordStatement, record_statement
from ketenwijzer.casework.errors import NotFound, Refused
from ketenwijzer.casework.models import TaskRow
from ketenwijzer.casework.tick import tick
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


@pytest.fixture
def shelter(chain):
    return chain.member("shelter")


def ask(chain, by, receiver, answer=YES, sections=("health",), purpose="care") -> UUID:
    with writing(by, chain.number, chain.now, "consent") as case:
        return ask_consent(case, receiver.organisation_id, purpose, sections, answer)


def name(chain, by, receiver, **changed) -> UUID:
    command = NameGround(
        receiver.organisation_id, "care", ("health",), "vital_interest", "omdat", True
    )
    with writing(by, chain.number, chain.now, "ground") as case:
        return name_ground(case, replace(command, **changed))


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"asked_alone": False}, "not_alone"),
        ({"language": " "}, "no_language"),
        ({"interpreter": "her husband"}, "no_interpreter"),
        ({"interpreter": "none"}, "no_interpreter"),
        ({"by": "parent"}, "who"),
        ({"by": "guardian"}, "no_guardian"),
    ],
)
def test_a_yes_counts_only_if_it_was_asked_well(chain, owner, shelter, changed, code):
    with pytest.raises(Refused, match=code):
        ask(chain, owner, shelter, replace(YES, **changed))


def test_a_no_counts_even_without_an_interpreter(chain, owner, shelter):
    assert (
        ask(chain, owner, shelter, replace(NO, interpreter="none")) in chain.state(owner).consents
    )


def test_a_guardian_answers_once_one_was_appointed(chain, owner, shelter):
    guardian = chain.member("guardian_agency")
    chain.accept(guardian, chain.refer(owner, guardian, "guardianship", sections=("identity",)))
    with writing(guardian, chain.number, chain.now, "record") as case:
        record_statement(case, RecordStatement("guardian_appointed", chain.now.date()))

    assert ask(chain, owner, shelter, replace(YES, by="guardian")) in chain.state(owner).consents


def test_an_organisation_does_not_open_a_section_for_itself(chain, owner, shelter):
    chain.accept(shelter, chain.refer(owner, shelter, "shelter", sections=("contact",)))

    with pytest.raises(Refused, match="own_organisation"):
        ask(chain, shelter, shelter)
    with pytest.raises(Refused, match="own_organisation"):
        name(chain, shelter, shelter)


def test_a_withdrawal_asks_whoever_holds_a_copy_what_became_of_it(chain, owner, shelter):
    chain.accept(shelter, chain.refer(owner, shelter, "shelter"))
    consent = ask(chain, owner, shelter)
    with writing(owner, chain.number, chain.now, "withdraw") as case:
        withdraw_consent(case, consent)
    [task] = TaskRow.objects.all()
    assert (task.organisation_id, task.kind) == (shelter.organisation_id, "answer_withdrawal")

    with writing(shelter, chain.number, chain.now, "answer") as case:
        answer_withdrawal(case, task.id, "kept_on_ground", "legal_obligation", "art. 7 Jw")

    assert not TaskRow.objects.exists()
    answered = [r for r in chain.state(owner).records if r.kind == "copy_answered"]
    assert [r.text("ground") for r in answered] == ["legal_obligation"]


def test_a_copy_kept_needs_a_ground_and_a_reason(chain, owner, shelter):
    chain.accept(shelter, chain.refer(owner, shelter, "shelter"))
    consent = ask(chain, owner, shelter)
    with writing(owner, chain.number, chain.now, "withdraw") as case:
        withdraw_consent(case, consent)
    task = TaskRow.objects.get().id

    for values in (("kept_on_ground",), ("kept_on_ground", "legal_obligation"), ("shredded",)):
        with pytest.raises(Refused), writing(shelter, chain.number, chain.now, "x") as case:
            answer_withdrawal(case, task, *values)


def test_the_owner_asks_for_the_copy_of_a_receiver_that_has_left(chain, owner, shelter):
    referral = chain.refer(owner, shelter, "shelter")
    chain.accept(shelter, referral)
    consent = ask(chain, owner, shelter)
    chain.later(minutes=1)
    with received(shelter, referral, chain.now, "done") as case:
        finish_referral(case, referral, "klaar")
    with writing(owner, chain.number, chain.now, "withdraw") as case:
        withdraw_consent(case, consent)

    assert TaskRow.objects.get().organisation_id == owner.organisation_id


def test_whoever_never_had_a_copy_is_not_asked_for_it(chain, owner, shelter):
    consent = ask(chain, owner, shelter)
    with writing(owner, chain.number, chain.now, "withdraw") as case:
        withdraw_consent(case, consent)

    assert not TaskRow.objects.exists()


def test_a_withdrawal_stops_what_was_sent_on_it_and_not_yet_answered(chain, owner, shelter):
    referral = chain.refer(
        owner, shelter, "shelter", sections=("identity",), ground="consent", consent=YES
    )
    [consent] = chain.state(owner).consents
    with writing(owner, chain.number, chain.now, "withdraw") as case:
        withdraw_consent(case, consent)

    assert not chain.state(owner).referrals[referral].is_open
    assert TaskRow.objects.get().kind == "refer_again"
    with pytest.raises(NotFound):
        chain.accept(shelter, referral)


def test_consent_between_others_cannot_be_taken_back_by_whoever_may_not_read_it(chain, owner):
    ngo = chain.member("ngo")
    chain.accept(ngo, chain.refer(owner, ngo, "support"))
    consent = ask(chain, owner, chain.member("lawyer"), purpose="legal_aid")

    with (
        pytest.raises(Refused, match="nothing_to_withdraw"),
        writing(ngo, chain.number, chain.now, "x") as case,
    ):
        withdraw_consent(case, consent)


def test_consent_ends_with_its_last_day(chain, owner, shelter):
    chain.accept(shelter, chain.refer(owner, shelter, "shelter", sections=("contact",)))
    referral = chain.refer(
        owner,
        shelter,
        "shelter",
        sections=("identity",),
        ground="consent",
        consent=replace(YES, until=chain.now.date()),
    )
    chain.accept(shelter, referral)
    assert chain.sees(shelter, "identity")

    chain.later(days=1)
    assert not chain.sees(shelter, "identity")


def test_a_ground_opens_nothing_until_a_second_person_confirms_it(chain, owner, shelter):
    referral = chain.refer(owner, shelter, "shelter", sections=("basics",))
    chain.accept(shelter, referral)
    ground = name(chain, owner, shelter, sections=("identity",))
    assert TaskRow.objects.get().kind == "confirm_ground"

    with (
        pytest.raises(Refused, match="same_person"),
        writing(owner, chain.number, chain.now, "x") as case,
    ):
        confirm_ground(case, ground)
    with (
        pytest.raises(Refused, match="other_organisation"),
        writing(shelter, chain.number, chain.now, "x") as case,
    ):
        confirm_ground(case, ground)
    with writing(chain.colleague(owner), chain.number, chain.now, "x") as case:
        confirm_ground(case, ground)

    assert chain.state(owner).grounds[ground].confirmed
    assert not TaskRow.objects.exists()


def test_a_second_person_may_refuse_and_that_is_the_end_of_it(chain, owner, shelter):
    ground = name(chain, owner, shelter)
    colleague = chain.colleague(owner)
    with writing(colleague, chain.number, chain.now, "x") as case:
        refuse_ground(case, ground, "geldt niet")

    assert not TaskRow.objects.exists()
    with (
        pytest.raises(Refused, match="answered_already"),
        writing(colleague, chain.number, chain.now, "x") as case,
    ):
        confirm_ground(case, ground)


def test_whoever_is_not_told_has_a_recorded_reason(chain, owner, shelter):
    with pytest.raises(Refused, match="why_not_told"):
        name(chain, owner, shelter, she_was_told=False)

    named = name(chain, owner, shelter, she_was_told=False, why_not_told="dader leest mee")
    assert named in chain.state(owner).grounds


def test_no_ground_opens_what_the_police_get_item_by_item_only(chain, owner):
    with pytest.raises(Refused, match="no_sections"):
        name(chain, owner, chain.member("police"), purpose="investigation")


def test_an_outsider_withdraws_nothing(chain, owner, shelter):
    consent = ask(chain, owner, shelter)

    with (
        pytest.raises(NotFound),
        writing(chain.member("police"), chain.number, chain.now + timedelta(0), "x") as case,
    ):
        withdraw_consent(case, consent)
    assert open_case(owner, chain.number, chain.now).state.consents[consent].withdrawn_at is None


# ------------------------------------------------------------------ the last day of a ground


def confirmed(chain, owner, shelter, **changed):
    """Name a ground that a colleague confirms; return its last day, two days from now."""
    last = chain.now.date() + timedelta(days=2)
    ground = name(chain, owner, shelter, **{"until": last, **changed})
    with writing(chain.colleague(owner), chain.number, chain.now, "x") as case:
        confirm_ground(case, ground)
    return last


def seen_by_day(chain, who, section, days=4):
    """Return on which of the coming days a member sees a section."""
    found = []
    for _ in range(days):
        found.append(chain.sees(who, section))
        chain.later(days=1)
    return found


def test_a_ground_opens_until_its_last_day_and_nothing_afterwards(chain, owner, shelter):
    confirmed(chain, owner, shelter, purpose="shelter", sections=("exploitation",))
    chain.accept(shelter, chain.refer(owner, shelter, "shelter", sections=("exploitation",)))

    assert seen_by_day(chain, shelter, "exploitation") == [True, True, True, False]


def test_a_case_is_looked_at_again_when_a_ground_is_over(chain, owner, shelter):
    tick(chain.now)
    before = chain.case().look_again
    last = confirmed(chain, owner, shelter)
    tick(chain.now)

    assert before > chain.case().look_again == last + timedelta(days=1)


def test_what_went_over_her_no_closes_with_the_ground_that_two_people_named(chain, owner, shelter):
    """What partners agreed to share is no answer to her no: only the ground was."""
    ask(chain, owner, shelter, NO, ("contact",), "shelter")
    confirmed(chain, owner, shelter, purpose="shelter", sections=("contact",))
    chain.accept(shelter, chain.refer(owner, shelter, "shelter", sections=("contact",)))

    assert seen_by_day(chain, shelter, "contact") == [True, True, True, False]


@pytest.mark.parametrize("changed", [{}, {"purpose": "care", "until": None}])
def test_a_ground_that_is_over_or_for_something_else_lets_nothing_go(
    chain, owner, shelter, changed
):
    named = {"purpose": "shelter", "sections": ("exploitation",), **changed}
    confirmed(chain, owner, shelter, **named)
    chain.later(days=3)

    with pytest.raises(Refused, match="no_consent"):
        chain.refer(owner, shelter, "shelter", sections=("exploitation",))


def test_no_ground_ends_before_it_begins_or_is_confirmed_after_its_last_day(chain, owner, shelter):
    with pytest.raises(Refused, match="past"):
        name(chain, owner, shelter, until=chain.now.date() - timedelta(days=1))
    ground = name(chain, owner, shelter, until=chain.now.date())
    colleague = chain.colleague(owner)
    chain.later(days=1)

    with (
        pytest.raises(Refused, match="past"),
        writing(colleague, chain.number, chain.now, "x") as case,
    ):
        confirm_ground(case, ground)
