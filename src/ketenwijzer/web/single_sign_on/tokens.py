"""Whether a token that the provider signed is for us, for now and for this browser.

Refused: another signature or none, another issuer, another audience, expired, another nonce, no
subject, a second factor that was demanded and is not shown, a sign-in that is not fresh.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from .errors import SignOnRefused

# Only with two halves: `none` and shared secrets are no signature here.
ALGORITHMS = ["RS256", "PS256", "ES256"]
LEEWAY = 60  # seconds that two clocks may differ
LONGEST_SUBJECT = 255


@dataclass(frozen=True, slots=True)
class Expected:
    """What a token must say. `fresh_since`: one had to sign in again, not before this moment."""

    issuer: str
    client: str
    nonce: str
    now: datetime
    acr: tuple[str, ...] = ()
    amr: tuple[str, ...] = ()
    fresh_since: datetime | None = None

    @property
    def demands_second_factor(self) -> bool:
        """Tell whether the provider must show how one signed in."""
        return bool(self.acr or self.amr)


def subject_in(text: str, expected: Expected, keys: Callable[[str | None], KeySet]) -> str:
    """Return whom a token is about; raises `SignOnRefused` unless everything fits."""
    claims = _signed(text, keys)
    _check_whose(claims, expected)
    _check_how(claims, expected)
    _check_fresh(claims, expected)
    subject = claims["sub"]
    if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST_SUBJECT:
        raise SignOnRefused("sso_refused", "subject")
    return subject


def _signed(text: str, keys: Callable[[str | None], KeySet]) -> Mapping[str, object]:
    try:
        kid = jws.extract_compact(text.encode()).headers().get("kid")
        known = keys(kid if isinstance(kid, str) else None)
        return jwt.decode(text, known, algorithms=ALGORITHMS).claims
    except (JoseError, ValueError, TypeError, KeyError) as error:
        raise SignOnRefused("sso_refused", "signature") from error


def _check_whose(claims: Mapping[str, object], expected: Expected) -> None:
    registry = jwt.JWTClaimsRegistry(
        now=int(expected.now.timestamp()),
        leeway=LEEWAY,
        iss={"essential": True, "value": expected.issuer},
        aud={"essential": True, "value": expected.client},
        nonce={"essential": True, "value": expected.nonce},
        sub={"essential": True},
        exp={"essential": True},
        iat={"essential": True},
    )
    try:
        registry.validate(dict(claims))
    except (JoseError, TypeError, ValueError) as error:
        raise SignOnRefused("sso_refused", "claims") from error
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if claims.get("azp", None if several else expected.client) != expected.client:
        raise SignOnRefused("sso_refused", "authorised party")


def _check_how(claims: Mapping[str, object], expected: Expected) -> None:
    shown = claims.get("amr")
    methods = shown if isinstance(shown, list) else []
    if expected.acr and claims.get("acr") not in expected.acr:
        raise SignOnRefused("sso_level", "acr")
    if any(method not in methods for method in expected.amr):
        raise SignOnRefused("sso_level", "amr")


def _check_fresh(claims: Mapping[str, object], expected: Expected) -> None:
    if expected.fresh_since is None:
        return
    at = claims.get("auth_time")
    if isinstance(at, bool) or not isinstance(at, int | float):
        raise SignOnRefused("sso_not_fresh", "no auth_time")
    if at < expected.fresh_since.timestamp() - LEEWAY:
        raise SignOnRefused("sso_not_fresh", "auth_time")
