"""Link a member to the account with which the own organisation signs people in, and find them.

A link is made by an administrator, for somebody else; it is never guessed from a name or an
e-mail address. Until the member's own second factor was given once over it, it is not confirmed,
and our own second factor is always asked: who can make links cannot sign in as a colleague.
"""

import hmac
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from django.db import IntegrityError, transaction

from ...engine.vocabulary import Text
from ..errors import NotFound, Refused
from ..keystore import keys
from ..models import Member, SignOnLink
from .people import end_sessions, note, other

LINKED = Text(
    "Dit kenmerk kan niet worden gekoppeld. Klopt het, en is het niet al van iemand anders?",
    "This subject cannot be linked. Is it right, and is it not somebody else's already?",
)


def link_sign_on(by: Member, member: UUID, issuer: str, subject: str, now: datetime) -> None:
    """Link somebody of one's own organisation, in place of an earlier link."""
    try:
        with transaction.atomic():
            found = other(by, member)
            SignOnLink.objects.filter(member=found).delete()
            digest = _digest(issuer, subject)
            SignOnLink.objects.create(member=found, digest=digest, made_at=now)
            end_sessions(found)
            note(by, found, "sso_linked", now)
    except IntegrityError as error:
        raise Refused("linked", LINKED, "subject") from error


def unlink_sign_on(by: Member, member: UUID, now: datetime) -> None:
    """End that somebody signs in through the own organisation, at once and everywhere."""
    with transaction.atomic():
        found = other(by, member)
        if not SignOnLink.objects.filter(member=found).delete()[0]:
            raise NotFound
        end_sessions(found)
        note(by, found, "sso_unlinked", now)


def link_of(member: Member) -> SignOnLink | None:
    """Return the link of somebody."""
    return SignOnLink.objects.filter(member=member).first()


def linked_member(issuer: str, subject: str) -> SignOnLink | None:
    """Return the link of a subject, with the member; None also if the member was let go."""
    found = SignOnLink.objects.filter(digest=_digest(issuer, subject), member__is_active=True)
    return found.select_related("member__organisation").first()


def confirm_link(member: Member, now: datetime) -> None:
    """Keep that the member's own second factor was given over the link."""
    SignOnLink.objects.filter(member=member, confirmed_at=None).update(confirmed_at=now)


def tried_as(issuer: str, subject: str) -> str:
    """Return under which name failed sign-ins of a subject are counted."""
    return f"sso {_digest(issuer, subject).hex()[:16]}"


def _digest(issuer: str, subject: str) -> bytes:
    """Return by what a subject is found: a dump of the database does not say who it is."""
    said = f"{len(issuer)} {issuer}{subject}".encode()
    return hmac.new(keys().secret("single sign-on"), said, sha256).digest()
