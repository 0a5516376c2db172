"""Lays out in a terminal what is not an account: why, what if, and the course over time."""

from collections.abc import Iterable, Sequence

from rich.text import Text as Line

from ..engine.case import Event
from ..engine.law import Corpus
from ..engine.vocabulary import Text
from .answer import Answer
from .chart import Chart
from .compare import Differences
from .drawing import draw
from .explaining import Why
from .forks import duties_of, effects_of, terms_of
from .happenings import dated
from .headings import heading, small
from .language import Reader, capital
from .looks import LOOKS
from .parts import basis_of
from .printing import Printer
from .story import Chapter

WHY = Text("Waarom", "Why")
WOULD_HOLD = Text("Wanneer het wel zou gelden", "When it would hold")
WHAT_CHANGES = Text("Wat dit zou veranderen", "What would change it")
ON_THIS_DAY = Text(
    "Elk van deze gebeurtenissen, op deze dag, volgens deze regels; geen voorspelling.",
    "Each of these events, on this day, by these rules; not a prediction.",
)
LACKS = Text("Ontbreekt", "Lacking")
NOTHING = Text("Geen enkele losse gebeurtenis.", "No single event.")
IF = Text("Als dit gebeurt", "If this happens")
ALREADY = Text(
    "Op die dag staat er al zo een ({}). Zegt die iets anders, dan staat niets vast. Met "
    "`supersedes={}` achter de gebeurtenis komt de nieuwe ervoor in de plaats.",
    "On that day there is one already ({}). If it says otherwise nothing is established. With "
    "`supersedes={}` behind the event the new one replaces it.",
)
NO_CHANGE = Text("Dan verandert er op deze dag niets.", "Then nothing changes on this day.")
PHASE = Text("Fase: {} → {}", "Phase: {} → {}")
THEN = Text("Dan verandert op {}", "Then on {} this changes")
DAYS = Text("Dag voor dag", "Day by day")
AHEAD = Text("nog niet", "not yet")


def show_why(why: Why, printer: Printer) -> None:
    """Print why a norm stands as it does, why it does not hold, and what would change it."""
    stated, reader = why.stated, printer.reader
    look = LOOKS[stated.tone]
    printer.print(Line.assemble((f"{stated.title}", "bold"), f" · {why.day} · {stated.norm}"))
    words = f"{look.sign} {capital(stated.words)} {stated.period}".rstrip()
    printer.print(Line(words, style=f"bold {look.style}"))
    printer.print(stated.sentence)
    for line in filter(None, (stated.by, *stated.notes)):
        printer.print(Line(line, style="dim"))
    printer.heading(reader(WHY))
    for label, told in basis_of(stated, reader):
        printer.listed(f"{label}: {told}")
    if why.missing:
        printer.heading(reader(WOULD_HOLD))
        for missing in why.missing:
            printer.listed(f"{missing.rule} ({missing.text})")
            lacks = missing.lacks
            printer.indented(f"{reader(LACKS)}: {lacks.sign} {lacks.words} ({lacks.answer})", 6)
    printer.heading(reader(WHAT_CHANGES), reader(ON_THIS_DAY) if why.changes else "")
    for change in why.changes:
        printer.print(Line(f"→ {capital(change.after)}", style=f"bold {LOOKS[change.tone].style}"))
        for event in change.events:
            printer.listed(capital(event))
    if not why.changes:
        printer.print(reader(NOTHING))
    printer.print(why.next_change)
    if stated.ask:
        printer.print(f"{small('ask', reader)}: {stated.ask}")


def show_differences(
    after: Answer, supposed: Sequence[Event], differences: Differences, printer: Printer
) -> None:
    """Print what would be different on the day if the supposed events had happened."""
    reader = printer.reader
    printer.bullets(reader(IF), [capital(dated(after.corpus, e, reader)) for e in supposed])
    for event in supposed:
        for other in after.events:
            if _is_rival(event, other):
                printer.indented(reader(ALREADY).format(other.id, other.id), 4, "yellow")
    if not differences:
        printer.print()
        printer.print(reader(NO_CHANGE))
        return
    printer.heading(reader(THEN).format(reader.day(after.position.on)))
    if differences.phase:
        printer.print(reader(PHASE).format(*_phases(after.corpus, differences.phase, reader)))
    for effect in effects_of(after, differences, reader):
        look = LOOKS[effect.tone]
        line = Line(f"{look.sign} {effect.title}: {effect.before} → ", style="bold")
        printer.print(line.append(effect.after, style=f"bold {look.style}"))
        printer.indented(effect.sentence, 4, "dim")
    for name, lines in (
        ("terms", terms_of(after, differences, reader)),
        ("duties", duties_of(after, differences, reader)),
    ):
        printer.bullets(heading(name, reader), lines)


def show_timeline(chart: Chart, chapters: Iterable[Chapter], printer: Printer) -> None:
    """Print the drawing of a case, and below it the same day by day."""
    reader = printer.reader
    printer.print(Line(chart.title, style="bold"))
    for line in draw(chart, printer.width, reader):
        printer.console.print(line, no_wrap=True, overflow="ignore", crop=True, highlight=False)
    printer.heading(reader(DAYS))
    for chapter in chapters:
        ahead = f" ({reader(AHEAD)})" if chapter.ahead else ""
        printer.print(Line(f"{chapter.day}{ahead}", style="dim" if chapter.ahead else "bold"))
        for event in chapter.events:
            printer.indented(event, 2, "cyan")
        for turn in chapter.turns:
            look = LOOKS[turn.tone]
            line = Line(f"{look.sign} {capital(turn.words)}: ", style=look.style)
            line.append("; ".join(turn.titles), style="default")
            printer.indented(line, 4)


def _is_rival(event: Event, other: Event) -> bool:
    """Tell whether two events speak of the same on the same day, and may contradict."""
    same = (event.type, event.effective) == (other.type, other.effective)
    return same and event is not other and event.supersedes != other.id


def _phases(corpus: Corpus, pair: tuple[str, str], reader: Reader) -> list[str]:
    texts = {phase.id: reader(phase.text) for phase in corpus.phases}
    return [texts.get(name, "–") for name in pair]
