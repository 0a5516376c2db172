"""Reads one line of a protocol into a condition of the engine's closed vocabulary, and back.

Three of such lines::

    not report and (stay is unlawful at offer)
    day on or after 2019-08-01 or wish_to_report before 2019-08-01
    known(contra_indication) and nationality in (nl, eu) and not past reflection_period
"""

import re
from collections.abc import Callable
from datetime import date
from types import UnionType

from ..engine.conditions import (
    TODAY,
    Always,
    And,
    At,
    Compare,
    Condition,
    Fact,
    Ground,
    Happened,
    InTerm,
    Is,
    Known,
    Moment,
    Not,
    Or,
    Order,
    TermQuestion,
)
from .errors import InputError, Place, refuse

TOKEN = re.compile(r"\s*([0-9]{4}-[0-9]{2}-[0-9]{2}|[a-z][a-z0-9_]*|[(),]|\S)")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NAME = re.compile(r"[a-z][a-z0-9_]*")
# fmt: off
RESERVED = frozenset({
    "and", "or", "not", "is", "in", "at", "on", "before", "after", "same", "as", "happened",
    "known", "within", "past", "started", "any", "ground", "always",
})
# fmt: on
DEEPEST = 20  # who needs more brackets than this writes a named fact


def parse_condition(line: str, place: Place) -> Condition:
    """Read a condition; raises `InputError` that shows where reading stopped.

    >>> parse_condition("not report", ("example.yaml", 1))
    Not(condition=Fact(fact='report'))
    """
    reader = _Reader(TOKEN.findall(line), line, place)
    condition = reader.either()
    if reader.next is not None:
        raise reader.stuck()
    return condition


def write_condition(condition: Condition) -> str:
    """Write a condition as the line that reads as the same condition.

    >>> write_condition(Not(And((Fact("report"), Known("age")))))
    'not (report and known(age))'
    """
    match condition:
        case And(parts):
            return " and ".join(_bracketed(part, And | Or) for part in parts)
        case Or(parts):
            return " or ".join(_bracketed(part, Or) for part in parts)
        case Not(inner):
            return f"not {_bracketed(inner, And | Or)}"
        case At(inner, moment):
            return f"{_bracketed(inner, And | Or | Not)} at {moment}"
        case _:
            return _write_atom(condition)


def _write_atom(condition: Condition) -> str:
    match condition:
        case Fact(fact):
            return fact
        case Is(fact, (value,)):
            return f"{fact} is {value}"
        case Is(fact, values):
            return f"{fact} in ({', '.join(values)})"
        case Known(fact):
            return f"known({fact})"
        case Happened(moment):
            return f"happened {moment}"
        case Compare(left, order, right):
            return f"{left} {order} {right}"
        case InTerm(question, term):
            return f"{question} {term}"
        case Ground(ground):
            return f"ground {ground}" if ground else "any ground"
        case _:
            return "always"


def _bracketed(condition: Condition, kinds: UnionType | type) -> str:
    written = write_condition(condition)
    return f"({written})" if isinstance(condition, kinds) else written


class _Reader:
    """Reads tokens from left to right; `or` binds loosest, then `and`, `not`, `at`."""

    def __init__(self, tokens: list[str], line: str, place: Place) -> None:
        self.tokens = tokens
        self.line = line
        self.place = place
        self.index = 0
        self.depth = 0

    @property
    def next(self) -> str | None:
        return self.tokens[self.index] if self.index < len(self.tokens) else None

    def take(self, *expected: str) -> bool:
        """Take the expected words if they come next, all or none."""
        if tuple(self.tokens[self.index : self.index + len(expected)]) == expected:
            self.index += len(expected)
            return True
        return False

    def must(self, word: str) -> None:
        if not self.take(word):
            raise self.stuck()

    def name(self) -> str:
        word = self.next
        if word is None or word in RESERVED or not NAME.fullmatch(word):
            raise self.stuck()
        self.index += 1
        return word

    def either(self) -> Condition:
        parts = [self.both()]
        while self.take("or"):
            parts.append(self.both())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def both(self) -> Condition:
        parts = [self.denied()]
        while self.take("and"):
            parts.append(self.denied())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def denied(self) -> Condition:
        if self.take("not"):
            return Not(self.inside(self.denied))
        found = self.primary()
        for _ in range(DEEPEST):
            if not self.take("at"):
                break
            found = At(found, self.name())
        return found

    def inside(self, read: Callable[[], Condition]) -> Condition:
        """Read one level deeper, and refuse where that goes on without end."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.stuck()
        found = read()
        self.depth -= 1
        return found

    def primary(self) -> Condition:
        if self.take("("):
            found = self.inside(self.either)
            self.must(")")
            return found
        if self.take("always"):
            return Always()
        if self.take("happened"):
            return Happened(self.name())
        if self.take("known", "("):
            known = Known(self.name())
            self.must(")")
            return known
        if self.take("any", "ground"):
            return Ground(None)
        if self.take("ground"):
            return Ground(self.name())
        return self.in_term() or self.comparison()

    def in_term(self) -> Condition | None:
        asked = next((q for q in TermQuestion if self.take(q.value)), None)
        return InTerm(asked, self.name()) if asked else None

    def comparison(self) -> Condition:
        left = self.moment()
        for order in Order:
            if self.take(*order.value.split()):
                return Compare(left, order, self.moment())
        if isinstance(left, date) or left == TODAY:
            raise self.stuck()
        if self.take("is", "not"):
            return Not(Is(left, (self.name(),)))
        if self.take("is"):
            return Is(left, (self.name(),))
        return Is(left, self.listed()) if self.take("in") else Fact(left)

    def listed(self) -> tuple[str, ...]:
        self.must("(")
        names = [self.name()]
        while self.take(","):
            names.append(self.name())
        self.must(")")
        return tuple(names)

    def moment(self) -> Moment:
        word = self.next
        if word is not None and DATE.fullmatch(word):
            self.index += 1
            try:
                return date.fromisoformat(word)
            except ValueError:
                raise self.stuck() from None
        return self.name()

    def stuck(self) -> InputError:
        read = " ".join(self.tokens[: self.index])
        if self.next is None:
            return refuse("unfinished_condition", self.place, line=self.line)
        return refuse("bad_condition", self.place, line=self.line, here=self.next, read=read or "-")
