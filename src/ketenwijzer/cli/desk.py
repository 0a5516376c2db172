"""What every command needs: the language, the screen, the day, the case and its protocol."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Console

from ..clock import today
from ..corpus.cases import CaseFile, protocol_of, read_case, read_event, read_outline
from ..corpus.home import countries
from ..corpus.load import load_corpus
from ..corpus.nodes import Mapping, Scalar
from ..engine.case import Event
from ..engine.law import Corpus
from ..telling.language import LANGUAGES, Reader, Register
from ..telling.printing import Printer
from .refusals import NO_EVENT, NO_PROTOCOL, NOT_A_DAY, refused, refused_name

EVENT_OPTION = "--event"


@dataclass(frozen=True, slots=True)
class Desk:
    """Who reads, on which screen, and which day it is.

    `aside` is set where the answer is for a program, and everything else belongs elsewhere.
    """

    reader: Reader
    console: Console
    today: date
    aside: bool = False

    @property
    def printer(self) -> Printer:
        """Return the printer of this screen for this reader."""
        return Printer(self.console, self.reader)

    def note(self, line: str) -> None:
        """Say something beside the answer."""
        if self.aside:
            sys.stderr.write(f"{line}\n")
        else:
            self.printer.print(line)


class Screen(Console):
    """A console whose reader may leave early (`| head`): then it ends quietly, as asked."""

    def on_broken_pipe(self) -> None:
        """End without complaint."""
        try:
            super().on_broken_pipe()
        except SystemExit as end:
            raise SystemExit(0) from end


def desk(language: str, register: str, *, aside: bool) -> Desk:
    """Return the desk of one call; here alone the command asks which day it is."""
    return Desk(Reader(language, Register(register)), Screen(highlight=False), today(), aside)


def language_of(arguments: Sequence[str]) -> str:
    """Return the language asked for, or that of the environment: Dutch or English."""
    for number, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            asked = value or next(iter(arguments[number + 1 :]), "")
            if asked in LANGUAGES:
                return asked
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "nl" if next(filter(None, named), "").lower().startswith("nl") else "en"


def day_of(value: str, option: str) -> date:
    """Return a day as it was typed; raises `Refused`."""
    try:
        if len(value) == len("2021-05-04"):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise refused(NOT_A_DAY, value=value, option=option)


def open_case(path: str) -> tuple[Corpus, CaseFile]:
    """Read a case and the protocol that it names; raises `InputError`."""
    outline = read_outline(Path(path))
    country, place = protocol_of(outline)
    corpus = load_corpus(country, place=place)
    return corpus, read_case(outline, corpus)


def country_of(asked: str | None) -> str:
    """Return the country asked for, or the first that has a protocol; raises `Refused`."""
    known = countries()
    if asked is None:
        return known[0]
    if asked not in known:
        raise refused_name(NO_PROTOCOL, asked, known)
    return asked


def open_protocol(country: str | None) -> Corpus:
    """Return the protocol of a country; raises `Refused`."""
    return load_corpus(country_of(country))


def supposed_event(written: str, corpus: Corpus, name: str) -> Event:
    """Read `2021-05-04 report by=police` as an event of a case; raises `InputError`."""
    words = written.split()
    if len(words) < 2 or not all("=" in word for word in words[2:]):
        raise refused(NO_EVENT, value=written)
    place = (f"{EVENT_OPTION} '{written}'", 0)
    items = {"on": words[0], "type": words[1]}
    items |= {key: value for key, _, value in (word.partition("=") for word in words[2:])}
    scalars = {key: Scalar(place, value) for key, value in items.items()}
    return read_event(Mapping(place, {**scalars}, dict.fromkeys(items, 0)), corpus, name)
