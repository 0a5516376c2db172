"""Reads one line of a protocol into a condition of the engine's closed vocabulary.

    not report and (stay is unlawful at offer)
    day on or after 2019-08-01 or wish_to_report before 2019-08-01
    within reflection_period      past reflection_period      happened dismissal
    known(contra_indication)      nationality in (nl, eu)     any ground
"""

import re
from datetime import date

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
from .errors import InputError, refuse

TOKEN = re.compile(r"\s*(\d{4}-\d{2}-\d{2}|[a-z][a-z0-9_]*|[(),]|\S)")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
NAME = re.compile(r"[a-z][a-z0-9_]*")
RESERVED = frozenset(
    "and or not is in at on before after same as happened known within past started any ground "
    "always".split()
)


def parse_condition(line: str, place: tuple[str, int]) -> Condition:
    """Read a condition; raises `InputError` that shows where reading stopped."""
    reader = _Reader(TOKEN.findall(line), line, place)
    condition = reader.either()
    if reader.next is not None:
        raise reader.stuck()
    return condition


class _Reader:
    def __init__(self, tokens: list[str], line: str, place: tuple[str, int]) -> None:
        self.tokens = tokens
        self.line = line
        self.place = place
        self.index = 0

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
            return Not(self.denied())
        found = self.primary()
        while self.take("at"):
            found = At(found, self.name())
        return found

    def primary(self) -> Condition:
        if self.take("("):
            found = self.either()
            self.must(")")
            return found
        if self.take("always"):
            return Always()
        if self.take("happened"):
            return Happened(self.name())
        if self.take("known"):
            self.must("(")
            known = Known(self.name())
            self.must(")")
            return known
        if self.take("any", "ground"):
            return Ground(None)
        if self.take("ground"):
            return Ground(self.name())
        for question in TermQuestion:
            if self.take(question.value):
                return InTerm(question, self.name())
        return self.comparison()

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
        if self.take("in"):
            return Is(left, self.listed())
        return Fact(left)

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
        here = self.next or "het einde / the end"
        return refuse(
            "bad_condition", self.place,
            f"De voorwaarde `{self.line}` is niet te lezen bij `{here}`.",
            f"The condition `{self.line}` cannot be read at `{here}`.",
            f"Gelezen tot en met: `{read}`.", f"Read so far: `{read}`.",
        )
