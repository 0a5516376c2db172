"""A note, and to whom one entry is released on which ground."""

from django import forms

from ...casework.position import agreement
from ..language import in_words
from .parts import choice_field, day_field, text_field, word


class Note(forms.Form):
    """A note that stays with whoever wrote it, and perhaps the day to come back to it."""

    text = text_field("section.note", "section.note_hint", required=True)
    due = day_field("section.note_due", "section.note_due_hint", required=False)


class Release(forms.Form):
    """To whom, on which ground."""

    organisation = choice_field("section.receiver", [], "section.receiver_hint")
    ground = choice_field("section.ground", [], "section.ground_hint")

    def __init__(self, receivers: list[tuple[str, str]], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        grounds = [(name, in_words(text)) for name, text in agreement().grounds.items()]
        consent = ("consent", word("section.consent_ground"))
        self.fields["organisation"].choices = receivers  # type: ignore[attr-defined]
        self.fields["ground"].choices = [consent, *grounds]  # type: ignore[attr-defined]
