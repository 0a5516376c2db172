"""`position`: how the law stands for her on a day, on the screen, as JSON, as a page."""

import json
import sys
from pathlib import Path

from ...engine.vocabulary import Text
from ...telling.answer import Answer, ask
from ...telling.chart import chart
from ...telling.document import document
from ...telling.page import page
from ...telling.tell import tell
from ...telling.terminal import show
from ..desk import Desk, day_of, open_case
from ..files import refuse_foreign, write
from ..usage import Asked

TODAY = Text(
    "Gevraagd is naar vandaag; een andere dag vraagt u met --on.",
    "Today was asked for; another day is asked for with --on.",
)
WRITTEN = Text("Geschreven: {}", "Written: {}")


def run(asked: Asked, desk: Desk) -> None:
    """Tell the position."""
    corpus, case = open_case(asked.case)
    on = day_of(asked.on, "--on") if asked.on else desk.today
    known_at = day_of(asked.known_at, "--known-at") if asked.known_at else None
    if asked.html:
        refuse_foreign(Path(asked.html), force=asked.force)
    answer = ask(corpus, case.events, on, known_at)
    if asked.json:
        sys.stdout.write(json.dumps(document(answer), ensure_ascii=False, indent=2) + "\n")
    else:
        show(tell(answer, desk.reader), desk.console)
    if asked.on is None:
        desk.note(desk.reader(TODAY))
    if asked.html:
        write_page(answer, Path(asked.html), desk, force=asked.force)


def write_page(answer: Answer, path: Path, desk: Desk, *, force: bool) -> None:
    """Write the position as a page, with the drawing, and say where."""
    position = answer.position
    drawn = chart(answer.corpus, answer.events, desk.reader, position.on, position.known_at)
    write(path, page(tell(answer, desk.reader), drawn), force=force)
    desk.note(desk.reader(WRITTEN).format(path))
