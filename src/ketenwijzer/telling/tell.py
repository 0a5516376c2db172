"""Makes the account of one day for one reader, out of everything that the engine answered."""

from collections.abc import Iterator
from datetime import date

from .. import __version__
from ..engine.case import known
from ..engine.findings import SILENT, UNSEEN, Finding
from ..engine.law import Kind, Standing
from ..engine.terms import TermState
from ..engine.vocabulary import Text
from .account import (
    Account,
    Headline,
    Stated,
    ToldChoice,
    ToldDuty,
    ToldEvent,
    ToldQuestion,
    ToldTerm,
)
from .answer import Answer
from .compare import choices, steadfast
from .forks import steadfast_told, tell_choices
from .happenings import in_order, reach, remarks, what_happened
from .language import Reader, Register, capital, shortened
from .looks import first_tone
from .running import alike, tell_duty, tell_term
from .spoken import question, text_title
from .stating import plain, state

TITLE = Text("Overzicht", "Overview")
KNOWN = Text("Met wat op {} was vastgelegd", "With what had been recorded by {}")
PHASE = Text("Fase: {}", "Phase: {}")
NEXT = Text(
    "Als er niets meer gebeurt, verandert dit beeld op {}.",
    "If nothing more happens, this picture changes on {}.",
)
NO_NEXT = Text(
    "Als er niets meer gebeurt, verandert dit beeld niet door het verstrijken van tijd.",
    "If nothing more happens, this picture does not change by the passing of time.",
)
NOT_A_DECISION = Text(
    "Dit is geen beslissing en geen juridisch advies. Het is wat de regels zeggen over wat is "
    "vastgelegd; alleen instanties en rechters beslissen.",
    "This is not a decision and not legal advice. It is what the rules say about what was "
    "recorded; only authorities and courts decide.",
)
NOT_A_DECISION_PERSON = Text(
    "Dit is geen beslissing. Het is uitleg. Praat erover met iemand die je vertrouwt.",
    "This is not a decision. It is an explanation. Talk about it with someone you trust.",
)
CONTACT = Text("Bellen: {}", "Call: {}")
MOVES = Text("raakt: {}", "touches: {}")
SEEN = Text(
    "“{text}” is het laatst in gebruik gezien op {day}; daarna niet bevestigd. "
    "Het gaat om: {norms}.",
    "“{text}” was last seen in use on {day}; not confirmed after that. It concerns: {norms}.",
)
RECALLED = Text(
    "Niet bevestigd in een gelezen bron: {norms}.",
    "Not confirmed in a source that was read: {norms}.",
)
RECEIPT = (
    Text("ketenwijzer {}, rekenkern {}", "ketenwijzer {}, engine {}"),
    Text("protocol {} {}, kalender {} {}", "protocol {} {}, calendar {} {}"),
    Text("gebeurtenissen: {}", "events: {}"),
)

SETTLED = (Standing.HOLDS,)
UNSETTLED = (Standing.DISPUTED, Standing.AWAITS_JUDGEMENT, Standing.UNDECIDED)
CLOSED = (Standing.DOES_NOT_HOLD, Standing.LAPSED)


def tell(answer: Answer, reader: Reader, *, forks: bool = True) -> Account:
    """Tell one reader how things stand on the day; `forks`: also what each choice would bring."""
    corpus, position = answer.corpus, answer.position
    person = reader.register is Register.PERSON
    phase = next((p.text for p in corpus.phases if p.id == position.phase), Text("", ""))
    made, stays = _choices(answer, reader) if forks and not is_over(answer) else ((), "")
    told = {f.norm: state(answer, f, reader) for f in told_findings(answer, reader)}
    return Account(
        language=reader.language,
        register=reader.register,
        title=reader(TITLE),
        day=reader.day(position.on),
        known=reader(KNOWN).format(reader.day(position.known_at)) if position.known_at else "",
        phase="" if person else reader(PHASE).format(reader(phase)),
        headline=_headline(answer, reader),
        holds=_with(told, answer, SETTLED, duties=person),
        open=_with(told, answer, UNSETTLED, duties=True),
        unstated=_with(told, answer, (Standing.NOT_STATED,), duties=True),
        rest=_with(told, answer, CLOSED, duties=person),
        terms=tuple(_terms(answer, reader)),
        duties=tuple(_duties(answer, reader)),
        choices=made,
        steadfast=stays,
        questions=() if person else tuple(_questions(answer, reader)),
        events=tuple(_events(answer, reader)),
        warnings=() if person else tuple(_warnings(answer, reader)),
        next_change=_next_change(answer, reader),
        danger=reader(corpus.danger) if corpus.danger else "",
        contact=reader(CONTACT).format(reach(corpus, corpus.helpdesk, reader)),
        disclaimer=reader(NOT_A_DECISION_PERSON if person else NOT_A_DECISION),
        receipt=() if person else tuple(_receipt(answer, reader)),
    )


def told_findings(answer: Answer, reader: Reader) -> list[Finding]:
    """Return what this reader is told: everything, or to her what has plain words."""
    findings = answer.position.findings
    if reader.register is not Register.PERSON:
        return list(findings)
    closed = (finding for finding in findings if finding.standing in CLOSED)
    not_hers = {finding.norm for finding in closed if finding.kind is not Kind.RIGHT}
    told = (f for f in findings if f.norm not in not_hers and f.why not in (SILENT, UNSEEN))
    return [finding for finding in told if plain(answer, finding, reader)]


def _with(
    told: dict[str, Stated], answer: Answer, standings: tuple[Standing, ...], *, duties: bool
) -> tuple[Stated, ...]:
    return tuple(
        told[finding.norm]
        for finding in answer.position.findings
        if finding.norm in told
        and finding.standing in standings
        and (duties or finding.kind is not Kind.DUTY)
    )


def _headline(answer: Answer, reader: Reader) -> Headline | None:
    """Return the first norm of the list that carries a question, with its answer."""
    norm = next((norm for norm in answer.corpus.norms.values() if norm.question), None)
    if norm is None or norm.question is None:
        return None
    finding = answer.position.finding(norm.id)
    stated = state(answer, finding, reader)
    if reader.register is Register.PERSON:
        said = plain(answer, finding, reader) or stated.sentence
        return Headline("", said, first_tone(finding), stated)
    found = norm.answers.get(finding.standing)
    said = reader(found) if found else stated.sentence
    return Headline(reader(norm.question), said, first_tone(finding), stated)


def _terms(answer: Answer, reader: Reader) -> Iterator[ToldTerm]:
    for term in answer.position.terms:
        if reader.register is not Register.PERSON or term.state is TermState.RUNNING:
            yield tell_term(answer, term, reader)


def _duties(answer: Answer, reader: Reader) -> Iterator[ToldDuty]:
    if reader.register is not Register.PERSON:
        for rows in alike(answer.position.duties):
            yield tell_duty(answer, rows, reader)


def is_over(answer: Answer) -> bool:
    """Tell whether nothing holds any more, so that nothing is left to choose."""
    return not any(finding.standing is Standing.HOLDS for finding in answer.position.findings)


def _choices(answer: Answer, reader: Reader) -> tuple[tuple[ToldChoice, ...], str]:
    made = choices(answer)
    return tell_choices(made, reader), steadfast_told(steadfast(answer, made), answer, reader)


def _questions(answer: Answer, reader: Reader) -> Iterator[ToldQuestion]:
    for asked in answer.questions:
        fact = answer.corpus.facts[asked.fact]
        titles = [reader(answer.corpus.norms[norm].title) for norm in asked.changes]
        yield ToldQuestion(
            reader(question(answer.corpus, asked.fact)),
            reach(answer.corpus, asked.ask or fact.judged_by, reader),
            reader(MOVES).format(shortened(titles, reader)),
        )


def _events(answer: Answer, reader: Reader) -> Iterator[ToldEvent]:
    events = known(answer.events, answer.position.known_at)
    for number, event in enumerate(in_order(events), 1):
        what = what_happened(answer.corpus, event.type, event.by, event.attributes, reader)
        yield ToldEvent(
            number,
            reader.day(event.on),
            capital(what),
            "; ".join(remarks(event, reader)),
            event.on > answer.position.on,
        )


def _warnings(answer: Answer, reader: Reader) -> Iterator[str]:
    """Yield until when each text was seen, where the day lies after it, and what is recalled."""
    seen: dict[tuple[str, date], list[str]] = {}
    recalled = []
    for finding in answer.position.findings:
        title = reader(answer.corpus.norms[finding.norm].title)
        deciding = finding.deciding
        if deciding is not None and deciding.last_seen is not None:
            text = reader(text_title(answer.corpus, deciding))
            seen.setdefault((text, deciding.last_seen), []).append(title)
        elif deciding is not None and not finding.confirmed:
            recalled.append(title)
    for (text, day), norms in sorted(seen.items(), key=lambda item: item[0][1], reverse=True):
        yield reader(SEEN).format(text=text, day=reader.day(day), norms=shortened(norms, reader))
    if recalled:
        yield reader(RECALLED).format(norms=shortened(recalled, reader))


def _next_change(answer: Answer, reader: Reader) -> str:
    if answer.next_change is None:
        return reader(NO_NEXT)
    return reader(NEXT).format(reader.day(answer.next_change))


def _receipt(answer: Answer, reader: Reader) -> Iterator[str]:
    receipt = answer.receipt
    program, law, events = RECEIPT
    yield reader(program).format(__version__, receipt.engine)
    yield reader(law).format(
        receipt.protocol, receipt.protocol_hash[:12], receipt.calendar, receipt.calendar_hash[:12]
    )
    yield reader(events).format(", ".join(receipt.events))
