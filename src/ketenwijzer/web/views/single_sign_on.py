"""Signing in through the provider of one's own organisation, confirming there, and leaving.

begin ─► the provider ─► back: a token that fits, a link that an administrator made ─► signed in
confirm ─► the provider, which asks again ─► back: confirmed
"""

import logging
from functools import partial
from urllib.parse import urlencode

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.contrib.auth import login, user_login_failed
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET

from ...casework.actions.sign_on import linked_member, tried_as
from ...casework.models import SignOnLink
from ..accounts import mark_signed_on
from ..asked import member_of, moment_of
from ..context import home_of
from ..single_sign_on import asking
from ..single_sign_on.errors import SignOnRefused
from ..single_sign_on.own_keys import public_keys
from ..single_sign_on.provider import Client, exchange, keys_of, provider_of
from ..single_sign_on.tokens import Expected, subject_in
from .problems import locked, nothing_here, problem

BACKEND = "ketenwijzer.web.accounts.Members"
# As whom a failure counts before it is known who it is about.
NOBODY_YET = "sso"
STATUSES = {"sso_down": 503}

log = logging.getLogger(__name__)


@login_not_required
@require_GET
def begin(request: HttpRequest) -> HttpResponse:
    """Send the browser to the provider, to sign in."""
    return _to_provider(request, "")


@require_GET
def confirm(request: HttpRequest) -> HttpResponse:
    """Send the browser to the provider, which asks again who one is."""
    return _to_provider(request, str(member_of(request).pk))


@login_not_required
@require_GET
def back(request: HttpRequest) -> HttpResponse:
    """Take the provider's answer: sign in, confirm, or say why not."""
    if not settings.SSO_ISSUER:
        return nothing_here(request)
    if not AxesProxyHandler.is_allowed(request, {"username": NOBODY_YET}):
        return locked(request)
    try:
        asked = asking.answered(request.session, request.GET.get("state", ""), moment_of(request))
        link = _link(request, asked)
    except SignOnRefused as refused:
        return _refused(request, refused)
    return _confirmed(request, link, asked) if asked.confirms else _in(request, link, asked)


@login_not_required
@require_GET
def own_keys(request: HttpRequest) -> HttpResponse:
    """Return the public keys of this installation, for the provider."""
    if not settings.SSO_ISSUER:
        return nothing_here(request)
    return JsonResponse(public_keys(settings.SSO_KEYS))


@login_not_required
@require_GET
def left(request: HttpRequest) -> HttpResponse:
    """Say that one is signed out here, with the way to sign out at the provider too."""
    if not settings.SSO_ISSUER:
        return nothing_here(request)
    try:
        there = provider_of(settings.SSO_ISSUER, moment_of(request)).sign_out
    except SignOnRefused:
        there = ""
    back_here = request.build_absolute_uri(reverse("account_login"))
    query = {"client_id": settings.SSO_CLIENT, "post_logout_redirect_uri": back_here}
    mark = "&" if "?" in there else "?"
    address = f"{there}{mark}{urlencode(query)}" if there else ""
    return render(request, "account/sso_left.html", {"provider_sign_out": address})


def _to_provider(request: HttpRequest, confirms: str) -> HttpResponse:
    if not settings.SSO_ISSUER:
        return nothing_here(request)
    now = moment_of(request)
    asked = asking.question(_wanted(request), confirms, now)
    acr = " ".join(settings.SSO_ACR)
    try:
        provider = provider_of(settings.SSO_ISSUER, now)
    except SignOnRefused as refused:
        return _refused(request, refused)
    client = _client()
    return redirect(
        asking.ask(request.session, provider, client, _back_address(request), asked, acr)
    )


def _link(request: HttpRequest, asked: asking.Asked) -> SignOnLink:
    """Return the link of whom the provider's answer is about; raises `SignOnRefused`."""
    now, client = moment_of(request), _client()
    provider = provider_of(client.issuer, now)
    if request.GET.get("iss", client.issuer) != client.issuer:
        raise SignOnRefused("sso_refused", "another issuer")
    code = request.GET.get("code", "")
    if not code:
        raise SignOnRefused("sso_refused", "the provider signed nobody in")
    expected = Expected(
        client.issuer,
        client.id,
        asked.nonce,
        now,
        settings.SSO_ACR,
        settings.SSO_AMR,
        asked.moment if asked.confirms else None,
    )
    token = exchange(provider, client, code, asked.verifier, _back_address(request), now)
    subject = subject_in(token, expected, partial(keys_of, provider, now))
    name = tried_as(client.issuer, subject)
    if not AxesProxyHandler.is_allowed(request, {"username": name}):
        raise SignOnRefused("locked", "tried too often")
    link = linked_member(client.issuer, subject)
    if link is None:
        _count(request, name)
        raise SignOnRefused("sso_unknown", "no link, or let go")
    return link


def _in(request: HttpRequest, link: SignOnLink, asked: asking.Asked) -> HttpResponse:
    """Sign in; our own second factor is left out only where the provider's was shown."""
    member, to = link.member, asked.to or home_of(link.member)
    mark_signed_on(request, member)
    record_authentication(request, member, method="sso")
    if (settings.SSO_ACR or settings.SSO_AMR) and link.confirmed_at is not None:
        login(request, member, backend=BACKEND)
        return redirect(to)
    answer: HttpResponse = perform_login(request, Login(user=member, redirect_url=to))
    return answer


def _confirmed(request: HttpRequest, link: SignOnLink, asked: asking.Asked) -> HttpResponse:
    """Keep that whoever is signed in confirmed it; somebody else's answer is refused."""
    if str(request.user.pk) != asked.confirms or str(link.member.pk) != asked.confirms:
        return _refused(request, SignOnRefused("sso_unknown", "another person confirmed"))
    record_authentication(request, link.member, method="sso", reauthenticated=True)
    return redirect(asked.to or home_of(link.member))


def _refused(request: HttpRequest, refused: SignOnRefused) -> HttpResponse:
    """Answer with the page of a refusal; what another browser could not cause by itself counts."""
    log.warning("sign-on refused", extra={"code": f"{refused.code}: {refused.why}"})
    if refused.code == "locked":
        return locked(request)
    if refused.code == "sso_refused":
        _count(request, NOBODY_YET)
    return problem(request, refused.code, STATUSES.get(refused.code, 403))


def _count(request: HttpRequest, name: str) -> None:
    user_login_failed.send(sender=__name__, credentials={"username": name}, request=request)


def _client() -> Client:
    return Client(settings.SSO_ISSUER, settings.SSO_CLIENT, settings.SSO_KEYS)


def _back_address(request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("sso_back"))


def _wanted(request: HttpRequest) -> str:
    wanted = request.GET.get("next", "")
    own = url_has_allowed_host_and_scheme(
        wanted, {request.get_host()}, require_https=request.is_secure()
    )
    return wanted if own else ""
