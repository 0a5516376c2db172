"""Inbox and outbox, and a referral as its receiver reads and answers it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ...casework import boxes
from ...casework.access import visible
from ...casework.actions.answer import (
    accept_referral,
    decline_referral,
    finish_referral,
    received,
    see_referral,
)
from ...casework.errors import Denied, Refused
from ...casework.models import Case, Member, Organisation, ReferralRow
from ...casework.position import HERE
from ...casework.queries import Names
from ...casework.reasons import said
from ...casework.showing.sent import Sent, sent_of, service_text
from ...casework.writing import Writing
from ..asked import member_of, moment_of, reader_now, today_of, token_in
from ..forms.referral import Declining, Done
from ..frame import Tab
from ..language import in_words
from ..refusing import show_refusal
from ..words import WORDS


@require_GET
def inbox(request: HttpRequest) -> HttpResponse:
    """Show what the member's organisation received."""
    member = _worker(request)
    shelf = _shelf(request)
    box = boxes.inbox(member, shelf, request.GET.get("after", ""))
    return render(request, "referral/inbox.html", _listed(request, "inbox", shelf, box))


@require_GET
def outbox(request: HttpRequest) -> HttpResponse:
    """Show what was sent from the cases that open for the member."""
    member = _worker(request)
    shelf = _shelf(request)
    box = boxes.outbox(member, moment_of(request), shelf, request.GET.get("after", ""))
    return render(request, "referral/outbox.html", _listed(request, "outbox", shelf, box))


def _listed(request: HttpRequest, name: str, shelf: str, box: boxes.Box) -> dict[str, object]:
    address = f"{reverse(name)}?shelf={shelf}"
    shelves = [
        Tab(one, f"{reverse(name)}?shelf={one}", in_words(WORDS[f"answer.shelf.{one}"]))
        for one in boxes.SHELVES
    ]
    today = today_of(request)
    return {
        "shelf": shelf,
        "shelves": shelves,
        "rows": [_row(row, today) for row in box.rows],
        "next_url": f"{address}&after={box.after}" if box.after else "",
        "first_url": address if request.GET.get("after") else "",
        "today": today,
    }


def _row(row: ReferralRow, today: object) -> dict[str, object]:
    made = row.made_at.astimezone(HERE).date()
    return {"row": row, "service": service_text(row.service, reader_now()), "made": made}


def _shelf(request: HttpRequest) -> str:
    asked = request.GET.get("shelf", "")
    return asked if asked in boxes.SHELVES else boxes.WAITING


def _worker(request: HttpRequest) -> Member:
    member = member_of(request)
    if not member.sees_cases or member.organisation is None:
        raise Denied("no_cases", said("no_cases"))
    return member


# ------------------------------------------------------------------ one referral, as its receiver


@require_GET
def show(request: HttpRequest, referral: UUID) -> HttpResponse:
    """Show a referral to its receiver, which records that it was seen."""
    member = member_of(request)
    with received(member, referral, moment_of(request), "look_referral") as case:
        see_referral(case, referral)
    return _page(request, case, referral)


@require_POST
def accept(request: HttpRequest, referral: UUID) -> HttpResponse:
    """Accept: the member has the case in hand, or nobody yet."""
    member, now = member_of(request), moment_of(request)
    take = request.POST.get("who") == "me"
    with received(member, referral, now, "accept", token_in(request)) as case:
        if not case.repeated:
            accept_referral(case, referral, take=take)
    messages.success(request, in_words(WORDS["answer.accepted"]))
    if visible(member, now).filter(case=case.case).exists():
        return redirect("case", case.case.number)
    return redirect("received", referral)


@require_http_methods(["GET", "POST"])
def decline(request: HttpRequest, referral: UUID) -> HttpResponse:
    """Decline with a reason, and say what else could help."""
    member, now = member_of(request), moment_of(request)
    form = Declining(request.POST or None)
    form.offer(Organisation.objects.filter(active=True).exclude(id__in=[member.organisation_id]))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        partner = UUID(given["partner"]) if given["partner"] else None
        try:
            with received(member, referral, now, "decline", token_in(request)) as case:
                if not case.repeated:
                    decline_referral(
                        case,
                        referral,
                        given["reason"],
                        given["alternative"],
                        partner,
                        given["service"],
                    )
        except Refused as refused:
            show_refusal(form, refused)
        else:
            messages.success(request, in_words(WORDS["answer.declined"]))
            return redirect("inbox")
    with received(member, referral, now, "look_referral") as case:
        return _page(request, case, referral, "decline", form=form)


@require_http_methods(["GET", "POST"])
def done(request: HttpRequest, referral: UUID) -> HttpResponse:
    """Tell that what was asked is done."""
    member, now = member_of(request), moment_of(request)
    form = Done(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with received(member, referral, now, "finish", token_in(request)) as case:
                if not case.repeated:
                    finish_referral(case, referral, form.cleaned_data["outcome"])
        except Refused as refused:
            show_refusal(form, refused)
        else:
            messages.success(request, in_words(WORDS["answer.finished"]))
            return redirect(f"{reverse('inbox')}?shelf=answered")
    with received(member, referral, now, "look_referral") as case:
        return _page(request, case, referral, "done", form=form)


def _page(
    request: HttpRequest, case: Writing, referral: UUID, template: str = "received", **more: object
) -> HttpResponse:
    found = case.state.referrals[referral]
    partners = Organisation.objects.in_bulk({found.sender, found.receiver})
    names = Names({one.id: one.name for one in partners.values()}, {})
    sent: Sent = sent_of(case, found, names, reader_now(), partners)
    context = {
        "sent": sent,
        "sender": partners.get(found.sender),
        "case_number": _opens(case.member, case),
        "posted": request.POST,
        **more,
    }
    return render(request, f"referral/{template}.html", context)


def _opens(member: Member, case: Writing) -> str:
    """Return the number of the case if it opens for the member, and otherwise nothing."""
    lines = visible(member, case.now).filter(case=case.case).values("case")
    return Case.objects.filter(id__in=lines).values_list("number", flat=True).first() or ""
