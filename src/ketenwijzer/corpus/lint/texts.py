"""Lints on words: every text in both languages and fit for its reader, every name in English."""

import re
from collections.abc import Iterator, Mapping

from ...engine.case import PERSON
from ...engine.law import Corpus
from ...engine.values import parts
from ...engine.vocabulary import Text
from .problems import Problem, problem
from .walk import grounds, rule_sets, rules, terms

SNAKE_CASE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
# Shorter texts may well be equal: names of organisations, words that both languages have.
LONG = 30


def texts_in_one_language(corpus: Corpus) -> Iterator[Problem]:
    """Find texts that are empty in a language, or long and the same in both."""
    met: set[int] = set()
    for where, text in _texts(corpus.id, corpus, met):
        if not (text.nl.strip() and text.en.strip()):
            yield problem("empty_text", where)
        elif text.nl == text.en and len(text.nl) > LONG:
            yield problem("not_translated", where, text=text.nl)


def _texts(where: str, thing: object, met: set[int]) -> Iterator[tuple[str, Text]]:
    """Yield every text below a value of the engine, each object once."""
    if isinstance(thing, Text):
        yield where, thing
    elif isinstance(thing, tuple):
        for item in thing:
            yield from _texts(where, item, met)
    elif isinstance(thing, Mapping):
        for item in thing.values():
            yield from _texts(where, item, met)
    elif id(thing) not in met:
        met.add(id(thing))
        own = getattr(thing, "id", getattr(thing, "name", ""))
        for part in parts(thing).values():
            yield from _texts(f"{where} {own}".strip(), part, met)


def events_without_plain_words(corpus: Corpus) -> Iterator[Problem]:
    """Find events that her own copy could tell only in the words of workers: all but who she is."""
    for kind in corpus.event_types.values():
        if kind.name != PERSON and kind.plain is None:
            yield problem("no_plain_words", kind.name)


def odd_names(corpus: Corpus) -> Iterator[Problem]:
    """Find names that are not snake_case, or are the Dutch word where an English one differs."""
    for where, name, text in _names(corpus):
        spoken = name.replace("_", " ")
        dutch = text is not None and spoken == text.nl.lower() and spoken != text.en.lower()
        if dutch or not SNAKE_CASE.fullmatch(name):
            yield problem("odd_name", where, name=name)


def _names(corpus: Corpus) -> Iterator[tuple[str, str, Text | None]]:
    for kind in corpus.event_types.values():
        yield kind.name, kind.name, kind.text
        for attribute in kind.attributes.values():
            where = f"{kind.name}.{attribute.name}"
            yield where, attribute.name, attribute.text
            yield from ((where, value, text) for value, text in attribute.values.items())
    for fact in corpus.facts.values():
        yield fact.name, fact.name, fact.text
        yield from ((fact.name, value, text) for value, text in fact.values.items())
    yield from ((moment.name, moment.name, moment.text) for moment in corpus.moments.values())
    yield from ((norm.id, norm.id, norm.title) for norm in corpus.norms.values())
    yield from ((party.id, party.id, party.text) for party in corpus.parties.values())
    yield from ((phase.id, phase.id, phase.text) for phase in corpus.phases)
    yield from ((layer.id, layer.id, None) for layer in corpus.layers)
    yield from ((where, term.id, term.text) for where, term in terms(corpus))
    yield from ((where, ground.id, None) for where, _, ground in grounds(corpus))
    yield from ((where, rule.id, None) for where, _, rule in rules(corpus))
    sources = {name for _, version, _ in rule_sets(corpus) for name in version.sources}
    yield from ((name, name, None) for name in sorted(sources))
