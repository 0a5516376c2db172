"""Registrations that were begun: kept on the server, sealed, for one member, for some days.

begin · open_draft · keep · throw_away · drafts_of     and `sweep`, which forgets what expired
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from .errors import Denied, NotFound
from .keystore import keys
from .models import Draft, Entry, Member
from .position import HERE
from .reasons import said
from .sealing import seal, unseal

KEPT_DAYS = 7
MOST_DRAFTS = 20

Answers = dict[str, object]


@dataclass(frozen=True, slots=True)
class Begun:
    """A registration that was begun: the answers per question, and how many days it is kept."""

    id: UUID
    begun_at: datetime
    days_left: int
    answers: Mapping[str, Answers]

    def of(self, question: str) -> Answers:
        """Return what was answered to a question, empty if nothing yet."""
        return self.answers.get(question, {})


def begin(member: Member, now: datetime, answers: Mapping[str, Answers] | None = None) -> UUID:
    """Begin a registration and return its id; the oldest goes where somebody keeps too many."""
    if not member.sees_cases or member.organisation_id is None:
        raise Denied("no_cases", said("no_cases"))
    old = Draft.objects.filter(member=member).values_list("id", flat=True)[MOST_DRAFTS - 1 :]
    Draft.objects.filter(id__in=list(old)).delete()
    name = uuid4()
    Draft.objects.create(
        id=name,
        member=member,
        begun_at=now,
        expires_at=now + timedelta(days=KEPT_DAYS),
        sealed=_sealed(name, answers or {}),
    )
    return name


def open_draft(member: Member, name: UUID, now: datetime) -> Begun:
    """Return a registration that this member began; raises `NotFound` for anybody else's."""
    found = Draft.objects.filter(id=name, member=member, expires_at__gt=now).first()
    if found is None:
        raise NotFound
    return _begun(found, now)


def keep(draft: Begun, question: str, answers: Answers) -> None:
    """Keep what was answered to one question."""
    kept = {**draft.answers, question: answers}
    Draft.objects.filter(id=draft.id).update(sealed=_sealed(draft.id, kept))


def throw_away(draft: Begun) -> None:
    """Forget a registration, because it was done or is not wanted."""
    Draft.objects.filter(id=draft.id).delete()


def drafts_of(member: Member, now: datetime) -> list[Begun]:
    """Return the registrations that a member began and did not finish, the last one first."""
    found = Draft.objects.filter(member=member, expires_at__gt=now)[:MOST_DRAFTS]
    return [_begun(draft, now) for draft in found]


def number_of(draft: UUID) -> str | None:
    """Return the case that a draft became, for whoever sends it a second time, or None."""
    return Entry.objects.filter(token=draft).values_list("case__number", flat=True).first()


def sweep(now: datetime) -> int:
    """Forget every registration that was not finished in time; return how many."""
    return Draft.objects.filter(expires_at__lte=now).delete()[0]


def _begun(draft: Draft, now: datetime) -> Begun:
    said_ = unseal(_key(), _place(draft.id), bytes(draft.sealed))
    answers = {name: dict(found) for name, found in said_.items() if isinstance(found, dict)}
    last = draft.expires_at.astimezone(HERE).date()
    return Begun(draft.id, draft.begun_at, (last - now.astimezone(HERE).date()).days, answers)


def _sealed(name: UUID, answers: Mapping[str, Answers]) -> bytes:
    return seal(_key(), _place(name), dict(answers))


def _place(name: UUID) -> str:
    return f"draft {name.hex}"


def _key() -> bytes:
    return keys().secret("seal drafts")
