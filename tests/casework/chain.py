"""A small chain to act in: an owner, a shelter, a police station, and short ways to the deeds."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.actions.answer import accept_referral, received
from ketenwijzer.casework.actions.consent import ConsentAnswer
from ketenwijzer.casework.actions.refer import MakeReferral, make_referral
from ketenwijzer.casework.actions.register import OpenACase, register
from ketenwijzer.casework.models import Case, Member, Organisation
from ketenwijzer.casework.state import CaseState
from ketenwijzer.casework.writing import writing

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
YES = ConsentAnswer(True, "Tigrinya", "independent", True)
NO = ConsentAnswer(False, "Tigrinya", "independent", True)


@dataclass
class Chain:
    """Organisations, one person of each to begin with, and one case of the first."""

    now: datetime = NOW
    members: dict[str, Member] = field(default_factory=dict)
    number: str = ""

    def organisation(self, role: str, **values: object) -> Organisation:
        name = str(values.pop("name", f"Proef {role} {uuid4().hex[:6]}"))
        return Organisation.objects.create(name=name, role=role, **values)

    def member(self, of: Organisation | str, role: str = "coordinator", **values: object) -> Member:
        home = self.organisation(of) if isinstance(of, str) else of
        login = f"proef-{uuid4().hex[:8]}"
        values = {"name": f"Proef {login}", **values}
        return Member.objects.create(username=login, organisation=home, role=role, **values)

    def colleague(self, of: Member, role: str = "coordinator") -> Member:
        assert of.organisation is not None
        return self.member(of.organisation, role)

    def opens(self, by: Member, **values: object) -> str:
        values = {"identity": {"given_name": "Kanarienaam"}, **values}
        command = OpenACase(self.now.date() - timedelta(days=1), **values)  # type: ignore[arg-type]
        self.number = register(by, command, self.now)
        return self.number

    def case(self) -> Case:
        return Case.objects.get(number=self.number)

    def refer(self, by: Member, to: Member | Organisation, service: str, **values: object) -> UUID:
        receiver = to if isinstance(to, Organisation) else to.organisation
        assert receiver is not None
        chosen = {"sections": ("basics",), "ground": "public_task", "explained": "art. 1", **values}
        with writing(by, self.number, self.now, "refer") as case:
            return make_referral(case, MakeReferral(receiver.id, service, **chosen))  # type: ignore[arg-type]

    def accept(self, by: Member, referral: UUID, *, take: bool = True) -> None:
        with received(by, referral, self.now, "accept") as case:
            accept_referral(case, referral, take=take)

    def state(self, of: Member) -> CaseState:
        return open_case(of, self.number, self.now).state

    def sees(self, who: Member, section: str) -> bool:
        return open_case(who, self.number, self.now).may(section).allowed

    def later(self, **much: float) -> None:
        self.now += timedelta(**much)
