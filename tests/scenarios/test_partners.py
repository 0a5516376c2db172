"""Who in the chain acts and who tells whom, and what the directives add from which day."""

import pytest

from tests.scenarios.cases import dutch, finding_on, position_on, standing_on

SIGNAL = "2021-10-01 indication by: police"
UNLAWFUL = "2021-10-01 unlawful_stay"
OFFER = "2021-10-04 reflection_offered by: police"


# ------------------------------------------------------------------ partners


def test_registration_is_due_from_the_first_signal_until_it_is_done():
    told = (SIGNAL, "2021-10-05 registered_with_comensha")

    for day, state in (("2021-10-01", "due"), ("2021-10-04", "due"), ("2021-10-05", "met")):
        rows = [r for r in position_on(day, *told).duties if r.norm == "registration_with_comensha"]
        assert [(r.bearer, r.state.value, r.due) for r in rows] == [("police", state, None)]


@pytest.mark.parametrize("body", ["police", "marechaussee", "labour_inspectorate"])
def test_who_met_her_first_registers(body: str):
    found = finding_on(
        "registration_with_comensha", "2021-10-01", f"2021-10-01 indication by: {body}"
    )

    assert found.owed_by == (body,)
    assert found.strength == "must"


def test_a_care_organisation_registers_only_with_her_written_consent():
    told = ("2021-10-01 indication by: ngo", "2021-10-08 consent_given")

    assert standing_on("registration_with_comensha", "2021-10-01", *told) == "does_not_hold"
    assert standing_on("registration_by_others", "2021-10-07", *told) == "does_not_hold"
    assert finding_on("registration_by_others", "2021-10-08", *told).strength == "may"
    assert standing_on("nameless_registration", "2021-10-08", *told) == "not_stated"


@pytest.mark.parametrize(
    "role",
    ["employee_insurance_agency", "victim_support", "information_centre", "safety_house"],
)
def test_a_partner_named_without_a_duty_is_not_given_one(role: str):
    found = finding_on(f"role_of_{role}", "2021-09-14", SIGNAL)

    assert found.standing == "not_stated"
    assert found.deciding is not None
    assert found.deciding.rule is not None
    assert found.deciding.rule.ask


def test_the_old_messages_are_confirmed_only_while_their_text_was_seen():
    told = ("2013-05-20 reflection_offered",)

    assert finding_on("tell_departure_service_reflection", "2013-05-31", *told).confirmed
    assert not finding_on("tell_departure_service_reflection", "2013-06-01", *told).confirmed
    assert finding_on("tell_comensha_reflection", "2015-10-21", *told).confirmed
    assert not finding_on("tell_comensha_reflection", "2015-10-22", *told).confirmed


def test_a_message_is_due_from_its_trigger_and_met_when_recorded_as_sent():
    told = (
        "2012-03-01 reflection_offered",
        "2012-03-20 reflection_declined",
        "2012-03-21 message_sent message: tell_immigration_service_reflection_ended",
    )

    def row(day: str) -> list[tuple[str, str]]:
        return [
            (r.bearer, r.state.value)
            for r in position_on(day, *told).duties
            if r.norm == "tell_immigration_service_reflection_ended"
        ]

    assert row("2012-03-19") == []
    assert row("2012-03-20") == [("police", "due")]
    assert row("2012-03-21") == [("police", "met")]


def test_no_message_has_a_term_that_the_text_does_not_give():
    told = (
        SIGNAL,
        "2021-10-02 shelter_requested needs: outside_office_hours",
        "2021-10-03 shelter_placed kind: cosm",
        OFFER,
        "2021-10-12 report",
        "2021-10-13 notice_received",
        "2021-10-20 permit_granted kind: temporary_permit, until: 2022-10-20",
        "2022-09-01 renewal_application",
        "2022-09-10 return_wish",
        "2022-09-20 dismissal",
    )
    position = position_on("2022-09-21", *told)
    messages = {n.id for n in dutch().norms.values() if n.group == "messages"}
    rows = [row for row in position.duties if row.norm in messages]

    assert len({row.norm for row in rows}) > 15
    assert {row.due for row in rows} == {None}


def test_after_a_report_the_police_start_an_investigation_and_prosecution_stays_a_may():
    told = (SIGNAL, "2021-10-02 report", "2021-10-09 investigation_started")

    assert finding_on("start_investigation", "2021-10-02", *told).strength == "must"
    assert finding_on("prosecute", "2021-10-09", *told).strength == "may"
    assert standing_on("investigation_without_report", "2021-10-01", *told) == "holds"


# ------------------------------------------------------------------ the directives


def test_the_2011_directive_adds_only_from_its_transposition():
    told = ("2013-01-01 indication",)
    before = finding_on("compensation", "2013-04-05", *told)
    after = finding_on("compensation", "2013-04-06", *told)

    assert [o.layer for o in before.outcomes if o.standing == "holds"] == ["coe_convention_help"]
    assert "directive_2011_36" in [o.layer for o in after.outcomes]


def test_the_amended_directive_adds_only_from_its_transposition():
    told = ("2026-01-01 indication",)

    for norm in ("asylum_alongside_help", "enough_shelters", "knowing_use_of_services"):
        assert standing_on(norm, "2026-07-14", *told) == "not_stated"
        assert standing_on(norm, "2026-07-15", *told) == "holds"
    assert standing_on("focal_point", "2026-07-15", *told) == "not_stated"


def test_the_directive_may_fall_silent_after_the_reflection_period_but_help_does_not():
    told = (SIGNAL, UNLAWFUL, OFFER)
    found = finding_on("help_and_shelter", "2022-01-05", *told)

    assert found.standing == "holds"
    assert "directive_2011_36" not in [outcome.layer for outcome in found.outcomes]
