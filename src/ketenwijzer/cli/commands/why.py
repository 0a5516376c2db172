"""`why`: why a norm stands as it does, why it does not hold, and what would change it."""

from ...engine.explain import explain
from ...telling.answer import ask
from ...telling.explaining import tell_why
from ...telling.screens import show_why
from ..desk import Desk, day_of, open_case
from ..refusals import UNKNOWN_NORM, refused_name
from ..usage import Asked
from .position import TODAY


def run(asked: Asked, desk: Desk) -> None:
    """Tell why."""
    corpus, case = open_case(asked.case)
    on = day_of(asked.on, "--on") if asked.on else desk.today
    known_at = day_of(asked.known_at, "--known-at") if asked.known_at else None
    if asked.norm not in corpus.norms:
        raise refused_name(UNKNOWN_NORM, asked.norm, list(corpus.norms))
    answer = ask(corpus, case.events, on, known_at)
    explanation = explain(corpus, case.events, asked.norm, on, known_at)
    show_why(tell_why(answer, explanation, desk.reader), desk.printer)
    if asked.on is None:
        desk.note(desk.reader(TODAY))
