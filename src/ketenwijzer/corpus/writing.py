"""Writes parts of the law as they stand in a protocol file, for whoever reads or compares them."""

from ..engine.conditions import Condition
from ..engine.law import DutySpec, Source, TermCase, Until
from ..engine.values import parts
from ..engine.vocabulary import Text
from .conditions import write_condition


def write_source(source: Source) -> str:
    """Write a source as one line: what, where in it, and how well it was read."""
    return f"{', '.join(filter(None, (source.citation, source.location)))} [{source.mark}]"


def write_until(until: Until | None) -> str:
    """Write the end of a rule, `until end of reflection_period`; nothing where it has none."""
    if until is None:
        return ""
    lead = "end of " if until.is_term else "day after " if until.plus_one else ""
    return f"until {lead}{until.name}"


def write_value(value: object, language: str) -> str:
    """Write any part of a rule, ground, term or source as one line of text."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case Text():
            return value.in_language(language)
        case Until():
            return write_until(value)
        case TermCase(when, add):
            return f"{add} ({write_condition(when)})"
        case tuple():
            return "; ".join(write_value(item, language) for item in value)
        case DutySpec():
            told = (
                f"{name}: {write_value(part, language)}"
                for name, part in parts(value).items()
                if part
            )
            return "; ".join(told)
    return write_condition(value) if isinstance(value, Condition) else str(value)
