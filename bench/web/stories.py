"""What happened in an invented case, entry by entry: the same case for the same number, always.

The entries have the shape that the deeds in `casework/actions/` give them. Cases began in the last
two years; what would lie in the future has not happened yet.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from ketenwijzer.casework.actions.register import ALPHABET
from ketenwijzer.casework.chronology import Draft
from ketenwijzer.casework.position import agreement
from ketenwijzer.engine.case import PERSON

from .people import Partner, People

YEARS = timedelta(days=730)
SYLLABLES = [
    "ba",
    "de",
    "fi",
    "go",
    "ku",
    "la",
    "me",
    "ni",
    "po",
    "ra",
    "se",
    "ti",
    "vo",
    "wa",
    "zu",
    "kel",
    "mar",
    "dun",
    "sor",
    "pim",
]
# The numbers of cases run through all of 27**8 in a fixed, scattered order.
NUMBERS, STRIDE = len(ALPHABET) ** 8, 123_456_789_011


@dataclass(frozen=True, slots=True)
class Deed:
    """What one member recorded at one moment, as one line of the access log."""

    at: datetime
    by: Partner
    member: UUID
    activity: str
    drafts: tuple[Draft, ...]


@dataclass(slots=True)
class Story:
    """An invented case; `owner` and `member` have it in hand at the end."""

    id: UUID
    number: str
    owner: Partner
    member: UUID
    name: str
    birth_year: int
    deeds: list[Deed] = field(default_factory=list)


def story(index: int, people: People, now: datetime) -> Story:
    """Return the case of a number."""
    return _Teller(index, people, now).told()


def number_of(index: int) -> str:
    left, letters = index * STRIDE % NUMBERS, []
    for _ in range(8):
        left, place = divmod(left, len(ALPHABET))
        letters.append(ALPHABET[place])
    return f"{''.join(letters[:4])}-{''.join(letters[4:])}"


class _Teller:
    def __init__(self, index: int, people: People, now: datetime) -> None:
        self.chance = chance = Random(index)
        self.people, self.now = people, now
        first = chance.choices(
            ("police", "marechaussee", "labour_inspectorate", "care_coordinator"), (70, 8, 10, 12)
        )[0]
        self.first = people.one(first, chance)
        self.at = now - YEARS * chance.random() - timedelta(hours=1)
        self.story = Story(
            UUID(int=chance.getrandbits(128), version=4),
            number_of(index),
            self.first,
            chance.choice(self.first.workers),
            f"{_name(chance)} {_name(chance)}{_name(chance).lower()}",
            chance.randint(1960, 2012),
        )

    def told(self) -> Story:
        """Tell what happened until now."""
        self._opens()
        for part in (self._offers, self._registers, self._coordinates, self._shelters,
                     self._legal_aid, self._talks, self._notes, self._closes):  # fmt: skip
            part()
        return self.story

    # ---------------------------------------------------------------- the parts

    def _opens(self) -> None:
        chance, day, story = self.chance, self._day, self.story
        given, _, family = story.name.partition(" ")
        person = {
            "age_group": chance.choices(("adult", "minor", "unknown"), (75, 15, 10))[0],
            "nationality": chance.choices(("third_country", "eu", "nl"), (60, 20, 20))[0],
            "role": "victim",
        }
        purpose = agreement().roles[self.first.role].purposes[0]
        drafts = [
            Draft("case_opened", day(), {"purpose": purpose}),
            _stated(PERSON, day(), person),
            _stated("indication", day(-chance.randint(0, 9)), {}),
            Draft("identity_recorded", day(), {
                "given_name": given, "family_name": family,
                "birth_date": f"{story.birth_year}-{chance.randint(1, 12):02}-01",
            }),
        ]  # fmt: skip
        if chance.random() < 0.8:
            plan = {"danger_now": chance.random() < 0.1, "how": "Bel nooit; app alleen overdag."}
            drafts.append(Draft("contact_plan_recorded", day(), plan))
        if chance.random() < 0.5:
            said = {"text": f"Verzonnen relaas. {' '.join(_words(chance, 40))}"}
            drafts.append(Draft("exploitation_recorded", day(), said))
        self._does(self.first, self.story.member, "register", *drafts)

    def _offers(self) -> None:
        if self.first.role in ("police", "marechaussee") and self._goes_on(0.6, hours=2):
            drafts = _stated("reflection_offered", self._day(), {})
            self._does(self.first, self.story.member, "record", drafts)

    def _registers(self) -> None:
        if self._goes_on(0.6, hours=20):
            self._refers("comensha", "registration", answered=0.95)

    def _coordinates(self) -> None:
        if self.first.role != "care_coordinator" and self._goes_on(0.6, hours=30):
            self._refers("care_coordinator", "coordination", answered=0.9, hands_over=True)

    def _shelters(self) -> None:
        if not self._goes_on(0.5, hours=20):
            return
        receiver = self._refers("shelter", "shelter", answered=0.85)
        if receiver is not None and self._goes_on(0.7, hours=30):
            drafts = _stated("shelter_placed", self._day(), {"kind": "cosm"})
            self._does(receiver, receiver.coordinator, "record", drafts)

    def _legal_aid(self) -> None:
        if self._goes_on(0.3, hours=70):
            self._refers("lawyer", "legal_aid", answered=0.8)

    def _talks(self) -> None:
        if self.first.role != "care_coordinator" and self._goes_on(0.5, hours=200):
            for kind, odds in (("intake_talk", 1), ("wish_to_report", 0.6), ("report", 0.6)):
                if self._goes_on(odds, hours=100):
                    drafts = _stated(kind, self._day(), {})
                    self._does(self.first, self.first.coordinator, "record", drafts)

    def _notes(self) -> None:
        while self._goes_on(0.4, hours=150):
            text = {"text": " ".join(_words(self.chance, 30))}
            note = Draft("note_added", self._day(), text)
            self._does(self.story.owner, self.story.member, "note", note)

    def _closes(self) -> None:
        if self._goes_on(0.6, hours=2000):
            closed = Draft("case_closed", self._day(), {"reason": "help_complete"})
            self._does(self.story.owner, self.story.member, "close", closed)

    # ---------------------------------------------------------------- the means

    def _refers(
        self, role: str, service: str, *, answered: float, hands_over: bool = False
    ) -> Partner | None:
        """Refer to a partner, who sees it and mostly accepts; return it if so."""
        story, known, receiver = self.story, agreement(), self.people.one(role, self.chance)
        asked, name = known.services[service], UUID(int=self.chance.getrandbits(128), version=4).hex
        due = self._day(asked.answer_days or 7)
        self._does(story.owner, story.member, "refer", Draft("referral_made", self._day(), {
            "id": name, "receiver": receiver.organisation.hex, "receiver_role": role,
            "service": service, "purpose": asked.purpose, "sections": list(asked.sections),
            "question": "Kunt u dit oppakken? (verzonnen)", "ground": "public_task",
            "explained": "", "answer_by": due.isoformat(), "hands_over": hands_over,
        }))  # fmt: skip
        member = self.chance.choice(receiver.workers)
        if not self._goes_on(1, hours=4):
            return None
        seen = Draft("referral_seen", self._day(), {"id": name})
        self._does(receiver, member, "see_referral", seen)
        if not self._goes_on(1, hours=4):
            return None
        if self.chance.random() > answered:
            self._declines(receiver, member, name)
            return None
        said = Draft("referral_accepted", self._day(), {"id": name})
        self._does(receiver, member, "accept", said)
        if hands_over:
            story.owner, story.member = receiver, member
        return receiver

    def _declines(self, by: Partner, member: UUID, referral: str) -> None:
        """Decline, and give the owner the task to refer again."""
        reason = {"id": referral, "reason": "Geen plaats (verzonnen).", "alternative": ""}
        task = {
            "id": UUID(int=self.chance.getrandbits(128), version=4).hex,
            "organisation": self.story.owner.organisation.hex, "task": "refer_again",
            "due": self._day().isoformat(), "about": self._entries() + 1,
        }  # fmt: skip
        made = Draft("task_made", self._day(), task)
        self._does(by, member, "decline", Draft("referral_declined", self._day(), reason), made)

    def _entries(self) -> int:
        return sum(len(deed.drafts) for deed in self.story.deeds)

    def _does(self, by: Partner, member: UUID, activity: str, *drafts: Draft) -> None:
        self.story.deeds.append(Deed(self.at, by, member, activity, drafts))

    def _goes_on(self, odds: float, hours: int) -> bool:
        """Let time pass, and tell whether something happens before today."""
        later = self.at + timedelta(hours=hours * (0.5 + self.chance.random()))
        if self.chance.random() > odds or later >= self.now:
            return False
        self.at = later
        return True

    def _day(self, days: int = 0) -> date:
        return self.at.date() + timedelta(days=days)


def _stated(kind: str, on: date, attributes: dict[str, object]) -> Draft:
    return Draft("statement_recorded", on, {"type": kind, "attributes": attributes})


def _name(chance: Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=2)).capitalize()


def _words(chance: Random, count: int) -> Iterator[str]:
    return (chance.choice(SYLLABLES) for _ in range(count))
