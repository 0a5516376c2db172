"""Choices are tried, not guessed; equal ones are told as one; what stays is told beside them."""

from datetime import date

from ketenwijzer.telling.compare import compare, supposing
from tests.telling.toyland import PERSON, account, answer, events

KNOCK = "2015-01-05 knock"


def choice(told, title):
    return next(choice for choice in told.choices if title in choice.title)


def test_a_choice_says_what_would_be_different_the_day_after():
    shut = choice(account("2015-02-01", KNOCK), "Shut the door")

    changed = {effect.norm: (effect.before, effect.after) for effect in shut.effects}
    assert changed["no_eviction"] == ("holds", "has ended")
    assert changed["send_away"] == ("does not hold", "may, need not")


def test_a_choice_that_changes_nothing_says_so():
    knock = choice(account("2015-02-01", KNOCK), "Knock")

    assert knock.effects == ()
    assert knock.nothing == "changes nothing in what is kept track of here"


def test_what_stays_whatever_she_chooses_is_told():
    told = account("2015-02-01", KNOCK)

    assert told.steadfast == "Whatever she chooses, this stays: bread."


def test_she_hears_her_choices_in_plain_words():
    shut = choice(account("2015-02-01", KNOCK, reader=PERSON), "Shut the door")

    assert "Your time is over." in [effect.sentence for effect in shut.effects]
    assert shut.duties == ()


def test_choices_with_the_same_outcome_are_told_as_one():
    told = account("2015-02-01", KNOCK)

    assert len({(c.effects, c.duties) for c in told.choices}) == len(told.choices)


def test_a_supposed_event_is_compared_and_never_kept():
    before = answer("2015-02-01", KNOCK)
    supposed = (*before.events, *events("2015-01-10 ticket"))

    after = supposing(before, supposed, date(2015, 2, 1))
    found = compare(before.position, after.position)

    assert found.phase == ("waiting", "inside")
    assert {d.after.norm for d in found.norms} >= {"garden"}
    assert len(before.events) == 1
    assert not compare(before.position, before.position)
