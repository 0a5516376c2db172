"""What is taken out: an overview of a case, as a page or a file, and the worklist as a file."""

import json
from dataclasses import asdict

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from ...casework.access import open_to_copy
from ...casework.export import NEVER, Overview, Section, lines_to_take, overview_of
from ...casework.models import NEVER as NO_DAY
from ...casework.queries import names_in
from ..asked import member_of, moment_of, reader_now
from ..forms.sections import SECTIONS
from ..guards import recently_confirmed
from ..language import in_words
from ..sheet import sheet
from ..templatetags.cases import action, phase
from ..words import WORDS
from .worklist import wanted_of

# A file that is opened as a page by mistake holds no tags.
NO_TAGS = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
COLUMNS = ("number", "due", "action", "phase")


@require_GET
@recently_confirmed
def show(request: HttpRequest, number: str) -> HttpResponse:
    """Show what a member may take along, to print."""
    overview = _overview(request, number)
    context = {
        "number": number,
        "overview": overview,
        "sections": [(one, _described(one)) for one in overview.sections],
    }
    return render(request, "case/export.html", context)


@require_GET
@recently_confirmed
def save(request: HttpRequest, number: str) -> HttpResponse:
    """Return what a member may take along as a file; its name says nothing."""
    body = json.dumps(asdict(_overview(request, number)), cls=DjangoJSONEncoder, ensure_ascii=False)
    return _file(body.translate(NO_TAGS).encode(), "application/json", "overview.json")


def _overview(request: HttpRequest, number: str) -> Overview:
    member, now = member_of(request), moment_of(request)
    case, line = open_to_copy(member, number, now, "export", NEVER)
    return overview_of(case, line, names_in(case), reader_now())


def _described(section: Section) -> list[tuple[str, str]]:
    form = SECTIONS.get(section.name)
    return list(form.shown(section.described)) if form else []


@require_GET
@recently_confirmed
def worklist(request: HttpRequest) -> HttpResponse:
    """Return the worklist as a file for a spreadsheet: numbers, days and words of ours only."""
    member = member_of(request)
    if not member.sees_cases:
        return redirect("partners")
    rows = [[in_words(WORDS[f"export.list.{name}"]) for name in COLUMNS]]
    for line in lines_to_take(member, moment_of(request), wanted_of(request, member)):
        due = "" if line.due == NO_DAY else line.due.isoformat()
        rows.append([line.case.number, due, action(line.action), phase(line.phase)])
    return _file(sheet(rows), "text/csv; charset=utf-8", "list.csv")


def _file(body: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(body, content_type=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer
