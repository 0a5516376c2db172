"""Let an organisation begin: it, its first administrator, and a code to start with.

Only who keeps the installation does this; everybody after is added by an administrator.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from ...engine.vocabulary import Text
from ..errors import Refused
from ..models import Member, Organisation
from ..position import agreement
from ..statuses import MemberRole
from .people import TAKEN, first_code, note

NO_PARTY = Text(
    "Zo'n partij kent de samenwerkingsafspraak niet. Zij kent: {roles}.",
    "The agreement knows no such party. It knows: {roles}.",
)
KNOWN = Text("Zo heet al een organisatie.", "An organisation has this name already.")
EMPTY = Text(
    "Geef de organisatie een naam, en haar beheerder een aanmeldnaam.",
    "Give the organisation a name, and its administrator a sign-in name.",
)


@dataclass(frozen=True, slots=True)
class Beginning:
    """An organisation as the operator names it, and the sign-in name of its administrator."""

    name: str
    role: str
    administrator: str


def begin(asked: Beginning, now: datetime) -> str:
    """Make an organisation and its first administrator; return the code to start with.

    Raises `Refused` for an unknown party and for a name that is taken; then nothing is made.
    """
    roles = agreement().roles
    if asked.role not in roles:
        listed = ", ".join(sorted(roles))
        raise Refused(
            "no_party", Text(NO_PARTY.nl.format(roles=listed), NO_PARTY.en.format(roles=listed))
        )
    if not asked.name.strip() or not asked.administrator.strip():
        raise Refused("empty", EMPTY)
    if Organisation.objects.filter(name=asked.name).exists():
        raise Refused("organisation_taken", KNOWN)
    try:
        with transaction.atomic():
            return _made(asked, now)
    except IntegrityError as error:
        raise Refused("name_taken", TAKEN, "username") from error


def _made(asked: Beginning, now: datetime) -> str:
    made = Member(
        username=asked.administrator,
        name=asked.administrator,
        role=MemberRole.ADMINISTRATOR,
        organisation=Organisation.objects.create(name=asked.name, role=asked.role),
    )
    made.set_unusable_password()
    made.save(force_insert=True)
    note(made, made, "added", now, made.role)
    return first_code(made, now)
