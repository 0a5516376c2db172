"""An entry of a case as somebody else would read it: field by field, nothing left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..casework.access import OpenCase
from ..casework.actions.describe import DESCRIPTIONS
from ..casework.events import KINDS
from ..casework.position import agreement, is_statement
from ..casework.preview import Shown
from ..casework.queries import Names, names_in
from ..casework.showing.details import details_of
from ..casework.showing.entries import happened
from ..casework.state import Record
from ..telling.language import capital
from .asked import reader_now
from .detail_words import detail_label, detail_words
from .forms.sections import SECTIONS
from .language import in_words

SECTION_OF = {kind: name for name, kind in DESCRIPTIONS.items()}


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: when, what, its fields, by whom; and whether it is older or known already."""

    on: date
    what: str
    fields: list[tuple[str, str]]
    organisation: str
    earlier: bool
    already: bool


@dataclass(frozen=True, slots=True)
class Parcel:
    """A section with everything that would be read of it."""

    name: str
    title: str
    items: list[Item]


def previewed(shown: Iterable[Shown], case: OpenCase) -> list[Parcel]:
    """Return what would be read, by section, in the order of the agreement."""
    names = names_in(case)
    found: dict[str, list[Item]] = {}
    for one in shown:
        found.setdefault(one.section, []).append(_item(one, case, names))
    return [
        Parcel(name, capital(in_words(section.text)), found[name])
        for name, section in agreement().sections.items()
        if name in found
    ]


def _item(shown: Shown, case: OpenCase, names: Names) -> Item:
    record = shown.record
    return Item(
        record.on,
        what_of(record, case),
        list(fields_of(record, names)),
        names.organisation(record.author.organisation),
        shown.earlier,
        shown.already,
    )


def what_of(record: Record, case: OpenCase) -> str:
    """Return what an entry says happened, in one line."""
    reader = reader_now()
    number = record.data.get("number")
    about = case.decider.state_of(record).record(number) if isinstance(number, int) else None
    if is_statement(record):
        return capital(happened(record, reader))
    if about is not None and is_statement(about):
        return capital(happened(about, reader))
    return kind_text(record)


def kind_text(record: Record) -> str:
    """Return the words of a kind of entry."""
    if record.kind in SECTION_OF:
        return capital(in_words(agreement().sections[SECTION_OF[record.kind]].text))
    kind = KINDS.get(record.kind)
    return capital(in_words(kind.text)) if kind else ""


def fields_of(record: Record, names: Names) -> Iterator[tuple[str, str]]:
    """Yield every field that an entry carries, with its name."""
    if record.kind in SECTION_OF:
        yield from SECTIONS[SECTION_OF[record.kind]].shown(record.data)
        return
    for detail in details_of(record, names, reader_now()):
        yield detail_label(detail), detail_words(detail)
