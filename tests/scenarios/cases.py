"""Builds a case of an invented person in a line, for tests of what the protocol means."""

from datetime import date
from functools import cache

from ketenwijzer.corpus.cases import read_case, read_case_text
from ketenwijzer.corpus.load import read_corpus
from ketenwijzer.engine.case import Event
from ketenwijzer.engine.findings import Finding
from ketenwijzer.engine.law import Corpus
from ketenwijzer.engine.position import Position, determine

ADULT = "age_group: adult, nationality: third_country"


@cache
def dutch() -> Corpus:
    """Return the Dutch protocol, read once."""
    return read_corpus("nl")


def events_of(*told: str, person: str = ADULT) -> tuple[Event, ...]:
    """Read events told as `2021-05-04 permit_granted kind: temporary_permit, until: …`."""
    lines = ["protocol: nl", f"person: {{{person}}}", "events:" if told else "events: []"]
    for line in told:
        on, kind, *rest = line.split(" ", 2)
        lines.append(f"  - {{on: {on}, type: {kind}{', ' + rest[0] if rest else ''}}}")
    return read_case(read_case_text("\n".join(lines), "case.yaml"), dutch()).events


def position_on(day: str, *told: str, person: str = ADULT, known_at: str | None = None) -> Position:
    """Determine the position of a case told in lines."""
    known = date.fromisoformat(known_at) if known_at else None
    return determine(dutch(), events_of(*told, person=person), date.fromisoformat(day), known)


def finding_on(
    norm: str, day: str, *told: str, person: str = ADULT, known_at: str | None = None
) -> Finding:
    """Return one finding of a case told in lines."""
    return position_on(day, *told, person=person, known_at=known_at).finding(norm)


def standing_on(
    norm: str, day: str, *told: str, person: str = ADULT, known_at: str | None = None
) -> str:
    """Return how one norm stands in a case told in lines."""
    return finding_on(norm, day, *told, person=person, known_at=known_at).standing.value
