"""`verify-chronology`, `checkpoint`, `witness`: that what was recorded is what was recorded."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ...casework.checkpoints import lines, make_checkpoint
from ...casework.errors import WitnessRefused
from ...casework.keystore import keys
from ...casework.tree import Line
from ...casework.verify import Verified, verify, witness_faults
from ...casework.witness import Witness, keep, key_line, recall, told
from ...clock import now
from ...engine.vocabulary import Text
from ..desk import Desk
from ..installation import opened_installation
from ..refusals import refused
from ..usage import Asked

NOT_RIGHT = 1
MOST = 20
STANDARD_INPUT = "-"
LONGEST_NUMBER = 15

READ = Text(
    "Gelezen: {cases} dossiers, {entries} vastleggingen, {checkpoints} controlepunten.",
    "Read: {cases} cases, {entries} entries, {checkpoints} checkpoints.",
)
ALL_RIGHT = Text("Alles is zoals het is vastgelegd.", "Everything is as it was recorded.")
MORE = Text("… en nog {} andere.", "… and {} more.")
UNWITNESSED = Text(
    "Wie de database én de sleutel beheert, kan ook dit hebben nagemaakt: vergelijk met een "
    "getuige (--witness).",
    "Who holds the database and the key could have made this up too: compare with a witness "
    "(--witness).",
)
NO_WITNESS = Text("`{name}` is geen getuige.", "`{name}` is not a witness.")
NOT_A_NUMBER = Text(
    "`{value}` is geen nummer van een controlepunt.",
    "`{value}` is not the number of a checkpoint.",
)
NOTHING_NEW = Text(
    "Sinds het vorige controlepunt is er niets vastgelegd.",
    "Nothing was recorded since the last checkpoint.",
)
SIGNED = Text("Controlepunt {} is ondertekend: {}.", "Checkpoint {} is signed: {}.")
SEEN = Text(
    "De getuige zag {} nieuwe controlepunten en kent er nu {}.",
    "The witness saw {} new checkpoints and now knows {}.",
)


def verify_all(asked: Asked, desk: Desk) -> int:
    """Verify all chronologies; ends with 1 where something is not as it was recorded."""
    witness = _recalled(asked.witness) if asked.witness else None
    with opened_installation():
        found = verify(witness)
    _tell(found, desk)
    if not found.faults and witness is None:
        desk.note(desk.reader(UNWITNESSED))
    return NOT_RIGHT if found.faults else 0


def checkpoint(asked: Asked, desk: Desk) -> None:
    """Sign the heads that moved; with --feed, print what a witness must see."""
    after = _count(asked.after or "0")
    with opened_installation():
        made = make_checkpoint(now())
        if asked.feed:
            sys.stdout.write(f"{key_line(_public_key())}\n")
            for line in lines(after):
                sys.stdout.write(f"{line.text()}\n")
            return
    if made is None:
        desk.note(desk.reader(NOTHING_NEW))
    else:
        desk.note(desk.reader(SIGNED).format(made.id, bytes(made.root).hex()))


def witness(asked: Asked, desk: Desk) -> int:
    """Let a witness see what is new; ends with 1 where it does not extend what it has seen."""
    place = Path(asked.place)
    try:
        with _feed(asked.feed_from) as (key, feed):
            seen, new = keep(place, key, feed)
            faults = [] if asked.feed_from else list(witness_faults(seen))
    except WitnessRefused as refusal:
        desk.printer.print(refusal.in_language(desk.reader.language))
        return NOT_RIGHT
    except OSError as error:
        raise refused(NO_WITNESS, name=place) from error
    desk.printer.print(desk.reader(SEEN).format(new, len(seen.seen)))
    for fault in faults[:MOST]:
        desk.printer.print(desk.reader(fault.text()))
    return NOT_RIGHT if faults else 0


@contextmanager
def _feed(place: str | None) -> Iterator[tuple[bytes, Iterable[Line]]]:
    """Give the key and the lines to see: of this installation, or as they were handed over."""
    if place is None:
        with opened_installation():
            yield _public_key(), lines()
    elif place == STANDARD_INPUT:
        yield told(sys.stdin)
    else:
        with Path(place).open(encoding="utf-8") as texts:
            yield told(texts)


def _recalled(place: str) -> Witness:
    found = recall(Path(place))
    if found is None:
        raise refused(NO_WITNESS, name=place)
    return found


def _count(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) <= LONGEST_NUMBER):
        raise refused(NOT_A_NUMBER, value=value)
    return int(value)


def _public_key() -> bytes:
    return keys().signing_key().public_key().public_bytes_raw()


def _tell(found: Verified, desk: Desk) -> None:
    counted = {
        "cases": found.cases,
        "entries": found.entries,
        "checkpoints": found.checkpoints,
    }
    desk.printer.print(desk.reader(READ).format(**counted))
    for fault in found.faults[:MOST]:
        desk.printer.print(desk.reader(fault.text()))
    if len(found.faults) > MOST:
        desk.printer.print(desk.reader(MORE).format(len(found.faults) - MOST))
    if not found.faults:
        desk.printer.print(desk.reader(ALL_RIGHT))
