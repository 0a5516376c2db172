"""How a norm stands: each layer answers in the version that governs, then the layers combine.

    governing versions  ─►  first rule that fires  ─►  one outcome per layer  ─►  one finding
    (anchors, gaps)         (or what is still open)    (agree, or disputed)
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from .calendar import DAY
from .conditions import At, Condition, Ground, atoms
from .conditions import Fact as FactIsTrue
from .conditions import Is as FactIs
from .evidence import names_in
from .law import (
    DutySpec,
    GroundRule,
    Kind,
    Layer,
    Norm,
    NormRules,
    Rule,
    Standing,
    Strength,
    Until,
)
from .truth import Truth
from .view import View, versions_on
from .vocabulary import Choice, When

DECIDED = (Standing.HOLDS, Standing.DOES_NOT_HOLD, Standing.LAPSED)
SILENT = "silent"
UNSEEN = "unseen"
COURTS_DIFFER = "courts_differ"
LAYERS_DISAGREE = "layers_disagree"


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
class Finding:
    """How one norm stands for this person on this day, whoever said so and why."""

    norm: str
    kind: Kind
    standing: Standing
    holder: str
    owed_by: tuple[str, ...]
    granted: bool | None = None
    since: date | None = None
    until: date | None = None
    strength: Strength | None = None
    confirmed: bool = True
    grounds: tuple[GroundFinding, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    deciding: Outcome | None = None
    why: str = ""

    @property
    def duty(self) -> DutySpec | None:
        """Return what makes the duty met, if the deciding rule says so."""
        rule = self.deciding.rule if self.deciding else None
        return rule.duty if rule else None


@dataclass(frozen=True, slots=True)
class _Asked:
    """A norm asked of a case on a day, with its grounds answered."""

    view: View
    norm: str
    grounds: tuple[GroundFinding, ...]
    truths: dict[str, Truth]


def find(view: View, norm: Norm) -> Finding:
    """Find how a norm stands, from every layer that speaks of it."""
    grounds = tuple(_grounds(view, norm.id))
    asked = _Asked(view, norm.id, grounds, {ground.ground: ground.truth for ground in grounds})
    answers = (_ask_layer(asked, layer) for layer in view.corpus.layers)
    return _combine(norm, grounds, tuple(answer for answer in answers if answer is not None))


# ------------------------------------------------------------------ which version governs

Candidates = tuple[NormRules | None, ...]


def governing(view: View, layer: Layer, norm: str) -> list[tuple[date, Candidates]]:
    """Return, per day that chooses, the rules in force then; two where a gap lies between."""
    anchors = (view.moment(name) for name in layer.anchors.get(norm, ()))
    days = sorted({day for day in anchors if day is not None and day <= view.day}) or [view.day]
    return [
        (day, tuple(dict.fromkeys(v.norms.get(norm) for v in versions_on(layer, day))))
        for day in days
    ]


def _grounds(view: View, norm: str) -> Iterator[GroundFinding]:
    for layer in view.corpus.layers:
        day, candidates = governing(view, layer, norm)[-1]
        rules = candidates[-1] if candidates else None
        for ground in rules.grounds if rules else ():
            seen = len(candidates) == 1 and _last_seen(rules, day) is None
            truth = view.holds(ground.when)
            version = rules.version if rules else ""
            yield GroundFinding(
                ground.id, layer.id, version, truth, ground, seen and ground.confirmed
            )


def _last_seen(rules: NormRules | None, day: date) -> date | None:
    """Return the last day on which a text was seen, if the day lies after it."""
    if rules is None or rules.seen_until is None or day <= rules.seen_until:
        return None
    return rules.seen_until


# ------------------------------------------------------------------ one layer


def _ask_layer(asked: _Asked, layer: Layer) -> Outcome | None:
    governed = governing(asked.view, layer, asked.norm)
    found = [_across_gap(asked, layer, day, candidates) for day, candidates in governed]
    confirmed = all(outcome.confirmed for outcome in found if outcome is not None)
    last = found[-1]
    if len({_standing(outcome) for outcome in found}) == 1:
        return replace(last, confirmed=confirmed) if last is not None else None
    between = tuple(outcome for outcome in found if outcome is not None)
    return Outcome(
        layer.id,
        between[-1].version,
        Standing.DISPUTED,
        confirmed=confirmed,
        why=COURTS_DIFFER,
        between=between,
    )


def _across_gap(
    asked: _Asked, layer: Layer, day: date, candidates: Candidates
) -> Outcome | None:
    found = [_apply(asked, layer, day, rules) for rules in candidates]
    if len({_standing(outcome) for outcome in found}) <= 1:
        last = found[-1] if found else None
        return replace(last, confirmed=False) if last and len(found) > 1 else last
    between = tuple(outcome for outcome in found if outcome is not None)
    return Outcome(
        layer.id,
        between[-1].version,
        Standing.NOT_STATED,
        confirmed=False,
        why=UNSEEN,
        between=between,
    )


def _standing(outcome: Outcome | None) -> Standing | None:
    return outcome.standing if outcome is not None else None


def _apply(asked: _Asked, layer: Layer, day: date, rules: NormRules | None) -> Outcome | None:
    """Let the first rule decide that is not answered no; one left open leaves it all open."""
    for rule in rules.rules if rules else ():
        if not _could_be_known(rule, asked.view.known_at):
            continue
        truth = asked.view.holds(rule.when, asked.truths)
        if truth is None:
            return _left_open(asked, layer, day, rules, rule)
        if truth:
            return _fired(asked, layer, day, rules, rule)
    return None


def _could_be_known(rule: Rule, known_at: date | None) -> bool:
    return rule.known_from is None or known_at is None or known_at >= rule.known_from


def _fired(
    asked: _Asked, layer: Layer, day: date, rules: NormRules | None, rule: Rule
) -> Outcome:
    last_seen = _last_seen(rules, day)
    return Outcome(
        layer.id,
        rules.version if rules else "",
        rule.then,
        rule,
        since=asked.view.moment(rule.since) if rule.since else None,
        until=_first_day_outside(asked.view, rule.until),
        confirmed=rule.confirmed and last_seen is None,
        last_seen=last_seen,
        reasons=_reasons(asked, rule),
        why=rule.why,
    )


def _left_open(
    asked: _Asked, layer: Layer, day: date, rules: NormRules | None, rule: Rule
) -> Outcome:
    opened = tuple(dict.fromkeys(_open_facts(asked, rule.when)))
    judged = any(asked.view.corpus.facts[fact].judged_by for fact in opened)
    last_seen = _last_seen(rules, day)
    return Outcome(
        layer.id,
        rules.version if rules else "",
        Standing.AWAITS_JUDGEMENT if judged else Standing.UNDECIDED,
        rule,
        confirmed=rule.confirmed and last_seen is None,
        last_seen=last_seen,
        reasons=tuple(reason for reason in _reasons(asked, rule) if reason.truth is None),
        open_facts=opened,
    )


def _reasons(asked: _Asked, rule: Rule) -> tuple[Reason, ...]:
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


def _open_facts(asked: _Asked, condition: Condition) -> Iterator[str]:
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


def _root_facts(asked: _Asked, name: str) -> Iterator[str]:
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


# ------------------------------------------------------------------ all layers


def _combine(
    norm: Norm, grounds: tuple[GroundFinding, ...], outcomes: tuple[Outcome, ...]
) -> Finding:
    deciding, why = _deciding(outcomes)
    bare = Finding(norm.id, norm.kind, Standing.NOT_STATED, norm.holder, norm.owed_by,
                   grounds=grounds, outcomes=outcomes, why=SILENT)
    if deciding is None:
        return replace(bare, confirmed=False)
    rule = deciding.rule
    standing = Standing.DISPUTED if why == LAYERS_DISAGREE else deciding.standing
    agreeing = [o for o in outcomes if o.standing == deciding.standing]
    return replace(
        bare,
        standing=standing,
        owed_by=(rule.owed_by if rule else ()) or norm.owed_by,
        granted=rule.granted if rule and standing in DECIDED else None,
        since=deciding.since,
        until=deciding.until,
        strength=rule.strength if rule else None,
        confirmed=any(outcome.confirmed for outcome in agreeing),
        deciding=deciding,
        why=why,
    )


def _deciding(outcomes: Sequence[Outcome]) -> tuple[Outcome | None, str]:
    """Choose the outcome that speaks for the finding; the order of the layers breaks ties."""
    disputed = [o for o in outcomes if o.standing is Standing.DISPUTED]
    holding = [o for o in outcomes if o.standing is Standing.HOLDS]
    denying = [o for o in outcomes if o.standing in (Standing.DOES_NOT_HOLD, Standing.LAPSED)]
    if disputed:
        return disputed[0], disputed[0].why
    if holding and denying:
        return holding[0], LAYERS_DISAGREE
    for found in (holding, denying, list(outcomes)):
        if found:
            return found[0], found[0].why
    return None, SILENT
