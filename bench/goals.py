"""What was to be reached, and what was."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Goal:
    what: str
    goal: str
    reached: str
    met: bool
