"""What is filled in to guard, assign, close and join cases."""

from collections.abc import Iterable

from django import forms

from ...casework.actions.finish import CLOSING
from ...casework.actions.guard import FLAGS, LONGEST_FLAG, VERDICTS, glass_sections
from ...casework.models import Member, Organisation
from ...casework.position import agreement
from ...telling.language import capital
from ..language import in_words
from .parts import choice_field, day_field, line_field, text_field, words

WHOMS = ("organisation", "member")


class Flag(forms.Form):
    """A sign that stays until it is resolved."""

    flag = choice_field("guard.flag", words("guard.flags", FLAGS))
    message = line_field("guard.message", "guard.message_hint", most=LONGEST_FLAG)
    due = day_field("guard.due", "guard.due_hint", required=False)


class Reason(forms.Form):
    """Why."""

    reason = text_field("guard.reason", required=True)


class Bar(forms.Form):
    """Whom to bar: an organisation, or one person by the name to sign in."""

    organisation = choice_field("guard.organisation", [], required=False, radio=False)
    member = line_field("guard.member", "guard.member_hint", most=150)
    reason = text_field("guard.reason", "guard.bar_reason_hint", required=True)

    def offer(self, organisations: Iterable[Organisation]) -> None:
        """Offer these organisations."""
        found = [(str(one.id), one.name) for one in organisations]
        self.fields["organisation"].choices = [("", "–"), *found]  # type: ignore[attr-defined]


class Glass(forms.Form):
    """Which case, which section, and why it cannot wait."""

    number = line_field("guard.number", "guard.number_hint", required=True, most=12)
    section = choice_field("guard.section", [], "guard.section_hint")
    reason = text_field("guard.glass_reason", "guard.glass_reason_hint", required=True)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        known = agreement().sections
        choices = [(name, capital(in_words(known[name].text))) for name in glass_sections()]
        self.fields["section"].choices = choices  # type: ignore[attr-defined]


class Review(forms.Form):
    """Whether a glass was rightly broken."""

    verdict = choice_field("guard.verdict", words("guard.verdicts", VERDICTS))
    remark = text_field("guard.remark")


class Hand(forms.Form):
    """Who has a case in hand."""

    member = choice_field("guard.in_hand", [], required=False)

    def offer(self, colleagues: Iterable[Member], nobody: str) -> None:
        """Offer these colleagues, and nobody."""
        found = [(str(one.id), one.name) for one in colleagues]
        self.fields["member"].choices = [("", nobody), *found]  # type: ignore[attr-defined]


class Closing(forms.Form):
    """Why a case is closed."""

    reason = choice_field("guard.closing", words("guard.closings", CLOSING))
    explained = text_field("guard.closing_explained")


class Reopening(forms.Form):
    """Why a case is opened again."""

    explained = text_field("guard.reopening", required=True)


class Joining(forms.Form):
    """Why two files are of one person, or are not."""

    reason = text_field("guard.joining", "guard.joining_hint", required=True)


class TaskDone(forms.Form):
    """How a task was done."""

    outcome = text_field("guard.task_outcome", required=True)


class SealAnswer(forms.Form):
    """Whether an entry is sealed."""

    verdict = choice_field("guard.seal_verdict", words("guard.seal_verdicts", ("seal", "leave")))
