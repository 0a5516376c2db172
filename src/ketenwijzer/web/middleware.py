"""What holds for every request, in this order.

OneRequest       one moment, one language, nothing kept by the browser
SignInFirst      every page asks who one is, unless it says that it is open to all
Readable         what was lost or cannot be kept on the way here is refused, before any view
Problems         what goes wrong becomes a page that says what to do
"""

import logging
from collections.abc import Callable, Mapping
from datetime import timedelta
from urllib.parse import urlencode

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, resolve_url
from django.utils import translation
from django.utils.dateparse import parse_datetime

from ..casework.errors import CaseworkError
from ..casework.readable import is_readable
from ..clock import now
from .language import in_words, language_of
from .views.problems import NOT_STORED, not_stored, nothing_here, problem, said_by_a_case
from .words import WORDS

REFRESH = timedelta(minutes=2)
SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
# What somebody without a second factor can still reach: making one, and leaving.
BEFORE_SECOND_FACTOR = (
    "mfa_",
    "account_logout",
    "account_reauthenticate",
    "language",
    "awake",
)

Answer = Callable[[HttpRequest], HttpResponse]

log = logging.getLogger(__name__)


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


def _stay_signed_in(request: HttpRequest) -> None:
    """Let a session go on for another half hour, without writing it at every click."""
    if not request.user.is_authenticated:
        return
    moment = request.now  # type: ignore[attr-defined]
    before = parse_datetime(request.session.get("seen", ""))
    if before is None or moment - before > REFRESH:
        request.session["seen"] = moment.isoformat()
        known = UserSession.objects.filter(session_key=request.session.session_key)
        if not known.update(last_seen_at=moment):
            UserSession.objects.create_from_request(request)
        # Now and not after the deed: where it cannot be kept, nothing else was.
        request.session.save()
        request.session.modified = False


class SignInFirst:
    """Sends whoever is not signed in to the sign-in page, for every page that is not marked.

    Outside the demonstration, whoever has no second factor makes one before anything else.
    """

    def __init__(self, get_response: Answer) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request."""
        return self._get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., object], *_: object
    ) -> HttpResponse | None:
        """Let a request through, or send it to sign in first."""
        if not getattr(view, "login_required", True):
            return None
        if not request.user.is_authenticated:
            return _to_sign_in(request)
        if settings.DEMONSTRATION or _has_second_factor(request):
            return None
        name = request.resolver_match.url_name if request.resolver_match else ""
        if (name or "").startswith(BEFORE_SECOND_FACTOR):
            return None
        messages.info(request, in_words(WORDS["account.second_factor_first"]))
        return redirect("mfa_index")


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return problem(request, "signed_out", 401, keep=True)
    address = f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': request.get_full_path()})}"
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)


def _has_second_factor(request: HttpRequest) -> bool:
    """Tell whether the member has a second factor; a yes is remembered for the session.

    That is safe: the last one cannot be removed by oneself, and a reset ends all sessions.
    """
    if request.session.get("second_factor") is True:
        return True
    if not Authenticator.objects.filter(user=request.user.pk, type__in=SECOND_FACTORS).exists():
        return False
    request.session["second_factor"] = True
    return True


class Readable:
    """Refuses forms with characters that no database of ours keeps, and gives the text back.

    An address with them leads nowhere, as any that does not exist.
    """

    def __init__(self, get_response: Answer) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request."""
        return self._get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, named: Mapping[str, object]
    ) -> HttpResponse | None:
        """Let a request through, or answer what cannot be read."""
        if not all(map(is_readable, map(str, named.values()))):
            return nothing_here(request)
        if request.method == "POST":
            for name, values in request.POST.lists():
                if not all(map(is_readable, (name, *values))):
                    return problem(request, "unreadable", 400, keep=True)
        return None


class Problems:
    """Makes a page of what a case refuses, of a storage that is busy or full, and of our errors."""

    def __init__(self, get_response: Answer) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request."""
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Return the page that belongs to an error, or nothing where Django has one."""
        if isinstance(error, CaseworkError):
            return said_by_a_case(request, error)
        if isinstance(error, NOT_STORED):
            log.error("not stored", exc_info=error)
            return not_stored(request, error)
        return None
