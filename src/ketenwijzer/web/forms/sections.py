"""What is asked in each section of a case that is described, and in the intake."""

from django import forms

from .parts import (
    Described,
    choice_field,
    day_field,
    line_field,
    text_field,
    word,
    words,
    yes_no_field,
)

CHANNELS = ("telephone", "message", "in_person", "through_shelter", "through_lawyer", "none")
FORMS = ("unknown", "sexual", "labour", "criminal", "other")
INTERPRETERS = ("unknown", "not_needed", "needed")


class Contact(Described):
    """How to reach her safely; what is not known means: do not."""

    danger_now = forms.BooleanField(
        label=word("section.danger_now"), help_text=word("section.danger_now_hint"), required=False
    )
    channel = choice_field(
        "section.channel", words("section.channel", CHANNELS), "section.channel_hint"
    )
    number = line_field("section.number", "section.number_hint")
    hours = line_field("section.hours")
    voicemail = yes_no_field("section.voicemail")
    code_word = line_field("section.code_word", "section.code_word_hint")
    never_tell = text_field("section.never_tell", "section.never_tell_hint")
    paper = yes_no_field("section.paper", "section.paper_hint")


class Identity(Described):
    """Who she is, as far as known; none of it is needed to help her."""

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
    languages = line_field("section.languages")
    interpreter = choice_field("section.interpreter", words("section.interpreter", INTERPRETERS))
    v_number = line_field("section.v_number")
    police_number = line_field("section.police_number")
    prosecution_number = line_field("section.prosecution_number")


class Exploitation(Described):
    """A minimal account, which is not a statement."""

    form = choice_field("section.form", words("section.form", FORMS))
    account = text_field("section.account", "section.account_hint")


class Health(Described):
    """What helpers must know to keep her well."""

    urgent = yes_no_field("section.urgent")
    summary = text_field("section.summary")
    needs = text_field("section.needs")
    medication = text_field("section.medication")
    practitioner = line_field("section.practitioner")


class Care(Described):
    """What she wants, and what was agreed with her."""

    goals = text_field("section.goals", "section.goals_hint")
    agreed = text_field("section.agreed")
    next = text_field("section.next")


SECTIONS: dict[str, type[Described]] = {
    "identity": Identity,
    "contact": Contact,
    "exploitation": Exploitation,
    "health": Health,
    "care": Care,
}
