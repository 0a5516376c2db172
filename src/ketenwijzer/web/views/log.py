"""Who takes part in a case, who looked at it, and why one may or may not see a section."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from ...casework.access import open_case
from ...casework.queries import lines_of_log
from ...casework.showing.involved import involved_in, looked_at, sights_of
from ..asked import member_of, moment_of, reader_now
from ..frame import frame_of, framed


@require_GET
def people(request: HttpRequest, number: str) -> HttpResponse:
    """Show who takes part, as far as it concerns whoever looks."""
    case = open_case(member_of(request), number, moment_of(request), "look_people")
    frame = frame_of(case, "people")
    involved = involved_in(case, frame.names, reader_now())
    context = {**frame.context(case), "involved": involved, "is_owner": case.is_owner}
    return render(request, "case/people.html", context)


@require_GET
def looked(request: HttpRequest, number: str) -> HttpResponse:
    """Show who looked, the newest first: own colleagues by name, others as organisations."""
    case = open_case(member_of(request), number, moment_of(request), "look_log")
    frame = frame_of(case, "log")
    before = request.GET.get("before", "")
    page, after = lines_of_log(case, int(before) if before.isascii() and before.isdigit() else 0)
    lines = list(looked_at(case, page, frame.names, reader_now()))
    more = {
        "lines": lines,
        "next_url": f"?before={after}" if after else "",
        "first_url": request.path if before else "",
    }
    return render(request, "case/log.html", {**frame.context(case), **more})


@require_GET
def why(request: HttpRequest, number: str) -> HttpResponse:
    """Show, per section, whether one sees it and why: rules only, nothing of what stands there."""
    case = open_case(member_of(request), number, moment_of(request), "look_why_seen")
    sights = sights_of(case, reader_now())
    opening = case.decider.opening
    return render(
        request,
        "case/why_seen.html",
        framed(case, "log", sights=sights, opening=opening.reason, policy=opening.policy),
    )
