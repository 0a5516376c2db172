"""`timeline`: the whole course of a case, drawn and day by day."""

from datetime import date, timedelta
from pathlib import Path

from ...engine.case import PERSON
from ...telling.answer import ask
from ...telling.chart import chart
from ...telling.screens import show_timeline
from ...telling.story import story
from ...telling.svg import svg
from ..desk import Desk, day_of, open_case
from ..files import refuse_foreign, write
from ..usage import Asked
from .position import WRITTEN, write_page

AFTERWARDS = timedelta(days=400)


def run(asked: Asked, desk: Desk) -> None:
    """Tell the course over time."""
    corpus, case = open_case(asked.case)
    on = day_of(asked.on, "--on") if asked.on else desk.today
    known_at = day_of(asked.known_at, "--known-at") if asked.known_at else None
    reader = desk.reader
    for name in filter(None, (asked.svg, asked.html)):
        refuse_foreign(Path(name), force=asked.force)
    marked = (
        on if asked.on or _is_near(on, [e.on for e in case.events if e.type != PERSON]) else None
    )
    drawn = chart(corpus, case.events, reader, marked, known_at)
    show_timeline(drawn, story(corpus, case.events, reader, on, known_at), desk.printer)
    if asked.svg:
        write(Path(asked.svg), svg(drawn, reader), force=asked.force)
        desk.note(reader(WRITTEN).format(asked.svg))
    if asked.html:
        answer = ask(corpus, case.events, on, known_at)
        write_page(answer, Path(asked.html), desk, force=asked.force)


def _is_near(day: date, days: list[date]) -> bool:
    """Tell whether today is worth a mark: not years after the last event."""
    return bool(days) and min(days) <= day <= max(days) + AFTERWARDS
