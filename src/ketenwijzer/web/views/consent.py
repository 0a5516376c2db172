"""Her consent and what went on other grounds: asked, taken back, answered, confirmed, printed."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from ...casework.access import OpenCase, open_case
from ...casework.actions.consent import (
    answer_withdrawal,
    ask_consent,
    has_guardian,
    reads_consent,
    withdraw_consent,
)
from ...casework.actions.ground import NameGround, confirm_ground, name_ground, refuse_ground
from ...casework.actions.keeping import own_task, own_tasks
from ...casework.errors import NotFound, Refused
from ...casework.events import BASICS
from ...casework.receivers import partners_of
from ...casework.showing.shared import answers_of, grounds_of, shared_with
from ...casework.writing import writing
from ...telling.language import LANGUAGES, Reader
from ..asked import member_of, moment_of, reader_now, token_in
from ..forms.consent import About, Asked, Copy, Ground, SecondPerson
from ..frame import Frame, frame_of
from ..language import in_words
from ..refusing import said_in, show_refusal
from ..words import WORDS

PREFILLED = ("receiver", "purpose", "ground")


@require_GET
def tab(request: HttpRequest, number: str) -> HttpResponse:
    """Show what she allowed, and what else was shared on which ground."""
    case = open_case(member_of(request), number, moment_of(request), "look_consent")
    frame, reader = frame_of(case, "consent"), reader_now()
    copies = [task for task in own_tasks(case) if task.kind == "answer_withdrawal"]
    context = {
        **frame.context(case),
        "answers": answers_of(case, frame.names, reader),
        "grounds": grounds_of(case, frame.names, reader),
        "copies": copies,
        "may_write": case.may_record(BASICS).allowed,
    }
    return render(request, "consent/tab.html", context)


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, number: str) -> HttpResponse:
    """Record her answer to one question, asked alone; no is as good as yes."""
    member, now = member_of(request), moment_of(request)
    case = _writable(request, number)
    about = About(request.POST or None, initial=_prefilled(request))
    about.offer(partners_of(case, own=case.is_owner))
    guardian = has_guardian(case.state)
    form = Asked(request.POST or None, initial={"by": "" if guardian else "herself"})
    form.offer(guardian=guardian)
    given = None
    if request.method == "POST" and about.is_valid() and form.is_valid():
        given = said_in(request, form)
    if given is not None:
        said = about.cleaned_data
        answer = form.answer(given=given)
        try:
            with writing(member, number, now, "ask_consent", token_in(request)) as writes:
                if not writes.repeated:
                    sections = tuple(said["sections"])
                    ask_consent(writes, UUID(said["receiver"]), said["purpose"], sections, answer)
        except Refused as refused:
            show_refusal(about if refused.field in about.fields else form, refused)
        else:
            messages.success(request, in_words(WORDS["consent.recorded"]))
            return redirect("case_consent", number)
    context = {"about": about, "form": form, "guardian": guardian, "posted": request.POST}
    return _page(request, case, "ask", context)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, number: str, consent: UUID) -> HttpResponse:
    """Take consent back: say what follows, and do it."""
    member, now = member_of(request), moment_of(request)
    case = _writable(request, number)
    found = case.state.consents.get(consent)
    if found is None or not reads_consent(case, found):
        raise NotFound
    if request.method == "POST":
        with writing(member, number, now, "withdraw_consent", token_in(request)) as writes:
            if not writes.repeated:
                withdraw_consent(writes, consent)
        messages.success(request, in_words(WORDS["consent.taken_back"]))
        return redirect("case_consent", number)
    frame = frame_of(case, "consent")
    told = next(one for one in answers_of(case, frame.names, reader_now()) if one.id == consent)
    return _page(request, case, "withdraw", {"told": told}, frame)


@require_http_methods(["GET", "POST"])
def copy(request: HttpRequest, number: str, task: UUID) -> HttpResponse:
    """Tell what became of a copy after she took her consent back."""
    member, now = member_of(request), moment_of(request)
    case = _writable(request, number)
    found = own_task(case, task, "answer_withdrawal")
    form = Copy(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            with writing(member, number, now, "answer_withdrawal", token_in(request)) as writes:
                if not writes.repeated:
                    answer_withdrawal(
                        writes, task, said["answer"], said["ground"], said["explained"]
                    )
        except Refused as refused:
            show_refusal(form, refused)
        else:
            messages.success(request, in_words(WORDS["consent.copy_recorded"]))
            return redirect("case_consent", number)
    context = {"form": form, "due": found.due, "posted": request.POST}
    return _page(request, case, "copy", context)


# ------------------------------------------------------------------ other grounds


@require_http_methods(["GET", "POST"])
def ground(request: HttpRequest, number: str) -> HttpResponse:
    """Name another ground than her consent; a colleague must confirm it."""
    member, now = member_of(request), moment_of(request)
    case = _writable(request, number)
    form = Ground(request.POST or None, initial=_prefilled(request))
    form.offer(partners_of(case, own=case.is_owner))
    if request.method == "POST" and form.is_valid():
        try:
            with writing(member, number, now, "name_ground", token_in(request)) as writes:
                if not writes.repeated:
                    name_ground(writes, _named(form))
        except Refused as refused:
            show_refusal(form, refused)
        else:
            messages.success(request, in_words(WORDS["consent.ground_named"]))
            return redirect("case_consent", number)
    return _page(request, case, "ground", {"form": form, "posted": request.POST})


def _named(form: Ground) -> NameGround:
    said = form.cleaned_data
    return NameGround(
        UUID(said["receiver"]),
        said["purpose"],
        tuple(said["sections"]),
        said["ground"],
        said["explained"],
        said["she_was_told"] == "yes",
        said["why_not_told"],
        said["until"],
    )


@require_http_methods(["GET", "POST"])
def second_person(request: HttpRequest, number: str, ground: UUID) -> HttpResponse:
    """Confirm or refuse, as the second person, a ground that a colleague named."""
    member, now = member_of(request), moment_of(request)
    case = _writable(request, number)
    frame = frame_of(case, "consent")
    told = [one for one in grounds_of(case, frame.names, reader_now()) if one.id == ground]
    if not told:
        raise NotFound
    form = SecondPerson(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            with writing(member, number, now, "answer_ground", token_in(request)) as writes:
                if not writes.repeated and said["verdict"] == "confirm":
                    confirm_ground(writes, ground)
                elif not writes.repeated:
                    refuse_ground(writes, ground, said["reason"])
        except Refused as refused:
            show_refusal(form, refused)
        else:
            messages.success(request, in_words(WORDS["consent.ground_answered"]))
            return redirect("case_consent", number)
    return _page(request, case, "second", {"told": told[0], "form": form}, frame)


# ------------------------------------------------------------------ for herself


@require_GET
def receipt(request: HttpRequest, number: str) -> HttpResponse:
    """Show what she can take along or read here: what she allowed, and how to take it back."""
    case = open_case(member_of(request), number, moment_of(request), "receipt")
    frame = frame_of(case, "consent")
    asked = request.GET.get("language", "")
    reader = Reader(asked) if asked in LANGUAGES else reader_now()
    plan = case.latest("contact_plan_recorded")
    own = case.member.organisation
    context = {
        "answers": answers_of(case, frame.names, reader),
        "shared": shared_with(case, frame.names, reader),
        "carries_paper": plan is not None and plan.text("paper") == "yes",
        "organisation": own,
        "reads_in": reader.language,
    }
    return _page(request, case, "receipt", context, frame)


def _writable(request: HttpRequest, number: str) -> OpenCase:
    case = open_case(member_of(request), number, moment_of(request), "consent")
    case.require(case.may_record(BASICS))
    return case


def _prefilled(request: HttpRequest) -> dict[str, object]:
    found: dict[str, object] = {name: request.GET.get(name, "") for name in PREFILLED}
    return found | {"sections": request.GET.getlist("sections")}


def _page(
    request: HttpRequest,
    case: OpenCase,
    template: str,
    more: Mapping[str, object],
    frame: Frame | None = None,
) -> HttpResponse:
    context = (frame or frame_of(case, "consent")).context(case)
    return render(request, f"consent/{template}.html", {**context, **more})
