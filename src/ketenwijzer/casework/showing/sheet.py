"""The sheet for herself, out of what one organisation may see of her case.

Who is confidential or barred is not in it, and nobody's person or address. What went on another
ground than her consent is in it only if she was told.
"""

from collections.abc import Iterator
from uuid import UUID

from ...telling.language import Reader
from ...telling.letters.letter import Letter
from ...telling.letters.rights import Asked, Partner, SharedWith, Sheet, rights_sheet
from ...telling.letters.wording import MissingString, Wording
from ..access import OpenCase
from ..letters import missing
from ..position import HERE
from ..queries import Names
from ..statuses import ReferralStatus
from ..told import answer_of
from .asked import requests_of
from .copied import confidential_in, having_of, maker_of
from .sent import read_entry
from .shared import answers_of, ground_status
from .supposed import chosen

# Names and days are taken from what is shown to workers, and no words.
DUTCH = Reader("nl")
STATUSES = {"withheld": "refused", "ended": "over"}
SHARED = (ReferralStatus.ACCEPTED, ReferralStatus.DONE)


def carries_paper(case: OpenCase) -> bool:
    """Tell whether she may carry paper: what the contact plan does not say is a no."""
    plan = case.latest("contact_plan_recorded")
    return plan is not None and plan.text("paper") == "yes"


def sheet_of(case: OpenCase, names: Names, wording: Wording) -> Letter:
    """Return the sheet in one language; raises `Refused` where a text of it is missing."""
    whole = case.whole()
    seen = whole.seen(case.reads)
    answer = answer_of(seen)
    made, stays = chosen(answer, whole)
    hidden = confidential_in(case)
    maker = maker_of(case, hidden)
    sheet = Sheet(
        answer=answer,
        withheld=seen.withheld,
        withheld_terms=seen.withheld_terms,
        choices=made,
        stays=stays,
        made_by=maker.name if maker else "",
        phone=maker.phone if maker else "",
        owner=names.organisation(case.state.owner),
        partners=tuple(
            Partner(one.name, one.since.astimezone(HERE).date())
            for one in having_of(case, names, hidden)
        ),
        shared=tuple(_shared(case, names, hidden)),
        asked=tuple(
            Asked(one.request, one.outcome, one.answer_by)
            for one in requests_of(case, names, DUTCH)
        ),
    )
    try:
        return rights_sheet(sheet, wording)
    except MissingString as error:
        raise missing(error) from error


def _shared(case: OpenCase, names: Names, hidden: set[UUID]) -> Iterator[SharedWith]:
    """Yield what went to whom: on her consent, on another ground, and as the agreement has it."""
    for one in answers_of(case, names, DUTCH):
        if one.receiver_id not in hidden:
            status = STATUSES.get(one.status, one.status)
            yield SharedWith(one.receiver, one.section_names, status, one.until)
    for ground in case.state.grounds.values():
        stands = ground_status(ground, case.today) == "confirmed" and ground.she_was_told
        if stands and ground.receiver not in hidden and read_entry(case, ground.number):
            name = names.organisation(ground.receiver)
            yield SharedWith(name, ground.sections, "other_ground", ground.until)
    yield from _as_agreed(case, names, hidden)


def _as_agreed(case: OpenCase, names: Names, hidden: set[UUID]) -> Iterator[SharedWith]:
    """Yield what went along with a referral that the receiver sees by the agreement itself."""
    for referral in case.state.referrals.values():
        part = case.state.parts.get(referral.receiver)
        if part is None or referral.receiver in hidden or not read_entry(case, referral.number):
            continue
        agreed = tuple(name for name in referral.sections if name not in part.on_consent)
        if agreed and referral.status in SHARED:
            status = "as_partner" if part.is_live(case.now) else "over"
            yield SharedWith(names.organisation(referral.receiver), agreed, status, None)
