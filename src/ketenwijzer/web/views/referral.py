"""The referrals of a case: their list, taking one back, and partners that answer on paper."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from ...casework.access import OpenCase, open_case
from ...casework.actions.answer import answer_for_paper
from ...casework.actions.keeping import sent_by
from ...casework.actions.refer import MakeReferral, withdraw_referral
from ...casework.errors import NotFound, Refused
from ...casework.preview import preview
from ...casework.showing.sent import Sent, partners_of, referrals_of, sent_of
from ...casework.state import Referral
from ...casework.writing import writing
from ..asked import member_of, moment_of, reader_now, token_in
from ..entry_fields import Parcel, previewed
from ..forms.referral import PaperAnswer, Withdrawal
from ..frame import Frame, frame_of
from ..language import in_words
from ..refusing import show_refusal
from ..words import WORDS


@require_GET
def tab(request: HttpRequest, number: str) -> HttpResponse:
    """Show the referrals of a case that a member may read."""
    case = open_case(member_of(request), number, moment_of(request), "look_referrals")
    frame = frame_of(case, "referrals")
    found = referrals_of(case, frame.names, reader_now())
    context = {
        **frame.context(case),
        "waiting": [sent for sent in found if sent.is_open],
        "running": [sent for sent in found if sent.status == "accepted"],
        "ended": [sent for sent in found if not sent.is_open and sent.status != "accepted"],
    }
    return render(request, "referral/tab.html", context)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, number: str, referral: UUID) -> HttpResponse:
    """Take back a referral that was not answered yet, with a reason."""
    member, now = member_of(request), moment_of(request)
    case = open_case(member, number, now, "withdraw_referral")
    found, frame = sent_by(case, referral), frame_of(case, "referrals")
    form = Withdrawal(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with writing(member, number, now, "withdraw_referral", token_in(request)) as writes:
                if not writes.repeated:
                    withdraw_referral(writes, referral, form.cleaned_data["reason"])
        except Refused as refused:
            show_refusal(form, refused)
        else:
            messages.success(request, in_words(WORDS["referral.withdrawn"]))
            return redirect("case_referrals", number)
    context = {**frame.context(case), **_one(case, found, frame), "form": form}
    return render(request, "referral/withdraw.html", {**context, "posted": request.POST})


@require_http_methods(["GET", "POST"])
def paper(request: HttpRequest, number: str, referral: UUID) -> HttpResponse:
    """Record what a partner without an account answered, by telephone or on paper."""
    member, now = member_of(request), moment_of(request)
    case = open_case(member, number, now, "paper_answer")
    found, frame = sent_by(case, referral), frame_of(case, "referrals")
    form = PaperAnswer(request.POST or None, initial={"on": case.today})
    form.offer(("accepted", "declined") if found.is_open else ("done",))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            with writing(member, number, now, "paper_answer", token_in(request)) as writes:
                if not writes.repeated:
                    answer_for_paper(
                        writes,
                        referral,
                        said["answer"],
                        said["reason"],
                        said["alternative"],
                        form.came(),
                    )
        except Refused as refused:
            show_refusal(form, refused)
        else:
            messages.success(request, in_words(WORDS["referral.answer_recorded"]))
            accepted = said["answer"] == "accepted"
            place = (
                ("referral_letter", number, referral) if accepted else ("case_referrals", number)
            )
            return redirect(*place)
    context = {**frame.context(case), **_one(case, found, frame), "form": form}
    return render(request, "referral/paper.html", {**context, "posted": request.POST})


@require_GET
def letter(request: HttpRequest, number: str, referral: UUID) -> HttpResponse:
    """Show what goes to a partner on paper: what goes at once, the rest once it accepts."""
    case = open_case(member_of(request), number, moment_of(request), "letter")
    found, frame = sent_by(case, referral), frame_of(case, "referrals")
    one = _one(case, found, frame)
    if not one["sent"].receiver_on_paper:
        raise NotFound
    parcels = _after_acceptance(case, found) if found.status.value == "accepted" else []
    own = case.member.organisation
    return render(
        request,
        "referral/letter.html",
        {**frame.context(case), **one, "parcels": parcels, "organisation": own},
    )


def _after_acceptance(case: OpenCase, referral: Referral) -> list[Parcel]:
    """Return what the receiver now reads, in the sections of this referral."""
    receiver = partners_of([referral])[referral.receiver]
    command = MakeReferral(receiver.id, referral.service, referral.sections, referral.ground)
    shown = [one for one in preview(case, command, receiver) if one.already and not one.earlier]
    return [parcel for parcel in previewed(shown, case) if parcel.name in referral.sections]


def _one(case: OpenCase, referral: Referral, frame: Frame) -> dict[str, Sent]:
    partners = partners_of([referral])
    return {"sent": sent_of(case, referral, frame.names, reader_now(), partners)}
