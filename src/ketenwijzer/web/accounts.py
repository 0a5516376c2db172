"""How accounts behave: nobody signs up, and what an app with codes shows betrays nothing."""

import base64
from uuid import UUID

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from allauth.core.internal.httpkit import get_client_ip
from allauth.core.internal.ratelimit import truncate_ip
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

from ..casework.keystore import keys
from ..casework.models import Member
from ..casework.sealing import seal_bytes, unseal_bytes
from ..casework.signed_in import member_signed_in
from .context import home_of

SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


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


def is_recently_confirmed(request: HttpRequest) -> bool:
    """Tell whether the password or second factor was given just now."""
    return bool(did_recently_reauthenticate(request))
