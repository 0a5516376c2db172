"""Which text of a layer governs a norm: chosen by its anchors, and in a gap both sides of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .law import Corpus, GroundRule, Layer, NormRules
from .truth import Truth
from .versions import versions_on
from .view import View


@dataclass(frozen=True, slots=True)
class GroundFinding:
    """One alternative ground of a norm: met, not met, or not established."""

    ground: str
    layer: str
    version: str
    truth: Truth
    rule: GroundRule
    confirmed: bool


Candidates = tuple[NormRules | None, ...]


@dataclass(frozen=True, slots=True)
class Governed:
    """The rules that govern by the day of one anchor: one text, or the two around a gap.

    In a gap the text of that day itself was not seen, so nothing it says is confirmed.
    """

    day: date
    candidates: Candidates
    in_gap: bool


def governing(view: View, layer: Layer, norm: str) -> list[Governed]:
    """Return, per day that chooses the version, the rules in force then."""
    anchors = (view.moment(name) for name in layer.anchors.get(norm, ()))
    days = sorted({day for day in anchors if day is not None and day <= view.day}) or [view.day]
    return [_governed(layer, norm, day) for day in days]


def _governed(layer: Layer, norm: str, day: date) -> Governed:
    versions = versions_on(layer, day)
    found = [version.norms.get(norm) for version in versions]
    candidates = tuple(dict.fromkeys(found) if len(found) > 1 else found)
    return Governed(day, candidates, bool(versions) and day < versions[-1].seen)


def speaking(corpus: Corpus, norm: str) -> tuple[Layer, ...]:
    """Return the layers of which some version speaks of a norm; the others are silent on it."""
    return tuple(
        layer for layer in corpus.layers if any(norm in version.norms for version in layer.versions)
    )


def grounds_of(view: View, norm: str) -> Iterator[GroundFinding]:
    """Answer the grounds of a norm, layer by layer, in the version that its last anchor chooses."""
    for layer in speaking(view.corpus, norm):
        governed = governing(view, layer, norm)[-1]
        rules = governed.candidates[-1] if governed.candidates else None
        yield from grounds_in(view, layer, rules, governed)


def grounds_in(
    view: View, layer: Layer, rules: NormRules | None, governed: Governed
) -> Iterator[GroundFinding]:
    """Answer the grounds of one text of a layer."""
    seen = not governed.in_gap and last_seen(rules, governed.day) is None
    for ground in rules.grounds if rules else ():
        version = rules.version if rules else ""
        truth = view.holds(ground.when)
        yield GroundFinding(ground.id, layer.id, version, truth, ground, seen and ground.confirmed)


def last_seen(rules: NormRules | None, day: date) -> date | None:
    """Return the last day on which a text was seen, if the day lies after it."""
    if rules is None or rules.seen_until is None or day <= rules.seen_until:
        return None
    return rules.seen_until
