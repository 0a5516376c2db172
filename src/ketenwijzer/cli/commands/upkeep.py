"""`rebuild`, `erase`, `after-restore`: what an operator does with the cases as a whole."""

import sys
from pathlib import Path

from django.conf import settings

from ...casework.actions.erase import EraseCase, erase_case
from ...casework.backups import finish
from ...casework.keystore import keys
from ...casework.models import Case
from ...casework.rebuild import rebuild_all
from ...casework.restore import Followed
from ...clock import now
from ...engine.vocabulary import Text
from ..desk import Desk
from ..files import refuse_foreign, write
from ..installation import opened_installation
from ..usage import Asked

REBUILT = Text("De rijen van {} dossiers zijn opnieuw gemaakt.", "Made the rows of {} cases anew.")
FORGOTTEN = Text(
    "{} sleutels waar al langer dan een dag geen dossier bij hoorde, zijn weg.",
    "{} keys that had no case for more than a day are gone.",
)
FAILED = Text(
    "Dossier {} kon niet: `ketenwijzer verify-chronology` zegt waarom.",
    "Case {} could not be done: `ketenwijzer verify-chronology` says why.",
)
ERASED = Text(
    "Dossier {} is gewist. Bewaar dit bewijs; het noemt haar niet.",
    "Case {} was erased. Keep this certificate; it does not name her.",
)
FOLLOWED = Text(
    "Nagelopen. Opnieuw gewist: {erased}. Opnieuw verzegeld: {sealed}. Sleutels opnieuw "
    "vernietigd: {keys}.",
    "Followed. Erased again: {erased}. Sealed again: {sealed}. Keys destroyed again: {keys}.",
)
NONE = Text("geen", "none")


def rebuild(asked: Asked, desk: Desk) -> int:
    """Make all rows anew, and forget keys that no case had a day ago either."""
    moment = now()
    with opened_installation():
        count, failed = rebuild_all(moment)
        used = set(Case.objects.values_list("id", flat=True))
        forgotten = keys().forget_unused(used, moment)
    desk.printer.print(desk.reader(REBUILT).format(count))
    for number in failed:
        desk.printer.print(desk.reader(FAILED).format(number))
    if forgotten:
        desk.printer.print(desk.reader(FORGOTTEN).format(forgotten))
    return 1 if failed else 0


def erase(asked: Asked, desk: Desk) -> None:
    """Erase a case for good, and print or write the certificates."""
    if asked.certificate:
        refuse_foreign(Path(asked.certificate), force=False)
    with opened_installation():
        certificates = erase_case(EraseCase(asked.number, asked.ground), now())
    texts = "\n".join(certificate.text() for certificate in certificates)
    for certificate in certificates:
        desk.note(desk.reader(ERASED).format(certificate.number))
    if asked.certificate:
        write(Path(asked.certificate), f"{texts}\n")
    sys.stdout.write(f"{texts}\n")


def after_restore(asked: Asked, desk: Desk) -> None:
    """Finish a restore of any kind: tables, erasures, sealings, nobody told twice."""
    with opened_installation():
        found = finish(Path(settings.HOME), now())
    tell_followed(found, desk)


def tell_followed(found: Followed, desk: Desk) -> None:
    """Print what was followed."""
    none = desk.reader(NONE)
    said = desk.reader(FOLLOWED).format(
        erased=", ".join(found.erased) or none,
        sealed=", ".join(found.sealed) or none,
        keys=", ".join(found.keys_destroyed) or none,
    )
    desk.printer.print(said)
