"""What the words of the Dutch protocol mean, day before, day of and day after."""

from datetime import date

import pytest

from ketenwijzer.engine.errors import DayNotCovered
from ketenwijzer.engine.timeline import next_change

from .cases import ADULT, dutch, events_of, finding_on, position_on, standing_on

UNLAWFUL = "2021-03-01 unlawful_stay"
SIGNAL = "2021-03-01 indication"
OFFER = "2021-03-03 reflection_offered"
DUBLIN = ("2021-01-10 asylum_application", "2021-01-20 dublin_claim")


class TestReflectionPeriod:
    def test_before_an_offer_it_does_not_hold_and_the_police_must_offer(self):
        position = position_on("2021-03-02", UNLAWFUL, SIGNAL)
        assert position.finding("reflection_period").standing == "does_not_hold"
        duty = next(d for d in position.duties if d.norm == "offer_reflection_period")
        assert (duty.bearer, duty.state) == ("police", "due")

    @pytest.mark.parametrize("day", ["2021-03-02", "2024-03-02"])
    def test_before_an_offer_with_stay_not_established_it_is_undecided(self, day):
        assert standing_on("reflection_period", day, SIGNAL) == "undecided"

    def test_it_holds_from_the_offer_up_to_and_including_its_last_day(self):
        found = finding_on("reflection_period", "2021-06-03", UNLAWFUL, SIGNAL, OFFER)
        assert (found.standing, found.since, found.until) == (
            "holds",
            date(2021, 3, 3),
            date(2021, 6, 4),
        )
        assert standing_on("reflection_period", "2021-06-04", UNLAWFUL, SIGNAL, OFFER) == "lapsed"

    @pytest.mark.parametrize(
        "end",
        [
            "report",
            "cooperation",
            "reflection_declined",
            "left_unknown_destination",
            "other_application",
        ],
    )
    def test_on_the_day_of_an_early_end_it_still_holds(self, end):
        told = (UNLAWFUL, SIGNAL, OFFER, f"2021-04-10 {end}")
        assert standing_on("reflection_period", "2021-04-10", *told) == "holds"
        assert standing_on("reflection_period", "2021-04-11", *told) == "lapsed"

    def test_a_shelter_that_misses_her_ends_nothing(self):
        told = (
            UNLAWFUL,
            OFFER,
            "2021-04-10 left_unknown_destination by: shelter",
            "2021-04-10 missing_since",
        )
        assert standing_on("reflection_period", "2021-04-20", *told) == "holds"

    def test_the_lawful_stay_that_it_creates_does_not_end_it(self):
        position = position_on("2021-04-01", UNLAWFUL, SIGNAL, OFFER)
        assert position.finding("lawful_stay").standing == "holds"
        assert position.finding("reflection_period").standing == "holds"

    @pytest.mark.parametrize(
        ("person", "stay"),
        [
            (ADULT, "2021-02-01 lawful_stay"),
            ("age_group: adult, nationality: nl", "2021-02-01 indication"),
            (f"{ADULT}, role: witness", "2021-02-01 unlawful_stay"),
        ],
    )
    def test_an_offer_that_contradicts_the_facts_is_disputed(self, person, stay):
        told = (stay, SIGNAL, OFFER)
        assert standing_on("reflection_period", "2021-04-01", *told, person=person) == "disputed"

    def test_the_monopoly_of_police_and_marechaussee_is_disputed(self):
        told = (UNLAWFUL, SIGNAL, f"{OFFER} by: labour_inspectorate")
        assert standing_on("reflection_period", "2021-04-01", *told) == "disputed"

    def test_it_is_given_once(self):
        told = (UNLAWFUL, SIGNAL, OFFER, "2021-09-01 reflection_offered")
        assert standing_on("reflection_period", "2021-09-02", *told) == "disputed"

    def test_no_work_and_monthly_reporting_go_with_it(self):
        position = position_on("2021-04-01", UNLAWFUL, SIGNAL, OFFER)
        assert position.finding("no_work_in_reflection_period").standing == "holds"
        assert position.finding("monthly_reporting").standing == "holds"
        assert position.finding("work_allowed").standing == "does_not_hold"

    def test_third_country_nationals_who_stay_lawfully_have_it_from_18_may_2023(self):
        told = ("2023-05-01 lawful_stay", "2023-05-02 indication", "2023-05-18 reflection_offered")
        found = finding_on("reflection_period", "2023-05-18", *told)
        assert (found.standing, found.until) == ("holds", date(2023, 8, 19))

    def test_dublin_claimants_have_thirty_days_from_19_may_2023(self):
        told = (*DUBLIN, "2023-05-10 indication", "2023-05-19 reflection_offered")
        found = finding_on("reflection_period", "2023-05-19", *told)
        assert (found.standing, found.until) == ("holds", date(2023, 6, 19))

    def test_18_may_2023_itself_is_not_stated_for_dublin_claimants(self):
        told = (*DUBLIN, "2023-05-10 indication", "2023-05-18 reflection_offered")
        assert standing_on("reflection_period", "2023-05-18", *told) == "not_stated"

    @pytest.mark.parametrize("stay", [DUBLIN, ("2021-02-01 lawful_stay",)])
    @pytest.mark.parametrize(
        ("day", "known_at", "standing"),
        [
            ("2021-04-01", None, "disputed"),
            ("2021-04-01", "2022-10-20", "disputed"),
            ("2021-04-01", "2022-10-19", "does_not_hold"),
            ("2023-05-17", None, "disputed"),
        ],
    )
    def test_the_national_denial_is_disputed_once_the_court_has_spoken(
        self, stay, day, known_at, standing
    ):
        found = standing_on("reflection_period", day, *stay, SIGNAL, known_at=known_at)
        assert found == standing

    def test_in_detention_it_awaits_prosecution_and_police(self):
        told = (UNLAWFUL, SIGNAL, "2021-03-02 detention", OFFER)
        consents = (
            "2021-03-04 authority_consent by: public_prosecution",
            "2021-03-05 authority_consent by: police",
        )
        assert standing_on("reflection_period", "2021-03-06", *told) == "awaits_judgement"
        assert standing_on("reflection_period", "2021-03-06", *told, *consents) == "holds"

    def test_at_the_border_it_awaits_the_marechaussee(self):
        told = (UNLAWFUL, "2021-03-01 border_refusal", SIGNAL)
        assert standing_on("reflection_period", "2021-03-02", *told) == "awaits_judgement"


REPORTED = (UNLAWFUL, SIGNAL, "2021-04-10 report")
NOTICE = "2021-04-12 notice_received"
CLEAR = "2021-04-13 contra_indication found: false"


class TestTemporaryPermit:
    def test_with_no_word_on_contra_indications_it_awaits_a_judgement(self):
        assert standing_on("temporary_permit", "2021-04-12", *REPORTED, NOTICE) == (
            "awaits_judgement"
        )

    def test_when_every_condition_is_established_it_holds_though_not_granted(self):
        found = finding_on("temporary_permit", "2021-04-13", *REPORTED, NOTICE, CLEAR)
        assert (found.standing, found.granted, found.strength) == ("holds", False, "right")
        position = position_on("2021-04-13", *REPORTED, NOTICE, CLEAR)
        assert position.finding("work_allowed").standing == "does_not_hold"

    def test_a_missing_notice_is_no_refusal(self):
        assert standing_on("temporary_permit", "2021-04-13", *REPORTED, CLEAR) == "undecided"

    def test_contra_indications_stop_the_automatic_permit_and_not_the_help(self):
        position = position_on(
            "2021-04-14", *REPORTED, NOTICE, "2021-04-13 contra_indication found: true"
        )
        assert position.finding("temporary_permit").standing == "does_not_hold"
        assert position.finding("help_and_shelter").standing == "holds"

    def test_a_permit_holds_up_to_but_not_including_its_until(self):
        told = (
            *REPORTED,
            NOTICE,
            "2021-04-20 permit_granted kind: temporary_permit, from: 2021-04-12, until: 2022-04-12",
        )
        found = finding_on("temporary_permit", "2022-04-11", *told)
        assert (found.standing, found.granted, found.since, found.until) == (
            "holds",
            True,
            date(2021, 4, 12),
            date(2022, 4, 12),
        )
        assert standing_on("temporary_permit", "2022-04-12", *told) == "lapsed"
        assert standing_on("temporary_permit", "2021-04-15", *told) == "holds"
        assert standing_on("work_allowed", "2021-04-15", *told) == "holds"

    def test_a_withdrawal_with_effect_back_is_seen_only_by_who_could_know_it(self):
        told = (
            *REPORTED,
            NOTICE,
            "2021-04-20 permit_granted kind: temporary_permit",
            "2021-10-01 dismissal",
            "2021-12-01 permit_withdrawn effective_from: 2021-10-01",
        )
        assert standing_on("temporary_permit", "2021-10-01", *told) == "lapsed"
        assert standing_on("temporary_permit", "2021-10-01", *told, known_at="2021-11-01") == (
            "holds"
        )
        power = standing_on("withdraw_temporary_permit", "2021-10-01", *told, known_at="2021-11-01")
        assert power == "holds"

    @pytest.mark.parametrize(
        ("view", "standing"),
        [
            (None, "awaits_judgement"),
            ("presence_necessary: true", "holds"),
            ("presence_necessary: false", "does_not_hold"),
            ("jurisdiction: false", "not_stated"),
            ("sufficient_leads: false", "not_stated"),
        ],
    )
    def test_in_the_dublin_branch_presence_decides(self, view, standing):
        told = (*DUBLIN, SIGNAL, "2021-04-10 report", NOTICE, CLEAR)
        views = (f"2021-04-14 prosecution_view {view}",) if view else ()
        assert standing_on("temporary_permit", "2021-04-14", *told, *views) == standing

    def test_a_dublin_case_that_straddles_1_august_2019_is_disputed(self):
        told = (
            "2019-05-01 asylum_application",
            "2019-05-02 dublin_claim",
            "2019-07-01 wish_to_report",
            "2019-08-10 report",
            "2019-08-12 notice_received",
            "2019-08-12 contra_indication found: false",
            "2019-08-20 prosecution_view presence_necessary: false",
        )
        assert standing_on("temporary_permit", "2019-08-25", *told) == "disputed"

    def test_before_1_august_2019_a_dublin_claimant_is_treated_like_others(self):
        told = (
            "2019-01-01 asylum_application",
            "2019-01-02 dublin_claim",
            "2019-02-01 report",
            "2019-02-02 notice_received",
            "2019-02-02 contra_indication found: false",
        )
        assert standing_on("temporary_permit", "2019-02-03", *told) == "holds"


class TestDublin:
    TOLD = (*DUBLIN, SIGNAL, "2021-04-12 report")

    def test_the_target_is_twenty_working_days_and_passes_without_being_overdue(self):
        position = position_on("2021-04-13", *self.TOLD)
        term = next(t for t in position.terms if t.term == "dublin_review")
        # Off: King's Day (27 April) and 5 May. 26 April is put on a level with a holiday by a
        # decree that was not found, and so is 14 May, the day after Ascension Day.
        assert (term.ends, term.otherwise) == (date(2021, 5, 17), date(2021, 5, 12))
        day = term.ends
        assert day is not None
        after = position_on(date.fromordinal(day.toordinal() + 1).isoformat(), *self.TOLD)
        states = {d.state for d in after.duties if d.norm == "dublin_review"}
        assert states == {"passed"}
        assert {t.state for t in after.terms if t.term == "dublin_review"} == {"passed"}

    def test_transfer_continues_when_presence_is_not_necessary(self):
        told = (*self.TOLD, "2021-04-20 prosecution_view presence_necessary: false")
        position = position_on("2021-04-20", *told)
        assert position.finding("dublin_transfer").standing == "holds"
        assert position.finding("no_removal").standing == "does_not_hold"
        assert position.finding("information_abroad").strength == "may"
        assert position.finding("help_and_shelter").standing == "holds"

    def test_there_is_no_decision_within_24_hours(self):
        found = standing_on(
            "decide_within_24_hours", "2021-04-14", *self.TOLD, "2021-04-13 notice_received"
        )
        assert found == "does_not_hold"

    def test_the_application_date_is_disputed_between_report_and_notice(self):
        told = (*self.TOLD, "2021-04-15 notice_received")
        assert standing_on("application_on_report", "2021-04-16", *told) == "disputed"


class TestNonTemporaryPermit:
    PERMIT = (
        "2015-01-01 report",
        "2015-01-02 notice_received",
        "2015-01-05 permit_granted kind: temporary_permit, until: 2016-01-05",
    )

    @pytest.mark.parametrize(
        ("day", "standing"),
        [
            ("2015-10-21", "does_not_hold"),
            ("2015-10-22", "not_stated"),
            ("2018-07-26", "not_stated"),
            ("2018-07-27", "holds"),
        ],
    )
    def test_prosecution_replaced_conviction_in_a_gap_that_stays_a_gap(self, day, standing):
        told = (*self.PERMIT, "2015-05-01 prosecution_decided")
        assert standing_on("non_temporary_permit", day, *told) == standing

    def test_a_conviction_holds_through_the_gap_unconfirmed(self):
        told = (*self.PERMIT, "2015-05-01 judgment outcome: conviction, final: true")
        found = finding_on("non_temporary_permit", "2016-05-01", *told)
        assert (found.standing, found.strength, found.confirmed) == ("holds", "may", False)

    @pytest.mark.parametrize(
        ("day", "standing"),
        [("2022-03-31", "does_not_hold"), ("2022-04-01", "does_not_hold"), ("2022-04-02", "holds")],
    )
    def test_an_investigation_of_three_years_exactly_is_not_yet_longer(self, day, standing):
        told = ("2019-03-01 report", "2019-04-01 investigation_started")
        assert standing_on("non_temporary_permit", day, *told) == standing

    def test_after_dismissal_it_awaits_the_individual_circumstances(self):
        told = (*self.PERMIT, "2017-01-01 dismissal")
        assert standing_on("non_temporary_permit", "2021-01-01", *told) == "awaits_judgement"

    def test_it_is_always_a_may(self):
        told = (*self.PERMIT, "2019-01-01 prosecution_decided")
        found = finding_on("non_temporary_permit", "2019-02-01", *told)
        assert (found.standing, found.granted, found.strength) == ("holds", False, "may")


class TestThreeYearsOnAPermit:
    """Three years that were full stay full; whether they may be interrupted is disputed."""

    FULL = (
        "2012-09-03 report",
        "2012-10-01 permit_granted kind: temporary_permit, until: 2016-01-01",
    )
    AGAIN = "2016-06-01 permit_granted kind: temporary_permit, until: 2017-06-01"
    SHORT = (
        "2012-09-03 report",
        "2012-10-01 permit_granted kind: temporary_permit, until: 2015-09-30",
    )

    @pytest.mark.parametrize(
        ("day", "standing"), [("2015-09-30", "does_not_hold"), ("2015-10-01", "holds")]
    )
    def test_they_are_full_after_three_years(self, day, standing):
        assert standing_on("three_years_on_permit", day, *self.FULL) == standing

    @pytest.mark.parametrize("day", ["2015-12-31", "2016-01-02", "2016-05-31", "2016-06-01"])
    def test_once_full_they_stay_full_after_a_later_break(self, day):
        found = finding_on("three_years_on_permit", day, *self.FULL, self.AGAIN)
        assert (found.standing, found.since) == ("holds", date(2015, 10, 1))

    def test_they_stay_full_after_a_second_break_too(self):
        third = "2018-01-01 permit_granted kind: temporary_permit, until: 2019-01-01"
        told = (*self.FULL, self.AGAIN, third)
        assert standing_on("three_years_on_permit", "2018-02-01", *told) == "holds"

    def test_the_ground_that_rests_on_them_stays_too(self):
        told = (*self.FULL, self.AGAIN)
        found = finding_on("non_temporary_permit", "2016-06-02", *told)
        met = {ground.ground for ground in found.grounds if ground.truth}
        assert "case_runs_after_three_years" in met

    def test_what_fell_a_day_short_is_not_full_and_stays_disputed_in_total(self):
        told = (*self.SHORT, self.AGAIN)
        assert standing_on("three_years_on_permit", "2016-06-01", *told) == "does_not_hold"
        assert standing_on("three_years_on_permit", "2016-06-03", *told) == "disputed"

    def test_what_was_withdrawn_before_is_not_full(self):
        told = (*self.FULL, "2015-09-30 permit_withdrawn", self.AGAIN)
        found = finding_on("three_years_on_permit", "2016-06-03", *told)
        assert found.standing != "holds"


class TestComplaint:
    def test_until_31_july_2012_the_complaint_is_awaited_here(self):
        told = ("2012-01-01 report", "2012-05-01 dismissal", "2012-05-10 complaint_art12")
        assert standing_on("await_complaint", "2012-07-31", *told) == "holds"
        assert standing_on("no_removal", "2012-07-31", *told) == "holds"

    def test_from_1_august_2012_it_is_not(self):
        told = ("2012-01-01 report", "2012-08-01 dismissal", "2012-08-10 complaint_art12")
        assert standing_on("await_complaint", "2012-08-11", *told) == "does_not_hold"

    def test_a_case_that_straddles_the_day_is_disputed(self):
        told = ("2012-01-01 report", "2012-07-20 dismissal", "2012-08-10 complaint_art12")
        assert standing_on("await_complaint", "2012-08-11", *told) == "disputed"


def test_days_before_february_2008_are_refused():
    with pytest.raises(DayNotCovered):
        position_on("2008-01-31", SIGNAL)


def test_nothing_is_confirmed_before_the_first_text_that_was_seen():
    assert not finding_on("reflection_period", "2010-01-01", "2009-12-01 indication").confirmed
    assert finding_on("help_and_shelter", "2010-01-01", "2009-12-01 indication").confirmed


def test_after_the_last_day_seen_answers_say_so():
    found = finding_on("temporary_permit", "2026-01-01", "2025-12-01 indication")
    assert not found.confirmed
    assert found.deciding is not None
    assert found.deciding.last_seen == date(2025, 7, 3)


def test_next_change_is_the_day_after_the_reflection_period():
    events = events_of(UNLAWFUL, SIGNAL, OFFER)
    assert next_change(dutch(), events, date(2021, 4, 1)) == date(2021, 6, 4)


def test_every_norm_has_exactly_one_finding():
    position = position_on("2021-04-01", UNLAWFUL, SIGNAL, OFFER)
    assert [finding.norm for finding in position.findings] == list(dutch().norms)
