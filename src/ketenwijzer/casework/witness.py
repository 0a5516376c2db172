"""Keeps elsewhere what was signed, and refuses what does not extend it (safety rule 20); pure.

Whoever holds the database *and* the signing key can write a new history and sign it. A witness
that saw the old one notices: it knows the heads, and only accepts checkpoints that go on from the
last one that it has seen. It needs no database and no key, so it can stand on another machine.

What it keeps is text: a line that names the key it trusts, then a line per checkpoint. In one file
that is only added to, or in a folder with a file per checkpoint that is never written twice.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from ..engine.vocabulary import Text
from .errors import WitnessRefused
from .tree import ORIGIN, Head, Line, SignedRoot, Tree, line_of

KEY = "ketenwijzer witness"
FIRST_FILE = "000000000.json"

REFUSALS = {
    "unreadable": Text("De getuige kan regel {n} niet lezen.", "The witness cannot read line {n}."),
    "other_key": Text(
        "Dit is met een andere sleutel ondertekend dan de getuige kent.",
        "This is signed with another key than the witness knows.",
    ),
    "signature": Text(
        "De handtekening onder controlepunt {n} klopt niet.",
        "The signature under checkpoint {n} is not right.",
    ),
    "changed": Text(
        "Controlepunt {n} is niet meer wat de getuige heeft gezien: de geschiedenis is "
        "herschreven.",
        "Checkpoint {n} is no longer what the witness saw: history was rewritten.",
    ),
    "gap": Text(
        "Controlepunt {n} sluit niet aan op het laatste dat de getuige heeft gezien.",
        "Checkpoint {n} does not follow the last one that the witness saw.",
    ),
    "root": Text(
        "De wortel van controlepunt {n} past niet bij de koppen die het noemt.",
        "The root of checkpoint {n} does not fit the heads that it names.",
    ),
    "went_back": Text(
        "In controlepunt {n} ging een dossier terug, of kreeg het een andere vastlegging op een "
        "nummer dat de getuige al zag: de geschiedenis is herschreven.",
        "In checkpoint {n} a case went back, or has another entry at a number that the witness "
        "saw already: history was rewritten.",
    ),
}


class Witness:
    """What a witness has seen; `accept` takes in one more line, or refuses it."""

    def __init__(self, key: bytes) -> None:
        self.key = key
        self.tree = Tree()
        self.seen: dict[int, bytes] = {}
        self.heads: dict[UUID, dict[int, bytes]] = {}
        self.last: SignedRoot | None = None

    def accept(self, line: Line) -> bool:
        """Take in a checkpoint; False if it was seen before; raises `WitnessRefused`."""
        signed = line.checkpoint
        if signed.id in self.seen:
            if self.seen[signed.id] != signed.digest():
                raise _refused("changed", signed.id)
            return False
        grown = self._checked(line)
        self.tree, self.last = grown, signed
        self.seen[signed.id] = signed.digest()
        for head in line.heads:
            self.heads.setdefault(head.case, {})[head.number] = head.digest
        return True

    def _checked(self, line: Line) -> Tree:
        signed = line.checkpoint
        if not signed.is_signed_by(Ed25519PublicKey.from_public_bytes(self.key)):
            raise _refused("signature", signed.id)
        before = self.last.digest() if self.last else ORIGIN
        if signed.previous != before or (self.last and signed.id < self.last.id):
            raise _refused("gap", signed.id)
        grown = Tree(self.tree.size, self.tree.peaks)
        for head in line.heads:
            if head.number <= max(self.heads.get(head.case, ()), default=0):
                raise _refused("went_back", signed.id)
            grown.add(head.leaf())
        if grown.size != signed.size or grown.root() != signed.root:
            raise _refused("root", signed.id)
        return grown

    def all_heads(self) -> list[Head]:
        """Return every head that was seen, case by case, the first number first."""
        return [
            Head(case, number, seen[number])
            for case, seen in self.heads.items()
            for number in sorted(seen)
        ]

    def contradicted(self, held: Mapping[tuple[object, int], bytes]) -> Iterator[tuple[UUID, int]]:
        """Yield the first head of each case that the chronologies contradict: case and number."""
        for case, seen in self.heads.items():
            wrong = (n for n in sorted(seen) if held.get((case, n)) != seen[n])
            first = next(wrong, None)
            if first is not None:
                yield case, first

    def trusted_up_to(self, case: UUID, number: int) -> int:
        """Return the last number before this one of which the head was seen."""
        return max((n for n in self.heads.get(case, ()) if n < number), default=0)


def _refused(code: str, number: int) -> WitnessRefused:
    text = REFUSALS[code]
    said = Text(text.nl.format(n=number), text.en.format(n=number))
    return WitnessRefused(code, said, number)


# ------------------------------------------------------------------ what it keeps


def key_line(key: bytes) -> str:
    """Return the first line of what is handed to a witness: the key to trust."""
    return json.dumps({KEY: 1, "key": key.hex()}, separators=(",", ":"))


def recall(place: Path) -> Witness | None:
    """Return the witness whose memory stands in a file or folder; None if there is none yet.

    Raises `WitnessRefused` if what stands there contradicts itself.
    """
    return read_feed(_kept(place))


def read_feed(feed: Iterable[str]) -> Witness | None:
    """Return a witness that has seen the lines of a feed; raises `WitnessRefused`."""
    witness: Witness | None = None
    for number, text in enumerate(feed, 1):
        if witness is None:
            witness = Witness(_key_of(text))
        else:
            witness.accept(_line(text, number))
    return witness


def keep(place: Path, key: bytes, feed: Iterable[Line]) -> tuple[Witness, int]:
    """Let the witness at a place see the lines of a feed; return it and how many were new.

    Each line is on disk before the next is looked at; a line that is refused is not kept.
    Raises `WitnessRefused`.
    """
    witness = recall(place)
    if witness is None:
        witness = Witness(key)
        _append(place, FIRST_FILE, key_line(key))
    if witness.key != key:
        raise _refused("other_key", 0)
    new = 0
    for line in feed:
        if witness.accept(line):
            _append(place, f"{line.checkpoint.id:09}.json", line.text())
            new += 1
    return witness, new


def told(feed: Iterable[str]) -> tuple[bytes, Iterator[Line]]:
    """Return the key and the lines of a feed that was handed over as text."""
    texts = (text for text in feed if text.strip())
    first = next(texts, "")
    return _key_of(first), (_line(text, number) for number, text in enumerate(texts, 2))


def _key_of(text: str) -> bytes:
    try:
        found = json.loads(text)
        key = bytes.fromhex(found["key"])
        Ed25519PublicKey.from_public_bytes(key)
        return key
    except (ValueError, KeyError, TypeError) as error:
        raise _refused("unreadable", 1) from error


def _line(text: str, number: int) -> Line:
    try:
        return line_of(text)
    except (ValueError, KeyError, TypeError) as error:
        raise _refused("unreadable", number) from error


def _kept(place: Path) -> Iterator[str]:
    if place.is_dir():
        for kept in sorted(place.glob("*.json")):
            yield kept.read_text(encoding="ascii")
    elif place.exists():
        with place.open(encoding="ascii") as file:
            yield from (text for text in file if text.endswith("\n"))


def _append(place: Path, name: str, text: str) -> None:
    """Add a line for good; what a crash left half written was never acknowledged, and goes."""
    if place.is_dir():
        half = place / f"{name}.half"
        _write(half, os.O_TRUNC, text)
        os.link(half, place / name)  # refuses to take the place of what is there
        half.unlink()
    else:
        _drop_half_a_line(place)
        _write(place, os.O_APPEND, text)


def _write(path: Path, how: int, text: str) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | how, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(f"{text}\n")
        file.flush()
        os.fsync(file.fileno())


def _drop_half_a_line(place: Path) -> None:
    if not place.exists() or not place.stat().st_size:
        return
    with place.open("rb+") as file:
        file.seek(-1, os.SEEK_END)
        if file.read(1) != b"\n":
            file.seek(0)
            file.truncate(file.read().rfind(b"\n") + 1)
