"""Her rights in a case: what she asks is recorded and answered, and she can have a copy."""

from collections.abc import Iterator
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_GET, require_http_methods

from ...casework.access import OpenCase, open_case, open_to_copy
from ...casework.actions.request import answer_request, lift_restriction, make_request
from ...casework.errors import NotFound
from ...casework.events import BASICS
from ...casework.position import agreement
from ...casework.queries import names_in
from ...casework.showing.asked import Asking as Asked
from ...casework.showing.asked import requests_of
from ...casework.showing.copied import NEVER, Written, copy_of
from ...casework.showing.now import now_of
from ...casework.writing import Writing
from ...telling.language import LANGUAGES, Reader, Register
from ..acting import Deed, act
from ..asked import member_of, moment_of, reader_now
from ..forms.rights import Answering, Asking, Lifting
from ..forms.sections import SECTIONS
from ..frame import frame_of
from ..language import in_words, language_now
from ..plain import plainly


@require_GET
def show(request: HttpRequest, number: str) -> HttpResponse:
    """Show what she asked, what waits for an answer, and where her copy is made."""
    case = open_case(member_of(request), number, moment_of(request), "look_rights")
    frame = frame_of(case, "consent")
    context = {
        **frame.context(case),
        "requests": requests_of(case, frame.names, reader_now()),
        "may_write": case.may_record(BASICS).allowed,
        "agreed": in_words(agreement().status),
    }
    return render(request, "rights/show.html", context)


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, number: str) -> HttpResponse:
    """Record what she asks for herself."""
    case = _writable(request, number, "make_request")
    form = Asking(request.POST or None)
    more: dict[str, object] = {
        "days": [
            (in_words(one.text), reader_now().days(one.answer_days))
            for one in agreement().requests.values()
        ],
        "agreed": in_words(agreement().status),
    }
    deed = Deed("make_request", "rights/ask.html", "consent", "rights.made", "case_rights", more)

    def do(writes: Writing) -> None:
        make_request(writes, form.cleaned_data["request"], form.cleaned_data["asked"])

    return act(request, case, form, deed, do)


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, number: str, asking: UUID) -> HttpResponse:
    """Answer a request of hers."""
    case = _writable(request, number, "answer_request")
    found = _found(case, asking)
    if not found.may_answer and request.method == "GET":
        raise NotFound
    form = Answering(request.POST or None)
    deed = Deed(
        "answer_request",
        "rights/answer.html",
        "consent",
        "rights.answered",
        "case_rights",
        {"asking": found},
    )

    def do(writes: Writing) -> None:
        said = form.cleaned_data
        answer_request(writes, asking, said["outcome"], said["explained"])

    return act(request, case, form, deed, do)


@require_http_methods(["GET", "POST"])
def lift(request: HttpRequest, number: str, asking: UUID) -> HttpResponse:
    """Lift a restriction that she asked for, with a reason."""
    case = _writable(request, number, "lift_restriction")
    found = _found(case, asking)
    if not found.may_lift and request.method == "GET":
        raise NotFound
    form = Lifting(request.POST or None)
    deed = Deed(
        "lift_restriction",
        "rights/lift.html",
        "consent",
        "rights.lifted",
        "case_rights",
        {"asking": found},
    )
    return act(
        request,
        case,
        form,
        deed,
        lambda w: lift_restriction(w, asking, form.cleaned_data["reason"]),
    )


# ------------------------------------------------------------------ her copy


@require_GET
def copy(request: HttpRequest, number: str) -> HttpResponse:
    """Show her copy, in her language, to hand over; texts are in it once somebody chose them."""
    member, now = member_of(request), moment_of(request)
    case, _ = open_to_copy(member, number, now, "her_copy", NEVER)
    asked = request.GET.get("language", "")
    reads_in = asked if asked in LANGUAGES else language_now()
    reader = Reader(reads_in, Register.PERSON)
    names = names_in(case)
    made = copy_of(case, names, reader, request.GET.getlist("with"))
    plan = case.latest("contact_plan_recorded")
    with translation.override(reads_in):
        written = [_shown(one) for one in made.sections]
    context = {
        "number": number,
        "today": case.today,
        "made": made,
        "written": written,
        "now": now_of(case, case.seen(), reader),
        "answers": made.answers,
        "carries_paper": plan is not None and plan.text("paper") == "yes",
        "reads_in": reads_in,
        "texts": [
            (f"{one.section}.{name}", label, text)
            for one in made.sections
            for name, label, text in _to_choose(one)
        ],
        "chosen": request.GET.getlist("with"),
    }
    return render(request, "rights/copy.html", context)


def _shown(one: Written) -> dict[str, object]:
    """Return a section with plain words for each of its fields."""
    facts = list(plainly(one.section, {**one.facts, **one.texts}))
    return {"name": one.section, "facts": facts, "told": one, "empty": not (facts or one.happened)}


def _to_choose(one: Written) -> Iterator[tuple[str, str, str]]:
    form = SECTIONS.get(one.section)
    for name, text in one.to_choose.items():
        yield name, str(form.base_fields[name].label) if form else name, str(text)


def _writable(request: HttpRequest, number: str, activity: str) -> OpenCase:
    case = open_case(member_of(request), number, moment_of(request), activity)
    case.require(case.may_record(BASICS))
    return case


def _found(case: OpenCase, asking: UUID) -> Asked:
    """Return a request that the member may read of; any other is not there."""
    frame = frame_of(case, "consent")
    for one in requests_of(case, frame.names, reader_now()):
        if one.id == asking:
            return one
    raise NotFound
