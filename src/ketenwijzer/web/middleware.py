"""What holds for every request: one moment, one language, nothing kept by the browser."""

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.dateparse import parse_datetime

from ..clock import now
from ..telling.language import LANGUAGES

LANGUAGE_COOKIE = "language"
REFRESH = timedelta(minutes=2)

Answer = Callable[[HttpRequest], HttpResponse]


class OneRequest:
    """Asks the clock once, chooses the language, and forbids keeping the page.

    A request's moment is `request.now`; everything that it records or decides happens then.
    """

    def __init__(self, get_response: Answer) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request."""
        request.now = now()  # type: ignore[attr-defined]
        language = language_of(request)
        _stay_signed_in(request)
        with translation.override(language):
            response = self._get_response(request)
        response.headers.setdefault("Content-Language", language)
        if not request.path.startswith("/" + settings.STATIC_URL.lstrip("/")):
            response.headers["Cache-Control"] = "no-store"
        return response


def language_of(request: HttpRequest) -> str:
    """Return the language that was chosen: by the member, by the visitor, or else by the site."""
    member = request.user
    chosen = getattr(member, "language", "") if member.is_authenticated else ""
    chosen = chosen or request.COOKIES.get(LANGUAGE_COOKIE, "")
    return chosen if chosen in LANGUAGES else settings.LANGUAGE_CODE


def _stay_signed_in(request: HttpRequest) -> None:
    """Let a session go on for another half hour, without writing it at every click."""
    if not request.user.is_authenticated:
        return
    moment = request.now  # type: ignore[attr-defined]
    before = parse_datetime(request.session.get("seen", ""))
    if before is None or moment - before > REFRESH:
        request.session["seen"] = moment.isoformat()
