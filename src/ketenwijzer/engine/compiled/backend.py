"""The compiled back-end of one corpus: the same answer as the interpreter, faster."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from operator import attrgetter, itemgetter
from typing import cast

from ..calendar import DAY
from ..case import Event, Value, what_it_is
from ..duties import DutyRow
from ..errors import DayNotCovered
from ..findings import Finding
from ..law import Corpus
from ..position import Position
from ..terms import RunningTerm
from ..view import View
from .decoding import Decoder
from .duties import STATES
from .evidence import Evidence
from .gathering import Gathering
from .intervals import days_of_versions
from .program import Handler, Program
from .source import NormTable, StretchWriter
from .text import Names
from .tokens import Meanings

Answer = tuple[str, tuple[Finding, ...], tuple[RunningTerm, ...], tuple[DutyRow, ...]]

Function = Callable[[list[Event], date, date | None, Mapping[str, Value]], Answer]
HandlerOf = Callable[[str], Handler | None]
Gather = Callable[[list[Event], date, HandlerOf], list[object]]
EFFECTIVE = attrgetter("effective")


class CompiledCorpus:
    """A corpus turned into Python source, one function per stretch of days with the same law.

    The source of a stretch is written when it is first asked for. It answers as `determine`
    does, provided that events carry what the vocabulary says and that the clauses of a rule are
    the parts of its condition. Raises `CircularDefinition` for a name that rests on itself.
    """

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._names = Names()
        self._names.space.update(STATES)
        self._gathering = Gathering(corpus)
        self._handlers = self._handler_functions()
        self._names.space["gather"] = self._gatherer()
        self._kept: dict[tuple[object, ...], object] = {}
        self._meanings = Meanings()
        decoder = Decoder(corpus, self._meanings)
        self._tables = [NormTable(corpus, decoder, norm) for norm in corpus.norms.values()]
        self._bounds = sorted({day for day in _days_of_law(corpus) if day > corpus.first_day})
        self._functions: dict[tuple[int, bool], Function] = {}
        self._order = {name: kind.order for name, kind in corpus.event_types.items()}

    def determine(
        self,
        events: Iterable[Event],
        on: date,
        known_at: date | None = None,
        assumptions: Mapping[str, Value] | None = None,
    ) -> Position:
        """Determine the position on a day, as `ketenwijzer.engine.determine` does."""
        events = tuple(events)
        if on < self.corpus.first_day:
            raise DayNotCovered(on, self.corpus.first_day)
        stretch = bisect_right(self._bounds, on)
        function = self._functions.get((stretch, bool(assumptions)))
        if function is None:
            function = self._compile(stretch, assuming=bool(assumptions))
        found = function(self._in_order(events, known_at), on, known_at, assumptions or {})
        phase, findings, terms, duties = found
        view = partial(View, self.corpus, events, on, known_at, assumptions)
        evidence = Evidence(view, findings)
        return Position(on, known_at, phase, findings, terms, duties, evidence)

    def prepare(self) -> None:
        """Write and compile every stretch now, where that should not be left to who first asks."""
        for stretch in range(len(self._bounds) + 1):
            if (stretch, False) not in self._functions:
                self._compile(stretch, assuming=False)

    def source(self, on: date, *, assuming: bool = False) -> str:
        """Return the source for the law of a day, to read."""
        return self._write(bisect_right(self._bounds, on), assuming=assuming)

    def _in_order(self, events: tuple[Event, ...], known_at: date | None) -> list[Event]:
        """Return what was known, in the order of the interpreter; only ties need its full rule."""
        recorded = events if known_at is None else [e for e in events if e.recorded_at <= known_at]
        superseded = {event.supersedes for event in recorded if event.supersedes}
        if superseded:
            recorded = [event for event in recorded if event.id not in superseded]
        ordered = sorted(recorded, key=EFFECTIVE)
        before = None
        for event in ordered:
            day = event.effective
            if day == before:
                return self._same_days_in_order(ordered)
            before = day
        return ordered

    def _same_days_in_order(self, ordered: list[Event]) -> list[Event]:
        order = self._order
        ranked = [(e.effective, order.get(e.type, -1), e.recorded_at) for e in ordered]
        alike = Counter(ranked)
        if len(alike) == len(ranked):
            return [event for _, event in sorted(zip(ranked, ordered, strict=True))]
        full = [
            (*rank, what_it_is(event) if alike[rank] > 1 else ())
            for rank, event in zip(ranked, ordered, strict=True)
        ]
        return [event for _, event in sorted(zip(full, ordered, strict=True), key=itemgetter(0))]

    def _compile(self, stretch: int, *, assuming: bool) -> Function:
        source = self._write(stretch, assuming=assuming)
        code = compile(source, f"<law of {self.corpus.id}, stretch {stretch}>", "exec")
        # The source is our own, written a moment ago from a corpus that was read strictly.
        exec(code, self._names.space)  # noqa: S102
        function = cast(Function, self._names.space[_name(stretch, assuming=assuming)])
        self._functions[stretch, assuming] = function
        return function

    def _write(self, stretch: int, *, assuming: bool) -> str:
        program = Program(
            self.corpus, self._gathering, self._names, self._kept, self._handlers, assuming
        )
        first = self._bounds[stretch - 1] if stretch else self.corpus.first_day
        writer = StretchWriter(program, self._meanings, self._tables, first)
        return writer.write(_name(stretch, assuming=assuming))

    def _handler_functions(self) -> dict[str, Handler]:
        space: dict[str, object] = {"date": date}
        exec(self._gathering.source(), space)  # noqa: S102  our own source, as above
        names = self._gathering.handlers()
        return {event: cast(Handler, space[name]) for event, name in names.items()}

    def _gatherer(self) -> Gather:
        """Return the function that walks the events up to a day and fills the slots."""
        start, every = self._gathering.start, self._handlers.get

        def gather(known: list[Event], day: date, handler_of: HandlerOf = every) -> list[object]:
            slots = start[:]
            for event in known:
                effective = event.effective
                if effective > day:
                    break
                handle = handler_of(event.type)
                if handle is not None:
                    handle(slots, event, effective)
            return slots

        return gather


def _days_of_law(corpus: Corpus) -> Iterator[date]:
    """Yield the days on which the text of a norm may change, or was last seen the day before."""
    for layer in corpus.layers:
        yield from days_of_versions(layer)
        for version in layer.versions:
            for rules in version.norms.values():
                if rules.seen_until is not None:
                    yield rules.seen_until + DAY


def _name(stretch: int, *, assuming: bool) -> str:
    return f"{'assume' if assuming else 'determine'}_{stretch}"
