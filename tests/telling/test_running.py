"""Terms and duties are told with their sum, their state and who bears them."""

from ketenwijzer.telling.language import Reader
from ketenwijzer.telling.tell import tell
from tests.telling.toyland import PERSON, account, answer

KNOCK = "2015-01-05 knock"


def term(told, name):
    return next(term for term in told.terms if term.term == name)


def test_a_running_term_says_how_its_end_was_computed():
    found = term(account("2015-02-01", KNOCK), "stay")

    assert found.ends == "6 April 2015"
    assert found.left == "64 days left"
    assert found.steps == (
        "starts on 5 January 2015",
        "plus 3 months is 5 April 2015",
        "does not end on a day off (weekend): moves to 6 April 2015",
    )


def test_the_last_day_is_told_as_the_last_day():
    assert term(account("2015-04-06", KNOCK), "stay").left == "today is the last day"


def test_a_term_that_ends_early_says_by_what():
    found = term(account("2015-02-01", KNOCK, "2015-01-20 shut"), "stay")

    assert found.steps[-1] == "ends early, on 20 January 2015 (closing)"
    assert not found.runs


def test_dutch_sums_are_in_dutch():
    told = tell(answer("2015-02-01", KNOCK), Reader("nl"))

    assert term(told, "stay").steps[:2] == (
        "begint op 5 januari 2015",
        "plus 3 maanden is 5 april 2015",
    )
    assert term(told, "opening").steps[1] == "plus 2 werkdagen is 7 januari 2015"


def test_one_duty_of_several_is_told_once():
    duties = account("2015-01-06", KNOCK).duties

    assert [(duty.bearer, duty.due, duty.state) for duty in duties] == [
        ("Warden and gatekeeper", "7 January 2015", "to do")
    ]


def test_a_target_that_passed_is_never_called_late():
    (duty,) = account("2015-01-08", KNOCK).duties

    assert (duty.state, duty.late) == ("target passed", False)


def test_a_duty_done_says_when():
    (duty,) = account("2015-01-08", KNOCK, "2015-01-06 ticket").duties

    assert (duty.open, duty.note) == (False, "done on 6 January 2015")


def test_she_hears_of_running_terms_only():
    told = account("2015-02-01", KNOCK, reader=PERSON)

    assert [t.term for t in told.terms] == ["stay"]
    assert told.duties == ()


def test_what_is_next_is_told():
    assert account("2015-02-01", KNOCK).next_change.endswith("changes on 7 April 2015.")
