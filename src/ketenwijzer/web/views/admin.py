"""Administering one's own organisation: its people, its roster, and second factors to forget.

An administrator sees no cases, and only this organisation; every rule stands in the deeds.
"""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ...casework.actions import leaving, resets, sign_on
from ...casework.actions import people as deeds
from ...casework.actions.roster import change_phone, put_on_call, take_off_call
from ...casework.directory import colleagues, roster
from ...casework.errors import Refused
from ...casework.models import Member
from ..asked import member_of, moment_of
from ..forms.people import NewPersonForm, PersonForm, PhoneForm, ShiftForm, SubjectForm
from ..guards import recently_confirmed
from ..language import in_words
from ..words import WORDS

RESETS: dict[str, Callable[[Member, UUID, datetime], None]] = {
    "approve": resets.approve_reset,
    "carry_out": resets.carry_out_reset,
    "stop": resets.stop_reset,
}


@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """Show everyone of the organisation, and what waits for a second person."""
    by = member_of(request)
    organisation = deeds.administered(by)
    page = {
        "people": colleagues(organisation),
        "resets": resets.open_resets(by).exclude(member=by),
        "now": moment_of(request),
        "changes": deeds.last_changes(by),
        "takes_part": organisation.active,
        "owned": leaving.owned_by(organisation),
        "phone": PhoneForm(initial={"phone": organisation.phone}),
    }
    return render(request, "admin/people.html", page)


@require_POST
@recently_confirmed
def stop_part(request: HttpRequest) -> HttpResponse:
    """Let one's own organisation take no part any more, unless it owns open cases."""
    try:
        leaving.stop_taking_part(member_of(request), moment_of(request))
    except Refused as refused:
        messages.error(request, in_words(refused.text))
        return redirect("people")
    return _said(request, "admin.part_stopped", "people")


@require_POST
@recently_confirmed
def take_part(request: HttpRequest) -> HttpResponse:
    """Let one's own organisation take part again."""
    leaving.take_part_again(member_of(request), moment_of(request))
    return _said(request, "admin.part_taken", "people")


@require_POST
def phone(request: HttpRequest) -> HttpResponse:
    """Change the number at which the organisation is called."""
    form = PhoneForm(request.POST)
    if not form.is_valid():
        messages.error(request, in_words(WORDS["admin.phone_wrong"]))
        return redirect("people")
    change_phone(member_of(request), form.cleaned_data["phone"])
    return _said(request, "account.saved", "people")


@sensitive_variables("code")
@require_http_methods(["GET", "POST"])
def new_person(request: HttpRequest) -> HttpResponse:
    """Add somebody to the organisation, and show the code to start with, once."""
    by = member_of(request)
    deeds.administered(by)
    form = NewPersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        person = deeds.Person(typed["name"], typed["role"], typed["language"])
        try:
            made, code = deeds.add_member(by, typed["username"], person, moment_of(request))
            return render(request, "admin/code.html", {"person": made, "code": code})
        except Refused as error:
            form.add_error(error.field or None, in_words(error.text))
    return render(
        request, "admin/new_person.html", {"form": form}, status=422 if form.errors else 200
    )


@require_http_methods(["GET", "POST"])
def person(request: HttpRequest, member: UUID) -> HttpResponse:
    """Show somebody of the organisation, and change name and role."""
    by = member_of(request)
    found = deeds.colleague(by, member)
    form = PersonForm(request.POST or None, initial={"name": found.name, "role": found.role})
    if request.method == "POST" and form.is_valid():
        said = deeds.Person(form.cleaned_data["name"], form.cleaned_data["role"])
        try:
            deeds.change_member(by, member, said, moment_of(request))
            return _said(request, "account.saved", "people")
        except Refused as error:
            form.add_error(error.field or None, in_words(error.text))
    page = {
        "person": found,
        "form": form,
        "is_self": found.id == by.id,
        "reset": resets.reset_of(found),
        "link": sign_on.link_of(found) if settings.SSO_ISSUER else None,
        "subject": SubjectForm(),
    }
    return render(request, "admin/person.html", page, status=422 if form.errors else 200)


@require_POST
def let_go(request: HttpRequest, member: UUID) -> HttpResponse:
    """End somebody's access at once, and say how many cases went back to the organisation."""
    count = deeds.let_go(member_of(request), member, moment_of(request))
    messages.warning(request, in_words(WORDS["admin.let_go_done"]).format(count=count))
    return redirect("people")


@require_POST
def let_return(request: HttpRequest, member: UUID) -> HttpResponse:
    """Give somebody access again."""
    deeds.let_return(member_of(request), member, moment_of(request))
    return _said(request, "account.saved", "people")


@sensitive_variables("code")
@require_POST
@recently_confirmed
def new_code(request: HttpRequest, member: UUID) -> HttpResponse:
    """Make a new code to start with, and show it once."""
    by = member_of(request)
    found = deeds.colleague(by, member)
    code = deeds.new_start_code(by, member, moment_of(request))
    return render(request, "admin/code.html", {"person": found, "code": code})


@require_POST
@recently_confirmed
def link(request: HttpRequest, member: UUID) -> HttpResponse:
    """Link somebody to an account at the provider of one's own organisation."""
    form = SubjectForm(request.POST)
    if not settings.SSO_ISSUER or not form.is_valid():
        messages.error(request, in_words(WORDS["admin.sso_wrong"]))
        return redirect("person", member=member)
    subject, now = form.cleaned_data["subject"], moment_of(request)
    try:
        sign_on.link_sign_on(member_of(request), member, settings.SSO_ISSUER, subject, now)
    except Refused as refused:
        messages.error(request, in_words(refused.text))
        return redirect("person", member=member)
    return _said(request, "admin.sso_saved", "people")


@require_POST
@recently_confirmed
def unlink(request: HttpRequest, member: UUID) -> HttpResponse:
    """End that somebody signs in through the provider."""
    sign_on.unlink_sign_on(member_of(request), member, moment_of(request))
    return _said(request, "admin.sso_saved", "people")


@require_POST
@recently_confirmed
def ask_reset(request: HttpRequest, member: UUID) -> HttpResponse:
    """Ask that somebody's second factors be forgotten."""
    resets.ask_reset(member_of(request), member, moment_of(request))
    return _said(request, "admin.reset_asked", "people")


@require_POST
@recently_confirmed
def answer_reset(request: HttpRequest, reset: UUID, deed: str) -> HttpResponse:
    """Approve, carry out or stop that somebody's second factors are forgotten."""
    by = member_of(request)
    RESETS[deed](by, reset, moment_of(request))
    return _said(request, f"admin.reset_{deed}_done", "account")


@require_http_methods(["GET", "POST"])
def on_call(request: HttpRequest) -> HttpResponse:
    """Show who is on call, and put somebody on the roster."""
    by, now = member_of(request), moment_of(request)
    organisation = deeds.administered(by)
    form = ShiftForm(request.POST or None)
    form.offer(colleagues(organisation).filter(is_active=True))
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        period = (typed["starts"], typed["ends"])
        try:
            put_on_call(by, typed["member"], period, typed["phone"], now)
            return _said(request, "account.saved", "roster")
        except Refused as error:
            form.add_error(error.field or None, in_words(error.text))
    page = {"form": form, "shifts": roster(organisation, now), "now": now}
    return render(request, "admin/roster.html", page, status=422 if form.errors else 200)


@require_POST
def off_call(request: HttpRequest, shift: int) -> HttpResponse:
    """Take a shift off the roster."""
    take_off_call(member_of(request), shift, moment_of(request))
    return _said(request, "account.saved", "roster")


def _said(request: HttpRequest, word: str, to: str) -> HttpResponse:
    messages.success(request, in_words(WORDS[word]))
    return redirect(to)
