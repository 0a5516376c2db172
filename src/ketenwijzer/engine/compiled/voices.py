"""Which texts of a layer may govern a norm, by the day that chooses."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from ..calendar import DAY
from ..governing import last_seen
from ..law import Corpus, Layer, NormRules
from ..versions import versions_on
from .frames import Scope
from .intervals import Intervals, days_of_versions, intervals
from .program import Program


@dataclass(frozen=True, slots=True, eq=False)
class Governing:
    """The rules in force at once (several across a gap), each with since when it is unseen."""

    candidates: tuple[NormRules | None, ...]
    unseen_since: tuple[date | None, ...]
    in_gap: bool

    @property
    def last(self) -> NormRules | None:
        """The rules of the newest text that may be in force."""
        return self.candidates[-1] if self.candidates else None


@dataclass(frozen=True, slots=True)
class Voice:
    """One layer that speaks of a norm: its texts by day, and the moments that choose."""

    layer: Layer
    anchors: tuple[str, ...]
    texts: Intervals[Governing]

    @property
    def key(self) -> tuple[object, ...]:
        """What the tables of this voice are kept by."""
        return "texts", id(self.texts)


def voices(corpus: Corpus, norm: str) -> tuple[Voice, ...]:
    """Return the layers that speak of a norm in some version, in order."""
    return tuple(
        Voice(layer, layer.anchors.get(norm, ()), _texts(layer, norm))
        for layer in corpus.layers
        if any(norm in version.norms for version in layer.versions)
    )


def rules_of(layer: Layer, norm: str) -> list[NormRules]:
    """Return what the versions of a layer say of a norm."""
    return [version.norms[norm] for version in layer.versions if norm in version.norms]


def _texts(layer: Layer, norm: str) -> Intervals[Governing]:
    rules = rules_of(layer, norm)
    days = days_of_versions(layer) | {r.seen_until + DAY for r in rules if r.seen_until}
    known: dict[tuple[object, ...], Governing] = {}

    def on(day: date) -> Governing:
        versions = versions_on(layer, day)
        found = [version.norms.get(norm) for version in versions]
        candidates = tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)
        unseen = tuple(last_seen(rules, day) for rules in candidates)
        in_gap = bool(versions) and day < versions[-1].seen
        key = (in_gap, *map(id, candidates), *unseen)
        return known.setdefault(key, Governing(candidates, unseen, in_gap))

    return intervals(days, on)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A voice with the texts that may govern, by the number that chooses one at run time.

    `number` is the variable that holds it for the last anchor, `numbers` the one that holds
    those of all anchors; both are empty where there is nothing to choose.
    """

    voice: Voice
    texts: dict[int, Governing]
    number: str = ""
    numbers: str = ""


def choose(program: Program, scope: Scope, voice: Voice, day: date) -> Chosen:
    """Add the lines that choose a text on the stretch of law that starts on a day."""
    places, distinct = voice.texts.numbers(), voice.texts.distinct()
    here = bisect_right(voice.texts.bounds, day)
    numbers = sorted(set(places[: here + 1])) if voice.anchors else [places[here]]
    texts = {number: distinct[number] for number in numbers}
    if len(texts) == 1:
        return Chosen(voice, texts)
    days = scope.anchor_days(voice.anchors)
    number = program.names.fresh("text")
    scope.block.add(f"{number} = {program.choice(voice.key, voice.texts, f'{days}[-1]')}")
    if len(voice.anchors) == 1:
        return Chosen(voice, texts, number)
    every = program.names.fresh("texts")
    pick = program.names.of(texts_of, "texts_of")
    tables = program.tables(voice.key, voice.texts)
    scope.block.add(
        f"{every} = ({number},) if len({days}) == 1 else {pick}({days}, {', '.join(tables)})"
    )
    return Chosen(voice, texts, number, every)


def texts_of(
    days: tuple[date, ...], numbers: tuple[int, ...], bounds: tuple[date, ...]
) -> tuple[int, ...]:
    """Return the text that each day chooses; only one if they all choose the same."""
    found = tuple(numbers[bisect_right(bounds, day)] for day in days)
    return found if len(set(found)) > 1 else found[:1]
