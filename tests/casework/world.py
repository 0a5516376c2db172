"""Plays random lives of cases through the real deeds: a cast of organisations, and moves.

A move is a few small numbers, so that hypothesis can shorten a play to what makes it fail. What a
deed refuses is part of the play; anything else that it raises is a defect.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import TypeVar
from uuid import UUID, uuid4

from django.conf import settings

from ketenwijzer.casework import chronology
from ketenwijzer.casework.access import visible
from ketenwijzer.casework.actions.answer import (
    accept_referral,
    answer_for_paper,
    decline_referral,
    finish_referral,
    received,
    see_referral,
)
from ketenwijzer.casework.actions.assign import assign, release_member
from ketenwijzer.casework.actions.consent import (
    ConsentAnswer,
    answer_withdrawal,
    ask_consent,
    withdraw_consent,
)
from ketenwijzer.casework.actions.describe import DESCRIPTIONS, describe
from ketenwijzer.casework.actions.finish import (
    close_case,
    do_task,
    merge_cases,
    reopen_case,
    unmerge_cases,
)
from ketenwijzer.casework.actions.ground import NameGround, confirm_ground, name_ground
from ketenwijzer.casework.actions.guard import (
    break_glass,
    lift_bar,
    raise_flag,
    resolve_flag,
    review_glass,
    set_bar,
)
from ketenwijzer.casework.actions.note import add_note, release_item
from ketenwijzer.casework.actions.record import RecordStatement, answer_proposal, record_statement
from ketenwijzer.casework.actions.refer import (
    MakeReferral,
    make_referral,
    possible_sections,
    withdraw_referral,
)
from ketenwijzer.casework.actions.register import OpenACase, register
from ketenwijzer.casework.actions.seal import confirm_seal, propose_seal, waiting_seals
from ketenwijzer.casework.errors import CaseworkError, KeyDestroyed
from ketenwijzer.casework.models import Case, Deputy, Member, Organisation
from ketenwijzer.casework.position import agreement, corpus
from ketenwijzer.casework.state import CaseState
from ketenwijzer.casework.tick import tick
from ketenwijzer.casework.writing import Writing, writing

START = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
NUMBERS = count(1)
MOST_CASES = 3

T = TypeVar("T")


class Dice:
    """The numbers of one move, taken one by one."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self._numbers = list(numbers)

    def number(self) -> int:
        """Return the next number, zero when there are no more."""
        return self._numbers.pop(0) if self._numbers else 0

    def choose(self, of: Sequence[T]) -> T:
        """Return one of these."""
        return of[self.number() % len(of)]

    def some(self, of: Sequence[T]) -> tuple[T, ...]:
        """Return some of these, perhaps none."""
        chosen = self.number()
        return tuple(one for place, one in enumerate(of) if chosen >> place & 1)

    def often(self) -> bool:
        """Return yes, most of the time."""
        return self.number() % 5 != 4


@dataclass
class World:
    """Some organisations with people, the cases they opened, and what time it is."""

    roles: tuple[str, ...]
    seed: int = 0
    now: datetime = START
    organisations: list[Organisation] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for role in self.roles:
            self.organisations.append(self._organisation(role))

    def _organisation(self, role: str) -> Organisation:
        name = f"Proef {role} {next(NUMBERS)} {uuid4().hex[:6]}"
        made = Organisation.objects.create(name=name, role=role)
        for kind in ("worker", "worker", "coordinator", "analyst", "supervisor", "administrator"):
            login = f"proef{next(NUMBERS)}-{uuid4().hex[:6]}"
            self.members.append(
                Member.objects.create(username=login, name=login, organisation=made, role=kind)
            )
        return made

    def told(self) -> str:
        """Say what was played."""
        return f"seed {self.seed} after {self.done}"

    # -------------------------------------------------------------- what there is

    @property
    def known(self) -> list[Case]:
        """Return the cases of this world."""
        return list(Case.objects.filter(number__in=self.numbers).order_by("opened_at", "number"))

    def states(self) -> dict[str, CaseState]:
        """Return what holds in every case that was not erased."""
        found = {}
        for case in self.known:
            try:
                found[case.number] = chronology.read(case.id)
            except KeyDestroyed:
                continue
        return found

    def listed(self, member: Member) -> set[str]:
        """Return the numbers on a member's list."""
        return set(visible(member, self.now).values_list("case__number", flat=True))

    def fresh(self, member: Member) -> Member:
        """Return a member as the next request would load it."""
        return Member.objects.select_related("organisation").get(id=member.id)

    # -------------------------------------------------------------- playing

    def play(self, move: Sequence[int]) -> bool:
        """Make a move; return whether it was done."""
        dice = Dice(move)
        name = dice.choose(NAMES)
        self.now += timedelta(minutes=7 * (1 + dice.number() % 5) ** 4)
        try:
            MOVES[name](self, dice)
        except CaseworkError as error:
            self.done.append(f"{name} refused: {error!r}")
            return False
        self.done.append(name)
        return True

    def anybody(self, dice: Dice) -> Member:
        """Return one of all members."""
        return self.fresh(dice.choose(self.members))

    def somewhere(self, dice: Dice, *, owner: bool = False, oversees: bool = False) -> "Place":
        """Return a case and mostly somebody whom it opens for, else anybody."""
        number = dice.choose(self.numbers)
        often = dice.often()
        state = self.states().get(number)
        members = [self.fresh(member) for member in self.members]
        if state is None or not often:
            return Place(number, dice.choose(members), state)
        likely = [
            member
            for member in members
            if (member.organisation_id == state.owner or not owner)
            and (part := state.parts.get(member.organisation_id or uuid4())) is not None
            and part.is_live(self.now)
            and member.sees_cases
            and (member.oversees or (not oversees and part.assigned in (None, member.id)))
        ]
        return Place(number, dice.choose(likely or members), state)

    def partner(self, place: "Place", dice: Dice) -> Organisation:
        """Return an organisation, mostly one that takes part or was asked to."""
        state = place.state
        asked = set(state.parts) if state is not None else set()
        asked |= {r.receiver for r in state.referrals.values()} if state is not None else set()
        asked.discard(place.member.organisation_id or uuid4())
        near = [one for one in self.organisations if one.id in asked]
        return dice.choose(near if near and dice.often() else self.organisations)

    def writing(self, place: "Place") -> AbstractContextManager[Writing]:
        """Return a case that is opened to record in."""
        return writing(place.member, place.number, self.now, "play")


@dataclass(frozen=True)
class Place:
    """A case, and who acts in it."""

    number: str
    member: Member
    state: CaseState | None

    def one(self, dice: Dice, name: str) -> UUID:
        """Return the id of one of the things that are in the case, or of nothing."""
        found = list(getattr(self.state, name)) if self.state is not None else []
        return dice.choose(found) if found else uuid4()


Move = Callable[[World, Dice], object]

# ------------------------------------------------------------------ recording


def _register(world: World, dice: Dice) -> None:
    if len(world.numbers) >= MOST_CASES:
        return
    identity: dict[str, object] = {"given_name": "Proef", "family_name": "Vos", "birth_year": 1999}
    command = OpenACase(
        world.now.date(),
        identity if dice.often() else {},
        contact_plan={"danger_now": dice.often()} if dice.often() else {},
    )
    world.numbers.append(register(world.anybody(dice), command, world.now))


def _state_something(world: World, dice: Dice) -> None:
    place = world.somewhere(dice)
    names = sorted(agreement().statements)
    kind = corpus().event_types[dice.choose(names)]
    attributes = {name: _value(a, dice) for name, a in kind.attributes.items() if name != "by"}
    days = dice.number() % 60
    with world.writing(place) as case:
        own = [
            r.number
            for r in case.records()
            if r.kind == "statement_recorded" and r.author.organisation == case.author.organisation
        ]
        corrects = dice.choose(own) if own and not dice.often() else None
        command = RecordStatement(
            kind.name, case.today - timedelta(days=days), attributes, corrects
        )
        record_statement(case, command)


def _value(attribute: object, dice: Dice) -> object:
    kind = getattr(attribute, "type", "")
    if kind == "boolean":
        return dice.number() % 2 == 0
    if kind == "date":
        return (START + timedelta(days=dice.number() % 90)).date().isoformat()
    values = tuple(getattr(attribute, "values", ()) or ())
    return dice.choose(values) if values else "proef"


def _answer_proposal(world: World, dice: Dice) -> None:
    place = world.somewhere(dice)
    with world.writing(place) as case:
        waiting = list(case.state.proposals)
        answer_proposal(case, dice.choose(waiting or [0]), confirmed=dice.often())


def _describe(world: World, dice: Dice) -> None:
    place = world.somewhere(dice)
    section = dice.choose(tuple(DESCRIPTIONS))
    with world.writing(place) as case:
        describe(case, section, {"told": f"proef {section}"}, case.case.head_number)


def _note(world: World, dice: Dice) -> None:
    with world.writing(world.somewhere(dice)) as case:
        add_note(case, "een notitie")


def _release(world: World, dice: Dice) -> None:
    place = world.somewhere(dice)
    with world.writing(place) as case:
        own = [r for r in case.records() if r.author.organisation == case.author.organisation]
        number = dice.choose(own).number if own else 1
        to = dice.choose(tuple(case.state.parts) or (uuid4(),))
        release_item(case, number, to, dice.choose(("consent", *agreement().grounds)))


# ------------------------------------------------------------------ sharing


def _consent(world: World, dice: Dice) -> None:
    place = world.somewhere(dice)
    to = world.partner(place, dice)
    purpose = dice.choose(_purposes(to))
    until = _until(world, dice)
    answer = ConsentAnswer(dice.often(), "Tigrinya", "independent", True, until)
    sections = dice.some(tuple(agreement().sections)) or ("health",)
    with world.writing(place) as case:
        ask_consent(case, to.id, purpose, sections, answer)


def _until(world: World, dice: Dice) -> date | None:
    days = dice.choose((None, None, 3, 40))
    return world.now.date() + timedelta(days=days) if days else None


def _purposes(organisation: Organisation) -> tuple[str, ...]:
    access = agreement().roles.get(organisation.role)
    return access.purposes if access else ("care",)


def _withdraw_consent(world: World, dice: Dice) -> None:
    place = world.somewhere(dice)
    with world.writing(place) as case:
        withdraw_consent(case, place.one(dice, "consents"))


def _answer_withdrawal(world: World, dice: Dice) -> None:
    place = world.somewhere(dice)
    with world.writing(place) as case:
        answer_withdrawal(case, place.one(dice, "tasks"), "deleted")


def _ground(world: World, dice: Dice) -> None:
    place = world.somewhere(dice)
    to = world.partner(place, dice)
    cells = agreement().roles[to.role].cells
    asked = tuple(s for s, cell in cells.items() if cell.level in ("yes", "consent"))
    sections = dice.some(asked) or asked
    ground = dice.choose(tuple(agreement().grounds))
    named = NameGround(to.id, dice.choose(_purposes(to)), sections, ground, "omdat", True)
    with world.writing(place) as case:
        name_ground(case, replace(named, until=_until(world, dice)))


def _confirm_ground(world: World, dice: Dice) -> None:
    place = world.somewhere(dice)
    with world.writing(place) as case:
        confirm_ground(case, place.one(dice, "grounds"))


def _refer(world: World, dice: Dice) -> None:
    hands_over = not dice.often()
    place = world.somewhere(dice, owner=hands_over)
    fitting = [
        (service, to)
        for service in agreement().services.values()
        for to in world.organisations
        if to.role in service.receivers and to.id != place.member.organisation_id
    ]
    service, to = dice.choose(fitting)
    wanted = service.sections if dice.often() else dice.some(tuple(agreement().sections))
    answer = ConsentAnswer(dice.often(), "Tigrinya", "independent", True)
    ground = dice.choose(("consent", "consent", "public_task"))
    with world.writing(place) as case:
        possible = possible_sections(case, to.role)
        sections = tuple(name for name in wanted if name in possible)
        make_referral(
            case,
            MakeReferral(
                to.id,
                service.name,
                sections,
                ground,
                "wilt u helpen",
                "omdat",
                answer if ground == "consent" else None,
                hands_over,
            ),
        )


def _as_receiver(world: World, dice: Dice, *, waits: bool = True) -> tuple[Member, UUID]:
    found = world.states()
    some = [n for n, s in found.items() if any(r.is_open == waits for r in s.referrals.values())]
    state = found.get(dice.choose(some or world.numbers))
    referrals = list(state.referrals.values()) if state is not None else []
    if not referrals:
        return world.anybody(dice), uuid4()
    waiting = [r for r in referrals if r.is_open == waits]
    referral = dice.choose(waiting or referrals)
    members = [m for m in world.members if m.organisation_id == referral.receiver]
    members = [m for m in members if world.fresh(m).sees_cases] or world.members
    return world.fresh(dice.choose(members if dice.often() else world.members)), referral.id


def _see(world: World, dice: Dice) -> None:
    member, referral = _as_receiver(world, dice)
    with received(member, referral, world.now, "see") as case:
        see_referral(case, referral)


def _accept(world: World, dice: Dice) -> None:
    member, referral = _as_receiver(world, dice)
    with received(member, referral, world.now, "accept") as case:
        accept_referral(case, referral)


def _decline(world: World, dice: Dice) -> None:
    member, referral = _as_receiver(world, dice)
    with received(member, referral, world.now, "decline") as case:
        decline_referral(case, referral, "vol", "een ander")


def _finish_referral(world: World, dice: Dice) -> None:
    member, referral = _as_receiver(world, dice, waits=False)
    with received(member, referral, world.now, "finish") as case:
        finish_referral(case, referral, "gedaan")


def _withdraw_referral(world: World, dice: Dice) -> None:
    place = world.somewhere(dice)
    with world.writing(place) as case:
        withdraw_referral(case, place.one(dice, "referrals"), "toch niet")


def _paper(world: World, dice: Dice) -> None:
    place = world.somewhere(dice)
    referral = place.one(dice, "referrals")
    with world.writing(place) as case:
        found = case.state.referrals.get(referral)
        if found is not None:
            Organisation.objects.filter(id=found.receiver).update(on_paper=dice.often())
        answer_for_paper(case, referral, dice.choose(("accepted", "declined")), "per telefoon")


# ------------------------------------------------------------------ guarding


def _bar(world: World, dice: Dice) -> None:
    _barring(world, dice, set_bar)


def _lift(world: World, dice: Dice) -> None:
    _barring(world, dice, lift_bar)


def _barring(world: World, dice: Dice, deed: Callable[..., None]) -> None:
    place = world.somewhere(dice, owner=True, oversees=True)
    barred = [*(place.state.barred_members if place.state else ())]
    partners = [*(place.state.barred_organisations if place.state else ())]
    if deed is set_bar or not dice.often():
        barred, partners = [m.id for m in world.members], [o.id for o in world.organisations]
    member = dice.choose(barred) if barred and (dice.number() % 2 or not partners) else None
    organisation = None if member or not partners else dice.choose(partners)
    with world.writing(place) as case:
        deed(case, organisation=organisation, member=member, reason="familie")


def _flag(world: World, dice: Dice) -> None:
    with world.writing(world.somewhere(dice)) as case:
        raise_flag(case, dice.choose(("danger", "other")), "let op", world.now.date())


def _resolve(world: World, dice: Dice) -> None:
    place = world.somewhere(dice)
    with world.writing(place) as case:
        resolve_flag(case, place.one(dice, "flags"), "voorbij")


def _glass(world: World, dice: Dice) -> None:
    number = dice.choose(world.numbers)
    overseers = [m for m in world.members if m.role in ("coordinator", "supervisor")]
    member = dice.choose(overseers) if dice.often() else dice.choose(world.members)
    section = dice.choose(tuple(agreement().sections))
    break_glass(world.fresh(member), number, section, "nood", world.now)


def _review(world: World, dice: Dice) -> None:
    place = world.somewhere(dice, owner=True, oversees=True)
    with world.writing(place) as case:
        broken = [glass.number for glass in case.state.glasses]
        review_glass(case, dice.choose(broken or [0]), "justified", "")


# ------------------------------------------------------------------ who has it in hand


def _assign(world: World, dice: Dice) -> None:
    place = world.somewhere(dice)
    colleagues = [m.id for m in world.members if m.organisation_id == place.member.organisation_id]
    with world.writing(place) as case:
        assign(case, dice.choose([None, *colleagues]))


def _leave(world: World, dice: Dice) -> None:
    release_member(world.anybody(dice), world.now)


def _stand_in(world: World, dice: Dice) -> None:
    member, deputy = dice.choose(world.members), dice.choose(world.members)
    start = world.now.date() + timedelta(days=dice.number() % 3 - 1)
    Deputy.objects.create(
        member=member, deputy=deputy, starts=start, ends=start + timedelta(days=dice.number() % 9)
    )


def _deactivate(world: World, dice: Dice) -> None:
    gone = [member for member in world.members if not world.fresh(member).is_active]
    member = dice.choose(gone) if gone else world.anybody(dice)
    Member.objects.filter(id=member.id).update(is_active=bool(gone))


def _change_role(world: World, dice: Dice) -> None:
    member = world.anybody(dice)
    Member.objects.filter(id=member.id).update(
        role=dice.choose(("worker", "coordinator", "supervisor", "worker", "analyst", ""))
    )


# ------------------------------------------------------------------ the file itself


def _close(world: World, dice: Dice) -> None:
    with world.writing(world.somewhere(dice, owner=True)) as case:
        close_case(case, "goals_reached", "klaar")


def _reopen(world: World, dice: Dice) -> None:
    with world.writing(world.somewhere(dice, owner=True)) as case:
        reopen_case(case, "toch nodig")


def _task(world: World, dice: Dice) -> None:
    place = world.somewhere(dice)
    with world.writing(place) as case:
        do_task(case, place.one(dice, "tasks"), "gedaan")


def _merge(world: World, dice: Dice) -> None:
    place = world.somewhere(dice, owner=True, oversees=True)
    merge_cases(place.member, place.number, dice.choose(world.numbers), "dezelfde", world.now)


def _unmerge(world: World, dice: Dice) -> None:
    place = world.somewhere(dice, owner=True, oversees=True)
    unmerge_cases(place.member, place.number, dice.choose(world.numbers), "toch niet", world.now)


def _seal(world: World, dice: Dice) -> None:
    place = world.somewhere(dice, owner=True, oversees=True)
    with world.writing(place) as case:
        waiting = waiting_seals(case)
        numbers = [record.number for record in case.state.records]
        if not waiting:
            propose_seal(case, dice.choose(numbers), "verkeerde zaak")
    if waiting:
        confirm_seal(place.member, place.number, dice.choose(waiting).number, world.now)


def _tick(world: World, dice: Dice) -> None:
    world.now += timedelta(days=dice.number() % 12)
    tick(world.now)


MOVES: dict[str, Move] = {
    "register": _register,
    "refer": _refer,
    "accept": _accept,
    "consent": _consent,
    "describe": _describe,
    "state": _state_something,
    "note": _note,
    "bar": _bar,
    "glass": _glass,
    "assign": _assign,
    "stand_in": _stand_in,
    "withdraw_consent": _withdraw_consent,
    "finish_referral": _finish_referral,
    "answer_proposal": _answer_proposal,
    "release": _release,
    "answer_withdrawal": _answer_withdrawal,
    "ground": _ground,
    "confirm_ground": _confirm_ground,
    "see": _see,
    "decline": _decline,
    "withdraw_referral": _withdraw_referral,
    "paper": _paper,
    "lift": _lift,
    "flag": _flag,
    "resolve": _resolve,
    "review": _review,
    "leave": _leave,
    "deactivate": _deactivate,
    "change_role": _change_role,
    "close": _close,
    "reopen": _reopen,
    "task": _task,
    "merge": _merge,
    "unmerge": _unmerge,
    "seal": _seal,
    "tick": _tick,
}

OFTEN = [
    "refer",
    "accept",
    "accept",
    "accept",
    "consent",
    "describe",
    "state",
    "refer",
    "refer",
    "accept",
    "assign",
    "glass",
]
MORE = ["withdraw_consent", "finish_referral", "ground", "confirm_ground", "release", "note"]
NAMES = (*MOVES, *OFTEN, *MORE, *OFTEN, "refer", "accept", "state", "describe")

GLASS = timedelta(hours=settings.GLASS_HOURS)
