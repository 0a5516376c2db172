"""Who has a case in hand: taken, given to a colleague, given back."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from ...casework.access import open_case
from ...casework.actions.assign import assign
from ...casework.events import BASICS
from ...casework.models import Member
from ...casework.statuses import SEES_CASES
from ..acting import Deed, act
from ..asked import member_of, moment_of
from ..forms.guard import Hand
from ..language import in_words
from ..words import WORDS


@require_http_methods(["GET", "POST"])
def hand(request: HttpRequest, number: str) -> HttpResponse:
    """Give a case to a colleague, take it, or give it back."""
    member = member_of(request)
    case = open_case(member, number, moment_of(request), "assign")
    case.require(case.may_record(BASICS))
    part = case.decider.part
    assigned = part.assigned if part else None
    colleagues = Member.objects.filter(
        organisation=member.organisation, is_active=True, role__in=SEES_CASES
    ).exclude(id__in=case.state.barred_members)
    if not member.oversees:
        colleagues = colleagues.filter(id=member.id)
    form = Hand(request.POST or None, initial={"member": str(assigned or "")})
    form.offer(colleagues, in_words(WORDS["guard.nobody"]))
    deed = Deed("assign", "guard/hand.html", "people", "guard.handed", "case_people")
    chosen = form.data.get("member", "")
    return act(request, case, form, deed, lambda w: assign(w, UUID(chosen) if chosen else None))
