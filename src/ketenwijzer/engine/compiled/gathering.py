"""What each event does to moments and facts: one small generated function per event type.

A case has few events and a protocol many names, so the events are walked once, in order, and
each writes into the slots of the moments and facts that it bears on.
"""

from collections.abc import Iterable

from ..law import Corpus
from ..vocabulary import EventMoment, LatestValue, Selector, Switch
from .text import Block

LATEST_VALUE = """\
before = slots[{event_slot}]
slots[{slot}] = value if (
    before is None or before.effective != day or before.type != event.type
    or slots[{slot}] == value
) else None
slots[{event_slot}] = event""".splitlines()


class Gathering:
    """The slots of a corpus and the source of the functions that fill them.

    `start` is what the slots hold before the first event; `slot` finds the slot of a moment,
    of a fact, or of the first day of an event type. A moment with bounds keeps every event
    that may count, as pairs of its day and the day it sets, because the bounds come later.
    """

    def __init__(self, corpus: Corpus) -> None:
        self.start: list[object] = []
        self.slot: dict[tuple[str, str], int] = {}
        self._corpus = corpus
        self._blocks: dict[str, Block] = {}
        self._writers: dict[int, set[str]] = {}
        for event in corpus.event_types:
            self._first_day(event)
        for rule in corpus.moments.values():
            if isinstance(rule, EventMoment):
                self._moment(rule)
        for fact in corpus.facts.values():
            match fact.rule:
                case LatestValue(selectors):
                    self._latest_value(fact.name, selectors)
                case Switch(on, off, initially):
                    self._switch(fact.name, on, off, initially)
                case _:
                    pass

    def source(self) -> str:
        """Return one function per event type, named by `handlers`."""
        return "\n".join(line for block in self._blocks.values() for line in block.lines()) + "\n"

    def handlers(self) -> dict[str, str]:
        """Return the name of the function of each event type."""
        return {event: f"on_{number}" for number, event in enumerate(self._blocks)}

    def writers(self, slots: Iterable[int]) -> set[str]:
        """Return the event types that bear on any of these slots."""
        return {event for slot in slots for event in self._writers.get(slot, ())}

    def _of(self, event: str, slot: int) -> Block:
        self._writers.setdefault(slot, set()).add(event)
        if event not in self._blocks:
            number = len(self._blocks)
            block = Block(f"def on_{number}(slots, event, day):")
            kind = self._corpus.event_types.get(event)
            if kind and kind.stated_by:
                block.add(f"if event.by is not None and event.by not in {kind.stated_by!r}: return")
            self._blocks[event] = block
        return self._blocks[event]

    def _new(self, sort: str, name: str, start: object = None) -> int:
        self.start.append(start)
        self.slot[sort, name] = len(self.start) - 1
        return len(self.start) - 1

    def _first_day(self, event: str) -> None:
        slot = self._new("event", event)
        self._of(event, slot).add(f"if slots[{slot}] is None: slots[{slot}] = day")

    def _moment(self, rule: EventMoment) -> None:
        slot = self._new("moment", rule.name)
        for event, selectors in _by_event(rule.selectors):
            block = self._of(event, slot)
            if len(selectors) == 1 and not selectors[0].attribute:
                value, inside = "day", block.open(f"if {_picks(selectors[0])}:")
            else:
                _read(block, selectors, "isinstance(value, date)")
                value, inside = "value", block.open("if value is not None:")
            inside.add(_store(rule, slot, value))

    def _latest_value(self, name: str, selectors: tuple[Selector, ...]) -> None:
        slot, event_slot = self._new("fact", name), self._new("last event", name)
        for event, chosen in _by_event(s for s in selectors if s.attribute):
            block = self._of(event, slot)
            _read(block, chosen, "value is not None")
            inside = block.open("if value is not None:")
            for line in LATEST_VALUE:
                inside.add(line.format(slot=slot, event_slot=event_slot))

    def _switch(
        self,
        name: str,
        on: tuple[Selector, ...],
        off: tuple[Selector, ...],
        initially: bool | None,
    ) -> None:
        slot = self._new("fact", name, initially)
        for event in dict.fromkeys(s.event for s in (*off, *on)):
            offs, ons = (
                " or ".join(_picks(s) for s in side if s.event == event) for side in (off, on)
            )
            block = self._of(event, slot)
            if offs:
                block.add(f"if {offs}: slots[{slot}] = False")
            if ons:
                block.add(f"{'elif' if offs else 'if'} {ons}: slots[{slot}] = True")


def _store(rule: EventMoment, slot: int, value: str) -> str:
    if rule.since or rule.before:
        return f"slots[{slot}] = [*(slots[{slot}] or ()), (day, {value})]"
    match rule.pick:
        case "first":
            return f"if slots[{slot}] is None: slots[{slot}] = {value}"
        case "latest":
            return f"slots[{slot}] = {value}"
        case _:
            return f"if slots[{slot}] is None or {value} > slots[{slot}]: slots[{slot}] = {value}"


def _read(block: Block, selectors: list[Selector], fits: str) -> None:
    """Add lines that set `value` to what the first selector reads that picks and fits."""
    block.add("value = None")
    for number, selector in enumerate(selectors):
        inside = block.open(
            f"if value is None and {_picks(selector)}:" if number else f"if {_picks(selector)}:"
        )
        inside.add(f"value = {_attribute(selector.attribute) if selector.attribute else 'day'}")
        inside.add(f"if not ({fits}): value = None")


def _picks(selector: Selector) -> str:
    return (
        " and ".join(
            f"{_attribute(name)} in {tuple(values)!r}" for name, values in selector.filters
        )
        or "True"
    )


def _attribute(name: str) -> str:
    return "event.by" if name == "by" else f"event.attributes.get({name!r})"


def _by_event(selectors: Iterable[Selector]) -> Iterable[tuple[str, list[Selector]]]:
    found: dict[str, list[Selector]] = {}
    for selector in selectors:
        found.setdefault(selector.event, []).append(selector)
    return found.items()
