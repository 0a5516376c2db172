"""Terms: when they start and end, what pauses, extends, meets or ends them, and how they stand."""

from ketenwijzer.engine.calendar import Calendar, Step
from ketenwijzer.engine.case import Event
from ketenwijzer.engine.law import Corpus, Force, Standing, TermRule
from ketenwijzer.engine.terms import RunningTerm, TermState
from tests.engine.small import (
    answer,
    ask,
    day,
    event_type,
    finding,
    happened,
    layer,
    picked,
    protocol,
    rule,
    standing,
    switch,
    term,
    version,
)

OFFER = happened("offer", "2019-11-30")
PLAIN = term("wait", "offer", "3 months")
KINDS = ("offer", "refusal", "stop", "go", "more", "done")
CLOSING = picked("closing", "latest", "more.until")


def law(*texts: TermRule, calendar: Calendar | None = None) -> Corpus:
    versions = layer("act", version("2018-01-01", *texts, claim=[rule(Standing.HOLDS)]))
    parts = (*map(event_type, KINDS), CLOSING, switch("short", "go", initially=False), versions)
    return protocol(*parts, calendar=calendar) if calendar else protocol(*parts)


def the_term(
    text: TermRule, *events: Event, on: str, calendar: Calendar | None = None
) -> RunningTerm:
    (found,) = ask(law(text, calendar=calendar), events, on).terms
    return found


# ------------------------------------------------------------------ from the first day to the last


def test_a_term_starts_on_its_moment_and_its_sum_is_its_last_day_inside():
    found = the_term(PLAIN, OFFER, on="2019-11-30")

    assert (found.starts, found.ends) == (day("2019-11-30"), day("2020-02-29"))
    assert [step.id for step in found.steps] == ["start", "add", "month_end"]


def test_before_its_first_day_there_is_no_term():
    assert ask(law(PLAIN), [OFFER], "2019-11-29").terms == ()
    assert ask(law(PLAIN), [], "2020-01-01").terms == ()


def test_a_term_whose_first_day_lies_ahead_has_not_started():
    from_closing = term("wait", "closing", "3 months")
    planned = happened("more", "2019-11-01", until=day("2019-12-01"))

    assert ask(law(from_closing), [planned], "2019-11-30").terms == ()
    assert the_term(from_closing, planned, on="2019-12-01").ends == day("2020-03-01")


def test_the_last_day_lies_within_and_the_next_is_past():
    def questions(on: str) -> list[bool | None]:
        lines = ("started wait", "within wait", "past wait")
        return [answer([], line, OFFER, on=on, laid_down=[PLAIN]) for line in lines]

    assert questions("2019-11-29") == [False, False, False]
    assert questions("2019-11-30") == [True, True, False]
    assert questions("2020-02-29") == [True, True, False]
    assert questions("2020-03-01") == [True, False, True]


def test_a_claim_until_the_end_of_a_term_is_outside_on_the_day_after():
    act = layer(
        "act", version("2018-01-01", PLAIN, claim=[rule(Standing.HOLDS, until="end of wait")])
    )

    assert finding(protocol(event_type("offer"), act), [OFFER], "2020-01-01").until == day(
        "2020-03-01"
    )
    assert finding(protocol(event_type("offer"), act), [], "2020-01-01").until is None


def test_a_term_is_running_up_to_its_last_day_and_ended_after_it():
    assert the_term(PLAIN, OFFER, on="2020-02-29").state is TermState.RUNNING
    assert the_term(PLAIN, OFFER, on="2020-03-01").state is TermState.ENDED


def test_a_target_is_passed_and_never_more_than_that():
    target = term("wait", "offer", "3 months", force=Force.TARGET)

    assert the_term(target, OFFER, on="2020-03-01").state is TermState.PASSED


def test_an_end_rolls_only_where_the_term_says_so():
    spring = Calendar("none", {}, day("2018-01-01"), day("2030-01-01"))
    rolling = term("wait", "offer", "3 months", roll=True)

    assert the_term(rolling, OFFER, on="2020-01-01", calendar=spring).ends == day("2020-03-02")
    assert the_term(PLAIN, OFFER, on="2020-01-01", calendar=spring).ends == day("2020-02-29")


# ------------------------------------------------------------------ how long it is

BY_CASE = term("wait", "offer", {"short": "30 days", "always": "3 months"})


def test_the_length_is_chosen_by_the_facts_of_the_first_day():
    before, after = happened("go", "2019-11-30"), happened("go", "2019-12-01")

    assert the_term(BY_CASE, OFFER, before, on="2020-01-15").ends == day("2019-12-30")
    assert the_term(BY_CASE, OFFER, after, on="2020-01-15").ends == day("2020-02-29")


def test_a_length_that_is_open_makes_no_term():
    open_case = term("wait", "offer", {"asked": "30 days", "always": "3 months"})
    parts = (*map(event_type, KINDS), switch("asked", "go"))
    act = layer("act", version("2018-01-01", open_case, claim=[rule(Standing.HOLDS)]))

    assert ask(protocol(*parts, act), [OFFER], "2019-12-01").terms == ()


QUESTIONS = ("started wait", "within wait", "past wait")
GO_OR_NOT = switch("asked", "go", "stop")
OPEN_CASE = {"asked": "30 days", "always": "3 months"}


def answers(*parts: object, cases: dict[str, str], on: str) -> list[bool | None]:
    """Answer the three questions of a term from the offer whose length rests on these cases."""
    events = [OFFER, *(part for part in parts if isinstance(part, Event))]
    wait = term("wait", "offer", cases)
    known = (event_type("go"), event_type("stop"), GO_OR_NOT)
    return [answer(known, line, *events, on=on, laid_down=[wait]) for line in QUESTIONS]


def test_a_term_whose_length_is_open_has_started_and_is_neither_within_nor_past():
    assert answers(cases=OPEN_CASE, on="2019-11-29") == [False, False, False]
    assert answers(cases=OPEN_CASE, on="2019-12-01") == [True, None, None]
    assert answers(cases=OPEN_CASE, on="2025-01-01") == [True, None, None]


def test_a_length_that_is_settled_later_for_the_first_day_answers():
    told = happened("go", "2019-11-30", recorded="2020-06-01")
    too_late = happened("go", "2019-12-01")

    assert answers(told, cases=OPEN_CASE, on="2019-12-30") == [True, True, False]
    assert answers(told, cases=OPEN_CASE, on="2019-12-31") == [True, False, True]
    assert answers(too_late, cases=OPEN_CASE, on="2019-12-31") == [True, None, None]


def test_whether_a_term_is_set_at_all_may_be_open_too():
    only = {"asked": "30 days"}

    assert answers(cases=only, on="2019-12-01") == [None, None, None]
    assert answers(happened("stop", "2019-11-30"), cases=only, on="2019-12-01") == [False] * 3


def test_what_keeps_a_length_open_is_asked_as_of_the_first_day():
    claim = [rule(Standing.HOLDS, "within wait"), rule(Standing.DOES_NOT_HOLD)]
    act = layer("act", version("2018-01-01", term("wait", "offer", OPEN_CASE), claim=claim))
    law = protocol(*map(event_type, KINDS), GO_OR_NOT, act)
    found = finding(law, [OFFER, happened("go", "2019-12-01")], "2019-12-02")

    assert found.standing is Standing.UNDECIDED
    assert found.deciding is not None and found.deciding.open_facts == ("asked",)


def test_what_cannot_be_open_of_a_term_is_not_asked():
    claim = [rule(Standing.HOLDS, "started wait and other"), rule(Standing.DOES_NOT_HOLD)]
    act = layer("act", version("2018-01-01", term("wait", "offer", OPEN_CASE), claim=claim))
    law = protocol(*map(event_type, KINDS), GO_OR_NOT, switch("other", "done"), act)
    found = finding(law, [OFFER], "2019-12-02")

    assert found.deciding is not None and found.deciding.open_facts == ("other",)


def test_of_a_term_looked_back_to_the_open_length_is_asked_too():
    claim = [rule(Standing.HOLDS, "(within wait) at more"), rule(Standing.DOES_NOT_HOLD)]
    act = layer("act", version("2018-01-01", term("wait", "offer", OPEN_CASE), claim=claim))
    law = protocol(*map(event_type, KINDS), GO_OR_NOT, act)
    found = finding(law, [OFFER, happened("more", "2019-12-01")], "2020-12-02")

    assert found.deciding is not None and found.deciding.open_facts == ("asked",)


# ------------------------------------------------------------------ what changes it

ENDING = term("wait", "offer", "3 months", ends_early=["refusal", "stop"])


def test_an_early_end_still_lies_inside_on_its_own_day():
    refused = happened("refusal", "2020-01-10")

    assert the_term(ENDING, OFFER, refused, on="2020-01-09").ends == day("2020-02-29")
    found = the_term(ENDING, OFFER, refused, on="2020-01-10")
    assert (found.ends, found.state) == (day("2020-01-10"), TermState.RUNNING)
    assert found.steps[-1] == Step("ended_early", day("2020-01-10"), "refusal")
    assert the_term(ENDING, OFFER, refused, on="2020-01-11").state is TermState.ENDED_EARLY


def test_the_earliest_of_several_early_ends_counts():
    case = OFFER, happened("refusal", "2020-01-20"), happened("stop", "2020-01-10")

    assert the_term(ENDING, *case, on="2020-02-01").ends == day("2020-01-10")


def test_what_happened_before_the_first_day_or_after_the_end_ends_nothing_early():
    early, late = happened("refusal", "2019-11-29"), happened("stop", "2020-03-10")
    found = the_term(ENDING, OFFER, early, late, on="2020-04-01")

    assert (found.ends, found.state) == (day("2020-02-29"), TermState.ENDED)


def test_an_early_end_that_lies_ahead_ends_nothing_yet():
    by_date = term("wait", "offer", "3 months", ends_early=["closing"])
    planned = happened("more", "2019-12-01", until=day("2020-01-10"))

    assert the_term(by_date, OFFER, planned, on="2020-01-09").ends == day("2020-02-29")
    assert the_term(by_date, OFFER, planned, on="2020-01-10").ends == day("2020-01-10")


def test_an_early_end_on_the_first_day_counts_and_one_on_the_last_day_changes_nothing():
    assert the_term(ENDING, OFFER, happened("refusal", "2019-11-30"), on="2019-12-05").ends == day(
        "2019-11-30"
    )
    last = the_term(ENDING, OFFER, happened("refusal", "2020-02-29"), on="2020-03-05")
    assert (last.ends, last.state) == (day("2020-02-29"), TermState.ENDED)


def test_an_extension_moves_the_end_and_never_back():
    extended = term("wait", "offer", "3 months", extended_to="closing")
    longer = happened("more", "2020-01-10", until=day("2020-04-01"))
    shorter = happened("more", "2020-01-10", until=day("2020-02-01"))

    found = the_term(extended, OFFER, longer, on="2020-03-15")
    assert (found.ends, found.state) == (day("2020-04-01"), TermState.RUNNING)
    assert found.steps[-1] == Step("extended", day("2020-04-01"), "closing")
    assert the_term(extended, OFFER, shorter, on="2020-01-15").ends == day("2020-02-29")


PAUSING = term("wait", "offer", "10 days", paused=("stop", "go"))


def test_a_paused_term_stands_still_and_has_no_end():
    found = the_term(PAUSING, OFFER, happened("stop", "2019-12-05"), on="2020-06-01")

    assert (found.ends, found.state) == (None, TermState.SUSPENDED)
    assert found.steps[-1] == Step("paused", day("2019-12-05"), "stop")


def test_a_term_that_stands_still_is_within_and_not_past():
    stopped = OFFER, happened("stop", "2019-12-05")

    def question(line: str) -> bool | None:
        return answer([event_type("go")], line, *stopped, on="2020-06-01", laid_down=[PAUSING])

    assert [question("within wait"), question("past wait")] == [True, False]


def test_a_resumed_term_ends_as_much_later_as_it_stood_still():
    case = OFFER, happened("stop", "2019-12-05"), happened("go", "2019-12-25")
    found = the_term(PAUSING, *case, on="2019-12-26")

    assert (found.ends, found.state) == (day("2019-12-30"), TermState.RUNNING)
    assert [step.id for step in found.steps] == ["start", "add", "paused", "resumed"]


def test_a_pause_on_the_last_day_counts_and_one_after_it_does_not():
    last_day, too_late = happened("stop", "2019-12-10"), happened("stop", "2019-12-11")

    assert the_term(PAUSING, OFFER, last_day, on="2020-01-01").state is TermState.SUSPENDED
    assert the_term(PAUSING, OFFER, too_late, on="2020-01-01").state is TermState.ENDED


def test_a_term_that_stands_still_can_end_early():
    both = term("wait", "offer", "10 days", paused=("stop", "go"), ends_early=["refusal"])
    case = OFFER, happened("stop", "2019-12-05"), happened("refusal", "2019-12-20")

    assert the_term(both, *case, on="2020-01-01").ends == day("2019-12-20")


MEETING = term("wait", "offer", "10 days", met_by="done")


def test_a_term_is_met_up_to_its_last_day_and_met_late_after_it():
    in_time, late = happened("done", "2019-12-10"), happened("done", "2019-12-11")

    assert the_term(MEETING, OFFER, in_time, on="2019-12-10").state is TermState.MET
    assert the_term(MEETING, OFFER, late, on="2019-12-11").state is TermState.MET_LATE
    assert the_term(MEETING, OFFER, late, on="2019-12-10").state is TermState.RUNNING


def test_what_was_done_before_the_first_day_does_not_meet_a_term():
    assert the_term(MEETING, OFFER, happened("done", "2019-11-29"), on="2019-12-01").state is (
        TermState.RUNNING
    )
    assert the_term(MEETING, OFFER, happened("done", "2019-11-30"), on="2019-12-01").state is (
        TermState.MET
    )


def test_a_term_that_stands_still_can_be_met():
    both = term("wait", "offer", "10 days", paused=("stop", "go"), met_by="done")
    case = OFFER, happened("stop", "2019-12-05"), happened("done", "2020-01-20")

    assert the_term(both, *case, on="2020-02-01").state is TermState.MET


def test_the_end_without_uncertain_days_is_given_unless_the_end_moved():
    doubtful = Calendar("c", {}, day("2018-01-01"), day("2030-01-01"))
    working = term("wait", "offer", "3 working days", ends_early=["refusal"])

    assert the_term(working, OFFER, on="2019-12-02", calendar=doubtful).otherwise is None


# ------------------------------------------------------------------ which text sets it


def two_texts() -> Corpus:
    old, new = PLAIN, term("wait", "offer", "30 days")
    first = version("2018-01-01", old, claim=[rule(Standing.HOLDS)])
    second = version("2019-12-01", new, not_before="2019-11-01", claim=[rule(Standing.HOLDS)])
    return protocol(event_type("offer"), layer("act", first, second))


def test_the_first_day_of_a_term_chooses_the_text_that_sets_it():
    def ends(offered: str) -> object:
        found = ask(two_texts(), [happened("offer", offered)], "2021-01-01").terms
        return found[0].ends if found else None

    assert ends("2019-10-31") == day("2020-01-31")
    assert ends("2019-12-01") == day("2019-12-31")


def test_in_a_gap_between_texts_that_differ_no_term_is_computed():
    for offered in ("2019-11-01", "2019-11-30"):
        assert ask(two_texts(), [happened("offer", offered)], "2021-01-01").terms == ()


def in_the_gap(old: TermRule | None, new: TermRule | None, line: str) -> Standing:
    """Tell how a claim stands that asks this of a term which starts in a gap between two texts."""
    claim = [rule(Standing.HOLDS, line), rule(Standing.DOES_NOT_HOLD)]
    first = version("2018-01-01", *filter(None, [old]), claim=claim)
    second = version("2019-12-01", *filter(None, [new]), not_before="2019-11-01", claim=claim)
    third = version("2020-12-01", PLAIN, claim=claim)
    law = protocol(event_type("offer"), layer("act", first, second, third))
    return standing(law, [happened("offer", "2019-11-15")], "2019-11-20")


def test_a_term_that_starts_in_a_gap_has_started_if_both_texts_know_it():
    shorter = term("wait", "offer", "30 days")

    assert in_the_gap(PLAIN, shorter, "started wait") is Standing.HOLDS
    assert in_the_gap(PLAIN, None, "started wait") is Standing.UNDECIDED
    assert in_the_gap(None, PLAIN, "started wait") is Standing.UNDECIDED
    assert in_the_gap(None, None, "started wait") is Standing.DOES_NOT_HOLD


def test_a_term_that_starts_in_a_gap_is_neither_within_nor_past():
    shorter = term("wait", "offer", "30 days")

    for line in ("within wait", "past wait"):
        assert in_the_gap(PLAIN, shorter, line) is Standing.UNDECIDED
        assert in_the_gap(PLAIN, None, line) is Standing.UNDECIDED
        assert in_the_gap(None, None, line) is Standing.DOES_NOT_HOLD


def test_a_term_that_both_texts_around_a_gap_word_alike_is_computed():
    again = term("wait", "offer", "3 months")

    assert in_the_gap(PLAIN, again, "within wait") is Standing.HOLDS


def test_terms_stand_in_the_order_of_the_texts():
    act = layer(
        "act",
        version(
            "2018-01-01", PLAIN, term("hurry", "offer", "3 days"), claim=[rule(Standing.HOLDS)]
        ),
    )
    found = ask(protocol(event_type("offer"), act), [OFFER], "2019-12-01").terms

    assert [one.term for one in found] == ["wait", "hurry"]
