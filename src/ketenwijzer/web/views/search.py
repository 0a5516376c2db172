"""Search before a case is opened: one's own hits, one neutral answer, and the way on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from ...casework.errors import Refused
from ...casework.search import Search, search
from ..asked import member_of, moment_of, today_of
from ..forms.search import Looking
from ..language import language_now


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Search; what was typed stays out of the address, where others could read it back."""
    member = member_of(request)
    form = Looking(member, request.POST or None)
    context: dict[str, object] = {"form": form, "searched": False, "today": today_of(request)}
    if request.method == "POST" and form.is_valid():
        asked = Search(
            form.cleaned_data["name"], form.cleaned_data["birth_year"], form.cleaned_data["purpose"]
        )
        try:
            context |= {"hits": search(member, asked, moment_of(request)), "searched": True}
        except Refused as refused:
            field = refused.field if refused.field in form.fields else None
            form.add_error(field, refused.in_language(language_now()))
    return render(request, "search/show.html", context)
