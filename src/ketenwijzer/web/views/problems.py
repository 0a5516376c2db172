"""The pages for what went wrong: what happened, why, and what to do; what was typed is kept.

What was typed comes back only in the answer to the very request that sent it, and only if that
request came from a page of this site: another site must not be able to lay words in our mouth.
"""

import logging
from secrets import token_hex
from sys import exc_info

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.request import UnreadablePostError
from django.template import loader
from django.urls import reverse
from django.utils import translation

from ...casework.errors import CaseworkError, Denied, NotFound, Stale
from ..context import bare_page, token_of
from ..kept import Kept, kept_of
from ..language import in_words, language_now, language_of
from ..words import WORDS

# A storage that is full, busy, stopped or out of reach.
NOT_STORED = (OperationalError, InterfaceError, OSError)
# Where one goes first, in a new tab, before sending again.
FIRST_GO_TO = {"signed_out": "account_login", "confirm": "confirm"}

log = logging.getLogger(__name__)


def problem(
    request: HttpRequest, kind: str, status: int, why: str = "", *, keep: bool = False
) -> HttpResponse:
    """Answer with the page of a problem; `kind` names its words, `why` replaces the explanation."""
    return _answer(request, kind, status, why, keep=keep, bare=False)


def bare_problem(
    request: HttpRequest, kind: str, status: int, code: str = "", *, keep: bool = False
) -> HttpResponse:
    """Answer with a page that asks the database nothing, for when that may be what failed."""
    with translation.override(_language(request)):
        return _answer(request, kind, status, "", keep=keep, bare=True, code=code)


def _answer(
    request: HttpRequest,
    kind: str,
    status: int,
    why: str,
    *,
    keep: bool,
    bare: bool,
    code: str = "",
) -> HttpResponse:
    fields = kept_fields(request) if keep else []
    context: dict[str, object] = {
        "kind": kind,
        "title": in_words(WORDS[f"common.problem.{kind}"]),
        "why": why or in_words(WORDS[f"common.problem.{kind}_why"]),
        "code": code,
        "kept": fields,
        "again": request.get_full_path(),
        "form_token": token_of(request) if fields else "",
        "sign_in": reverse(FIRST_GO_TO[kind]) if kind in FIRST_GO_TO else "",
    }
    if bare:
        page = loader.render_to_string("problem.html", bare_page(language_now()) | context)
    else:
        page = loader.render_to_string("problem.html", context, request)
    answer = HttpResponse(page, status=status)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def kept_fields(request: HttpRequest) -> list[Kept]:
    """Return what was typed, if it came from a page of this site."""
    if request.method != "POST" or not is_from_here(request):
        return []
    try:
        posted = list(request.POST.lists())
    except (UnreadablePostError, RequestDataTooBig, TooManyFieldsSent):
        return []
    return kept_of(request, posted)


def is_from_here(request: HttpRequest) -> bool:
    """Tell whether the browser says that a page of this site sent this."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


# ------------------------------------------------------------------ what Django calls


def refused_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose token does not fit: open too long, or sent from elsewhere."""
    return problem(request, "form", 403, keep=True)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what could not be read."""
    if isinstance(exception, (RequestDataTooBig, TooManyFieldsSent)):
        return bare_problem(request, "large", 413)
    return bare_problem(request, "bad", 400)


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what a role or an organisation cannot do."""
    return problem(request, "denied", 403)


def nothing_here(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer for what does not exist, and in the same words for what is not for this person."""
    return problem(request, "missing", 404)


def failed(request: HttpRequest) -> HttpResponse:
    """Answer an error of ours, with a code that also stands in the log."""
    error = exc_info()[1]
    if isinstance(error, NOT_STORED):
        return not_stored(request, error)
    code = token_hex(4)
    log.error("failed", extra={"code": code})
    return bare_problem(request, "failed", 500, code, keep=True)


def locked(request: HttpRequest, credentials: object = None) -> HttpResponse:
    """Answer somebody who tried to sign in too often."""
    return problem(request, "locked", 429)


# ------------------------------------------------------------------ what the middleware calls


def said_by_a_case(request: HttpRequest, error: CaseworkError) -> HttpResponse:
    """Answer what a case refused and no page dealt with, in the words of the refusal."""
    if isinstance(error, NotFound):
        return nothing_here(request)
    why = error.in_language(language_now())
    if isinstance(error, Denied):
        return problem(request, "denied", 403, why)
    if isinstance(error, Stale):
        return problem(request, "stale", 409, why, keep=True)
    return problem(request, "refused", 409, why, keep=True)


def not_stored(request: HttpRequest, error: Exception) -> HttpResponse:
    """Answer that the storage is busy or full, and give back what was typed."""
    return bare_problem(request, "busy", 503, keep=True)


def _language(request: HttpRequest) -> str:
    """Return the language of a request, also where nobody can be looked up any more."""
    try:
        return language_of(request)
    except NOT_STORED:
        return language_now()
