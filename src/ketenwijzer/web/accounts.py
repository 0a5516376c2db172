"""How accounts behave: nobody signs up, and what an app with codes shows betrays nothing."""

import base64
from uuid import UUID

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import (
    did_recently_reauthenticate,
    get_reauthentication_flows,
)
from allauth.core.internal.httpkit import get_client_ip
from allauth.core.internal.ratelimit import truncate_ip
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from ..casework.actions.sign_on import confirm_link, link_of
from ..casework.keystore import keys
from ..casework.models import Member
from ..casework.sealing import seal_bytes, unseal_bytes
from ..casework.signed_in import member_signed_in
from .asked import moment_of
from .context import home_of
from .language import in_words
from .words import WORDS

SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
# Where a session keeps whom the provider of the own organisation signed in.
SIGNED_ON = "signed_on"


class Members(AuthenticationBackend):  # type: ignore[misc]
    """Finds who is signed in, with the organisation and what was asked, in one query."""

    def get_user(self, user_id: str | UUID) -> Member | None:
        """Return the member, if still active."""
        found = member_signed_in(UUID(str(user_id)))
        return found if found is not None and self.user_can_authenticate(found) else None


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by an administrator."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Tell that nobody can make an account."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Return where a member begins."""
        return home_of(request.user) if isinstance(request.user, Member) else "/"

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """Return where one goes after signing out: whoever came from the provider leaves it too."""
        if settings.SSO_ISSUER and is_signed_on(request):
            return reverse("sso_left")
        return str(super().get_logout_redirect_url(request))

    def get_reauthentication_methods(self, user: object) -> list[dict[str, object]]:
        """Return how one can confirm that it is really them: at the provider too, if linked."""
        found: list[dict[str, object]] = super().get_reauthentication_methods(user)
        if settings.SSO_ISSUER and isinstance(user, Member) and link_of(user):
            words = in_words(WORDS["account.sso_confirm"])
            found.append({"id": "sso", "description": words, "url": reverse("sso_confirm")})
        return found

    def post_login(self, request: HttpRequest, user: Member, **named: object) -> HttpResponse:
        """Confirm the link over which somebody came, once their own second factor was given."""
        given = {one["method"] for one in get_authentication_records(request, user)}
        if request.session.get(SIGNED_ON) == str(user.pk) and {"sso", "mfa"} <= given:
            confirm_link(user, moment_of(request))
        answer: HttpResponse = super().post_login(request, user, **named)
        return answer

    def send_mail(self, *_: object) -> None:
        """Send nothing: a message would betray that an account exists."""

    def pre_authenticate(self, request: HttpRequest, **credentials: object) -> None:
        """Count nothing here: axes does, by name and place.

        The library would count by name alone, and whoever knows a name could lock out a colleague.
        """


def address_of(request: HttpRequest) -> str | None:
    """Return from where one comes, as the servers before this one say it; of IPv6 the network."""
    found = get_client_ip(request)
    return str(truncate_ip(found)) if found else None


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]
    """Second factors: under a neutral name, sealed in the database, and never without one."""

    def get_totp_label(self, user: Member) -> str:
        """Return what the app shows: the sign-in name alone."""
        return str(user.username)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Return what the browser shows when it makes a passkey."""
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return {**entity, "name": "KW"}

    def encrypt(self, text: str) -> str:
        """Seal the secret of a second factor: a dump of the database must not hold it."""
        sealed = seal_bytes(keys().secret("second factors"), "second factor", text.encode())
        return base64.b64encode(sealed).decode("ascii")

    def decrypt(self, encrypted_text: str) -> str:
        """Open the secret of a second factor."""
        sealed = base64.b64decode(encrypted_text)
        opened = unseal_bytes(keys().secret("second factors"), "second factor", sealed)
        return opened.decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Tell whether one may be removed: outside the demonstration never the last one."""
        if settings.DEMONSTRATION or authenticator.type not in SECOND_FACTORS:
            return True
        others = Authenticator.objects.filter(user=authenticator.user_id, type__in=SECOND_FACTORS)
        return bool(others.exclude(pk=authenticator.pk).exists())

    def send_notification_mail(self, *_: object, **__: object) -> None:
        """Send nothing: a message would betray that an account exists."""


def mark_signed_on(request: HttpRequest, member: Member) -> None:
    """Keep that this session begins at the provider."""
    request.session[SIGNED_ON] = str(member.pk)


def is_signed_on(request: HttpRequest) -> bool:
    """Tell whether this session began at the provider."""
    return bool(request.session.get(SIGNED_ON, "") == str(request.user.pk))


def is_recently_confirmed(request: HttpRequest) -> bool:
    """Tell whether one confirmed just now: with password, second factor or at the provider.

    The library lets whoever has neither password nor second factor pass; who came from the
    provider then still has to confirm there.
    """
    if is_signed_on(request) and not get_reauthentication_flows(request.user):
        given = get_authentication_records(request, request.user)
        fresh = [one["at"] for one in given if one.get("reauthenticated")]
        since = moment_of(request).timestamp() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
        return any(at > since for at in fresh)
    return bool(did_recently_reauthenticate(request))
