"""What was typed into a form whose answer is the page of a problem: with the form's own labels.

Which form it was follows from the address alone: nothing is looked up, because the storage may be
what failed, and no case is opened, because whoever sent it may not be signed in any more.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django import forms
from django.http import HttpRequest

from ..casework.models import Member
from ..casework.position import agreement, corpus
from ..casework.readable import is_readable, made_readable
from ..engine.vocabulary import Text
from ..telling.language import capital
from .forms import (
    consent,
    documents,
    guard,
    intake,
    notes,
    people,
    referral,
    rights,
    search,
    sections,
)
from .forms import statement as statements
from .forms.parts import told_value
from .forms.supposing import chosen, forms_for
from .language import in_words
from .words import WORDS

# Never shown again: secrets, and what only the machinery reads.
NOT_KEPT = ("csrfmiddlewaretoken", "password", "oldpassword", "password1", "password2", "code")
MACHINERY = (
    "again",
    "check",
    "event",
    "list",
    "next",
    "only",
    "remove",
    "seen",
    "skip",
    "step",
    "supersedes",
    "token",
    "who",
)
LONG = 60
Form = Callable[[], forms.Form]

# The forms that stand on a page, by the name of its address.
FORMS: Mapping[str, Sequence[Form]] = {
    "account": (people.StandInForm,),
    "reminders": (people.MailForm,),
    "change_mail": (people.MailForm,),
    "start": (people.StartForm,),
    "new_person": (people.NewPersonForm,),
    "person": (people.PersonForm,),
    "change_phone": (people.PhoneForm,),
    "link_sign_on": (people.SubjectForm,),
    "roster": (people.ShiftForm,),
    "search": (lambda: search.Looking(Member()),),
    "save_list": (search.Naming, search.Narrowing),
    "case_notes": (notes.Note,),
    "add_document": (lambda: documents.NewDocument([], []),),
    "release": (lambda: notes.Release([]),),
    "proposal": (statements.Answer,),
    "what_if": (search.Supposing,),
    "refer_draft": (referral.Goods, referral.OnGround, consent.Asked, consent.SecondPerson),
    "referral_withdraw": (referral.Withdrawal,),
    "referral_paper": (referral.PaperAnswer,),
    "decline_referral": (referral.Declining,),
    "finish_referral": (referral.Done,),
    "ask_consent": (consent.About, consent.Asked),
    "name_ground": (consent.Ground,),
    "judge_ground": (consent.SecondPerson,),
    "answer_copy": (consent.Copy,),
    "make_request": (rights.Asking,),
    "answer_request": (rights.Answering,),
    "lift_restriction": (rights.Lifting,),
    "break_glass": (guard.Glass,),
    "raise_flag": (guard.Flag,),
    "resolve_flag": (guard.Reason,),
    "set_bar": (guard.Bar,),
    "lift_bar": (guard.Reason,),
    "review_glass": (guard.Review,),
    "assign_case": (guard.Hand,),
    "do_task": (guard.TaskDone,),
    "close_case": (guard.Closing,),
    "reopen_case": (guard.Reopening,),
    "join_cases": (guard.Joining,),
    "part_cases": (guard.Joining,),
    "propose_seal": (guard.Reason,),
    "answer_seal": (guard.SealAnswer,),
}
# Fields that a page asks outside of a form of ours.
LABELS = {
    "answer": "common.problem.kept_answer",
    "language": "account.language",
    "login": "account.username",
    "other": "guard.join_other",
}


class Way(StrEnum):
    """How a field that was typed is shown."""

    HIDDEN = "hidden"
    CHOSEN = "chosen"
    DAY = "day"
    LINE = "line"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Kept:
    """A field that was typed. `told` is what a choice means."""

    name: str
    value: str
    label: str
    way: Way
    told: str = ""


def kept_of(request: HttpRequest, posted: Sequence[tuple[str, Sequence[object]]]) -> list[Kept]:
    """Return what was typed, each with the label of its form."""
    known = dict(_fields(request))
    return [
        _kept(name, value, known.get(name))
        for name, values in posted
        if name not in NOT_KEPT and is_readable(name)
        for value in map(made_readable, map(str, values))
    ]


def _kept(name: str, value: str, field: forms.Field | None) -> Kept:
    label = capital(str(field.label)) if field is not None and field.label else _label(name)
    if name in MACHINERY or not value.strip():
        return Kept(name, value, label, Way.HIDDEN)
    if isinstance(field, forms.BooleanField):
        return Kept(name, value, label, Way.CHOSEN, in_words(WORDS["common.yes"]))
    if name == "answer" and field is None:
        found = WORDS.get(f"common.{value}")
        return Kept(name, value, label, Way.CHOSEN if found else Way.HIDDEN, _said(found))
    if field is not None and _is_choice(field):
        told = _meant(name, field, value)
        return Kept(name, value, label, Way.CHOSEN if told else Way.HIDDEN, told)
    if isinstance(field, forms.DateField) and _is_day(value):
        return Kept(name, value, label, Way.DAY)
    long = len(value) > LONG or (field is not None and isinstance(field.widget, forms.Textarea))
    return Kept(name, value, label, Way.LONG if long else Way.LINE)


def _is_day(value: str) -> bool:
    """Tell whether a browser would show this as a day, and not lose it."""
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


def _label(name: str) -> str:
    """Return the label of what stands in no form of ours; it is never the name of the machine."""
    return in_words(WORDS[LABELS.get(name, "common.problem.kept_other")])


def _said(text: Text | None) -> str:
    return in_words(text) if text else ""


def _is_choice(field: forms.Field) -> bool:
    return isinstance(field, forms.ChoiceField) or isinstance(field.widget, forms.Select)


def _meant(name: str, field: forms.Field, value: str) -> str:
    """Return what was chosen, in words; of somebody, whom only a list can name, nothing."""
    told = told_value(field, value)
    if told != value:
        return told
    return capital(_said(_vocabulary(name).get(value)))


def _vocabulary(name: str) -> Mapping[str, Text]:
    """Return the words of choices that depend on the case: of the agreement, and of the law."""
    match name:
        case "sections" | "section":
            return {n: one.text for n, one in agreement().sections.items()}
        case "purpose":
            return agreement().purposes
        case "service":
            return {n: one.text for n, one in agreement().services.items()}
        case "deed" | "wishes":
            return {n: one.text for n, one in corpus().event_types.items()}
    return {}


# ------------------------------------------------------------------ which form it was


def _fields(request: HttpRequest) -> Iterator[tuple[str, forms.Field]]:
    for form in _forms(request):
        yield from ((form.add_prefix(name), field) for name, field in form.fields.items())


def _forms(request: HttpRequest) -> Iterator[forms.Form]:
    match = request.resolver_match
    if match is None:
        return
    said = {name: str(value) for name, value in match.kwargs.items()}
    yield from (form() for form in FORMS.get(match.url_name or "", ()))
    match match.url_name:
        case "edit_section" if said["section"] in sections.SECTIONS:
            yield sections.SECTIONS[said["section"]]()
        case "record_type":
            kind = statements.kind_of(said["kind"])
            yield from (statements.Statement(one) for one in (kind,) if one is not None)
        case "what_if":
            yield from forms_for(request.POST, chosen(request.POST), bound=False)
        case "intake":
            yield _question(said["question"])


def _question(name: str) -> forms.Form:
    return intake.Wishes() if name == "wishes" else intake.FIRST.get(name, intake.Asked)()
