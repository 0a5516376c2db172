"""Closing, reopening, joining and taking apart: with reasons, and with nothing left behind."""

from uuid import uuid4

import pytest

from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.actions.answer import decline_referral, received
from ketenwijzer.casework.actions.describe import describe
from ketenwijzer.casework.actions.finish import (
    close_case,
    do_task,
    merge_cases,
    reopen_case,
    unmerge_cases,
)
from ketenwijzer.casework.actions.guard import set_bar
from ketenwijzer.casework.actions.note import release_item
from ketenwijzer.casework.errors import CaseworkError, Denied, NotFound, Refused
from ketenwijzer.casework.models import Case, Involvement
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


def close(chain, by, reason="her_wish", explained=""):
    with writing(by, chain.number, chain.now, "close") as case:
        close_case(case, reason, explained)


def test_a_case_closes_with_a_reason_and_opens_again_with_one(chain, owner):
    with pytest.raises(Refused, match="no_reason"):
        close(chain, owner, "fed_up")
    with pytest.raises(Refused, match="no_explanation"):
        close(chain, owner, "other")
    close(chain, owner)
    with writing(owner, chain.number, chain.now, "x") as case:
        reopen_case(case, "zij meldt zich weer")

    assert chain.case().status == "open"


def test_a_case_does_not_close_over_an_open_task_or_referral(chain, owner):
    shelter = chain.member("shelter")
    referral = chain.refer(owner, shelter, "shelter")
    with pytest.raises(Refused, match="referral_open"):
        close(chain, owner)
    with received(shelter, referral, chain.now, "x") as case:
        decline_referral(case, referral, "vol")
    with pytest.raises(Refused, match="task_open"):
        close(chain, owner)

    [task] = chain.state(owner).tasks
    with writing(owner, chain.number, chain.now, "x") as case:
        do_task(case, task, "niet meer nodig")
    close(chain, owner)


def test_only_the_owner_closes_and_a_task_is_done_by_whose_it_is(chain, owner):
    shelter = chain.member("shelter")
    chain.accept(shelter, chain.refer(owner, shelter, "shelter"))

    with pytest.raises(Denied, match="only_owner"):
        close(chain, shelter)
    with (
        pytest.raises(Refused, match="no_task"),
        writing(shelter, chain.number, chain.now, "x") as case,
    ):
        do_task(case, uuid4(), "gedaan")


@pytest.fixture
def two(chain, owner):
    """Return the numbers of two files of one owner: the one that is kept, and the other."""
    kept = chain.number
    other = chain.opens(owner)
    chain.number = kept
    return kept, other


def test_the_same_form_twice_joins_once_and_can_be_undone(chain, owner, two):
    token = uuid4()
    for _ in range(2):
        merge_cases(owner, two[0], two[1], "dezelfde", chain.now, token)
    assert Case.objects.get(number=two[1]).merged_into == chain.case()

    unmerge_cases(owner, two[0], two[1], "toch niet", chain.now)
    assert Case.objects.get(number=two[1]).status == "open"


def test_a_file_that_was_closed_is_closed_again_when_it_is_taken_apart(chain, owner, two):
    chain.number = two[1]
    with writing(owner, chain.number, chain.now, "close") as case:
        close_case(case, "her_wish", "klaar")
    merge_cases(owner, two[0], two[1], "dezelfde", chain.now)

    unmerge_cases(owner, two[0], two[1], "toch niet", chain.now)

    assert Case.objects.get(number=two[1]).status == "closed"


def test_whoever_is_barred_from_one_file_is_barred_from_the_joined_one(chain, owner, two):
    police = chain.member("police")
    chain.accept(police, chain.refer(owner, police, "report_to_police"))
    chain.number = two[1]
    with writing(owner, chain.number, chain.now, "bar") as case:
        set_bar(case, organisation=police.organisation_id, member=None, reason="verwant")
    chain.number = two[0]
    assert open_case(police, chain.number, chain.now).records()

    merge_cases(owner, two[0], two[1], "dezelfde", chain.now)

    with pytest.raises(NotFound):
        open_case(police, chain.number, chain.now)


def test_what_was_released_from_one_file_opens_nothing_of_the_other(chain, owner, two):
    """Entries of two files have the same numbers: a release of one is none of its namesake."""
    shelter = chain.member("shelter")
    chain.accept(shelter, chain.refer(owner, shelter, "shelter"))
    numbers = []
    for number in two:
        with writing(owner, number, chain.now, "describe") as case:
            numbers.append(case.case.head_number + 1)
            describe(case, "identity", {"given_name": f"Kanarie {number}"}, 99)
            for _ in range(9 - case.case.head_number):
                case.add("flag_raised", None, id=uuid4().hex, flag="other", message="x", due="")
    chain.number = two[0]
    with writing(owner, two[0], chain.now, "describe") as case:
        released = case.case.head_number + 1
        describe(case, "identity", {"given_name": "Mag"}, 99)
    with writing(owner, two[1], chain.now, "describe") as case:
        while case.case.head_number + len(case.drafts) < released - 1:
            case.add("flag_raised", None, id=uuid4().hex, flag="other", message="x", due="")
        case.add("identity_recorded", None, given_name="Kanarie")
    with writing(owner, two[0], chain.now, "release") as case:
        release_item(case, released, shelter.organisation_id, "vital_interest")
    merge_cases(owner, two[0], two[1], "dezelfde", chain.now)

    names = {r.text("given_name") for r in open_case(shelter, two[0], chain.now).records()}
    assert names - {""} == {"Mag"}


def test_partners_of_the_other_file_still_have_it_on_their_list(chain, owner, two):
    shelter = chain.member("shelter")
    chain.number = two[1]
    chain.accept(shelter, chain.refer(owner, shelter, "shelter"))
    merge_cases(owner, two[0], two[1], "dezelfde", chain.now)

    assert Involvement.objects.get(organisation=shelter.organisation).open
    assert not Involvement.objects.get(organisation=owner.organisation, case__number=two[1]).open


def test_files_join_only_for_an_overseer_who_owns_both(chain, owner, two):
    other = chain.member("shelter")
    theirs = chain.opens(other)

    for who, numbers in (
        (chain.colleague(owner, "worker"), two),
        (owner, (two[0], theirs)),
        (other, two),
        (owner, (two[0], two[0])),
    ):
        with pytest.raises(CaseworkError):
            merge_cases(who, numbers[0], numbers[1], "dezelfde", chain.now)
    assert not Case.objects.filter(status="merged").exists()
