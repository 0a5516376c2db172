"""Every condition of the protocol can be read aloud, in words and in both languages."""

from datetime import date

import pytest

from ketenwijzer.corpus.conditions import parse_condition
from ketenwijzer.corpus.load import load_corpus
from ketenwijzer.engine.governing import GroundFinding
from ketenwijzer.engine.view import View
from ketenwijzer.telling.language import Reader
from ketenwijzer.telling.reading import read_aloud
from tests.telling.toyland import events, toyland

HAPPENED = ("2015-01-05 knock", "2015-01-07 ticket colour=red until=2015-03-01")


@pytest.mark.parametrize(
    ("line", "nl", "en"),
    [
        ("kind", "zij is aardig", "she is kind"),
        ("not kind", "niet: zij is aardig", "not: she is kind"),
        (
            "known(colour) and colour is red",
            "vastgesteld is: kleur van het kaartje en kleur van het kaartje is rood",
            "established is: colour of the ticket and colour of the ticket is red",
        ),
        (
            "colour in (red, blue)",
            "kleur van het kaartje is rood of blauw",
            "colour of the ticket is red or blue",
        ),
        (
            "happened first_knock",
            "vastgelegd: “eerste kloppen” (5 januari 2015)",
            "recorded: “first knock” (5 January 2015)",
        ),
        ("not happened shut", "niet vastgelegd: “deur gesloten”", "not recorded: “door shut”"),
        (
            "day before ticket_until",
            "deze dag ligt vóór “eind van het kaartje” (1 maart 2015)",
            "this day lies before “end of the ticket” (1 March 2015)",
        ),
        (
            "not day after 2015-01-31",
            "deze dag ligt niet na 31 januari 2015",
            "this day does not lie after 31 January 2015",
        ),
        (
            "within stay and not (kind or happened shut)",
            "de dag valt binnen de termijn “verblijf” (t/m 6 april 2015) en "
            "niet: (zij is aardig of vastgelegd: “deur gesloten” (nog niet vastgelegd))",
            "the day is within the term “stay” (to 6 April 2015) and "
            "not: (she is kind or recorded: “door shut” (not recorded yet))",
        ),
        (
            "kind at first_knock",
            "zij is aardig, op de dag van “eerste kloppen” (5 januari 2015)",
            "she is kind, on the day of “first knock” (5 January 2015)",
        ),
        ("any ground", "een van de gronden is vervuld", "one of the grounds is met"),
    ],
)
def test_a_condition_is_read_aloud(line, nl, en):
    view = View(toyland(), events(*HAPPENED), date(2015, 2, 1))
    condition = parse_condition(line, ("test", 1))

    assert read_aloud(condition, view, Reader("nl")) == nl
    assert read_aloud(condition, view, Reader("en")) == en


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_condition_of_the_law_can_be_read_aloud(language):
    corpus = load_corpus("nl")
    view = View(corpus, (), date(2021, 5, 4))
    texts = [n for layer in corpus.layers for v in layer.versions for n in v.norms.values()]

    for norm in texts:
        grounds = [
            GroundFinding(ground.id, "", "", None, ground, True)
            for other in texts
            if other.norm == norm.norm
            for ground in other.grounds
        ]
        for rule in norm.rules:
            told = read_aloud(rule.when, view, Reader(language), grounds)
            assert told.strip(), rule.lines
            assert not set("{_") & set(told), f"{rule.lines}: {told}"
