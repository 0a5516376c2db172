"""A form that does one deed in a case: open, parse, act, answer; what is refused stays typed."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ..casework.access import OpenCase
from ..casework.errors import Refused
from ..casework.writing import Writing, writing
from .asked import token_in
from .frame import framed
from .language import in_words
from .refusing import show_refusal
from .words import WORDS


@dataclass(frozen=True, slots=True)
class Deed:
    """What a form does, where its page stands, and where one goes afterwards.

    `activity` is how the access log knows it; `done` is the word that says that it was done.
    """

    activity: str
    template: str
    tab: str
    done: str
    then: str
    more: dict[str, object] = field(default_factory=dict)


def act(
    request: HttpRequest,
    case: OpenCase,
    form: forms.Form,
    deed: Deed,
    do: Callable[[Writing], object],
) -> HttpResponse:
    """Show the form of a deed, or do it: once, however often the form is sent."""
    number, token = case.case.number, token_in(request)
    if request.method == "POST" and form.is_valid():
        try:
            with writing(case.member, number, case.now, deed.activity, token) as writes:
                if not writes.repeated:
                    do(writes)
        except Refused as refused:
            show_refusal(form, refused)
        else:
            messages.success(request, in_words(WORDS[deed.done]))
            return redirect(deed.then, number)
    context = framed(case, deed.tab, form=form, posted=request.POST, **deed.more)
    return render(request, deed.template, context)
