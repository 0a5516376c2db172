"""A country that is not there, with one norm of every sort, and short ways to ask about it."""

from datetime import date
from functools import cache
from pathlib import Path

from ketenwijzer.corpus.cases import read_case, read_case_text
from ketenwijzer.corpus.load import read_corpus
from ketenwijzer.engine.case import Event
from ketenwijzer.engine.law import Corpus
from ketenwijzer.telling.account import Account, Stated
from ketenwijzer.telling.answer import Answer, ask
from ketenwijzer.telling.language import Reader, Register
from ketenwijzer.telling.tell import tell

HOME = Path(__file__).parent / "toyland"

WORKER, LAWYER, PERSON = (
    Reader("en", register) for register in (Register.WORKER, Register.LAWYER, Register.PERSON)
)
READERS = [Reader(language, register) for language in ("nl", "en") for register in Register]


@cache
def toyland() -> Corpus:
    return read_corpus("xx", HOME)


def events(*lines: str) -> tuple[Event, ...]:
    """Return the events written as `2015-01-05 knock`, `2015-02-01 verdict kind=true`."""
    written = ["protocol: xx", "events:"]
    for line in lines:
        day, kind, *details = line.split()
        told = "".join(f", {detail.replace('=', ': ')}" for detail in details)
        written.append(f"  - {{on: {day}, type: {kind}{told}}}")
    text = "\n".join(written if lines else written[:1])
    return read_case(read_case_text(text, "case.yaml"), toyland()).events


def answer(on: str, *lines: str, known_at: str | None = None) -> Answer:
    cut = date.fromisoformat(known_at) if known_at else None
    return ask(toyland(), events(*lines), date.fromisoformat(on), cut)


def account(on: str, *lines: str, reader: Reader = WORKER) -> Account:
    return tell(answer(on, *lines), reader)


def stated(found: Account, norm: str) -> Stated:
    parts = (*found.holds, *found.open, *found.unstated, *found.rest)
    return next(part for part in parts if part.norm == norm)
