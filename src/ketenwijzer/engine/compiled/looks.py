"""Looking back: the same case on the day of a moment, in a function of its own.

What a `Look` finds there is handed to the scope that asked, as variables of its own.
"""

from dataclasses import replace
from typing import Protocol

from .program import Program
from .running import Home
from .text import Block
from .truths import Frame, TermVar, Var


class Body(Home, Protocol):
    """A frame with a function body of its own."""

    def slots_read(self) -> tuple[int, ...]:
        """Return the slots that the variables are read from."""

    def finish(self) -> None:
        """Write what could only be written when all was asked."""


class Look:
    """The frame of a day looked back to, as seen from the scope that asks."""

    def __init__(self, link: "Link", inner: Frame, day: Var, reached: str) -> None:
        self.names = link.home.names
        self.day = day
        self.reached = reached
        self._link = link
        self._inner = inner

    def moment(self, name: str) -> Var:
        """Return the variable of a moment."""
        return self._link.hand_over(self._inner.moment(name))

    def fact(self, name: str) -> Var:
        """Return the variable of a fact."""
        return self._link.hand_over(self._inner.fact(name))

    def term(self, name: str) -> TermVar:
        """Return the variables of a term."""
        found = self._inner.term(name)
        name, last, begun, unsettled = (
            self._link.hand_over(Var(part)).name if part else ""
            for part in (found.name, found.last, found.begun, found.unsettled)
        )
        return TermVar(name, last, begun, unsettled, found.texts)

    def at(self, moment: str) -> "Look":
        """Return the frame of yet another day, as the day looked back to sees it."""
        inner = self._inner.at(moment)
        day, reached = (self._link.hand_over(v) for v in (inner.day, Var(inner.reached)))
        return Look(self._link, inner, day, reached.name)


class Link:
    """A call of one scope by another, and the variables that it hands over."""

    def __init__(self, home: Home, there: Body, moment: str, reached: str) -> None:
        self.home = home
        self._there = there
        self._moment = moment
        self._reached = reached
        self._call = home.block.open()
        self._handed: dict[str, str] = {}

    def hand_over(self, var: Var) -> Var:
        """Return the variable in which the asking scope receives one of the other day."""
        if var.name not in self._handed:
            self._handed[var.name] = self.home.names.fresh(f"{var.name}_then")
        return replace(var, name=self._handed[var.name])

    def finish(self, program: Program) -> None:
        """Write the call, and the function that it calls."""
        self._there.finish()
        if not self._handed:
            return
        name = self.home.names.fresh("look_back")
        known, assumed = ("known", ", assumed") if program.assuming else ("known", "")
        found = ", ".join(self._handed.values())
        self._call.add(f"{' = '.join(self._handed.values())} = None")
        self._call.add(f"if {self._reached}: ({found},) = {name}({known}, {self._moment}{assumed})")
        function = Block(f"def {name}(known, day{assumed}):")
        types = program.gathering.writers(self._there.slots_read())
        handlers = {event: program.handlers[event] for event in types}
        handler_of = program.names.of(handlers.get, "handler_of")
        function.add(f"slots = gather(known, day, {handler_of})")
        function.include(self._there.block)
        function.add(f"return ({', '.join(self._handed)},)")
        program.functions.append(function)
