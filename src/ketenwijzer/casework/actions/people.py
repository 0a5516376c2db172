"""Administer the people of an organisation: only its own administrator, and never oneself.

Add, change, let go, let return; a code to start with.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from ...engine.vocabulary import Text
from ..errors import Denied, NotFound, Refused
from ..models import Deputy, Member, OnCall, Organisation, PeopleChange, StartCode
from ..statuses import MemberRole
from .assign import release_member

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 16

ONLY_ADMINISTRATOR = Text(
    "Alleen een beheerder van uw organisatie kan dit doen.",
    "Only an administrator of your organisation can do this.",
)
NOT_ONESELF = Text(
    "Uw eigen rol en toegang verandert u niet zelf. Vraag een andere beheerder.",
    "You do not change your own role and access. Ask another administrator.",
)
TAKEN = Text("Deze aanmeldnaam is al in gebruik.", "This sign-in name is already in use.")
NO_ROLE = Text("Kies een rol uit de lijst.", "Choose a role from the list.")
BAD_CODE = Text(
    "Deze naam en code horen niet bij elkaar, of de code is gebruikt of verlopen. Vraag uw "
    "beheerder om een nieuwe.",
    "This name and code do not belong together, or the code was used or has expired. Ask your "
    "administrator for a new one.",
)


@dataclass(frozen=True, slots=True)
class Person:
    """What an administrator says of somebody."""

    name: str
    role: str
    language: str = "nl"


# ------------------------------------------------------------------ who may


def colleague(by: Member, member: UUID) -> Member:
    """Return somebody of an administrator's own organisation; anybody else is not there."""
    _require_administrator(by)
    found = Member.objects.filter(id=member, organisation=by.organisation_id).first()
    if found is None:
        raise NotFound
    return found


def administered(by: Member) -> Organisation:
    """Return the organisation that somebody administers; raises `Denied` for anybody else."""
    _require_administrator(by)
    return organisation_of(by)


def _require_administrator(by: Member) -> None:
    if not by.is_active or by.role != MemberRole.ADMINISTRATOR or by.organisation_id is None:
        raise Denied("only_administrator", ONLY_ADMINISTRATOR)


def organisation_of(by: Member) -> Organisation:
    """Return the organisation that somebody acts for; without one nothing is there."""
    if by.organisation is None:
        raise NotFound
    return by.organisation


def other(by: Member, member: UUID) -> Member:
    """Return somebody else of an administrator's own organisation; oneself is refused."""
    found = colleague(by, member)
    if found.id == by.id:
        raise Refused("not_oneself", NOT_ONESELF)
    return found


# ------------------------------------------------------------------ people


def add_member(by: Member, username: str, person: Person, now: datetime) -> tuple[Member, str]:
    """Add somebody to one's own organisation; return who, and the code to start with."""
    _require_administrator(by)
    _require_role(person.role)
    made = Member(
        username=username,
        organisation=organisation_of(by),
        name=person.name,
        role=person.role,
        language=person.language,
    )
    made.set_unusable_password()
    try:
        with transaction.atomic():
            made.save(force_insert=True)
            note(by, made, "added", now, person.role)
            return made, _start_code(by, made, now)
    except IntegrityError as error:
        raise Refused("name_taken", TAKEN, "username") from error


def change_member(by: Member, member: UUID, person: Person, now: datetime) -> None:
    """Change somebody's name and role; whoever may no longer see cases gives them back."""
    _require_role(person.role)
    with transaction.atomic():
        found = other(by, member)
        before, found.name, found.role = found.role, person.name, person.role
        found.save(update_fields=["name", "role"])
        if before != found.role:
            note(by, found, "role_changed", now, f"{before} > {found.role}")
            end_sessions(found)
        if not found.sees_cases:
            release_member(found, now)


def let_go(by: Member, member: UUID, now: datetime) -> int:
    """End somebody's access at once; return how many cases went back to the organisation."""
    with transaction.atomic():
        found = other(by, member)
        found.is_active = False
        found.save(update_fields=["is_active"])
        end_sessions(found)
        StartCode.objects.filter(member=found, used_at=None).update(expires=now)
        OnCall.objects.filter(member=found, ends__gt=now).delete()
        Deputy.objects.filter(deputy=found).delete()
        note(by, found, "let_go", now)
        return release_member(found, now)


def let_return(by: Member, member: UUID, now: datetime) -> None:
    """Give somebody who was let go access again."""
    with transaction.atomic():
        found = other(by, member)
        found.is_active = True
        found.save(update_fields=["is_active"])
        note(by, found, "let_return", now)


def _require_role(role: str) -> None:
    if role not in tuple(MemberRole):
        raise Refused("no_role", NO_ROLE, "role")


def end_sessions(member: Member) -> None:
    """Sign somebody out everywhere."""
    for session in UserSession.objects.filter(user=member):
        session.end()


def note(by: Member, about: Member, deed: str, now: datetime, detail: str = "") -> None:
    """Keep what was done about somebody's account, and by whom."""
    PeopleChange.objects.create(
        at=now, organisation=organisation_of(by), by=by, about=about, deed=deed, detail=detail
    )


def last_changes(by: Member, most: int = 20) -> list[PeopleChange]:
    """Return what was last done about accounts of one's own organisation."""
    found = PeopleChange.objects.filter(organisation=administered(by)).order_by("-id")
    return list(found.select_related("by", "about")[:most])


# ------------------------------------------------------------------ starting


def new_start_code(by: Member, member: UUID, now: datetime) -> str:
    """Return a code with which somebody chooses a new password; shown once, kept as a digest.

    The second factor stays: with a code alone an administrator cannot sign in as somebody.
    """
    with transaction.atomic():
        found = other(by, member)
        note(by, found, "start_code", now)
        return _start_code(by, found, now)


def first_code(member: Member, now: datetime) -> str:
    """Return the code to start with of an organisation's first administrator."""
    return _start_code(member, member, now)


def _start_code(by: Member, member: Member, now: datetime) -> str:
    code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    StartCode.objects.filter(member=member, used_at=None).update(expires=now)
    StartCode.objects.create(
        member=member,
        digest=_digest(code),
        made_by=by,
        made_at=now,
        expires=now + timedelta(hours=settings.START_CODE_HOURS),
    )
    return "-".join(code[i : i + 4] for i in range(0, CODE_LENGTH, 4))


def member_to_start(username: str, code: str, now: datetime) -> tuple[Member, StartCode]:
    """Return whose start code this is; raises `Refused` in the same words for any mismatch."""
    open_codes = StartCode.objects.filter(
        member__username=username, member__is_active=True, used_at=None, expires__gt=now
    )
    digest = _digest(code)
    for found in open_codes.select_related("member"):
        if constant_time_compare(bytes(found.digest), digest):
            return found.member, found
    raise Refused("bad_code", BAD_CODE)


def start(member: Member, code: StartCode, password: str, now: datetime) -> None:
    """Set the password that somebody chose, and use the code up."""
    with transaction.atomic():
        used = StartCode.objects.filter(id=code.id, used_at=None).update(used_at=now)
        if not used:
            raise Refused("bad_code", BAD_CODE)
        member.set_password(password)
        member.save(update_fields=["password"])
        end_sessions(member)


def _digest(code: str) -> bytes:
    plain = "".join(letter for letter in code.upper() if letter in ALPHABET)
    return salted_hmac("start code", plain, algorithm="sha256").digest()
