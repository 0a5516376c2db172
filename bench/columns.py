"""A case as columns, for engines that know no events: days as numbers, answers as words.

The ends of the three terms are handed over too, because neither engine counts Dutch working days.
That makes their work lighter than ours, not heavier.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache

from ketenwijzer.engine.calendar import Calendar, add_months, add_working_days
from ketenwijzer.engine.case import Event

from .answers import Answer, Line, Term

Columns = dict[str, int | str | None]

FIRST = {
    "indication": "indication",
    "report": "report",
    "prosecution": "prosecution",
    "presence_view": "viewed",
}
LAST = {"case_closed": "closed", "dublin_claim": "claimed", "dublin_ended": "released"}
VALUE = {
    "stay_found": "lawful",
    "contra_indication": "contra",
    "case_view": "sufficient",
    "presence_view": "necessary",
}
DAYS = (*FIRST.values(), *LAST.values())


class Reader:
    """Reads the columns from the events of a case."""

    def __init__(self, calendar: Calendar) -> None:
        self._three_months = cache(lambda day: add_months(day, 3).toordinal())
        self._three_years = cache(lambda day: add_months(day, 36).toordinal())
        self._four_weeks = cache(lambda day: add_working_days(day, 20, calendar).toordinal())

    def read(self, events: Sequence[Event], day: date) -> Columns:
        found: Columns = dict.fromkeys(DAYS)
        found |= dict.fromkeys(VALUE.values(), "open")
        latest: dict[str, date] = {}
        for event in events:
            kind, on = event.type, event.effective
            if on > day:
                continue
            number = on.toordinal()
            if (name := FIRST.get(kind)) and (found[name] is None or number < found[name]):
                found[name] = number
            if (name := LAST.get(kind)) and (found[name] is None or number > found[name]):
                found[name] = number
            if name := VALUE.get(kind):
                (value,) = event.attributes.values()
                said = "yes" if value else "no"
                if name not in latest or on > latest[name]:
                    latest[name], found[name] = on, said
                elif on == latest[name] and said != found[name]:
                    found[name] = "open"
        indication, report = found["indication"], found["report"]
        found["day"] = day.toordinal()
        found["three_months"] = (
            self._three_months(date.fromordinal(indication)) if indication else None
        )
        found["three_years"] = self._three_years(date.fromordinal(report)) if report else None
        found["four_weeks"] = self._four_weeks(date.fromordinal(report)) if report else None
        return found


def day_of(number: int | None) -> date | None:
    return date.fromordinal(int(number)) if number else None


def term(name: str, starts: int | None, ends: int | None, state: str | None) -> list[Term]:
    if not state or starts is None or ends is None:
        return []
    return [Term(name, date.fromordinal(starts), date.fromordinal(ends), state)]


__all__ = ["Answer", "Columns", "Line", "Reader", "day_of", "term"]
