"""What one layer says of a norm on a day: in the version that governs, the first rule that fires.

governing versions  ─►  first rule that fires  ─►  one outcome of the layer
(anchors, gaps)         (or what is still open)
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from .calendar import DAY
from .conditions import At, Condition, Ground, atoms
from .conditions import Fact as FactIsTrue
from .conditions import Is as FactIs
from .evidence import names_in
from .law import GroundRule, Layer, NormRules, Rule, Standing, Until
from .truth import Truth
from .versions import versions_on
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


@dataclass(frozen=True, slots=True)
class GroundFinding:
    """One alternative ground of a norm: met, not met, or not established."""

    ground: str
    layer: str
    version: str
    truth: Truth
    rule: GroundRule
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A norm asked of a case on a day, with its grounds answered in all layers."""

    view: View
    norm: str
    grounds: tuple[GroundFinding, ...]
    truths: dict[str, Truth]


# ------------------------------------------------------------------ which version governs

Candidates = tuple[NormRules | None, ...]


@dataclass(frozen=True, slots=True)
class Governed:
    """The rules that govern by the day of one anchor: one text, or the two around a gap.

    In a gap the text of that day itself was not seen, so nothing it says is confirmed.
    """

    day: date
    candidates: Candidates
    in_gap: bool


def governing(view: View, layer: Layer, norm: str) -> list[Governed]:
    """Return, per day that chooses the version, the rules in force then."""
    anchors = (view.moment(name) for name in layer.anchors.get(norm, ()))
    days = sorted({day for day in anchors if day is not None and day <= view.day}) or [view.day]
    return [_governed(layer, norm, day) for day in days]


def _governed(layer: Layer, norm: str, day: date) -> Governed:
    versions = versions_on(layer, day)
    candidates = tuple(dict.fromkeys(version.norms.get(norm) for version in versions))
    return Governed(day, candidates, bool(versions) and day < versions[-1].seen)


def grounds_of(view: View, norm: str) -> Iterator[GroundFinding]:
    """Answer the grounds of a norm, layer by layer, in the version that its last anchor chooses."""
    for layer in view.corpus.layers:
        governed = governing(view, layer, norm)[-1]
        rules = governed.candidates[-1] if governed.candidates else None
        yield from _grounds_in(view, layer, rules, governed)


def _grounds_in(
    view: View, layer: Layer, rules: NormRules | None, governed: Governed
) -> Iterator[GroundFinding]:
    seen = not governed.in_gap and last_seen(rules, governed.day) is None
    for ground in rules.grounds if rules else ():
        version = rules.version if rules else ""
        truth = view.holds(ground.when)
        yield GroundFinding(ground.id, layer.id, version, truth, ground, seen and ground.confirmed)


def last_seen(rules: NormRules | None, day: date) -> date | None:
    """Return the last day on which a text was seen, if the day lies after it."""
    if rules is None or rules.seen_until is None or day <= rules.seen_until:
        return None
    return rules.seen_until


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
    """Join what the versions say that different anchors choose; courts differ if they disagree."""
    confirmed = all(outcome.confirmed for outcome in found if outcome is not None)
    last = found[-1]
    if len({_standing(outcome) for outcome in found}) == 1:
        return replace(last, confirmed=confirmed) if last is not None else None
    between = tuple(outcome for outcome in found if outcome is not None)
    return Outcome(
        layer,
        between[-1].version,
        Standing.DISPUTED,
        confirmed=confirmed,
        why=COURTS_DIFFER,
        between=between,
    )


def across_gap(layer: str, found: list[Outcome | None], in_gap: bool) -> Outcome | None:
    """Join what the texts on both sides of a gap say; if they disagree nothing is stated."""
    if len({_standing(outcome) for outcome in found}) <= 1:
        last = found[-1] if found else None
        return replace(last, confirmed=False) if last and in_gap else last
    between = tuple(outcome for outcome in found if outcome is not None)
    return Outcome(
        layer,
        between[-1].version,
        Standing.NOT_STATED,
        confirmed=False,
        why=UNSEEN,
        between=between,
    )


def _standing(outcome: Outcome | None) -> Standing | None:
    return outcome.standing if outcome is not None else None


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
    grounds = (*others, *_grounds_in(asked.view, layer, rules, governed))
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
            case _:
                pass


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
