"""Makes the organisations of the invented chain, the people who sign in, and their rosters."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.contrib.auth.hashers import make_password

from ...corpus.demonstration import Demonstration, Partner
from ..models import Deputy, Member, OnCall, Organisation
from ..position import HERE

WEEK = timedelta(days=7)
WEEKS_BEFORE, WEEKS_AHEAD = 1, 6


@dataclass(frozen=True, slots=True)
class Company:
    """Everybody who takes part, by the names that the stories use."""

    members: dict[str, Member]
    organisations: dict[str, Organisation]

    def organisation(self, name: str) -> UUID:
        """Return the organisation of a person, or the one of that name."""
        member = self.members.get(name)
        found = self.organisations[name] if member is None else member.organisation
        if found is None:
            raise KeyError(name)
        return found.id


def make_people(told: Demonstration, today: date) -> Company:
    """Make all organisations and people; everybody has the one password of the demonstration."""
    organisations = {partner.key: _organisation(partner) for partner in told.partners}
    password = make_password(told.password)
    members = {
        person.username: Member(
            username=person.username,
            password=password,
            organisation=organisations[partner.key],
            role=person.role,
            name=person.name,
            language=person.language,
        )
        for partner in told.partners
        for person in partner.people
    }
    Organisation.objects.bulk_create(organisations.values())
    Member.objects.bulk_create(members.values())
    company = Company(members, organisations)
    _make_deputies(told, company, today)
    OnCall.objects.bulk_create(
        shift for partner in told.partners for shift in _roster(partner, company, today)
    )
    return company


def _organisation(partner: Partner) -> Organisation:
    return Organisation(
        name=partner.name,
        role=partner.role,
        region=partner.region,
        phone=partner.phone,
        on_paper=partner.on_paper,
    )


def _make_deputies(told: Demonstration, company: Company, today: date) -> None:
    Deputy.objects.bulk_create(
        Deputy(
            member=company.members[row.member],
            deputy=company.members[row.deputy],
            starts=row.start.after(today),
            ends=row.until.after(today),
        )
        for row in told.deputies
    )


def _roster(partner: Partner, company: Company, today: date) -> list[OnCall]:
    """Return the shifts of an organisation: a week each, in turn, from Monday to Monday."""
    if not partner.on_call:
        return []
    first = today - timedelta(days=today.weekday()) - WEEKS_BEFORE * WEEK
    return [
        OnCall(
            organisation=company.organisations[partner.key],
            member=company.members[partner.on_call[week % len(partner.on_call)]],
            starts=_midnight(first + week * WEEK),
            ends=_midnight(first + (week + 1) * WEEK),
            phone=partner.phone,
        )
        for week in range(WEEKS_BEFORE + WEEKS_AHEAD)
    ]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), HERE)
