"""Where the stories are played: who takes part, which cases there are, and the moment it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import cast
from uuid import UUID

from ...corpus.demonstration import Data, Deed, Story, offset
from ..models import Member
from ..position import HERE
from .people import Company

ACTIVITIES = {
    "state": "record",
    "confirm": "second_person",
    "note": "add_note",
    "see": "look_referral",
    "paper": "paper_answer",
    "consent": "ask_consent",
    "ground": "name_ground",
    "confirm_ground": "answer_ground",
    "flag": "raise_flag",
    "resolve": "resolve_flag",
    "bar": "set_bar",
    "review": "review_glass",
    "task": "do_task",
}


@dataclass(slots=True)
class Stage:
    """What every deed needs. `numbers` are the cases that the stories opened."""

    company: Company
    today: date
    numbers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Turn:
    """One deed in its turn: whose story, who acts, and at which moment."""

    stage: Stage
    story: Story
    deed: Deed
    now: datetime

    @property
    def member(self) -> Member:
        """Return who acts."""
        return self.stage.company.members[self.deed.by]

    @property
    def number(self) -> str:
        """Return the number of the case of this story."""
        return self.stage.numbers[self.story.key]

    @property
    def day(self) -> date:
        """Return the day on which it is done."""
        return self.now.astimezone(HERE).date()

    @property
    def activity(self) -> str:
        """Return as what the access log knows it: by the name that the pages use."""
        return ACTIVITIES.get(self.deed.name, self.deed.name)

    @property
    def line(self) -> str:
        """Return the deed's single value."""
        return self.deed.values if isinstance(self.deed.values, str) else ""

    @property
    def values(self) -> dict[str, Data]:
        """Return the deed's named values; a single one is its type."""
        values = self.deed.values
        return values if isinstance(values, dict) else {"type": values}

    def each(self) -> "Iterator[Turn]":
        """Yield a turn for each of several values, or this one."""
        values = self.deed.values
        for value in values if isinstance(values, tuple) else (values,):
            yield replace(self, deed=replace(self.deed, values=value))

    def text(self, name: str) -> str:
        """Return a text, empty if there is none."""
        found = self.values.get(name)
        return found if isinstance(found, str) else ""

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts."""
        found = self.values.get(name)
        return tuple(map(str, found)) if isinstance(found, tuple) else ()

    def named(self, name: str) -> dict[str, Data]:
        """Return named values under a name, none if there are none."""
        found = self.values.get(name)
        return found if isinstance(found, dict) else {}

    def is_said(self, name: str) -> bool:
        """Tell whether a yes stands there."""
        return self.values.get(name) is True

    def later(self, name: str) -> date | None:
        """Return the day that lies so far from the day of the deed, or None."""
        return later(self.text(name), self.day)

    def organisation(self, name: str) -> UUID:
        """Return the organisation that a name means in this story."""
        meant = self.text(name)
        return self.stage.company.organisation(self.story.cast.get(meant, meant))

    def someone(self, name: str) -> UUID | None:
        """Return the member that a name means in this story, or None."""
        meant = self.text(name)
        found = self.stage.company.members.get(self.story.cast.get(meant, meant))
        return found.id if found else None


def later(written: str, day: date) -> date | None:
    """Return the day that lies so far from another, or None if nothing is written."""
    found = offset(written)
    return found.after(day) if found else None


def plain(values: Mapping[str, Data]) -> dict[str, object]:
    """Return named values as the deeds take them."""
    return cast(dict[str, object], dict(values))
