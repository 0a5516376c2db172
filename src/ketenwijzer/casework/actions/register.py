"""Open a case for a presumed victim: searched first, in doubt a child, help from the first day."""

import secrets
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from ...engine.case import PERSON
from .. import chronology
from ..access import author_of
from ..chronology import Draft
from ..decision import Decision
from ..errors import Denied
from ..fold import fold
from ..keystore import keys
from ..log import write_line
from ..models import Case, Entry, Member
from ..position import HERE, agreement
from ..reasons import said
from ..rows import write_rows
from ..state import Author
from .leaving import refuse_if_stopped

ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ"


@dataclass(frozen=True, slots=True)
class OpenACase:
    """What is known at the start. Everything but the day of the first indication may be unknown."""

    first_indication: date
    identity: dict[str, object] = field(default_factory=dict)
    person: dict[str, object] = field(default_factory=dict)
    contact_plan: dict[str, object] = field(default_factory=dict)
    exploitation: dict[str, object] = field(default_factory=dict)
    token: UUID | None = None


def register(member: Member, command: OpenACase, now: datetime) -> str:
    """Open a case and return its number; the same form twice opens one case."""
    author = author_of(member)
    access = agreement().roles.get(author.role)
    if not member.sees_cases or author.organisation is None or access is None:
        raise Denied("no_cases", said("no_cases"))
    before = _already(command.token)
    if before is not None:
        return before
    try:
        return _open(member, command, author, access.purposes[0], now)
    except IntegrityError:
        before = _already(command.token)
        if before is None:
            raise
        return before


def _open(member: Member, command: OpenACase, author: Author, purpose: str, now: datetime) -> str:
    with transaction.atomic():
        if author.organisation is not None:
            refuse_if_stopped(author.organisation)
        case = Case(number=_number(), opened_at=now)
        keys().new_key(case.id)
        case.save(force_insert=True)
        made = chronology.write(case, _drafts(command, purpose, now), author, now, command.token)
        write_rows(case, fold(case.id, made), now)
        policy = f"{agreement().id} {agreement().version}"
        write_line(
            case.id, member, "register", Decision(True, "own", policy, "owner", purpose), now
        )
    return case.number


def _drafts(command: OpenACase, purpose: str, now: datetime) -> list[Draft]:
    today = now.astimezone(HERE).date()
    drafts = [Draft("case_opened", today, {"purpose": purpose})]
    person = {"age_group": "unknown", "nationality": "unknown", "role": "victim"} | command.person
    drafts.append(Draft("statement_recorded", today, {"type": PERSON, "attributes": person}))
    drafts.append(
        Draft(
            "statement_recorded",
            command.first_indication,
            {"type": "indication", "attributes": {}},
        )
    )
    if command.identity:
        drafts.append(Draft("identity_recorded", today, command.identity))
    if command.contact_plan:
        drafts.append(Draft("contact_plan_recorded", today, command.contact_plan))
    if command.exploitation:
        drafts.append(Draft("exploitation_recorded", today, command.exploitation))
    return drafts


def _already(token: UUID | None) -> str | None:
    if token is None:
        return None
    return Entry.objects.filter(token=token).values_list("case__number", flat=True).first()


def _number() -> str:
    """Return a number for on screen, random: nothing follows from it, and it is hard to guess."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"
