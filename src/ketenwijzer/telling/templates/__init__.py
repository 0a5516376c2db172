"""The templates of pages and pictures, which know `if` and `for` and decide nothing."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def render(name: str, **values: object) -> str:
    """Return a template filled in; whatever is put in is escaped."""
    return ENVIRONMENT.get_template(name).render(**values)
