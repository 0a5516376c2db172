"""What an entry says beside what happened: to whom, for what, until when, why; each by its name.

Whatever may not be read is not in the entry any more. An answer also says to what, if that may be
read as well.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ...engine.vocabulary import Text
from ...telling.language import Reader
from ..access import OpenCase
from ..actions.describe import DESCRIPTIONS
from ..position import HERE, agreement
from ..queries import Names
from ..state import Record

# The names under which fields are told, in this order; some kinds tell a field under another name.
FIELDS = {
    "receiver": "to",
    "organisation": "to",
    "service": "service",
    "request": "request",
    "purpose": "purpose",
    "sections": "sections",
    "section": "sections",
    "flag": "flag",
    "task": "task",
    "ground": "ground",
    "answer": "answer",
    "verdict": "verdict",
    "question": "question",
    "asked": "asked",
    "message": "message",
    "reason": "reason",
    "alternative": "alternative",
    "explained": "explained",
    "outcome": "outcome",
    "letter": "letter",
    "reads_in": "reads_in",
    "way": "way",
    "answer_by": "answer_by",
    "due": "due",
    "until": "until",
}
ALSO = {
    ("member_assigned", "organisation"): "at",
    ("bar_set", "organisation"): "whom",
    ("bar_lifted", "organisation"): "whom",
    ("case_closed", "reason"): "closing",
    ("glass_broken", "until"): "ends",
    ("referral_accepted", "reason"): "said",
    ("referral_done", "reason"): "result",
    ("copy_answered", "answer"): "copy",
    ("request_answered", "outcome"): "decided",
    ("letter_given", "way"): "handed",
}
# Whose task it is stands in the list of whoever has it; why she is referred, in the service.
LEFT_OUT = {("task_made", "organisation"), ("task_made", "purpose"), ("referral_made", "purpose")}
OF_THE_MATTER = ("receiver", "service", "purpose", "request", "flag", "task")
MATTERS = ("referral_", "consent_", "copy_", "ground_", "request_", "flag_", "task_")
DAYS = ("answer_by", "due", "until")


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that an entry says: its name, and the value in words or as a code."""

    name: str
    value: str


def details_of(
    record: Record, names: Names, reader: Reader, case: OpenCase | None = None
) -> Iterator[Detail]:
    """Yield what else an entry says; of descriptions and notes nothing: that stands in its place.

    With `case` also which referral, consent, request, flag or task it is about.
    """
    if record.kind in DESCRIPTIONS.values() or record.kind == "note_added":
        return
    matter = _matter(record, case) if case is not None else None
    if matter is not None:
        for field in OF_THE_MATTER:
            yield from _told(matter, field, names, reader)
    for field in FIELDS:
        if matter is None or field not in OF_THE_MATTER:
            yield from _told(record, field, names, reader)


def _matter(record: Record, case: OpenCase) -> Record | None:
    """Return the entry that another is an answer to, if the member may read it."""
    name, state = record.text("id"), case.decider.state_of(record)
    if not name or not record.kind.startswith(MATTERS):
        return None
    first = next((r for r in state.records if r.text("id") == name), None)
    if first is None or first.number == record.number or not case.reads(first):
        return None
    return case.decider.shown(first)


def _told(record: Record, field: str, names: Names, reader: Reader) -> Iterator[Detail]:
    if (record.kind, field) in LEFT_OUT:
        return
    value = _value(record, field, names, reader)
    if value:
        yield Detail(ALSO.get((record.kind, field), FIELDS[field]), value)


def _value(record: Record, field: str, names: Names, reader: Reader) -> str:
    if field == "sections":
        return ", ".join(_words("section", name, reader) for name in record.texts("sections"))
    value = record.text(field)
    if not value:
        return ""
    if field in ("receiver", "organisation"):
        return names.organisation(UUID(value))
    if field in DAYS:
        return _told_day(value, reader)
    return _words(field, value, reader)


def _words(field: str, value: str, reader: Reader) -> str:
    """Return a value in the words of the agreement; one that has none there as it is."""
    found = _vocabulary(field).get(value)
    return reader(found) if found else value


def _vocabulary(field: str) -> Mapping[str, Text]:
    known = agreement()
    match field:
        case "service":
            return {name: one.text for name, one in known.services.items()}
        case "section":
            return {name: one.text for name, one in known.sections.items()}
        case "request":
            return {name: one.text for name, one in known.requests.items()}
        case "purpose":
            return known.purposes
        case "ground":
            return known.grounds
    return {}


def _told_day(value: str, reader: Reader) -> str:
    """Return a day in words; of a moment also the time, as clocks show it here."""
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        return reader.day(moment.date())
    here = moment.astimezone(HERE)
    return f"{reader.day(here.date())} {here:%H:%M}"
