"""`tick`: what a passing day brings, once; for whoever runs it by the clock of the machine."""

from pathlib import Path

from django.conf import settings

from ...casework.backups import refuse_unfinished
from ...casework.readiness import faults
from ...casework.tick import tick
from ...clock import now
from ...engine.vocabulary import Text
from ..desk import Desk
from ..installation import opened_installation
from ..refusals import refused
from ..usage import Asked

TICKED = Text(
    "Doorverwijzingen verlopen: {expired}. Regels vernieuwd: {renewed}. Zoekvragen behandeld: "
    "{searches}. E-mails verstuurd: {mailed}.",
    "Referrals expired: {expired}. Lines renewed: {renewed}. Searches handled: {searches}. "
    "E-mails sent: {mailed}.",
)

NOT_NOW = Text("Er is niets gedaan. {list}", "Nothing was done. {list}")


def run(_: Asked, desk: Desk) -> None:
    """Do what is due at this moment; doing it twice does nothing more.

    Raises `Refused` where nothing may be done now: a restore that was not followed, other tables, a
    clock that went back.
    """
    with opened_installation():
        moment = now()
        refuse_unfinished(Path(settings.HOME))
        wrong = faults(moment)
        if wrong:
            raise refused(NOT_NOW, list=" ".join(desk.reader(one) for one in wrong))
        done = tick(moment)
    said = desk.reader(TICKED).format(
        expired=done.expired, renewed=done.renewed, searches=done.searches, mailed=done.mailed
    )
    desk.printer.print(said)
