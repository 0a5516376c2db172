"""Registering: one question a page, check your answers, what happens next; drafts wait a week."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ...casework.access import open_case
from ...casework.actions.record import record_statement
from ...casework.actions.register import register
from ...casework.errors import NotFound
from ...casework.intake import (
    Begun,
    begin,
    drafts_of,
    keep,
    number_of,
    open_draft,
    throw_away,
)
from ...casework.models import Member
from ...casework.position import agreement
from ...casework.showing.beginning import Open, open_questions, wishes
from ...casework.showing.now import now_of
from ...casework.writing import writing
from ..asked import address, member_of, moment_of, reader_now, today_of
from ..forms.intake import (
    FIRST,
    Asked,
    FirstDay,
    Wishes,
    beginning_of,
    command_of,
    shown,
    statements_of,
)
from ..forms.parts import Described
from ..frame import frame_of
from ..language import in_words
from ..words import WORDS

ASK = "ask-"
CHECK = "check"


@dataclass(frozen=True, slots=True)
class Question:
    """A question of this intake: its form, and what was answered."""

    name: str
    title: str
    form: Described
    facts: list[tuple[str, str]]
    answered: bool


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Say what comes, and show what was begun before; begin with what a search already asked."""
    member, now = member_of(request), moment_of(request)
    if request.method == "POST":
        return redirect("intake", begin(member, now, _known(request)), next(iter(FIRST)))
    return render(request, "intake/start.html", {"drafts": drafts_of(member, now)})


def _known(request: HttpRequest) -> dict[str, dict[str, object]]:
    """Return what was typed in the search before, so that nobody types it twice."""
    name, year = request.POST.get("name", "")[:200].strip(), request.POST.get("birth_year", "")
    given, _, family = name.partition(" ")
    found: dict[str, object] = {"given_name": given, "family_name": family}
    if year.isascii() and year.isdigit() and len(year) == 4:
        found["birth_year"] = int(year)
    return {"name": found} if name else {}


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, draft: UUID, question: str) -> HttpResponse:
    """Ask one question, keep the answer, and go on to the next that still matters."""
    member, today = member_of(request), today_of(request)
    begun = open_draft(member, draft, moment_of(request))
    names = _names(member, begun, today)
    if question not in names:
        raise Http404
    skips = "skip" in request.POST
    values = request.POST if request.method == "POST" and not skips else None
    form = _form(member, begun, question, today, values)
    if request.method == "POST" and (skips or form.is_valid()):
        keep(begun, question, {} if skips else _kept(member, begun, question, form, today))
        return redirect("intake", draft, _next(request, member, draft, question))
    place = names.index(question)
    context = {
        "draft": begun,
        "question": question,
        "title": _title(question, form),
        "form": form,
        "place": place + 1,
        "of": len(names),
        "back": reverse("intake", args=(draft, names[place - 1])) if place else "",
        "to_check": "check" in request.GET or "check" in request.POST,
        "in_danger": begun.of("danger").get("danger") == "yes",
    }
    return render(request, "intake/question.html", context)


def _next(request: HttpRequest, member: Member, draft: UUID, question: str) -> str:
    if "check" in request.POST:
        return CHECK
    begun = open_draft(member, draft, moment_of(request))
    names = _names(member, begun, today_of(request))
    place = names.index(question) + 1 if question in names else len(names)
    return names[place] if place < len(names) else CHECK


def _names(member: Member, draft: Begun, today: date) -> list[str]:
    """Return the questions in order: the fixed ones, and those that the law still has."""
    found = [f"{ASK}{asked.fact}" for asked in _open(member, draft, today) if asked.deeds]
    answered = [name for name in draft.answers if name.startswith(ASK)]
    return [*FIRST, "wishes", *dict.fromkeys([*answered, *found])]


def _open(member: Member, draft: Begun, today: date) -> list[Open]:
    return open_questions(_role(member), beginning_of(draft, today), today, reader_now())


def _role(member: Member) -> str:
    return member.organisation.role if member.organisation else ""


def _form(
    member: Member, draft: Begun, question: str, today: date, values: QueryDict | None = None
) -> Described:
    """Return the form of a question, filled with what was sent, or else with what was answered."""
    filled: dict[str, Any] = {"data": values} if values else {"initial": dict(draft.of(question))}
    if question == "day":
        if values is None and not draft.of(question):
            filled = {"initial": {"first_indication": today}}
        return FirstDay(today=today, **filled)
    if question == "wishes":
        without = Begun(draft.id, draft.begun_at, draft.days_left, _without(draft, "wishes"))
        said = wishes(_role(member), beginning_of(without, today), today, reader_now())
        return Wishes(choices=said, **filled)
    if question.startswith(ASK):
        return Asked(asked=_asked(member, draft, question, today), **filled)
    return FIRST[question](**filled)


def _asked(member: Member, draft: Begun, question: str, today: date) -> Open | None:
    """Return a question of the law, as it stood before it was answered."""
    without = Begun(draft.id, draft.begun_at, draft.days_left, _without(draft, question))
    fact = question.removeprefix(ASK)
    return next((a for a in _open(member, without, today) if a.fact == fact), None)


def _without(draft: Begun, question: str) -> dict[str, dict[str, object]]:
    return {name: dict(found) for name, found in draft.answers.items() if name != question}


def _kept(
    member: Member, draft: Begun, question: str, form: Described, today: date
) -> dict[str, object]:
    """Return an answer as it is kept; of a deed also the details that are clear."""
    found = form.values()
    asked = _asked(member, draft, question, today) if question.startswith(ASK) else None
    for deed in asked.deeds if asked else ():
        if deed.type == found.get("deed"):
            found["attributes"] = dict(deed.attributes)
    return found


def _title(question: str, form: Described) -> str:
    if isinstance(form, Asked):
        return form.question
    return in_words(WORDS[f"intake.question.{question}"])


# ------------------------------------------------------------------ check, print, register


@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Show every answer, to change or to register."""
    member, now = member_of(request), moment_of(request)
    if request.method == "POST":
        return _register(request, draft)
    begun = open_draft(member, draft, now)
    return render(request, "intake/check.html", _all(member, begun, today_of(request)))


@require_GET
def mirror(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Show every question with its answer on one page, to print."""
    begun = open_draft(member_of(request), draft, moment_of(request))
    return render(request, "intake/print.html", _all(member_of(request), begun, today_of(request)))


def _all(member: Member, draft: Begun, today: date) -> dict[str, object]:
    questions = []
    for name in _names(member, draft, today):
        form = _form(member, draft, name, today)
        facts = shown(form, draft.of(name))
        questions.append(Question(name, _title(name, form), form, facts, name in draft.answers))
    access = agreement().roles.get(_role(member))
    return {
        "draft": draft,
        "questions": questions,
        "registers": (access.registers if access else "") or "not_stated",
        "in_danger": draft.of("danger").get("danger") == "yes",
    }


def _register(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Open the case; the same draft sent twice opens one case."""
    member, now, today = member_of(request), moment_of(request), today_of(request)
    try:
        begun = open_draft(member, draft, now)
    except NotFound:
        before = number_of(draft)
        if before is None:
            raise
        return redirect("case_begun", before)
    number = register(member, command_of(begun, today, draft), now)
    with writing(member, number, now, "register", uuid5(draft, "statements")) as case:
        if not case.repeated:
            for command in statements_of(begun, today):
                record_statement(case, command)
    throw_away(begun)
    return redirect("case_begun", number)


@require_POST
def forget(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Throw a draft away."""
    throw_away(open_draft(member_of(request), draft, moment_of(request)))
    messages.success(request, in_words(WORDS["intake.thrown_away"]))
    return redirect("new_case")


@require_GET
def begun(request: HttpRequest, number: str) -> HttpResponse:
    """Say what happens next: registration, safety, and whom to ask what."""
    case = open_case(member_of(request), number, moment_of(request), "look_next")
    frame = frame_of(case, "")
    access = agreement().roles.get(case.author.role)
    now = now_of(case, frame.seen, reader_now())
    refer = address("refer", number)
    more = {
        "registers": (access.registers if access else "") or "not_stated",
        "register_url": f"{refer}?for=registration" if refer else "",
        "shelter_url": f"{refer}?for=shelter" if refer else "",
        "now": now,
    }
    return render(request, "intake/begun.html", {**frame.context(case), **more})
