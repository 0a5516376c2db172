"""Compares two versions of a layer: what was added, dropped, changed and put in another order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..engine.law import Layer, NormRules, Source, Version
from ..engine.values import parts
from .writing import write_value

Row = tuple[str, ...]

# The condition of a rule is compared as it was written, in `lines`.
NOT_COMPARED = {"id", "when", "clauses"}
ADDED, DROPPED, CHANGED, MOVED = "added", "dropped", "changed", "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: in which field, the value before and after; the text, if added or dropped."""

    how: str  # added, dropped, changed, moved
    sort: str  # norm, rule, ground, term, source
    norm: str
    name: str
    field: str = ""
    before: object = None
    after: object = None


@dataclass(frozen=True, slots=True)
class Differences:
    """All that two versions of a layer differ in, norm by norm."""

    layer: str
    before: str
    after: str
    changes: tuple[Change, ...]

    def rows(self, language: str) -> list[Row]:
        """Return how, sort, norm, name, field, and the values before and after."""
        return [
            (
                change.how,
                change.sort,
                change.norm,
                change.name,
                change.field,
                write_value(change.before, language),
                write_value(change.after, language),
            )
            for change in self.changes
        ]


def diff(layer: Layer, before: Version, after: Version) -> Differences:
    """Return what changed between two versions of a layer."""
    changes = (
        *_named("source", "", before.sources, after.sources),
        *_named("term", "", before.terms, after.terms),
        *_norms(before.norms, after.norms),
    )
    return Differences(layer.id, before.id, after.id, changes)


def _norms(before: Mapping[str, NormRules], after: Mapping[str, NormRules]) -> Iterator[Change]:
    for norm in dict.fromkeys((*before, *after)):
        old, new = before.get(norm), after.get(norm)
        if old is None or new is None:
            yield Change(DROPPED if new is None else ADDED, "norm", norm, norm)
        elif old is not new:
            grounds = ({ground.id: ground for ground in found.grounds} for found in (old, new))
            rules = ({rule.id: rule for rule in found.rules} for found in (old, new))
            yield from _named("ground", norm, *grounds)
            yield from _named("rule", norm, *rules)
            yield from _moved(old, new)


def _named(
    sort: str, norm: str, before: Mapping[str, object], after: Mapping[str, object]
) -> Iterator[Change]:
    for name in dict.fromkeys((*before, *after)):
        if name not in after:
            yield Change(DROPPED, sort, norm, name, before=_gist(before[name]))
        elif name not in before:
            yield Change(ADDED, sort, norm, name, after=_gist(after[name]))
        else:
            yield from _changed(Change(CHANGED, sort, norm, name), before[name], after[name])


def _gist(value: object) -> object:
    """Return what a rule, ground or term says, or what a source is."""
    return value.citation if isinstance(value, Source) else getattr(value, "text", None)


def _changed(change: Change, before: object, after: object) -> Iterator[Change]:
    now = parts(after)
    for name, old in parts(before).items():
        if old != now[name] and name not in NOT_COMPARED:
            place = (change.how, change.sort, change.norm, change.name)
            yield Change(*place, name, old, now[name])


def _moved(before: NormRules, after: NormRules) -> Iterator[Change]:
    """Tell where the rules that both have stand in another order; the first that fires decides."""
    both = {rule.id for rule in before.rules} & {rule.id for rule in after.rules}
    old, new = (
        tuple(rule.id for rule in found.rules if rule.id in both) for found in (before, after)
    )
    if old != new:
        yield Change(MOVED, "rule", before.norm, before.norm, "order", old, new)
