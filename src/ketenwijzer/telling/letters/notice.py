"""A message to a partner: what is said, what happened and when, and how sure the rule is."""

from dataclasses import dataclass
from datetime import date

from ...engine.vocabulary import Text
from ..language import Reader, capital
from .letter import Heading, Letter, Paragraph, Table

TITLE = Text("Bericht", "Message")
FROM = Text("Van", "From")
TO = Text("Aan", "To")
ON = Text("Op", "On")
CASE = Text("Dossier", "Case")
NAME = Text("Naam", "Name")
BORN = Text("Geboren", "Born")
WHAT = Text("Wat", "What")
DAY = Text("Dag", "Day")
HAPPENED = Text("Wat er gebeurde", "What happened")
RULE = Text("Waarom dit bericht", "Why this message")


@dataclass(frozen=True, slots=True)
class Notice:
    """What a message says, as far as its receiver may see it; an empty value is left out."""

    subject: Text
    text: Text
    status: Text
    source: str
    sender: str
    receiver: str
    on: date
    number: str
    name: str
    born: str
    happened: tuple[tuple[str, date], ...]


def notice_letter(notice: Notice, reader: Reader) -> Letter:
    """Return a message as a letter; its title says nothing of her."""
    rows = (
        (reader(FROM), notice.sender),
        (reader(TO), notice.receiver),
        (reader(ON), reader.day(notice.on)),
        (reader(CASE), notice.number),
        (reader(NAME), notice.name),
        (reader(BORN), notice.born),
    )
    said = tuple(row for row in rows if row[1])
    what = tuple((what, reader.day(on)) for what, on in notice.happened)
    told = (Heading(reader(HAPPENED)), Table((reader(WHAT), reader(DAY)), what)) if what else ()
    return Letter(
        reader.language,
        reader(TITLE),
        (
            Paragraph(capital(reader(notice.subject)), strong=True),
            Paragraph(reader(notice.text)),
            Table((reader(WHAT), reader(TITLE)), said),
            *told,
            Heading(reader(RULE)),
            Paragraph(f"{reader(notice.status)} {notice.source}."),
        ),
    )
