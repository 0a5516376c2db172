"""One's own account: starting, language, who stands in, and what was asked about it."""

from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import views as allauth_passkeys
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ...casework.actions.people import member_to_start, start
from ...casework.actions.resets import open_resets, reset_of, stop_reset
from ...casework.actions.roster import stand_in, stop_standing_in
from ...casework.actions.sign_on import link_of
from ...casework.directory import stand_ins, who_can_stand_in
from ...casework.errors import Refused
from ...casework.models import Member
from ...telling.language import LANGUAGES
from ..accounts import SecondFactors
from ..asked import member_of, moment_of
from ..context import session_of, token_of
from ..forms.people import StandInForm, StartForm
from ..guards import recently_confirmed
from ..language import LANGUAGE_COOKIE, in_words
from ..words import WORDS

A_YEAR = 365 * 24 * 60 * 60


@require_http_methods(["GET", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """Show one's own account, and let a colleague stand in."""
    member, now = member_of(request), moment_of(request)
    form = StandInForm(request.POST or None)
    form.offer(one for one in who_can_stand_in(member) if one.sees_cases)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            stand_in(member, member.id, typed["deputy"], (typed["starts"], typed["ends"]), now)
            return _said(request, "account.saved", "account")
        except Refused as error:
            form.add_error(error.field or None, in_words(error.text))
    page = {
        "form": form,
        "deputies": stand_ins(member, now),
        "reset": reset_of(member),
        "resets": open_resets(member).exclude(member=member),
        "link": link_of(member) if settings.SSO_ISSUER else None,
        "now": now,
        "has_second_factor": Authenticator.objects.filter(user=member.pk).exists(),
    }
    return render(request, "account/account.html", page, status=200 if not form.errors else 422)


@require_POST
def end_stand_in(request: HttpRequest, deputy: int) -> HttpResponse:
    """End that a colleague stands in."""
    stop_standing_in(member_of(request), deputy, moment_of(request))
    return _said(request, "account.saved", "account")


@require_POST
def stop_own_reset(request: HttpRequest, reset: UUID) -> HttpResponse:
    """Stop that one's own second factors are forgotten."""
    stop_reset(member_of(request), reset, moment_of(request))
    return _said(request, "account.reset_stopped", "account")


@login_not_required
@sensitive_post_parameters("code", "password1", "password2")
@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Choose a password with a start code; then one signs in as always."""
    form = StartForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed, now = form.cleaned_data, moment_of(request)
        try:
            start(*member_to_start(typed["username"], typed["code"], now), typed["password1"], now)
            return _said(request, "account.started", "account_login")
        except Refused as error:
            form.add_error(None, in_words(error.text))
    return render(request, "account/start.html", {"form": form}, status=422 if form.errors else 200)


@require_GET
@recently_confirmed
def confirm(request: HttpRequest) -> HttpResponse:
    """Confirm in a tab of its own that it is really oneself; the other tab then goes on."""
    return render(request, "account/confirmed.html")


@require_http_methods(["GET", "POST"])
def remove_passkey(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a passkey, unless it is the last second factor."""
    own = Authenticator.objects.filter(user=member_of(request).pk, pk=pk).first()
    if own is not None and not SecondFactors().can_delete_authenticator(own):
        messages.error(request, in_words(WORDS["account.last_factor"]))
        return redirect("mfa_index")
    answer: HttpResponse = allauth_passkeys.remove_webauthn(request, pk=pk)
    return answer


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
    """Tell a page that the same person is still signed in, with the token that fits its forms.

    A page of nobody, with text that came back, takes whoever signed in since.
    """
    member = request.user
    if not isinstance(member, Member):
        return HttpResponse(status=409)
    if request.GET.get("as", mark := session_of(member)) != mark:
        return HttpResponse(status=409)
    return JsonResponse({"token": token_of(request)})


def _back(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(
        wanted, {request.get_host()}, require_https=request.is_secure()
    )
    return wanted if own else "/"


def _said(request: HttpRequest, word: str, to: str) -> HttpResponse:
    messages.success(request, in_words(WORDS[word]))
    return redirect(to)
