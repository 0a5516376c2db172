"""Forms about people: starting, standing in, and administering the people of an organisation."""

from collections.abc import Iterable
from datetime import UTC, datetime

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.validators import RegexValidator

from ...casework.models import Member
from ...casework.position import HERE
from ...casework.statuses import MemberRole
from ..language import in_words
from ..words import WORDS
from .parts import day_field, line_field, word, words

PHONE = RegexValidator(r"^\+?[0-9 ()-]{3,39}$")
LANGUAGES = (("nl", "Nederlands"), ("en", "English"))


def phone_field(label: str) -> forms.CharField:
    """Return a field for a telephone number."""
    field = line_field(label, "admin.phone_hint", required=True, most=40)
    field.validators.append(PHONE)
    field.error_messages["invalid"] = word("admin.phone_wrong")
    return field


def _password(label: str, hint: str = "") -> forms.CharField:
    return forms.CharField(
        label=word(label),
        help_text=word(hint) if hint else "",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )


class StartForm(forms.Form):
    """Chooses a password with a start code."""

    username = line_field("account.username", required=True, most=150)
    code = line_field("account.start_code", required=True, most=40)
    password1 = _password("account.new_password", "account.password_hint")
    password2 = _password("account.password_again")

    def clean_password1(self) -> str:
        """Refuse a password that is too easy."""
        chosen = str(self.cleaned_data["password1"])
        validate_password(chosen, Member(username=self.data.get("username", "")))
        return chosen

    def clean_password2(self) -> str:
        """Refuse two passwords that differ."""
        again = str(self.cleaned_data["password2"])
        if self.cleaned_data.get("password1", again) != again:
            raise forms.ValidationError(in_words(WORDS["account.password_differs"]))
        return again


class StandInForm(forms.Form):
    """Says who stands in, from which day up to and including which."""

    deputy = forms.UUIDField(label=word("account.deputy"), widget=forms.Select)
    starts = day_field("account.starts")
    ends = day_field("account.ends")

    def offer(self, people: Iterable[Member]) -> None:
        """Offer these colleagues."""
        _offer(self, "deputy", people)


class MailForm(forms.Form):
    """Says where e-mail that something waits is sent; nothing: nowhere."""

    email = forms.EmailField(
        label=word("notices.email"),
        help_text=word("notices.email_hint"),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": word("notices.email_wrong")},
    )


class PersonForm(forms.Form):
    """What an administrator says of somebody."""

    name = line_field("account.name", required=True, most=120)
    role = forms.ChoiceField(
        label=word("account.role"),
        help_text=word("admin.role_hint"),
        choices=words("common.role", (role.value for role in MemberRole)),
        widget=forms.RadioSelect,
    )


class NewPersonForm(PersonForm):
    """What an administrator says of somebody new."""

    username = line_field("account.username", "admin.username_hint", required=True, most=150)
    language = forms.ChoiceField(label=word("account.language"), choices=LANGUAGES)
    field_order = ("name", "username", "role", "language")

    def clean_username(self) -> str:
        """Refuse a sign-in name with strange characters."""
        name = str(self.cleaned_data["username"])
        UnicodeUsernameValidator()(name)
        return name


class SubjectForm(forms.Form):
    """Says which account at the provider is somebody's."""

    subject = line_field("admin.sso_subject", "admin.sso_subject_hint", required=True, most=255)


class ShiftForm(forms.Form):
    """Says who is on call, from when until when, at which number."""

    member = forms.UUIDField(label=word("admin.on_call"), widget=forms.Select)
    starts = forms.CharField(
        label=word("admin.starts"), widget=forms.DateTimeInput(attrs={"type": "datetime-local"})
    )
    ends = forms.CharField(
        label=word("admin.ends"), widget=forms.DateTimeInput(attrs={"type": "datetime-local"})
    )
    phone = phone_field("admin.phone")

    def offer(self, people: Iterable[Member]) -> None:
        """Offer these colleagues."""
        _offer(self, "member", people)

    def clean_starts(self) -> datetime:
        """Read a moment."""
        return _moment(self.cleaned_data["starts"])

    def clean_ends(self) -> datetime:
        """Read a moment."""
        return _moment(self.cleaned_data["ends"])


class PhoneForm(forms.Form):
    """Says at which number an organisation is called."""

    phone = phone_field("admin.phone")


def _moment(text: object) -> datetime:
    """Read a moment as a browser writes it: Dutch time, without a zone."""
    try:
        found = datetime.fromisoformat(str(text))
        local = found if found.tzinfo else found.replace(tzinfo=HERE)
        return local.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise forms.ValidationError(in_words(WORDS["admin.no_moment"])) from error


def _offer(form: forms.Form, name: str, people: Iterable[Member]) -> None:
    choices = [(str(one.id), one.name) for one in people]
    form.fields[name].widget = forms.Select(choices=choices)
