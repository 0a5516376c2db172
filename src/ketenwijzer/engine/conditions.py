"""The closed vocabulary in which a protocol says when something holds.

Each class is one form of sentence; `ketenwijzer.corpus.conditions` reads them from a line of
text. A condition is answered with yes, no or not established (`True`, `False`, `None`), and
*not established is never no*.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from .values import value

TODAY = "day"


class Order(StrEnum):
    """How two moments stand in time. A moment that nothing sets lies after all others."""

    BEFORE = "before"
    ON_OR_BEFORE = "on or before"
    AFTER = "after"
    ON_OR_AFTER = "on or after"
    SAME_DAY = "same day as"


class TermQuestion(StrEnum):
    """What may be asked of a term on a day; `within` includes its last day."""

    STARTED = "started"
    WITHIN = "within"
    PAST = "past"


Moment = str | date
"""The name of a moment, the word `day` for the day asked about, or a date."""


@value
class Always:
    """Holds on every day."""


@value
class Fact:
    """`x`: the fact is established as true."""

    fact: str


@value
class Is:
    """`x is a`, `x in (a, b)`: the fact has one of the listed values."""

    fact: str
    values: tuple[str, ...]


@value
class Known:
    """`known(x)`: the fact is established, either way."""

    fact: str


@value
class Happened:
    """`happened x`: the moment has come."""

    moment: str


@value
class Compare:
    """`x before y` and its kin, by their days, which may lie ahead.

    No if nothing sets the day of `x`, or of what it should follow.
    """

    left: Moment
    order: Order
    right: Moment


@value
class InTerm:
    """`within t`, `past t`, `started t`."""

    question: TermQuestion
    term: str


@value
class Ground:
    """`ground g`, or `any ground` when `ground` is None: of the norm at hand, in all layers."""

    ground: str | None


@value
class At:
    """`x at m`: the condition as it stood on the day of the moment."""

    condition: "Condition"
    moment: str


@value
class Not:
    """`not x`."""

    condition: "Condition"


@value
class And:
    """`x and y`."""

    conditions: tuple["Condition", ...]


@value
class Or:
    """`x or y`."""

    conditions: tuple["Condition", ...]


Condition = Always | Fact | Is | Known | Happened | Compare | InTerm | Ground | At | Not | And | Or


def atoms(condition: Condition) -> Iterator[Condition]:
    """Yield the conditions without parts, in reading order; `at` counts as one."""
    match condition:
        case Not(inner):
            yield from atoms(inner)
        case And(parts) | Or(parts):
            for part in parts:
                yield from atoms(part)
        case _:
            yield condition


def clauses(condition: Condition) -> tuple[Condition, ...]:
    """Return the parts that must all hold."""
    return condition.conditions if isinstance(condition, And) else (condition,)
