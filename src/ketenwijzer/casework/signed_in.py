"""Who is signed in, with the organisation and what is asked about them, in one query built once."""

from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet

from .actions.resets import resets_asked
from .models import Member, Organisation
from .prepared import Prepared

MEMBER = [field.attname for field in Member._meta.concrete_fields]
ORGANISATION = [field.attname for field in Organisation._meta.concrete_fields]


def member_signed_in(member: UUID) -> Member | None:
    """Return a member with the organisation; `reset_asked` tells what every page warns of."""
    for *columns, asked in _MEMBER.tuples(member):
        of_member, of_organisation = columns[: len(MEMBER)], columns[len(MEMBER) :]
        found = Member.from_db(connection.alias, MEMBER, of_member)
        if found.organisation_id is not None:
            found.organisation = Organisation.from_db(
                connection.alias, ORGANISATION, of_organisation
            )
        found.reset_asked = asked  # type: ignore[attr-defined]
        return found
    return None


def _member(member: UUID) -> "QuerySet[Member, tuple[object, ...]]":
    asked = Exists(resets_asked(OuterRef("pk")))
    columns = (*MEMBER, *(f"organisation__{name}" for name in ORGANISATION), "reset_asked")
    return Member.objects.annotate(reset_asked=asked).filter(pk=member).values_list(*columns)


_MEMBER: Prepared[Member] = Prepared(Member, _member)
