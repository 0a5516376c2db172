"""What one supposes that happens: some events on some days."""

from django.http.request import QueryDict

from ...casework.actions.record import RecordStatement
from ...casework.position import agreement, corpus
from ...telling.language import capital
from ..language import in_words
from .statement import Statement, kind_of

MOST = 5


def kinds() -> list[tuple[str, str]]:
    """Return every event that can be supposed, by section of the case."""
    found = [
        (agreement().statements[name].section, capital(in_words(kind.text)), name)
        for name, kind in corpus().event_types.items()
        if name in agreement().statements
    ]
    sections = list(agreement().sections)
    found.sort(key=lambda item: (sections.index(item[0]), item[1]))
    return [(name, text) for _, text, name in found]


def chosen(values: QueryDict) -> list[str]:
    """Return the events that were chosen, in order; what is no event is passed over."""
    return [name for name in values.getlist("event") if kind_of(name) is not None][:MOST]


def forms_for(values: QueryDict, names: list[str], *, bound: bool) -> list[Statement]:
    """Return a form for each chosen event, under a prefix of its own."""
    made = []
    for number, name in enumerate(names, 1):
        kind = kind_of(name)
        if kind is not None:
            prefix = f"e{number}"
            filled = values if bound and f"{prefix}-on" in values else None
            made.append(Statement(kind, filled, prefix=prefix))
    return made


def commands(found: list[Statement]) -> list[RecordStatement] | None:
    """Return what is supposed, or None where something still has to be filled in."""
    if not found or not all(form.is_bound and form.is_valid() for form in found):
        return None
    return [form.command() for form in found]
