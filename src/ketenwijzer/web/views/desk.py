"""What is coming at a desk, day by day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from ...casework.desk import PERIODS, Coming, Desk, desk_of
from ...casework.models import Deputy, Member
from ...casework.position import corpus
from ...casework.queries import ALL, MINE, UNASSIGNED
from ..asked import member_of, moment_of, today_of
from ..frame import Tab
from ..language import in_words
from ..words import WORDS

USUAL = 30


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is coming, and who stands in that day for whoever has the case."""

    coming: Coming
    stands_in: Deputy | None


@dataclass(frozen=True, slots=True)
class DayOfDesk:
    """A day on which something is coming; None is all that is late."""

    day: date | None
    off: bool
    items: tuple[Item, ...]


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """Show what is due, late or ends within some days, day by day."""
    member, today = member_of(request), today_of(request)
    if not member.sees_cases:
        return redirect("partners")
    tabs = (MINE, UNASSIGNED, ALL) if member.oversees else (MINE, UNASSIGNED)
    tab = request.GET.get("list", "")
    tab = tab if tab in tabs else MINE
    asked = request.GET.get("days", "")
    days = next((n for n in PERIODS if str(n) == asked), USUAL)
    desk = desk_of(member, moment_of(request), tab, days)
    context = {
        "desk": desk,
        "days": list(_days(desk, today)),
        "tabs": [_tab(name, days) for name in tabs],
        "tab": tab,
        "periods": [_period(n, tab) for n in PERIODS],
        "period": str(days),
        "today": today,
    }
    return render(request, "desk/show.html", context)


def _days(desk: Desk, today: date) -> Iterator[DayOfDesk]:
    def day_of(coming: Coming) -> date | None:
        return coming.due.day if coming.due.day >= today else None

    for day, coming in groupby(desk.coming, day_of):
        items = tuple(Item(one, _stands_in(desk, one, day or today)) for one in coming)
        yield DayOfDesk(day, day is not None and corpus().calendar.is_off(day), items)


def _stands_in(desk: Desk, coming: Coming, day: date) -> Deputy | None:
    member: Member | None = coming.line.member
    away = (one for one in desk.absent if one.starts <= day <= one.ends)
    return next((one for one in away if member is not None and one.member_id == member.id), None)


def _tab(name: str, days: int) -> Tab:
    return Tab(name, _url(name, days), in_words(WORDS[f"worklist.tab.{name}"]))


def _period(days: int, tab: str) -> Tab:
    return Tab(str(days), _url(tab, days), in_words(WORDS[f"desk.days.{days}"]))


def _url(tab: str, days: int) -> str:
    given = {"list": tab if tab != MINE else "", "days": str(days) if days != USUAL else ""}
    query = urlencode({name: value for name, value in given.items() if value})
    return f"{reverse('desk')}?{query}" if query else reverse("desk")
