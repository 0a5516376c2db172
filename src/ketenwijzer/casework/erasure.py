"""What erasing a case leaves: a chain that verifies, and a certificate that does not name her.

Erasing is destroying the key of the case. With it go the keys of its entries, the tokens under
which it could be found, and every row of a list. The entries stay as ciphertext that nobody can
open, so that the chain and the witness still agree.
"""

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from .keystore import keys
from .models import (
    NEVER,
    Bar,
    Case,
    Document,
    EntryKey,
    Involvement,
    Notice,
    ReferralRow,
    SearchToken,
    TaskRow,
)
from .statuses import CaseStatus

ROWS = (Notice, Involvement, ReferralRow, TaskRow, Bar, SearchToken)


@dataclass(frozen=True, slots=True)
class Certificate:
    """That a case was erased: which, when, how many entries, the head of the chain, the ground."""

    number: str
    erased_at: str
    entries: int
    head: str
    ground: str
    signature: str = ""

    def said(self) -> bytes:
        """Return what is signed."""
        told = {**asdict(self), "signature": ""}
        return b"ketenwijzer erasure 1\0" + json.dumps(told, sort_keys=True).encode()

    def text(self) -> str:
        """Return the certificate as it is kept."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2)

    def is_signed_by(self, key: Ed25519PublicKey) -> bool:
        """Tell whether the signature is that of a key."""
        try:
            key.verify(bytes.fromhex(self.signature), self.said())
        except (InvalidSignature, ValueError):
            return False
        return True


def certify(case: Case, ground: str, at: datetime) -> Certificate:
    """Return the signed certificate of an erasure that was done."""
    unsigned = Certificate(
        number=case.number,
        erased_at=at.isoformat(),
        entries=case.head_number,
        head=bytes(case.head_digest).hex(),
        ground=ground,
    )
    return replace(unsigned, signature=keys().signing_key().sign(unsigned.said()).hex())


def purge(case: Case, *, but: int = 0) -> None:
    """Remove all that could lead to her: entry keys, search tokens, rows of lists.

    The key of entry number `but` stays: it tells that, and on what ground, the case was erased,
    should an old backup of the keys ever come back. The caller holds the transaction.
    """
    EntryKey.objects.filter(entry__case=case).exclude(entry__number=but).delete()
    for row in (*ROWS, Document):
        row.objects.filter(case=case).delete()
    case.status = CaseStatus.ERASED
    case.merged_into = None
    case.look_again = NEVER
    case.save(update_fields=["status", "merged_into", "look_again", "head_number", "head_digest"])
