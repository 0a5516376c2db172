"""Conditions as Python expressions that give `True`, `False` or `None`.

A condition that is always yes or no becomes a plain expression; only where a fact may be open
does the text of three-valued logic appear.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from ..conditions import (
    Always,
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
from ..conditions import Fact as FactIsTrue
from ..law import TermRule
from .text import Names


@dataclass(frozen=True, slots=True)
class Var:
    """A variable of the generated source.

    `certain`: never None. `boolean`: holds nothing but yes, no and None. `past`: a moment that
    never lies after the day of its frame.
    """

    name: str
    certain: bool = False
    boolean: bool = False
    past: bool = False


TermTexts = tuple[TermRule | None, ...]
"""What the texts that may be in force at once say of a term."""


@dataclass(frozen=True, slots=True)
class TermVar:
    """The variables of a term: the term itself, and its last day.

    `begun` tells whether it has begun, empty if that is so whenever there is a term; `unsettled`
    is then the number of the text whose length is open, and `texts` are those by number.
    """

    name: str
    last: str
    begun: str = ""
    unsettled: str = ""
    texts: tuple[TermTexts, ...] = ()


@dataclass(frozen=True, slots=True)
class Expr:
    """An expression; `certain` if it is never None, `simple` if it costs nothing to repeat."""

    text: str
    certain: bool = True
    simple: bool = False


YES, NO, OPEN = Expr("True", True, True), Expr("False", True, True), Expr("None", False, True)

Grounds = Mapping[str | None, Expr]
NO_GROUNDS: Grounds = {None: NO}


class Frame(Protocol):
    """A case on a day, as variables: of moments, facts and terms, and of other days."""

    @property
    def day(self) -> Var:
        """The day of this frame."""

    @property
    def reached(self) -> str:
        """The variable that tells whether the day of this frame has come at all."""

    @property
    def names(self) -> Names:
        """The objects that the source names."""

    def moment(self, name: str) -> Var:
        """Return the variable of a moment."""

    def fact(self, name: str) -> Var:
        """Return the variable of a fact."""

    def term(self, name: str) -> TermVar:
        """Return the variables of a term."""

    def at(self, moment: str) -> "Frame":
        """Return the frame of the same case on the day of a moment."""


class Truths:
    """Writes conditions as expressions over the variables of one frame."""

    def __init__(
        self, frame: Frame, grounds: Grounds = NO_GROUNDS, known: frozenset[str] = frozenset()
    ) -> None:
        self._frame = frame
        self._grounds = grounds
        self._known = known

    def of(self, condition: Condition) -> Expr:
        """Return the expression that answers a condition."""
        match condition:
            case Not(inner):
                return self._negated(self.of(inner))
            case And(parts):
                known = self._known | {part.fact for part in parts if isinstance(part, Known)}
                inside = Truths(self._frame, self._grounds, known)
                return self.joined([inside.of(part) for part in parts], "and")
            case Or(parts):
                return self.joined([self.of(part) for part in parts], "or")
            case At(inner, moment):
                there = self._frame.at(moment)
                found = Truths(there, self._grounds).of(inner)
                return Expr(f"({found.text} if {there.reached} else None)", certain=False)
            case Ground(name):
                return self._grounds.get(name, OPEN)
            case Always():
                return YES
            case FactIsTrue() | Is() | Known():
                return self._of_fact(condition)
            case _:
                return self._in_time(condition)

    # ---------------------------------------------------------------- connectives

    def _negated(self, inner: Expr) -> Expr:
        if inner.certain:
            return Expr(f"(not {inner.text})")
        bind, use = self._twice(inner)
        return Expr(f"(None if {bind} is None else not {use})", certain=False)

    def joined(self, parts: list[Expr], word: str) -> Expr:
        """Join with *and* or *or*: what decides is looked for first, then what is open."""
        certain = [part.text for part in parts if part.certain]
        open_ = [part for part in parts if not part.certain]
        if len(open_) > 1:
            pairs = [self._twice(part) for part in open_]
            decides, otherwise = ("False", "True") if word == "and" else ("True", "False")
            decided = " or ".join(f"{bind} is {decides}" for bind, _ in pairs)
            left_open = " or ".join(f"{use} is None" for _, use in pairs)
            last = f"({decides} if {decided} else None if {left_open} else {otherwise})"
        elif open_:
            last = open_[0].text
        else:
            return Expr("(" + f" {word} ".join(certain) + ")" if certain else str(word == "and"))
        return Expr("(" + f" {word} ".join([*certain, last]) + ")", certain=False)

    def _twice(self, expr: Expr) -> tuple[str, str]:
        """Return the text that computes and keeps a value, and the text that uses it again."""
        if expr.simple:
            return expr.text, expr.text
        name = self._frame.names.fresh("w")
        return f"({name} := {expr.text})", name

    # ---------------------------------------------------------------- facts

    def _of_fact(self, atom: FactIsTrue | Is | Known) -> Expr:
        var = self._frame.fact(atom.fact)
        certain = var.certain or atom.fact in self._known
        match atom:
            case Known():
                return YES if var.certain else Expr(f"({var.name} is not None)")
            case Is(_, values):
                equal = (
                    f"{var.name} in {values!r}"
                    if len(values) != 1
                    else f"{var.name} == {values[0]!r}"
                )
                if certain:
                    return Expr(f"({equal})")
                return Expr(f"(None if {var.name} is None else {equal})", certain=False)
            case FactIsTrue():
                if var.boolean and certain:
                    return Expr(var.name if var.certain else f"({var.name} is True)", simple=True)
                if var.boolean:
                    return Expr(var.name, certain=False, simple=True)
                yes_or_no = f"{var.name} is True or {var.name} is False"
                return Expr(f"({var.name} if {yes_or_no} else None)", certain=False)

    # ---------------------------------------------------------------- moments and terms

    def _in_time(self, atom: Happened | Compare | InTerm) -> Expr:
        match atom:
            case Happened(name):
                return Expr(has_come(self._frame.moment(name), self._frame.day))
            case Compare(left, order, right):
                return Expr(_compared(self._point(left), order, self._point(right)))
            case InTerm(question, name):
                return in_term(question, self._frame.term(name), self._frame.day)

    def _point(self, moment: str | date) -> Var:
        if isinstance(moment, str):
            return self._frame.moment(moment)
        return Var(self._frame.names.of(moment, "date"), certain=True)


def has_come(moment: Var, day: Var) -> str:
    """Return the text that tells whether a moment has come."""
    parts = [] if moment.certain else [f"{moment.name} is not None"]
    parts += [] if moment.past else [f"{moment.name} <= {day.name}"]
    return "(" + (" and ".join(parts) or "True") + ")"


def _compared(left: Var, order: Order, right: Var) -> str:
    parts = [] if left.certain else [f"{left.name} is not None"]
    if order is Order.SAME_DAY:
        parts.append(f"{left.name} == {right.name}")
    elif order in (Order.AFTER, Order.ON_OR_AFTER):
        parts += [] if right.certain else [f"{right.name} is not None"]
        parts.append(f"{left.name} {'>' if order is Order.AFTER else '>='} {right.name}")
    else:
        sign = "<" if order is Order.BEFORE else "<="
        earlier = f"{left.name} {sign} {right.name}"
        parts.append(earlier if right.certain else f"({right.name} is None or {earlier})")
    return "(" + " and ".join(parts) + ")"


def in_term(question: TermQuestion, term: TermVar, day: Var) -> Expr:
    """Return the expression that answers what is asked of a term."""
    within = f"({term.last} is None or {day.name} <= {term.last})"
    past = f"({term.last} is not None and {day.name} > {term.last})"
    if term.begun:
        if question is TermQuestion.STARTED:
            return Expr(term.begun, certain=False, simple=True)
        settled = within if question is TermQuestion.WITHIN else past
        left_open = f"False if {term.begun} is False else None if {term.name} is None else"
        return Expr(f"({left_open} {settled})", certain=False)
    match question:
        case TermQuestion.STARTED:
            return Expr(f"({term.name} is not None)")
        case TermQuestion.WITHIN:
            return Expr(f"({term.name} is not None and {within})")
        case TermQuestion.PAST:
            return Expr(past)
