"""What the engine says of the thing that a check speaks of, in the words of the check."""

from collections.abc import Mapping

from ketenwijzer.engine.findings import Finding
from ketenwijzer.engine.position import Position, determine
from tests.scenarios.stories import Check, Expected, Scenario, corpus


def told(story: Scenario, check: Check) -> dict[str, Expected | None]:
    """Return, for each word of the check, what comes out on its day."""
    position = determine(corpus(), story.events, check.on, check.known_at)
    everything: dict[str, Expected | None] = {"phase": position.phase}
    if check.norm:
        everything |= _of_norm(position.finding(check.norm), check)
    if check.term:
        everything |= _of_term(position, check.term)
    if check.duty:
        everything |= _of_duty(position, check.duty)
    return {word: everything.get(word) for word in check.expected}


def differences(story: Scenario, check: Check) -> list[str]:
    """Return a line for each word of the check that comes out otherwise."""
    found = told(story, check)
    return [
        f"{word}: expected {_words(wanted)}, found {_words(found[word])}"
        for word, wanted in check.expected.items()
        if not _agrees(wanted, found[word])
    ]


def _of_norm(finding: Finding, check: Check) -> dict[str, Expected | None]:
    rule = finding.deciding.rule if finding.deciding else None
    wanted = check.expected.get("grounds")
    asked = wanted if isinstance(wanted, Mapping) else {}
    return {
        "standing": finding.standing.value,
        "granted": finding.granted,
        "since": finding.since,
        "until": finding.until,
        "confirmed": finding.confirmed,
        "why": finding.why,
        "version": finding.deciding.version if finding.deciding else None,
        "decided_by": rule.id if rule else None,
        "legal_strength": finding.strength.value if finding.strength else None,
        "grounds": {g.ground: g.truth for g in finding.grounds if g.ground in asked},
    }


def _of_term(position: Position, name: str) -> dict[str, Expected | None]:
    term = next((t for t in position.terms if t.term == name), None)
    if term is None:
        return {"state": "not_started"}
    return {"starts": term.starts, "ends": term.ends, "state": term.state.value}


def _of_duty(position: Position, name: str) -> dict[str, Expected | None]:
    rows = [row for row in position.duties if row.norm == name]
    states = {row.state.value for row in rows} or {"not_arisen"}
    return {"state": " ".join(sorted(states)), "due": rows[0].due if rows else None}


def _agrees(wanted: Expected, found: Expected | None) -> bool:
    return found in wanted if isinstance(wanted, tuple) else found == wanted


def _words(value: Expected | None) -> str:
    return " or ".join(value) if isinstance(value, tuple) else str(value)
