"""Lists that colleagues saved: what a worklist was narrowed to, under a name that is sealed.

What people type as a name may be hers, so the table holds it as ciphertext, and a blind token by
which the same name replaces the list that has it.
"""

from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db import transaction

from .errors import Denied
from .keystore import keys
from .models import Member, SavedList
from .queries import MOST_COUNTED, Wanted
from .reasons import said
from .sealing import blind, seal_bytes, unseal_bytes


@dataclass(frozen=True, slots=True)
class Saved:
    """A list under its name, who saved it, and what the worklist is narrowed to."""

    id: UUID
    name: str
    member: UUID
    wanted: Wanted


def saved_lists(member: Member) -> list[Saved]:
    """Return the lists that somebody of the member's organisation saved, by name."""
    rows = SavedList.objects.filter(organisation=member.organisation_id).order_by("id")
    if not (found := list(rows[:MOST_COUNTED])):
        return []
    secret = keys().secret("seal list names")
    lists = [
        Saved(
            row.id,
            unseal_bytes(secret, _place(row.id), bytes(row.sealed)).decode(),
            row.member_id,
            Wanted(row.whose, row.phase, row.due, row.sign),
        )
        for row in found
    ]
    return sorted(lists, key=lambda one: (one.name.casefold(), one.name))


def save_list(member: Member, name: str, wanted: Wanted) -> None:
    """Save what a worklist is narrowed to, for the whole organisation; the same name replaces."""
    organisation = member.organisation_id
    if not member.sees_cases or organisation is None:
        raise Denied("no_cases", said("no_cases"))
    token, new = blind(keys().secret("find list names"), f"{organisation.hex} {name}"), uuid4()
    sealed = seal_bytes(keys().secret("seal list names"), _place(new), name.encode())
    with transaction.atomic():
        SavedList.objects.filter(organisation=organisation, token=token).delete()
        SavedList.objects.create(
            id=new,
            organisation_id=organisation,
            member=member,
            token=token,
            sealed=sealed,
            whose=wanted.whose,
            phase=wanted.phase,
            due=wanted.due,
            sign=wanted.sign,
        )


def throw_list_away(member: Member, name: UUID) -> None:
    """Throw a saved list away: who saved it, or who oversees."""
    found = SavedList.objects.filter(id=name, organisation=member.organisation_id)
    if not member.oversees:
        found = found.filter(member=member)
    found.delete()


def _place(name: UUID) -> str:
    return f"list {name.hex}"
