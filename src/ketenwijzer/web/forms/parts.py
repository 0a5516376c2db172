"""Fields that forms share, with their words in the language of the page, and their values."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import cast

from django import forms
from django.utils.functional import lazy

from ...casework.actions.describe import LONGEST
from ...engine.vocabulary import Text
from ...telling.language import Reader
from ..asked import LAST_DAY
from ..language import in_words, language_now
from ..words import WORDS

YES_NO_UNKNOWN = ("yes", "no", "unknown")
LINE = 200
FIRST_DAY = date(1900, 1, 1)


def word(name: str) -> str:
    """Return a word of the site as a label: in the language of whoever looks, at that moment."""
    return lazy(lambda: in_words(WORDS[name]), str)()


def words(prefix: str, names: Iterable[str]) -> list[tuple[str, str]]:
    """Return the choices of a field, each with its word."""
    return [(name, word(f"{prefix}.{name}")) for name in names]


def texts(found: Mapping[str, Text]) -> list[tuple[str, str]]:
    """Return choices whose words come from the protocol or the agreement."""
    return [(name, in_words(text)) for name, text in found.items()]


def day_field(label: str, hint: str = "", *, required: bool = True) -> forms.DateField:
    """Return a field for a day."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(
        label=word(label),
        help_text=word(hint) if hint else "",
        required=required,
        widget=widget,
        validators=[refuse_impossible],
    )


def refuse_impossible(day: date) -> None:
    """Refuse a day so long ago, or so far ahead, that nobody can mean it."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise forms.ValidationError(in_words(WORDS["common.impossible_day"]))


def line_field(
    label: str, hint: str = "", *, required: bool = False, most: int = LINE
) -> forms.CharField:
    """Return a field for a line of text; browsers do not remember what was typed there."""
    return forms.CharField(
        label=word(label),
        help_text=word(hint) if hint else "",
        required=required,
        max_length=most,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


def text_field(label: str, hint: str = "", *, required: bool = False) -> forms.CharField:
    """Return a field for some lines of text."""
    return forms.CharField(
        label=word(label),
        help_text=word(hint) if hint else "",
        required=required,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
    )


def choice_field(
    label: str,
    choices: Iterable[tuple[str, str]],
    hint: str = "",
    *,
    required: bool = True,
    radio: bool = True,
) -> forms.ChoiceField:
    """Return a field with one answer out of a few."""
    found = list(choices)
    if not radio and not required:
        found = [("", "–"), *found]
    return forms.ChoiceField(
        label=word(label),
        help_text=word(hint) if hint else "",
        required=required,
        choices=found,
        widget=forms.RadioSelect if radio else forms.Select,
    )


def yes_no_field(label: str, hint: str = "") -> forms.ChoiceField:
    """Return a field with yes, no and not known."""
    return choice_field(label, words("common", YES_NO_UNKNOWN), hint)


class Described(forms.Form):
    """A form about her that is recorded as it was filled in: days as text, boxes as they are."""

    def values(self) -> dict[str, object]:
        """Return what was filled in, as the chronology keeps it."""
        return {name: as_kept(value) for name, value in self.cleaned_data.items()}

    @classmethod
    def shown(cls, data: Mapping[str, object]) -> Iterator[tuple[str, str]]:
        """Yield what was recorded as pairs of a name and a value; what is empty is left out."""
        for name, field in cls().fields.items():
            told = told_value(field, data.get(name))
            if told:
                yield str(field.label), told


def as_kept(value: object) -> object:
    """Return a value of a form as the chronology keeps it."""
    return value.isoformat() if isinstance(value, date) else value


def told_value(field: forms.Field, value: object) -> str:
    """Return a recorded value in words."""
    if value in (None, ""):
        return ""
    if isinstance(value, bool):
        return in_words(WORDS["common.yes" if value else "common.no"])
    if isinstance(field, forms.DateField):
        return told_day(str(value))
    if isinstance(field, forms.ChoiceField):
        known = {str(name): str(text) for name, text in cast(list[tuple[str, str]], field.choices)}
        return known.get(str(value), str(value))
    return str(value)


def told_day(value: str) -> str:
    """Return a kept day in words, or as it stands if it is none."""
    try:
        return Reader(language_now()).day(date.fromisoformat(value))
    except ValueError:
        return value
