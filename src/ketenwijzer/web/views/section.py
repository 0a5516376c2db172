"""What stands in the sections of a case, describing it anew, notes, and releasing one entry."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from ...casework.access import OpenCase, open_case
from ...casework.actions.describe import DESCRIPTIONS, describe
from ...casework.actions.note import add_note, release_item
from ...casework.errors import Denied, Refused, Stale
from ...casework.position import agreement
from ...casework.reasons import said
from ...casework.showing.entries import Entry, entries_of
from ...casework.showing.involved import known_to
from ...casework.state import Record
from ...casework.writing import writing
from ...telling.language import capital
from ..asked import member_of, moment_of, number_in, reader_now, token_in
from ..forms.notes import Note, Release
from ..forms.parts import Described
from ..forms.sections import SECTIONS
from ..frame import Frame, frame_of, framed
from ..language import in_words, language_now
from ..words import WORDS

FILE = ("identity", "exploitation", "health", "care", "residence", "criminal", "shelter")


@dataclass(frozen=True, slots=True)
class Filed:
    """What stands in one section: what was described, and every entry that belongs there."""

    name: str
    title: str
    seen: bool
    why: str
    may_write: bool
    describable: bool
    facts: list[tuple[str, str]]
    by: str
    at: datetime | None
    entries: list[Entry]


@require_GET
def file(request: HttpRequest, number: str) -> HttpResponse:
    """Show every section, or in its place why it is not seen."""
    case = open_case(member_of(request), number, moment_of(request), "look_file")
    frame = frame_of(case, "file")
    filed = _all_filed(case, frame, FILE)
    return render(request, "case/file.html", {**frame.context(case), "sections": filed})


@require_GET
def contact(request: HttpRequest, number: str) -> HttpResponse:
    """Show how to reach her safely."""
    case = open_case(member_of(request), number, moment_of(request), "look_contact", "contact")
    frame = frame_of(case, "contact")
    filed = _all_filed(case, frame, ("contact",))[0]
    return render(request, "case/contact.html", {**frame.context(case), "filed": filed})


def _all_filed(case: OpenCase, frame: Frame, names: tuple[str, ...]) -> list[Filed]:
    entries = entries_of(case, frame.seen, frame.names, reader_now())
    return [_filed(case, frame, name, entries) for name in names]


def _filed(case: OpenCase, frame: Frame, name: str, entries: list[Entry]) -> Filed:
    decision = case.may(name)
    record = case.latest(DESCRIPTIONS[name]) if name in DESCRIPTIONS else None
    own = [e for e in entries if e.section == name and e.kind not in DESCRIPTIONS.values()]
    return Filed(
        name,
        capital(in_words(agreement().sections[name].text)),
        decision.allowed or record is not None,
        in_words(said(decision.reason)),
        case.may_record(name).allowed,
        name in SECTIONS,
        list(SECTIONS[name].shown(record.data)) if record else [],
        frame.names.organisation(record.author.organisation) if record else "",
        record.recorded_at if record else None,
        own,
    )


# ------------------------------------------------------------------ describing


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, number: str, section: str) -> HttpResponse:
    """Describe a section anew; what was said before stays in the chronology."""
    form_class = SECTIONS.get(section)
    if form_class is None:
        raise Http404
    if request.method == "POST":
        return _describe(request, number, section, form_class)
    case = open_case(member_of(request), number, moment_of(request), "edit", section)
    case.require(case.may_record(section))
    before = case.latest(DESCRIPTIONS[section])
    form = form_class(initial=dict(before.data) if before else None)
    return _edit_page(request, case, section, form, seen=case.case.head_number)


def _describe(
    request: HttpRequest, number: str, section: str, form_class: type[Described]
) -> HttpResponse:
    member, now = member_of(request), moment_of(request)
    form = form_class(request.POST)
    theirs: Record | None = None
    if form.is_valid():
        try:
            with writing(member, number, now, "describe", token_in(request)) as writes:
                if not writes.repeated:
                    describe(writes, section, form.values(), number_in(request))
        except Stale as stale:
            theirs = _last(open_case(member, number, now, "compare", section), stale)
            form.add_error(None, stale.in_language(language_now()))
        except Refused as refused:
            form.add_error(_field(form, refused.field), refused.in_language(language_now()))
        else:
            messages.success(request, in_words(WORDS["section.saved"]))
            return redirect("case_contact" if section == "contact" else "case_file", number)
    case = open_case(member, number, now, "edit", section)
    seen = case.case.head_number if theirs else number_in(request)
    return _edit_page(request, case, section, form, seen=seen, theirs=theirs)


def _last(case: OpenCase, stale: Stale) -> Record | None:
    found = (case.state.record(number) for number in reversed(stale.numbers))
    return next((r for r in found if r is not None and case.reads(r)), None)


def _field(form: Described, name: str) -> str | None:
    return name if name in form.fields else None


def _edit_page(
    request: HttpRequest,
    case: OpenCase,
    section: str,
    form: Described,
    *,
    seen: int,
    theirs: Record | None = None,
) -> HttpResponse:
    frame = frame_of(case, "contact" if section == "contact" else "file")
    before = case.latest(DESCRIPTIONS[section])
    shown: Mapping[str, object] = {
        "form": form,
        "section": section,
        "title": capital(in_words(agreement().sections[section].text)),
        "seen": seen,
        "before": list(form.shown(before.data)) if before and not theirs else [],
        "theirs": list(form.shown(theirs.data)) if theirs else [],
        "theirs_by": frame.names.organisation(theirs.author.organisation) if theirs else "",
        "theirs_at": theirs.recorded_at if theirs else None,
        "posted": request.POST,
    }
    context = {**frame.context(case), **shown}
    return render(request, "case/edit.html", context, status=409 if theirs else 200)


# ------------------------------------------------------------------ notes, releasing


@require_http_methods(["GET", "POST"])
def notes(request: HttpRequest, number: str) -> HttpResponse:
    """Show the notes of one's own organisation, and what others released; write one."""
    member, now = member_of(request), moment_of(request)
    form = Note(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with writing(member, number, now, "add_note", token_in(request)) as writes:
                if not writes.repeated:
                    add_note(writes, form.cleaned_data["text"], form.cleaned_data["due"])
        except Refused as refused:
            form.add_error(refused.field or "text", refused.in_language(language_now()))
        else:
            messages.success(request, in_words(WORDS["section.note_saved"]))
            return redirect("case_notes", number)
    case = open_case(member, number, now, "look_notes")
    frame = frame_of(case, "notes")
    records = [r for r in reversed(case.records()) if r.kind == "note_added"]
    shown = [(_note_entry(case, frame, r), r.text("text")) for r in records]
    more = {"notes": shown, "form": form, "posted": request.POST}
    return render(request, "case/notes.html", {**frame.context(case), **more})


def _note_entry(case: OpenCase, frame: Frame, record: Record) -> dict[str, object]:
    own = record.author.organisation == case.member.organisation_id
    return {
        "number": record.number,
        "at": record.recorded_at,
        "own": own,
        "here": case.decider.state_of(record).id == case.state.id,
        "who": frame.names.member(record.author.member)
        or frame.names.organisation(record.author.organisation),
    }


@require_http_methods(["GET", "POST"])
def release(request: HttpRequest, number: str, entry: int) -> HttpResponse:
    """Release one entry of one's own organisation to another that takes part, on a ground."""
    member, now = member_of(request), moment_of(request)
    case = open_case(member, number, now, "release")
    record = case.state.record(entry)
    if record is None or record.author.organisation != member.organisation_id:
        raise Denied("only_own", said("only_own"))
    frame = frame_of(case, "notes")
    form = Release(_receivers(case, frame), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with writing(member, number, now, "release", token_in(request)) as writes:
                if not writes.repeated:
                    receiver = UUID(form.cleaned_data["organisation"])
                    release_item(writes, entry, receiver, form.cleaned_data["ground"])
        except Refused as refused:
            form.add_error(None, refused.in_language(language_now()))
        else:
            messages.success(request, in_words(WORDS["section.released"]))
            return redirect("case_notes" if record.kind == "note_added" else "case_file", number)
    told = entries_of(case, frame.seen, frame.names, reader_now())
    context = framed(
        case,
        "notes",
        form=form,
        entry=next((e for e in told if e.here and e.number == entry), None),
        text=record.text("text"),
        posted=request.POST,
    )
    return render(request, "case/release.html", context)


def _receivers(case: OpenCase, frame: Frame) -> list[tuple[str, str]]:
    """Return to whom one may release: live partners of whom one may know that they take part."""
    may_know = known_to(case) - {case.member.organisation_id} - case.state.barred_organisations
    parts = (p for p in case.state.parts.values() if p.is_live(case.now))
    found = [
        (p.organisation.hex, frame.names.organisation(p.organisation))
        for p in parts
        if p.organisation in may_know
    ]
    return sorted(found, key=lambda pair: pair[1])
