"""Messages to partners: which wait at this desk, and one of them for one receiver."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from ...casework.access import open_case, open_to_copy
from ...casework.errors import NotFound
from ...casework.events import BASICS
from ...casework.queries import names_in
from ...casework.showing.copied import NEVER
from ...casework.showing.messages import notice_for, notices, waiting_messages
from ...telling.letters.letter import Letter, as_data
from ...telling.letters.notice import notice_letter
from ..asked import member_of, moment_of, reader_now
from ..frame import framed
from ..language import in_words
from .letters import to_print


@require_GET
def show(request: HttpRequest, number: str) -> HttpResponse:
    """Show which messages the own organisation is still to send, and to whom they can go."""
    case = open_case(member_of(request), number, moment_of(request), "look_messages")
    may_make = case.may_record(BASICS).allowed
    context = framed(
        case,
        "referrals",
        waiting=list(waiting_messages(case, reader_now())) if may_make else [],
        status=in_words(notices().status),
        source=notices().source,
    )
    return render(request, "letters/messages.html", context)


@require_GET
def one(request: HttpRequest, number: str, norm: str, receiver: UUID) -> HttpResponse:
    """Show a message as its receiver will see it."""
    letter = as_data(_made(request, number, norm, receiver))
    context = {"number": number, "norm": norm, "receiver": receiver, "letter": letter}
    return render(request, "letters/message.html", context)


@require_GET
def file(request: HttpRequest, number: str, norm: str, receiver: UUID) -> HttpResponse:
    """Return a message to print; its name says nothing."""
    return to_print(_made(request, number, norm, receiver))


def _made(request: HttpRequest, number: str, norm: str, receiver: UUID) -> Letter:
    """Make a message; one that is not for this sender and receiver is not there."""
    member, now = member_of(request), moment_of(request)
    case, _ = open_to_copy(member, number, now, "make_message", NEVER)
    reader = reader_now()
    notice = notice_for(case, norm, receiver, names_in(case), reader)
    if notice is None:
        raise NotFound
    return notice_letter(notice, reader)
