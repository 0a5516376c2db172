"""The ways in which the engine refuses to answer, each with what to do about it.

EngineError
├── CircularDefinition a fact, moment or term that rests on itself
├── DayNotCovered      the day lies before the first day that the protocol covers
└── UnknownName        a norm, fact, moment or term that the protocol does not have
"""

from datetime import date


class EngineError(Exception):
    """Base of every refusal of this room; `code` is stable and fit for a translation."""

    code = "engine_error"


class DayNotCovered(EngineError):
    """The day asked for lies before the first day of the protocol."""

    code = "day_not_covered"

    def __init__(self, day: date, first_day: date) -> None:
        self.day = day
        self.first_day = first_day
        super().__init__(
            f"{day} lies before {first_day}, the first day that this protocol covers; "
            f"ask for {first_day} or later"
        )


class UnknownName(EngineError):
    """The protocol has no norm, fact, moment or term of that name."""

    code = "unknown_name"

    def __init__(self, sort: str, name: str) -> None:
        self.sort = sort
        self.name = name
        super().__init__(f"the protocol has no {sort} named {name!r}")


class CircularDefinition(EngineError):
    """A fact, a moment or a term of the protocol rests on itself."""

    code = "circular_definition"

    def __init__(self, sort: str, name: str) -> None:
        self.sort = sort
        self.name = name
        super().__init__(f"the {sort} {name!r} of the protocol rests on itself")
