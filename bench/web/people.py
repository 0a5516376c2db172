"""The invented partners: two dozen organisations, each with a coordinator and some workers."""

from dataclasses import dataclass
from random import Random
from uuid import UUID, uuid5

from ketenwijzer.casework.models import Member, Organisation
from ketenwijzer.casework.statuses import MemberRole

SPACE = UUID("b0c5b0c5-0000-4000-8000-000000000001")
# How many organisations of each kind take part.
PARTNERS = {
    "police": 5,
    "marechaussee": 1,
    "labour_inspectorate": 1,
    "immigration_service": 1,
    "public_prosecution": 1,
    "comensha": 1,
    "care_coordinator": 4,
    "shelter": 4,
    "lawyer": 3,
    "victim_support": 1,
    "doctor": 2,
    "reception_agency": 1,
}
WORKERS = 7


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation, its coordinator and its workers, by id."""

    organisation: UUID
    role: str
    coordinator: UUID
    workers: tuple[UUID, ...]


class People:
    """The partners by kind; the same ones every time."""

    def __init__(self) -> None:
        self.of_role = {
            role: tuple(_partner(role, number) for number in range(count))
            for role, count in PARTNERS.items()
        }

    def everyone(self) -> list[Partner]:
        return [partner for partners in self.of_role.values() for partner in partners]

    def one(self, role: str, chance: Random) -> Partner:
        return chance.choice(self.of_role[role])


def _partner(role: str, number: int) -> Partner:
    name = f"{role} {number}"
    workers = tuple(uuid5(SPACE, f"{name} worker {n}") for n in range(WORKERS))
    return Partner(uuid5(SPACE, name), role, uuid5(SPACE, f"{name} coordinator"), workers)


def rows_of(people: People) -> list[Organisation | Member]:
    """Return the partners as rows; nobody of them can sign in with a password."""
    found: list[Organisation | Member] = []
    for number, partner in enumerate(people.everyone()):
        name = f"Voorbeeld {partner.role} {number}"
        organisation = Organisation(id=partner.organisation, name=name, role=partner.role)
        found.append(organisation)
        members = (partner.coordinator, *partner.workers)
        for place, member in enumerate(members):
            role = MemberRole.WORKER if place else MemberRole.COORDINATOR
            login = f"proef-{number}-{place}"
            found.append(
                Member(
                    id=member,
                    organisation=organisation,
                    role=role,
                    username=login,
                    name=f"Proef {login}",
                    password="!nobody",
                )
            )
    return found
