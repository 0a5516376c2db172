"""Where the chain loses time, for whoever oversees an organisation."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from ...casework.spent import Spent, spent_by
from ..asked import member_of, moment_of


@dataclass(frozen=True, slots=True)
class Bar:
    """The days of a duty as shares of the longest of all, from 0 to 100.

    They are numbers of a picture, with a point in any language.
    """

    spent: Spent
    half: str
    most: str
    term: str


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """Show how long the duties of one's own organisation took."""
    member = member_of(request)
    if not member.oversees:
        return redirect("desk")
    found = spent_by(member, moment_of(request))
    longest = max((days or 0 for one in found for days in (one.most, one.term)), default=0) or 1
    bars = [_bar(one, longest) for one in found if one.done]
    return render(request, "desk/spent.html", {"found": found, "bars": bars})


def _bar(one: Spent, longest: int) -> Bar:
    def share(days: int | None) -> str:
        return f"{100 * (days or 0) / longest:.1f}"

    return Bar(one, share(one.half), share(one.most), "" if one.term is None else share(one.term))
