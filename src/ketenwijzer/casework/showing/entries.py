"""The chronology as sentences: what happened, who recorded it when, and why one may read it.

What the member may not read is not there at all: no gap, no number that betrays it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from ...engine.case import PERSON, Value
from ...engine.vocabulary import EventType, Text
from ...telling.happenings import in_order, parties, what_happened
from ...telling.language import Reader, capital
from ..access import OpenCase, visible
from ..actions.record import RecordStatement
from ..events import KINDS
from ..position import HERE, Seen, agreement, corpus, event_of, is_established, is_statement
from ..queries import Names
from ..reasons import said
from ..state import Record
from .details import Detail, details_of

LAW, BETWEEN, FILE, SYSTEM = "law", "between", "file", "system"
GROUPS = (LAW, BETWEEN, FILE, SYSTEM)
ANSWERS = {"statement_confirmed", "statement_refused"}
ASIDE = ("seal_proposed", "seal_refused")
UNKNOWN_KIND = Text("vastgelegd", "recorded")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it is read. `number` is for addresses only; `dot` is that of the drawing.

    `established_by` is filled where the statement is only reported: who may establish it. `here`
    tells whether it stands in the file that is looked at, and not in one that was merged into it:
    only there can anything be done with it, by its number. `file` is that other file, if it opens
    for the member.
    """

    number: int
    here: bool
    file: str
    group: str
    on: date
    recorded_at: datetime
    late: bool
    what: str
    details: tuple[Detail, ...]
    organisation: str
    member: str
    own: bool
    reported: bool
    established_by: str
    waits: bool
    refused: bool
    corrected: bool
    may_correct: bool
    may_seal: bool
    dot: int | None
    section: str
    why: str
    kind: str
    type: str


def entries_of(
    case: OpenCase, seen: Seen, names: Names, reader: Reader, known_at: date | None = None
) -> list[Entry]:
    """Return what a member may read of a chronology, what happened last on top."""
    records = readable(case, known_at)
    return told(case, seen, names, reader, records, records)


def readable(case: OpenCase, known_at: date | None = None) -> list[Record]:
    """Return the entries that a member may read, what happened last on top."""
    files = {state.id: place for place, state in enumerate(case.states)}
    found = [r for r in case.records() if known_at is None or recorded_on(r) <= known_at]
    found.sort(
        key=lambda r: (r.on, r.recorded_at, r.number, files[case.decider.state_of(r).id]),
        reverse=True,
    )
    return found


def told(
    case: OpenCase,
    seen: Seen,
    names: Names,
    reader: Reader,
    records: list[Record],
    wanted: Iterable[Record],
) -> list[Entry]:
    """Tell the wanted ones of all entries that a member may read."""
    teller = _Teller(case, seen, names, reader, records)
    return [teller.entry(record) for record in wanted if record.kind not in ASIDE]


def recorded_on(record: Record) -> date:
    """Return the day on which an entry was recorded."""
    return record.recorded_at.astimezone(HERE).date()


class _Teller:
    """Tells the entries of one case to one member."""

    def __init__(
        self, case: OpenCase, seen: Seen, names: Names, reader: Reader, records: list[Record]
    ) -> None:
        self.case = case
        self.names = names
        self.reader = reader
        self.dots = {event.id: n for n, event in enumerate(in_order(seen.events), 1)}
        self.files = _files_of(case)
        self.corrected = {
            (case.decider.state_of(record).id, number)
            for record in records
            if isinstance(number := record.data.get("supersedes"), int)
        }

    def entry(self, record: Record) -> Entry:
        state = self.case.decider.state_of(record)
        here = state.id == self.case.state.id
        corrected = (state.id, record.number) in self.corrected
        own = record.author.organisation == self.case.member.organisation_id
        stated = is_statement(record)
        proposal = state.proposals.get(record.number)
        established = not stated or is_established(record, state)
        waits = proposal is not None and not proposal.answer
        return Entry(
            number=record.number,
            here=here,
            file=self.files.get(state.id, ""),
            group=group_of(record),
            on=record.on,
            recorded_at=record.recorded_at,
            late=recorded_on(record) != record.on,
            what=self.what(record),
            details=tuple(details_of(record, self.names, self.reader, self.case)),
            organisation=self.names.organisation(record.author.organisation),
            member=self.names.member(record.author.member) if own else "",
            own=own,
            reported=not established and not proposal,
            established_by="" if established else self.establishers(record),
            waits=waits,
            refused=proposal is not None and proposal.answer == "statement_refused",
            corrected=corrected,
            may_correct=here and own and stated and not waits and not corrected,
            may_seal=here and self.may_seal and record.kind != "case_opened",
            dot=self.dot(record),
            section=self.case.section_of(record),
            why=self.reader(said(self.case.decider.record(record).reason)),
            kind=record.kind,
            type=record.text("type"),
        )

    @property
    def may_seal(self) -> bool:
        """Tell whether the member may propose to seal what does not belong in the case."""
        return self.case.is_owner and self.case.member.oversees

    def what(self, record: Record) -> str:
        """Return what an entry says, in one line."""
        kind = KINDS.get(record.kind)
        words = self.reader(kind.text if kind else UNKNOWN_KIND)
        about = record
        number = record.data.get("number")
        if record.kind in ANSWERS | {"item_released"} and isinstance(number, int):
            found = self.case.decider.state_of(record).record(number)
            about = self.case.decider.shown(found) if found is not None else record
        told = happened(about, self.reader) if is_statement(about) else self._kind(about)
        if record.kind == "statement_recorded":
            return capital(told)
        return capital(words.replace("{event}", told).replace("{item}", told))

    def _kind(self, record: Record) -> str:
        kind = KINDS.get(record.kind)
        return self.reader(kind.text if kind else UNKNOWN_KIND)

    def establishers(self, record: Record) -> str:
        """Return who may establish what was only reported."""
        statement = agreement().statements.get(record.text("type"))
        return parties(corpus(), statement.stated_by, self.reader) if statement else ""

    def dot(self, record: Record) -> int | None:
        kind = corpus().event_types.get(record.text("type"))
        if not is_statement(record) or kind is None or kind.name == PERSON:
            return None
        state = self.case.decider.state_of(record)
        return self.dots.get(event_of(record, kind, state).id)


def _files_of(case: OpenCase) -> Mapping[UUID, str]:
    """Return the numbers of the files that were merged into a case and open for the member."""
    merged = [state.id for state in case.states[1:]]
    if not merged:
        return {}
    found = visible(case.member, case.now).filter(case__in=merged)
    return dict(found.values_list("case_id", "case__number"))


def happened(record: Record, reader: Reader) -> str:
    """Return what a statement says happened, with its details."""
    kind = corpus().event_types.get(record.text("type"))
    if kind is None:
        return record.text("type")
    return what_happened(corpus(), kind.name, None, dict(values_of(record, kind)), reader)


def told_command(command: RecordStatement, reader: Reader) -> str:
    """Return what a statement that is not recorded yet says happened."""
    kind = corpus().event_types[command.type]
    values = dict(_values(command.attributes, kind))
    return what_happened(corpus(), kind.name, None, values, reader)


def values_of(record: Record, kind: EventType) -> Iterator[tuple[str, Value]]:
    """Yield the details of a statement as values; what was not filled in is left out."""
    yield from _values(record.values("attributes"), kind)


def _values(given: Mapping[str, object], kind: EventType) -> Iterator[tuple[str, Value]]:
    for name, value in given.items():
        attribute = kind.attributes.get(name)
        if attribute is None or value in (None, ""):
            continue
        if attribute.type == "date":
            yield name, date.fromisoformat(str(value))
        else:
            yield name, value if isinstance(value, bool) else str(value)


def group_of(record: Record) -> str:
    """Return the group by which entries can be filtered."""
    kind = KINDS.get(record.kind)
    if is_statement(record) or record.kind in ANSWERS:
        return LAW
    if kind is None or kind.system:
        return SYSTEM
    return BETWEEN if kind.between else FILE
