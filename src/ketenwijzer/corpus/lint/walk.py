"""Goes through a corpus for the lints: every rule, ground, term and condition, with its place.

What a version takes over from the one before is the same object and is met once, where it was
written.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ...engine.conditions import Condition
from ...engine.law import Corpus, GroundRule, Layer, NormRules, Rule, TermRule, Version
from ...engine.vocabulary import Choice, When


@dataclass(frozen=True, slots=True)
class Asked:
    """A condition, where it stands, and of which norm, if any."""

    where: str
    norm: str | None
    condition: Condition


def rule_sets(corpus: Corpus) -> Iterator[tuple[Layer, Version, NormRules]]:
    """Yield what each version says of each norm, where it says it anew."""
    met: set[int] = set()
    for layer in corpus.layers:
        for version in layer.versions:
            for rules in version.norms.values():
                if id(rules) not in met:
                    met.add(id(rules))
                    yield layer, version, rules


def rules(corpus: Corpus) -> Iterator[tuple[str, str, Rule]]:
    """Yield every rule with its place and its norm."""
    met: set[int] = set()
    for _, version, found in rule_sets(corpus):
        for rule in found.rules:
            if id(rule) not in met:
                met.add(id(rule))
                yield f"{version.id} {found.norm}.{rule.id}", found.norm, rule


def grounds(corpus: Corpus) -> Iterator[tuple[str, str, GroundRule]]:
    """Yield every ground with its place and its norm."""
    met: set[int] = set()
    for _, version, found in rule_sets(corpus):
        for ground in found.grounds:
            if id(ground) not in met:
                met.add(id(ground))
                yield f"{version.id} {found.norm}.{ground.id}", found.norm, ground


def terms(corpus: Corpus) -> Iterator[tuple[str, TermRule]]:
    """Yield every term with its place."""
    met: set[int] = set()
    for layer in corpus.layers:
        for version in layer.versions:
            for term in version.terms.values():
                if id(term) not in met:
                    met.add(id(term))
                    yield f"{version.id} {term.id}", term


def conditions(corpus: Corpus) -> Iterator[Asked]:
    """Yield every condition of the corpus."""
    for name, fact in corpus.facts.items():
        match fact.rule:
            case When(condition):
                yield Asked(name, None, condition)
            case Choice(cases, _):
                yield from (Asked(name, None, condition) for condition, _ in cases)
            case _:
                pass
    for phase in corpus.phases:
        yield Asked(phase.id, None, phase.when)
    for where, term in terms(corpus):
        yield from (Asked(where, None, case.when) for case in term.cases)
    for where, _, ground in grounds(corpus):
        yield Asked(where, None, ground.when)
    for where, norm, rule in rules(corpus):
        yield Asked(where, norm, rule.when)
        if rule.duty and rule.duty.suspended:
            yield Asked(where, None, rule.duty.suspended)
