"""House rule "one access decision", defect "list views not filtered by scope": for random lives of
cases, what a member's list holds is exactly what opens, and what is read is exactly what may be.

The second opinion is `oracle`. `make test` plays a sample, `make prove` many more.
"""

import os
from random import Random
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ketenwijzer.casework import chronology
from ketenwijzer.casework.access import OpenCase, open_case, opened_for
from ketenwijzer.casework.errors import NotFound
from ketenwijzer.casework.models import (
    Bar,
    Case,
    Involvement,
    Member,
    ReferralRow,
    SearchToken,
    TaskRow,
)
from ketenwijzer.casework.position import agreement
from ketenwijzer.casework.rebuild import rebuild
from ketenwijzer.casework.tick import tick
from tests.casework import oracle
from tests.casework.world import NAMES, World

FULL = bool(os.environ.get("KETENWIJZER_PROVE"))
PLAYS = 200 if FULL else 6
MOVES = 60
LOOK_EVERY = 6

plays = settings(
    max_examples=PLAYS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    # A play is one number: there is nothing to shorten, and `done` tells what happened in it.
    phases=(Phase.explicit, Phase.generate),
    derandomize=not FULL,
)
seeds = st.integers(0, 2**32)


@pytest.fixture(autouse=True)
def _database(on_sqlite):
    """Play on a real database; each play has organisations of its own in it."""


@plays
@given(seed=seeds)
def test_lists_cases_sections_and_entries_are_what_the_oracle_says(seed):
    world, moves = begin(seed)
    for turn, move in enumerate(moves):
        if world.play(move) and turn % LOOK_EVERY == 0:
            compare(world)
    compare(world)


@plays
@given(seed=seeds)
def test_rows_rebuilt_are_the_rows_that_stood(seed):
    world, moves = begin(seed)
    for move in moves:
        world.play(move)
    tick(world.now)
    cases = world.known
    before = rows_of(cases)

    rebuild(cases, world.now)
    tick(world.now)

    assert rows_of(cases) == before, world.told()


@plays
@given(seed=seeds)
def test_nothing_is_ever_in_limbo(seed):
    world, moves = begin(seed)
    for move in moves:
        world.play(move)
    tick(world.now)
    for number, state in world.states().items():
        case = Case.objects.get(number=number)
        owner = Involvement.objects.get(case=case, organisation=state.owner)
        assert (owner.live, owner.barred) == (True, False), world.told()
        assert owner.organisation.active
        for referral in state.referrals.values():
            answered = not referral.is_open
            assert answered or referral.answer_by is not None, world.told()
            if referral.status in ("declined", "expired"):
                came_back = [
                    task.kind for task in state.tasks.values() if task.kind == "refer_again"
                ]
                assert came_back, world.told()


# ------------------------------------------------------------------ comparing


def begin(seed: int) -> tuple[World, list[list[int]]]:
    """Return a world with two cases, and the moves of a play in it."""
    dice = Random(seed)
    roles = [dice.choice(sorted(agreement().roles)) for _ in range(dice.randint(3, 5))]
    world = World(("care_coordinator", "comensha", *roles), seed=seed)
    while len(world.numbers) < 2:
        world.play([NAMES.index("register"), *_numbers(dice)])
    return world, [[dice.randrange(len(NAMES)), *_numbers(dice)] for _ in range(MOVES)]


def _numbers(dice: Random) -> list[int]:
    return [dice.randrange(1024) for _ in range(9)]


def compare(world: World) -> None:
    """Hold what every member gets against what the oracle says."""
    files = {number: file_of(number) for number in world.numbers}
    members = list(Member.objects.filter(id__in=[m.id for m in world.members]))
    for member in members:
        opens = {n for n, f in files.items() if f and oracle.may_open(member, f, world.now)}
        listed = world.listed(member)
        assert listed == opens, said(world, member, "list", listed, opens)
        for number, file in files.items():
            if file is not None:
                _compare_in(world, member, number, file, number in opens)
    probe = members[len(world.done) % len(members)]
    for number in world.numbers:
        assert _opens(probe, number, world) == (number in world.listed(probe))


def _compare_in(world: World, member: Member, number: str, file: oracle.File, opens: bool) -> None:
    case = Case.objects.get(number=number)
    opened = opened_for(case, chronology.read(case.id), member, world.now)
    assert opened.decider.opening.allowed == opens
    expected = _sections(member, file, world) if opens else set()
    seen = {name for name in (*agreement().sections, "", "all", "*") if opened.may(name).allowed}
    assert seen == expected, said(world, member, number, seen, expected)
    if not opens:
        assert opened.records() == []
        return
    homes = {file.id: file, **{other.id: other for other in file.merged}}
    should = {
        (home.id, entry.number)
        for home in homes.values()
        for entry in home.entries
        if oracle.reads(member, file, entry, home, world.now)
    }
    does = {(record.case, record.number) for record in opened.records()}
    kinds = {
        (key, e.kind) for h in homes.values() for e in h.entries for key in ((h.id, e.number),)
    }
    differs = [(k, kind) for k, kind in kinds if k in does ^ should]
    assert does == should, said(world, member, number, differs, "read or should be")


def _sections(member: Member, file: oracle.File, world: World) -> set[str]:
    return {s for s in agreement().sections if oracle.sees(member, file, s, world.now)}


def _opens(member: Member, number: str, world: World) -> bool:
    try:
        found: OpenCase = open_case(member, number, world.now)
    except NotFound:
        return False
    return found.case.number == number


def file_of(number: str) -> oracle.File | None:
    """Return a file as the oracle reads it, with what was merged into it."""
    case = Case.objects.get(number=number)
    file = _file(case.id)
    others = [r for r in file.entries if r.kind in ("case_merged", "case_unmerged")]
    joined: dict[str, bool] = {}
    for entry in others:
        joined[entry.text("case")] = entry.kind == "case_merged" and entry.text("side") == "from"
    file.merged = [_file(UUID(name)) for name, now in joined.items() if now]
    return file


def _file(case: UUID) -> oracle.File:
    return oracle.File(case, list(chronology.opened(case, chronology.rows(case))))


def rows_of(cases: list[Case]) -> list[object]:
    """Return all rows of these cases, apart from the numbers that a database gives them."""
    found: list[object] = []
    for kind in (Involvement, ReferralRow, TaskRow, Bar, SearchToken):
        names = [f.attname for f in kind._meta.fields if f.name != "id" or kind in KEYED]
        rows = kind.objects.filter(case__in=cases).values_list(*names)
        found.append((kind.__name__, sorted(map(str, rows))))
    columns = ("number", "status", "merged_into", "look_again", "head_number")
    ids = [case.id for case in cases]
    return [*found, sorted(map(str, Case.objects.filter(id__in=ids).values_list(*columns)))]


KEYED = (ReferralRow, TaskRow)


def said(world: World, member: Member, *what: object) -> str:
    """Say where a play went wrong."""
    who = f"{member.role} of {member.organisation.role if member.organisation else None}"
    return f"{who}: {what}\n {world.told()}"
