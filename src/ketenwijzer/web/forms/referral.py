"""What is chosen on the way to a referral, and what is answered to one."""

from collections.abc import Iterable, Mapping
from datetime import date

from django import forms

from ...casework.actions.answer import PAPER_ANSWERS, WAYS, Came
from ...casework.models import Organisation
from ...casework.position import agreement
from ...telling.language import capital
from ..language import in_words
from .parts import choice_field, day_field, line_field, text_field, word, words

NO_PARTNER = ("", "–")


class Goods(forms.Form):
    """Which sections go along, what is asked, and whether the case is handed over."""

    sections = forms.MultipleChoiceField(
        label=word("referral.sections"),
        help_text=word("referral.sections_hint"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    question = text_field("referral.question", "referral.question_hint", required=True)
    hands_over = forms.BooleanField(
        label=word("referral.hands_over"),
        help_text=word("referral.hands_over_hint"),
        required=False,
    )

    def offer(self, sections: Iterable[tuple[str, str]], *, may_hand_over: bool) -> None:
        """Offer these sections; whoever does not own a case cannot hand it over."""
        self.fields["sections"].choices = list(sections)  # type: ignore[attr-defined]
        if not may_hand_over:
            del self.fields["hands_over"]


class OnGround(forms.Form):
    """On which ground it goes."""

    ground = choice_field("referral.ground", [], "referral.ground_hint")
    explained = text_field("referral.explained", "referral.explained_hint")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        grounds = [(name, capital(in_words(text))) for name, text in agreement().grounds.items()]
        consent = ("consent", word("referral.consent_ground"))
        self.fields["ground"].choices = [consent, *grounds]  # type: ignore[attr-defined]


class Withdrawal(forms.Form):
    """Why a referral is taken back."""

    reason = text_field("referral.withdraw_reason", required=True)


class Declining(forms.Form):
    """Why not, and what else."""

    reason = text_field("answer.decline_reason", "answer.decline_reason_hint", required=True)
    partner = choice_field(
        "answer.other_partner", [], "answer.other_partner_hint", required=False, radio=False
    )
    service = choice_field("answer.other_service", [], required=False, radio=False)
    alternative = text_field("answer.alternative", "answer.alternative_hint")

    def offer(self, partners: Iterable[Organisation]) -> None:
        """Offer these partners, and every service of the agreement."""
        found = [(str(p.id), p.name) for p in partners]
        services = [(n, capital(in_words(s.text))) for n, s in agreement().services.items()]
        self.fields["partner"].choices = [NO_PARTNER, *found]  # type: ignore[attr-defined]
        self.fields["service"].choices = [NO_PARTNER, *services]  # type: ignore[attr-defined]


class Done(forms.Form):
    """What came of it."""

    outcome = text_field("answer.outcome", "answer.outcome_hint", required=True)


class PaperAnswer(forms.Form):
    """What a partner without an account answered, how, and when."""

    answer = choice_field("referral.answer", words("referral.answer", PAPER_ANSWERS))
    way = choice_field("referral.way", words("referral.way", WAYS))
    on = day_field("referral.answer_on")
    reason = text_field("referral.paper_reason", "referral.paper_reason_hint")
    alternative = line_field("answer.alternative")

    def offer(self, answers: Iterable[str]) -> None:
        """Offer the answers that can come now."""
        self.fields["answer"].choices = words("referral.answer", answers)  # type: ignore[attr-defined]

    def came(self) -> Came:
        """Return how and when it came."""
        on = self.cleaned_data["on"]
        assert isinstance(on, date)
        return Came(self.cleaned_data["way"], on)


def hidden(values: Mapping[str, object]) -> list[tuple[str, str]]:
    """Return values as the hidden fields that carry them to the next page."""
    found: list[tuple[str, str]] = []
    for name, value in values.items():
        each = value if isinstance(value, (list, tuple)) else [value]
        found += [
            (name, "on" if one is True else str(one))
            for one in each
            if one not in ("", None, False)
        ]
    return found
