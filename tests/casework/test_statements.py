"""Safety rule 3, who may state what: for every event and every kind of organisation. What others
than those named say is reported, changes nothing, and takes nothing; a loss needs a second person.
"""

from datetime import date, timedelta
from uuid import UUID

import pytest

from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.actions.record import (
    Effect,
    RecordStatement,
    answer_proposal,
    effect_of,
    record_statement,
)
from ketenwijzer.casework.chronology import read
from ketenwijzer.casework.errors import CaseworkError, Denied, Refused
from ketenwijzer.casework.models import Case, TaskRow
from ketenwijzer.casework.position import agreement, corpus, events_of, position_of
from ketenwijzer.casework.state import Author, CaseState, Record
from ketenwijzer.casework.writing import writing
from ketenwijzer.engine.law import Standing
from tests.casework.conftest import NOW
from tests.casework.sharing import shared_with

TODAY = NOW.date()
ROLES = sorted(agreement().roles)
EVENTS = sorted(agreement().statements)
REFLECTION = "reflection_period"


def values_of(kind: str) -> dict[str, object]:
    """Return something for every detail of an event."""
    found: dict[str, object] = {}
    for name, attribute in corpus().event_types[kind].attributes.items():
        left_out = agreement().statements[kind].leave_out
        if name == "by" or name in left_out:
            continue
        match attribute.type:
            case "boolean":
                found[name] = True
            case "date":
                found[name] = TODAY.isoformat()
            case "enum":
                found[name] = sorted(attribute.values)[0]
            case _:
                found[name] = "proef"
    return found


def said(number: int, kind: str, role: str, on: date, **data: object) -> Record:
    details = {"type": kind, "attributes": values_of(kind), **data}
    return Record(number, NOW, "statement_recorded", on, Author(None, None, role), details)


def state_of(*records: Record) -> CaseState:
    return CaseState(id=UUID(int=7), records=records)


def told(*records: Record) -> object:
    return position_of(events_of((state_of(*records),)), TODAY).essence()


# ------------------------------------------------------------------ established or reported


@pytest.mark.parametrize("event", EVENTS)
def test_only_those_named_establish_an_event_and_others_change_nothing(event):
    named = agreement().statements[event].stated_by
    begin = said(1, "indication", "shelter", TODAY - timedelta(days=30))
    before = told(begin)

    for role in ROLES:
        added = said(2, event, role, TODAY - timedelta(days=3))
        counts = len(events_of((state_of(begin, added),))) == 2
        assert counts == (not named or role in named), role
        if not counts:
            assert told(begin, added) == before, role


@pytest.mark.parametrize("role", ["", "unheard_of", "Police", "police ", "mechanism"])
def test_a_role_that_nobody_named_establishes_nothing_that_only_some_may(role):
    reserved = [e for e in EVENTS if agreement().statements[e].stated_by]

    assert (
        events_of((state_of(*(said(n, e, role, TODAY) for n, e in enumerate(reserved, 1))),)) == ()
    )


@pytest.mark.parametrize("event", [e for e in EVENTS if agreement().statements[e].stated_by])
def test_what_is_reported_never_takes_a_right_away(event):
    named = agreement().statements[event].stated_by
    story = (
        said(1, "indication", "police", TODAY - timedelta(days=9)),
        said(2, "unlawful_stay", "immigration_service", TODAY - timedelta(days=9)),
        said(3, "reflection_offered", "police", TODAY - timedelta(days=8)),
    )
    held = {f[0] for f in _rights(*story)}
    assert REFLECTION in held

    for role in (r for r in ROLES if r not in named):
        reported = said(4, event, role, TODAY - timedelta(days=1))
        assert {f[0] for f in _rights(*story, reported)} == held, role


def _rights(*records: Record) -> list[tuple[str, Standing]]:
    findings = position_of(events_of((state_of(*records),)), TODAY).findings
    return [(f.norm, f.standing) for f in findings if f.standing is Standing.HOLDS]


def test_only_police_and_marechaussee_establish_that_she_left_for_parts_unknown():
    assert agreement().statements["left_unknown_destination"].stated_by == (
        "police",
        "marechaussee",
    )


def test_a_correction_by_whoever_may_not_establish_leaves_what_stood():
    report = said(2, "report", "police", TODAY - timedelta(days=3))
    corrected = said(3, "report", "shelter", TODAY - timedelta(days=1), supersedes=2)

    assert told(report, corrected) == told(report)


# ------------------------------------------------------------------ through the deeds


@pytest.fixture
def police(member, organisation, on_sqlite):
    return member(organisation("police"))


@pytest.fixture
def in_reflection(police, open_a_case):
    """Return the number of a case in which the reflection period runs."""
    number = open_a_case(
        police, person={"nationality": "third_country", "age_group": "adult"}
    ).number
    record(police, number, "reflection_offered", TODAY - timedelta(days=1))
    return number


def record(
    member,
    number: str,
    kind: str,
    on: date = TODAY,
    supersedes: int | None = None,
    **values: object,
) -> bool:
    """Record a statement, and tell whether it waits for a second person."""
    needed = {
        name: values_of(kind)[name]
        for name, attribute in corpus().event_types[kind].attributes.items()
        if attribute.required and name != "by"
    }
    with writing(member, number, NOW, "state") as case:
        return record_statement(case, RecordStatement(kind, on, needed | values, supersedes))


def holds(number_of_case, member, norm: str = REFLECTION) -> bool:
    case = open_case(member, number_of_case, NOW)
    on = TODAY + timedelta(days=1)
    return position_of(case_events(case), on).finding(norm).standing is Standing.HOLDS


def case_events(case) -> tuple:
    return events_of(case.states)


def test_the_reflection_period_runs_here(in_reflection, police):
    assert holds(in_reflection, police)


def test_a_loss_is_shown_before_and_waits_for_a_second_person(in_reflection, police, member):
    command = RecordStatement("left_unknown_destination", TODAY)
    shown = effect_of(open_case(police, in_reflection, NOW), command, NOW)
    assert REFLECTION in shown.losses
    assert shown.second_person

    record(police, in_reflection, "left_unknown_destination")
    assert holds(in_reflection, police)

    number = _proposal(in_reflection)
    with writing(member(police.organisation), in_reflection, NOW, "confirm") as case:
        answer_proposal(case, number, confirmed=True)
    assert not holds(in_reflection, police)


def test_the_proposer_cannot_confirm_nor_can_another_organisation(
    in_reflection, police, member, organisation
):
    other = member(organisation("marechaussee"))
    shared_with(police, in_reflection, other, NOW, ("identity", "residence"))
    record(police, in_reflection, "left_unknown_destination")
    number = _proposal(in_reflection)

    for who, code in ((police, "same_person"), (other, "other_organisation")):
        with pytest.raises(Refused) as refused, writing(who, in_reflection, NOW, "confirm") as case:
            answer_proposal(case, number, confirmed=True)
        assert refused.value.code == code
    assert holds(in_reflection, police)


def test_a_proposal_is_answered_once_and_refused_it_counts_for_nothing(
    in_reflection, police, member
):
    record(police, in_reflection, "left_unknown_destination")
    number, second = _proposal(in_reflection), member(police.organisation)
    with writing(second, in_reflection, NOW, "refuse") as case:
        answer_proposal(case, number, confirmed=False, reason="zij is er nog")

    with pytest.raises(Refused), writing(second, in_reflection, NOW, "confirm") as case:
        answer_proposal(case, number, confirmed=True)
    assert holds(in_reflection, police)


def test_a_correction_that_takes_a_right_needs_a_second_person_whatever_its_type(
    in_reflection, police
):
    offered = next(
        r.number
        for r in open_case(police, in_reflection, NOW).records()
        if r.text("type") == "reflection_offered"
    )

    waits = record(
        police, in_reflection, "reflection_offered", TODAY - timedelta(days=400), supersedes=offered
    )

    assert waits
    proposed = open_case(police, in_reflection, NOW).records()[-2]
    assert proposed.kind == "statement_proposed" and proposed.texts("losses")
    assert holds(in_reflection, police)


def test_a_shelter_that_misses_her_starts_a_welfare_check_and_ends_nothing(
    in_reflection, police, member, organisation
):
    shelter = member(organisation("shelter"))
    shared_with(police, in_reflection, shelter, NOW, ("identity", "contact"))

    told = RecordStatement("missing_since", TODAY, {})
    assert effect_of(open_case(shelter, in_reflection, NOW), told, NOW) == Effect(True, {}, False)

    assert not record(shelter, in_reflection, "missing_since")
    assert holds(in_reflection, police)
    checks = TaskRow.objects.filter(kind="welfare_check")
    assert [task.organisation_id for task in checks] == [police.organisation_id]


def test_a_shelter_cannot_say_that_she_left_for_parts_unknown(
    in_reflection, police, member, organisation
):
    shelter = member(organisation("shelter"))
    shared_with(police, in_reflection, shelter, NOW, ("identity", "contact", "residence"))

    told = RecordStatement("left_unknown_destination", TODAY, {})
    assert effect_of(open_case(shelter, in_reflection, NOW), told, NOW) == Effect(False, {}, False)

    assert not record(shelter, in_reflection, "left_unknown_destination")
    assert holds(in_reflection, police)


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("person", {"age_group": "ninety"}),
        ("person", {"age_group": ["adult"]}),
        ("person", {"name": "Selam"}),
        ("indication", {"form": "sexual"}),
        ("permit_granted", {"until": "nooit"}),
        ("lawful_stay", {"basis": "x" * 5000}),
        ("age_assessed", {"outcome": True}),
    ],
)
def test_details_outside_the_list_are_refused(kind, values, police, open_a_case):
    """Defect "values outside the option list accepted by the API"."""
    number = open_a_case(police).number

    with pytest.raises(CaseworkError) as refused, writing(police, number, NOW, "state") as case:
        record_statement(case, RecordStatement(kind, TODAY, values))
    assert refused.value.code in ("not_on_the_list", "denied", "missing")


def test_a_loss_that_one_may_not_know_of_is_not_named_but_still_needs_two(
    in_reflection, police, member, organisation
):
    ind = member(organisation("immigration_service"))
    shared_with(police, in_reflection, ind, NOW, ("identity", "residence"))
    case = open_case(ind, in_reflection, NOW)
    command = RecordStatement("departure", TODAY, {})

    effect = effect_of(case, command, NOW)

    withheld = case.seen(TODAY + timedelta(days=1)).withheld
    assert not set(effect.losses) & withheld
    assert effect.second_person == bool(effect.losses or effect.others)


def test_an_organisation_corrects_only_what_it_recorded_itself(
    in_reflection, police, member, organisation
):
    other = member(organisation("marechaussee"))
    shared_with(police, in_reflection, other, NOW, ("identity", "residence"))
    theirs = next(
        r.number
        for r in open_case(other, in_reflection, NOW).records()
        if r.text("type") == "reflection_offered"
    )

    with pytest.raises(Denied):
        record(other, in_reflection, "reflection_offered", TODAY, supersedes=theirs)


def _proposal(number: str) -> int:
    return next(iter(read(Case.objects.get(number=number).id).proposals))
