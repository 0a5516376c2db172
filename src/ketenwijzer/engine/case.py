"""A case as the engine sees it: dated events, never overwritten, each recorded on a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

Value = str | bool | date
PERSON = "person"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or took effect, on a day.

    `effective` is the day from which it counts: `on`, unless its type takes effect on a date
    that it carries (a permit granted with effect back). `recorded_at` is the day it could be
    known. `supersedes` names the event that this one corrects. `assumed` marks a day that the
    source does not give and that was chosen inside its interval.
    """

    id: str
    type: str
    on: date
    effective: date
    recorded_at: date
    by: str | None = None
    attributes: Mapping[str, Value] = field(default_factory=dict)
    supersedes: str | None = None
    assumed: bool = False

    def attribute(self, name: str) -> Value | None:
        """Return what the event says of an attribute, `by` included, or None."""
        return self.by if name == "by" else self.attributes.get(name)


def known(events: Iterable[Event], known_at: date | None) -> list[Event]:
    """Return the events that were recorded by then and not corrected by then, in order.

    Order is the day of effect, then the day of record, then what the event is; never the
    order in which the events were handed over.
    """
    recorded = [e for e in events if known_at is None or e.recorded_at <= known_at]
    superseded = {e.supersedes for e in recorded if e.supersedes}
    return sorted(
        (e for e in recorded if e.id not in superseded),
        key=lambda e: (e.effective, e.recorded_at, *what_it_is(e)),
    )


def what_it_is(event: Event) -> tuple[str, list[str], str, str]:
    """Return what orders two events of one day that were recorded on one day."""
    details = sorted(map(str, event.attributes.items()))
    return event.type, details, event.by or "", event.id
