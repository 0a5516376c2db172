"""A case on one day as variables of the generated source, each written when first needed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from ..calendar import add
from ..conditions import TODAY
from ..errors import CircularDefinition, UnknownName
from ..law import Corpus
from ..selection import UNKNOWN
from ..vocabulary import (
    Choice,
    ChosenMoment,
    EventMoment,
    LatestValue,
    Selector,
    SumMoment,
    Switch,
    When,
)
from .looks import Link, Look
from .memory import Remembered
from .program import Program
from .running import write_term
from .text import Block, Chain, spelled
from .truths import TermVar, Truths, Var, has_come

DEEPEST = 6


class Scope:
    """One function body: the variables of a case on a day, written in the order of need."""

    def __init__(self, program: Program, depth: int = 0) -> None:
        self.program = program
        self.names = program.names
        self.block = Block()
        self._reading = self.block.open()
        self._read: dict[int, str] = {}
        self._bounded: list[int] = []
        self.day = Var("day", certain=True, past=True)
        self.reached = "True"
        self._depth = depth
        self._vars: dict[tuple[str, str], Var] = {}
        self._terms: dict[str, TermVar] = {}
        self._links: dict[str, tuple[Link, Look]] = {}
        self._anchors: dict[tuple[str, ...], str] = {}
        self._writing: set[tuple[str, str]] = set()

    # ---------------------------------------------------------------- what may be asked

    def moment(self, name: str) -> Var:
        """Return the variable of a moment."""
        if name == TODAY:
            return self.day
        return self._once("moment", name)

    def fact(self, name: str) -> Var:
        """Return the variable of a fact."""
        return self._once("fact", name)

    def term(self, name: str) -> TermVar:
        """Return the variables of a term."""
        if name not in self._terms:
            with _Writing(self._writing, ("term", name)):
                self._terms[name] = write_term(self, self.program, name)
        return self._terms[name]

    def at(self, moment: str) -> "Look":
        """Return the frame of the same case on the day of a moment."""
        if moment not in self._links:
            if self._depth >= DEEPEST:
                raise CircularDefinition("look back to", moment)
            var = self.moment(moment)
            reached = self.names.fresh("come")
            self.block.add(f"{reached} = {has_come(var, self.day)}")
            child = Scope(self.program, self._depth + 1)
            link = Link(self, child, var.name, reached)
            day = replace(var, certain=True, past=True)
            self._links[moment] = link, Look(link, child, day, reached)
        return self._links[moment][1]

    def anchor_days(self, anchors: tuple[str, ...]) -> str:
        """Return the variable of the anchors that have come, in order, or else the day itself."""
        if anchors not in self._anchors:
            var = self._anchors[anchors] = self.names.fresh("days")
            moments = [self.moment(name) for name in anchors]
            come = " or ".join(has_come(moment, self.day) for moment in moments)
            given = ", ".join(moment.name for moment in moments)
            if len(moments) == 1:
                self.block.add(f"{var} = ({given},) if {come} else (day,)")
            else:
                sort = self.names.of(_in_order, "in_order")
                self.block.add(f"{var} = {sort}(({given}), day) if {come} else (day,)")
        return self._anchors[anchors]

    def finish(self) -> None:
        """Write what is read from the slots and the looks back, now that all was asked."""
        for link, _ in self._links.values():
            link.finish(self.program)
        count = len(self.program.gathering.start)
        if len(self._read) < max(1, count / 3):
            self._reading.extend(f"{var} = slots[{slot}]" for slot, var in self._read.items())
        else:
            listed = (self._read.get(slot, "_") for slot in range(count))
            self._reading.add(f"({', '.join(listed)},) = slots")

    def slots_read(self) -> tuple[int, ...]:
        """Return the slots that the variables are read from."""
        return (*self._read, *self._bounded)

    def _once(self, sort: str, name: str) -> Var:
        if (sort, name) not in self._vars:
            with _Writing(self._writing, (sort, name)):
                write = self._write_fact if sort == "fact" else self._write_moment
                self._vars[sort, name] = write(name)
        return self._vars[sort, name]

    # ---------------------------------------------------------------- moments

    def _write_moment(self, name: str) -> Var:
        corpus = self.program.corpus
        rule = corpus.moments.get(name)
        match rule:
            case None if name in corpus.event_types:
                return self._from_slot("event", name, Var(self._name("m", name), past=True))
            case None:
                raise UnknownName("moment", name)
            case EventMoment():
                return self._event_moment(rule)
            case SumMoment():
                start = self.moment(rule.start)
                sums = self.program.keep(("sum", name), lambda: _sums(rule, corpus), "sums")
                var = self._name("m", name)
                self.block.add(f"{var} = None if {start.name} is None else {sums}[{start.name}]")
                return Var(var)
            case ChosenMoment():
                return self._chosen_moment(rule)

    def _event_moment(self, rule: EventMoment) -> Var:
        var = self._name("m", rule.name)
        past = all(selector.attribute is None for selector in rule.selectors)
        if not rule.since and not rule.before:
            return self._from_slot("moment", rule.name, Var(var, past=past))
        since = self.moment(rule.since) if rule.since else None
        before = self.moment(rule.before) if rule.before else None
        number = self.program.gathering.slot["moment", rule.name]
        self._bounded.append(number)
        slot = f"slots[{number}]"
        missing = [slot, since.name] if since else [slot]
        pick = self.names.of(PICKS[rule.pick], rule.pick)
        self.block.add(
            f"{var} = None if {' or '.join(f'{part} is None' for part in missing)} else "
            f"{pick}({slot}, {since.name if since else None}, {before.name if before else None})"
        )
        return Var(var, past=past)

    def _chosen_moment(self, rule: ChosenMoment) -> Var:
        var = self._name("m", rule.name)
        sign = "<" if rule.pick == "first" else ">"
        parts = [self.moment(name) for name in rule.moments]
        self.block.add(f"{var} = {parts[0].name if parts else None}")
        for part in parts[1:]:
            self.block.add(
                f"if {part.name} is not None and ({var} is None or {part.name} {sign} {var}): "
                f"{var} = {part.name}"
            )
        return Var(var, past=all(part.past for part in parts))

    # ---------------------------------------------------------------- facts

    def _write_fact(self, name: str) -> Var:
        fact = self.program.corpus.facts.get(name)
        if fact is None:
            raise UnknownName("fact", name)
        var = Var(self._name("f", name), boolean=True)
        match fact.rule:
            case LatestValue(selectors):
                boolean = all(self._is_boolean(selector) for selector in selectors)
                var = self._from_slot("fact", name, replace(var, boolean=boolean))
                if not boolean:
                    self.block.add(f"if {var.name} == {UNKNOWN!r}: {var.name} = None")
            case Switch(_, _, initially):
                var = self._from_slot("fact", name, replace(var, certain=initially is not None))
            case When(condition):
                found = Truths(self).of(condition)
                self.block.add(f"{var.name} = {found.text}")
                var = replace(var, certain=found.certain)
            case Choice():
                self._choice(var, fact.rule)
                var = replace(var, boolean=False)
        if self.program.assuming:
            self.block.add(f"if {name!r} in assumed: {var.name} = assumed[{name!r}]")
            var = Var(var.name)
        return var

    def _is_boolean(self, selector: Selector) -> bool:
        kind = self.program.corpus.event_types.get(selector.event)
        attribute = kind.attributes.get(selector.attribute or "") if kind else None
        return attribute is not None and attribute.type == "boolean"

    def _choice(self, var: Var, rule: Choice) -> None:
        chain = Chain(self.names)
        for condition, value in rule.cases:
            found = Truths(self).of(condition)
            chosen = None if value == UNKNOWN else value
            left_open = None if found.certain else [f"{var.name} = None"]
            chain.case(found.text, [f"{var.name} = {chosen!r}"], left_open)
        otherwise = None if rule.otherwise == UNKNOWN else rule.otherwise
        chain.otherwise([f"{var.name} = {otherwise!r}"])
        chain.write(self.block)

    # ---------------------------------------------------------------- names

    def _from_slot(self, sort: str, name: str, var: Var) -> Var:
        self._read[self.program.gathering.slot[sort, name]] = var.name
        return var

    def _name(self, prefix: str, name: str) -> str:
        return spelled(prefix, name, len(self._vars))


class _Writing:
    """Marks a name as being written, to refuse one that rests on itself."""

    def __init__(self, names: set[tuple[str, str]], name: tuple[str, str]) -> None:
        self._names = names
        self._name = name

    def __enter__(self) -> None:
        if self._name in self._names:
            raise CircularDefinition(*self._name)
        self._names.add(self._name)

    def __exit__(self, *_: object) -> None:
        self._names.discard(self._name)


def _sums(rule: SumMoment, corpus: Corpus) -> Remembered[date, date]:
    return Remembered(lambda day: add(day, rule.add, corpus.calendar, rule.month_end).end)


def _in_order(anchors: tuple[date | None, ...], day: date) -> tuple[date, ...]:
    return tuple(sorted({moment for moment in anchors if moment is not None and moment <= day}))


# ------------------------------------------------------------------ moments with bounds

Pairs = list[tuple[date, date]]
Pick = Callable[[Pairs, date | None, date | None], date | None]


def _between(pairs: Pairs, since: date | None, before: date | None) -> list[date]:
    return [
        value
        for day, value in pairs
        if (since is None or day >= since) and (before is None or day < before)
    ]


def _first(pairs: Pairs, since: date | None, before: date | None) -> date | None:
    return next(iter(_between(pairs, since, before)), None)


def _latest(pairs: Pairs, since: date | None, before: date | None) -> date | None:
    return next(reversed(_between(pairs, since, before)), None)


def _maximum(pairs: Pairs, since: date | None, before: date | None) -> date | None:
    return max(_between(pairs, since, before), default=None)


PICKS: dict[str, Pick] = {"first": _first, "latest": _latest, "maximum": _maximum}
