"""What is said when something that was typed cannot be: what is wrong, and how to mend it."""

from difflib import get_close_matches

from ..engine.errors import DayNotCovered
from ..engine.vocabulary import Text

DAY_NOT_COVERED = Text(
    "{day} ligt voor {first}, de eerste dag van dit protocol. Vraag naar {first} of later.",
    "{day} lies before {first}, the first day of this protocol. Ask for {first} or later.",
)
NOT_A_DAY = Text(
    "`{value}` bij {option} is geen bestaande dag. "
    "Schrijf een dag als jaar-maand-dag, bijvoorbeeld 2021-05-04.",
    "`{value}` after {option} is not an existing day. "
    "Write a day as year-month-day, for example 2021-05-04.",
)
UNKNOWN_NORM = Text(
    "Het protocol kent geen norm `{name}`.{near} `ketenwijzer protocol show` toont ze.",
    "The protocol has no norm `{name}`.{near} `ketenwijzer protocol show` shows them.",
)
SEVERAL_NORMS = Text(
    "`{name}` kan meer dan een norm zijn. Kies uit: {names}.",
    "`{name}` can be more than one norm. Choose from: {names}.",
)
DID_YOU_MEAN = Text(" Bedoelde u `{}`?", " Did you mean `{}`?")
EXISTS = Text(
    "`{name}` bestaat al en is niet door ketenwijzer gemaakt; het blijft zoals het is. "
    "Kies een andere naam, of schrijf er --force bij.",
    "`{name}` exists and was not made by ketenwijzer; it stays as it is. "
    "Choose another name, or add --force.",
)
CANNOT_WRITE = Text(
    "`{name}` is niet te schrijven. Controleer of de map bestaat en van u is.",
    "`{name}` cannot be written. Check that the folder exists and is yours.",
)
NO_EVENT = Text(
    "`{value}` is geen gebeurtenis met een dag. Schrijf bijvoorbeeld "
    "--event '2021-05-04 report', of --event '2021-05-04 report by=police'.",
    "`{value}` is not an event with a day. Write for example "
    "--event '2021-05-04 report', or --event '2021-05-04 report by=police'.",
)
NO_PROTOCOL = Text("Er is geen protocol `{name}`.{near}", "There is no protocol `{name}`.{near}")


class Refused(Exception):
    """Something that was typed cannot be; `text` says it in both languages."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


def refused(text: Text, **data: object) -> Refused:
    """Return the refusal of a sentence, filled in; the caller raises it."""
    return Refused(Text(text.nl.format(**data), text.en.format(**data)))


def refused_name(text: Text, name: str, known: list[str]) -> Refused:
    """Return the refusal of a name that is not on the list, with the nearest that is."""
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    nl, en = (said.format(near[0]) if near else "" for said in (DID_YOU_MEAN.nl, DID_YOU_MEAN.en))
    return Refused(Text(text.nl.format(name=name, near=nl), text.en.format(name=name, near=en)))


def refused_day(error: DayNotCovered) -> Refused:
    """Return the engine's refusal of a day before the first, in both languages."""
    return refused(DAY_NOT_COVERED, day=error.day.isoformat(), first=error.first_day.isoformat())
