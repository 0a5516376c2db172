"""What guards a case: signs, who is barred, and who looked in an emergency."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from ...telling.language import Reader, capital
from ..access import OpenCase
from ..models import Member, Organisation
from ..openings import Glass
from ..position import agreement
from ..queries import Names
from ..state import Record


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign, and how it ended."""

    id: UUID
    flag: str
    message: str
    due: date | None
    by: str
    at: datetime | None
    resolved: str
    ended: bool


@dataclass(frozen=True, slots=True)
class Barred:
    """Who is barred, since when, and why."""

    id: UUID
    kind: str
    name: str
    at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class Broken:
    """A glass that was broken."""

    number: int
    by: str
    section: str
    reason: str
    at: datetime | None
    until: datetime
    open: bool
    reviewed: str
    own: bool


def signs_of(case: OpenCase, names: Names) -> list[Sign]:
    """Return the signs of a case, those that stand first."""
    raised = {r.text("id"): r for r in case.records() if r.kind == "flag_raised"}
    resolved = {r.text("id"): r.text("reason") for r in case.records() if r.kind == "flag_resolved"}
    found = [
        Sign(
            flag.id,
            flag.flag,
            raised[flag.id.hex].text("message"),
            flag.due,
            names.organisation(flag.author.organisation),
            raised[flag.id.hex].recorded_at,
            resolved.get(flag.id.hex, "") if flag.resolved else "",
            bool(flag.resolved),
        )
        for flag in case.state.flags.values()
        if flag.id.hex in raised
    ]
    return sorted(found, key=lambda sign: (sign.ended, sign.due or date.max))


def barred_of(case: OpenCase) -> list[Barred]:
    """Return who is barred: for an overseer of the owner only, and for nobody else to know of."""
    if not (case.is_owner and case.member.oversees):
        return []
    state = case.state
    last = {_whom(r): r for r in state.records if r.kind == "bar_set"}
    organisations = Organisation.objects.filter(id__in=state.barred_organisations)
    members = dict(Member.objects.filter(id__in=state.barred_members).values_list("id", "username"))
    found = [_barred(one.id, "organisation", one.name, last) for one in organisations]
    return found + [
        _barred(one, "member", _login(one, last) or members.get(one, ""), last)
        for one in sorted(state.barred_members)
    ]


def _login(member: UUID, last: dict[str, Record]) -> str:
    """Return the name by which somebody was barred, as typed: not whose it is, or if anybody's."""
    record = last.get(member.hex)
    return record.text("login") if record else ""


def _whom(record: Record) -> str:
    return record.text("member") or record.text("organisation")


def _barred(name: UUID, kind: str, text: str, last: dict[str, Record]) -> Barred:
    record = last.get(name.hex)
    at = record.recorded_at if record else None
    return Barred(name, kind, text, at, record.text("reason") if record else "")


def glasses_of(case: OpenCase, names: Names, reader: Reader) -> list[Broken]:
    """Return the glasses that were broken: all for the owner, one's own for any other."""
    mine = case.member.organisation_id
    shown = [g for g in case.state.glasses if case.is_owner or g.organisation == mine]
    return [_broken(case, glass, names, reader) for glass in reversed(shown)]


def _broken(case: OpenCase, glass: Glass, names: Names, reader: Reader) -> Broken:
    record = case.state.record(glass.number)
    section = agreement().sections.get(glass.section)
    return Broken(
        glass.number,
        names.organisation(glass.organisation),
        capital(reader(section.text)) if section else glass.section,
        glass.reason,
        record.recorded_at if record else None,
        glass.until,
        case.now < glass.until,
        glass.reviewed,
        glass.member == case.member.id,
    )
