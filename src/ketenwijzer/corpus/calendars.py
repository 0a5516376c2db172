"""Reads a calendar file and expands it to the days off of each year it covers."""

from datetime import date, timedelta

from ..engine.calendar import Calendar, DayOff
from . import yaml
from .yaml import Mapping, Node

SUNDAY = 6


def read_calendar(top: Mapping, digest: str = "") -> Calendar:
    """Expand the holidays (fixed or counted from Easter) and add the decree days."""
    yaml.only(top, ("calendar", "known_from", "known_until", "first_year", "last_year",
                    "sources", "holidays", "decrees"))
    first, last = (int(yaml.text(yaml.required(top, k))) for k in ("first_year", "last_year"))
    sources = yaml.mapping(yaml.required(top, "sources"))
    days: dict[date, DayOff] = {}
    for item in yaml.sequence(yaml.required(top, "holidays")):
        for year in range(first, last + 1):
            found = _holiday(yaml.mapping(item), year, sources)
            if found:
                days.setdefault(*found)
    for item in yaml.sequence(yaml.required(top, "decrees")):
        days = _decree_days(yaml.mapping(item), sources) | days
    return Calendar(
        yaml.text(yaml.required(top, "calendar")),
        dict(sorted(days.items())),
        yaml.day(yaml.required(top, "known_from")),
        yaml.day(yaml.required(top, "known_until")),
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


def _holiday(node: Mapping, year: int, sources: Mapping) -> tuple[date, DayOff] | None:
    yaml.only(node, ("nl", "en", "on", "easter", "from_year", "until_year", "if_sunday", "source"))
    items = node.items
    if "from_year" in items and year < int(yaml.text(items["from_year"])):
        return None
    if "until_year" in items and year > int(yaml.text(items["until_year"])):
        return None
    if "easter" in items:
        day = easter(year) + timedelta(days=int(yaml.text(items["easter"])))
    else:
        day = yaml.day(_in_year(yaml.required(node, "on"), year))
    if "if_sunday" in items and day.weekday() == SUNDAY:
        day += timedelta(days=int(yaml.text(items["if_sunday"])))
    nl, en = (yaml.text(yaml.required(node, key)) for key in ("nl", "en"))
    return day, DayOff(nl, en, _citation(node, sources))


def _in_year(node: Node, year: int) -> Node:
    return yaml.Scalar(node.place, f"{year}-{yaml.text(node)}")


def _decree_days(node: Mapping, sources: Mapping) -> dict[date, DayOff]:
    yaml.only(node, ("nl", "en", "source", "uncertain", "days"))
    uncertain = "uncertain" in node.items and yaml.boolean(node.items["uncertain"])
    nl, en = (yaml.text(yaml.required(node, key)) for key in ("nl", "en"))
    off = DayOff(nl, en, _citation(node, sources), certain=not uncertain)
    return {yaml.day(item): off for item in yaml.sequence(yaml.required(node, "days"))}


def _citation(node: Mapping, sources: Mapping) -> str:
    name = yaml.one_of(yaml.required(node, "source"), sources.items, "bron", "source")
    return yaml.text(sources.items[name])
