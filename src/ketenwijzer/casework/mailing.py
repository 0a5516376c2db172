"""E-mail that says that something waits, and nothing else (safety rule 17).

No case, no duty, no organisation, no link: whoever reads along learns only that the receiver has
work to do. One a day to each; what it is about is read after signing in.
"""

import logging
import smtplib
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from ..engine.vocabulary import Text
from .models import Deputy, Involvement, Mailing, Member, Notice, OnCall
from .position import HERE
from .statuses import OVERSEES, Stage

log = logging.getLogger(__name__)

SUBJECT = Text("Er wacht iets op u", "Something is waiting for you")
BODY = Text(
    "Er wacht iets op u.\n\n"
    "Meld u aan zoals u dat altijd doet. In deze e-mail staat met opzet geen link.\n",
    "Something is waiting for you.\n\n"
    "Sign in the way you always do. This e-mail has no link on purpose.\n",
)
MOST_AT_ONCE = 5000
TROUBLE = (OSError, smtplib.SMTPException)


def mail_to(member: Member, address: str) -> None:
    """Send e-mail to this address from now on; none: no e-mail."""
    member.email = address
    member.save(update_fields=["email"])


def mail_what_waits(now: datetime) -> int:
    """Send an e-mail to everyone for whom there is something new; return how many were sent.

    Where the mail server is not reached nothing is claimed: the next tick tries again. Where it
    fails half way, whoever had a claim may have had the e-mail, and gets no second one that day.
    """
    waiting = list(Notice.objects.filter(mailed=False).order_by("id")[:MOST_AT_ONCE])
    if not waiting or not settings.EMAIL_HOST:
        return 0
    try:
        server: BaseEmailBackend = get_connection()
        server.open()
    except TROUBLE as error:
        log.warning("no e-mail was sent, the mail server was not reached: %s", type(error).__name__)
        return 0
    sent, failed = _mail_all(server, waiting, now)
    done = [notice.pk for notice in waiting if notice.pk not in failed]
    Notice.objects.filter(id__in=done).update(mailed=True)
    return sent


def hush(now: datetime) -> None:
    """Send nobody anything more today: after a restore nobody knows who was told already.

    What waits is in the application; tomorrow e-mail goes on.
    """
    today = now.astimezone(HERE).date()
    Notice.objects.filter(mailed=False).update(mailed=True)
    Mailing.objects.bulk_create(
        (Mailing(member=member, on=today) for member in Member.objects.exclude(email="")),
        ignore_conflicts=True,
    )


def _mail_all(
    server: BaseEmailBackend, waiting: list[Notice], now: datetime
) -> tuple[int, set[int]]:
    """Send to each receiver; return how many had one, and the notices that nobody was told of."""
    today = now.astimezone(HERE).date()
    about: dict[Member, set[int]] = {}
    for notice in waiting:
        for member in _receivers(notice, now, today):
            about.setdefault(member, set()).add(notice.pk)
    sent = 0
    members = list(about)
    for member in members:
        try:
            sent += _mail(server, member, today)
        except TROUBLE as error:
            log.warning("the mail server stopped half way: %s", type(error).__name__)
            left = members[members.index(member) + 1 :]
            return sent, {pk for one in left for pk in about[one]}
    server.close()
    return sent, set()


def _mail(server: BaseEmailBackend, member: Member, today: date) -> bool:
    """Send one, at most one a day: the claim is kept before it leaves."""
    with transaction.atomic():
        _, claimed = Mailing.objects.get_or_create(member=member, on=today)
    if not claimed:
        return False
    said = [text.nl if member.language == "nl" else text.en for text in (SUBJECT, BODY)]
    mail = EmailMessage(
        said[0], said[1], settings.DEFAULT_FROM_EMAIL, [member.email], connection=server
    )
    mail.send()
    return True


def _receivers(notice: Notice, now: datetime, today: date) -> Iterator[Member]:
    """Yield who is told: who has the case or stands in; nobody: who is on call, or oversees.

    What escalates reaches whoever oversees as well.
    """
    lines = Involvement.objects.filter(case=notice.case_id, organisation=notice.organisation_id)
    line = lines.select_related("member").first()
    if line is None or not line.live or line.barred:
        return
    if line.member is not None:
        found = [_present(line.member, today)]
    else:
        on_call = OnCall.objects.filter(
            organisation=notice.organisation_id, starts__lte=now, ends__gt=now
        )
        found = [shift.member for shift in on_call.select_related("member")]
    if not found or notice.stage == Stage.ESCALATED:
        found += _overseeing(notice)
    barred = set(notice.case.bars.values_list("member", flat=True))
    yield from (one for one in _once(found) if one.pk not in barred and one.email)


def _present(member: Member, today: date) -> Member:
    away = Deputy.objects.filter(member=member, starts__lte=today, ends__gte=today)
    deputy = away.select_related("deputy").order_by("id").first()
    return deputy.deputy if deputy else member


def _overseeing(notice: Notice) -> list[Member]:
    return list(Member.objects.filter(organisation=notice.organisation_id, role__in=OVERSEES))


def _once(members: Iterable[Member]) -> Iterator[Member]:
    yield from {one.pk: one for one in members if one.sees_cases}.values()
