"""What is printed when the server is ready: the address; in the demonstration who is who."""

from rich.table import Table
from rich.text import Text as Line

from ...casework.models import Member, Organisation
from ...engine.vocabulary import Text
from ..desk import Desk
from .place import Place

ADDRESS = "http://127.0.0.1"
READY = Text("Ketenwijzer draait op {}", "Ketenwijzer runs at {}")
STOP = Text("Stoppen: Ctrl+C", "To stop: Ctrl+C")
DEMONSTRATION = Text(
    "Demonstratie: iedereen is verzonnen. Kies op de aanmeldpagina wie u wilt zijn, zonder "
    "wachtwoord. Opnieuw beginnen: stop, en start met --fresh (of: make run FRESH=1)",
    "Demonstration: everybody is invented. On the sign-in page choose who you want to be, without "
    "a password. To start over: stop, and start with --fresh (or: make run FRESH=1)",
)
ON_PAPER = Text("zonder account, op papier", "without an account, on paper")
HEADS = (Text("organisatie", "organisation"), Text("wie", "who"))
ROLES = {
    "worker": Text("medewerker", "worker"),
    "coordinator": Text("coördinator", "coordinator"),
    "supervisor": Text("leidinggevende", "supervisor"),
    "analyst": Text("analist, geen dossiers", "analyst, no cases"),
    "administrator": Text("beheerder, geen dossiers", "administrator, no cases"),
}


def welcome(place: Place, port: int, desk: Desk) -> None:
    """Print that the server is ready, and whom one can be in the demonstration; else no names."""
    desk.printer.print()
    if place.demonstration:
        desk.printer.print(_people(desk))
        desk.printer.print()
        desk.printer.print(desk.reader(DEMONSTRATION))
    desk.printer.print(Line(desk.reader(READY).format(f"{ADDRESS}:{port}"), style="bold"))
    desk.printer.print(desk.reader(STOP))


def _people(desk: Desk) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for head in HEADS:
        table.add_column(desk.reader(head), overflow="fold")
    members = Member.objects.filter(is_active=True).order_by("username")
    for organisation in Organisation.objects.filter(active=True):
        who = [
            f"{member.username} ({desk.reader(ROLES[member.role])})"
            for member in members
            if member.organisation_id == organisation.id
        ]
        table.add_row(organisation.name, "\n".join(who) or desk.reader(ON_PAPER))
    return table
