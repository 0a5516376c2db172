"""Reads a calendar file and expands it to the days off of each year it covers."""

from datetime import date, timedelta

from ..engine.calendar import Calendar, DayOff
from . import nodes
from .nodes import Mapping, Node, Scalar
from .shapes import CALENDAR, DECREE, HOLIDAY

SUNDAY = 6
ON_A_DAY, ON_EASTER = "on", "easter"


def read_calendar(top: Mapping, digest: str = "") -> Calendar:
    """Expand the holidays (fixed or counted from Easter) and add the decree days.

    A day that is off for two reasons is named after the first that the file lists.
    """
    keys = nodes.shaped(top, CALENDAR).items
    sources = nodes.mapping(keys["sources"])
    years = range(nodes.number(keys["first_year"]), nodes.number(keys["last_year"]) + 1)
    days: dict[date, DayOff] = {}
    for item in nodes.sequence(keys["holidays"]):
        days = _holidays(nodes.shaped(item, HOLIDAY), years, sources) | days
    for item in nodes.items(top, "decrees"):
        days = _decree_days(nodes.shaped(item, DECREE), sources) | days
    return Calendar(
        nodes.text(keys["calendar"]),
        dict(sorted(days.items())),
        nodes.day(keys["known_from"]),
        nodes.day(keys["known_until"]),
        digest,
    )


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar, after the computus of Meeus and Jones.

    >>> easter(2026)
    datetime.date(2026, 4, 5)
    """
    century, in_century = divmod(year, 100)
    leap, rest = divmod(century, 4)
    moon = (19 * (year % 19) + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * rest + 2 * (in_century // 4) - moon - in_century % 4) % 7
    shift = (year % 19 + 11 * moon + 22 * weekday) // 451
    month, day0 = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day0 + 1)


def _holidays(node: Mapping, years: range, sources: Mapping) -> dict[date, DayOff]:
    first = nodes.optional_number(node, "from_year")
    last = nodes.optional_number(node, "until_year")
    off = _day_off(node, sources)
    return {
        _day_in(year, node): off
        for year in years
        if (first is None or year >= first) and (last is None or year <= last)
    }


def _day_in(year: int, node: Mapping) -> date:
    written = nodes.one_key(node, (ON_A_DAY, ON_EASTER))
    if written == ON_EASTER:
        day = easter(year) + timedelta(days=nodes.number(node.items[ON_EASTER]))
    else:
        day = nodes.day(_in_year(node.items[ON_A_DAY], year))
    moved = nodes.optional_number(node, "if_sunday")
    return day + timedelta(days=moved) if moved and day.weekday() == SUNDAY else day


def _in_year(node: Node, year: int) -> Node:
    return Scalar(node.place, f"{year}-{nodes.text(node)}")


def _decree_days(node: Mapping, sources: Mapping) -> dict[date, DayOff]:
    off = _day_off(node, sources, certain=not nodes.optional_boolean(node, "uncertain"))
    return {nodes.day(item): off for item in nodes.sequence(node.items["days"])}


def _day_off(node: Mapping, sources: Mapping, *, certain: bool = True) -> DayOff:
    source = nodes.one_of(node.items["source"], sources.items, "source")
    nl, en = (nodes.text(node.items[language]) for language in ("nl", "en"))
    return DayOff(nl, en, nodes.text(sources.items[source]), certain)
