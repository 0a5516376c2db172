"""What was recorded of her as it is said to herself: plain words, never the labels of a form."""

from collections.abc import Iterator, Mapping

from .forms.parts import told_value
from .forms.sections import SECTIONS
from .language import in_words
from .words import WORDS


def plainly(section: str, said: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield what stands in a section as pairs of plain words and a value, in the form's order."""
    form = SECTIONS.get(section)
    for name, field in form().fields.items() if form else ():
        value = said.get(name)
        found = WORDS.get(f"plain.{name}.{value}")
        told = in_words(found) if found else told_value(field, value)
        if told:
            yield in_words(WORDS[f"plain.{name}"]), told
