"""Which events a selector of the protocol picks, and what it reads from them."""

from datetime import date

from .case import Event, Value
from .vocabulary import Selector

UNKNOWN = "unknown"


def selects(selector: Selector, event: Event) -> bool:
    """Tell whether a selector picks an event."""
    return event.type == selector.event and all(
        event.attribute(name) in values for name, values in selector.filters
    )


def day_of(event: Event, selector: Selector) -> date | None:
    """Return the date that a selected event sets: one that it carries, or its own day."""
    if not selects(selector, event):
        return None
    if selector.attribute is None:
        return event.effective
    value = event.attribute(selector.attribute)
    return value if isinstance(value, date) else None


def value_of(event: Event, selectors: tuple[Selector, ...]) -> tuple[Event, Value] | None:
    """Return the event with the value that the first selector that fits finds in it."""
    for selector in selectors:
        if selector.attribute and selects(selector, event):
            value = event.attribute(selector.attribute)
            if value is not None:
                return event, value
    return None


def agreed(found: list[tuple[Event, Value]]) -> Value | None:
    """Return the one value that events of one day and type give; contradictory ones give none."""
    values = {value for _, value in found}
    value = values.pop() if len(values) == 1 else None
    return None if value == UNKNOWN else value
