"""What signing in remembers for minutes: how often was tried, which code was used.

It stands in the database, so that every worker counts along and a restart forgets nothing. What it
is about stands there as a keyed digest only, and it is forgotten when its time is over.
"""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from .models import Tally


def tally_of(about: str, now: datetime) -> object:
    """Return what is remembered; None if nothing is, or its time is over."""
    return Tally.objects.filter(about=about, until__gt=now).values_list("value", flat=True).first()


def begin_tally(about: str, value: object, length: timedelta, now: datetime) -> bool:
    """Remember something that is not remembered yet; of two at once, one is told that it was."""
    fresh = {"value": value, "until": now + length}
    if Tally.objects.filter(about=about, until__lte=now).update(**fresh):
        return True
    try:
        with transaction.atomic():
            Tally.objects.create(about=about, **fresh)
    except IntegrityError:
        return False
    return True


def keep_tally(about: str, value: object, length: timedelta, now: datetime) -> None:
    """Remember something instead of what was."""
    Tally.objects.update_or_create(about=about, defaults={"value": value, "until": now + length})


def drop_tally(about: str) -> bool:
    """Forget something; tell whether it was there."""
    return bool(Tally.objects.filter(about=about).delete()[0])


def drop_all_tallies() -> None:
    """Forget everything."""
    Tally.objects.all().delete()


def sweep_tallies(now: datetime) -> int:
    """Forget everything whose time is over; return how much."""
    return Tally.objects.filter(until__lte=now).delete()[0]
