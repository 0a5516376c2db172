"""The worklist: what is due first on top, narrowed as one likes, today or as it was."""

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from ...casework import lists
from ...casework.actions.record import SECOND_PERSON
from ...casework.models import Member
from ...casework.position import corpus
from ...casework.queries import (
    ALL,
    DUES,
    MINE,
    MOST_COUNTED,
    REVIEW,
    SIGNS,
    UNASSIGNED,
    Numbers,
    Wanted,
    numbers_of,
    waiting_in,
    worklist,
)
from ...casework.showing.then import lines_then
from ..asked import Days, address, days_of, member_of, moment_of, today_of
from ..forms.search import Naming, Narrowing
from ..frame import Tab
from ..language import in_words
from ..words import WORDS

TABS = (MINE, UNASSIGNED, ALL)
WAITING = {"second-person": SECOND_PERSON, "reviews": REVIEW}


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """Show the lines that this member may see, a page at a time."""
    member, now, days = member_of(request), moment_of(request), days_of(request)
    if not member.sees_cases:
        return redirect("partners")
    wanted = wanted_of(request, member)
    numbers = numbers_of(member, now)
    after = request.GET.get("after", "")
    context = {
        "tabs": _tabs(member, numbers, days),
        "tab": wanted.whose,
        "wanted": wanted,
        "waiting": _waiting(numbers),
        "form": Narrowing(request.GET or None),
        "narrowed": bool(wanted.phase or wanted.due or wanted.sign),
        "naming": Naming(),
        "saved": [_saved(saved, member) for saved in lists.saved_lists(member)],
        "today": today_of(request),
        "first_url": _url(wanted, days) if after else "",
        "all_url": _url(Wanted(wanted.whose), Days()),
        "take_url": _url(wanted, Days()).replace(reverse("worklist"), reverse("worklist_file"), 1),
    }
    if days.is_past:
        then = lines_then(member, now, wanted, days.on, days.known_at, after)
        more = {"page": then, "next_url": _url(wanted, days, then.after) if then.after else ""}
        return render(request, "worklist/then.html", {**context, **more})
    lines = worklist(member, now, wanted, after)
    more = {"page": lines, "next_url": _url(wanted, days, lines.after) if lines.after else ""}
    return render(request, "worklist/show.html", {**context, **more})


def wanted_of(request: HttpRequest, member: Member) -> Wanted:
    """Return what an address or a form asks for; what is not known is passed over."""
    given = request.POST if request.method == "POST" else request.GET
    tabs = TABS if member.oversees else TABS[:2]
    phases = [phase.id for phase in corpus().phases]
    return Wanted(
        _one_of(given.get("list", ""), tabs) or MINE,
        _one_of(given.get("phase", ""), phases),
        _one_of(given.get("due", ""), DUES),
        _one_of(given.get("sign", ""), SIGNS),
    )


def _one_of(value: str, allowed: Collection[str]) -> str:
    return value if value in allowed else ""


def _tabs(member: Member, numbers: Numbers, days: Days) -> list[Tab]:
    counts = {MINE: numbers.mine, UNASSIGNED: numbers.unassigned, ALL: numbers.all}
    return [
        Tab(
            name,
            _url(Wanted(name), days),
            in_words(WORDS[f"worklist.tab.{name}"]),
            "" if days.is_past else capped(counts[name]),
        )
        for name in (TABS if member.oversees else TABS[:2])
    ]


def _waiting(numbers: Numbers) -> list[Tab]:
    """Return what waits for this member, each with a link; nothing that does not wait."""
    found = (
        ("inbox", address("inbox"), numbers.inbox),
        ("second_person", reverse("waiting", args=("second-person",)), numbers.second_person),
        ("reviews", reverse("waiting", args=("reviews",)), numbers.reviews),
    )
    return [
        Tab(name, url, in_words(WORDS[f"worklist.waiting.{name}"]), capped(count))
        for name, url, count in found
        if count and url
    ]


def capped(count: int) -> str:
    """Return a count that never says more than that there are many."""
    return f"{MOST_COUNTED - 1}+" if count >= MOST_COUNTED else str(count)


def _url(wanted: Wanted, days: Days, after: str = "") -> str:
    given = {
        "list": wanted.whose if wanted.whose != MINE else "",
        "phase": wanted.phase,
        "due": wanted.due,
        "sign": wanted.sign,
        "on": days.on.isoformat() if days.on else "",
        "known_at": days.known_at.isoformat() if days.known_at else "",
        "after": after,
    }
    query = urlencode({name: value for name, value in given.items() if value})
    return f"{reverse('worklist')}?{query}" if query else reverse("worklist")


# ------------------------------------------------------------------ what waits


@require_GET
def waiting(request: HttpRequest, what: str) -> HttpResponse:
    """Show the cases in which something waits for a second person, or for a review."""
    if what not in WAITING:
        raise Http404
    rows = waiting_in(member_of(request), moment_of(request), WAITING[what])
    context = {"rows": rows, "what": what.replace("-", "_"), "today": today_of(request)}
    return render(request, "worklist/waiting.html", context)


# ------------------------------------------------------------------ lists that colleagues share


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved list as it is shown: where it leads, and whether one may throw it away."""

    id: UUID
    name: str
    url: str
    may_go: bool


def _saved(saved: lists.Saved, member: Member) -> Saved:
    url = _url(saved.wanted, Days())
    return Saved(saved.id, saved.name, url, saved.member == member.id or member.oversees)


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Save what the list is narrowed to, for the whole organisation."""
    member = member_of(request)
    wanted = wanted_of(request, member)
    form = Naming(request.POST)
    if form.is_valid():
        lists.save_list(member, form.cleaned_data["name"], wanted)
        messages.success(request, in_words(WORDS["worklist.saved"]))
    else:
        messages.error(request, " ".join(str(e) for e in form.errors["name"]))
    return redirect(_url(wanted, Days()))


@require_POST
def forget(request: HttpRequest, saved: UUID) -> HttpResponse:
    """Throw a saved list away."""
    lists.throw_list_away(member_of(request), saved)
    return redirect("worklist")
