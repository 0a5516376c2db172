"""A form for any event of the law, made from the vocabulary: its day and its details."""

from collections.abc import Callable, Mapping
from typing import cast

from django import forms

from ...casework.actions.record import RecordStatement
from ...casework.position import agreement, corpus
from ...engine.vocabulary import Attribute, EventType
from ...telling.language import capital
from ..language import in_words
from .parts import LINE, as_kept, day_field, texts, word, words

YES_NO = ("yes", "no")


class Statement(forms.Form):
    """When it happened, and what is known of it."""

    on = day_field("statement.on")
    supersedes = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, kind: EventType, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.kind = kind
        for name, attribute in details_of(kind).items():
            self.fields[f"a_{name}"] = field_for(attribute)

    def leave_out(self, closed: Callable[[Mapping[str, object]], bool]) -> None:
        """Offer no choice with which it would stand where one may not record."""
        for name in agreement().statements[self.kind.name].by_value:
            field = self.fields.get(f"a_{name}")
            if isinstance(field, forms.ChoiceField):
                choices = cast(list[tuple[str, str]], field.choices)
                field.choices = [one for one in choices if not closed({name: one[0]})]

    def command(self) -> RecordStatement:
        """Return what is to be recorded."""
        details = {
            name: _told(attribute, self.cleaned_data.get(f"a_{name}"))
            for name, attribute in details_of(self.kind).items()
        }
        return RecordStatement(
            self.kind.name,
            self.cleaned_data["on"],
            {name: value for name, value in details.items() if value not in (None, "")},
            self.cleaned_data.get("supersedes"),
        )


def kind_of(name: str) -> EventType | None:
    """Return a type of event that can be recorded, or None."""
    return corpus().event_types.get(name) if name in agreement().statements else None


def details_of(kind: EventType) -> dict[str, Attribute]:
    """Return the details that are asked: not who did it, and not what stands in another section."""
    left_out = ("by", *agreement().statements[kind.name].leave_out)
    return {n: a for n, a in kind.attributes.items() if n not in left_out}


def field_for(attribute: Attribute) -> forms.Field:
    """Return the field for one detail."""
    label = capital(in_words(attribute.text))
    required = attribute.required
    match attribute.type:
        case "enum":
            choices = texts(attribute.values)
            if not required:
                choices = [("", word("common.unknown")), *choices]
            return forms.ChoiceField(
                label=label, required=required, choices=choices, widget=forms.RadioSelect
            )
        case "boolean":
            options = [*words("common", YES_NO)]
            if not required:
                options = [("", word("common.unknown")), *options]
            return forms.ChoiceField(
                label=label, required=required, choices=options, widget=forms.RadioSelect
            )
        case "date":
            return forms.DateField(
                label=label,
                required=required,
                widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            )
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, required=required, max_length=LINE, widget=widget)


def _told(attribute: Attribute, value: object) -> object:
    if attribute.type == "boolean":
        return {"yes": True, "no": False}.get(str(value))
    return as_kept(value)


def initial_of(kind: EventType, given: Mapping[str, object]) -> dict[str, object]:
    """Return what a form begins with: details that were recorded before, or are clear."""
    found: dict[str, object] = {}
    for name in details_of(kind):
        value = given.get(name)
        if isinstance(value, bool):
            found[f"a_{name}"] = "yes" if value else "no"
        elif value not in (None, ""):
            found[f"a_{name}"] = value
    return found


class Answer(forms.Form):
    """What a second person answers."""

    answer = forms.ChoiceField(
        label=word("statement.answer"),
        choices=words("statement.answer", ("confirm", "refuse")),
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=word("statement.reason"),
        help_text=word("statement.reason_hint"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
