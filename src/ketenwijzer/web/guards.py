"""What a view asks before it begins: that the password or second factor was given just now."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from allauth.core.exceptions import ReauthenticationRequired
from django.http import HttpRequest, HttpResponse

from .accounts import is_recently_confirmed
from .views.problems import problem

Given = ParamSpec("Given")
View = Callable[Concatenate[HttpRequest, Given], HttpResponse]


def recently_confirmed(view: View[Given]) -> View[Given]:
    """Let a view run only for whoever confirmed shortly before that it is really them.

    To look, one is sent to confirm first. What was typed never leaves the page: one confirms in
    another tab and sends again.
    """

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: Given.args, **kwargs: Given.kwargs) -> HttpResponse:
        if is_recently_confirmed(request):
            return view(request, *args, **kwargs)
        if request.method == "POST":
            return problem(request, "confirm", 403, keep=True)
        raise ReauthenticationRequired

    return guarded
