"""The safety rules that no single deed keeps alone, each named; attacks that once got through."""

from datetime import timedelta

import pytest

from ketenwijzer.casework.access import open_case, visible
from ketenwijzer.casework.actions.answer import received
from ketenwijzer.casework.actions.consent import withdraw_consent
from ketenwijzer.casework.actions.describe import describe
from ketenwijzer.casework.actions.finish import merge_cases
from ketenwijzer.casework.actions.guard import set_bar
from ketenwijzer.casework.actions.note import add_note, release_item
from ketenwijzer.casework.decision import Decider, Subject
from ketenwijzer.casework.errors import CaseworkError, Denied, NotFound, Refused
from ketenwijzer.casework.models import Involvement, Member, Organisation
from ketenwijzer.casework.position import agreement
from ketenwijzer.casework.state import CaseState
from ketenwijzer.casework.statuses import MemberRole
from ketenwijzer.casework.writing import writing
from tests.casework.conftest import NOW
from tests.casework.sharing import consented, in_emergency, referred_to, shared_with

pytestmark = pytest.mark.usefixtures("on_sqlite")


@pytest.fixture
def owner(member) -> Member:
    found: Member = member()
    return found


@pytest.fixture
def shelter(member, organisation) -> Member:
    found: Member = member(organisation("shelter"))
    return found


@pytest.fixture
def doctor(member, organisation) -> Member:
    found: Member = member(organisation("doctor"))
    return found


def in_case(member: Member, number: str):
    return writing(member, number, NOW, "proef")


def test_consent_for_another_purpose_opens_nothing(open_a_case, owner, shelter):
    """Rule 5: purpose × receiver × sections × until."""
    number = open_a_case(owner).number
    shared_with(owner, number, shelter, NOW, ("identity", "contact"))

    consented(owner, number, shelter, NOW, "registration", ("health",))
    assert not open_case(shelter, number, NOW).may("health").allowed


def test_what_was_released_on_her_consent_closes_with_it(open_a_case, owner, shelter):
    """Rule 5."""
    number = open_a_case(owner).number
    shared_with(owner, number, shelter, NOW, ("identity",))
    with in_case(owner, number) as case:
        add_note(case, "een notitie")
    note = open_case(owner, number, NOW).records()[-1].number

    with pytest.raises(Refused), in_case(owner, number) as case:
        release_item(case, note, shelter.organisation_id, "consent")
    consent = consented(owner, number, shelter, NOW, "shelter", ("notes",))
    with in_case(owner, number) as case:
        release_item(case, note, shelter.organisation_id, "consent")
    assert note in numbers(shelter, number)

    with in_case(owner, number) as case:
        withdraw_consent(case, consent)
    assert note not in numbers(shelter, number)


def numbers(member: Member, number: str) -> set[int]:
    return {record.number for record in open_case(member, number, NOW).records()}


def test_whoever_is_not_known_to_be_an_adult_counts_as_a_child(open_a_case, owner):
    """Rule 6."""
    case = open_case(owner, open_a_case(owner).number, NOW)

    person = next(r for r in case.records() if r.text("type") == "person")
    assert person.values("attributes")["age_group"] == "unknown"


def test_a_bar_holds_in_every_file_of_the_person(open_a_case, owner, shelter, member):
    """Rule 7: who was barred from one file comes by no other that is joined to it."""
    barred_from, other = open_a_case(owner).number, open_a_case(owner).number
    shared_with(owner, other, shelter, NOW, ("identity",))
    colleague = member(shelter.organisation)
    with in_case(owner, barred_from) as case:
        set_bar(case, organisation=None, member=shelter.id, reason="familie")

    merge_cases(owner, other, barred_from, "dezelfde persoon", NOW)

    with pytest.raises(NotFound):
        open_case(shelter, other, NOW)
    assert list(visible(shelter, NOW)) == []
    assert open_case(colleague, other, NOW).case.number == other


def test_a_bar_that_is_set_after_files_were_joined_holds_in_both(open_a_case, owner, shelter):
    kept, away = open_a_case(owner).number, open_a_case(owner).number
    shared_with(owner, kept, shelter, NOW, ("identity",))
    merge_cases(owner, kept, away, "dezelfde persoon", NOW)

    with in_case(owner, away) as case:
        set_bar(case, organisation=shelter.organisation_id, member=None, reason="familie")

    assert list(visible(shelter, NOW)) == []
    with pytest.raises(NotFound):
        open_case(shelter, kept, NOW)


def test_an_entry_released_in_one_file_opens_no_entry_of_that_number_in_another(
    open_a_case, owner, shelter
):
    """Entries are numbered within a file; joined files once shared their numbers."""
    kept, away = open_a_case(owner).number, open_a_case(owner).number
    for number in (kept, away):
        with in_case(owner, number) as case:
            add_note(case, f"notitie in {number}")
    shared_with(owner, kept, shelter, NOW, ("identity",))
    note = next(r for r in open_case(owner, kept, NOW).records() if r.kind == "note_added").number
    with in_case(owner, kept) as case:
        release_item(case, note, shelter.organisation_id, "legal_obligation")
    merge_cases(owner, kept, away, "dezelfde persoon", NOW)

    notes = [
        r.text("text") for r in open_case(shelter, kept, NOW).records() if r.kind == "note_added"
    ]

    assert notes == [f"notitie in {kept}"]


def test_who_may_not_read_how_she_is_reached_cannot_replace_it(
    open_a_case, owner, member, organisation
):
    """Rule 1: a plan that says "never by phone" is not lost to one who never saw it."""
    number = open_a_case(owner, contact_plan={"channel": "nooit bellen"}).number
    municipality = member(organisation("municipality"))
    shared_with(owner, number, municipality, NOW, ("identity", "residence"))

    with pytest.raises(Denied), in_case(municipality, number) as case:
        describe(case, "contact", {"channel": "bellen"}, case.case.head_number)

    plan = open_case(owner, number, NOW).latest("contact_plan_recorded")
    assert plan is not None
    assert plan.text("channel") == "nooit bellen"


def test_a_receiver_answers_and_records_nothing_else(open_a_case, owner, shelter):
    """Defect "transitions editable without access to the record"."""
    number = open_a_case(owner).number
    referral = referred_to(owner, number, shelter, NOW, ())

    for kind in ("note_added", "consent_given", "bar_set", "case_closed", "statement_recorded"):
        with pytest.raises(Denied), received(shelter, referral, NOW, "answer") as case:
            case.add(kind, None, id=referral.hex)


def test_a_broken_glass_records_nothing(open_a_case, owner, shelter):
    number = open_a_case(owner).number
    in_emergency(shelter, number, "care", NOW)

    with pytest.raises(CaseworkError), in_case(shelter, number) as case:
        add_note(case, "ik was hier")


def test_a_section_seen_by_a_broken_glass_does_not_stay_after_acceptance(
    open_a_case, owner, shelter
):
    number = open_a_case(owner).number
    in_emergency(shelter, number, "care", NOW)
    shared_with(owner, number, shelter, NOW, ("identity",))

    after = NOW + timedelta(hours=9)

    assert not open_case(shelter, number, after).may("care").allowed


@pytest.mark.parametrize("role", ["", "unheard_of", "Shelter", "*", "all"])
def test_a_kind_of_organisation_that_was_not_agreed_on_sees_nothing(role, open_a_case, owner):
    """Defect "an empty scope list meant all": empty and unknown deny."""
    number = open_a_case(owner).number
    Organisation.objects.filter(id=owner.organisation_id).update(role=role)
    again = Member.objects.get(id=owner.id)

    assert list(visible(again, NOW)) == []
    with pytest.raises(NotFound):
        open_case(again, number, NOW)


@pytest.mark.parametrize("role", ["", "unheard_of", "Worker", "*"])
def test_a_member_with_an_unknown_role_sees_nothing(role, open_a_case, owner):
    open_a_case(owner)
    Member.objects.filter(id=owner.id).update(role=role)

    assert list(visible(Member.objects.get(id=owner.id), NOW)) == []


@pytest.mark.parametrize("changed", [{"is_active": False}, {"organisation": None}])
def test_whoever_left_sees_nothing(changed, open_a_case, owner):
    number = open_a_case(owner).number
    Member.objects.filter(id=owner.id).update(**changed)
    again = Member.objects.get(id=owner.id)

    assert list(visible(again, NOW)) == []
    with pytest.raises(NotFound):
        open_case(again, number, NOW)


def test_an_organisation_that_takes_no_part_any_more_sees_nothing(open_a_case, owner):
    number = open_a_case(owner).number
    Organisation.objects.filter(id=owner.organisation_id).update(active=False)

    with pytest.raises(NotFound):
        open_case(Member.objects.get(id=owner.id), number, NOW)


@pytest.mark.parametrize("section", ["", "*", "all", "Health", "health ", "nothing"])
def test_an_empty_or_unknown_section_is_denied(section, open_a_case, owner):
    case = open_case(owner, open_a_case(owner).number, NOW)

    assert not case.may(section).allowed
    assert not case.may_record(section).allowed


def test_a_state_without_anything_in_it_opens_for_nobody(owner):
    subject = Subject(owner.id, owner.organisation_id, "shelter", MemberRole.SUPERVISOR)
    empty = CaseState(id=owner.id, records=())

    decider = Decider(subject, (empty,), agreement(), NOW, NOW.date())

    assert not decider.opening.allowed


def test_the_worklist_says_nothing_of_a_contact_plan_to_whoever_does_not_see_it(
    open_a_case, owner, member, organisation
):
    """Defect "a derived panel visible to everyone"."""
    number = open_a_case(owner, contact_plan={"danger_now": True}).number
    ind = member(organisation("immigration_service"))
    shared_with(owner, number, ind, NOW, ("identity", "residence"))

    signs = {row.organisation_id: row.signs for row in Involvement.objects.all()}

    assert "danger" in signs[owner.organisation_id]
    assert signs[ind.organisation_id] == "minor"
