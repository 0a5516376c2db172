"""What one searches for, and what a list is narrowed to."""

from django import forms

from ...casework.models import Member
from ...casework.position import agreement, corpus
from ...casework.queries import DUES, SIGNS
from ...telling.language import capital
from ..language import in_words
from .parts import choice_field, day_field, line_field, word, words


class Looking(forms.Form):
    """A name, a year of birth and a purpose: with less nothing is searched."""

    name = line_field("search.name", "search.name_hint", required=True)
    birth_year = forms.IntegerField(
        label=word("search.birth_year"),
        help_text=word("search.birth_year_hint"),
        min_value=1900,
        max_value=2100,
    )
    purpose = choice_field("search.purpose", [], "search.purpose_hint")

    def __init__(self, member: Member, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        role = member.organisation.role if member.organisation else ""
        access = agreement().roles.get(role)
        purposes = access.purposes if access else ()
        self.fields["purpose"].choices = [  # type: ignore[attr-defined]
            (name, capital(in_words(agreement().purposes[name]))) for name in purposes
        ]


class Narrowing(forms.Form):
    """Which lines of the worklist to show, and on which day."""

    due = choice_field("worklist.due", words("worklist.due", DUES), required=False, radio=False)
    phase = choice_field("worklist.phase", [], required=False, radio=False)
    sign = choice_field("worklist.sign", words("worklist.sign", SIGNS), required=False, radio=False)
    on = day_field("worklist.on", required=False)
    known_at = day_field("worklist.known_at", "worklist.known_at_hint", required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        phases = [(phase.id, capital(in_words(phase.text))) for phase in corpus().phases]
        self.fields["phase"].choices = [("", "–"), *phases]  # type: ignore[attr-defined]


class Naming(forms.Form):
    """The name under which a list is saved."""

    name = line_field("worklist.save_name", "worklist.save_name_hint", required=True, most=60)


class Days(forms.Form):
    """On which day, and as known at which."""

    on = day_field("case.on", required=False)
    known_at = day_field("case.known_at", "case.known_at_hint", required=False)


class Supposing(forms.Form):
    """On which day to look at what would change."""

    day = day_field("case.suppose_day", required=False)
