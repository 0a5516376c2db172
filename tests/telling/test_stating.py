"""What is told of a norm is what the engine found, never more."""

import pytest

from ketenwijzer.telling.looks import Tone
from tests.telling.toyland import LAWYER, PERSON, READERS, WORKER, account, stated

KNOCK = "2015-01-05 knock"


def test_a_right_that_holds_is_told_with_its_last_day():
    found = stated(account("2015-02-01", KNOCK), "no_eviction")

    assert found.tone is Tone.HOLDS
    assert found.words == "holds"
    assert found.period == "5 January 2015 to 6 April 2015"  # 5 April is a Sunday
    assert found.sentence == "Whoever knocked may stay for three months."
    assert found.by == "responsible: warden"


def test_what_only_may_be_given_is_told_as_a_may():
    told = account("2015-02-01", KNOCK, "2015-01-06 verdict kind=true")

    found = stated(told, "cake")

    assert (found.tone, found.words) == (Tone.MAYBE, "may, need not")


def test_what_only_may_be_given_is_never_told_to_her_as_hers():
    told = account("2015-02-01", KNOCK, "2015-01-06 verdict kind=true", reader=PERSON)

    said = stated(told, "cake").sentence

    assert said == "Cake: this is possible, but not certain."


def test_what_holds_as_a_right_is_told_to_her_in_plain_words():
    told = account("2015-02-01", "2015-01-05 wave", reader=PERSON)

    assert stated(told, "cake").sentence == "The cake is yours."


def test_conditions_met_without_a_grant_are_not_told_as_granted():
    happened = (KNOCK, "2015-01-06 verdict kind=true", "2015-01-07 ticket colour=red")

    to_worker = stated(account("2015-02-01", *happened), "throne")
    to_her = stated(account("2015-02-01", *happened, reader=PERSON), "throne")

    assert (to_worker.tone, to_worker.words) == (Tone.MAYBE, "conditions met, no grant recorded")
    assert "Nothing has been granted yet" in to_her.sentence
    assert "yours" not in to_her.sentence


@pytest.mark.parametrize("reader", READERS, ids=str)
def test_a_rule_left_open_is_never_told_as_if_it_had_fired(reader):
    told = account("2015-02-01", KNOCK, reader=reader)

    found = stated(told, "throne")

    assert found.tone is Tone.AWAITS
    assert "not to be kind" not in found.sentence
    assert "niet aardig bevonden" not in found.sentence


def test_what_is_open_says_what_to_ask_whom():
    found = stated(account("2015-02-01", KNOCK), "throne")

    assert found.sentence == "This depends on what is still open: Is she kind?"
    assert found.ask == "warden"


def test_a_dispute_is_told_from_both_sides():
    told = account("2015-06-01", KNOCK, "2015-01-07 ticket")

    found = stated(told, "no_eviction")

    assert found.tone is Tone.DISPUTED
    assert "House Rules: The three months are over." in found.sentence
    assert "Treaty of Hospitality: A ticket holder is never sent away." in found.sentence


def test_a_power_over_her_is_not_green():
    found = stated(account("2015-06-01", KNOCK), "send_away")

    assert found.tone is Tone.MAYBE
    assert found.by == "has the power: warden"


def test_a_prohibition_that_holds_is_a_rule_and_not_green():
    assert stated(account("2015-02-01", KNOCK), "no_singing").tone is Tone.RULE


def test_not_stated_says_whom_to_ask():
    found = stated(account("2015-02-01", KNOCK, "2015-01-07 ticket"), "garden")

    assert found.sentence == "Whether a ticket opens the garden the rules do not say."
    assert found.ask == "gatekeeper"
    assert not found.silent


def test_a_norm_that_no_source_names_is_told_as_silent():
    found = stated(account("2015-02-01"), "moon")

    assert found.silent
    assert found.ask == "helpline, 12 34"


def test_a_text_seen_until_an_earlier_day_says_so():
    told = account("2021-03-01", "2021-02-01 knock")

    assert stated(told, "bread").notes == (
        "not confirmed: this text was last seen in use on 31 December 2020",
    )
    assert any("House Rules" in warning for warning in told.warnings)


def test_what_is_only_recalled_is_not_confirmed():
    told = account("2015-02-01", KNOCK, "2015-01-06 verdict kind=true")

    assert stated(told, "cake").notes == ("not confirmed",)


def test_a_lawyer_sees_the_reason_the_source_and_the_case_law():
    found = stated(account("2015-02-01", KNOCK, reader=LAWYER), "no_eviction")

    (because,) = found.reasons
    assert because.words == "the day is within the term “stay” (to 6 April 2015)"
    assert because.events == ("knocked on 5 January 2015",)
    assert found.sources == (
        "House Rules 2010, rule 1 · HR-1 · text from 1 January 2010 · [V] read in the source itself"
        " · last seen in use on 31 December 2020",
    )
    assert found.case_law == (
        "For her: Whoever knocks softly may stay too. (COURT 2015/1, 1 June 2015)",
        "Against her: Whoever breaks in did not knock. (COURT 2016/2, 1 June 2016)",
    )


def test_a_worker_and_she_herself_see_no_case_law():
    for reader in (WORKER, PERSON):
        told = account("2015-02-01", KNOCK, reader=reader)
        assert not any(part.case_law for part in (*told.holds, *told.rest))


def test_the_first_question_is_answered_first():
    told = account("2015-02-01", KNOCK)

    assert told.headline is not None
    assert told.headline.question == "May she be sent away?"
    assert told.headline.answer == "No, not now."
    assert told.headline.tone is Tone.HOLDS


def test_a_protection_that_fails_is_an_alarm():
    told = account("2015-02-01")

    assert told.headline is not None
    assert told.headline.tone is Tone.ALARM


def test_she_hears_nothing_of_powers_that_do_not_hold():
    told = account("2015-02-01", KNOCK, reader=PERSON)

    assert "send_away" not in {part.norm for part in told.rest}
