"""`add-organisation`: an organisation of the chain with its first administrator."""

from ...casework.actions.begin import Beginning, begin
from ...clock import now
from ...engine.vocabulary import Text
from ..desk import Desk
from ..installation import opened_installation
from ..usage import Asked

MADE = Text(
    "Gemaakt. Geef deze code in persoon aan de beheerder; zij kiest er bij het aanmelden een "
    "wachtwoord mee, eenmalig en binnen drie dagen: {code}",
    "Made. Hand this code to the administrator in person; with it she chooses a password at the "
    "sign-in page, once and within three days: {code}",
)


def run(asked: Asked, desk: Desk) -> None:
    """Make both, and print the code to start with, which is kept nowhere."""
    with opened_installation():
        code = begin(Beginning(asked.organisation, asked.role, asked.administrator), now())
    desk.printer.print(desk.reader(MADE).format(code=code))
