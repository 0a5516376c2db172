"""Duties: due, met, met late, overdue, passed, suspended, pending or ended, per bearer."""

from ketenwijzer.engine.case import Event
from ketenwijzer.engine.duties import DutyRow, DutyState
from ketenwijzer.engine.law import Corpus, DutySpec, Force, Kind, Rule, Standing
from tests.engine.small import (
    ask,
    condition,
    day,
    event_type,
    happened,
    layer,
    picked,
    protocol,
    rule,
    switch,
    term,
    version,
)

TOLD = DutySpec(due="reply", met_by="told")
ASKED = happened("asked", "2019-03-01")


def duty(
    *rules: Rule, force: Force = Force.STATUTORY, owed_by: tuple[str, ...] = ("office",)
) -> Corpus:
    """A duty to reply in ten days after being asked."""
    reply = term("reply", "asked", "10 days", force=force)
    parts = (
        *map(event_type, ("asked", "told", "strike", "peace", "left")),
        picked("told_again", "latest", "told"),
        switch("striking", "strike", "peace", initially=False),
        switch("maybe_striking", "strike", "peace"),
        layer("act", version("2018-01-01", reply, claim=rules)),
    )
    return protocol(*parts, norms={"claim": Kind.DUTY}, owed_by=owed_by)


def reply(spec: DutySpec | None = TOLD, then: Standing = Standing.HOLDS) -> Rule:
    return rule(then, "happened asked", since="asked", duty=spec)


def row(law: Corpus, *events: Event, on: str) -> DutyRow:
    (found,) = ask(law, events, on).duties
    return found


def state(law: Corpus, *events: Event, on: str) -> DutyState:
    return row(law, *events, on=on).state


def test_a_duty_arises_with_its_norm_and_is_due_up_to_its_last_day():
    law = duty(reply())

    assert ask(law, [], "2019-03-01").duties == ()
    assert row(law, ASKED, on="2019-03-11") == DutyRow(
        "claim", "office", DutyState.DUE, day("2019-03-11"), day("2019-03-01")
    )


def test_a_duty_not_met_is_overdue_from_the_day_after_its_last():
    assert state(duty(reply()), ASKED, on="2019-03-12") is DutyState.OVERDUE


def test_a_target_not_met_has_passed_and_is_never_overdue():
    law = duty(reply(), force=Force.TARGET)

    assert state(law, ASKED, on="2019-03-11") is DutyState.DUE
    assert state(law, ASKED, on="2019-03-12") is DutyState.PASSED


def test_an_internal_term_can_be_overdue():
    assert state(duty(reply(), force=Force.INTERNAL), ASKED, on="2019-03-12") is DutyState.OVERDUE


def test_a_duty_is_met_up_to_its_last_day_and_met_late_after_it():
    in_time, late = happened("told", "2019-03-11"), happened("told", "2019-03-12")

    assert row(duty(reply()), ASKED, in_time, on="2019-04-01") == DutyRow(
        "claim", "office", DutyState.MET, day("2019-03-11"), day("2019-03-01"), day("2019-03-11")
    )
    assert state(duty(reply()), ASKED, late, on="2019-04-01") is DutyState.MET_LATE


def test_what_was_done_before_the_duty_arose_does_not_meet_it():
    before, on_the_day = happened("told", "2019-02-28"), happened("told", "2019-03-01")

    assert state(duty(reply()), ASKED, before, on="2019-03-05") is DutyState.DUE
    assert state(duty(reply()), ASKED, on_the_day, on="2019-03-05") is DutyState.MET


def test_what_is_planned_does_not_meet_a_duty_yet():
    planned = picked("plan", "latest", "asked.told_on")
    spec = DutySpec(due="reply", met_by="plan")
    law = protocol(
        event_type("asked", "told_on: date"),
        planned,
        layer("act", version("2018-01-01", term("reply", "asked", "10 days"), claim=[reply(spec)])),
        norms={"claim": Kind.DUTY},
    )
    case = happened("asked", "2019-03-01", told_on=day("2019-03-05"))

    assert state(law, case, on="2019-03-04") is DutyState.DUE
    assert state(law, case, on="2019-03-05") is DutyState.MET


def test_a_duty_without_a_term_stays_due():
    assert state(duty(reply(DutySpec(met_by="told"))), ASKED, on="2029-03-01") is DutyState.DUE
    assert row(duty(reply(None)), ASKED, on="2029-03-01") == DutyRow(
        "claim", "office", DutyState.DUE, None, day("2019-03-01")
    )


def test_a_duty_is_suspended_while_a_condition_holds_and_not_while_it_is_open():
    spec = DutySpec(due="reply", suspended=condition("striking"))
    maybe = DutySpec(due="reply", suspended=condition("maybe_striking"))
    strike, peace = happened("strike", "2019-03-05"), happened("peace", "2019-03-20")

    assert state(duty(reply(spec)), ASKED, strike, on="2019-03-15") is DutyState.SUSPENDED
    assert state(duty(reply(spec)), ASKED, strike, peace, on="2019-03-20") is DutyState.OVERDUE
    assert state(duty(reply(maybe)), ASKED, on="2019-03-05") is DutyState.DUE


def test_a_duty_that_was_met_stays_met_whatever_comes_after():
    spec = DutySpec(due="reply", met_by="told", suspended=condition("striking"))
    lapsed = rule(Standing.LAPSED, "happened left", since="asked", duty=spec)
    case = ASKED, happened("told", "2019-03-05")

    assert state(duty(reply(spec)), *case, happened("strike", "2019-03-06"), on="2019-03-07") is (
        DutyState.MET
    )
    assert state(
        duty(lapsed, reply(spec)), *case, happened("left", "2019-03-06"), on="2019-03-07"
    ) is (DutyState.MET)


def test_a_duty_that_lapsed_has_ended_even_if_it_was_overdue():
    lapsed = rule(Standing.LAPSED, "happened left", since="asked", duty=TOLD)
    law = duty(lapsed, reply())

    assert state(law, ASKED, happened("left", "2019-03-20"), on="2019-03-19") is DutyState.OVERDUE
    assert state(law, ASKED, happened("left", "2019-03-20"), on="2019-03-20") is DutyState.ENDED


def test_a_duty_that_begins_later_is_pending_until_then():
    begins = picked("begin", "latest", "asked.from_on")
    spec = DutySpec(since="begin", met_by="told")
    law = protocol(
        event_type("asked", "from_on: date"),
        event_type("told"),
        begins,
        layer("act", version("2018-01-01", claim=[reply(spec)])),
        norms={"claim": Kind.DUTY},
    )
    case = happened("asked", "2019-03-01", from_on=day("2019-03-10"))

    assert state(law, case, on="2019-03-09") is DutyState.PENDING
    assert state(law, case, on="2019-03-10") is DutyState.DUE
    assert row(law, case, on="2019-03-10").since == day("2019-03-10")


def test_a_disputed_duty_is_shown_and_one_that_is_open_or_denied_is_not():
    for then, shown in (
        (Standing.DISPUTED, 1),
        (Standing.HOLDS, 1),
        (Standing.LAPSED, 1),
        (Standing.DOES_NOT_HOLD, 0),
        (Standing.NOT_STATED, 0),
    ):
        assert len(ask(duty(reply(then=then)), [ASKED], "2019-03-02").duties) == shown
    assert ask(duty(rule(Standing.HOLDS, "maybe_striking")), [], "2019-03-02").duties == ()


def test_each_bearer_has_a_row_and_a_rule_can_name_others():
    both = duty(reply(), owed_by=("office", "court"))
    named = duty(
        rule(Standing.HOLDS, "happened asked", owed_by=["police"]), owed_by=("office", "court")
    )

    assert [one.bearer for one in ask(both, [ASKED], "2019-03-02").duties] == ["office", "court"]
    assert [one.bearer for one in ask(named, [ASKED], "2019-03-02").duties] == ["police"]


def test_only_a_duty_has_a_row():
    right = protocol(event_type("asked"), layer("act", version("2018-01-01", claim=[reply(None)])))

    assert ask(right, [ASKED], "2019-03-02").duties == ()
