"""The first page of a case, why a norm stands as it does, and taking the case in hand."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from ...casework.access import open_case
from ...casework.actions.assign import assign
from ...casework.position import corpus
from ...casework.showing.now import now_of
from ...casework.told import why_of
from ...casework.writing import writing
from ...telling.parts import basis_of
from ..asked import days_of, member_of, moment_of, reader_now, token_in
from ..forms.search import Days
from ..frame import frame_of, framed
from ..language import in_words
from ..words import WORDS


@require_GET
def show(request: HttpRequest, number: str) -> HttpResponse:
    """Show what holds, what runs, and who must do what, on this day or another."""
    case = open_case(member_of(request), number, moment_of(request))
    days = days_of(request)
    frame = frame_of(case, "now")
    seen = case.seen(days.on, days.known_at) if days.is_past else frame.seen
    now = now_of(case, seen, reader_now())
    more = {
        "now": now,
        "days": days,
        "form": Days(request.GET or None),
        "day_shown": days.on or case.today,
    }
    return render(request, "case/now.html", {**frame.context(case), **more})


@require_GET
def why(request: HttpRequest, number: str, norm: str) -> HttpResponse:
    """Show why a norm stands as it does, what it rests on, and what would change it."""
    if norm not in corpus().norms:
        raise Http404
    case = open_case(member_of(request), number, moment_of(request), "look_why")
    days, reader = days_of(request), reader_now()
    whole = case.whole(days.on, days.known_at)
    seen = whole.seen(case.reads)
    found = None if norm in seen.withheld else why_of(seen, whole, norm, reader)
    return render(
        request,
        "case/why.html",
        framed(
            case,
            "now",
            title=in_words(corpus().norms[norm].title),
            why=found,
            bare=norm in seen.bare,
            sees_all=case.sees_all(),
            basis=list(basis_of(found.stated, reader)) if found else [],
            days=days,
        ),
    )


@require_POST
def take(request: HttpRequest, number: str) -> HttpResponse:
    """Take a case that nobody has in hand."""
    member = member_of(request)
    with writing(member, number, moment_of(request), "assign", token_in(request)) as case:
        if not case.repeated:
            assign(case, member.id)
    messages.success(request, in_words(WORDS["case.taken"]))
    return redirect("case", number)
