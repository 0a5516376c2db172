"""What is filled in when she asks something for herself, and when that is answered."""

from django import forms

from ...casework.actions.request import OUTCOMES
from ...casework.position import agreement
from ...telling.language import capital
from ..language import in_words
from .parts import choice_field, text_field, words


class Asking(forms.Form):
    """What she asks, in her words as far as possible."""

    request = choice_field("rights.request", [])
    asked = text_field("rights.asked", "rights.asked_hint")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        known = agreement().requests.values()
        choices = [(one.name, capital(in_words(one.text))) for one in known]
        self.fields["request"].choices = choices  # type: ignore[attr-defined]


class Answering(forms.Form):
    """What she is answered, and why."""

    outcome = choice_field("rights.outcome", words("rights.outcomes", OUTCOMES))
    explained = text_field("rights.explained", "rights.explained_hint")


class Lifting(forms.Form):
    """Why the case may be used again as before."""

    reason = text_field("rights.reason", required=True)
