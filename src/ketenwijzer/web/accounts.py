"""How accounts behave: nobody signs up, and what an app with codes shows betrays nothing."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from ..casework.models import Member


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by an administrator."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Tell that nobody can make an account."""
        return False


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]
    """Second factors, under a neutral name."""

    def get_totp_label(self, user: Member) -> str:
        """Return what the app shows: the sign-in name alone."""
        return str(user.username)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Return what the browser shows when it makes a passkey."""
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return {**entity, "name": "KW"}
