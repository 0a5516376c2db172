"""What the generated source hands over per norm, and what it means.

A layer's answer is a small token: None (silent), a number (a rule fired), or a tuple that starts
with a number (fired with dates, left open by such facts, joined across a gap or several anchors).
Equal tokens mean equal findings, so each finding is built once.
"""

from dataclasses import dataclass
from datetime import date

from ..evidence import names_in
from ..law import NormRules, Rule
from ..outcomes import Reason

Token = None | int | tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """What one text of one layer says of a norm, and how sure it is that it was in force."""

    layer: str
    rules: NormRules
    unseen_since: date | None
    in_gap: bool

    @property
    def certain(self) -> bool:
        """Tell whether the text was seen to be in force on the day that chose it."""
        return self.unseen_since is None and not self.in_gap


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule that fired; its token carries `since` and `until` where it has them.

    All its clauses hold, or it would not have fired.
    """

    text: Text
    rule: Rule
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class OpenFact:
    """Names a fact if the value at `place` of the token is None."""

    place: int
    fact: str


@dataclass(frozen=True, slots=True)
class OpenInside:
    """Looks further if the value at `place` is None; names `otherwise` if that finds nothing."""

    place: int
    parts: tuple["OpenPart", ...]
    otherwise: str | None = None


@dataclass(frozen=True, slots=True)
class OpenThere:
    """Looks further on another day, if the value at `place` says that it has come."""

    place: int
    parts: tuple["OpenPart", ...]


OpenPart = OpenFact | OpenInside | OpenThere


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """A rule left open.

    `clauses` are the places of those of its parts that may be open themselves, each with the
    reason that it then is.
    """

    text: Text
    rule: Rule
    clauses: tuple[tuple[int, Reason], ...]
    parts: tuple[OpenPart, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """The answers of several texts of one layer: across a gap, or as several anchors choose."""

    layer: str
    across_gap: bool


@dataclass(frozen=True, slots=True)
class Grounds:
    """The grounds of one text; their truths follow in the token."""

    text: Text


Meaning = Fired | LeftOpen | Joined | Grounds


class Meanings:
    """The meaning of every number that a token can start with."""

    def __init__(self) -> None:
        self._meanings: list[Meaning] = []
        self._fired: dict[tuple[object, ...], int] = {}

    def of(self, token: object) -> Meaning:
        """Return what a token that is not None means."""
        number = token[0] if isinstance(token, tuple) else token
        if not isinstance(number, int):
            raise TypeError("a token starts with a number")
        return self._meanings[number]

    def number(self, meaning: Meaning) -> int:
        """Give a meaning its number."""
        self._meanings.append(meaning)
        return len(self._meanings) - 1

    def fired(self, text: Text, rule: Rule) -> int:
        """Return the number of a rule that fired, the same for each source that asks."""
        key = (text.layer, id(text.rules), text.unseen_since, text.in_gap, id(rule))
        if key not in self._fired:
            self._fired[key] = self.number(Fired(text, rule, reasons(rule, True)))
        return self._fired[key]


def reasons(rule: Rule, truth: bool | None) -> tuple[Reason, ...]:
    """Return the reasons that the clauses of a rule give when they are answered so."""
    parts = zip(rule.lines, rule.clauses, strict=True)
    return tuple(Reason(line, truth, names_in(part)) for line, part in parts)
