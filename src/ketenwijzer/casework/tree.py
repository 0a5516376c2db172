"""A hash tree over the heads of all chronologies, and its signed root; pure.

The leaves are a log: each checkpoint adds the heads that moved since the one before, so that
every root extends the last and whoever keeps the leaves can see that it does. Hashed as RFC 6962
does (a leaf and a node start with another byte), so that a node cannot pass for a leaf.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from .sealing import stamp

HASH_BYTES = 32
ORIGIN = bytes(HASH_BYTES)


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a case as a checkpoint found it."""

    case: UUID
    number: int
    digest: bytes

    def leaf(self) -> bytes:
        """Return the hash of this head as a leaf of the tree."""
        return leaf_hash(self.content())

    def content(self) -> bytes:
        """Return what the leaf is the hash of."""
        return b"ketenwijzer head 1\0" + self.case.bytes + _counted(self.number) + self.digest


def leaf_hash(content: bytes) -> bytes:
    """Return the hash of a leaf."""
    return sha256(b"\x00" + content).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of a node over its two halves."""
    return sha256(b"\x01" + left + right).digest()


class Tree:
    """A tree that grows: of all that was added it keeps one hash per full half.

    `peaks` are the roots of the full trees that the leaves make, the largest first: one for
    each binary one in `size`.
    """

    def __init__(self, size: int = 0, peaks: Sequence[bytes] = ()) -> None:
        self.size = size
        self.peaks = list(peaks)

    def add(self, leaf: bytes) -> None:
        """Add the hash of a leaf."""
        size = self.size
        while size & 1:
            leaf = node_hash(self.peaks.pop(), leaf)
            size >>= 1
        self.peaks.append(leaf)
        self.size += 1

    def root(self) -> bytes:
        """Return the root over all leaves so far."""
        if not self.peaks:
            return sha256(b"").digest()
        root = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            root = node_hash(peak, root)
        return root

    def packed(self) -> bytes:
        """Return the peaks as they are kept beside a checkpoint."""
        return b"".join(self.peaks)

    @classmethod
    def unpacked(cls, size: int, packed: bytes) -> "Tree":
        """Return the tree that was packed; raises ValueError if that cannot be one."""
        if len(packed) != size.bit_count() * HASH_BYTES:
            raise ValueError(size)
        peaks = [packed[at : at + HASH_BYTES] for at in range(0, len(packed), HASH_BYTES)]
        return cls(size, peaks)


# ------------------------------------------------------------------ the signed root


@dataclass(frozen=True, slots=True)
class SignedRoot:
    """A checkpoint: how many leaves, their root, the checkpoint before, and the signature."""

    id: int
    at: datetime
    size: int
    root: bytes
    previous: bytes
    signature: bytes = b""

    def said(self) -> bytes:
        """Return what is signed."""
        parts = (stamp(self.at), _counted(self.size), self.root, self.previous)
        return b"ketenwijzer checkpoint 1\0" + b"\0".join(parts)

    def digest(self) -> bytes:
        """Return the digest by which the next checkpoint names this one."""
        return sha256(self.said() + self.signature).digest()

    def signed(self, key: Ed25519PrivateKey) -> bytes:
        """Return the signature of a key under what is said."""
        return key.sign(self.said())

    def is_signed_by(self, key: Ed25519PublicKey) -> bool:
        """Tell whether the signature is that of a key."""
        try:
            key.verify(self.signature, self.said())
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True, slots=True)
class Line:
    """A checkpoint with the heads that it added, as it is handed to a witness."""

    checkpoint: SignedRoot
    heads: tuple[Head, ...]

    def text(self) -> str:
        """Return the line as it is written."""
        signed = self.checkpoint
        return json.dumps(
            {
                "checkpoint": signed.id,
                "at": signed.at.isoformat(),
                "size": signed.size,
                "root": signed.root.hex(),
                "previous": signed.previous.hex(),
                "signature": signed.signature.hex(),
                "heads": [[head.case.hex, head.number, head.digest.hex()] for head in self.heads],
            },
            separators=(",", ":"),
        )


def line_of(text: str) -> Line:
    """Read a line; raises ValueError, KeyError or TypeError if it is none."""
    found = json.loads(text)
    signed = SignedRoot(
        int(found["checkpoint"]),
        datetime.fromisoformat(found["at"]),
        int(found["size"]),
        bytes.fromhex(found["root"]),
        bytes.fromhex(found["previous"]),
        bytes.fromhex(found["signature"]),
    )
    return Line(signed, tuple(_heads(found["heads"])))


def _heads(found: Iterable[Sequence[str]]) -> Iterable[Head]:
    for case, number, digest in found:
        yield Head(UUID(case), int(number), bytes.fromhex(digest))


def _counted(number: int) -> bytes:
    return number.to_bytes(8, "big")
