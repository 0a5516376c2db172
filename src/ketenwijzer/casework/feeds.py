"""A calendar to follow from another program: whole days that say "Task", and nothing else.

Off until somebody asks for it, found by an address that is a secret and that expires, and taken
back at once (safety rule 17). No mark in it can be linked to a case.
"""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.utils.crypto import salted_hmac
from icalendar import Calendar, Event

from ..engine.vocabulary import Text
from .access import may_list
from .desk import desk_of
from .errors import NotFound
from .models import Feed, Member
from .queries import MINE

LASTS = timedelta(days=90)
AHEAD = 90
TASK = Text("Taak", "Task")


def open_feed(member: Member, now: datetime) -> str:
    """Give a member a new secret for a calendar; one that was there before no longer works."""
    secret = secrets.token_urlsafe(32)
    Feed.objects.update_or_create(
        member=member, defaults={"digest": _digest(secret), "expires": now + LASTS}
    )
    return secret


def close_feed(member: Member) -> None:
    """Take the calendar of a member back."""
    Feed.objects.filter(member=member).delete()


def feed_until(member: Member, now: datetime) -> datetime | None:
    """Return until when the calendar of a member can be followed; None if it cannot."""
    found = Feed.objects.filter(member=member, expires__gt=now).first()
    return found.expires if found else None


def calendar_of(secret: str, now: datetime) -> bytes:
    """Return the calendar behind a secret; raises `NotFound` alike for all that is none."""
    feed = Feed.objects.filter(digest=_digest(secret), expires__gt=now)
    found = feed.select_related("member__organisation").first()
    if found is None or not may_list(found.member):
        raise NotFound
    member = found.member
    desk = desk_of(member, now, MINE, AHEAD)
    days = {one.due.day for one in desk.coming if not one.is_term}
    said = TASK.nl if member.language == "nl" else TASK.en
    events = [
        Event.new(
            uid=salted_hmac("feed", f"{secret} {day}", algorithm="sha256").hexdigest(),
            stamp=now,
            start=day,
            end=day + timedelta(days=1),
            summary=said,
        )
        for day in sorted(days)
    ]
    calendar = Calendar.new(prodid="-//tasks//", subcomponents=events)
    written: bytes = calendar.to_ical()
    return written


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()
