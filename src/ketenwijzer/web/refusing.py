"""A refusal of a case, shown in the form that asked for it, so that nothing typed is lost."""

from django import forms

from ..casework.errors import Refused
from .language import language_now


def show_refusal(form: forms.Form, refused: Refused) -> None:
    """Put what was refused beside its field, or on top of the form if that has no such field."""
    field = form.fields.get(refused.field)
    shown = field is not None and not field.widget.is_hidden
    form.add_error(refused.field if shown else None, refused.in_language(language_now()))
