"""Where the chain loses time: of each duty of an organisation, from when it arose until done.

Days of the calendar, first to last. A duty that still stands counts apart, so that what is never
done does not look fast.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil
from statistics import median

from .access import visible
from .lines import Stretch, read_stretch
from .models import Member
from .position import HERE


@dataclass(frozen=True, slots=True)
class Spent:
    """The days that one duty took: half within `half`, nine in ten within `most`.

    `term` is the usual number of days that are given for it, None where no text gives any. `open`
    are those that still stand, the oldest since `oldest` days.
    """

    norm: str
    done: int
    half: int | None
    most: int | None
    term: int | None
    late: int
    open: int
    oldest: int | None


def spent_by(member: Member, now: datetime) -> tuple[Spent, ...]:
    """Return what the duties of a member's organisation took, the slowest first.

    Only for whoever oversees, and only from cases that they may see.
    """
    if not member.oversees:
        return ()
    found: dict[str, list[Stretch]] = {}
    kept = visible(member, now).exclude(spent="").values_list("spent", flat=True)
    for text in kept.iterator():
        for stretch in map(read_stretch, text.splitlines()):
            found.setdefault(stretch.norm, []).append(stretch)
    today = now.astimezone(HERE).date()
    told = (_told(norm, some, today) for norm, some in found.items())
    return tuple(sorted(told, key=lambda one: (-(one.most or 0), -(one.oldest or 0), one.norm)))


def _told(norm: str, stretches: Iterable[Stretch], today: date) -> Spent:
    all_ = tuple(stretches)
    done = sorted((one.met - one.since).days for one in all_ if one.met)
    open_ = [(today - one.since).days for one in all_ if not one.met]
    terms = [(one.due - one.since).days for one in all_ if one.due]
    return Spent(
        norm,
        len(done),
        ceil(median(done)) if done else None,
        done[ceil(0.9 * len(done)) - 1] if done else None,
        ceil(median(terms)) if terms else None,
        sum(1 for one in all_ if one.met and one.due and one.met > one.due),
        len(open_),
        max(open_, default=None),
    )
