"""What a desk was told; where reminders go: by e-mail, to a calendar, or nowhere."""

from dataclasses import dataclass
from itertools import groupby

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from ...casework.desk import Told, notices_of
from ...casework.feeds import calendar_of, close_feed, feed_until, open_feed
from ...casework.mailing import mail_to
from ...casework.queries import ALL, MINE, UNASSIGNED
from ...casework.statuses import Stage
from ..asked import member_of, moment_of, today_of
from ..forms.people import MailForm
from ..frame import Tab
from ..guards import recently_confirmed
from ..language import in_words
from ..words import WORDS

TONES = {Stage.ESCALATED: "bad", Stage.LATE: "bad", Stage.DUE: "open", Stage.SOON: "open"}


@dataclass(frozen=True, slots=True)
class Group:
    """The notices of one stage, and how that is coloured."""

    stage: Stage
    told: tuple[Told, ...]

    @property
    def tone(self) -> str:
        """Return the tone of the chip."""
        return TONES.get(self.stage, "info")


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """Show what a desk was told and still stands, what is most pressing first."""
    member = member_of(request)
    if not member.sees_cases:
        return redirect("partners")
    tabs = (MINE, UNASSIGNED, ALL) if member.oversees else (MINE, UNASSIGNED)
    asked = request.GET.get("list", "")
    tab = asked if asked in tabs else MINE
    told = notices_of(member, moment_of(request), tab)
    context = {
        "groups": [Group(stage, tuple(some)) for stage, some in groupby(told, lambda n: n.stage)],
        "tabs": [_tab(name) for name in tabs],
        "tab": tab,
        "today": today_of(request),
    }
    return render(request, "notices/show.html", context)


def _tab(name: str) -> Tab:
    query = f"?list={name}" if name != MINE else ""
    return Tab(name, reverse("notices") + query, in_words(WORDS[f"worklist.tab.{name}"]))


@require_GET
@recently_confirmed
def reminders(request: HttpRequest) -> HttpResponse:
    """Show where one's reminders go: by e-mail, to a calendar, or nowhere."""
    return _reminders(request, MailForm(initial={"email": member_of(request).email}))


@require_POST
@recently_confirmed
def change_mail(request: HttpRequest) -> HttpResponse:
    """Send e-mail that something waits to another address, or to none."""
    form = MailForm(request.POST)
    if not form.is_valid():
        return _reminders(request, form)
    mail_to(member_of(request), form.cleaned_data["email"])
    messages.success(request, in_words(WORDS["account.saved"]))
    return redirect("reminders")


@require_POST
@recently_confirmed
def make_calendar(request: HttpRequest) -> HttpResponse:
    """Give an address of a calendar to follow; it is shown once."""
    member = member_of(request)
    if not member.sees_cases:
        return redirect("account")
    path = reverse("calendar_feed", kwargs={"secret": open_feed(member, moment_of(request))})
    form = MailForm(initial={"email": member.email})
    return _reminders(request, form, request.build_absolute_uri(path))


def _reminders(request: HttpRequest, form: MailForm, address: str = "") -> HttpResponse:
    member = member_of(request)
    if not member.sees_cases:
        return redirect("account")
    until = feed_until(member, moment_of(request))
    context = {"form": form, "address": address, "until": until}
    status = 422 if form.errors else 200
    return render(request, "notices/reminders.html", context, status=status)


@require_POST
def stop_calendar(request: HttpRequest) -> HttpResponse:
    """Take one's calendar back."""
    close_feed(member_of(request))
    messages.success(request, in_words(WORDS["notices.calendar_stopped"]))
    return redirect("reminders")


@login_not_required
@require_GET
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """Return the calendar behind an address."""
    written = calendar_of(secret, moment_of(request))
    return HttpResponse(written, content_type="text/calendar; charset=utf-8")
