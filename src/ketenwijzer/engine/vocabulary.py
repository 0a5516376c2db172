"""The words of a case: what can happen, the moments it sets, the facts it establishes.

EventType ── carries ──> Attribute
Moment    = EventMoment | SumMoment | ChosenMoment      a day, or none
Fact.rule = LatestValue | Switch | When | Choice        a value, yes, no, or not established
"""

from collections.abc import Mapping

from .calendar import Duration, MonthEnd
from .conditions import Condition
from .values import value


@value
class Text:
    """The same words in each language."""

    nl: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the words in `nl` or `en`."""
        return self.nl if language == "nl" else self.en


@value
class Attribute:
    """One typed detail of an event: `values` lists the allowed words of an `enum`."""

    name: str
    type: str  # enum, boolean, date, text
    text: Text
    values: Mapping[str, Text] = {}
    required: bool = False


@value
class EventType:
    """Something that can happen in a case. Same-day events apply in the order of the list.

    `takes_effect` names the attribute that, where given, replaces the day it happened.
    `choice` stands there where the person herself chooses it, as what she may choose to do.
    `plain` is the same said to herself, fit to stand on paper that somebody else may read.
    """

    name: str
    order: int
    text: Text
    attributes: Mapping[str, Attribute] = {}
    takes_effect: str | None = None
    stated_by: tuple[str, ...] = ()
    choice: Text | None = None
    plain: Text | None = None


@value
class Selector:
    """Events of a type whose attributes have one of the listed values."""

    event: str
    filters: tuple[tuple[str, tuple[str | bool, ...]], ...] = ()
    attribute: str | None = None


@value
class EventMoment:
    """The first or latest day of the selected events, or the latest date one of them carries.

    `pick` is `first`, `latest` or `maximum`; only events from `since` on and before `before`
    count, where those are given.
    """

    name: str
    text: Text
    pick: str
    selectors: tuple[Selector, ...]
    since: str | None = None
    before: str | None = None


@value
class SumMoment:
    """A moment so long after another one."""

    name: str
    text: Text
    start: str
    add: Duration
    month_end: MonthEnd = MonthEnd.CLAMP


@value
class ChosenMoment:
    """The first or latest of several moments that have come (`pick`: first, latest)."""

    name: str
    text: Text
    pick: str
    moments: tuple[str, ...]


MomentRule = EventMoment | SumMoment | ChosenMoment


@value
class LatestValue:
    """The value that the latest selected event gives; contradictory ones establish nothing."""

    selectors: tuple[Selector, ...]


@value
class Switch:
    """On from the latest `on` event, off from the latest `off` event; before: `initially`."""

    on: tuple[Selector, ...]
    off: tuple[Selector, ...] = ()
    initially: bool | None = None


@value
class When:
    """True, false or not established as the condition is."""

    condition: Condition


@value
class Choice:
    """The value of the first case that holds; a case not established leaves it open."""

    cases: tuple[tuple[Condition, str], ...]
    otherwise: str | None = None


@value
class Fact:
    """What events establish. `values` is empty for yes-or-no facts.

    `judged_by` names who alone may judge it; the engine then says *awaits a judgement*.
    `question` is what to ask when it is open, and `ask` whom.
    """

    name: str
    text: Text
    rule: LatestValue | Switch | When | Choice
    values: Mapping[str, Text] = {}
    judged_by: str | None = None
    question: Text | None = None
    ask: str | None = None
