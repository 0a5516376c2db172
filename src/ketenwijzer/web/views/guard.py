"""Guarding a case: signs, bars that nobody is told of, the glass that is broken in an emergency."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from ...casework.access import OpenCase, open_case
from ...casework.actions.finish import BY_THEIR_DEED
from ...casework.actions.guard import (
    break_glass,
    lift_bar,
    raise_flag,
    resolve_flag,
    review_glass,
    set_bar,
    set_bar_by_name,
)
from ...casework.actions.keeping import own_tasks
from ...casework.actions.seal import waiting_seals
from ...casework.errors import Denied, NotFound, Refused
from ...casework.events import BASICS
from ...casework.reasons import said
from ...casework.receivers import partners_of
from ...casework.showing.guarded import Broken, barred_of, glasses_of, signs_of
from ...casework.writing import NOBODY, Writing
from ..acting import Deed, act
from ..asked import member_of, moment_of, reader_now, token_in
from ..forms.guard import Bar, Flag, Glass, Reason, Review
from ..frame import frame_of
from ..guards import recently_confirmed
from ..language import in_words
from ..refusing import show_refusal
from ..words import WORDS
from .finish import joined_into


@require_GET
def tab(request: HttpRequest, number: str) -> HttpResponse:
    """Show the signs of a case, its open tasks, and to the owner's overseers who is barred."""
    case = open_case(member_of(request), number, moment_of(request), "look_guard")
    frame = frame_of(case, "guard")
    context = {
        **frame.context(case),
        "signs": signs_of(case, frame.names),
        "barred": barred_of(case),
        "glasses": glasses_of(case, frame.names, reader_now()),
        "tasks": own_tasks(case),
        "done_by_ticking": {t.kind for t in own_tasks(case)} - set(BY_THEIR_DEED),
        "seals": _seals(case),
        "joined": joined_into(case),
        "oversees": case.is_owner and case.member.oversees,
        "may_write": case.may_record(BASICS).allowed,
    }
    return render(request, "guard/tab.html", context)


def _seals(case: OpenCase) -> list[tuple[int, str, bool]]:
    """Return what waits to be sealed: the proposal, its reason, and whether it is one's own."""
    if not (case.is_owner and case.member.oversees):
        return []
    return [
        (r.number, r.text("reason"), r.author.member == case.member.id) for r in waiting_seals(case)
    ]


# ------------------------------------------------------------------ signs


@require_http_methods(["GET", "POST"])
def flag(request: HttpRequest, number: str) -> HttpResponse:
    """Put a sign on a case."""
    case = _opened(request, number, "raise_flag")
    case.require(case.may_record(BASICS))
    form = Flag(request.POST or None)
    deed = Deed("raise_flag", "guard/flag.html", "guard", "guard.flag_raised", "case_guard")

    def do(writes: Writing) -> None:
        chosen = form.cleaned_data
        raise_flag(writes, chosen["flag"], chosen["message"], chosen["due"])

    return act(request, case, form, deed, do)


@require_http_methods(["GET", "POST"])
def resolve(request: HttpRequest, number: str, flag: UUID) -> HttpResponse:
    """Take a sign away, with a reason."""
    case = _opened(request, number, "resolve_flag")
    case.require(case.may_record(BASICS))
    frame = frame_of(case, "guard")
    signs = [sign for sign in signs_of(case, frame.names) if sign.id == flag]
    if not signs:
        raise NotFound
    form = Reason(request.POST or None)
    more: dict[str, object] = {"sign": signs[0], "message": signs[0].message}
    deed = Deed(
        "resolve_flag", "guard/resolve.html", "guard", "guard.flag_resolved", "case_guard", more
    )
    return act(
        request, case, form, deed, lambda w: resolve_flag(w, flag, form.cleaned_data["reason"])
    )


# ------------------------------------------------------------------ bars


@require_http_methods(["GET", "POST"])
def bar(request: HttpRequest, number: str) -> HttpResponse:
    """Bar an organisation or a person; neither is told."""
    case = _overseen(request, number, "set_bar")
    form = Bar(request.POST or None)
    form.offer(partners_of(case))
    deed = Deed("set_bar", "guard/bar.html", "guard", "guard.barred", "case_guard")

    def do(writes: Writing) -> None:
        chosen = form.cleaned_data
        organisation = UUID(chosen["organisation"]) if chosen["organisation"] else None
        if chosen["member"] and organisation is None:
            set_bar_by_name(writes, chosen["member"], chosen["reason"])
        else:
            nobody = NOBODY if chosen["member"] else None
            set_bar(writes, organisation=organisation, member=nobody, reason=chosen["reason"])

    return act(request, case, form, deed, do)


@require_http_methods(["GET", "POST"])
def lift(request: HttpRequest, number: str, kind: str, whom: UUID) -> HttpResponse:
    """Lift a bar, with a reason."""
    case = _overseen(request, number, "lift_bar")
    found = [one for one in barred_of(case) if one.id == whom and one.kind == kind]
    if not found and request.method == "GET":
        raise NotFound
    form = Reason(request.POST or None)
    more: dict[str, object] = {"barred": found[0] if found else None}
    deed = Deed("lift_bar", "guard/lift.html", "guard", "guard.lifted", "case_guard", more)
    organisation = whom if kind == "organisation" else None
    return act(
        request,
        case,
        form,
        deed,
        lambda w: lift_bar(
            w,
            organisation=organisation,
            member=None if organisation else whom,
            reason=form.cleaned_data["reason"],
        ),
    )


# ------------------------------------------------------------------ the glass


@require_http_methods(["GET", "POST"])
@recently_confirmed
def glass(request: HttpRequest) -> HttpResponse:
    """Break the glass of a case by its number; whatever does not open reads the same."""
    member, now = member_of(request), moment_of(request)
    if not member.sees_cases or not member.oversees:
        raise Denied("only_coordinator", said("only_coordinator"))
    form = Glass(request.POST or None, initial={"number": request.GET.get("number", "")})
    if request.method == "POST" and form.is_valid():
        chosen, number = form.cleaned_data, form.cleaned_data["number"].strip().upper()
        try:
            break_glass(member, number, chosen["section"], chosen["reason"], now, token_in(request))
        except (Refused, NotFound) as refused:
            reason = (
                refused if isinstance(refused, Refused) else Refused("", NotFound.text, "number")
            )
            show_refusal(form, reason)
        else:
            messages.success(request, in_words(WORDS["guard.glass_broken"]))
            return redirect("case_file", number)
    context = {"form": form, "posted": request.POST, "hours": settings.GLASS_HOURS}
    return render(request, "guard/glass.html", context)


@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, number: str, entry: int) -> HttpResponse:
    """Judge whether a glass was rightly broken."""
    case = _overseen(request, number, "review_glass")
    frame = frame_of(case, "guard")
    found = [one for one in glasses_of(case, frame.names, reader_now()) if one.number == entry]
    if not found:
        raise NotFound
    form = Review(request.POST or None)
    broken: Broken = found[0]
    more: dict[str, object] = {"glass": broken}
    deed = Deed("review_glass", "guard/review.html", "guard", "guard.reviewed", "case_guard", more)

    def do(writes: Writing) -> None:
        chosen = form.cleaned_data
        review_glass(writes, entry, chosen["verdict"], chosen["remark"])

    return act(request, case, form, deed, do)


def _opened(request: HttpRequest, number: str, activity: str) -> OpenCase:
    return open_case(member_of(request), number, moment_of(request), activity)


def _overseen(request: HttpRequest, number: str, activity: str) -> OpenCase:
    """Open a case for an overseer of its owner; for anyone else the page is not there."""
    case = _opened(request, number, activity)
    if not (case.is_owner and case.member.oversees):
        raise NotFound
    return case
