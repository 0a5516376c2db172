"""What stays on top of every page of a case: where it is, what runs, how she is reached safely."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ...engine.terms import RunningTerm, TermState
from ...engine.view import View
from ...engine.vocabulary import Text
from ...telling.language import Reader, capital
from ...telling.reading import term_text
from ..access import OpenCase
from ..age import may_be_child, told_group
from ..events import CONTACT
from ..position import Seen, corpus, events_of
from ..queries import Names
from ..state import Consent, Record
from ..statuses import CaseStatus

MOST_CLOCKS = 3
RUNNING = (TermState.RUNNING, TermState.SUSPENDED)
CONSENTS = ("given", "withheld", "withdrawn", "over")
LAST_DAY = Text("vandaag de laatste dag", "today is the last day")
LEFT = Text("nog {}", "{} left")
STANDS_STILL = Text("staat stil", "stands still")


@dataclass(frozen=True, slots=True)
class Clock:
    """A term that runs: how far gone it is, from 0 to 100, and what is left of it."""

    title: str
    starts: date
    ends: date | None
    left: str
    share: int
    soon: bool


@dataclass(frozen=True, slots=True)
class Safely:
    """How to contact her. `known` is false where nobody recorded that it is safe: then do not."""

    allowed: bool
    known: bool
    plan: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Header:
    """What every page of a case begins with."""

    number: str
    initials: str
    phase: str
    status: str
    signs: tuple[str, ...]
    owner: str
    is_owner: bool
    in_hand: str
    in_own_hands: bool
    can_take: bool
    clocks: tuple[Clock, ...]
    consents: tuple[tuple[str, int], ...]
    language: str
    interpreter: str
    safely: Safely


def header_of(case: OpenCase, seen: Seen, names: Names, reader: Reader) -> Header:
    """Return the header of a case for whoever opened it."""
    state, own = case.state, case.member.organisation_id
    part = state.parts.get(own) if own else None
    assigned = part.assigned if part else None
    identity = case.latest("identity_recorded")
    said = identity.data if identity else {}
    return Header(
        number=case.case.number,
        initials=initials(said),
        phase=phase_of(seen, reader),
        status=state.status.value,
        signs=tuple(signs_of(case, seen)),
        owner=names.organisation(state.owner),
        is_owner=case.is_owner,
        in_hand=names.member(assigned),
        in_own_hands=assigned == case.member.id,
        can_take=part is not None and assigned is None,
        clocks=tuple(clocks_of(seen, case.today, reader))[:MOST_CLOCKS],
        consents=consent_of(case),
        language=str(said.get("languages") or ""),
        interpreter=str(said.get("interpreter") or "unknown"),
        safely=safely(case),
    )


def initials(identity: Mapping[str, object]) -> str:
    """Return a name of which nothing can be read over a shoulder but the first letters."""
    names = (str(identity.get(name) or "").strip() for name in ("given_name", "family_name"))
    return " ".join(f"{name[0].upper()}." for name in names if name)


def phase_of(seen: Seen, reader: Reader) -> str:
    """Return the phase in words."""
    found = (phase for phase in corpus().phases if phase.id == seen.position.phase)
    return next((capital(reader(phase.text)) for phase in found), "")


def signs_of(case: OpenCase, seen: Seen) -> Iterator[str]:
    """Yield the signs that must be seen at once; that she may be a child, by everyone involved."""
    state = case.state
    contact = state.latest.get("contact_plan_recorded")
    if case.may(CONTACT).allowed:
        if contact is not None and contact.data.get("danger_now") is True:
            yield "danger"
        if contact is None:
            yield "no_contact_plan"
    if any(not flag.resolved for flag in state.flags.values()):
        yield "flag"
    if state.restricted:
        yield "restricted"
    view = View(corpus(), seen.events, case.today)
    if may_be_child(view, told_group(events_of(case.states))):
        yield "minor"
    if state.status is CaseStatus.CLOSED:
        yield "closed"


def clocks_of(seen: Seen, today: date, reader: Reader) -> Iterator[Clock]:
    """Yield the terms that run, the one that ends first on top; none that others see otherwise."""
    running = [
        term
        for term in seen.position.terms
        if term.state in RUNNING and term.term not in seen.withheld_terms
    ]
    for term in sorted(running, key=lambda t: t.ends or date.max):
        yield clock(term, today, reader)


def clock(term: RunningTerm, today: date, reader: Reader) -> Clock:
    """Return one term as a bar: how far gone, and what is left."""
    days = (term.ends - today).days if term.ends else None
    if term.state is TermState.SUSPENDED or days is None:
        left = reader(STANDS_STILL)
    else:
        left = reader(LEFT).format(reader.days(days)) if days else reader(LAST_DAY)
    length = (term.ends - term.starts).days if term.ends else 0
    gone = (today - term.starts).days
    share = max(0, min(100, round(100 * gone / length))) if length else 0
    title = capital(reader(term_text(corpus(), term.term)))
    return Clock(title, term.starts, term.ends, left, share, days is not None and days <= 7)


def consent_of(case: OpenCase) -> tuple[tuple[str, int], ...]:
    """Return for how many consent stands, was refused, taken back or ran out; none if not asked.

    What is counted is a receiver and a purpose, as far as it concerns whoever looks. Where one
    answer stands and a later one for other sections is no, both are true.
    """
    asked: dict[tuple[UUID, str], list[Consent]] = {}
    for consent in sorted(case.state.consents.values(), key=lambda c: c.number):
        if _concerns(case, consent.number):
            asked.setdefault((consent.receiver, consent.purpose), []).append(consent)
    found = [status for answers in asked.values() for status in _statuses(answers, case.today)]
    return tuple((name, found.count(name)) for name in CONSENTS if name in found)


def _statuses(answers: list[Consent], today: date) -> Iterator[str]:
    """Yield how it stands with her answers about one receiver and purpose, in order."""
    last = answers[-1]
    stands = any(c.opens(c.receiver, s, today) for c in answers for s in c.sections)
    if stands:
        yield "given"
    if not last.given:
        yield "withheld"
    elif not stands:
        yield "withdrawn" if last.withdrawn_at is not None else "over"


def _concerns(case: OpenCase, number: int) -> bool:
    record: Record | None = case.state.record(number)
    return record is not None and case.reads(record)


def safely(case: OpenCase) -> Safely:
    """Return how to contact her: only what was recorded as safe, and never without it."""
    if not case.may(CONTACT).allowed:
        return Safely(allowed=False, known=False, plan={})
    record = case.latest("contact_plan_recorded")
    plan = record.data if record is not None else {}
    return Safely(allowed=True, known=plan.get("channel") not in (None, "", "none"), plan=plan)
