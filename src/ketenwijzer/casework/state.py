"""What now holds in a case: the outcome of its chronology, as values.

Record   one entry, opened            Part      one organisation's part in the case
Referral  Consent  Ground  Flag  Task  Request  Proposal                      what was agreed
and is open
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import cast
from uuid import UUID

from .openings import Glass, Release
from .statuses import Basis, CaseStatus, ReferralStatus

ESCALATES_AFTER = timedelta(days=2)
RESTRICTION = "restriction"


@dataclass(frozen=True, slots=True)
class Author:
    """Who records: a member for an organisation, whose `role` is a party of the protocol.

    The mechanism itself, when a day passes, has neither.
    """

    organisation: UUID | None
    member: UUID | None
    role: str = ""


@lru_cache(maxsize=4096)
def known_id(text: str) -> UUID:
    """Return an id as written; the same organisations and people stand in entry after entry."""
    return UUID(text)


@dataclass(frozen=True, slots=True)
class Record:
    """One entry of the chronology, opened: what happened on which day, and who recorded it when.

    Numbers count within `case`: where files were merged, the number alone says too little.
    """

    number: int
    recorded_at: datetime
    kind: str
    on: date
    author: Author
    data: Mapping[str, object]
    case: UUID | None = None

    def text(self, name: str) -> str:
        """Return a text of the record, empty if it has none of that name."""
        found = self.data.get(name)
        return found if isinstance(found, str) else ""

    def id(self, name: str = "id") -> UUID:
        """Return an id that the record carries."""
        return known_id(self.text(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts that the record carries."""
        found = self.data.get(name)
        return tuple(map(str, found)) if isinstance(found, list) else ()

    def day(self, name: str) -> date | None:
        """Return a day that the record carries, or None."""
        found = self.text(name)
        return date.fromisoformat(found) if found else None

    def values(self, name: str) -> dict[str, object]:
        """Return the named values that the record carries under a name."""
        found = self.data.get(name)
        return cast(dict[str, object], found) if isinstance(found, dict) else {}


@dataclass(frozen=True, slots=True)
class Part:
    """One organisation's part in a case: on what basis, for what, since when, who has it in hand.

    `role` is what kind of organisation it is: a party of the protocol.
    `only` is the one member that the part is for, where somebody broke the glass.
    `on_consent` are the sections that were sent on nothing but her consent, or another ground that
    two people named over her refusal: they close with it.
    """

    organisation: UUID
    role: str
    basis: Basis
    purpose: str
    sections: frozenset[str]
    since: datetime
    until: datetime | None = None
    assigned: UUID | None = None
    only: UUID | None = None
    referral: UUID | None = None
    on_consent: frozenset[str] = frozenset()

    def is_live(self, now: datetime) -> bool:
        """Tell whether the part lasts."""
        return self.since <= now and (self.until is None or now < self.until)


@dataclass(frozen=True, slots=True)
class Referral:
    """A referral from one organisation to another, for a service, with some sections.

    `again` is the referral that it comes instead of. `other_partner` and `other_service` are what
    a receiver that declined proposed. `on_ground` are the sections that she refused, and that go
    on a ground that two people named.
    """

    id: UUID
    number: int
    sender: UUID
    receiver: UUID
    receiver_role: str
    service: str
    purpose: str
    sections: tuple[str, ...]
    question: str
    made_at: datetime
    answer_by: date | None
    hands_over: bool
    ground: str = ""
    again: UUID | None = None
    introduction: Mapping[str, object] = field(default_factory=dict)
    status: ReferralStatus = ReferralStatus.SENT
    reason: str = ""
    alternative: str = ""
    other_partner: UUID | None = None
    other_service: str = ""
    answered_at: datetime | None = None
    on_ground: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Tell whether an answer is still awaited."""
        return self.status in (ReferralStatus.SENT, ReferralStatus.SEEN)


@dataclass(frozen=True, slots=True)
class Consent:
    """Her answer: for a purpose, to a receiver, some sections, until a day, in a language."""

    id: UUID
    number: int
    receiver: UUID
    purpose: str
    sections: tuple[str, ...]
    until: date | None
    language: str
    interpreter: str
    given: bool
    recorded_at: datetime
    withdrawn_at: datetime | None = None

    def opens(self, organisation: UUID, section: str, on: date) -> bool:
        """Tell whether it lets an organisation see a section on a day."""
        return (
            self.given
            and self.withdrawn_at is None
            and self.receiver == organisation
            and section in self.sections
            and (self.until is None or on <= self.until)
        )


@dataclass(frozen=True, slots=True)
class Ground:
    """Another ground than consent, named by one person, confirmed by a second, until a day."""

    id: UUID
    number: int
    receiver: UUID
    purpose: str
    sections: tuple[str, ...]
    ground: str
    explained: str
    she_was_told: bool
    author: Author
    why_not_told: str = ""
    until: date | None = None
    confirmed: bool = False
    refused: str = ""

    def opens(self, organisation: UUID, section: str, on: date) -> bool:
        """Tell whether it lets an organisation see a section on a day."""
        return (
            self.confirmed
            and self.receiver == organisation
            and section in self.sections
            and not self.is_over(on)
        )

    def is_over(self, on: date) -> bool:
        """Tell whether its last day has passed."""
        return self.until is not None and on > self.until


@dataclass(frozen=True, slots=True)
class Flag:
    """A sign that stays on the case until somebody resolves it with a reason."""

    id: UUID
    flag: str
    message: str
    due: date | None
    author: Author
    resolved: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """Something that one organisation must still do; `about` is the entry that brought it about."""

    id: UUID
    organisation: UUID
    kind: str
    due: date | None
    about: int
    outcome: str = ""

    def is_late(self, today: date) -> bool:
        """Tell whether it was left undone so long that whoever oversees must hear of it."""
        return not self.outcome and self.due is not None and today > self.due + ESCALATES_AFTER


@dataclass(frozen=True, slots=True)
class Request:
    """What she asked of the owner: access, rectification, restriction, objection, complaint.

    `outcome` is empty until the owner answers. What was restricted stays so until it is lifted.
    """

    id: UUID
    number: int
    request: str
    author: Author
    answer_by: date | None
    outcome: str = ""
    lifted: bool = False

    @property
    def restricts(self) -> bool:
        """Tell whether it restricts the use of the case: from the day on which she asks it."""
        stands = self.outcome in ("", "granted", "partly") and not self.lifted
        return self.request == RESTRICTION and stands


@dataclass(frozen=True, slots=True)
class Proposal:
    """A statement that takes something away from her and waits for a second person."""

    number: int
    author: Author
    answer: str = ""
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CaseState:
    """All that now holds in a case."""

    id: UUID
    records: tuple[Record, ...]
    status: CaseStatus = CaseStatus.OPEN
    owner: UUID | None = None
    parts: Mapping[UUID, Part] = field(default_factory=dict)
    referrals: Mapping[UUID, Referral] = field(default_factory=dict)
    consents: Mapping[UUID, Consent] = field(default_factory=dict)
    grounds: Mapping[UUID, Ground] = field(default_factory=dict)
    flags: Mapping[UUID, Flag] = field(default_factory=dict)
    tasks: Mapping[UUID, Task] = field(default_factory=dict)
    requests: Mapping[UUID, Request] = field(default_factory=dict)
    proposals: Mapping[int, Proposal] = field(default_factory=dict)
    glasses: tuple[Glass, ...] = ()
    releases: frozenset[Release] = frozenset()
    barred_organisations: frozenset[UUID] = frozenset()
    barred_members: frozenset[UUID] = frozenset()
    sealed: frozenset[int] = frozenset()
    merged_into: UUID | None = None
    merged: frozenset[UUID] = frozenset()
    latest: Mapping[str, Record] = field(default_factory=dict)
    """The last record of the kinds that replace each other: identity, contact plan, …"""

    @property
    def restricted(self) -> bool:
        """Tell whether she asked that the case be used for nothing further."""
        return any(request.restricts for request in self.requests.values())

    def record(self, number: int) -> Record | None:
        """Return the record of a number, or None if it is not there or was sealed."""
        return next((record for record in self.records if record.number == number), None)
