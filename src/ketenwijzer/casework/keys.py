"""Where the keys are: never in the database, so that a dump of it opens nothing.

master key ─► wraps the key of each case     (destroyed one by one: that is erasure)
           ─► the search key and the signing key, each derived for its own purpose

The default provider is a folder with two files of the operator's own. A key service or a
hardware module is another `KeyProvider`.
"""

import os
import secrets
import sqlite3
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from threading import local
from typing import Protocol, cast
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from .errors import KeyDestroyed, KeysMissing, Tampered

KEY_BYTES = 32
NONCE_BYTES = 12

TABLES = """
create table if not exists case_keys (holder blob primary key, wrapped blob not null) without rowid;
create table if not exists destroyed (holder blob primary key, at text not null) without rowid;
create table if not exists unused (holder blob primary key, seen text not null) without rowid;
"""

# A key that no case uses was made for a transaction that never ended, or that has not ended yet.
UNUSED_FOR = timedelta(days=1)
AT_ONCE = 500


class KeyProvider(Protocol):
    """Gives, makes and destroys keys. A *holder* is the id of a case, or of one sealed entry."""

    def new_key(self, holder: UUID) -> bytes:
        """Make and keep the key of a new holder."""

    def key_of(self, holder: UUID) -> bytes:
        """Return the key of a holder; raises `KeyDestroyed` if it is gone, `Tampered` if broken."""

    def keys_of(self, holders: Iterable[UUID]) -> dict[UUID, bytes]:
        """Return the keys of many holders at once; those that are gone or broken are left out."""

    def forget_unused(self, used: Container[UUID], now: datetime) -> int:
        """Forget keys that nothing used, now nor when this was asked a day or longer ago."""

    def destroy(self, holder: UUID, at: str) -> None:
        """Destroy a key for good and remember that it was."""

    def destroyed(self) -> dict[UUID, str]:
        """Return every destroyed holder and when, for a restored backup to follow."""

    def secret(self, purpose: str) -> bytes:
        """Return the secret of a purpose, such as the blind index of search."""

    def signing_key(self) -> Ed25519PrivateKey:
        """Return the key that signs checkpoints."""


class FileKeys:
    """Keys in a folder outside the database: `master.key`, and `keys.sqlite3` with wrapped keys.

    The folder is backed up apart from the database and briefly: a backup of the database that
    outlives it cannot open a case whose key was destroyed (safety rule 19).
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._master = _read_master(folder / "master.key")
        self._store = folder / "keys.sqlite3"
        with self._open() as store:
            store.executescript(TABLES)
        self._store.chmod(0o600)
        self._reading = local()
        self._wrapped = lru_cache(maxsize=4096)(self._read)
        self._mark = folder / "destroyed"
        self._seen = self._marked()

    def new_key(self, holder: UUID) -> bytes:
        """Make and keep the key of a new holder."""
        key = secrets.token_bytes(KEY_BYTES)
        nonce = secrets.token_bytes(NONCE_BYTES)
        wrapped = nonce + AESGCM(self._wrapping).encrypt(nonce, key, holder.bytes)
        with self._open() as store:
            store.execute("insert into case_keys values (?, ?)", (holder.bytes, wrapped))
        return key

    def key_of(self, holder: UUID) -> bytes:
        """Return the key of a holder; raises `KeyDestroyed` if it is gone, `Tampered` if broken."""
        marked = self._marked()
        if marked != self._seen:
            self._wrapped.cache_clear()
            self._seen = marked
        return self._wrapped(holder)

    def _read(self, holder: UUID) -> bytes:
        found = self._stored([holder])
        if not found:
            raise KeyDestroyed
        try:
            return self._unwrapped(*found[0])
        except InvalidTag as error:
            raise Tampered(str(holder)) from error

    def keys_of(self, holders: Iterable[UUID]) -> dict[UUID, bytes]:
        """Return the keys of many holders at once; those that are gone or broken are left out."""
        opened = {}
        for holder, text in self._stored(holders):
            with suppress(InvalidTag):
                opened[UUID(bytes=holder)] = self._unwrapped(holder, text)
        return opened

    def _stored(self, holders: Iterable[UUID]) -> list[tuple[bytes, bytes]]:
        asked = [holder.bytes for holder in holders]
        found: list[tuple[bytes, bytes]] = []
        store = self._to_read()
        for start in range(0, len(asked), AT_ONCE):
            some = asked[start : start + AT_ONCE]
            marks = ",".join("?" * len(some))
            found += store.execute(f"select * from case_keys where holder in ({marks})", some)
        return found

    def _to_read(self) -> sqlite3.Connection:
        """Return the open connection of this thread; a process that was forked opens its own."""
        if getattr(self._reading, "process", None) != os.getpid():
            self._reading.process = os.getpid()
            self._reading.store = sqlite3.connect(self._store, timeout=30)
        return cast(sqlite3.Connection, self._reading.store)

    def _unwrapped(self, holder: bytes, text: bytes) -> bytes:
        return AESGCM(self._wrapping).decrypt(text[:NONCE_BYTES], text[NONCE_BYTES:], holder)

    def forget_unused(self, used: Container[UUID], now: datetime) -> int:
        """Forget keys that nothing used, now nor when this was asked a day or longer ago."""
        with self._open() as store:
            holders = [row[0] for row in store.execute("select holder from case_keys")]
            unused = [(holder,) for holder in holders if UUID(bytes=holder) not in used]
            before = {row[0]: row[1] for row in store.execute("select * from unused")}
            long_ago = (now - UNUSED_FOR).isoformat()
            gone = {row for row in unused if before.get(row[0], "9") <= long_ago}
            seen = [(row[0], before.get(row[0], now.isoformat())) for row in unused]
            store.execute("delete from unused")
            store.executemany("delete from case_keys where holder = ?", gone)
            store.executemany(
                "insert into unused values (?, ?)", [row for row in seen if row[:1] not in gone]
            )
        return len(gone)

    def destroy(self, holder: UUID, at: str) -> None:
        """Destroy a key for good and remember that it was; other processes forget it too."""
        with self._open() as store:
            store.execute("insert or ignore into destroyed values (?, ?)", (holder.bytes, at))
            store.execute("delete from case_keys where holder = ?", (holder.bytes,))
        self._mark.touch(mode=0o600)
        self._wrapped.cache_clear()

    def _marked(self) -> int:
        """Return when a key was last destroyed, by whichever process."""
        try:
            return self._mark.stat().st_mtime_ns
        except FileNotFoundError:
            return 0

    def destroyed(self) -> dict[UUID, str]:
        """Return every destroyed holder and when, for a restored backup to follow."""
        with self._open() as store:
            return {UUID(bytes=row[0]): row[1] for row in store.execute("select * from destroyed")}

    def secret(self, purpose: str) -> bytes:
        """Return the secret of a purpose, derived from the master key."""
        return _derived(self._master, purpose)

    def signing_key(self) -> Ed25519PrivateKey:
        """Return the key that signs checkpoints."""
        return Ed25519PrivateKey.from_private_bytes(self.secret("sign checkpoints"))

    @property
    def _wrapping(self) -> bytes:
        return self.secret("wrap case keys")

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Open the store for one transaction; what was deleted is overwritten on disk."""
        store = sqlite3.connect(self._store, timeout=30)
        try:
            store.execute("pragma secure_delete = on")
            with store:
                yield store
        finally:
            store.close()


def make_keys(folder: Path) -> None:
    """Make the folder with a new master key, unless there is one; never overwrites."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        handle = os.open(folder / "master.key", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(KEY_BYTES) + "\n")
        file.flush()
        os.fsync(file.fileno())


def _read_master(path: Path) -> bytes:
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError) as error:
        raise KeysMissing(path.parent) from error
    if len(key) != KEY_BYTES:
        raise KeysMissing(path.parent)
    return key


@lru_cache(maxsize=32)
def _derived(master: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=f"ketenwijzer {purpose}".encode()).derive(
        master
    )
