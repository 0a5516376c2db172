"""Lints on what moments and facts take from events: types, attributes and values that exist."""

from collections.abc import Iterator

from ...engine.conditions import TODAY
from ...engine.law import Corpus
from ...engine.vocabulary import (
    Choice,
    ChosenMoment,
    EventMoment,
    Fact,
    LatestValue,
    Selector,
    SumMoment,
    Switch,
)
from .problems import Problem, problem

UNKNOWN = "unknown"
BY = "by"


def unknown_events(corpus: Corpus) -> Iterator[Problem]:
    """Find selectors of events, attributes or values that the vocabulary does not have."""
    for where, selector in _selectors(corpus):
        kind = corpus.event_types.get(selector.event)
        if kind is None:
            yield problem("unknown_event", where, name=selector.event)
            continue
        attributes = {name for name, _ in selector.filters} | {selector.attribute or BY}
        for name in sorted(attributes - {BY, *kind.attributes}):
            yield problem("unknown_attribute", where, event=selector.event, name=name)
        for name, values in selector.filters:
            for value in values:
                if value not in _values(corpus, selector.event, name):
                    yield problem("unknown_value", where, name=name, value=str(value).lower())


def unknown_moments_below_moments(corpus: Corpus) -> Iterator[Problem]:
    """Find moments that count from others which do not exist, or from what is no date."""
    known = {TODAY, *corpus.moments, *corpus.event_types}
    below: tuple[str | None, ...]
    for name, moment in corpus.moments.items():
        match moment:
            case EventMoment():
                below = (moment.since, moment.before)
                for selector in moment.selectors:
                    if selector.attribute and _type(corpus, selector) not in (None, "date"):
                        yield problem("not_a_date", name, name=selector.attribute)
            case SumMoment():
                below = (moment.start,)
            case ChosenMoment():
                below = moment.moments
        for other in below:
            if other and other not in known:
                yield problem("unknown_moment", name, name=other)


def values_of_facts(corpus: Corpus) -> Iterator[Problem]:
    """Find facts whose values are not those that events or cases give them."""
    for fact in corpus.facts.values():
        match fact.rule:
            case LatestValue(selectors):
                yield from _values_from_events(corpus, fact, selectors)
            case Choice(cases, otherwise):
                given = {value for _, value in cases} | {otherwise or UNKNOWN}
                for value in sorted(given - {UNKNOWN, *fact.values}):
                    yield problem("unknown_value", fact.name, name=fact.name, value=value)
            case _:
                pass


def _values_from_events(
    corpus: Corpus, fact: Fact, selectors: tuple[Selector, ...]
) -> Iterator[Problem]:
    given: set[str | bool] = set()
    for selector in selectors:
        if selector.attribute is None:
            yield problem("no_value_given", fact.name, name=selector.event)
        else:
            given |= _values(corpus, selector.event, selector.attribute)
    words = {value for value in given if isinstance(value, str)}
    for value in sorted(words - {UNKNOWN, *fact.values}):
        yield problem("value_without_name", fact.name, value=value)
    for value in sorted(set(fact.values) - words):
        yield problem("unknown_value", fact.name, name=fact.name, value=value)


def _selectors(corpus: Corpus) -> Iterator[tuple[str, Selector]]:
    for name, moment in corpus.moments.items():
        if isinstance(moment, EventMoment):
            yield from ((name, selector) for selector in moment.selectors)
    for name, fact in corpus.facts.items():
        match fact.rule:
            case LatestValue(selectors):
                yield from ((name, selector) for selector in selectors)
            case Switch(on, off, _):
                yield from ((name, selector) for selector in (*on, *off))
            case _:
                pass


def _type(corpus: Corpus, selector: Selector) -> str | None:
    kind = corpus.event_types.get(selector.event)
    attribute = kind.attributes.get(selector.attribute or "") if kind else None
    return attribute.type if attribute else None


def _values(corpus: Corpus, event: str, name: str) -> set[str | bool]:
    """Return the values that an attribute can have; for `by` any party, unless it lists its own."""
    kind = corpus.event_types.get(event)
    attribute = kind.attributes.get(name) if kind else None
    if attribute is None:
        return set(corpus.parties) if name == BY else set()
    return {True, False} if attribute.type == "boolean" else set(attribute.values)
