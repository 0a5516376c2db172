"""What she is asked, what she answers, and what is named where she is not asked."""

from collections.abc import Iterable

from django import forms

from ...casework.actions.consent import ANSWERERS, COPY_ANSWERS, INTERPRETERS, ConsentAnswer
from ...casework.models import Organisation
from ...casework.position import agreement
from ...telling.language import capital
from ..language import in_words
from .parts import choice_field, day_field, line_field, text_field, word, words

YES_NO = ("yes", "no")


def grounds() -> list[tuple[str, str]]:
    """Return the grounds other than her consent."""
    return [(name, capital(in_words(text))) for name, text in agreement().grounds.items()]


def sections() -> list[tuple[str, str]]:
    """Return the sections of a case."""
    return [(name, capital(in_words(s.text))) for name, s in agreement().sections.items()]


class About(forms.Form):
    """For which receiver, purpose and sections: what one asks her, or names a ground for."""

    receiver = choice_field("consent.receiver", [], radio=False)
    purpose = choice_field("consent.purpose", [], radio=False)
    sections = forms.MultipleChoiceField(
        label=word("consent.sections"), widget=forms.CheckboxSelectMultiple
    )

    def offer(self, receivers: Iterable[Organisation]) -> None:
        """Offer these receivers, and the purposes and sections of the agreement."""
        purposes = [(n, capital(in_words(t))) for n, t in agreement().purposes.items()]
        found = [(str(one.id), one.name) for one in receivers]
        self.fields["receiver"].choices = [("", "–"), *found]  # type: ignore[attr-defined]
        self.fields["purpose"].choices = [("", "–"), *purposes]  # type: ignore[attr-defined]
        self.fields["sections"].choices = sections()  # type: ignore[attr-defined]


class Asked(forms.Form):
    """How she was asked; yes and no are two buttons of one size."""

    asked_alone = forms.BooleanField(
        label=word("consent.alone"), help_text=word("consent.alone_hint"), required=False
    )
    by = choice_field("consent.by", words("consent.by", ANSWERERS), "consent.by_hint")
    language = line_field("consent.language", required=True, most=60)
    interpreter = choice_field(
        "consent.interpreter",
        words("consent.interpreter", INTERPRETERS),
        "consent.interpreter_hint",
    )
    until = day_field("consent.until", "consent.until_hint", required=False)

    def offer(self, *, guardian: bool) -> None:
        """Offer the guardian's answer only where there is a guardian."""
        if not guardian:
            self.fields["by"].widget = forms.HiddenInput()
            self.fields["by"].required = False

    def answer(self, *, given: bool) -> ConsentAnswer:
        """Return her answer."""
        found = self.cleaned_data
        return ConsentAnswer(
            given,
            found["language"],
            found["interpreter"],
            found["asked_alone"],
            found["until"],
            found["by"] or "herself",
        )


class Ground(About):
    """Another ground than her consent, why it holds, and whether she was told."""

    ground = choice_field("consent.ground", [])
    explained = text_field("consent.explained", "consent.explained_hint", required=True)
    until = day_field("consent.until", "consent.ground_until_hint", required=False)
    she_was_told = choice_field("consent.told", words("common", YES_NO), "consent.told_hint")
    why_not_told = text_field("consent.why_not_told", "consent.why_not_told_hint")

    def offer(self, receivers: Iterable[Organisation]) -> None:
        """Offer these receivers, and the grounds of the agreement."""
        super().offer(receivers)
        self.fields["ground"].choices = grounds()  # type: ignore[attr-defined]


class SecondPerson(forms.Form):
    """What a second person says of a ground."""

    verdict = choice_field("consent.verdict", words("consent.verdict", ("confirm", "refuse")))
    reason = text_field("consent.verdict_reason", "consent.verdict_reason_hint")


class Copy(forms.Form):
    """What became of a copy."""

    answer = choice_field("consent.copy_answer", words("consent.copy", COPY_ANSWERS))
    ground = choice_field("consent.copy_ground", [], required=False, radio=False)
    explained = text_field("consent.copy_explained")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["ground"].choices = [("", "–"), *grounds()]  # type: ignore[attr-defined]
