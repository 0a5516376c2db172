"""`demo`: a published case told from beginning to end, on the screen and as a page."""

from pathlib import Path

from rich.text import Text as Line

from ...corpus.examples import read_story, story_file
from ...engine.vocabulary import Text
from ...telling.answer import ask
from ...telling.chart import chart
from ...telling.page import FILE_NAME
from ...telling.screens import show_timeline
from ...telling.story import story
from ...telling.tell import tell
from ...telling.terminal import show
from ..desk import Desk, country_of, open_case
from ..files import free_name
from ..usage import Asked
from .position import write_page

STORY = "rbdha-2020-8646"

INTRODUCTION = Text(
    "Een gepubliceerde zaak, verteld door ketenwijzer op {}.",
    "A published case, told by ketenwijzer on {}.",
)
GO_ON = Text("Verder", "Go on")
STEPS = Text(
    "ketenwijzer example > zaak.yaml            een zaak om mee te beginnen\n"
    "ketenwijzer position zaak.yaml             hoe het recht er vandaag voor staat\n"
    "ketenwijzer why {file} no_removal --on {day}\n"
    "ketenwijzer --help                         alle opdrachten",
    "ketenwijzer example > case.yaml            a case to start from\n"
    "ketenwijzer position case.yaml             how the law stands today\n"
    "ketenwijzer why {file} no_removal --on {day}\n"
    "ketenwijzer --help                         all commands",
)


def run(asked: Asked, desk: Desk) -> None:
    """Tell the demonstration case and write its page into the current folder."""
    reader, printer = desk.reader, desk.printer
    file = story_file(country_of(asked.country), STORY)
    corpus, case = open_case(str(file))
    told = read_story(case)
    on = told.day
    printer.print(Line(reader(INTRODUCTION).format(reader.day(on)), style="bold"))
    printer.print(f"{reader(told.title)} ({told.reference})")
    printer.print(Line(reader(told.told), style="dim"))
    printer.print()
    answer = ask(corpus, case.events, on)
    show(tell(answer, reader), desk.console)
    printer.print()
    drawn = chart(corpus, case.events, reader, on)
    show_timeline(drawn, story(corpus, case.events, reader, on), printer)
    printer.heading(reader(GO_ON))
    path = free_name(Path(reader(FILE_NAME)))
    write_page(answer, path, desk, force=False)
    printer.print(Line(reader(STEPS).format(file=_from_here(file), day=on.isoformat())))


def _from_here(file: Path) -> Path:
    """Return the shortest way to write a path from the current folder."""
    here = Path.cwd()
    return file.relative_to(here) if file.is_relative_to(here) else file
