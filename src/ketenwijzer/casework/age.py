"""Whether she may be a child: in doubt she counts as one, until the law says that she is an adult.

Whoever sees what the law asks (her day of birth, an assessment) is told what the law says of that.
Everybody else involved goes by the group that is told to all of them, so that the day on which
she comes of age tells her birthday to nobody.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from ..engine.case import PERSON, Event
from ..engine.evidence import names_in
from ..engine.view import View
from ..engine.vocabulary import Choice, When
from .position import corpus

# The fact of the law, and its value for whoever is no child.
GROUP, ADULT = "age_group", "adult"
ASSESSED = "age_assessed"


def may_be_child(seen: View, told: str) -> bool:
    """Tell whether she counts as a child, for who sees this and was told this group."""
    return (seen.fact(GROUP) or told) != ADULT


def told_group(events: Iterable[Event]) -> str:
    """Return the group that everyone involved is told; whoever may be a child counts as one."""
    found = "unknown"
    for event in events:
        if event.type == PERSON and event.attributes.get("age_group"):
            found = str(event.attributes["age_group"])
        if event.type == ASSESSED and event.attributes.get("outcome") in (ADULT, "minor"):
            found = str(event.attributes["outcome"])
    return found


def changes_by_itself(seen: View) -> date:
    """Return the first later day on which the law says otherwise of her age if nothing happens."""
    days = {seen.moment(name) for name in _deciding()}
    later = sorted(day for day in days if day is not None and day > seen.day)
    return next((day for day in later if seen.at(day).fact(GROUP) != seen.fact(GROUP)), date.max)


@lru_cache(maxsize=1)
def _deciding() -> tuple[str, ...]:
    return tuple(_moments(GROUP))


def _moments(fact: str) -> Iterator[str]:
    """Yield the moments of the law that decide a fact."""
    law = corpus()
    match law.facts[fact].rule:
        case When(condition):
            conditions = [condition]
        case Choice(cases, _):
            conditions = [condition for condition, _ in cases]
        case _:
            return
    for name in dict.fromkeys(name for one in conditions for name in names_in(one)):
        if name in law.facts:
            yield from _moments(name)
        elif name in law.moments:
            yield name
