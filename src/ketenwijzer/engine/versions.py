"""Which text of a layer is in force on a day, and which terms a layer knows."""

from collections.abc import Iterator
from datetime import date

from .law import Layer, TermRule, Version


def versions_on(layer: Layer, day: date) -> tuple[Version, ...]:
    """Return the version of a layer in force on a day; in a gap, every one that may be."""
    found: tuple[Version, ...] = ()
    for version in layer.versions:
        if version.not_before > day:
            break
        found = (version,) if version.seen <= day else (*found, version)
    return found


def term_rules_on(layer: Layer, name: str, day: date) -> tuple[TermRule | None, ...]:
    """Return what the texts in force on a day say of a term: several in a gap."""
    return tuple(dict.fromkeys(version.terms.get(name) for version in versions_on(layer, day)))


def term_names(layer: Layer) -> Iterator[str]:
    """Yield the names of the terms that some version of a layer sets."""
    for version in layer.versions:
        yield from version.terms
