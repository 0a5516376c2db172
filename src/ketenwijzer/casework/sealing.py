"""Seals values under a key, each bound to its place: moved elsewhere, it no longer opens.

AES-256-GCM; the place (table, case, number) is authenticated with the text, so that whoever can
write in the database cannot exchange the name of one case for that of another.
"""

import hmac
import json
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from .errors import Tampered
from .keys import KEY_BYTES, NONCE_BYTES

Sealable = str | int | bool | None | list["Sealable"] | dict[str, "Sealable"]
TOKEN_BYTES = 16
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


def seal(key: bytes, place: str, content: Mapping[str, object]) -> bytes:
    """Return content as ciphertext that opens only with this key, at this place."""
    return seal_bytes(key, place, json.dumps(content, ensure_ascii=False).encode())


def unseal(key: bytes, place: str, text: bytes) -> dict[str, object]:
    """Return the content of a ciphertext; raises `Tampered` if it is not what was put there."""
    found: dict[str, object] = json.loads(unseal_bytes(key, place, text))
    return found


def seal_bytes(key: bytes, place: str, content: bytes) -> bytes:
    """Return bytes as ciphertext that opens only with this key, at this place."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, place.encode())


def unseal_bytes(key: bytes, place: str, text: bytes) -> bytes:
    """Return the bytes of a ciphertext; raises `Tampered` if they are not what was put there."""
    try:
        return AESGCM(key).decrypt(text[:NONCE_BYTES], text[NONCE_BYTES:], place.encode())
    except (InvalidTag, ValueError) as error:
        raise Tampered(place) from error


def new_key() -> bytes:
    """Return a new random key."""
    return secrets.token_bytes(KEY_BYTES)


def entry_place(case: UUID, number: int) -> str:
    """Return the place of an entry of the chronology."""
    return f"entry {case.hex} {number}"


def key_place(case: UUID, number: int) -> str:
    """Return the place of the key of an entry."""
    return f"key {case.hex} {number}"


def blind(secret: bytes, word: str) -> bytes:
    """Return the token under which a word can be looked up, and never read."""
    return hmac.digest(secret, word.encode(), sha256)[:TOKEN_BYTES]


def stamp(at: datetime) -> bytes:
    """Return a moment as it goes into a digest: whole microseconds, without rounding."""
    return str((at - EPOCH) // MICROSECOND).encode()
