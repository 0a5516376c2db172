"""Help at the slightest indication for everyone, and the rights that hang on it."""

from datetime import date
from itertools import product

import pytest

from ketenwijzer.engine.findings import Finding, find
from ketenwijzer.engine.view import View
from tests.scenarios.cases import ADULT, dutch, events_of, finding_on, position_on, standing_on

DUTCH = "age_group: adult, nationality: nl"
EU = "age_group: adult, nationality: eu"
CHILD = "age_group: minor, nationality: third_country"
DUTCH_CHILD = "age_group: minor, nationality: nl"
AGE_UNKNOWN = "age_group: unknown, nationality: third_country"

SIGNAL = "2021-10-01 indication by: police"
UNLAWFUL = "2021-10-01 unlawful_stay"
OFFER = "2021-10-04 reflection_offered by: police"

NATIONALITIES = ("nl", "eu", "third_country", "unknown")
AGES = ("adult", "minor", "unknown")
ROLES = ("victim", "witness")
STAYS = (
    (),
    ("2021-09-01 unlawful_stay",),
    ("2021-09-01 lawful_stay",),
    ("2021-09-01 asylum_application", "2021-09-02 dublin_claim"),
    ("2021-09-01 border_refusal", "2021-09-02 detention"),
)
WAYS = {
    "only a signal": (),
    "offered": (OFFER,),
    "declined": (OFFER, "2021-10-12 reflection_declined"),
    "disappeared": (OFFER, "2021-10-12 left_unknown_destination by: police"),
    "reported": ("2021-10-12 report", "2021-10-13 notice_received"),
    "reported with contra-indications": (
        "2021-10-12 report",
        "2021-10-13 notice_received",
        "2021-10-20 contra_indication found: true",
    ),
    "refused": ("2021-10-12 report", "2021-10-14 permit_refused kind: temporary_permit"),
    "permit and dismissal": (
        "2021-10-12 report",
        "2021-10-14 permit_granted kind: temporary_permit, until: 2022-10-14",
        "2022-02-01 dismissal",
        "2022-02-10 permit_withdrawn effective_from: 2022-02-01",
    ),
    "acquitted": ("2021-10-12 cooperation", "2022-02-01 judgment outcome: acquittal, final: true"),
    "another application": (OFFER, "2021-10-12 other_application"),
    "prosecution sees no need": (
        "2021-10-12 report",
        "2021-10-20 prosecution_view presence_necessary: false",
    ),
    "transferred": ("2021-10-12 dublin_transfer",),
    "left the shelter": ("2021-10-12 shelter_placed kind: cosm", "2021-10-20 shelter_left"),
}
DAYS = ("2021-10-01", "2021-10-12", "2021-10-13", "2022-01-05", "2026-12-01")


def help_on(day: str, *told: str, person: str = ADULT) -> Finding:
    """Find help alone; all other findings would make the great product slow."""
    view = View(dutch(), events_of(*told, person=person), date.fromisoformat(day))
    return find(view, dutch().norms["help_and_shelter"])


# ------------------------------------------------------------------ help, for everyone


@pytest.mark.parametrize("way", WAYS)
def test_help_holds_whoever_she_is_and_whatever_she_does(way: str):
    for nationality, age, role, stay in product(NATIONALITIES, AGES, ROLES, STAYS):
        person = f"age_group: {age}, nationality: {nationality}, role: {role}"
        for day in DAYS:
            found = help_on(day, *stay, SIGNAL, *WAYS[way], person=person)

            assert (found.standing, found.confirmed) == ("holds", True), (person, stay, day)
            assert found.since == date(2021, 10, 1)
            assert found.strength == "right"


@pytest.mark.parametrize(
    "told",
    [
        "indication",
        "intake_talk",
        "wish_to_report",
        "reflection_offered",
        "reflection_declined",
        "report",
        "cooperation",
        "notice_received",
        "shelter_requested",
        "shelter_placed",
        "victimhood_statement",
        "threat_statement",
        "registered_with_comensha",
        "prosecution_view presence_necessary: false",
        "permit_granted kind: temporary_permit",
    ],
)
def test_any_event_that_implies_an_indication_opens_help(told: str):
    assert standing_on("help_and_shelter", "2009-05-03", f"2009-05-04 {told}") == "does_not_hold"
    assert standing_on("help_and_shelter", "2009-05-04", f"2009-05-04 {told}") == "holds"


def test_before_any_indication_help_says_whom_to_call():
    found = finding_on("help_and_shelter", "2021-10-01", UNLAWFUL)

    assert found.standing == "does_not_hold"
    assert found.confirmed
    assert found.deciding is not None
    assert found.deciding.rule is not None
    assert found.deciding.rule.ask == "comensha"


def test_only_departure_ends_help_and_a_new_indication_opens_it_again():
    told = (SIGNAL, "2021-12-01 departure", "2022-06-01 indication")

    assert standing_on("help_and_shelter", "2021-11-30", *told) == "holds"
    assert standing_on("help_and_shelter", "2021-12-01", *told) == "lapsed"
    assert standing_on("help_and_shelter", "2022-05-31", *told) == "lapsed"
    assert standing_on("help_and_shelter", "2022-06-01", *told) == "holds"


@pytest.mark.parametrize("day", ["2008-02-01", "2010-07-01", "2013-06-30", "2017-01-01"])
def test_no_gap_in_another_text_weakens_help(day: str):
    without = help_on(day)
    with_signal = help_on(day, f"{day} indication")
    departed = help_on(day, "2008-02-01 indication", f"{day} departure")

    assert [f.confirmed for f in (without, with_signal, departed)] == [True, True, True]
    assert with_signal.standing == "holds"
    assert departed.standing == "lapsed"


# ------------------------------------------------------------------ acceptance stories


def test_story_1_slight_indication_without_papers():
    told = (SIGNAL, UNLAWFUL, OFFER)

    assert standing_on("help_and_shelter", "2021-10-01", *told) == "holds"
    assert standing_on("allowance", "2021-10-03", *told) == "does_not_hold"
    assert standing_on("allowance", "2021-10-04", *told) == "holds"
    assert standing_on("allowance", "2022-01-04", *told) == "holds"
    assert standing_on("allowance", "2022-01-05", *told) == "lapsed"
    assert finding_on("allowance", "2021-10-04", *told).until == date(2022, 1, 5)
    assert finding_on("shelter_cosm", "2021-10-04", *told).strength == "may"


def test_story_2_a_lawful_resident_has_help_without_a_reflection_period():
    told = (SIGNAL, "2021-09-01 lawful_stay")

    position = position_on("2021-10-01", *told, known_at="2021-10-01")

    assert position.finding("help_and_shelter").standing == "holds"
    assert position.finding("reflection_period").standing == "does_not_hold"
    assert finding_on("womens_shelter", "2021-10-01", *told).strength == "may"


def test_story_5_a_contra_indication_leaves_help_and_care_as_they_were():
    told = (SIGNAL, "2021-10-02 report", "2021-10-03 notice_received")
    before = position_on("2021-10-10", *told)
    after = position_on("2021-10-10", *told, "2021-10-08 contra_indication found: true")

    for norm in ("help_and_shelter", "subsistence", "medical_care", "legal_aid", "interpreter"):
        assert after.finding(norm).standing == before.finding(norm).standing == "holds"


def test_story_6_three_months_without_a_report_end_the_allowance_but_not_the_help():
    told = (SIGNAL, UNLAWFUL, OFFER)

    for norm in ("help_and_shelter", "subsistence", "medical_care", "information_about_rights"):
        assert standing_on(norm, "2022-01-05", *told) == "holds"


def test_story_10_an_unlawful_resident_asks_for_a_womens_shelter():
    told = (SIGNAL, UNLAWFUL, "2021-10-02 shelter_requested kind: womens_shelter")
    found = finding_on("womens_shelter", "2021-10-02", *told)

    assert found.standing == "not_stated"
    assert found.deciding is not None
    assert found.deciding.rule is not None
    assert found.deciding.rule.id == "not_the_stated_group"
    assert "COSM" in found.deciding.rule.text.en
    assert "OMM" in found.deciding.rule.text.en
    assert standing_on("shelter_cosm", "2021-10-02", *told) == "not_stated"
    assert standing_on("shelter_omm", "2021-10-02", *told) == "not_stated"


def test_story_11_several_problems_name_the_omm_without_admission_rules():
    told = (SIGNAL, "2021-10-02 shelter_requested needs: multiple_problems")
    found = finding_on("shelter_omm", "2021-10-02", *told)

    assert found.standing == "not_stated"
    assert found.deciding is not None
    assert found.deciding.rule is not None
    assert found.deciding.rule.id == "named_for_her_group"


def test_story_12_exploitation_noticed_in_a_womens_shelter():
    told = (
        "2021-10-01 shelter_placed kind: womens_shelter",
        "2021-10-08 indication by: womens_shelter, form: sexual",
    )
    position = position_on("2021-10-08", *told, person=DUTCH)

    assert position.finding("signal_in_womens_shelter").strength == "aim"
    assert position.finding("registration_with_comensha").standing == "does_not_hold"
    assert position.finding("help_and_shelter").standing == "holds"


def test_story_13_ready_to_leave_without_housing_is_an_aim_and_no_promise():
    told = (SIGNAL, "2021-10-02 shelter_placed kind: omm", "2021-11-01 housing_needed")
    found = finding_on("suitable_housing", "2021-11-01", *told)

    assert found.standing == "holds"
    assert found.strength == "aim"
    assert found.since == date(2021, 11, 1)
    assert standing_on("suitable_housing", "2021-10-01", *told) == "does_not_hold"


# ------------------------------------------------------------------ income and care


def test_there_is_no_allowance_in_detention_but_there_is_help():
    told = (SIGNAL, OFFER, "2021-10-05 detention", "2021-10-20 detention_ended")

    assert standing_on("allowance", "2021-10-05", *told) == "does_not_hold"
    assert standing_on("help_and_shelter", "2021-10-05", *told) == "holds"
    assert standing_on("subsistence", "2021-10-05", *told) == "holds"
    assert standing_on("allowance", "2021-10-20", *told) == "holds"


def test_after_a_report_the_allowance_runs_until_the_permit_and_then_gives_way():
    told = (
        SIGNAL,
        OFFER,
        "2021-10-12 report",
        "2021-10-13 notice_received",
        "2021-10-20 permit_granted kind: temporary_permit, until: 2022-10-20",
    )

    assert finding_on("allowance", "2021-10-19", *told).owed_by == ("reception_agency",)
    assert finding_on("allowance", "2021-10-20", *told).owed_by == ("municipality",)
    assert standing_on("allowance", "2021-10-20", *told) == "holds"


def test_a_witness_who_reported_has_an_allowance_while_the_permit_is_not_decided():
    told = (SIGNAL, "2021-10-12 report")
    witness = f"{ADULT}, role: witness"

    assert standing_on("allowance", "2021-10-11", *told, person=witness) == "does_not_hold"
    assert standing_on("allowance", "2021-10-12", *told, person=witness) == "holds"


def test_until_august_2012_the_allowance_outlasted_a_dismissal_while_the_complaint_ran():
    told = (
        "2012-01-01 report",
        "2012-05-01 dismissal",
        "2012-05-08 complaint_art12",
    )

    assert standing_on("allowance", "2012-07-31", *told) == "holds"
    assert standing_on("allowance", "2012-08-01", *told) == "does_not_hold"


def test_a_citizen_of_the_eu_in_a_womens_shelter_has_an_allowance_for_three_months():
    told = (
        "2015-03-10 entry",
        "2015-03-20 indication",
        "2015-03-20 shelter_placed kind: womens_shelter",
    )

    assert standing_on("allowance", "2015-06-10", *told, person=EU) == "holds"
    assert standing_on("allowance", "2015-06-11", *told, person=EU) == "not_stated"


def test_the_allowance_is_last_seen_in_2015_and_says_so():
    before = finding_on("allowance", "2015-10-21", "2015-10-01 reflection_offered")
    after = finding_on("allowance", "2015-10-22", "2015-10-01 reflection_offered")

    assert (before.standing, before.confirmed) == ("holds", True)
    assert (after.standing, after.confirmed) == ("holds", False)


def test_the_form_is_valid_for_three_months_and_the_application_takes_two_weeks():
    told = ("2015-03-02 reflection_offered", "2015-03-03 allowance_form_given")
    terms = {t.term: t.ends for t in position_on("2015-03-10", *told).terms}
    states = {
        row.norm: (row.state.value, row.due)
        for row in position_on("2015-03-18", *told).duties
        if row.bearer == "victim"
    }

    assert terms["allowance_form"] == date(2015, 6, 3)
    assert terms["allowance_application"] == date(2015, 3, 17)
    assert states["apply_for_allowance"] == ("overdue", date(2015, 3, 17))


def test_medical_costs_are_covered_only_once_the_allowance_is_granted():
    told = (SIGNAL, OFFER, "2021-10-15 allowance_decided outcome: granted")
    before = finding_on("medical_care", "2021-10-14", *told)
    after = finding_on("medical_care", "2021-10-15", *told)

    assert before.standing == after.standing == "holds"
    assert before.deciding is not None
    assert before.deciding.rule is not None
    assert before.deciding.rule.id == "not_yet_covered"
    assert after.owed_by == ("reception_agency",)
    assert finding_on("allowance", "2021-10-15", *told).granted is True


# ------------------------------------------------------------------ minors


@pytest.mark.parametrize("person", [CHILD, DUTCH_CHILD, AGE_UNKNOWN])
def test_in_doubt_she_is_a_child_and_has_a_guardian(person: str):
    assert standing_on("guardian", "2021-10-01", SIGNAL, person=person) == "holds"
    assert standing_on("guardian", "2012-10-01", "2012-10-01 indication", person=person) == "holds"


def test_a_foreign_child_has_nidos_and_a_dutch_child_youth_care():
    assert finding_on("guardian", "2021-10-01", SIGNAL, person=CHILD).owed_by == (
        "guardian_agency",
    )
    assert finding_on("guardian", "2021-10-01", SIGNAL, person=DUTCH_CHILD).owed_by == (
        "youth_protection",
    )
    assert standing_on("protected_reception", "2021-10-01", SIGNAL, person=CHILD) == "holds"
    assert standing_on("protected_reception", "2021-10-01", SIGNAL, person=DUTCH_CHILD) == (
        "does_not_hold"
    )


def test_a_guardian_ends_with_adulthood():
    person = "birth_date: 2004-03-01, nationality: third_country"

    assert finding_on("guardian", "2022-02-28", SIGNAL, person=person).until == date(2022, 3, 1)
    assert standing_on("guardian", "2022-02-28", SIGNAL, person=person) == "holds"
    assert standing_on("guardian", "2022-03-01", SIGNAL, person=person) == "does_not_hold"


def test_a_child_with_a_parent_needs_no_guardian_but_an_assessed_adult_neither():
    parent = (SIGNAL, "2021-10-02 legal_representative present: true")
    assessed = (SIGNAL, "2021-10-02 age_assessed outcome: adult")

    assert standing_on("guardian", "2021-10-02", *parent, person=CHILD) == "does_not_hold"
    assert standing_on("guardian", "2021-10-02", *assessed, person=AGE_UNKNOWN) == "does_not_hold"


# ------------------------------------------------------------------ family and return


def test_children_share_the_permit_and_are_weighed_for_themselves_when_it_ends():
    told = (
        "2012-01-01 permit_granted kind: temporary_permit, until: 2013-01-01",
        "2013-01-05 permit_refused kind: non_temporary_permit",
    )

    assert finding_on("family_stay", "2012-12-31", *told).strength == "may"
    assert standing_on("family_stay", "2014-01-10", *told) == "awaits_judgement"
    assert standing_on("family_stay", "2013-02-01", *told, known_at="2013-02-01") == (
        "does_not_hold"
    )


def test_help_with_return_comes_only_when_she_asks_and_return_must_be_safe():
    told = (SIGNAL, "2021-11-01 return_wish")

    assert standing_on("return_help", "2021-10-31", *told) == "does_not_hold"
    assert finding_on("return_help", "2021-11-01", *told).strength == "may"
    assert standing_on("safe_return", "2021-10-31", *told) == "holds"
