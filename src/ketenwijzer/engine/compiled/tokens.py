"""What the generated source hands over per norm, and what it means.

A layer's answer is a small token: None (silent), a number (a rule fired), or a tuple that starts
with a number (fired with dates, left open by such facts, joined across a gap or several anchors).
Equal tokens mean equal findings, so each finding is built once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..calendar import DAY
from ..evidence import names_in
from ..findings import Finding, combine
from ..governing import GroundFinding
from ..law import Corpus, Norm, NormRules, Rule, Standing
from ..outcomes import Outcome, Reason, across_days, across_gap

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

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._meanings: list[Meaning] = []
        self._fired: dict[tuple[object, ...], int] = {}

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

    def finding(
        self, norm: Norm, answers: tuple[object, ...], grounds: tuple[object, ...]
    ) -> Finding:
        """Build the finding of a norm from the tokens of its layers."""
        outcomes = (self._outcome(token) for token in answers)
        return combine(
            norm,
            tuple(found for token in grounds for found in self._grounds(token)),
            tuple(outcome for outcome in outcomes if outcome is not None),
        )

    def _outcome(self, token: object) -> Outcome | None:
        if token is None:
            return None
        number, *rest = token if isinstance(token, tuple) else (token,)
        match self._meanings[_number(number)]:
            case Fired() as fired:
                return _fired(fired, rest)
            case LeftOpen() as meaning:
                return self._left_open(meaning, (number, *rest))
            case Joined(layer, gap):
                found = [self._outcome(part) for part in rest]
                return across_gap(layer, found, True) if gap else across_days(layer, found)
            case Grounds():
                raise TypeError("the grounds of a norm are no outcome")

    def _left_open(self, meaning: LeftOpen, token: tuple[object, ...]) -> Outcome:
        text, rule = meaning.text, meaning.rule
        opened = tuple(dict.fromkeys(_opened(meaning.parts, token)))
        judged = any(self._corpus.facts[fact].judged_by for fact in opened)
        return Outcome(
            text.layer,
            text.rules.version,
            Standing.AWAITS_JUDGEMENT if judged else Standing.UNDECIDED,
            rule,
            confirmed=rule.confirmed and text.certain,
            last_seen=text.unseen_since,
            reasons=tuple(reason for place, reason in meaning.clauses if token[place] is None),
            open_facts=opened,
        )

    def _grounds(self, token: object) -> Iterator[GroundFinding]:
        if not isinstance(token, tuple):
            return
        number, *truths = token
        meaning = self._meanings[_number(number)]
        if not isinstance(meaning, Grounds):
            raise TypeError("an outcome of a layer is no ground")
        text = meaning.text
        for ground, truth in zip(text.rules.grounds, truths, strict=True):
            yield GroundFinding(
                ground.id,
                text.layer,
                text.rules.version,
                truth if isinstance(truth, bool) else None,
                ground,
                text.certain and ground.confirmed,
            )


def reasons(rule: Rule, truth: bool | None) -> tuple[Reason, ...]:
    """Return the reasons that the clauses of a rule give when they are answered so."""
    parts = zip(rule.lines, rule.clauses, strict=True)
    return tuple(Reason(line, truth, names_in(part)) for line, part in parts)


def _fired(fired: Fired, days: list[object]) -> Outcome:
    text, rule = fired.text, fired.rule
    since, until = (day if isinstance(day, date) else None for day in days or (None, None))
    if until is not None and rule.until is not None and (rule.until.is_term or rule.until.plus_one):
        until += DAY
    return Outcome(
        text.layer,
        text.rules.version,
        rule.then,
        rule,
        since=since,
        until=until,
        confirmed=rule.confirmed and text.certain,
        last_seen=text.unseen_since,
        reasons=fired.reasons,
        why=rule.why,
    )


def _opened(parts: tuple[OpenPart, ...], token: tuple[object, ...]) -> Iterator[str]:
    for part in parts:
        value = token[part.place]
        match part:
            case OpenFact(_, fact) if value is None:
                yield fact
            case OpenInside(_, inside, otherwise) if value is None:
                found = list(_opened(inside, token))
                yield from found or ([otherwise] if otherwise else [])
            case OpenThere(_, inside) if value:
                yield from _opened(inside, token)
            case _:
                pass


def _number(value: object) -> int:
    if isinstance(value, int):
        return value
    raise TypeError("a token starts with a number")
