"""A refusal of a case, shown in the form that asked for it, so that nothing typed is lost."""

from django import forms
from django.http import HttpRequest

from ..casework.errors import Refused
from .language import in_words, language_now
from .words import WORDS


def show_refusal(form: forms.Form, refused: Refused) -> None:
    """Put what was refused beside its field, or on top of the form if that has no such field."""
    field = form.fields.get(refused.field)
    shown = field is not None and not field.widget.is_hidden
    form.add_error(refused.field if shown else None, refused.in_language(language_now()))


def said_in(request: HttpRequest, form: forms.Form) -> bool | None:
    """Return her yes or no; a form without either asks again, and assumes nothing."""
    answer = {"yes": True, "no": False}.get(request.POST.get("answer", ""))
    if answer is None:
        form.add_error(None, in_words(WORDS["consent.yes_or_no"]))
    return answer
