"""Lays an account out as one page that loads nothing, prints well, and names nothing on its face.

A person in danger may be overlooked: the title is neutral, and so is the name of the file.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from ..engine.calendar import DAY
from ..engine.vocabulary import Text
from .account import Account
from .chart import Chart
from .headings import column, heading, note, small
from .language import Reader, Register, uncapital
from .looks import LOOKS
from .parts import basis_of, beside, lasting, settled, silent_by_party, to_her
from .svg import NARROW, WIDE, svg
from .templates import render
from .words import REGISTERS

FILE_NAME = Text("overzicht.html", "overview.html")
MARKER = '<meta name="generator" content="ketenwijzer">'
PERIODS = Text("De tekening in woorden", "The drawing in words")


@dataclass(frozen=True, slots=True)
class Period:
    """One stretch of the drawing, in words."""

    what: str
    start: str
    end: str
    words: str


def page(account: Account, chart: Chart) -> str:
    """Return the account as a complete HTML page; to the person herself it is told, not drawn."""
    reader = Reader(account.language, Register(account.register))
    return render(
        "page.html.j2",
        account=account,
        looks=LOOKS,
        words={"for_whom": reader(REGISTERS[account.register]), "periods": reader(PERIODS)},
        heading=partial(heading, reader=reader),
        column=partial(column, reader=reader),
        small=partial(small, reader=reader),
        note=partial(note, reader=reader),
        basis=partial(basis_of, reader=reader),
        to_her=to_her(account),
        pictures=[Markup(svg(chart, reader, layout, alone=False)) for layout in (WIDE, NARROW)],
        periods=tuple(periods(chart, reader)),
        silent=silent_by_party(account.unstated),
        holding=[norm for norm in account.holds if not norm.aside],
        also_holds=beside(account.holds),
        closed=[norm for norm in account.rest if norm.key or reader.register is Register.LAWYER],
        also_not=[] if reader.register is Register.LAWYER else _also_not(account),
        todo=[duty for duty in account.duties if duty.open and not duty.standing],
        done=list(settled(account)),
        always=list(lasting(account)),
        forks=[choice for choice in account.choices if choice.effects or choice.duties],
        no_change=[] if reader.register is Register.PERSON else list(_no_change(account)),
    )


def periods(chart: Chart, reader: Reader) -> Iterator[Period]:
    """Yield every stretch of the drawing as a row: what, from, to and including, how."""
    for lane in chart.lanes:
        title = "; ".join((lane.title, *lane.also))
        for segment in lane.segments:
            start = max(segment.start, chart.first)
            end = reader.short_day(segment.end - DAY) if segment.end else ""
            yield Period(title, reader.short_day(start), end, segment.words)


def _also_not(account: Account) -> list[str]:
    return [uncapital(norm.title) for norm in account.rest if not norm.key]


def _no_change(account: Account) -> Iterator[str]:
    return (uncapital(choice.title) for choice in account.choices if choice.nothing)
