"""Which recorded events a moment, a fact or a term rests on."""

from collections.abc import Iterator

from .conditions import TODAY, At, Compare, Condition, Happened, InTerm, Is, Known, atoms
from .conditions import Fact as FactIsTrue
from .selection import selects
from .view import View
from .vocabulary import (
    Choice,
    ChosenMoment,
    EventMoment,
    Fact,
    LatestValue,
    MomentRule,
    SumMoment,
    Switch,
    When,
)


def evidence(view: View, name: str) -> tuple[str, ...]:
    """Return the ids of the events that a name of the protocol rests on, in order."""
    return tuple(dict.fromkeys(_events(view, name)))


def names_in(condition: Condition) -> tuple[str, ...]:
    """Return the facts, moments and terms that a condition speaks of, in reading order."""
    found: list[str] = []
    for atom in atoms(condition):
        match atom:
            case FactIsTrue(name) | Is(name, _) | Known(name) | Happened(name):
                found.append(name)
            case InTerm(_, name):
                found.append(name)
            case Compare(left, _, right):
                found += [m for m in (left, right) if isinstance(m, str) and m != TODAY]
            case At(inner, moment):
                found += [*names_in(inner), moment]
            case _:
                pass
    return tuple(dict.fromkeys(found))


def _events(view: View, name: str) -> Iterator[str]:
    corpus = view.corpus
    if name in corpus.facts:
        yield from _of_fact(view, corpus.facts[name])
    elif name in corpus.moments:
        yield from _of_moment(view, corpus.moments[name])
    elif name in corpus.event_types:
        yield from (event.id for event in view.seen if event.type == name)
    else:
        for rule in filter(None, view.term_rules(name)):
            for moment in (rule.start, *rule.ends_early, *filter(None, (rule.met_by,))):
                yield from _events(view, moment)


def _of_moment(view: View, rule: MomentRule) -> Iterator[str]:
    match rule:
        case EventMoment():
            day = view.moment(rule.name)
            yield from (event.id for event, found in view.dated(rule) if found == day)
        case SumMoment():
            yield from _events(view, rule.start)
        case ChosenMoment():
            day = view.moment(rule.name)
            for name in rule.moments:
                if day is not None and view.moment(name) == day:
                    yield from _events(view, name)


def _of_fact(view: View, fact: Fact) -> Iterator[str]:
    match fact.rule:
        case LatestValue(selectors):
            yield from (event.id for event, _ in view.latest_values(selectors))
        case Switch(on, off, _):
            picked = (
                event.id
                for event in reversed(view.seen)
                if any(selects(selector, event) for selector in (*on, *off))
            )
            yield from (first for first in (next(picked, None),) if first is not None)
        case When(condition):
            for name in names_in(condition):
                yield from _events(view, name)
        case Choice(cases, _):
            for condition, _ in cases:
                for name in names_in(condition):
                    yield from _events(view, name)
                if view.holds(condition):
                    return
