"""Guarding: bars that nobody is told of, flags, the glass, and its review."""

from datetime import timedelta
from uuid import uuid4

import pytest

from ketenwijzer.casework.access import open_case, visible
from ketenwijzer.casework.actions.guard import (
    break_glass,
    glass_sections,
    lift_bar,
    raise_flag,
    resolve_flag,
    review_glass,
    set_bar,
)
from ketenwijzer.casework.errors import CaseworkError, Denied, NotFound, Refused
from ketenwijzer.casework.models import Involvement, TaskRow
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


def bar(chain, owner, **whom):
    with writing(owner, chain.number, chain.now, "bar") as case:
        set_bar(case, **{"organisation": None, "member": None, "reason": "familie", **whom})


def test_whoever_is_barred_and_whoever_asks_for_nothing_get_one_answer(chain, owner):
    barred = chain.member("police")
    chain.accept(barred, chain.refer(owner, barred, "report_to_police"))
    bar(chain, owner, organisation=barred.organisation_id)
    said = []
    for number in (chain.number, "2222-2222"):
        for deed in (
            lambda n: open_case(barred, n, chain.now),
            lambda n: break_glass(barred, n, "exploitation", "nood", chain.now),
        ):
            with pytest.raises(CaseworkError) as error:
                deed(number)
            said.append((type(error.value), error.value.in_language("nl")))

    assert set(said) == {(NotFound, NotFound().in_language("nl"))}


def test_a_bar_takes_back_what_waits_as_any_referral_is_taken_back(chain, owner):
    shelter = chain.member("shelter")
    referral = chain.refer(owner, shelter, "shelter")
    bar(chain, owner, organisation=shelter.organisation_id)

    assert not chain.state(owner).referrals[referral].is_open
    with pytest.raises(NotFound):
        chain.accept(shelter, referral)


def test_a_barred_member_who_had_the_case_in_hand_leaves_it_to_colleagues(chain, owner):
    shelter = chain.member("shelter", "worker")
    colleague = chain.colleague(shelter, "worker")
    chain.accept(shelter, chain.refer(owner, shelter, "shelter"))
    assert not visible(colleague, chain.now).exists()

    bar(chain, owner, member=shelter.id)

    assert not visible(shelter, chain.now).exists()
    assert visible(colleague, chain.now).exists()


def test_nobody_bars_the_owner_themselves_or_somebody_who_does_not_exist(chain, owner):
    for whom in (
        {"organisation": owner.organisation_id},
        {"member": owner.id},
        {"member": uuid4()},
        {"organisation": uuid4()},
        {},
    ):
        with pytest.raises(Refused):
            bar(chain, owner, **whom)


def test_only_an_overseer_of_the_owner_bars(chain, owner):
    shelter = chain.member("shelter")
    chain.accept(shelter, chain.refer(owner, shelter, "shelter"))

    for who in (shelter, chain.colleague(owner, "worker")):
        with pytest.raises((Denied, NotFound)):
            bar(chain, who, organisation=chain.organisation("police").id)


def test_a_bar_that_is_lifted_was_there(chain, owner):
    shelter = chain.organisation("shelter")
    with (
        pytest.raises(Refused, match="no_bar"),
        writing(owner, chain.number, chain.now, "x") as case,
    ):
        lift_bar(case, organisation=shelter.id, member=None, reason="vergissing")


def test_a_flag_says_what_the_matter_is_and_loses_no_word(chain, owner):
    for message in ("", "x" * 501):
        with pytest.raises(Refused), writing(owner, chain.number, chain.now, "x") as case:
            raise_flag(case, "other", message, None)

    with writing(owner, chain.number, chain.now, "x") as case:
        flag = raise_flag(case, "danger", "x" * 500, None)
    with writing(owner, chain.number, chain.now, "x") as case:
        resolve_flag(case, flag, "voorbij")
    assert chain.state(owner).flags[flag].resolved == "voorbij"


def test_the_glass_never_opens_contact_addresses_or_notes():
    assert not {"contact", "shelter", "notes", "basics"} & set(glass_sections())


def test_the_same_form_twice_breaks_one_glass(chain, owner):
    police, token = chain.member("police"), uuid4()
    for _ in range(2):
        break_glass(police, chain.number, "exploitation", "nood", chain.now, token)

    assert len(chain.state(owner).glasses) == 1
    assert TaskRow.objects.filter(kind="review_glass").count() == 1


def test_a_second_glass_lasts_as_long_as_the_first_did(chain, owner):
    police = chain.member("police")
    break_glass(police, chain.number, "exploitation", "nood", chain.now)
    chain.later(hours=3)
    until = break_glass(police, chain.number, "identity", "nog steeds", chain.now)

    part = chain.state(owner).parts[police.organisation_id]
    assert part.until == until


def test_colleagues_do_not_break_the_glass_side_by_side(chain, owner):
    police = chain.member("police")
    break_glass(police, chain.number, "exploitation", "nood", chain.now)

    with pytest.raises(Refused, match="glass_of_colleague"):
        break_glass(chain.colleague(police), chain.number, "identity", "nood", chain.now)


def test_a_glass_is_reviewed_by_an_overseer_of_the_owner_and_that_does_the_task(chain, owner):
    police = chain.member("police")
    break_glass(police, chain.number, "exploitation", "nood", chain.now)
    [glass] = chain.state(owner).glasses
    with writing(owner, chain.number, chain.now, "review") as case:
        review_glass(case, glass.number, "justified", "")

    assert not TaskRow.objects.exists()
    assert chain.state(owner).glasses[0].reviewed == "justified"


def test_the_glass_closes_by_itself(chain, owner):
    police = chain.member("police")
    break_glass(police, chain.number, "exploitation", "nood", chain.now)
    chain.now += timedelta(hours=4)

    with pytest.raises(NotFound):
        open_case(police, chain.number, chain.now)
    assert Involvement.objects.filter(organisation=police.organisation).exists()
