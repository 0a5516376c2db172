"""The chronology of a case as sentences, with the drawn timeline above it."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET

from ...casework.access import OpenCase, open_case
from ...casework.showing.entries import GROUPS
from ...casework.showing.paged import Wanted, page_of
from ...casework.told import chart_of
from ...telling.language import Reader
from ...telling.page import periods
from ...telling.svg import NARROW, WIDE, svg
from ..asked import Days as Asked
from ..asked import days_of, member_of, moment_of, reader_now
from ..forms.search import Days
from ..frame import Tab, frame_of
from ..language import in_words
from ..words import WORDS


@require_GET
def show(request: HttpRequest, number: str) -> HttpResponse:
    """Show what happened, the latest on top; what runs by itself stands apart."""
    case = open_case(member_of(request), number, moment_of(request), "look_timeline")
    days, reader = days_of(request), reader_now()
    frame = frame_of(case, "timeline")
    seen = case.seen(days.on, days.known_at) if days.is_past else frame.seen
    group = request.GET.get("kind", "")
    wanted = Wanted(group if group in GROUPS else "", days.known_at, request.GET.get("behind", ""))
    page = page_of(case, seen, frame.names, reader, wanted)
    more: dict[str, object] = {
        "entries": page.entries,
        "groups": _groups(request.path, days, page.counts),
        "group": wanted.group,
        "days": days,
        "form": Days(request.GET or None),
        "next_url": _address(request.path, days, kind=wanted.group, behind=page.after)
        if page.after
        else "",
        "first_url": _address(request.path, days, kind=wanted.group) if wanted.behind else "",
    }
    if not wanted.behind:
        more |= _drawing(case, days, reader)
    return render(request, "case/timeline.html", {**frame.context(case), **more})


def _drawing(case: OpenCase, days: Asked, reader: Reader) -> dict[str, object]:
    """Return the drawn timeline; it stands on the first page only."""
    chart = chart_of(case, reader, days.on or case.today, days.known_at)
    # Made from the law and from days by our own drawing, which escapes every word.
    drawn = [mark_safe(svg(chart, reader, layout, alone=False)) for layout in (WIDE, NARROW)]
    return {"pictures": drawn if chart.marks else [], "periods": tuple(periods(chart, reader))}


def _groups(path: str, days: Asked, found: Mapping[str, int]) -> list[Tab]:
    tabs = [Tab("", _address(path, days), in_words(WORDS["case.kind.all"]))]
    tabs += [
        Tab(
            name,
            _address(path, days, kind=name),
            in_words(WORDS[f"case.kind.{name}"]),
            str(found[name]),
        )
        for name in GROUPS
        if found.get(name)
    ]
    return tabs


def _address(path: str, days: Asked, **more: str) -> str:
    """Return the address of the timeline on the same days, of a kind or behind a place."""
    given = urlencode({name: value for name, value in more.items() if value})
    return path + (days.query + "&" if days.query else "?") + given if given else path + days.query
