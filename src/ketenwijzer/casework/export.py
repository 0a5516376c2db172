"""What one member may take out of a case, and out of the worklist: never more than is seen.

Free text of other organisations stays behind (safety rule 16), and so does how she is reached:
a file that is carried about is lost one day.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from ..telling.account import Stated
from ..telling.language import Reader, capital
from .access import OpenCase
from .actions.describe import DESCRIPTIONS
from .decision import Decision
from .events import BASICS, CONTACT, KINDS
from .log import write_lines
from .models import AccessLine, Involvement, Member
from .position import agreement, corpus, is_established, is_statement
from .queries import Names, Wanted, worklist
from .showing.details import Detail, details_of
from .showing.entries import UNKNOWN_KIND, happened
from .showing.now import Now, now_of
from .state import Record

NEVER = (CONTACT,)
BEHIND = ("bar_set", "bar_lifted", "seal_proposed", "seal_refused", *DESCRIPTIONS.values())
MOST_LINES = 1000
# What is not free text: all that goes along of what another organisation recorded.
FIELDS = {
    "identity": (
        *("given_name", "family_name", "other_names", "birth_date", "birth_year"),
        *("languages", "interpreter", "v_number", "police_number", "prosecution_number"),
    ),
    "exploitation": ("form",),
    "health": ("urgent",),
    "care": (),
}
CODES = ("type", "sections", "section", "receiver", "organisation", "service", "number", "id")


@dataclass(frozen=True, slots=True)
class Told:
    """One entry: the day, what happened, and which organisation recorded it."""

    on: date
    recorded_at: datetime
    what: str
    details: tuple[Detail, ...]
    recorded_by: str
    established: bool


@dataclass(frozen=True, slots=True)
class Section:
    """What stands in one section."""

    name: str
    title: str
    described: Mapping[str, object]
    described_by: str
    entries: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """The position as it is told to the organisation, in sentences."""

    on: date
    phase: str
    first: str
    holds: tuple[str, ...]
    open: tuple[str, ...]
    not_stated: tuple[str, ...]
    not_told: tuple[str, ...]
    terms: tuple[str, ...]
    duties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """A case as one member may take it along; `log` is the line that says so."""

    number: str
    made_for: str
    made_at: datetime
    agreement: str
    agreement_status: str
    log: int
    position: Standing
    sections: tuple[Section, ...]


def overview_of(case: OpenCase, line: AccessLine, names: Names, reader: Reader) -> Overview:
    """Return what a member may take out of a case that was opened for it."""
    known = agreement()
    return Overview(
        number=case.case.number,
        made_for=names.organisation(case.member.organisation_id),
        made_at=case.now,
        agreement=known.id,
        agreement_status=reader(known.status),
        log=line.id,
        position=_standing(now_of(case, case.seen(), reader), case.today),
        sections=tuple(_sections(case, names, reader)),
    )


# ------------------------------------------------------------------ the position, in sentences


def _standing(now: Now, on: date) -> Standing:
    return Standing(
        on=on,
        phase=now.account.phase,
        first=now.headline.answer if now.headline else "",
        holds=tuple(map(_sentence, now.holds)),
        open=tuple(map(_sentence, now.open)),
        not_stated=tuple(map(_sentence, now.unstated)),
        not_told=(*now.withheld, *now.withheld_terms),
        terms=tuple(_words(t.told.title, t.told.until, t.told.left) for t in now.running),
        duties=tuple(
            _words(duty.told.title, duty.told.bearer, duty.told.due)
            for duty in (*now.own_duties, *now.other_duties)
        ),
    )


def _sentence(norm: Stated) -> str:
    return _words(norm.title, norm.words, norm.period, norm.sentence)


def _words(*parts: str) -> str:
    return " – ".join(part for part in parts if part)


# ------------------------------------------------------------------ sections and entries


def _sections(case: OpenCase, names: Names, reader: Reader) -> Iterator[Section]:
    """Yield each section of which the member reads something."""
    told: dict[str, list[Told]] = {}
    for record in case.records():
        name = case.section_of(record)
        of_another = record.kind == "note_added" and not _is_own(case, record)
        if name not in NEVER and record.kind not in BEHIND and not of_another:
            told.setdefault(name, []).append(_told(case, record, names, reader))
    for name, section in agreement().sections.items():
        kind = DESCRIPTIONS.get(name)
        latest = case.latest(kind) if kind and name not in NEVER else None
        if latest is None and name not in told:
            continue
        yield Section(
            name,
            capital(reader(section.text)),
            carried(case, latest).data if latest else {},
            names.organisation(latest.author.organisation) if latest else "",
            tuple(sorted(told.get(name, []), key=lambda t: (t.on, t.recorded_at))),
        )


def _told(case: OpenCase, record: Record, names: Names, reader: Reader) -> Told:
    shown = carried(case, record)
    state = case.decider.state_of(record)
    note = (Detail("note", record.text("text")),) if record.kind == "note_added" else ()
    return Told(
        record.on,
        record.recorded_at,
        _what(case, shown, reader),
        (*note, *details_of(shown, names, reader)),
        names.organisation(record.author.organisation),
        not is_statement(record) or is_established(record, state),
    )


def _what(case: OpenCase, record: Record, reader: Reader) -> str:
    """Return what an entry says, in one line, without free text of anybody else."""
    kind = KINDS.get(record.kind)
    number = record.data.get("number")
    about = case.state.record(number) if isinstance(number, int) else None
    if is_statement(record):
        event = happened(record, reader)
    elif about is not None and case.reads(about):
        event = happened(carried(case, about), reader) if is_statement(about) else ""
    else:
        event = ""
    if record.kind == "statement_recorded":
        return capital(event)
    words = reader(kind.text if kind else UNKNOWN_KIND)
    return capital(words.replace("{event}", event).replace("{item}", event).strip(": "))


def carried(case: OpenCase, record: Record) -> Record:
    """Return an entry as it may be carried along: of others only what is no free text."""
    if _is_own(case, record):
        return record
    fields = FIELDS.get(case.section_of(record), ()) if record.kind in DESCRIPTIONS.values() else ()
    kept = {n: said for n, said in record.data.items() if n in CODES or n in fields}
    if is_statement(record):
        kept["attributes"] = dict(_closed(record))
    return replace(record, data=kept)


def _closed(record: Record) -> Iterator[tuple[str, object]]:
    """Yield the details of a statement that are a day, a choice, or yes and no."""
    kind = corpus().event_types.get(record.text("type"))
    for name, value in record.values("attributes").items():
        attribute = kind.attributes.get(name) if kind else None
        if attribute is not None and (attribute.values or attribute.type in ("date", "boolean")):
            yield name, value


def _is_own(case: OpenCase, record: Record) -> bool:
    return record.author.organisation == case.member.organisation_id


# ------------------------------------------------------------------ the worklist


def lines_to_take(member: Member, now: datetime, wanted: Wanted) -> list[Involvement]:
    """Return the lines of a worklist to take along, each of them in the log of its case."""
    found: list[Involvement] = []
    after = ""
    while len(found) < MOST_LINES:
        page = worklist(member, now, wanted, after)
        found += page.rows
        after = page.after
        if not after:
            break
    known = agreement()
    policy = f"{known.id} {known.version}"
    write_lines(
        ((f.case_id, Decision(True, "involved", policy, f.basis, f.purpose)) for f in found),
        member,
        "export",
        now,
        BASICS,
    )
    return found
