"""What is filled in to add a file: to which section, what it is, who may have it."""

from collections.abc import Sequence

from django import forms

from ...casework.actions.document import LONGEST
from .parts import choice_field, line_field, word


class NewDocument(forms.Form):
    """A file, and where it belongs."""

    section = choice_field("documents.section", [], "documents.section_hint", radio=False)
    title = line_field("documents.what", "documents.what_hint", required=True, most=LONGEST)
    file = forms.FileField(
        label=word("documents.file"),
        help_text=word("documents.file_hint"),
        allow_empty_file=True,
        widget=forms.FileInput(),
    )
    own_only = forms.BooleanField(label=word("documents.only"), required=False)
    replaces = choice_field(
        "documents.replaces", [], "documents.replaces_hint", required=False, radio=False
    )

    def __init__(
        self,
        sections: Sequence[tuple[str, str]],
        earlier: Sequence[tuple[str, str]],
        *args: object,
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["section"].choices = [("", "–"), *sections]  # type: ignore[attr-defined]
        self.fields["replaces"].choices = [("", "–"), *earlier]  # type: ignore[attr-defined]
        if not earlier:
            del self.fields["replaces"]
