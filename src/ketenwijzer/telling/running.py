"""Tells terms and duties: until when, how the end was computed, who must do what by when."""

from collections.abc import Iterable
from datetime import date

from ..engine.calendar import Step
from ..engine.duties import DutyRow, DutyState
from ..engine.law import Corpus
from ..engine.terms import RunningTerm, TermState
from ..engine.vocabulary import Text
from .account import ToldDuty, ToldTerm
from .answer import Answer
from .happenings import parties
from .language import Reader, capital, sentence
from .reading import moment_text, term_text
from .spoken import is_about_her, spoken
from .words import DUTY_STATES, FORCES, TERM_STATES

OPEN_END = Text("geen einde zolang zij stilstaat", "no end while it stands still")
LEFT = Text("nog {}", "{} left")
LAST_DAY = Text("vandaag is de laatste dag", "today is the last day")
NO_TERM = Text("zonder termijn", "no term set")
DONE_ON = Text("gedaan op {}", "done on {}")
MAYBE = Text(
    "De laatste dag is {} als vrije dagen waarvan niet vaststaat of zij meetellen, niet meetellen.",
    "The last day is {} if days off of uncertain standing do not count.",
)

STEPS = {
    "start": Text("begint op {day}", "starts on {day}"),
    "add": Text("plus {detail} is {day}", "plus {detail} is {day}"),
    "month_end": Text("die maand heeft zo'n dag niet: {day}", "that month has no such day: {day}"),
    "skip": Text("{day} telt niet mee ({detail})", "{day} does not count ({detail})"),
    "roll": Text(
        "eindigt niet op een vrije dag ({detail}): schuift naar {day}",
        "does not end on a day off ({detail}): moves to {day}",
    ),
    "calendar_unseen": Text(
        "let op: vrije dagen zijn gezien tot en met {day}",
        "note: days off were seen up to {day}",
    ),
    "uncertain": Text(
        "zonder de vrije dagen die niet vaststaan: {day}",
        "without the days off that are not certain: {day}",
    ),
    "extended": Text("verlengd tot en met {day} ({detail})", "extended to {day} ({detail})"),
    "paused": Text("staat stil vanaf {day} ({detail})", "stands still from {day} ({detail})"),
    "resumed": Text("loopt weer vanaf {day} ({detail})", "runs again from {day} ({detail})"),
    "ended_early": Text("eindigt eerder, op {day} ({detail})", "ends early, on {day} ({detail})"),
}

NAMED_BY_MOMENT = ("extended", "paused", "resumed", "ended_early")

OPEN_STATES = (
    DutyState.PENDING,
    DutyState.DUE,
    DutyState.OVERDUE,
    DutyState.PASSED,
    DutyState.SUSPENDED,
)


def tell_term(answer: Answer, term: RunningTerm, reader: Reader) -> ToldTerm:
    """Tell one term, its sum step by step."""
    on = answer.position.on
    runs = term.state in (TermState.RUNNING, TermState.SUSPENDED)
    steps = [step_told(answer.corpus, step, reader) for step in term.steps]
    if term.otherwise is not None and not any(step.id == "uncertain" for step in term.steps):
        steps.append(reader(MAYBE).format(reader.day(term.otherwise)))
    return ToldTerm(
        term.term,
        capital(reader(term_text(answer.corpus, term.term))),
        reader.day(term.starts),
        reader.day(term.ends) if term.ends else reader(OPEN_END),
        reader.till(term.ends) if term.ends else reader(OPEN_END),
        reader(TERM_STATES[term.state]),
        reader(FORCES[term.force]),
        _left(term, on, reader),
        runs,
        _share(term, on),
        tuple(steps),
    )


def step_told(corpus: Corpus, step: Step, reader: Reader) -> str:
    """Tell one step of the sum of a term."""
    detail = step.detail
    if step.id == "add":
        detail = reader.amount(detail)
    elif step.id in NAMED_BY_MOMENT and detail:
        detail = reader(moment_text(corpus, detail))
    elif " / " in detail:
        detail = detail.split(" / ")[0 if reader.language == "nl" else 1]
    return reader(STEPS[step.id]).format(day=reader.day(step.day), detail=detail)


def _left(term: RunningTerm, on: date, reader: Reader) -> str:
    if term.ends is None or term.state is not TermState.RUNNING:
        return ""
    days = (term.ends - on).days
    return reader(LEFT).format(reader.days(days)) if days else reader(LAST_DAY)


def _share(term: RunningTerm, on: date) -> float:
    if term.ends is None or term.ends <= term.starts:
        return 1.0
    share = (on - term.starts).days / (term.ends - term.starts).days
    return min(1.0, max(0.0, share))


def alike(rows: Iterable[DutyRow]) -> list[list[DutyRow]]:
    """Return the duties with the bearers of the same one together: late and due ones first."""
    found: dict[tuple[object, ...], list[DutyRow]] = {}
    for row in rows:
        key = row.norm, row.state, row.due, row.since, row.met_on
        found.setdefault(key, []).append(row)
    return sorted(found.values(), key=lambda same: _urgency(same[0]))


def _urgency(row: DutyRow) -> tuple[bool, bool, date]:
    return row.state is not DutyState.OVERDUE, row.due is None, row.due or date.max


def tell_duty(answer: Answer, rows: list[DutyRow], reader: Reader) -> ToldDuty:
    """Tell one duty of those who bear it alike."""
    row = rows[0]
    norm = answer.corpus.norms[row.norm]
    finding = answer.position.finding(row.norm)
    bearers = parties(answer.corpus, tuple(row.bearer for row in rows), reader)
    return ToldDuty(
        capital(reader(norm.title)),
        capital(bearers),
        reader(DUTY_STATES[row.state]),
        reader.day(row.due) if row.due else reader(NO_TERM),
        sentence(reader(spoken(answer.corpus, finding))),
        row.state in OPEN_STATES,
        row.state in (DutyState.OVERDUE, DutyState.MET_LATE),
        row.since is None and row.due is None,
        not is_about_her(answer.corpus, row.norm) and not norm.plain,
        reader(DONE_ON).format(reader.day(row.met_on)) if row.met_on else "",
    )
