"""From tokens to findings, with the interpreter's own way of joining what texts and layers say.

How layers combine does not depend on days. So it is done once for each set of rules that fired,
without days; a finding with days is a copy of that.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..calendar import DAY
from ..findings import Finding, combine
from ..governing import GroundFinding
from ..law import Corpus, Norm, Standing
from ..outcomes import Outcome, across_days, across_gap
from .memory import Remembered
from .tokens import (
    Fired,
    Grounds,
    Joined,
    LeftOpen,
    Meanings,
    OpenFact,
    OpenInside,
    OpenPart,
    OpenThere,
)

Days = tuple[date | None, date | None]
_Rules = tuple[str, tuple[object, ...], tuple[object, ...]]


class Decoder:
    """Builds findings from tokens."""

    def __init__(self, corpus: Corpus, meanings: Meanings) -> None:
        self._corpus = corpus
        self._meanings = meanings
        self._templates: Remembered[_Rules, _Template] = Remembered(self._template)

    def finding(
        self, norm: Norm, answers: tuple[object, ...], grounds: tuple[object, ...]
    ) -> Finding:
        """Build the finding of a norm from what its layers answered and their grounds."""
        days = tuple(map(self._days, answers))
        rules = tuple(
            token if own is None else token[0] if isinstance(token, tuple) else None
            for token, own in zip(answers, days, strict=True)
        )
        template = self._templates[norm.id, rules, grounds]
        return template.dated(days) if any(days) else template.finding

    def _days(self, token: object) -> Days | None:
        """Return the days that the token of a rule carries which fired."""
        if isinstance(token, tuple) and isinstance(self._meanings.of(token), Fired):
            return _day(token[1]), _day(token[2])
        return None

    def _template(self, key: "_Rules") -> "_Template":
        norm, rules, grounds = key
        outcomes = tuple(self._outcome(token) for token in rules)
        return _Template(
            combine(
                self._corpus.norms[norm],
                tuple(found for token in grounds for found in self._grounds(token)),
                tuple(outcome for outcome in outcomes if outcome is not None),
            ),
            outcomes,
        )

    def _outcome(self, token: object) -> Outcome | None:
        if token is None:
            return None
        rest = token[1:] if isinstance(token, tuple) else ()
        match self._meanings.of(token):
            case Fired() as fired:
                return _dated(_undated(fired), self._days(token) or (None, None))
            case LeftOpen() as left_open:
                return self._left_open(left_open, (None, *rest))
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
        meaning = self._meanings.of(token)
        if not isinstance(meaning, Grounds):
            raise TypeError("an outcome of a layer is no ground")
        text = meaning.text
        for ground, truth in zip(text.rules.grounds, token[1:], strict=True):
            yield GroundFinding(
                ground.id,
                text.layer,
                text.rules.version,
                truth if isinstance(truth, bool) else None,
                ground,
                text.certain and ground.confirmed,
            )


@dataclass(frozen=True, slots=True)
class _Template:
    """A finding without days, and the outcome of each layer (None where it is silent)."""

    finding: Finding
    outcomes: tuple[Outcome | None, ...]

    def dated(self, days: tuple[Days | None, ...]) -> Finding:
        """Return the finding with the days of each layer."""
        found, outcomes, deciding = self.finding, [], self.finding.deciding
        for outcome, own in zip(self.outcomes, days, strict=True):
            if outcome is None:
                continue
            dated = _dated(outcome, own) if own else outcome
            outcomes.append(dated)
            if outcome is found.deciding:
                deciding = dated
        return Finding(
            found.norm,
            found.kind,
            found.standing,
            found.holder,
            found.owed_by,
            found.granted,
            deciding.since if deciding else None,
            deciding.until if deciding else None,
            found.strength,
            found.confirmed,
            found.grounds,
            tuple(outcomes),
            deciding,
            found.why,
        )


def _undated(fired: Fired) -> Outcome:
    text, rule = fired.text, fired.rule
    return Outcome(
        text.layer,
        text.rules.version,
        rule.then,
        rule,
        confirmed=rule.confirmed and text.certain,
        last_seen=text.unseen_since,
        reasons=fired.reasons,
        why=rule.why,
    )


def _dated(outcome: Outcome, days: Days) -> Outcome:
    since, until = days
    ends = outcome.rule.until if outcome.rule else None
    if until is not None and ends is not None and (ends.is_term or ends.plus_one):
        until += DAY
    return Outcome(
        outcome.layer,
        outcome.version,
        outcome.standing,
        outcome.rule,
        since,
        until,
        outcome.confirmed,
        outcome.last_seen,
        outcome.reasons,
        outcome.open_facts,
        outcome.why,
        outcome.between,
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


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
