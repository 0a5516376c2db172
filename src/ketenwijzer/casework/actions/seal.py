"""Seal an entry that stands in the wrong case: one person proposes, a second one does it.

The key of the entry is destroyed and a tombstone with the reason is left. Nothing of what it said
is counted or shown any more, and the chain still verifies.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from ...engine.vocabulary import Text
from ..access import OpenCase
from ..errors import Denied, Refused
from ..events import KINDS
from ..fold import fold
from ..keystore import keys
from ..models import Case, Document, EntryKey, Member
from ..reasons import said
from ..rebuild import rebuild
from ..state import Record
from ..writing import Writing, writing

FIRST = "case_opened"
LONGEST = 500


def propose_seal(case: Writing, number: int, reason: str) -> int:
    """Propose to seal an entry; returns the number of the proposal."""
    _require_owner_overseer(case)
    if not reason.strip() or len(reason) > LONGEST:
        raise Refused("no_reason", NO_REASON, "reason")
    refuse_unsealable(case, number)
    return case.add("seal_proposed", None, number=number, reason=reason.strip())


def refuse_seal(case: Writing, proposal: int) -> None:
    """Refuse, as the second person, to seal an entry; it stays as it is."""
    _require_owner_overseer(case)
    found = _proposed(case, proposal)
    case.add("seal_refused", None, number=found.data["number"], proposal=proposal)


def confirm_seal(
    member: Member, case_number: str, proposal: int, now: datetime, token: UUID | None = None
) -> None:
    """Seal, as the second person, what a colleague proposed.

    The key provider hears it before the database commits: were it the other way round, a crash
    in between and a restored backup would bring the entry back. `restore.follow_destroyed`
    finishes what the crash left.
    """
    with transaction.atomic():
        with writing(member, case_number, now, "seal_entry", token) as case:
            if case.repeated:
                return
            _require_owner_overseer(case)
            found = _proposed(case, proposal)
            if found.author.member == member.id:
                raise Refused("same_person", ANOTHER)
            number = int(str(found.data["number"]))
            refuse_unsealable(case, number)
            reason = found.text("reason")
            case.add("entry_sealed", None, number=number, reason=reason, proposal=proposal)
        destroy_entry(case.case, number, now)


def destroy_entry(case: Case, number: int, now: datetime) -> None:
    """Destroy the key of an entry and make the rows of the case anew without it."""
    key = EntryKey.objects.get(entry__case=case, entry__number=number)
    name = key.id
    key.delete()
    Document.objects.filter(case=case, entry=number).delete()
    rebuild([case], now)
    keys().destroy(name, now.isoformat())


def waiting_seals(case: OpenCase) -> list[Record]:
    """Return the proposals to seal that nobody answered yet."""
    answered = {
        record.data.get("proposal")
        for record in case.state.records
        if record.kind in ("entry_sealed", "seal_refused")
    }
    proposed = (r for r in case.state.records if r.kind == "seal_proposed")
    return [
        record
        for record in proposed
        if record.number not in answered and record.data.get("number") not in case.state.sealed
    ]


def refuse_unsealable(case: Writing, number: int) -> None:
    """Raise `Refused` for an entry that is not there, or that others rest on."""
    record = case.state.record(number)
    if record is None or record.kind == FIRST or KINDS[record.kind].system:
        raise Refused("not_sealable", NOT_SEALABLE, "number")
    try:
        fold(case.case.id, [r for r in case.state.records if r.number != number])
    except (KeyError, ValueError) as error:
        raise Refused("others_rest_on_it", OTHERS_REST_ON_IT, "number") from error


def _proposed(case: Writing, proposal: int) -> Record:
    found = next((r for r in waiting_seals(case) if r.number == proposal), None)
    if found is None:
        raise Refused("no_proposal", NO_PROPOSAL)
    return found


def _require_owner_overseer(case: Writing) -> None:
    if not case.is_owner:
        raise Denied("only_owner", said("only_owner"))
    if not case.member.oversees:
        raise Denied("only_coordinator", said("only_coordinator"))


NO_REASON = Text(
    "Zeg waarom deze vastlegging hier niet hoort, zonder haar inhoud te herhalen.",
    "Say why this entry does not belong here, without repeating what it says.",
)
NOT_SEALABLE = Text("Deze vastlegging kan niet worden verzegeld.", "This entry cannot be sealed.")
OTHERS_REST_ON_IT = Text(
    "Latere vastleggingen berusten op deze. Verzegel die eerst.",
    "Later entries rest on this one. Seal those first.",
)
NO_PROPOSAL = Text("Dit voorstel is er niet (meer).", "This proposal is not there (any more).")
ANOTHER = Text(
    "U stelde dit zelf voor. Vraag een collega om het te bevestigen.",
    "You proposed this yourself. Ask a colleague to confirm it.",
)
