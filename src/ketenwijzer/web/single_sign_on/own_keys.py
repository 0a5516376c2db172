"""The private keys of this installation towards the provider, read from files of the operator's.

The first signs; the public halves of all are published, so that a new one can be put in front
before an old one is taken away.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from joserfc.errors import JoseError
from joserfc.jwk import ECKey, RSAKey

SHORTEST_RSA = 2048  # bits
Key = RSAKey | ECKey


class UnusableKey(Exception):
    """A key file that cannot be used; the message says why, and never what stands in it."""


@lru_cache(maxsize=4)
def own_keys(files: tuple[Path, ...]) -> tuple[Key, ...]:
    """Return the keys in these files; raises `UnusableKey`."""
    return tuple(_read(file) for file in files)


def public_keys(files: tuple[Path, ...]) -> dict[str, object]:
    """Return the public halves, as the provider reads them (JWKS)."""
    return {"keys": [_public(key) for key in own_keys(files)]}


def algorithm_of(key: Key) -> str:
    """Return with which algorithm a key signs."""
    return "RS256" if isinstance(key, RSAKey) else "ES256"


def refuse_open_files(files: Sequence[Path]) -> None:
    """Raise `UnusableKey` for a key file that others than the service's own user could read."""
    for file in files:
        try:
            mode = file.stat().st_mode
        except OSError as error:
            raise UnusableKey("cannot be read") from error
        if mode & 0o077:
            raise UnusableKey("can be read by others: take away all rights but the owner's")


def _read(file: Path) -> Key:
    try:
        text = file.read_bytes()
    except OSError as error:
        raise UnusableKey("cannot be read") from error
    for kind in (RSAKey, ECKey):
        try:
            found = kind.import_key(text)
        except (ValueError, TypeError, JoseError):
            continue
        return _strong(found)
    raise UnusableKey("holds no private key in PEM, RSA or elliptic curve P-256")


def _strong(key: Key) -> Key:
    if not key.is_private:
        raise UnusableKey("holds a public key; the private one is needed")
    if isinstance(key, RSAKey) and key.raw_value.key_size < SHORTEST_RSA:
        raise UnusableKey(f"is too short: at least {SHORTEST_RSA} bits")
    if isinstance(key, ECKey) and key.curve_name != "P-256":
        raise UnusableKey("is on another curve than P-256")
    key.ensure_kid()
    return key


def _public(key: Key) -> Mapping[str, object]:
    return {**key.as_dict(private=False), "use": "sig", "alg": algorithm_of(key)}
