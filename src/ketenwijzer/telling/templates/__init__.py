"""The templates of pages and pictures, which know `if` and `for` and decide nothing."""

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)

# The space inside a telephone number, which no line should break.
INSIDE_NUMBER = re.compile(r"(?<=\d) (?=\d)")


def unbroken(words: str) -> str:
    """Return words whose telephone numbers stay on one line.

    >>> unbroken("call 12 34 now") == "call 12\N{NO-BREAK SPACE}34 now"
    True
    """
    return INSIDE_NUMBER.sub("\N{NO-BREAK SPACE}", words)


ENVIRONMENT.filters["unbroken"] = unbroken


def render(name: str, **values: object) -> str:
    """Return a template filled in; whatever is put in is escaped."""
    return ENVIRONMENT.get_template(name).render(**values)
