"""Tells how one norm stands: in a sentence for the reader, with as much law as the reader wants."""

from collections.abc import Iterator

from ..engine.calendar import DAY
from ..engine.conditions import Always, Condition
from ..engine.findings import SILENT, UNSEEN, Finding
from ..engine.law import Corpus, Holding, Kind, Standing, Strength
from ..engine.outcomes import Outcome, Reason
from ..engine.truth import Truth
from ..engine.vocabulary import Text
from .account import Because, Stated
from .answer import Answer
from .happenings import dated, parties, party, reach
from .language import Reader, Register, capital, sentence
from .looks import tone
from .reading import read_aloud
from .spoken import (
    Cited,
    cited,
    is_about_her,
    of_outcome,
    says,
    seen_until,
    sides,
    speaks_for_all,
    spoken,
    text_title,
    version_of,
    whom_to_ask,
)
from .words import MARKS, SPEAKS, STANDINGS, TRUTHS, standing_words

SINCE = Text("sinds {}", "since {}")
FROM_TO = Text("{} t/m {}", "{} to {}")
OWED_BY = Text("verantwoordelijk: {}", "responsible: {}")
BORNE_BY = Text("te doen door: {}", "to be done by: {}")
HELD_BY = Text("bevoegd: {}", "has the power: {}")
NOT_CONFIRMED = Text("niet bevestigd", "not confirmed")
LAST_SEEN = Text(
    "niet bevestigd: deze tekst is het laatst in gebruik gezien op {}",
    "not confirmed: this text was last seen in use on {}",
)
NOT_GRANTED_PLAIN = Text(
    "{}: je lijkt aan de voorwaarden te voldoen. Er is nog niets verleend.",
    "{}: it seems that you meet the conditions. Nothing has been granted yet.",
)
MAY_PLAIN = Text("{}: dit kan, maar het is niet zeker.", "{}: this is possible, but not certain.")
BY_ELIMINATION = Text(
    "geen eerdere regel van deze tekst is van toepassing",
    "no earlier rule of this text applies",
)
READ_ON = Text("tekst vanaf {}", "text from {}")
READ_BETWEEN = Text("tekst van tussen {} en {}", "text from between {} and {}")
SEEN_UNTIL = Text("laatst in gebruik gezien op {}", "last seen in use on {}")
POSITION_OF = Text("standpunt van {}", "position of {}")

TRUTH_SIGNS: dict[Truth, str] = {True: "✓", False: "✗", None: "?"}


def state(answer: Answer, finding: Finding, reader: Reader) -> Stated:
    """Tell one finding to one reader."""
    corpus = answer.corpus
    full = reader.register is Register.LAWYER
    aside = reader.register is Register.WORKER and not is_about_her(corpus, finding.norm)
    told = plain(answer, finding, reader) if reader.register is Register.PERSON else ""
    return Stated(
        norm=finding.norm,
        title=capital(reader(corpus.norms[finding.norm].title)),
        tone=tone(finding),
        words=reader(standing_words(finding)),
        sentence=told or sentence(reader(spoken(corpus, finding))),
        key=bool(corpus.norms[finding.norm].plain),
        silent=finding.why in (SILENT, UNSEEN) or aside,
        aside=aside,
        hers=finding.kind is Kind.RIGHT,
        group=corpus.norms[finding.norm].group,
        period=_period(finding, reader),
        until=_until(finding, reader),
        by=_by(answer, finding, reader),
        ask=reach(corpus, whom_to_ask(corpus, finding), reader),
        notes=tuple(_notes(finding, reader)),
        reasons=because(answer, finding.deciding, finding, reader) if full else (),
        grounds=tuple(_grounds(answer, finding, reader)) if full else (),
        layers=tuple(_layers(answer, finding, reader)) if full else (),
        sources=_sources(answer, finding, reader),
        case_law=tuple(case_law(answer, finding.norm, reader)) if full else (),
    )


def plain(answer: Answer, finding: Finding, reader: Reader) -> str:
    """Return what the person herself is told, or nothing where the protocol has no plain words.

    What only *may* be granted, or was not granted yet, is never told as if it were hers.
    """
    rule = finding.deciding.rule if finding.deciding else None
    if rule and rule.plain and speaks_for_all(finding):
        return reader(rule.plain)
    found = answer.corpus.norms[finding.norm].plain.get(finding.standing)
    if found is None or finding.standing is not Standing.HOLDS:
        return reader(found) if found else ""
    title = capital(reader(answer.corpus.norms[finding.norm].title))
    if finding.granted is False:
        return reader(NOT_GRANTED_PLAIN).format(title)
    if finding.strength is Strength.MAY and not _is_always_may(answer.corpus, finding):
        return reader(MAY_PLAIN).format(title)
    return reader(found)


def _is_always_may(corpus: Corpus, finding: Finding) -> bool:
    """Tell whether a norm is never more than a *may*, so that its own plain words say so."""
    if finding.kind is Kind.POWER:
        return True
    versions = (version for layer in corpus.layers for version in layer.versions)
    rules = (
        version.norms[finding.norm].rules for version in versions if finding.norm in version.norms
    )
    holding = (rule for found in rules for rule in found if rule.then is Standing.HOLDS)
    return all(rule.strength is Strength.MAY for rule in holding)


def because(
    answer: Answer, outcome: Outcome | None, finding: Finding, reader: Reader
) -> tuple[Because, ...]:
    """Return the parts of the condition that decided, or that are open, with their events."""
    if outcome is None or outcome.rule is None:
        return ()
    parts = dict(zip(outcome.rule.lines, outcome.rule.clauses, strict=True))
    return tuple(
        reason_told(answer, reason, parts[reason.line], finding, reader)
        for reason in outcome.reasons
    )


def reason_told(
    answer: Answer, reason: Reason, part: Condition, finding: Finding, reader: Reader
) -> Because:
    """Tell one part of a condition, with the events that bear it out."""
    ids = dict.fromkeys(
        event for name in reason.names for event in answer.position.evidence.get(name, ())
    )
    events = (answer.event(name) for name in ids)
    words = reader(BY_ELIMINATION)
    if not isinstance(part, Always):
        words = read_aloud(part, answer.view, reader, finding.grounds)
    return Because(
        reason.line,
        words,
        reader(TRUTHS[reason.truth]),
        TRUTH_SIGNS[reason.truth],
        tuple(dated(answer.corpus, event, reader) for event in events if event is not None),
    )


def case_law(answer: Answer, norm: str, reader: Reader) -> Iterator[str]:
    """Yield what courts held about a norm, as far as it could be known."""
    known_at = answer.position.known_at
    for holding in answer.corpus.holdings:
        later = known_at is not None and holding.decided_on and holding.decided_on > known_at
        if holding.norm == norm and not later:
            yield holding_told(answer, holding, reader)


def holding_told(answer: Answer, holding: Holding, reader: Reader) -> str:
    """Tell one holding: for whom it speaks, what was held, where it stands."""
    if holding.speaks in SPEAKS:
        side = reader(SPEAKS[holding.speaks])
    else:
        side = reader(POSITION_OF).format(party(answer.corpus, holding.speaks, reader))
    day = f", {reader.day(holding.decided_on)}" if holding.decided_on else ""
    return f"{capital(side)}: {sentence(reader(holding.text))} ({holding.ruling}{day})"


def source_told(answer: Answer, cite: Cited, reader: Reader) -> str:
    """Tell one source: where it stands, in which version, how well read, until when seen."""
    source = cite.source
    parts = [", ".join(filter(None, (source.citation, source.location)))]
    if source.identifier:
        parts.append(source.identifier)
    version = version_of(answer.corpus, cite.layer, cite.version)
    seen = seen_until(answer.corpus, cite)
    if version is not None and version.not_before == version.seen:
        parts.append(reader(READ_ON).format(reader.day(version.seen)))
    elif version is not None:
        days = reader.day(version.not_before), reader.day(version.seen)
        parts.append(reader(READ_BETWEEN).format(*days))
    parts.append(f"[{source.mark}] {reader(MARKS[source.mark])}")
    if seen is not None:
        parts.append(reader(SEEN_UNTIL).format(reader.day(seen)))
    if source.note is not None:
        parts.append(reader(source.note))
    return " · ".join(parts)


def _sources(answer: Answer, finding: Finding, reader: Reader) -> tuple[str, ...]:
    """Return the places in law: all of them for a lawyer, those that decide for a worker."""
    corpus = answer.corpus
    match reader.register:
        case Register.LAWYER:
            told = [source_told(answer, cite, reader) for cite in cited(corpus, finding)]
        case Register.WORKER:
            found = [c for o in sides(finding) for c in of_outcome(corpus, finding.norm, o)]
            places = [(cite.source.citation, cite.source.location) for cite in found]
            told = [", ".join(filter(None, place)) for place in places]
        case Register.PERSON:
            told = []
    return tuple(dict.fromkeys(told))


def _period(finding: Finding, reader: Reader) -> str:
    if finding.standing not in (Standing.HOLDS, Standing.DISPUTED):
        return ""
    if finding.since and finding.until:
        last = finding.until - DAY
        return reader(FROM_TO).format(reader.day(finding.since), reader.day(last))
    if finding.since:
        return reader(SINCE).format(reader.day(finding.since))
    return _until(finding, reader)


def _until(finding: Finding, reader: Reader) -> str:
    if finding.until is None or finding.standing not in (Standing.HOLDS, Standing.DISPUTED):
        return ""
    return reader.till(finding.until - DAY)


def _by(answer: Answer, finding: Finding, reader: Reader) -> str:
    corpus = answer.corpus
    if finding.kind is Kind.POWER:
        return reader(HELD_BY).format(party(corpus, finding.holder, reader))
    if not finding.owed_by:
        return ""
    form = BORNE_BY if finding.kind is Kind.DUTY else OWED_BY
    return reader(form).format(parties(corpus, finding.owed_by, reader))


def _notes(finding: Finding, reader: Reader) -> Iterator[str]:
    last_seen = finding.deciding.last_seen if finding.deciding else None
    if last_seen is not None:
        yield reader(LAST_SEEN).format(reader.day(last_seen))
    elif not finding.confirmed and finding.standing is not Standing.NOT_STATED:
        yield reader(NOT_CONFIRMED)


def _grounds(answer: Answer, finding: Finding, reader: Reader) -> Iterator[str]:
    for ground in finding.grounds:
        told = f"{TRUTH_SIGNS[ground.truth]} {reader(ground.rule.text)}"
        yield f"{told} ({reader(TRUTHS[ground.truth])})"


def _layers(answer: Answer, finding: Finding, reader: Reader) -> Iterator[str]:
    """Yield what each text says, where there is more than one to hear."""
    outcomes = finding.outcomes if len(finding.outcomes) > 1 else sides(finding)
    if len(outcomes) < 2:
        return
    for outcome in outcomes:
        title = reader(text_title(answer.corpus, outcome))
        words = reader(STANDINGS[outcome.standing])
        yield f"{title}: {words}. {sentence(reader(says(answer.corpus, outcome)))}"
