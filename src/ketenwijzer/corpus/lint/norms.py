"""Lints on norms and their rules: reachable, borne, ended, decided, and never taken away."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from ...engine.conditions import Always, And, Condition, Or
from ...engine.law import Corpus, Kind, NormRules, Rule, Standing
from ...engine.versions import versions_on
from .exhaustion import can_all_be_no
from .problems import Problem, problem
from .walk import rule_sets, rules

MAY_SAY_AT_LEAST = (
    Standing.HOLDS,
    Standing.UNDECIDED,
    Standing.AWAITS_JUDGEMENT,
    Standing.DISPUTED,
)
ENDED = (Standing.LAPSED, Standing.DOES_NOT_HOLD)


def unreachable_norms(corpus: Corpus) -> Iterator[Problem]:
    """Find the norms of which no layer says anything."""
    spoken_of = {found.norm for _, _, found in rule_sets(corpus) if found.rules}
    for norm in corpus.norms:
        if norm not in spoken_of:
            yield problem("unreachable_norm", norm)


def norms_without_a_last_word(corpus: Corpus) -> Iterator[Problem]:
    """Find norms on which every layer can be silent, so that there is no reason to give.

    Before the first text that always decides was seen, silence is right. After it, and for a
    norm that never has such a text, a rule was forgotten.
    """
    starts = {version.seen for layer in corpus.layers for version in layer.versions}
    days = sorted({max(day, corpus.first_day) for day in starts})
    for norm in corpus.norms:
        spoken = {day: sets for day in days if (sets := _rule_sets_on(corpus, norm, day))}
        closed = [day for day, sets in spoken.items() if any(map(_always_decides, sets))]
        silent = [day for day in spoken if day not in closed and (not closed or day > closed[0])]
        if silent:
            yield problem("no_last_word", norm, day=silent[0].isoformat())


def _rule_sets_on(corpus: Corpus, norm: str, day: date) -> list[NormRules]:
    """Return what is said of a norm on a day by the layers that may say all."""
    return [
        version.norms[norm]
        for layer in corpus.layers
        for version in versions_on(layer, day)[-1:]
        if norm in version.norms and not layer.minimum
    ]


@cache
def _always_decides(found: NormRules) -> bool:
    return not can_all_be_no([rule.when for rule in found.rules if rule.known_from is None])


# ------------------------------------------------------------------ the order of rules


def rules_never_reached(corpus: Corpus) -> Iterator[Problem]:
    """Find rules behind one that fires, or stops the reading, whenever they could fire."""
    for _, version, found in rule_sets(corpus):
        for index, rule in enumerate(found.rules):
            earlier = next((r for r in found.rules[:index] if _goes_before(r, rule)), None)
            if earlier is not None:
                same = _parts(earlier.when) == _parts(rule.when)
                code = "same_condition" if same else "unreachable_rule"
                where = f"{version.id} {found.norm}.{rule.id}"
                yield problem(code, where, rule=rule.id, earlier=earlier.id)


def _goes_before(earlier: Rule, later: Rule) -> bool:
    """Tell whether the earlier rule is not answered no wherever the later one is yes."""
    if earlier.known_from and (later.known_from is None or later.known_from < earlier.known_from):
        return False
    ways = earlier.when.conditions if isinstance(earlier.when, Or) else (earlier.when,)
    return any(_parts(way) <= _parts(later.when) for way in ways)


def _parts(condition: Condition) -> frozenset[Condition]:
    """Return the conditions that must all hold; none for always."""
    if isinstance(condition, Always):
        return frozenset()
    if isinstance(condition, And):
        return frozenset(part for inner in condition.conditions for part in _parts(inner))
    return frozenset({condition})


def ids_used_twice(corpus: Corpus) -> Iterator[Problem]:
    """Find two rules, or two grounds, of one norm with the same name."""
    for _, version, found in rule_sets(corpus):
        for ids in ([rule.id for rule in found.rules], [ground.id for ground in found.grounds]):
            for name in dict.fromkeys(name for name in ids if ids.count(name) > 1):
                yield problem("same_id", f"{version.id} {found.norm}", name=name)


# ------------------------------------------------------------------ duties


def duties_without_bearer(corpus: Corpus) -> Iterator[Problem]:
    """Find duties that hold and rest on nobody."""
    for where, name, rule in rules(corpus):
        norm = corpus.norms.get(name)
        held = norm is not None and norm.kind is Kind.DUTY and rule.then is Standing.HOLDS
        if norm and held and not (rule.owed_by or norm.owed_by):
            yield problem("duty_without_bearer", where)


def duties_without_end(corpus: Corpus) -> Iterator[Problem]:
    """Find duties that, once they hold, nothing can end."""
    for _, version, found in rule_sets(corpus):
        norm = corpus.norms.get(found.norm)
        if norm and norm.kind is Kind.DUTY:
            for rule in _endless(found):
                yield problem("duty_without_end", f"{version.id} {found.norm}.{rule.id}")


def _endless(found: NormRules) -> Iterator[Rule]:
    if any(rule.then in ENDED for rule in found.rules):
        return
    for rule in found.rules:
        met = rule.duty is not None and rule.duty.met_by is not None
        if rule.then is Standing.HOLDS and rule.until is None and not met:
            yield rule


# ------------------------------------------------------------------ what may be said


def nobody_to_ask(corpus: Corpus) -> Iterator[Problem]:
    """Find where nothing is stated and nobody is named to ask."""
    for where, name, rule in rules(corpus):
        norm = corpus.norms.get(name)
        if rule.then is Standing.NOT_STATED and not (rule.ask or (norm and norm.ask)):
            yield problem("nobody_to_ask", where)


def minimum_layers_that_take_away(corpus: Corpus) -> Iterator[Problem]:
    """Find rules of a treaty layer that say less than the right it secures."""
    for layer, version, found in rule_sets(corpus):
        for rule in found.rules:
            if layer.minimum and rule.then not in MAY_SAY_AT_LEAST:
                where = f"{version.id} {found.norm}.{rule.id}"
                yield problem("minimum_takes_away", where, standing=rule.then)
