"""One's own account: the language, and whether one is still signed in."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from ...casework.models import Member
from ...telling.language import LANGUAGES
from ..context import session_of, token_of
from ..language import LANGUAGE_COOKIE

A_YEAR = 365 * 24 * 60 * 60


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Show pages in another language from now on."""
    answer = HttpResponseRedirect(_back(request))
    chosen = request.POST.get("language", "")
    if chosen in LANGUAGES:
        if isinstance(request.user, Member):
            request.user.language = chosen
            request.user.save(update_fields=["language"])
        answer.set_cookie(
            LANGUAGE_COOKIE,
            chosen,
            max_age=A_YEAR,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return answer


@require_GET
def awake(request: HttpRequest) -> HttpResponse:
    """Tell a page that the same person is still signed in, with the token that fits its forms."""
    member = request.user
    if not isinstance(member, Member) or request.GET.get("as") != session_of(member):
        return HttpResponse(status=409)
    return JsonResponse({"token": token_of(request)})


def _back(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(
        wanted, {request.get_host()}, require_https=request.is_secure()
    )
    return wanted if own else "/"
