"""Whose data did a stolen account, a lost device or a dump expose: the first question after a leak.

The access log knows cases only by a keyed hash; with the keys at hand the hashes of all cases are
made again and compared, so that the log itself never names a case (safety rules 12 and 23).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from .log import subject_token
from .models import AccessLine, Case, Member
from .statuses import CaseStatus

BATCH = 2000


@dataclass(frozen=True, slots=True)
class Exposed:
    """A case that was opened through an account: which sections, how often, first and last."""

    number: str
    activities: tuple[str, ...]
    sections: tuple[str, ...]
    times: int
    first: datetime
    last: datetime


def exposed_by(member: Member, since: datetime, until: datetime) -> list[Exposed]:
    """Return the cases that an account opened between two moments, the most opened first.

    For a stolen account or a lost device that was signed in with it.
    """
    lines = AccessLine.objects.filter(member=member, allowed=True, at__gte=since, at__lte=until)
    found: dict[bytes, list[AccessLine]] = {}
    for line in lines.order_by("at").iterator():
        found.setdefault(bytes(line.subject), []).append(line)
    exposed = [_told(number, found[token]) for number, token in _numbers(found)]
    return sorted(exposed, key=lambda case: (-case.times, case.number))


def exposed_by_dump() -> tuple[int, int]:
    """Return how many cases a dump of the database holds that the keys open, and that nothing does.

    Without the keys a dump opens none of them; it shows that so many cases exist.
    """
    erased = Case.objects.filter(status=CaseStatus.ERASED).count()
    return Case.objects.count() - erased, erased


def _numbers(wanted: Iterable[bytes]) -> Iterator[tuple[str, bytes]]:
    tokens = set(wanted)
    for case, number in Case.objects.values_list("id", "number").iterator(chunk_size=BATCH):
        token = subject_token(case)
        if token in tokens:
            yield number, token


def _told(number: str, lines: list[AccessLine]) -> Exposed:
    sections = {section for line in lines for section in line.sections.split() if section}
    return Exposed(
        number,
        tuple(sorted({line.activity for line in lines})),
        tuple(sorted(sections)),
        len(lines),
        lines[0].at,
        lines[-1].at,
    )
