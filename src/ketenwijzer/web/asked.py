"""What a request asks: who, at which moment, on which day, as known at which."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import cast
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest
from django.http.request import QueryDict
from django.urls import NoReverseMatch, reverse

from ..casework.models import Member
from ..casework.position import HERE
from ..telling.language import Reader
from .language import language_now

LAST_DAY = date(2200, 1, 1)


@dataclass(frozen=True, slots=True)
class Days:
    """The day asked about, and the day by which things had to be known; None: now, and all."""

    on: date | None = None
    known_at: date | None = None

    @property
    def is_past(self) -> bool:
        """Tell whether another day than today was asked about."""
        return self.on is not None or self.known_at is not None

    @property
    def query(self) -> str:
        """Return the days as they stand behind an address."""
        given = {"on": self.on, "known_at": self.known_at}
        found = {name: day.isoformat() for name, day in given.items() if day}
        return f"?{urlencode(found)}" if found else ""


def member_of(request: HttpRequest) -> Member:
    """Return who asks; whoever is not signed in never comes this far."""
    if not isinstance(request.user, Member):
        raise Http404
    return request.user


def moment_of(request: HttpRequest) -> datetime:
    """Return the moment of a request: everything that it decides or records happens then."""
    return cast(datetime, request.now)  # type: ignore[attr-defined]


def today_of(request: HttpRequest) -> date:
    """Return the day of a request."""
    return moment_of(request).astimezone(HERE).date()


def reader_now() -> Reader:
    """Return for whom a page is told: a worker, in the language of the page."""
    return Reader(language_now())


def days_of(request: HttpRequest) -> Days:
    """Return the days that a page is asked for; what is no day is passed over."""
    return Days(day_in(request.GET, "on"), day_in(request.GET, "known_at"))


def day_in(values: QueryDict, name: str) -> date | None:
    """Return a day that stands in an address, or None; so far ahead nobody can mean it."""
    try:
        found = date.fromisoformat(values.get(name, ""))
    except ValueError:
        return None
    return found if found <= LAST_DAY else None


def token_in(request: HttpRequest) -> UUID | None:
    """Return the token of a form that was sent: the same form twice counts once."""
    try:
        return UUID(request.POST.get("token", ""))
    except ValueError:
        return None


def number_in(request: HttpRequest, name: str = "seen") -> int:
    """Return a number that a form carries, 0 if it carries none."""
    found = request.POST.get(name, "")
    return int(found) if found.isascii() and found.isdigit() and len(found) < 9 else 0


def address(name: str, *parts: object) -> str:
    """Return the address of a page, empty if there is no such page."""
    try:
        return reverse(name, args=parts)
    except NoReverseMatch:
        return ""
