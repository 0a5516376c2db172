"""The demonstration's shortcut: look around as somebody invented, without a second factor.

Where one confirms that it is really them, the page tells the one password of all of them.

This module is loaded only in the demonstration (`urls`), and even then answers only to this very
machine, asked for under its own name, and never through another server.
"""

from functools import lru_cache
from itertools import groupby

from allauth.account.views import LoginView, ReauthenticateView
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from ...casework.models import Member, Organisation
from ...corpus.demonstration import load_demonstration
from ..context import home_of

HERE_ONLY = ("127.0.0.1", "::1")
OWN_NAMES = ("127.0.0.1", "localhost", "[::1]")
# What another server adds when it passes a request on.
PASSED_ON = ("X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Forwarded")
BACKEND = "ketenwijzer.web.accounts.Members"


def is_this_machine(request: HttpRequest) -> bool:
    """Tell whether a request comes from this machine itself."""
    host = request.get_host().rpartition(":")[0] or request.get_host()
    return (
        request.META.get("REMOTE_ADDR") in HERE_ONLY
        and (host in OWN_NAMES or request.get_host() in OWN_NAMES)
        and not any(header in request.headers for header in PASSED_ON)
    )


class SignIn(LoginView):  # type: ignore[misc]
    """The sign-in page, with a door for each of the invented people."""

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        """Return the page's values, with who one can be."""
        found: dict[str, object] = super().get_context_data(**kwargs)
        return {**found, "doors": _doors() if is_this_machine(self.request) else []}


class Confirm(ReauthenticateView):  # type: ignore[misc]
    """The page on which one confirms that it is really them, with the password of all."""

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        """Return the page's values, with the password."""
        found: dict[str, object] = super().get_context_data(**kwargs)
        return {**found, "demonstration": _password() if is_this_machine(self.request) else ""}


@lru_cache(maxsize=1)
def _password() -> str:
    return load_demonstration(settings.COUNTRY).password


@login_not_required
@require_POST
def door(request: HttpRequest) -> HttpResponse:
    """Sign in as one of the invented people."""
    if not is_this_machine(request):
        raise Http404
    found = Member.objects.filter(username=request.POST.get("username", ""), is_active=True)
    member = found.exclude(organisation=None).select_related("organisation").first()
    if member is None:
        raise Http404
    login(request, member, backend=BACKEND)
    return redirect(home_of(member))


def _doors() -> list[tuple[Organisation | None, list[Member]]]:
    people = (
        Member.objects.filter(is_active=True, organisation__active=True)
        .select_related("organisation")
        .order_by("organisation__name", "name")
    )
    return [
        (organisation, list(members))
        for organisation, members in groupby(people, key=lambda one: one.organisation)
    ]
