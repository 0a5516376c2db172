"""Letters for her: chosen, looked at, opened to print, and recorded once she has one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from ...casework.access import OpenCase, open_case, open_to_copy
from ...casework.actions.letter import COPY, SHEET, hand_over, refuse_paper
from ...casework.errors import NotFound, Refused
from ...casework.events import BASICS
from ...casework.letters import may_be_used, translations, wording_in
from ...casework.queries import names_in
from ...casework.showing.copied import NEVER
from ...casework.showing.sheet import carries_paper, sheet_of
from ...casework.writing import writing
from ...telling.language import LANGUAGES
from ...telling.letters.letter import Letter, as_data
from ...telling.letters.printing import pdf_of
from ..asked import member_of, moment_of, token_in
from ..forms.letters import HandedOver
from ..frame import framed
from ..language import in_words
from ..refusing import show_refusal
from ..words import WORDS

FILE = "info.pdf"


@require_GET
def choose(request: HttpRequest, number: str) -> HttpResponse:
    """Show whether she may carry paper, and then which letters there are in which languages."""
    case = open_case(member_of(request), number, moment_of(request), "look_letters")
    context = framed(
        case,
        "consent",
        plan=plan_of(case),
        languages=[(one, may_be_used(one)) for one in translations()],
        copies=[one for one in translations() if one.language in LANGUAGES],
        may_make=case.may_record(BASICS).allowed,
    )
    return render(request, "letters/choose.html", context)


@require_GET
def sheet(request: HttpRequest, number: str, language: str) -> HttpResponse:
    """Show the sheet as she will see it, in her language."""
    case, letter = _made(request, number, language)
    context = {
        "number": number,
        "plan": plan_of(case),
        "letter": as_data(letter),
        "reads_in": language,
        "made": SHEET,
    }
    return render(request, "letters/sheet.html", context)


@require_GET
def file(request: HttpRequest, number: str, language: str) -> HttpResponse:
    """Return the sheet to print, if she may carry paper; its name says nothing."""
    case, letter = _made(request, number, language)
    refuse_paper(case)
    return to_print(letter)


def to_print(letter: Letter) -> HttpResponse:
    """Return a letter as a file that opens in the browser; neither name nor title says of whom."""
    answer = HttpResponse(pdf_of(letter), content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="{FILE}"'
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Language"] = letter.language
    return answer


@require_http_methods(["GET", "POST"])
def handed(request: HttpRequest, number: str, letter: str, language: str) -> HttpResponse:
    """Record that she got a letter, and how."""
    case = open_case(member_of(request), number, moment_of(request), "hand_over")
    case.require(case.may_record(BASICS))
    if letter not in (SHEET, COPY) or language not in {one.language for one in translations()}:
        raise NotFound
    form = HandedOver(request.POST or None)
    if request.method == "POST" and form.is_valid():
        way = form.cleaned_data["way"]
        try:
            with writing(case.member, number, case.now, "hand_over", token_in(request)) as writes:
                if not writes.repeated:
                    hand_over(writes, letter, language, way)
        except Refused as refused:
            show_refusal(form, refused)
        else:
            messages.success(request, in_words(WORDS["letters.recorded"]))
            return redirect("case_letters", number)
    context = framed(
        case,
        "consent",
        form=form,
        posted=request.POST,
        plan=plan_of(case),
        letter=in_words(WORDS[f"letters.letters.{letter}"]),
        reads_in=in_words(WORDS[f"letters.languages.{language}"]),
    )
    return render(request, "letters/handed.html", context)


def _made(request: HttpRequest, number: str, language: str) -> tuple[OpenCase, Letter]:
    """Open the case to take a letter out of it, and make it."""
    member, now = member_of(request), moment_of(request)
    case, _ = open_to_copy(member, number, now, "make_letter", NEVER)
    return case, sheet_of(case, names_in(case), wording_in(language))


def plan_of(case: OpenCase) -> dict[str, object]:
    """Return what the contact plan says of paper, as far as the member may see it."""
    plan = case.latest("contact_plan_recorded")
    return {
        "known": plan is not None,
        "paper": carries_paper(case),
        "never": plan.text("never_tell") if plan is not None else "",
    }
