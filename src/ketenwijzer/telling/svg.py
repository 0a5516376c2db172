"""Draws a chart as a picture: lanes of bars, numbered dots, a line for the day asked about.

Two layouts, one for wide paper and screens and one for a telephone; both say in words what the
colours say. Shapes are computed here, the template only writes them down.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .chart import Chart, Lane, Segment
from .language import Reader
from .looks import LOOKS
from .templates import render

LETTER = 6.8


@dataclass(frozen=True, slots=True)
class Layout:
    """The measures of a picture, in pixels."""

    name: str
    width: int
    label: int
    lane: int
    bar: int
    above: int
    edge: int = 12
    top: int = 40
    dot: int = 9


WIDE = Layout("wide", 1000, 230, 36, 22, 0)
NARROW = Layout("narrow", 360, 0, 50, 20, 18)


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle; `css` says its colour and pattern, `words` what stands in it if it fits."""

    x: float
    y: float
    width: float
    height: float
    css: str
    words: str
    tip: str


@dataclass(frozen=True, slots=True)
class Label:
    """A piece of text and where it stands."""

    x: float
    y: float
    words: str
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Dot:
    """A numbered event."""

    x: float
    y: float
    number: int
    tip: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Every shape of a drawing, ready to be written down."""

    layout: Layout
    height: float
    floor: float
    title: str
    words: str
    day_x: float | None
    day: Label | None
    ticks: tuple[Label, ...]
    dots: tuple[Dot, ...]
    titles: tuple[Label, ...]
    bars: tuple[Bar, ...]
    legend: tuple[tuple[Label, str], ...]


def svg(chart: Chart, reader: Reader, layout: Layout = WIDE, *, alone: bool = True) -> str:
    """Return the chart as SVG; `alone` adds the colours that a page would give it."""
    return render("timeline.svg.j2", picture=_Drawing(chart, reader, layout).picture(), alone=alone)


class _Drawing:
    """Places one chart in one layout."""

    def __init__(self, chart: Chart, reader: Reader, layout: Layout) -> None:
        self.chart = chart
        self.reader = reader
        self.layout = layout
        self.left = layout.edge + layout.label
        self.room = layout.width - self.left - layout.edge

    def picture(self) -> Picture:
        layout, chart = self.layout, self.chart
        dots, rows = self._dots()
        top = layout.top + rows * (2 * layout.dot + 4) + 10
        titles, bars = [], []
        for number, lane in enumerate(chart.lanes):
            y = top + number * layout.lane
            titles += list(self._title(lane, y))
            bars += list(self._bars(lane, y + layout.above))
        floor = top + len(chart.lanes) * layout.lane
        legend, height = self._legend(floor + 14)
        day_x = self._x(chart.day) if chart.day else None
        return Picture(
            layout,
            height,
            floor,
            chart.title,
            chart.picture,
            day_x,
            self._day_label(day_x),
            tuple(self._ticks()),
            tuple(dots),
            tuple(titles),
            tuple(bars),
            tuple(legend),
        )

    def _x(self, day: date) -> float:
        return round(self.left + self.chart.share(day) * self.room, 1)

    def _ticks(self) -> Iterator[Label]:
        free = 0.0
        for day, words in self.chart.ticks:
            x = self._x(day)
            if x >= max(free, self.left) and x + len(words) * LETTER <= self.layout.width:
                yield Label(x, self.layout.top - 8, words)
                free = x + (len(words) + 2) * LETTER

    def _day_label(self, x: float | None) -> Label | None:
        if x is None:
            return None
        reach = len(self.chart.day_words) * LETTER / 2 + 4
        inside = min(max(x, reach), self.layout.width - reach)
        return Label(inside, 13, self.chart.day_words, "middle")

    def _dots(self) -> tuple[list[Dot], int]:
        """Place the events; those that would touch go a row lower."""
        size = 2 * self.layout.dot + 3
        last: list[float] = []
        dots = []
        for mark in self.chart.marks:
            x = self._x(mark.day)
            row = next((r for r, taken in enumerate(last) if x - taken >= size), len(last))
            last[row : row + 1] = [x]
            y = self.layout.top + 6 + row * (2 * self.layout.dot + 4) + self.layout.dot
            tip = f"{mark.number}. {self.reader.day(mark.day)}: {mark.words}"
            dots.append(Dot(x, y, mark.number, tip))
        return dots, max(1, len(last))

    def _title(self, lane: Lane, y: float) -> Iterator[Label]:
        layout = self.layout
        if layout.above:
            title = _cut(lane.title, int((layout.width - 2 * layout.edge) / LETTER))
            yield Label(layout.edge, y + layout.above - 5, title)
            return
        lines = _wrapped(lane.title, int((layout.label - 10) / LETTER))
        first = y + layout.bar / 2 + 4 - (len(lines) - 1) * 7
        for number, line in enumerate(lines):
            yield Label(layout.edge, first + number * 14, line)

    def _bars(self, lane: Lane, y: float) -> Iterator[Bar]:
        for segment in lane.segments:
            start = self._x(segment.start)
            end = self._x(segment.end) if segment.end else self._x(self.chart.last)
            width = round(max(end - start, 2), 1)
            css = LOOKS[segment.tone].css
            thin = css in ("closed", "lapsed")
            fits = len(segment.words) * LETTER + 12 <= width
            yield Bar(
                start,
                y + (self.layout.bar / 2 - 2 if thin and not fits else 0),
                width,
                4 if thin and not fits else self.layout.bar,
                css,
                segment.words if fits else "",
                self._tip(lane, segment),
            )

    def _tip(self, lane: Lane, segment: Segment) -> str:
        days = self.reader.day(segment.start)
        if segment.end is not None:
            days = f"{days} – {self.reader.day(segment.end)}"
        return f"{lane.title}: {segment.words} ({days})"

    def _legend(self, y: float) -> tuple[list[tuple[Label, str]], float]:
        """Place a swatch and its words for each standing that occurs."""
        used = {segment.tone for lane in self.chart.lanes for segment in lane.segments}
        found: list[tuple[Label, str]] = []
        seen: dict[str, list[str]] = {}
        for tone, look in LOOKS.items():
            if tone in used:
                seen.setdefault(look.css, []).append(self.reader(look.words))
        x = float(self.layout.edge)
        for css, words in seen.items():
            told = ", ".join(words)
            width = 24 + len(told) * LETTER + 14
            if x + width > self.layout.width and x > self.layout.edge:
                x, y = float(self.layout.edge), y + 22
            found.append((Label(x, y, told), css))
            x += width
        return found, y + 26


def _wrapped(title: str, most: int) -> list[str]:
    """Break a title in at most two lines."""
    if len(title) <= most:
        return [title]
    cut = title.rfind(" ", 0, most + 1)
    head, rest = (title[:cut], title[cut + 1 :]) if cut > 0 else (title[:most], title[most:])
    return [head, _cut(rest, most)]


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"
