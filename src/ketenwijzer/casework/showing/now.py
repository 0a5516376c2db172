"""Now, next and why: what holds, what runs, who must do what by when, what to ask whom.

What rests on something that the organisation may not see is not told: it is withheld, with whom
to ask. Each duty of the own organisation comes with the deed that meets it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from ...corpus.agreement import Statement
from ...engine.duties import DutyRow
from ...engine.evidence import names_in
from ...engine.outlook import Question
from ...engine.terms import TermState
from ...engine.vocabulary import (
    Choice,
    ChosenMoment,
    EventMoment,
    Fact,
    LatestValue,
    Selector,
    SumMoment,
    Switch,
    Text,
    When,
)
from ...telling.account import Account, Headline, Stated, ToldDuty, ToldTerm
from ...telling.answer import Answer
from ...telling.happenings import reach
from ...telling.language import Reader, capital, shortened, uncapital
from ...telling.parts import silent_by_party
from ...telling.running import OPEN_STATES, alike, tell_duty, tell_term
from ...telling.spoken import question
from ...telling.tell import tell
from ..access import OpenCase
from ..position import Seen, agreement, corpus
from ..told import answer_of, outlook_of

NO_DETAILS: Mapping[str, object] = {}
May = Callable[[Statement, Mapping[str, object]], bool]

MOVES = Text("raakt: {}", "touches: {}")


@dataclass(frozen=True, slots=True)
class Deed:
    """Something to record: a type of event, and the details that are clear beforehand."""

    type: str
    text: str
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A term as it is told, with how far gone it is from 0 to 100."""

    told: ToldTerm
    share: int
    late: bool


@dataclass(frozen=True, slots=True)
class Duty:
    """What somebody must do.

    `deed` is what one's own organisation records when it is done, `service` what one can refer
    her for to get somebody else to do it.
    """

    norm: str
    told: ToldDuty
    due: date | None
    own: bool
    deed: Deed | None
    service: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What to ask whom, what it would move, and what to record when one knows."""

    fact: str
    text: str
    ask: str
    role: str
    moves: str
    deeds: tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class Now:
    """All of the first page of a case."""

    account: Account
    headline: Headline | None
    headline_withheld: bool
    withheld: tuple[str, ...]
    holds: tuple[Stated, ...]
    also_holds: tuple[str, ...]
    open: tuple[Stated, ...]
    unstated: tuple[Stated, ...]
    silent: tuple[tuple[str, tuple[str, ...]], ...]
    rest: tuple[Stated, ...]
    also_not: tuple[str, ...]
    running: tuple[Term, ...]
    over: tuple[Term, ...]
    withheld_terms: tuple[str, ...]
    own_duties: tuple[Duty, ...]
    other_duties: tuple[Duty, ...]
    done: tuple[Duty, ...]
    questions: tuple[Asked, ...]
    next_told: str


def now_of(case: OpenCase, seen: Seen, reader: Reader) -> Now:
    """Return what is told of the day of a position."""
    answer = outlook_of(answer_of(seen))
    account = tell(answer, reader, forks=False)
    kept = seen.withheld
    holds = _told(account.holds, kept)
    rest = _told(account.rest, kept)
    unstated = _told(account.unstated, kept)
    terms = tuple(_terms(answer, seen, reader))
    duties = tuple(duties_of(case, answer, seen, reader))
    first = account.headline
    return Now(
        account=account,
        headline=first if first and first.stated.norm not in kept else None,
        headline_withheld=first is not None and first.stated.norm in kept,
        withheld=tuple(capital(reader(corpus().norms[norm].title)) for norm in sorted(kept)),
        holds=tuple(norm for norm in holds if not norm.aside),
        also_holds=tuple(uncapital(norm.title) for norm in holds if norm.aside),
        open=_told(account.open, kept),
        unstated=tuple(norm for norm in unstated if not norm.silent),
        silent=tuple((ask, tuple(told)) for ask, told in silent_by_party(unstated).items()),
        rest=tuple(norm for norm in rest if norm.key),
        also_not=tuple(uncapital(norm.title) for norm in rest if not norm.key),
        running=tuple(term for term in terms if term.told.runs),
        over=tuple(term for term in terms if not term.told.runs),
        withheld_terms=_withheld_terms(answer, seen, reader),
        own_duties=tuple(d for d in duties if d.own and d.told.open and not d.told.standing),
        other_duties=tuple(d for d in duties if not d.own and d.told.open and not d.told.standing),
        done=tuple(d for d in duties if not d.told.open),
        questions=tuple(asked_of(case, answer.questions, reader, seen.otherwise)),
        next_told=account.next_change,
    )


def _told(norms: Iterable[Stated], withheld: frozenset[str]) -> tuple[Stated, ...]:
    return tuple(norm for norm in norms if norm.norm not in withheld)


def _terms(answer: Answer, seen: Seen, reader: Reader) -> Iterator[Term]:
    for term in answer.position.terms:
        if term.term not in seen.withheld_terms:
            told = tell_term(answer, term, reader)
            yield Term(told, round(told.share * 100), term.state is TermState.PASSED)


def _withheld_terms(answer: Answer, seen: Seen, reader: Reader) -> tuple[str, ...]:
    found = (t for t in answer.position.terms if t.term in seen.withheld_terms)
    return tuple(tell_term(answer, term, reader).title for term in found)


# ------------------------------------------------------------------ duties, and the deed that meets


def duties_of(case: OpenCase, answer: Answer, seen: Seen, reader: Reader) -> Iterator[Duty]:
    """Yield the duties of all, the own organisation's first; none that is withheld."""
    role = case.author.role
    shown = [row for row in answer.position.duties if row.norm not in seen.withheld]
    own = [row for row in shown if row.bearer == role]
    others = [row for row in shown if row.bearer != role]
    for rows in (*alike(own), *alike(others)):
        row = rows[0]
        own_ = row.bearer == role
        deed = _deed_of(case, row, seen, reader) if own_ else None
        service = "" if own_ or row.state not in OPEN_STATES else _service_for(row.bearer)
        yield Duty(row.norm, tell_duty(answer, rows, reader), row.due, own_, deed, service)


def _service_for(bearer: str) -> str:
    """Return what to refer for; whether one already takes part is not for everybody to know."""
    services = agreement().services.values()
    return next((service.name for service in services if bearer in service.receivers), "")


def _deed_of(case: OpenCase, row: DutyRow, seen: Seen, reader: Reader) -> Deed | None:
    """Return what an organisation records when it has done its duty, if it may record that."""
    finding = seen.position.finding(row.norm)
    if finding.duty is None or not finding.duty.met_by or row.state not in OPEN_STATES:
        return None
    selectors = selectors_of(finding.duty.met_by)
    deeds = (deed_for(selector, reader, partial(may_establish, case)) for selector in selectors)
    return next((deed for deed in deeds if deed is not None), None)


def deed_for(selector: Selector, reader: Reader, may: May) -> Deed | None:
    """Return an event of the law as something to record, if one may establish it."""
    statement = agreement().statements.get(selector.event)
    kind = corpus().event_types.get(selector.event)
    clear = tuple((name, str(values[0])) for name, values in selector.filters if len(values) == 1)
    if statement is None or kind is None or not may(statement, dict(clear)):
        return None
    notes = [
        reader(kind.attributes[name].values[value])
        for name, value in clear
        if name in kind.attributes and value in kind.attributes[name].values
    ]
    text = capital(reader(kind.text)) + (f": {', '.join(notes)}" if notes else "")
    return Deed(selector.event, text, tuple(pair for pair in clear if pair[0] != "by"))


def may_establish(
    case: OpenCase, statement: Statement, details: Mapping[str, object] = NO_DETAILS
) -> bool:
    """Tell whether what this member records of it is established, and may be recorded at all."""
    role = case.author.role
    known = not statement.stated_by or role in statement.stated_by
    return known and case.may_record(statement.section_of(details)).allowed


def selectors_of(moment: str) -> tuple[Selector, ...]:
    """Return the events that bring a moment about."""
    rule = corpus().moments.get(moment)
    match rule:
        case EventMoment():
            return rule.selectors
        case SumMoment():
            return selectors_of(rule.start)
        case ChosenMoment():
            return tuple(s for name in rule.moments for s in selectors_of(name))
    if moment in corpus().event_types:
        return (Selector(moment),)
    return ()


# ------------------------------------------------------------------ what to ask


def asked_of(
    case: OpenCase, questions: Iterable[Question], reader: Reader, otherwise: frozenset[str]
) -> Iterator[Asked]:
    """Yield what to ask, most telling first; not about what others see otherwise."""
    for asked in questions:
        changes = [norm for norm in asked.changes if norm not in otherwise]
        if not changes:
            continue
        fact = corpus().facts[asked.fact]
        titles = [reader(corpus().norms[norm].title) for norm in changes]
        whom = asked.ask or fact.judged_by
        yield Asked(
            asked.fact,
            reader(question(corpus(), asked.fact)),
            reach(corpus(), whom, reader),
            whom or "",
            reader(MOVES).format(shortened(titles, reader)),
            tuple(deeds_for(fact, reader, partial(may_establish, case))),
        )


def deeds_for(fact: Fact, reader: Reader, may: May) -> Iterator[Deed]:
    """Yield what to record when the answer to a question is known."""
    seen: set[str] = set()
    for selector in selectors_for(fact):
        deed = deed_for(selector, reader, may)
        if deed is not None and deed.type not in seen:
            seen.add(deed.type)
            yield deed


def selectors_for(fact: Fact) -> Iterator[Selector]:
    """Yield the events that establish a fact, its parts looked through one by one."""
    match fact.rule:
        case LatestValue(found):
            yield from found
        case Switch(on, off, _):
            yield from (*on, *off)
        case When(condition):
            yield from _of_names(names_in(condition))
        case Choice(cases, _):
            for condition, _ in cases:
                yield from _of_names(names_in(condition))


def _of_names(names: Iterable[str]) -> Iterator[Selector]:
    for name in names:
        if name in corpus().facts:
            yield from selectors_for(corpus().facts[name])
        else:
            yield from selectors_of(name)
