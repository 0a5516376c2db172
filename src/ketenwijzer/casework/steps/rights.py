"""What she asked of whoever owns the case, and what became of it."""

from dataclasses import replace

from ..state import Record, Request
from .making import Folding


def asked(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    state.requests[record.id()] = Request(
        record.id(), record.number, record.text("request"), record.author, record.day("answer_by")
    )


def answered(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    found = state.requests[record.id()]
    state.requests[record.id()] = replace(found, outcome=record.text("outcome"))


def lifted(state: Folding, record: Record) -> None:
    """Take the entry into the state."""
    state.requests[record.id()] = replace(state.requests[record.id()], lifted=True)
