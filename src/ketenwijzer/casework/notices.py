"""Notices: what came near, is due or is late at a desk, told once for each stage.

tick ─► a case whose lines changed, or of which a day came ─► its lines ─► notices

A notice is written in the transaction that makes the lines anew, and its key is what it tells: a
tick that dies, runs twice or runs late tells nothing twice. After a long pause only the last
stage is told.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from .lines import Due, read_due
from .models import NEVER, Case, Notice
from .position import HERE, agreement
from .state import ESCALATES_AFTER
from .statuses import Stage

Row = Mapping[str, Any]


def stage_of(due: date, today: date) -> Stage:
    """Return what there is to tell today of something that is due on a day."""
    if today > due + ESCALATES_AFTER:
        return Stage.ESCALATED
    if today > due:
        return Stage.LATE
    if today == due:
        return Stage.DUE
    return Stage.SOON if today >= due - _before() else Stage.NEW


def next_stage(rows: Iterable[Row], today: date) -> date:
    """Return the first later day on which one of these lines has something else to tell."""
    day = timedelta(days=1)
    turns = (
        turn
        for row in rows
        for due in _dated(row)
        for turn in (due.day - _before(), due.day, due.day + day, due.day + ESCALATES_AFTER + day)
    )
    return min((turn for turn in turns if turn > today), default=NEVER)


def tell_desks(case: Case, rows: Iterable[Row], now: datetime) -> None:
    """Tell each desk what its line says today, once; the caller holds the transaction."""
    today = now.astimezone(HERE).date()
    Notice.objects.bulk_create(
        (
            Notice(
                case=case,
                organisation_id=row["organisation_id"],
                name=due.name,
                due=due.day,
                stage=stage_of(due.day, today),
                made_at=now,
            )
            for row in rows
            for due in _dated(row)
        ),
        ignore_conflicts=True,
    )


def _dated(row: Row) -> Iterator[Due]:
    """Yield what must be done by a day, where the case is on the list of the organisation."""
    if row["live"] and row["open"] and not row["barred"]:
        for due in map(read_due, str(row["ahead"]).splitlines()):
            if not due.is_term:
                yield due


def _before() -> timedelta:
    return timedelta(days=agreement().remind_before)
