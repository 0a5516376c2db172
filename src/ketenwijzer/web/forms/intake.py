"""The questions of the intake, one a page, and what their answers become."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django import forms

from ...casework.actions.record import EARLIEST, RecordStatement
from ...casework.actions.register import OpenACase
from ...casework.intake import Begun
from ...casework.position import corpus
from ...casework.showing.beginning import Open, person_and_indication
from ...engine.case import PERSON
from ..language import in_words
from ..words import WORDS
from .parts import (
    Described,
    as_kept,
    choice_field,
    day_field,
    line_field,
    texts,
    told_value,
    word,
    words,
)
from .sections import INTERPRETERS, Contact, Exploitation

AGES = ("adult", "minor", "unknown")
DANGERS = ("no", "yes", "unknown")


class Danger(Described):
    """Is she in danger now?"""

    danger = choice_field("intake.danger", words("common", DANGERS))


class ContactPlan(Contact):
    """How can she be reached safely?"""

    danger_now = None  # type: ignore[assignment]


class Age(Described):
    """How old is she? In doubt she counts as a child."""

    age_group = choice_field("intake.age", words("intake.age", AGES))


class Nationality(Described):
    """Which group of nationalities?"""

    nationality = choice_field("intake.nationality", [])

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        values = corpus().event_types[PERSON].attributes["nationality"].values
        self.fields["nationality"].choices = texts(values)  # type: ignore[attr-defined]


class FirstDay(Described):
    """On which day was the first indication?"""

    first_indication = day_field("intake.first_day", "intake.first_day_hint")

    def __init__(self, *args: object, today: date | None = None, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.today = today

    def clean_first_indication(self) -> date:
        """Refuse a day that is still to come, or that cannot be right."""
        day: date = self.cleaned_data["first_indication"]
        if self.today is not None and day > self.today:
            raise forms.ValidationError(in_words(WORDS["intake.in_future"]))
        if day < EARLIEST:
            raise forms.ValidationError(in_words(WORDS["intake.too_early"]))
        return day


class Name(Described):
    """What is she called, and when was she born? Everything may be unknown."""

    given_name = line_field("section.given_name")
    family_name = line_field("section.family_name")
    other_names = line_field("section.other_names", "section.other_names_hint")
    birth_date = day_field("section.birth_date", required=False)
    birth_year = forms.IntegerField(
        label=word("section.birth_year"),
        help_text=word("section.birth_year_hint"),
        required=False,
        min_value=1900,
        max_value=2100,
    )


class Speech(Described):
    """Which language, and is an interpreter needed?"""

    languages = line_field("section.languages")
    interpreter = choice_field("section.interpreter", words("section.interpreter", INTERPRETERS))


class Account(Exploitation):
    """A minimal account, which is not a statement."""


class Wishes(Described):
    """What does she want now?"""

    wishes = forms.MultipleChoiceField(
        label=word("intake.wishes"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, *args: object, choices: Iterable[tuple[str, str]] = (), **kw: object
    ) -> None:
        super().__init__(*args, **kw)  # type: ignore[arg-type]
        self.fields["wishes"].choices = list(choices)  # type: ignore[attr-defined]


class Asked(Described):
    """A question that the law still has: what was established, and on which day."""

    deed = choice_field("intake.answer", [], required=False)
    on = day_field("statement.on", required=False)

    def __init__(self, *args: object, asked: Open | None = None, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        deeds = [(deed.type, deed.text) for deed in asked.deeds] if asked else []
        self.question = asked.text if asked else ""
        field = self.fields["deed"]
        field.choices = [("", word("intake.not_known")), *deeds]  # type: ignore[attr-defined]


FIRST: dict[str, type[Described]] = {
    "danger": Danger,
    "contact": ContactPlan,
    "age": Age,
    "nationality": Nationality,
    "day": FirstDay,
    "name": Name,
    "language": Speech,
    "account": Account,
}


def statements_of(draft: Begun, today: date) -> list[RecordStatement]:
    """Return what the answers state beside who she is: what she wants, what was established."""
    found = [
        RecordStatement(str(name), today)
        for name in _listed(draft.of("wishes").get("wishes"))
        if name in corpus().event_types
    ]
    for question, answers in draft.answers.items():
        deed = str(answers.get("deed") or "")
        if question.startswith("ask-") and deed in corpus().event_types:
            on = str(answers.get("on") or "") or today.isoformat()
            details = answers.get("attributes")
            values = dict(details) if isinstance(details, dict) else {}
            found.append(RecordStatement(deed, min(date.fromisoformat(on), today), values))
    return found


def beginning_of(draft: Begun, today: date) -> list[RecordStatement]:
    """Return all that the answers so far state, for the law to ask on."""
    return [
        *person_and_indication(_person(draft), first_day(draft, today)),
        *statements_of(draft, today),
    ]


def command_of(draft: Begun, today: date, token: UUID) -> OpenACase:
    """Return the case that the answers open."""
    identity = {n: v for q in ("name", "language") for n, v in draft.of(q).items() if v}
    plan = dict(draft.of("contact"))
    if draft.of("danger").get("danger") == "yes":
        plan["danger_now"] = True
    account = {n: v for n, v in draft.of("account").items() if v not in ("", "unknown")}
    return OpenACase(first_day(draft, today), identity, _person(draft), plan, account, token)


def first_day(draft: Begun, today: date) -> date:
    """Return the day of the first indication; today where nobody said."""
    found = str(draft.of("day").get("first_indication") or "")
    return date.fromisoformat(found) if found else today


def shown(form: Described, answers: Mapping[str, object]) -> list[tuple[str, str]]:
    """Return the answers to a question as pairs of a name and a value."""
    told = [(str(f.label), told_value(f, answers.get(n))) for n, f in form.fields.items()]
    return [(label, value) for label, value in told if value]


def _person(draft: Begun) -> dict[str, object]:
    found = {**draft.of("age"), **draft.of("nationality")}
    born = draft.of("name").get("birth_date")
    if born:
        found["birth_date"] = as_kept(born)
    return {name: value for name, value in found.items() if value}


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []
