"""Lints on how names rest on each other: no circles, no two things of one name, none unused."""

from collections.abc import Iterator
from itertools import combinations

from ...engine.evidence import names_in
from ...engine.law import Corpus, TermRule
from ...engine.vocabulary import (
    Choice,
    ChosenMoment,
    EventMoment,
    Fact,
    MomentRule,
    SumMoment,
    When,
)
from .problems import Problem, problem
from .walk import conditions, rules, terms

Graph = dict[str, set[str]]


def circles(corpus: Corpus) -> Iterator[Problem]:
    """Find facts, moments and terms that rest on themselves: the engine would never end."""
    graph = _graph(corpus)
    done: set[str] = set()
    for name in graph:
        circle = _circle_from(name, graph, done)
        if circle:
            yield problem("circle", circle[0], names=" → ".join(circle))


def _circle_from(start: str, graph: Graph, done: set[str]) -> list[str]:
    """Walk down from a name, depth first, and return the first circle met, if any."""
    path: list[str] = []
    waiting: list[tuple[str, bool]] = [(start, True)]
    while waiting:
        name, entering = waiting.pop()
        if not entering:
            done.add(path.pop())
        elif name in path:
            return [*path[path.index(name) :], name]
        elif name not in done:
            path.append(name)
            waiting.append((name, False))
            waiting += [(below, True) for below in sorted(graph.get(name, ()))]
    return []


def _graph(corpus: Corpus) -> Graph:
    graph: Graph = {name: set() for name in (*corpus.facts, *corpus.moments)}
    for name, fact in corpus.facts.items():
        graph[name] |= _below_fact(fact)
    for name, moment in corpus.moments.items():
        graph[name] |= _below_moment(moment)
    for _, term in terms(corpus):
        graph.setdefault(term.id, set()).update(_below_term(term))
    return graph


def _below_fact(fact: Fact) -> set[str]:
    match fact.rule:
        case When(condition):
            return set(names_in(condition))
        case Choice(cases, _):
            return {name for condition, _ in cases for name in names_in(condition)}
        case _:
            return set()


def _below_moment(moment: MomentRule) -> set[str]:
    match moment:
        case EventMoment():
            return {name for name in (moment.since, moment.before) if name}
        case SumMoment():
            return {moment.start}
        case ChosenMoment():
            return set(moment.moments)


def _below_term(term: TermRule) -> set[str]:
    moments = (term.start, *term.ends_early, term.met_by, term.paused_from, term.paused_until)
    named = {name for name in (*moments, term.extended_to) if name}
    return named | {name for case in term.cases for name in names_in(case.when)}


def names_of_two_things(corpus: Corpus) -> Iterator[Problem]:
    """Find a fact, a moment, a term or an event that shares its name with another sort."""
    sorts = {
        "fact": set(corpus.facts),
        "moment": set(corpus.moments),
        "term": {term.id for _, term in terms(corpus)},
        "event": set(corpus.event_types),
    }
    for (first, names), (second, others) in combinations(sorts.items(), 2):
        for name in sorted(names & others):
            yield problem("same_name", name, name=name, first=first, second=second)


def names_never_used(corpus: Corpus) -> Iterator[Problem]:
    """Find facts and moments that nothing in the protocol rests on."""
    used = {name for asked in conditions(corpus) for name in names_in(asked.condition)}
    used |= {name for below in _graph(corpus).values() for name in below}
    for layer in corpus.layers:
        used |= {name for anchors in layer.anchors.values() for name in anchors}
    for _, _, rule in rules(corpus):
        duty = rule.duty
        used |= {rule.since or "", rule.until.name if rule.until else ""}
        used |= {duty.since or "", duty.met_by or ""} if duty else set()
    for name in (*corpus.facts, *corpus.moments):
        if name not in used:
            yield problem("never_used", name, name=name)
