"""What one layer says of a norm on a day: in the version that governs, the first rule that fires.

governing versions  ─►  first rule that fires  ─►  one outcome of the layer
(anchors, gaps)         (or what is still open)
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from .calendar import DAY
from .conditions import At, Condition, Ground, InTerm, atoms
from .conditions import Fact as FactIsTrue
from .conditions import Is as FactIs
from .evidence import names_in
from .governing import Governed, GroundFinding, governing, grounds_in, last_seen
from .law import Layer, NormRules, Rule, Standing, Until
from .truth import Truth
from .view import View
from .vocabulary import Choice, When

UNSEEN = "unseen"
COURTS_DIFFER = "courts_differ"


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of a condition as written, its answer, and the names whose events bear it out."""

    line: str
    truth: Truth
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one layer says of a norm on a day, and by which rule of which version.

    `open_facts` are the facts not established that keep it open; `why` is empty, or the reason
    for *not stated* and *disputed* that no rule gives by itself (`silent`, `unseen`,
    `courts_differ`).
    """

    layer: str
    version: str
    standing: Standing
    rule: Rule | None = None
    since: date | None = None
    until: date | None = None
    confirmed: bool = True
    last_seen: date | None = None
    reasons: tuple[Reason, ...] = ()
    open_facts: tuple[str, ...] = ()
    why: str = ""
    between: tuple["Outcome", ...] = ()

    @property
    def fired(self) -> Rule | None:
        """Return the rule that fired; of one left open nothing is said yet but that it is open."""
        return self.rule if all(reason.truth for reason in self.reasons) else None


@dataclass(frozen=True, slots=True)
class Asked:
    """A norm asked of a case on a day, with its grounds answered in all layers."""

    view: View
    norm: str
    grounds: tuple[GroundFinding, ...]
    truths: dict[str, Truth]


# ------------------------------------------------------------------ one layer


def ask_layer(asked: Asked, layer: Layer) -> Outcome | None:
    """Ask one layer, in every version that may govern; None where it is silent."""
    return across_days(
        layer.id,
        [
            across_gap(
                layer.id,
                [_apply(asked, layer, governed, rules) for rules in governed.candidates],
                governed.in_gap,
            )
            for governed in governing(asked.view, layer, asked.norm)
        ],
    )


def across_days(layer: str, found: list[Outcome | None]) -> Outcome | None:
    """Join what the texts that several anchors choose say; if they disagree courts differ.

    Texts agree if they give one standing and grant alike; of their days see `_with_shared_days`.
    """
    confirmed = all(outcome.confirmed for outcome in found if outcome is not None)
    if len(set(map(_answer, found))) <= 1:
        last = _with_shared_days(found)
        return replace(last, confirmed=last.confirmed and confirmed) if last else None
    return _differing(layer, found, Standing.DISPUTED, COURTS_DIFFER, confirmed=confirmed)


def across_gap(layer: str, found: list[Outcome | None], in_gap: bool) -> Outcome | None:
    """Join what the texts on both sides of a gap say; if they disagree nothing is stated.

    Texts agree if they give one standing and grant alike; of their days see `_with_shared_days`.
    """
    if len(set(map(_answer, found))) <= 1:
        last = _with_shared_days(found)
        return replace(last, confirmed=False) if last and in_gap else last
    return _differing(layer, found, Standing.NOT_STATED, UNSEEN, confirmed=False)


def _differing(
    layer: str, found: list[Outcome | None], standing: Standing, why: str, *, confirmed: bool
) -> Outcome:
    between = tuple(outcome for outcome in found if outcome is not None)
    version = between[-1].version
    return Outcome(layer, version, standing, confirmed=confirmed, why=why, between=between)


def _answer(outcome: Outcome | None) -> tuple[Standing, bool | None] | None:
    if outcome is None:
        return None
    return outcome.standing, outcome.rule.granted if outcome.rule else None


def _with_shared_days(found: list[Outcome | None]) -> Outcome | None:
    """Return the last of outcomes with one answer, with those days only that all of them give.

    Texts that say alike that a norm holds do not take it away by differing about its days: it
    holds, since the first of the days that all name, without an end, and unconfirmed. Of any
    other standing a day that they do not share is not told.
    """
    outcomes = [outcome for outcome in found if outcome is not None]
    if len({(outcome.since, outcome.until) for outcome in outcomes}) <= 1:
        return outcomes[-1] if outcomes else None
    last = outcomes[-1]
    sinces = {outcome.since for outcome in outcomes}
    named = [day for day in sinces if day is not None]
    holds = last.standing is Standing.HOLDS and len(named) == len(sinces)
    untils = {outcome.until for outcome in outcomes}
    return replace(
        last,
        since=min(named) if holds else _only(sinces),
        until=_only(untils),
        confirmed=False,
    )


def _only(days: set[date | None]) -> date | None:
    return next(iter(days)) if len(days) == 1 else None


def _apply(
    asked: Asked, layer: Layer, governed: Governed, rules: NormRules | None
) -> Outcome | None:
    """Let the first rule decide that is not answered no; one left open leaves it all open."""
    asked = _with_own_grounds(asked, layer, governed, rules)
    for rule in rules.rules if rules else ():
        if not _could_be_known(rule, asked.view.known_at):
            continue
        truth = asked.view.holds(rule.when, asked.truths)
        if truth is None:
            return _left_open(asked, layer, governed.day, rules, rule)
        if truth:
            return _fired(asked, layer, governed.day, rules, rule)
    return None


def _with_own_grounds(
    asked: Asked, layer: Layer, governed: Governed, rules: NormRules | None
) -> Asked:
    """Answer the grounds of this layer as this version words them, the others as they stand."""
    others = tuple(ground for ground in asked.grounds if ground.layer != layer.id)
    grounds = (*others, *grounds_in(asked.view, layer, rules, governed))
    return Asked(asked.view, asked.norm, grounds, {g.ground: g.truth for g in grounds})


def _could_be_known(rule: Rule, known_at: date | None) -> bool:
    return rule.known_from is None or known_at is None or known_at >= rule.known_from


def _fired(asked: Asked, layer: Layer, day: date, rules: NormRules | None, rule: Rule) -> Outcome:
    unseen_since = last_seen(rules, day)
    return Outcome(
        layer.id,
        rules.version if rules else "",
        rule.then,
        rule,
        since=asked.view.moment(rule.since) if rule.since else None,
        until=_first_day_outside(asked.view, rule.until),
        confirmed=rule.confirmed and unseen_since is None,
        last_seen=unseen_since,
        reasons=_reasons(asked, rule),
        why=rule.why,
    )


def _left_open(
    asked: Asked, layer: Layer, day: date, rules: NormRules | None, rule: Rule
) -> Outcome:
    opened = tuple(dict.fromkeys(_open_facts(asked, rule.when)))
    judged = any(asked.view.corpus.facts[fact].judged_by for fact in opened)
    unseen_since = last_seen(rules, day)
    return Outcome(
        layer.id,
        rules.version if rules else "",
        Standing.AWAITS_JUDGEMENT if judged else Standing.UNDECIDED,
        rule,
        confirmed=rule.confirmed and unseen_since is None,
        last_seen=unseen_since,
        reasons=tuple(reason for reason in _reasons(asked, rule) if reason.truth is None),
        open_facts=opened,
    )


def _reasons(asked: Asked, rule: Rule) -> tuple[Reason, ...]:
    return tuple(
        Reason(line, asked.view.holds(part, asked.truths), names_in(part))
        for line, part in zip(rule.lines, rule.clauses, strict=True)
    )


def _first_day_outside(view: View, until: Until | None) -> date | None:
    if until is None:
        return None
    if until.is_term:
        term = view.term(until.name)
        return term.ends + DAY if term is not None and term.ends is not None else None
    moment = view.moment(until.name)
    return moment + DAY if moment is not None and until.plus_one else moment


def _open_facts(asked: Asked, condition: Condition) -> Iterator[str]:
    """Yield the facts at the root of a condition that are not established."""
    view = asked.view
    for atom in atoms(condition):
        match atom:
            case FactIsTrue(name) | FactIs(name, _) if view.fact(name) is None:
                yield from _root_facts(asked, name)
            case At(inner, moment):
                day = view.moment(moment)
                if day is not None and day <= view.day:
                    yield from _open_facts(replace(asked, view=view.at(day)), inner)
            case Ground(wanted):
                for ground in asked.grounds:
                    if wanted in (None, ground.ground) and ground.truth is None:
                        yield from _open_facts(asked, ground.rule.when)
            case InTerm(_, name) if view.holds(atom) is None:
                yield from _facts_of_length(asked, name)
            case _:
                pass


def _facts_of_length(asked: Asked, term: str) -> Iterator[str]:
    """Yield the facts that keep the length of a term open; none settles what lies in a gap."""
    rules = asked.view.term_rules(term)
    for rule in filter(None, rules[:1] if len(rules) == 1 else ()):
        for case in rule.cases:
            yield from _open_facts(asked, At(case.when, rule.start))


def _root_facts(asked: Asked, name: str) -> Iterator[str]:
    fact = asked.view.corpus.facts[name]
    if fact.judged_by or fact.question:
        yield name
        return
    match fact.rule:
        case When(condition):
            yield from _open_facts(asked, condition)
        case Choice(cases, _):
            opened = [f for condition, _ in cases for f in _open_facts(asked, condition)]
            yield from opened or [name]
        case _:
            yield name
