"""Draws a chart in a terminal: one line a lane, one sign a stretch of days, also without colour."""

from datetime import date, timedelta
from textwrap import wrap

from rich.cells import cell_len, set_cell_size
from rich.text import Text as Line

from ..engine.vocabulary import Text
from .chart import Chart, Lane, Mark
from .language import Reader
from .looks import LOOKS

EVENTS = Text("Gebeurtenissen", "Events")
SEVERAL = Text("meer dan een, zie de lijst", "more than one, see the list")
LEGEND = Text("Betekenis:", "Meaning:")
NARROWEST = 24
MANY = "+"


def draw(chart: Chart, width: int, reader: Reader) -> list[Line]:
    """Return the lines of the drawing, each at most `width` wide."""
    label = max(14, min(34, width // 3))
    room = max(NARROWEST, width - label - 1)
    marks = _marks(chart, label, room, reader)
    lines = [_scale(chart, label, room), marks]
    if chart.day is not None:
        lines.insert(0, _day_line(chart, label, room))
    for lane in chart.lanes:
        lines += _lane(chart, lane, label, room)
    used = [f"{MANY} {reader(SEVERAL)}"] if MANY in marks.plain else []
    return [*lines, Line(), *_legend(chart, reader, width, used)]


def _column(chart: Chart, day: date, room: int) -> int:
    return min(room - 1, int(chart.share(day) * room))


def _days(chart: Chart, column: int, room: int) -> tuple[date, date]:
    """Return the first day of a column, and the first after it."""
    total = (chart.last - chart.first).days
    start = chart.first + timedelta(days=-(-column * total // room))
    end = chart.first + timedelta(days=-(-(column + 1) * total // room))
    return start, max(end, start + timedelta(days=1))


def _day_line(chart: Chart, label: int, room: int) -> Line:
    column = _column(chart, chart.day, room) if chart.day else 0
    told = f"▼ {chart.day_words}"
    if column + cell_len(told) > room:
        told = f"{chart.day_words} ▼"
        column = max(0, column + 1 - cell_len(told))
    return Line(" " * (label + 1 + column) + told, style="bold")


def _scale(chart: Chart, label: int, room: int) -> Line:
    signs = [" "] * room
    free = 0
    for day, words in chart.ticks:
        column = _column(chart, day, room)
        if column >= free and column + len(words) + 1 <= room:
            signs[column : column + len(words) + 1] = f"|{words}"
            free = column + len(words) + 2
    return Line(" " * (label + 1) + "".join(signs).rstrip(), style="dim")


def _marks(chart: Chart, label: int, room: int, reader: Reader) -> Line:
    signs = [" "] * room
    by_column: dict[int, list[Mark]] = {}
    for mark in chart.marks:
        by_column.setdefault(_column(chart, mark.day, room), []).append(mark)
    for column, marks in by_column.items():
        number = str(marks[0].number)
        signs[column] = number if len(number) == 1 and len(marks) == 1 else MANY
    line = Line(set_cell_size(reader(EVENTS), label) + " ", style="bold")
    return line.append("".join(signs).rstrip(), style="bold cyan")


def _lane(chart: Chart, lane: Lane, label: int, room: int) -> list[Line]:
    """Return the bar behind its title; a long title goes on below."""
    title = wrap(lane.title, label) or [""]
    line = Line(set_cell_size(title[0], label) + " ")
    for column in range(room):
        sign, style = _sign(lane, *_days(chart, column, room))
        line.append(sign, style=style)
    return [line, *(Line(f"  {rest}") for rest in title[1:])]


def _sign(lane: Lane, start: date, end: date) -> tuple[str, str]:
    """Return the sign of the stretch that reaches last into a column of days."""
    for segment in reversed(lane.segments):
        if segment.start < end and (segment.end is None or segment.end > start):
            return LOOKS[segment.tone].fill, LOOKS[segment.tone].style
    return " ", ""


def _legend(chart: Chart, reader: Reader, width: int, parts: list[str]) -> list[Line]:
    used = {segment.tone for lane in chart.lanes for segment in lane.segments}
    looks = (look for tone, look in LOOKS.items() if tone in used)
    parts = [*(f"{look.fill} {reader(look.words)}" for look in looks), *parts]
    lines, told = [], reader(LEGEND)
    for part in parts:
        if cell_len(told) + cell_len(part) + 3 > width:
            lines.append(Line(told, style="dim"))
            told = " "
        told += f"  {part}"
    return [*lines, Line(told, style="dim")]
