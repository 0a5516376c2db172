"""Reads a condition of the protocol aloud, with the words of its facts, moments and terms.

day before permit_until and not happened withdrawn
─► this day lies before “end of the permit” (12 May 2021) and not recorded: “withdrawn”
"""

from collections.abc import Iterable
from datetime import date

from ..engine.conditions import (
    TODAY,
    And,
    At,
    Compare,
    Condition,
    Ground,
    Happened,
    InTerm,
    Is,
    Known,
    Not,
    Or,
    Order,
    TermQuestion,
)
from ..engine.conditions import Fact as FactIsTrue
from ..engine.findings import GroundFinding
from ..engine.law import Corpus
from ..engine.view import View
from ..engine.vocabulary import Text
from .language import Reader

ALWAYS = Text("altijd", "always")
THIS_DAY = Text("deze dag", "this day")
NOT_YET = Text("nog niet vastgelegd", "not recorded yet")
RECORDED = Text("vastgelegd: {}", "recorded: {}")
NOT_RECORDED = Text("niet vastgelegd: {}", "not recorded: {}")
ESTABLISHED = Text("vastgesteld is: {}", "established is: {}")
NOT_ESTABLISHED = Text("niet vastgesteld is: {}", "not established is: {}")
IS_NOT = Text("niet: {}", "not: {}")
VALUE = Text("{} is {}", "{} is {}")
NO_VALUE = Text("{} is niet {}", "{} is not {}")
ON_THE_DAY = Text("{}, op de dag van {}", "{}, on the day of {}")
ANY_GROUND = Text("een van de gronden is vervuld", "one of the grounds is met")
NO_GROUND = Text("geen van de gronden is vervuld", "none of the grounds is met")
GROUND = Text("de grond {} is vervuld", "the ground {} is met")
NO_SUCH_GROUND = Text("de grond {} is niet vervuld", "the ground {} is not met")
AND = Text("en", "and")
OR = Text("of", "or")
TILL = Text("{} (t/m {})", "{} (to {})")

ORDERS = {
    Order.BEFORE: Text("{} ligt vóór {}", "{} lies before {}"),
    Order.ON_OR_BEFORE: Text("{} ligt op of vóór {}", "{} lies on or before {}"),
    Order.AFTER: Text("{} ligt na {}", "{} lies after {}"),
    Order.ON_OR_AFTER: Text("{} ligt op of na {}", "{} lies on or after {}"),
    Order.SAME_DAY: Text("{} is dezelfde dag als {}", "{} is the same day as {}"),
}
NOT_ORDERS = {
    Order.BEFORE: Text("{} ligt niet vóór {}", "{} does not lie before {}"),
    Order.ON_OR_BEFORE: Text("{} ligt niet op of vóór {}", "{} does not lie on or before {}"),
    Order.AFTER: Text("{} ligt niet na {}", "{} does not lie after {}"),
    Order.ON_OR_AFTER: Text("{} ligt niet op of na {}", "{} does not lie on or after {}"),
    Order.SAME_DAY: Text("{} is niet dezelfde dag als {}", "{} is not the same day as {}"),
}
TERM_QUESTIONS = {
    TermQuestion.STARTED: Text("de termijn {} is begonnen", "the term {} has started"),
    TermQuestion.WITHIN: Text("de dag valt binnen de termijn {}", "the day is within the term {}"),
    TermQuestion.PAST: Text("de termijn {} is voorbij", "the term {} is over"),
}
NOT_TERM_QUESTIONS = {
    TermQuestion.STARTED: Text("de termijn {} is niet begonnen", "the term {} has not started"),
    TermQuestion.WITHIN: Text(
        "de dag valt niet binnen de termijn {}", "the day is not within the term {}"
    ),
    TermQuestion.PAST: Text("de termijn {} is niet voorbij", "the term {} is not over"),
}


def read_aloud(
    condition: Condition, view: View, reader: Reader, grounds: Iterable[GroundFinding] = ()
) -> str:
    """Return a condition in words, with the days that the case gives to its moments."""
    names = {ground.ground: ground.rule.text for ground in grounds}
    return _Voice(view, reader, names).say(condition)


class _Voice:
    """One view of a case, told to one reader."""

    def __init__(self, view: View, reader: Reader, grounds: dict[str, Text]) -> None:
        self.view = view
        self.corpus: Corpus = view.corpus
        self.reader = reader
        self.grounds = grounds

    def say(self, condition: Condition, inside: bool = False) -> str:
        match condition:
            case Not(inner):
                return self._negated(inner)
            case And(parts):
                return self._joined(parts, AND, inside)
            case Or(parts):
                return self._joined(parts, OR, inside)
            case At(inner, moment):
                day = self.view.moment(moment)
                then = self.view.at(day) if day is not None else self.view
                said = _Voice(then, self.reader, self.grounds).say(inner, inside=True)
                return self._fill(ON_THE_DAY, said, self._moment(moment))
            case _:
                return self._atom(condition, positive=True)

    def _negated(self, inner: Condition) -> str:
        match inner:
            case Not(twice):
                return self.say(twice)
            case And() | Or() | At():
                return self._fill(IS_NOT, self.say(inner, inside=True))
            case _:
                return self._atom(inner, positive=False)

    def _joined(self, parts: tuple[Condition, ...], joint: Text, inside: bool) -> str:
        said = f" {self.reader(joint)} ".join(self.say(part, inside=True) for part in parts)
        return f"({said})" if inside else said

    def _atom(self, condition: Condition, *, positive: bool) -> str:
        match condition:
            case FactIsTrue(name):
                said = self._fact(name)
                return said if positive else self._fill(IS_NOT, said)
            case Is(name, values):
                told = self.reader.listed([self._value(name, v) for v in values], OR)
                return self._fill(VALUE if positive else NO_VALUE, self._fact(name), told)
            case Known(name):
                return self._fill(ESTABLISHED if positive else NOT_ESTABLISHED, self._fact(name))
            case Happened(name):
                told = self._moment(name, positive)
                return self._fill(RECORDED if positive else NOT_RECORDED, told)
            case _:
                return self._of_days(condition, positive=positive)

    def _of_days(self, condition: Condition, *, positive: bool) -> str:
        match condition:
            case Compare(left, order, right):
                form = (ORDERS if positive else NOT_ORDERS)[order]
                return self._fill(form, self._point(left), self._point(right))
            case InTerm(question, name):
                asked = (TERM_QUESTIONS if positive else NOT_TERM_QUESTIONS)[question]
                return self._fill(asked, self._term(name))
            case Ground(None):
                return self.reader(ANY_GROUND if positive else NO_GROUND)
            case Ground(name):
                told = self._quoted(self.grounds.get(name or "", Text(name or "", name or "")))
                return self._fill(GROUND if positive else NO_SUCH_GROUND, told)
            case _:
                return self.reader(ALWAYS)

    def _fill(self, form: Text, *parts: str) -> str:
        return self.reader(form).format(*parts)

    def _quoted(self, text: Text) -> str:
        return f"“{self.reader(text)}”"

    def _fact(self, name: str) -> str:
        return self.reader(self.corpus.facts[name].text)

    def _value(self, fact: str, value: str) -> str:
        return self.reader(self.corpus.facts[fact].values.get(value, Text(value, value)))

    def _point(self, moment: str | date) -> str:
        if isinstance(moment, date):
            return self.reader.day(moment)
        return self.reader(THIS_DAY) if moment == TODAY else self._moment(moment)

    def _moment(self, name: str, positive: bool = True) -> str:
        told = self._quoted(moment_text(self.corpus, name))
        day = self.view.moment(name)
        if day is not None:
            return f"{told} ({self.reader.day(day)})"
        return f"{told} ({self.reader(NOT_YET)})" if positive else told

    def _term(self, name: str) -> str:
        told = self._quoted(term_text(self.corpus, name))
        term = self.view.term(name)
        if term is None or term.ends is None:
            return told
        return self._fill(TILL, told, self.reader.day(term.ends))


def moment_text(corpus: Corpus, name: str) -> Text:
    """Return the words of a moment, which may be an event's own."""
    if name in corpus.moments:
        return corpus.moments[name].text
    return corpus.event_types[name].text if name in corpus.event_types else Text(name, name)


def term_text(corpus: Corpus, name: str) -> Text:
    """Return the words of a term, as its newest text has them."""
    versions = (version for layer in corpus.layers for version in reversed(layer.versions))
    found = (version.terms[name].text for version in versions if name in version.terms)
    return next(found, Text(name, name))
