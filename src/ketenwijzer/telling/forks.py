"""Tells what would be different: after a choice that she may make, or a supposed event."""

from collections.abc import Iterable

from ..engine.calendar import DAY
from ..engine.findings import SILENT, UNSEEN, Finding
from ..engine.law import Kind, Standing
from ..engine.terms import RunningTerm
from ..engine.vocabulary import Text
from .account import Effect, ToldChoice
from .answer import Answer
from .compare import Choice, Difference, Differences
from .language import Reader, Register, capital, sentence, shortened
from .looks import tone
from .reading import term_text
from .running import alike, tell_duty
from .spoken import spoken
from .stating import plain
from .words import UNSETTLED, standing_words

OR = Text("of", "or")
NO_END = Text("zonder vastgelegd einde", "without a recorded end")
NOTHING = Text(
    "verandert niets in wat hier wordt bijgehouden",
    "changes nothing in what is kept track of here",
)
DUTY = Text("{bearer}: {duty} ({state}{due})", "{bearer}: {duty} ({state}{due})")
DUE = Text(", uiterlijk {}", ", by {}")
STEADFAST = Text("Wat zij ook kiest, dit blijft: {}.", "Whatever she chooses, this stays: {}.")
STEADFAST_PERSON = Text("Wat je ook kiest, dit blijft: {}.", "Whatever you choose, this stays: {}.")
TERM_NEW = Text("{}: gaat lopen, t/m {}", "{}: starts to run, to {}")
TERM_MOVED = Text("{}: eindigt op {} in plaats van op {}", "{}: ends on {} instead of {}")
TERM_GONE = Text("{}: loopt niet meer", "{}: no longer runs")


def tell_choices(choices: Iterable[Choice], reader: Reader) -> tuple[ToldChoice, ...]:
    """Tell what would be different the day after each choice; equal ones together."""
    found: dict[tuple[tuple[Effect, ...], tuple[str, ...]], list[str]] = {}
    for choice in choices:
        what = effects_of(choice.after, choice.differences, reader)
        duties = duties_of(choice.after, choice.differences, reader)
        told = reader(choice.event.choice or choice.event.text)
        found.setdefault((what, duties), []).append(told)
    return tuple(
        ToldChoice(
            capital(reader.listed(titles, OR)),
            what,
            duties,
            "" if what or duties else reader(NOTHING),
        )
        for (what, duties), titles in found.items()
    )


def effects_of(after: Answer, differences: Differences, reader: Reader) -> tuple[Effect, ...]:
    """Tell the norms that stand otherwise, duties apart; to her, only what has plain words."""
    told = (
        effect(after, difference, reader)
        for difference in differences.norms
        if difference.after.kind is not Kind.DUTY and is_told(difference, reader)
    )
    return tuple(found for found in told if found.sentence)


def is_told(difference: Difference, reader: Reader) -> bool:
    """Leave out what reads the same; to her also what only moves its end, or no source answers."""
    before, after = difference.before, difference.after
    same = standing_words(before) == standing_words(after)
    if reader.register is Register.PERSON:
        return not same and after.why not in (SILENT, UNSEEN)
    return not same or before.until != after.until


def effect(after: Answer, difference: Difference, reader: Reader) -> Effect:
    """Tell one norm before and after."""
    finding = difference.after
    if reader.register is Register.PERSON:
        said = plain(after, finding, reader)
    else:
        said = sentence(reader(spoken(after.corpus, finding)))
    return Effect(
        finding.norm,
        capital(reader(after.corpus.norms[finding.norm].title)),
        *_before_and_after(difference, reader),
        tone(finding),
        said,
        bool(after.corpus.norms[finding.norm].plain),
        finding.standing in UNSETTLED,
    )


def _before_and_after(difference: Difference, reader: Reader) -> tuple[str, str]:
    """Return how a norm stood and stands; where only its end moves, with the ends."""
    before, after = (reader(standing_words(f)) for f in (difference.before, difference.after))
    if before != after:
        return before, after
    ends = (f.until for f in (difference.before, difference.after))
    told = [reader.till(e - DAY) if e else reader(NO_END) for e in ends]
    return f"{before} {told[0]}", f"{after} {told[1]}"


def duties_of(after: Answer, differences: Differences, reader: Reader) -> tuple[str, ...]:
    """Tell the duties that arise, change or are done; she herself hears only her own."""
    found = []
    changed = [row for _, row in differences.duties if row is not None]
    for rows in alike(changed):
        told = tell_duty(after, rows, reader)
        last = rows[0].due
        due = reader(DUE).format(reader.day(last)) if last and told.open else ""
        title = reader(after.corpus.norms[rows[0].norm].title)
        said = reader(DUTY)
        found.append(said.format(bearer=told.bearer, duty=title, state=told.state, due=due))
    return tuple(found) if reader.register is not Register.PERSON else ()


def terms_of(after: Answer, differences: Differences, reader: Reader) -> tuple[str, ...]:
    """Tell the terms that start, move or end."""
    return tuple(_term(after, *pair, reader) for pair in differences.terms)


def _term(after: Answer, was: RunningTerm | None, term: RunningTerm | None, reader: Reader) -> str:
    known = term or was
    title = capital(reader(term_text(after.corpus, known.term))) if known else ""
    if term is None:
        return reader(TERM_GONE).format(title)
    ends = reader.day(term.ends) if term.ends else "…"
    if was is None:
        return reader(TERM_NEW).format(title, ends)
    before = reader.day(was.ends) if was.ends else "…"
    return reader(TERM_MOVED).format(title, ends, before)


def steadfast_told(findings: Iterable[Finding], answer: Answer, reader: Reader) -> str:
    """Tell what holds whichever choice is made; no duty or power, only what is hers."""
    person = reader.register is Register.PERSON
    norms = answer.corpus.norms
    titles = [
        reader(norms[finding.norm].title)
        for finding in findings
        if finding.kind is Kind.RIGHT
        and finding.standing is Standing.HOLDS
        and finding.granted is not False
        and norms[finding.norm].plain
    ]
    if not titles:
        return ""
    told = shortened(titles, reader)
    return reader(STEADFAST_PERSON if person else STEADFAST).format(told)
