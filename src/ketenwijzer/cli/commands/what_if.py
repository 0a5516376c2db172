"""`what-if`: what would be different on a day if something happened; nothing is kept."""

from ...telling.answer import ask
from ...telling.compare import compare, supposing
from ...telling.screens import show_differences
from ..desk import Desk, day_of, open_case, supposed_event
from ..usage import Asked
from .position import TODAY


def run(asked: Asked, desk: Desk) -> None:
    """Tell what would be different."""
    corpus, case = open_case(asked.case)
    on = day_of(asked.on, "--on") if asked.on else desk.today
    known_at = day_of(asked.known_at, "--known-at") if asked.known_at else None
    supposed = [
        supposed_event(written, corpus, f"what-if-{number}")
        for number, written in enumerate(asked.event, 1)
    ]
    before = ask(corpus, case.events, on, known_at)
    after = supposing(before, (*case.events, *supposed), on)
    differences = compare(before.position, after.position)
    show_differences(after, supposed, differences, desk.printer)
    if asked.on is None:
        desk.note(desk.reader(TODAY))
