"""`tick`: what a passing day brings, once; for whoever runs it by the clock of the machine."""

from ...casework.tick import tick
from ...clock import now
from ...engine.vocabulary import Text
from ..desk import Desk
from ..installation import opened_installation
from ..usage import Asked

TICKED = Text(
    "Doorverwijzingen verlopen: {expired}. Regels vernieuwd: {renewed}. Zoekvragen behandeld: "
    "{searches}. E-mails verstuurd: {mailed}.",
    "Referrals expired: {expired}. Lines renewed: {renewed}. Searches handled: {searches}. "
    "E-mails sent: {mailed}.",
)


def run(_: Asked, desk: Desk) -> None:
    """Do what is due at this moment; doing it twice does nothing more."""
    with opened_installation():
        done = tick(now())
    said = desk.reader(TICKED).format(
        expired=done.expired, renewed=done.renewed, searches=done.searches, mailed=done.mailed
    )
    desk.printer.print(said)
