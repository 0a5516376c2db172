"""Let an organisation take no part any more, and again: only its own administrator does.

No case is left without an owner. An administrator sees no cases, and reads how many and no more.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from ...engine.vocabulary import Text
from ..errors import Denied, Refused
from ..models import Involvement, Member, Organisation
from ..reasons import said
from ..statuses import Basis
from .people import administered, end_sessions, note


def stop_taking_part(by: Member, now: datetime) -> None:
    """End the part of one's own organisation at once; raises `Refused` while it owns open cases.

    Nobody of it opens a case any more, and it is offered to nobody. What waits with it expires and
    comes back to whoever sent it.
    """
    with transaction.atomic():
        own = _locked(by)
        owned = owned_by(own)
        if owned:
            raise Refused("owns_cases", _hand_over_first(owned))
        _set(own, by, now, "stopped_part", active=False)
        for member in Member.objects.filter(organisation=own).exclude(id=by.id):
            end_sessions(member)


def take_part_again(by: Member, now: datetime) -> None:
    """Let one's own organisation take part again."""
    with transaction.atomic():
        _set(_locked(by), by, now, "takes_part", active=True)


def refuse_if_stopped(organisation: UUID) -> None:
    """Raise `Denied` if an organisation just stopped taking part, and let none stop meanwhile.

    For whoever is about to become an owner; the caller holds the transaction. Whoever asked to
    stop in the same moment waits, and then counts the new case.
    """
    held = Organisation.objects.select_for_update(no_key=True)
    if not held.filter(id=organisation, active=True).exists():
        raise Denied("stopped", said("stopped"))


def owned_by(organisation: Organisation) -> int:
    """Return how many cases an organisation owns that ask anything of anybody."""
    owned = Involvement.objects.filter(organisation=organisation, basis=Basis.OWNER)
    return owned.filter(live=True, open=True).count()


def _locked(by: Member) -> Organisation:
    return Organisation.objects.select_for_update().get(id=administered(by).id)


def _set(own: Organisation, by: Member, now: datetime, deed: str, *, active: bool) -> None:
    if own.active != active:
        own.active = active
        own.save(update_fields=["active"])
        note(by, by, deed, now)


def _hand_over_first(owned: int) -> Text:
    return Text(
        f"Uw organisatie is nog eigenaar van open dossiers: {owned}. Laat een collega die eerst "
        "overdragen of sluiten; er is niets veranderd.",
        f"Your organisation still owns open cases: {owned}. Have a colleague hand them over or "
        "close them first; nothing was changed.",
    )
