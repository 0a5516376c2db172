"""Closing and reopening, tasks that are done, and two files of one person joined and parted."""

from collections.abc import Iterator
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ...casework.access import OpenCase, open_case
from ...casework.actions.describe import DESCRIPTIONS
from ...casework.actions.finish import (
    BY_THEIR_DEED,
    close_case,
    do_task,
    merge_cases,
    reopen_case,
    unmerge_cases,
)
from ...casework.actions.keeping import own_task
from ...casework.errors import Denied, NotFound, Refused
from ...casework.models import Case
from ...casework.reasons import said
from ...telling.language import capital
from ..acting import Deed, act
from ..asked import member_of, moment_of, token_in
from ..forms.guard import Closing, Joining, Reopening, TaskDone
from ..forms.sections import SECTIONS
from ..frame import framed
from ..language import in_words
from ..refusing import show_refusal
from ..words import WORDS


@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, number: str) -> HttpResponse:
    """Close a case, with a reason; what still waits is said first."""
    case = _owned(request, number, "close")
    form = Closing(request.POST or None)
    running = [r for r in case.state.referrals.values() if r.status.value == "accepted"]
    more: dict[str, object] = {
        "waiting": [r for r in case.state.referrals.values() if r.is_open],
        "running": running,
        "tasks": [task for task in case.state.tasks.values() if not task.outcome],
    }
    deed = Deed("close", "finish/close.html", "guard", "guard.closed", "case", more)
    return act(
        request,
        case,
        form,
        deed,
        lambda w: close_case(w, form.cleaned_data["reason"], form.cleaned_data["explained"]),
    )


@require_http_methods(["GET", "POST"])
def reopen(request: HttpRequest, number: str) -> HttpResponse:
    """Open a closed case again, with a reason."""
    case = _owned(request, number, "reopen")
    form = Reopening(request.POST or None)
    deed = Deed("reopen", "finish/reopen.html", "guard", "guard.reopened", "case")
    return act(request, case, form, deed, lambda w: reopen_case(w, form.cleaned_data["explained"]))


@require_http_methods(["GET", "POST"])
def task(request: HttpRequest, number: str, task: UUID) -> HttpResponse:
    """Tell that a task of the own organisation is done, and how."""
    case = open_case(member_of(request), number, moment_of(request), "do_task")
    found = own_task(case, task)
    if found.kind in BY_THEIR_DEED:
        raise NotFound
    form = TaskDone(request.POST or None)
    more: dict[str, object] = {"task": found}
    deed = Deed("do_task", "finish/task.html", "guard", "guard.task_done", "case_guard", more)
    return act(request, case, form, deed, lambda w: do_task(w, task, form.cleaned_data["outcome"]))


# ------------------------------------------------------------------ two files of one person


@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, number: str) -> HttpResponse:
    """Compare two files of the own organisation side by side, and join them."""
    kept = _overseen(request, number, "merge")
    typed = (request.POST.get("other") or request.GET.get("other", "")).strip().upper()[:12]
    form = Joining(request.POST or None)
    other = _other(request, typed) if typed and typed != number else None
    if request.method == "POST" and other is not None and form.is_valid():
        try:
            merge_cases(
                kept.member, number, typed, form.cleaned_data["reason"], kept.now, token_in(request)
            )
        except Refused as refused:
            show_refusal(form, refused)
        else:
            messages.success(request, in_words(WORDS["guard.joined"]))
            return redirect("case", number)
    context = framed(
        kept,
        "guard",
        form=form,
        other=typed,
        found=other is not None,
        rows=list(_side_by_side(kept, other)) if other else [],
        joined=joined_into(kept),
        posted=request.POST,
    )
    return render(request, "finish/join.html", context)


@require_http_methods(["GET", "POST"])
def part(request: HttpRequest, number: str, other: str) -> HttpResponse:
    """Take two joined files apart again, with a reason."""
    kept = _overseen(request, number, "unmerge")
    if other not in joined_into(kept):
        raise NotFound
    form = Joining(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            unmerge_cases(
                kept.member, number, other, form.cleaned_data["reason"], kept.now, token_in(request)
            )
        except Refused as refused:
            show_refusal(form, refused)
        else:
            messages.success(request, in_words(WORDS["guard.parted"]))
            return redirect("case", number)
    return render(
        request,
        "finish/part.html",
        framed(kept, "guard", form=form, other=other, posted=request.POST),
    )


def _other(request: HttpRequest, typed: str) -> OpenCase | None:
    try:
        return _overseen(request, typed, "merge")
    except NotFound:
        return None


def joined_into(case: OpenCase) -> list[str]:
    """Return the numbers of the files that were joined into a case."""
    found = Case.objects.filter(id__in=case.state.merged).order_by("number")
    return list(found.values_list("number", flat=True))


def _side_by_side(one: OpenCase, other: OpenCase) -> Iterator[dict[str, object]]:
    """Yield what two files say of each field that either has, and whether they differ."""
    for section, kind in DESCRIPTIONS.items():
        mine, theirs = _told(one, section, kind), _told(other, section, kind)
        for name in {**mine, **theirs}:
            left, right = mine.get(name, ""), theirs.get(name, "")
            yield {"name": capital(name), "one": left, "other": right, "differs": left != right}


def _told(case: OpenCase, section: str, kind: str) -> dict[str, str]:
    record = case.latest(kind)
    return dict(SECTIONS[section].shown(record.data)) if record else {}


def _owned(request: HttpRequest, number: str, activity: str) -> OpenCase:
    case = open_case(member_of(request), number, moment_of(request), activity)
    if not case.is_owner:
        raise Denied("only_owner", said("only_owner"))
    return case


def _overseen(request: HttpRequest, number: str, activity: str) -> OpenCase:
    """Open a case that an overseer of its owner may join; any other is not there."""
    case = open_case(member_of(request), number, moment_of(request), activity)
    if not (case.is_owner and case.member.oversees):
        raise NotFound
    return case
