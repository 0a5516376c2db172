"""The chronology of a case as sentences, with the drawn timeline above it."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET

from ...casework.access import open_case
from ...casework.showing.entries import GROUPS, SYSTEM, by_group, entries_of
from ...casework.told import chart_of
from ...telling.page import periods
from ...telling.svg import NARROW, WIDE, svg
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
    entries = entries_of(case, seen, frame.names, reader, days.known_at)
    group = request.GET.get("kind", "")
    shown = [e for e in entries if e.group == group or (not group and e.group != SYSTEM)]
    chart = chart_of(case, reader, days.on or case.today, days.known_at)
    more: dict[str, object] = {
        "entries": shown,
        "groups": _groups(request.path, by_group(entries)),
        "group": group,
        "days": days,
        "form": Days(request.GET or None),
        # Made from the law and from days by our own drawing, which escapes every word.
        "pictures": [
            mark_safe(svg(chart, reader, layout, alone=False)) for layout in (WIDE, NARROW)
        ]
        if chart.marks
        else [],
        "periods": tuple(periods(chart, reader)),
    }
    return render(request, "case/timeline.html", {**frame.context(case), **more})


def _groups(path: str, found: Mapping[str, int]) -> list[Tab]:
    tabs = [Tab("", path, in_words(WORDS["case.kind.all"]))]
    tabs += [
        Tab(name, f"{path}?kind={name}", in_words(WORDS[f"case.kind.{name}"]), str(found[name]))
        for name in GROUPS
        if found.get(name)
    ]
    return tabs
