"""Lints on versions: in order of time, with sources that are in force while they are."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from ...engine.law import Corpus, Source, Version
from .problems import Problem, problem
from .walk import grounds, rules, terms


def versions_out_of_order(corpus: Corpus) -> Iterator[Problem]:
    """Find versions that do not begin after the one before, or begin before they could."""
    for layer in corpus.layers:
        for version in layer.versions:
            if version.not_before > version.seen:
                yield problem("out_of_order", version.id, before=version.not_before.isoformat())
        for before, version in pairwise(layer.versions):
            if version.not_before <= before.seen:
                yield problem("out_of_order", version.id, before=before.seen.isoformat())


def without_source(corpus: Corpus) -> Iterator[Problem]:
    """Find terms, rules and grounds that name no source."""
    found = [(where, term.sources) for where, term in terms(corpus)]
    found += [(where, rule.sources) for where, _, rule in rules(corpus)]
    found += [(where, ground.sources) for where, _, ground in grounds(corpus)]
    for where, sources in found:
        if not sources:
            yield problem("without_source", where)


def sources_not_in_force(corpus: Corpus) -> Iterator[Problem]:
    """Find rules, grounds and terms with a source that was not in force while they were."""
    for layer in corpus.layers:
        for version in layer.versions:
            for where, sources, last in _spoken(version):
                for day in dict.fromkeys((version.seen, last)):
                    for source in (version.sources[name] for name in sources):
                        if not _carries(source, day):
                            at = day.isoformat()
                            yield problem("source_not_in_force", where, source=source.id, day=at)


def _spoken(version: Version) -> Iterator[tuple[str, tuple[str, ...], date]]:
    """Yield what a version says: its place, its sources, the last day on which it was seen."""
    for term in version.terms.values():
        yield f"{version.id} {term.id}", term.sources, version.seen
    for found in version.norms.values():
        last = max(version.seen, found.seen_until or version.seen)
        where = f"{version.id} {found.norm}"
        yield from ((f"{where}.{rule.id}", rule.sources, last) for rule in found.rules)
        yield from ((f"{where}.{ground.id}", ground.sources, last) for ground in found.grounds)


def _carries(source: Source, day: date) -> bool:
    begun = source.in_force_from is None or source.in_force_from <= day
    return begun and (source.in_force_until is None or day <= source.in_force_until)
