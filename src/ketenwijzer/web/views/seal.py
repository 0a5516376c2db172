"""An entry in the wrong case: one overseer of the owner proposes to seal it, a second one does."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ...casework.access import OpenCase, open_case
from ...casework.actions.seal import confirm_seal, propose_seal, refuse_seal, waiting_seals
from ...casework.errors import NotFound, Refused
from ...casework.writing import writing
from ..acting import Deed, act
from ..asked import member_of, moment_of, token_in
from ..entry_fields import what_of
from ..forms.guard import Reason, SealAnswer
from ..frame import framed
from ..language import in_words
from ..refusing import show_refusal
from ..words import WORDS


@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest, number: str, entry: int) -> HttpResponse:
    """Propose to seal an entry that stands in the wrong case."""
    case = _case(request, number, "propose_seal")
    record = case.state.record(entry)
    if record is None or not case.reads(record):
        raise NotFound
    form = Reason(request.POST or None)
    more: dict[str, object] = {"what": what_of(record, case), "on": record.on}
    deed = Deed(
        "propose_seal", "guard/seal.html", "guard", "guard.seal_proposed", "case_guard", more
    )
    return act(
        request, case, form, deed, lambda w: propose_seal(w, entry, form.cleaned_data["reason"])
    )


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, number: str, proposal: int) -> HttpResponse:
    """Seal, as the second person, what a colleague proposed, or leave it as it is."""
    case = _case(request, number, "answer_seal")
    found = [r for r in waiting_seals(case) if r.number == proposal]
    if not found and request.method == "GET":
        raise NotFound
    form = SealAnswer(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            _answer(request, case, proposal, form.cleaned_data["verdict"])
        except Refused as refused:
            show_refusal(form, refused)
        else:
            messages.success(request, in_words(WORDS["guard.seal_answered"]))
            return redirect("case_guard", number)
    about = found[0] if found else None
    entry = case.state.record(int(str(about.data["number"]))) if about else None
    context = framed(
        case,
        "guard",
        form=form,
        posted=request.POST,
        reason=about.text("reason") if about else "",
        what=what_of(entry, case) if entry and case.reads(entry) else "",
        on=entry.on if entry else None,
    )
    return render(request, "guard/seal_answer.html", context)


def _answer(request: HttpRequest, case: OpenCase, proposal: int, verdict: str) -> None:
    number, token = case.case.number, token_in(request)
    if verdict == "seal":
        confirm_seal(case.member, number, proposal, case.now, token)
        return
    with writing(case.member, number, case.now, "answer_seal", token) as writes:
        if not writes.repeated:
            refuse_seal(writes, proposal)


def _case(request: HttpRequest, number: str, activity: str) -> OpenCase:
    case = open_case(member_of(request), number, moment_of(request), activity)
    if not (case.is_owner and case.member.oversees):
        raise NotFound
    return case
