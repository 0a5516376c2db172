"""Recording what happened: choose it, say when, see what it would do, and only then record it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from ...casework.access import OpenCase, open_case
from ...casework.actions.record import (
    Effect,
    RecordStatement,
    answer_proposal,
    effect_of,
    record_statement,
    refuse_unfit,
)
from ...casework.errors import Refused, Stale
from ...casework.position import agreement, corpus
from ...casework.recording import record_in
from ...casework.showing.entries import Entry, entries_of, told_command
from ...casework.showing.now import may_establish
from ...casework.showing.supposed import Supposed, suppose
from ...casework.writing import writing
from ...engine.calendar import DAY
from ...engine.vocabulary import EventType
from ...telling.happenings import parties
from ...telling.language import capital
from ..asked import member_of, moment_of, number_in, reader_now, token_in
from ..forms.sections import SECTIONS
from ..forms.statement import Answer, Statement, initial_of, kind_of
from ..frame import frame_of, framed
from ..language import in_words, language_now
from ..words import WORDS


@dataclass(frozen=True, slots=True)
class Choice:
    """A type of event that can be recorded, and who establishes it where we only report."""

    url: str
    text: str
    established_by: str


@dataclass(frozen=True, slots=True)
class Group:
    """The types of event of one section."""

    title: str
    choices: list[Choice]
    describe_url: str


@require_GET
def choose(request: HttpRequest, number: str) -> HttpResponse:
    """Show what can be recorded, grouped by section."""
    case = open_case(member_of(request), number, moment_of(request), "choose")
    wanted = request.GET.get("q", "")[:80]
    groups = _groups(case, wanted.strip().lower())
    return render(
        request, "case/choose.html", framed(case, "", groups=groups, wanted=wanted.strip())
    )


def _groups(case: OpenCase, wanted: str) -> list[Group]:
    number, found = case.case.number, []
    for name, section in agreement().sections.items():
        if not case.may_record(name).allowed:
            continue
        choices = [
            _choice(case, kind)
            for kind in corpus().event_types.values()
            if _stands_in(case, kind, name) and wanted in in_words(kind.text).lower()
        ]
        describe = name in SECTIONS and not wanted
        if choices or describe:
            url = reverse("edit_section", args=(number, name)) if describe else ""
            found.append(Group(capital(in_words(section.text)), choices, url))
    return found


def _stands_in(case: OpenCase, kind: EventType, section: str) -> bool:
    """Tell whether an event is listed under a section: the first in which one may record it."""
    statement = agreement().statements.get(kind.name)
    open_ = [s for s in statement.sections if case.may_record(s).allowed] if statement else []
    return open_[:1] == [section]


def _choice(case: OpenCase, kind: EventType) -> Choice:
    statement = agreement().statements[kind.name]
    by = "" if may_establish(case, statement) else _establishers(kind)
    url = reverse("record_type", args=(case.case.number, kind.name))
    return Choice(url, capital(in_words(kind.text)), by)


def _establishers(kind: EventType) -> str:
    return parties(corpus(), agreement().statements[kind.name].stated_by, reader_now())


# ------------------------------------------------------------------ the form, what it would do


@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, number: str, kind: str) -> HttpResponse:
    """Ask when and what, show what it would do, and record it on the third step."""
    found = kind_of(kind)
    if found is None:
        raise Http404
    if request.method == "GET":
        return _begin(request, number, found)
    form = Statement(found, request.POST)
    step = request.POST.get("step", "")
    if not form.is_valid() or step == "change":
        return _form_page(request, number, found, form)
    if step == "record":
        return _record(request, number, found, form)
    return _preview(request, number, found, form)


def _begin(request: HttpRequest, number: str, kind: EventType) -> HttpResponse:
    case = open_case(member_of(request), number, moment_of(request), "record_form")
    initial: dict[str, object] = {**initial_of(kind, _clear(request.GET)), "on": case.today}
    corrected = request.GET.get("supersedes", "")
    before = case.state.record(int(corrected)) if corrected.isdigit() else None
    if before is not None and case.reads(before) and before.text("type") == kind.name:
        initial = {**initial_of(kind, before.values("attributes")), "on": before.on}
        initial["supersedes"] = before.number
    return _form_page(request, number, kind, Statement(kind, initial=initial), case)


def _clear(given: QueryDict) -> dict[str, object]:
    return {name: value for name, value in given.items() if isinstance(value, str)}


def _form_page(
    request: HttpRequest,
    number: str,
    kind: EventType,
    form: Statement,
    case: OpenCase | None = None,
) -> HttpResponse:
    case = case or open_case(member_of(request), number, moment_of(request), "record_form")
    statement = agreement().statements[kind.name]
    if not any(case.may_record(section).allowed for section in statement.sections):
        case.require(case.may_record(statement.section))
    form.leave_out(lambda details: not case.may_record(statement.section_of(details)).allowed)
    context = framed(
        case,
        "",
        form=form,
        title=capital(in_words(kind.text)),
        established_by="" if may_establish(case, statement) else _establishers(kind),
        corrects=bool(form["supersedes"].value()),
        posted=request.POST,
        seen=number_in(request) or case.case.head_number,
    )
    return render(request, "case/record.html", context)


def _preview(
    request: HttpRequest,
    number: str,
    kind: EventType,
    form: Statement,
    stale: Stale | None = None,
) -> HttpResponse:
    case = open_case(member_of(request), number, moment_of(request), "record_preview")
    command = form.command()
    try:
        refuse_unfit(case, command)
    except Refused as refused:
        form.add_error(_field(form, refused.field), refused.in_language(language_now()))
        return _form_page(request, number, kind, form, case)
    effect = effect_of(case, command, case.now)
    frame = frame_of(case, "")
    entries = entries_of(case, frame.seen, frame.names, reader_now()) if stale else []
    theirs = [e for e in entries if stale and e.here and e.number in stale.numbers]
    context = {
        **frame.context(case),
        **_effects(case, command, kind, effect),
        "form": form,
        "title": capital(in_words(kind.text)),
        "on": command.on,
        "late": command.on != case.today,
        "posted": request.POST,
        "seen": case.case.head_number if stale else number_in(request),
        "theirs": theirs,
        "stale": stale.in_language(language_now()) if stale else "",
    }
    return render(request, "case/preview.html", context, status=409 if stale else 200)


def _effects(
    case: OpenCase, command: RecordStatement, kind: EventType, effect: Effect
) -> dict[str, object]:
    reader = reader_now()
    supposed: Supposed | None = None
    if effect.established:
        day_after = max(case.today, command.on) + DAY
        supposed = suppose(case, (command,), day_after, reader)
    return {
        "what": capital(told_command(command, reader)),
        "established_by": "" if effect.established else _establishers(kind),
        "losses": _told_losses(effect.losses),
        "others": effect.others,
        "second_person": effect.second_person,
        "supposed": supposed,
        "sees_all": case.sees_all(),
    }


def _told_losses(losses: Mapping[str, date | None]) -> list[tuple[str, date | None]]:
    """Return rights in words, each with the first day without it."""
    norms = corpus().norms
    return [
        (capital(in_words(norms[norm].title)), day) for norm, day in losses.items() if norm in norms
    ]


def _day_in(kept: object) -> date | None:
    return date.fromisoformat(kept) if isinstance(kept, str) else None


def _record(request: HttpRequest, number: str, kind: EventType, form: Statement) -> HttpResponse:
    member, now = member_of(request), moment_of(request)
    command, last = form.command(), number_in(request)
    try:
        waits = record_in(
            member,
            number,
            now,
            "record",
            token_in(request),
            lambda case: record_statement(case, command, last),
        )
    except Stale as stale:
        return _preview(request, number, kind, form, stale)
    except Refused as refused:
        form.add_error(_field(form, refused.field), refused.in_language(language_now()))
        return _form_page(request, number, kind, form)
    messages.success(request, in_words(WORDS["statement.waits" if waits else "statement.saved"]))
    return redirect("case", number)


def _field(form: Statement, name: str) -> str | None:
    return next((field for field in (name, f"a_{name}") if field in form.fields), None)


# ------------------------------------------------------------------ the second person


@require_http_methods(["GET", "POST"])
def proposal(request: HttpRequest, number: str, entry: int) -> HttpResponse:
    """Let a second person look at what would take something from her, and answer."""
    member, now = member_of(request), moment_of(request)
    form = Answer(request.POST or None)
    if request.method == "POST" and form.is_valid():
        confirmed = form.cleaned_data["answer"] == "confirm"
        try:
            with writing(member, number, now, "second_person", token_in(request)) as case:
                if not case.repeated:
                    reason = form.cleaned_data["reason"]
                    answer_proposal(case, entry, confirmed=confirmed, reason=reason)
        except Refused as refused:
            form.add_error(None, refused.in_language(language_now()))
        else:
            word = "statement.confirmed" if confirmed else "statement.refused"
            messages.success(request, in_words(WORDS[word]))
            return redirect("case", number)
    opened = open_case(member, number, now, "look_proposal")
    return _proposal_page(request, opened, entry, form)


def _proposal_page(request: HttpRequest, case: OpenCase, entry: int, form: Answer) -> HttpResponse:
    frame = frame_of(case, "")
    told: list[Entry] = entries_of(case, frame.seen, frame.names, reader_now())
    put_forward = (e for e in told if e.here and e.kind == "statement_proposed")
    shown = next((e for e in put_forward if e.number == entry), None)
    record = case.state.record(entry)
    if shown is None or record is None or not shown.own:
        raise Http404
    since = record.values("lost_from")
    losses = {norm: _day_in(since.get(norm)) for norm in record.texts("losses")}
    more = {
        "entry": shown,
        "losses": _told_losses(losses),
        "others": record.data.get("loses_more") is True,
        "form": form,
        "own": record.author.member == case.member.id,
        "posted": request.POST,
    }
    return render(request, "case/proposal.html", {**frame.context(case), **more})
