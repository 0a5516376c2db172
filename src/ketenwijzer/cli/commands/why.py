"""`why`: why a norm stands as it does, why it does not hold, and what would change it."""

from ...engine.explain import explain
from ...engine.law import Corpus
from ...telling.answer import ask
from ...telling.explaining import tell_why
from ...telling.screens import show_why
from ..desk import Desk, day_of, open_case
from ..refusals import SEVERAL_NORMS, UNKNOWN_NORM, refused, refused_name
from ..usage import Asked
from .position import TODAY


def run(asked: Asked, desk: Desk) -> None:
    """Tell why."""
    corpus, case = open_case(asked.case)
    on = day_of(asked.on, "--on") if asked.on else desk.today
    known_at = day_of(asked.known_at, "--known-at") if asked.known_at else None
    norm = _norm_named(corpus, asked.norm)
    answer = ask(corpus, case.events, on, known_at)
    explanation = explain(corpus, case.events, norm, on, known_at)
    show_why(tell_why(answer, explanation, desk.reader), desk.printer)
    if asked.on is None:
        desk.note(desk.reader(TODAY))


def _norm_named(corpus: Corpus, name: str) -> str:
    """Return the norm of that id, or the only one whose title has these words; or refuse."""
    if name in corpus.norms:
        return name
    wanted = name.casefold()
    titles = {n.id: (n.title.nl.casefold(), n.title.en.casefold()) for n in corpus.norms.values()}
    same = [norm for norm, both in titles.items() if wanted in both]
    near = [norm for norm, both in titles.items() if any(wanted in title for title in both)]
    for found in (same, near):
        if len(found) == 1:
            return found[0]
    if near:
        raise refused(SEVERAL_NORMS, name=name, names=", ".join(near))
    raise refused_name(UNKNOWN_NORM, name, list(corpus.norms))
