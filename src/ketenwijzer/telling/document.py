"""The position as JSON: the published contract for other programs, the same in every language.

    schema, protocol, on, known_at, phase
    findings[]   one per norm, always all of them
    terms[]  duties[]  questions[]  not_stated[]
    next_change, receipt

`protocols/schema/position.schema.json` describes it; every key is always there.
"""

from datetime import date

from ..engine.duties import DutyRow
from ..engine.findings import Finding
from ..engine.governing import GroundFinding
from ..engine.law import Standing
from ..engine.outcomes import Outcome, Reason
from ..engine.outlook import Question
from ..engine.terms import RunningTerm, TermState
from ..engine.vocabulary import Text
from .answer import Answer
from .spoken import Cited, cited, question, says, spoken, whom_to_ask

SCHEMA = "ketenwijzer/position/1"

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]
Object = dict[str, Json]


def document(answer: Answer) -> Object:
    """Return the position as values that JSON knows; days are written as 2021-05-04."""
    position = answer.position
    return {
        "schema": SCHEMA,
        "protocol": answer.corpus.id,
        "on": position.on.isoformat(),
        "known_at": _day(position.known_at),
        "phase": position.phase,
        "findings": [_finding(answer, finding) for finding in position.findings],
        "terms": [_term(term, position.on) for term in position.terms],
        "duties": [_duty(row) for row in position.duties],
        "questions": [_question(answer, question) for question in answer.questions],
        "not_stated": [
            _not_stated(answer, finding)
            for finding in position.findings
            if finding.standing is Standing.NOT_STATED
        ],
        "next_change": _day(answer.next_change),
        "receipt": _receipt(answer),
    }


def _finding(answer: Answer, finding: Finding) -> Object:
    corpus, deciding = answer.corpus, finding.deciding
    return {
        "norm": finding.norm,
        "kind": finding.kind.value,
        "title": _text(corpus.norms[finding.norm].title),
        "standing": finding.standing.value,
        "granted": finding.granted,
        "since": _day(finding.since),
        "until": _day(finding.until),
        "strength": finding.strength.value if finding.strength else None,
        "confirmed": finding.confirmed,
        "last_seen": _day(deciding.last_seen if deciding else None),
        "holder": finding.holder,
        "owed_by": list(finding.owed_by),
        "why": finding.why,
        "text": _text(spoken(corpus, finding)),
        "grounds": [_ground(ground) for ground in finding.grounds],
        "layers": [_layer(answer, outcome) for outcome in finding.outcomes],
        "sources": [_source(cite) for cite in cited(corpus, finding)],
        "reasons": [_reason(answer, reason) for reason in deciding.reasons] if deciding else [],
    }


def _ground(ground: GroundFinding) -> Object:
    strength = ground.rule.strength
    return {
        "ground": ground.ground,
        "met": ground.truth,
        "layer": ground.layer,
        "version": ground.version,
        "strength": strength.value if strength else None,
        "confirmed": ground.confirmed,
        "text": _text(ground.rule.text),
        "sources": list(ground.rule.sources),
    }


def _layer(answer: Answer, outcome: Outcome) -> Object:
    return {
        "layer": outcome.layer,
        "version": outcome.version,
        "rule": outcome.rule.id if outcome.rule else None,
        "standing": outcome.standing.value,
        "since": _day(outcome.since),
        "until": _day(outcome.until),
        "confirmed": outcome.confirmed,
        "last_seen": _day(outcome.last_seen),
        "why": outcome.why,
        "open_facts": list(outcome.open_facts),
        "text": _text(says(answer.corpus, outcome)),
        "between": [_layer(answer, other) for other in outcome.between],
    }


def _source(cite: Cited) -> Object:
    source = cite.source
    return {
        "source": source.id,
        "layer": cite.layer,
        "version": cite.version,
        "citation": source.citation,
        "location": source.location,
        "identifier": source.identifier,
        "mark": source.mark.value,
        "in_force_from": _day(source.in_force_from),
        "in_force_until": _day(source.in_force_until),
        "last_seen": _day(cite.last_seen),
    }


def _reason(answer: Answer, reason: Reason) -> Object:
    events = (event for name in reason.names for event in answer.position.evidence.get(name, ()))
    return {
        "line": reason.line,
        "met": reason.truth,
        "names": list(reason.names),
        "events": list(dict.fromkeys(events)),
    }


def _term(term: RunningTerm, on: date) -> Object:
    runs = term.state is TermState.RUNNING and term.ends is not None
    return {
        "term": term.term,
        "starts": term.starts.isoformat(),
        "ends": _day(term.ends),
        "force": term.force.value,
        "days_left": (term.ends - on).days if runs and term.ends else None,
        "state": term.state.value,
        "otherwise": _day(term.otherwise),
        "steps": [
            {"step": step.id, "day": step.day.isoformat(), "detail": step.detail}
            for step in term.steps
        ],
        "sources": list(term.sources),
    }


def _duty(row: DutyRow) -> Object:
    return {
        "norm": row.norm,
        "bearer": row.bearer,
        "state": row.state.value,
        "due": _day(row.due),
        "since": _day(row.since),
        "met_on": _day(row.met_on),
    }


def _question(answer: Answer, asked: Question) -> Object:
    fact = answer.corpus.facts[asked.fact]
    return {
        "fact": asked.fact,
        "text": _text(question(answer.corpus, asked.fact)),
        "ask": asked.ask or fact.judged_by,
        "judged_by": fact.judged_by,
        "changes": list(asked.changes),
    }


def _not_stated(answer: Answer, finding: Finding) -> Object:
    return {
        "norm": finding.norm,
        "why": finding.why,
        "ask": whom_to_ask(answer.corpus, finding),
        "text": _text(spoken(answer.corpus, finding)),
    }


def _receipt(answer: Answer) -> Object:
    receipt = answer.receipt
    return {
        "engine": receipt.engine,
        "protocol": receipt.protocol,
        "protocol_hash": receipt.protocol_hash,
        "calendar": receipt.calendar,
        "calendar_hash": receipt.calendar_hash,
        "events": list(receipt.events),
        "on": receipt.on.isoformat(),
        "known_at": _day(receipt.known_at),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _text(text: Text) -> Object:
    return {"nl": text.nl, "en": text.en}
