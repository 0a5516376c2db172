"""A copy for herself: what one organisation sees of her, without anybody else in it (rule 8).

Third persons are found in free text, so that stays out until a worker has read it and chosen it.
Out in any case: who records as a person, notes, references of police and prosecution, where she
sleeps, her code word, who must never know, and all that passes between her and whoever the
agreement calls confidential.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from ...engine.case import PERSON
from ...engine.vocabulary import Text
from ...telling.language import Reader
from ..access import OpenCase
from ..actions.describe import DESCRIPTIONS
from ..models import Organisation
from ..position import agreement, corpus, is_established, is_statement
from ..queries import Names
from ..state import Record
from .asked import Asking, requests_of
from .involved import known_to
from .shared import Allowed, answers_of

# What is told as it stands, per section.
FACTS = {
    "identity": (
        *("given_name", "family_name", "other_names", "birth_date", "birth_year"),
        *("languages", "interpreter", "v_number"),
    ),
    "contact": ("channel", "voicemail", "paper"),
    "exploitation": ("form",),
    "health": ("urgent",),
    "care": (),
}
# What may be told once it was read, if the own organisation wrote it.
TEXTS = {
    "exploitation": ("account",),
    "health": ("summary", "needs", "medication"),
    "care": ("goals", "agreed", "next"),
}
NEVER = ("notes",)


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in one section: facts, texts that were chosen, and whether there is more."""

    section: str
    facts: Mapping[str, object]
    texts: Mapping[str, object]
    to_choose: Mapping[str, object]
    more: bool
    by: str
    happened: tuple[tuple[date, str], ...]


@dataclass(frozen=True, slots=True)
class Having:
    """An organisation that takes part, and since when."""

    name: str
    since: datetime


@dataclass(frozen=True, slots=True)
class HerCopy:
    """All that stands in her copy, apart from what holds for her now."""

    made_by: str
    phone: str
    owner: str
    sections: tuple[Written, ...]
    having: tuple[Having, ...]
    answers: tuple[Allowed, ...]
    requests: tuple[Asking, ...]


def copy_of(case: OpenCase, names: Names, reader: Reader, chosen: Collection[str]) -> HerCopy:
    """Return her copy; `chosen` are the texts, as `section.field`, in which nobody else stands."""
    hidden = confidential_in(case)
    asks = maker_of(case, hidden)
    return HerCopy(
        made_by=asks.name if asks else "",
        phone=asks.phone if asks else "",
        owner=names.organisation(case.state.owner),
        sections=tuple(_written(case, names, reader, chosen, hidden)),
        having=tuple(having_of(case, names, hidden)),
        answers=tuple(a for a in answers_of(case, names, reader) if a.receiver_id not in hidden),
        requests=tuple(requests_of(case, names, reader)),
    )


def maker_of(case: OpenCase, hidden: set[UUID]) -> Organisation | None:
    """Return who signs for what she takes along: the own organisation, or else the owner."""
    own = case.state.owner if case.member.organisation_id in hidden else case.member.organisation_id
    return Organisation.objects.filter(id=own).first() if own else None


def confidential_in(case: OpenCase) -> set[UUID]:
    """Return the organisations that a copy is silent about."""
    roles = [role for role, access in agreement().roles.items() if access.confidential]
    met = {part.organisation for state in case.states for part in state.parts.values()}
    met |= {consent.receiver for consent in case.state.consents.values()}
    met |= {referral.receiver for referral in case.state.referrals.values()}
    found = Organisation.objects.filter(id__in=met, role__in=roles)
    return set(found.values_list("id", flat=True))


def having_of(case: OpenCase, names: Names, hidden: set[UUID]) -> Iterator[Having]:
    """Yield the organisations that take part, as she may be told of them."""
    may_know = known_to(case) - hidden - case.state.barred_organisations
    for part in case.state.parts.values():
        if part.organisation in may_know and part.is_live(case.now) and part.only is None:
            yield Having(names.organisation(part.organisation), part.since)


# ------------------------------------------------------------------ what was written


def _written(
    case: OpenCase, names: Names, reader: Reader, chosen: Collection[str], hidden: set[UUID]
) -> Iterator[Written]:
    told = [r for r in case.records() if r.author.organisation not in hidden]
    happened = [r for r in told if _is_told(case, r)]
    for section in agreement().sections:
        if section in NEVER:
            continue
        record = case.latest(DESCRIPTIONS.get(section, ""))
        if record is not None and record.author.organisation in hidden:
            record = None
        facts = _of(record, FACTS.get(section, ()))
        texts = _of(record, TEXTS.get(section, ()))
        own = record is not None and record.author.organisation == case.member.organisation_id
        taken = {n: v for n, v in texts.items() if own and f"{section}.{n}" in chosen}
        known = list(_happened(case, happened, section))
        yield Written(
            section=section,
            facts=facts,
            texts=taken,
            to_choose=texts if own else {},
            more=len(taken) < len(texts) or any(plain is None for _, plain in known),
            by=names.organisation(record.author.organisation) if record else "",
            happened=tuple((on, reader(plain)) for on, plain in known if plain),
        )


def _of(record: Record | None, fields: Collection[str]) -> dict[str, object]:
    return {n: record.data[n] for n in fields if record is not None and record.data.get(n)}


def _is_told(case: OpenCase, record: Record) -> bool:
    """Tell whether a statement stands in her copy: it counts, and says more than who she is."""
    state = case.decider.state_of(record)
    known = corpus().event_types.get(record.text("type"))
    told = is_statement(record) and known is not None and known.name != PERSON
    return told and is_established(record, state)


def _happened(
    case: OpenCase, records: list[Record], section: str
) -> Iterator[tuple[date, Text | None]]:
    """Yield what happened and when: no details, as those name places and people.

    In the plain words of the protocol only: its titles are for workers, and can betray her.
    """
    corrected = {(r.case, r.data.get("supersedes")) for r in records}
    for record in sorted(records, key=lambda r: (r.on, r.number)):
        if case.section_of(record) == section and (record.case, record.number) not in corrected:
            yield record.on, corpus().event_types[record.text("type")].plain
