"""Files of a case: listed, added, and handed out to whoever may have them, never shown inside."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from ...casework.access import OpenCase, open_case
from ...casework.actions.document import AddDocument, Taken, add_document, taken_in
from ...casework.documents import documents_of, open_document
from ...casework.errors import NotFound, Refused
from ...casework.inspecting import Handed, too_large
from ...casework.position import agreement
from ...casework.writing import writing
from ...telling.language import capital
from ..asked import member_of, moment_of, token_in
from ..forms.documents import NewDocument
from ..frame import frame_of, framed
from ..language import in_words
from ..refusing import show_refusal
from ..words import WORDS


@require_GET
def show(request: HttpRequest, number: str) -> HttpResponse:
    """List the files that the member may have."""
    case = open_case(member_of(request), number, moment_of(request), "look_documents")
    frame = frame_of(case, "file")
    known = {name: in_words(one.text) for name, one in agreement().sections.items()}
    listed = [
        {
            "one": one,
            "section": capital(known.get(one.section, "")),
            "organisation": frame.names.organisation(one.organisation),
        }
        for one in documents_of(case)
    ]
    context = {**frame.context(case), "documents": listed, "may_add": bool(_sections(case))}
    return render(request, "documents/show.html", context)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, number: str) -> HttpResponse:
    """Add a file to a section that the member records in."""
    case = open_case(member_of(request), number, moment_of(request), "add_document")
    sections = _sections(case)
    if not sections:
        raise NotFound
    earlier = [
        (one.id.hex, one.title)
        for one in documents_of(case)
        if one.own and one.here and not one.later
    ]
    form = NewDocument(sections, earlier, request.POST or None, request.FILES or None)
    if request.method == "POST" and _is_too_large(request):
        form.errors.pop("file", None)
        show_refusal(form, too_large())
    elif request.method == "POST" and form.is_valid():
        try:
            taken = _done(request, case, form)
        except Refused as refused:
            show_refusal(form, refused)
        else:
            said = "documents.saved" if taken.clean else "documents.saved_held"
            messages.success(request, in_words(WORDS[said]))
            return redirect("case_documents", number)
    context = framed(case, "file", form=form, posted=request.POST)
    return render(request, "documents/add.html", context)


def _done(request: HttpRequest, case: OpenCase, form: NewDocument) -> Taken:
    """Look at the file, and only then lock the case and keep it."""
    said = form.cleaned_data
    file: UploadedFile[bytes] = said["file"]
    taken = taken_in(Handed(file.name or "", file.content_type or "", file.read()))
    command = AddDocument(
        said["section"],
        said["title"],
        said["own_only"],
        taken,
        UUID(said["replaces"]) if said.get("replaces") else None,
    )
    with writing(
        case.member, case.case.number, case.now, "add_document", token_in(request)
    ) as writes:
        if not writes.repeated:
            add_document(writes, command)
    return taken


def _is_too_large(request: HttpRequest) -> bool:
    """Tell whether so much was sent that the file was not even read: it never touches a disk."""
    sent = request.META.get("CONTENT_LENGTH") or "0"
    return sent.isdecimal() and int(sent) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE


def _sections(case: OpenCase) -> list[tuple[str, str]]:
    """Return the sections that the member may both record in and see."""
    return [
        (name, capital(in_words(one.text)))
        for name, one in agreement().sections.items()
        if case.may_record(name).allowed
    ]


@require_GET
def file(request: HttpRequest, number: str, document: UUID) -> HttpResponse:
    """Hand out a file: to keep, never to show in the browser, under a name that says nothing."""
    found = open_document(member_of(request), number, document, moment_of(request))
    answer = HttpResponse(found.content, content_type=found.mime)
    answer.headers["Content-Disposition"] = f'attachment; filename="{found.name}"'
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "no-store"
    return answer
