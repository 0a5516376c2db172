"""What if: events tried on days, what would change, and nothing kept but the reading line."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from ...casework.access import open_case
from ...casework.showing.supposed import choices_of, suppose
from ...telling.language import capital
from ..asked import day_in, member_of, moment_of, reader_now
from ..forms.search import Supposing
from ..forms.supposing import MOST, chosen, commands, forms_for, kinds
from ..frame import frame_of
from ..language import in_words


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, number: str) -> HttpResponse:
    """Try one or more events; what was supposed travels in the form and never in the address."""
    case = open_case(member_of(request), number, moment_of(request), "what_if")
    frame = frame_of(case, "")
    reader = reader_now()
    names = chosen(request.POST)
    if "remove" in request.POST:
        names = names[:-1]
    found = forms_for(request.POST, names, bound=True)
    supposed = commands(found)
    latest = max((c.on for c in supposed or ()), default=case.today)
    on: date = day_in(request.POST, "day") or max(case.today, latest)
    choices, steadfast = ((), "") if names else choices_of(case, reader)
    more = {
        "forms": [(form, capital(in_words(form.kind.text))) for form in found],
        "chosen": names,
        "kinds": kinds() if len(names) < MOST else [],
        "result": suppose(case, supposed, on, reader) if supposed else None,
        "day_form": Supposing(initial={"day": on}),
        "choices": [choice for choice in choices if not choice.nothing],
        "no_change": [choice.title for choice in choices if choice.nothing],
        "steadfast": steadfast,
        "sees_all": case.sees_all(),
    }
    return render(request, "case/what_if.html", {**frame.context(case), **more})
