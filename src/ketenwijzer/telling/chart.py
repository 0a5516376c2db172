"""The life of a case as lanes on one line of time: events, terms, and the norms that matter most.

A chart knows days and words, no pixels; `drawing` puts it in a terminal, `svg` in a picture.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..engine.calendar import DAY
from ..engine.case import Event, known
from ..engine.law import Corpus, Kind, Norm
from ..engine.position import position_of
from ..engine.terms import RunningTerm
from ..engine.timeline import Interval, PositionAt, timeline
from ..engine.vocabulary import Text
from .happenings import in_order, what_happened
from .language import Reader, capital
from .looks import Tone, tone
from .reading import term_text
from .words import FORCES, standing_words

TITLE = Text("Verloop in de tijd", "Course over time")
PICTURE = Text(
    "Tekening van {} tot {}: gebeurtenissen als genummerde stippen, termijnen en normen als "
    "balken. De tabel eronder zegt hetzelfde in woorden.",
    "Drawing from {} to {}: events as numbered dots, terms and norms as bars. The table below "
    "says the same in words.",
)
AND_MORE = Text("(en nog {})", "(and {} more)")
QUIET = (Tone.CLOSED, Tone.UNSTATED)
MOST_LANES = 9
FIRST_LANES = 4
MARGIN = 0.04
LEAST_DAYS = 28
MOST_AHEAD = 500
MOST_TICKS = 7


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of days in a lane: `end` is the first day outside; None: no end is known."""

    start: date
    end: date | None
    tone: Tone
    words: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One norm or one term over time; `also` are the titles of norms that run exactly alike."""

    id: str
    title: str
    is_term: bool
    segments: tuple[Segment, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the line of time; the number is that of the list of events."""

    day: date
    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A window of time with its lanes; `day` is the day asked about, `last` is outside."""

    title: str
    picture: str
    first: date
    last: date
    day: date | None
    day_words: str
    marks: tuple[Mark, ...]
    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[date, str], ...]

    def share(self, day: date) -> float:
        """Return where a day lies in the window, from 0 to 1."""
        share = (day - self.first).days / (self.last - self.first).days
        return min(1.0, max(0.0, share))


def chart(
    corpus: Corpus,
    events: Iterable[Event],
    reader: Reader,
    day: date | None = None,
    known_at: date | None = None,
    by: PositionAt = position_of,
    without: frozenset[str] = frozenset(),
) -> Chart:
    """Return the chart of a case, with the day asked about marked; `by` as in `timeline`.

    Norms and terms that are named in `without` are not drawn.
    """
    happened = known(events, known_at)
    intervals = timeline(corpus, happened, by=by)
    marks = tuple(_marks(corpus, in_order(happened), reader))
    told = (t for interval in intervals for t in interval.position.terms)
    terms = {term.term: term for term in told if term.term not in without}
    first, last = _window([mark.day for mark in marks], list(terms.values()), day)
    lanes = [_cut(_term_lane(corpus, term, reader), first, last) for term in terms.values()]
    drawn = _norm_lanes(corpus, intervals, reader)
    lanes_of_norms = (lane for lane in drawn if lane.id not in without)
    norms = (_cut(lane, first, last) for lane in lanes_of_norms)
    return Chart(
        reader(TITLE),
        reader(PICTURE).format(reader.day(first), reader.day(last)),
        first,
        last,
        day,
        reader.short_day(day) if day else "",
        marks,
        (*(lane for lane in lanes if lane.segments), *_chosen(norms, reader)),
        tuple(_ticks(first, last, reader)),
    )


def _marks(corpus: Corpus, events: Iterable[Event], reader: Reader) -> Iterator[Mark]:
    for number, event in enumerate(events, 1):
        what = what_happened(corpus, event.type, event.by, event.attributes, reader)
        yield Mark(event.on, number, capital(what))


def _window(marks: list[date], terms: list[RunningTerm], day: date | None) -> tuple[date, date]:
    """Return the days between which something is to be seen, with room on both sides."""
    days = [*marks, *([day] if day else [])]
    first = min(days, default=date(2000, 1, 1))
    latest = max(days, default=first) + timedelta(days=MOST_AHEAD)
    last = max([*days, *(min(t.ends, latest) for t in terms if t.ends)], default=first)
    last = max(last, first + timedelta(days=LEAST_DAYS))
    room = timedelta(days=round((last - first).days * MARGIN) + 1)
    return first - room, last + room


def _term_lane(corpus: Corpus, term: RunningTerm, reader: Reader) -> Lane:
    end = term.ends + DAY if term.ends else None
    segment = Segment(term.starts, end, Tone.TERM, reader(FORCES[term.force]))
    return Lane(term.term, capital(reader(term_text(corpus, term.term))), True, (segment,))


def _norm_lanes(corpus: Corpus, intervals: Sequence[Interval], reader: Reader) -> Iterator[Lane]:
    """Yield the norms that the person herself is told about: those with plain words."""
    for norm in corpus.norms.values():
        if norm.plain and norm.kind is not Kind.DUTY:
            title = capital(reader(norm.title))
            yield Lane(norm.id, title, False, tuple(_segments(norm, intervals, reader)))


def _segments(norm: Norm, intervals: Sequence[Interval], reader: Reader) -> Iterator[Segment]:
    """Yield the stretches on which a norm stands in one way, neighbours joined."""
    open_segment: Segment | None = None
    for interval in intervals:
        finding = interval.position.finding(norm.id)
        words = reader(standing_words(finding))
        if open_segment and (open_segment.tone, open_segment.words) == (tone(finding), words):
            open_segment = replace(open_segment, end=interval.end)
            continue
        if open_segment:
            yield open_segment
        open_segment = Segment(interval.start, interval.end, tone(finding), words)
    if open_segment:
        yield open_segment


def _cut(lane: Lane, first: date, last: date) -> Lane:
    """Return the lane as far as it lies in the window."""
    seen = [s for s in lane.segments if s.start < last and (s.end is None or s.end > first)]
    return replace(lane, segments=tuple(seen))


def _chosen(lanes: Iterable[Lane], reader: Reader) -> list[Lane]:
    """Return the first lanes of the list and those in which most changes; alike ones as one."""
    alike: dict[tuple[Segment, ...], list[Lane]] = {}
    for lane in lanes:
        if any(segment.tone not in QUIET for segment in lane.segments):
            alike.setdefault(lane.segments, []).append(lane)
    found = [_joined(same, reader) for same in alike.values()]
    moving = sorted(found[FIRST_LANES:], key=lambda lane: -len(lane.segments))
    kept = [*found[:FIRST_LANES], *moving[: MOST_LANES - FIRST_LANES]]
    return [lane for lane in found if lane in kept]


def _joined(same: list[Lane], reader: Reader) -> Lane:
    first, *rest = same
    if not rest:
        return first
    title = f"{first.title} {reader(AND_MORE).format(len(rest))}"
    return replace(first, title=title, also=tuple(lane.title for lane in rest))


def _ticks(first: date, last: date, reader: Reader) -> Iterator[tuple[date, str]]:
    """Yield the first days of months, or of years, so that they do not crowd."""
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((s for s in (1, 2, 3, 6, 12, 24, 60) if months / s <= MOST_TICKS), 120)
    start = first.year * 12 + first.month
    for number in range(start, start + months + 1):
        day = date(number // 12, number % 12 + 1, 1)
        if number % step == 0 and day < last:
            yield day, str(day.year) if step >= 12 else reader.month_and_year(day)
