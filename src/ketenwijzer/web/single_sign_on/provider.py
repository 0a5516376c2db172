"""What the provider says about itself, its keys, and the exchange of a code for a token.

Every address is https, or on this machine; no redirect is followed; no answer is read past a
size; nothing waits longer than a few seconds.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from authlib.oauth2.rfc7523 import private_key_jwt_sign
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from .errors import ProviderDown, SignOnRefused
from .own_keys import algorithm_of, own_keys

SECONDS = 5
MOST_BYTES = 300_000
AN_HOUR = 3600
ASSERTION_SECONDS = 60
ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
KEY_KINDS = ("RSA", "EC")
HERE = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Client:
    """This installation as the provider knows it."""

    issuer: str
    id: str
    keys: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Provider:
    """Where the provider is asked what; `sign_out` is empty if it has no such page."""

    issuer: str
    authorize: str
    token: str
    keys: str
    sign_out: str


class _NoRedirect(HTTPRedirectHandler):
    """Follows no redirect: an address that the provider did not name is not asked."""

    def redirect_request(self, *_: object) -> None:
        """Return nothing: the redirect is then an error."""


_OPENER = build_opener(_NoRedirect)


def is_safe(address: str) -> bool:
    """Tell whether an address is https, or on this machine."""
    try:
        url = urlsplit(address)
    except ValueError:
        return False
    return bool(url.hostname) and (
        url.scheme == "https" or (url.scheme == "http" and url.hostname in HERE)
    )


def provider_of(issuer: str, now: datetime) -> Provider:
    """Return where the provider is asked what; what it says is kept for an hour at most."""
    return _provider(issuer, int(now.timestamp()) // AN_HOUR)


def keys_of(provider: Provider, now: datetime, kid: str | None) -> KeySet:
    """Return the keys of the provider; one that is not known yet is asked for anew."""
    hour = int(now.timestamp()) // AN_HOUR
    found = _keys(provider.keys, hour)
    if kid is not None and all(key.kid != kid for key in found.keys):
        _keys.cache_clear()
        found = _keys(provider.keys, hour)
    return found


def exchange(
    provider: Provider, client: Client, code: str, verifier: str, back: str, now: datetime
) -> str:
    """Return the signed token that a code stands for; raises `SignOnRefused`."""
    key = own_keys(client.keys)[0]
    assertion = private_key_jwt_sign(
        key,
        client.id,
        provider.token,
        algorithm_of(key),
        header={"kid": key.kid},
        issued_at=int(now.timestamp()),
        expires_in=ASSERTION_SECONDS,
    )
    body = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": back,
        "code_verifier": verifier,
        "client_id": client.id,
        "client_assertion_type": ASSERTION,
        "client_assertion": assertion,
    }
    found = _asked(provider.token, urlencode(body).encode()).get("id_token")
    if not isinstance(found, str):
        raise SignOnRefused("sso_refused", "no token in the answer")
    return found


def forget() -> None:
    """Forget what the provider said about itself."""
    _provider.cache_clear()
    _keys.cache_clear()


@lru_cache(maxsize=4)
def _provider(issuer: str, hour: int) -> Provider:
    said = _asked(f"{issuer.rstrip('/')}/.well-known/openid-configuration")
    if said.get("issuer") != issuer:
        raise ProviderDown("it names another issuer")
    names = ("authorization_endpoint", "token_endpoint", "jwks_uri", "end_session_endpoint")
    authorize, token, keys, sign_out = (str(said.get(name) or "") for name in names)
    if not all(map(is_safe, (authorize, token, keys))):
        raise ProviderDown("it names an address that is missing or not https")
    return Provider(issuer, authorize, token, keys, sign_out if is_safe(sign_out) else "")


@lru_cache(maxsize=4)
def _keys(address: str, hour: int) -> KeySet:
    said = _asked(address).get("keys")
    kept = [one for one in said if _is_public(one)] if isinstance(said, list) else []
    try:
        return KeySet.import_key_set({"keys": kept})
    except (JoseError, ValueError, TypeError, KeyError) as error:
        raise ProviderDown("its keys cannot be read") from error


def _is_public(key: object) -> bool:
    """Tell whether a key is one that signs with two halves: never a shared secret."""
    return isinstance(key, dict) and key.get("kty") in KEY_KINDS and key.get("use") != "enc"


def _asked(address: str, body: bytes | None = None) -> dict[str, object]:
    """Return what an address answers; a 4xx to a code is a refusal, all else means it is down."""
    request = Request(address, data=body, headers={"Accept": "application/json"})
    try:
        with _OPENER.open(request, timeout=SECONDS) as answer:
            text = answer.read(MOST_BYTES + 1)
    except HTTPError as error:
        error.close()
        if body is not None and error.code in (400, 401):
            raise SignOnRefused("sso_refused", "the provider refused the code") from None
        raise ProviderDown(f"it answers {error.code}") from None
    except (OSError, HTTPException) as error:
        raise ProviderDown("it does not answer") from error
    try:
        found = json.loads(text) if len(text) <= MOST_BYTES else None
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise ProviderDown("its answer cannot be read")
    return found
