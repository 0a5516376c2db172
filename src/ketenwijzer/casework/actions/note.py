"""Notes that stay with whoever wrote them, and single entries released to one organisation."""

from datetime import date, timedelta
from uuid import UUID

from ...engine.vocabulary import Text
from ..errors import Denied, Refused
from ..models import Organisation
from ..position import agreement
from ..reasons import said
from ..writing import Writing
from .describe import LONGEST, TOO_LONG
from .keeping import give_task

EMPTY = Text("Schrijf eerst iets.", "Write something first.")
LONGEST_AHEAD = timedelta(days=731)
NO_DAY = Text(
    "Kies een dag vanaf vandaag, hooguit twee jaar vooruit.",
    "Choose a day from today on, at most two years ahead.",
)
NO_ITEM = Text("Dit kan niet worden vrijgegeven.", "This cannot be released.")
NO_GROUND = Text("Kies op welke grond u dit vrijgeeft.", "Choose on which ground you release this.")
NO_CONSENT = Text(
    "Zij gaf geen toestemming om dit onderdeel met deze organisatie te delen. Vraag het haar, of "
    "kies een andere grond.",
    "She gave no consent to share this section with this organisation. Ask her, or choose another "
    "ground.",
)
BARRED = Text(
    "Aan deze organisatie kan in dit dossier niets worden gegeven.",
    "Nothing in this case can be given to this organisation.",
)


def add_note(case: Writing, text: str, due: date | None = None) -> None:
    """Write a note; only the own organisation reads it until it is released.

    With a day it is also a task of the own organisation, which tells nobody what the note says.
    """
    if not text.strip():
        raise Refused("empty", EMPTY, "text")
    if len(text) > LONGEST:
        raise Refused("too_long", TOO_LONG, "text")
    case.require(case.decider.opening)
    if due is not None and not case.today <= due <= case.today + LONGEST_AHEAD:
        raise Refused("day", NO_DAY, "due")
    number = case.add("note_added", None, text=text.strip())
    organisation = case.member.organisation_id
    if due is not None and organisation is not None:
        give_task(case, organisation, "follow_up", due, number)


def release_item(case: Writing, number: int, organisation: UUID, ground: str) -> None:
    """Release one entry of the own organisation to another that takes part, on a named ground."""
    record = case.state.record(number)
    if record is None or not case.reads(record):
        raise Refused("no_item", NO_ITEM)
    if record.author.organisation != case.member.organisation_id:
        raise Denied("only_own", said("only_own"))
    if ground != "consent" and ground not in agreement().grounds:
        raise Refused("no_ground", NO_GROUND, "ground")
    refuse_barred(case, organisation)
    consents, section = case.state.consents.values(), case.section_of(record)
    consented = any(c.opens(organisation, section, case.today) for c in consents)
    if ground == "consent" and not consented:
        raise Refused("no_consent", NO_CONSENT, "ground")
    part = case.state.parts.get(organisation)
    if part is None or not part.is_live(case.now):
        raise Refused("not_involved", NOT_INVOLVED, "organisation")
    case.add("item_released", None, number=number, organisation=organisation.hex, ground=ground)


def refuse_barred(case: Writing, organisation: UUID) -> None:
    """Raise `Refused` for an organisation that is barred from the case, or does not exist."""
    known = Organisation.objects.filter(id=organisation, active=True).exists()
    if not known or organisation in case.state.barred_organisations:
        raise Refused("not_possible", BARRED, "receiver")


NOT_INVOLVED = Text(
    "Deze organisatie is niet bij het dossier betrokken. Verwijs eerst door.",
    "This organisation takes no part in the case. Refer first.",
)
