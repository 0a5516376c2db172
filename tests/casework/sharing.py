"""Shares a case the way partners do: referred, accepted, or opened in an emergency."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from ketenwijzer.casework.actions.answer import accept_referral, received
from ketenwijzer.casework.actions.consent import ConsentAnswer, ask_consent
from ketenwijzer.casework.actions.guard import break_glass
from ketenwijzer.casework.actions.refer import MakeReferral, make_referral
from ketenwijzer.casework.models import Member
from ketenwijzer.casework.position import agreement
from ketenwijzer.casework.writing import writing

YES = ConsentAnswer(True, "Tigrinya", "independent", asked_alone=True)


def service_for(role: str) -> str:
    """Return something that one refers to a kind of organisation for."""
    services = agreement().services.values()
    return next(service.name for service in services if role in service.receivers)


def referred_to(
    owner: Member, number: str, to: Member, now: datetime, sections: tuple[str, ...]
) -> UUID:
    """Refer a case to the organisation of a member, with some sections."""
    assert to.organisation is not None
    command = MakeReferral(
        to.organisation.id,
        service_for(to.organisation.role),
        sections,
        "public_task",
        question="Kunt u helpen?",
        explained="omdat het moet",
    )
    with writing(owner, number, now, "refer") as case:
        return make_referral(case, command)


def shared_with(
    owner: Member, number: str, to: Member, now: datetime, sections: tuple[str, ...]
) -> UUID:
    """Refer a case to the organisation of a member, who accepts it."""
    referral = referred_to(owner, number, to, now, sections)
    with received(to, referral, now, "accept") as case:
        accept_referral(case, referral)
    return referral


def in_emergency(member: Member, number: str, section: str, now: datetime) -> datetime:
    """Break the glass of a section."""
    return break_glass(member, number, section, "zij is in gevaar", now)


def consented(
    owner: Member,
    number: str,
    to: Member,
    now: datetime,
    purpose: str,
    sections: tuple[str, ...],
    until: date | None = None,
) -> UUID:
    """Record that she lets the organisation of a member have some sections."""
    assert to.organisation is not None
    with writing(owner, number, now, "consent") as case:
        return ask_consent(case, to.organisation.id, purpose, sections, replace(YES, until=until))
