"""That she may be a child shows on the list, until the law says adult, as far as one may see."""

from datetime import UTC, date, datetime, timedelta

import pytest

from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.models import Involvement
from ketenwijzer.casework.position import HERE, corpus
from ketenwijzer.casework.queries import Wanted, worklist
from ketenwijzer.casework.rebuild import rebuild_all
from ketenwijzer.casework.showing.header import signs_of
from ketenwijzer.casework.tick import tick
from ketenwijzer.engine.case import PERSON, Event
from ketenwijzer.engine.view import View
from tests.casework.sharing import shared_with

pytestmark = pytest.mark.usefixtures("on_sqlite")
BORN = date(2009, 3, 4)


@pytest.fixture
def owner(member):
    return member()


@pytest.fixture
def case(open_a_case, owner):
    return open_a_case(owner, person=person(age_group="minor", birth_date=BORN.isoformat()))


def person(**said):
    return {"nationality": "third_country", **said}


def of_age() -> date:
    """Return the day on which the law no longer counts her as a child."""
    born = Event("e1", PERSON, BORN, date.min, BORN, None, {"birth_date": BORN})
    found = View(corpus(), [born], BORN).moment("eighteenth_birthday")
    assert found is not None
    return found


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def listed(member) -> bool:
    line = Involvement.objects.get(organisation=member.organisation)
    return "minor" in line.signs.split()


def in_header(member, case, day: date) -> bool:
    opened = open_case(member, case.number, at(day))
    return "minor" in signs_of(opened, opened.seen())


@pytest.mark.parametrize(("group", "shown"), [("minor", True), ("unknown", True), ("adult", False)])
def test_whoever_is_not_known_to_be_an_adult_has_the_sign(open_a_case, owner, now, group, shown):
    case = open_a_case(owner, person=person(age_group=group))

    assert listed(owner) is shown
    assert in_header(owner, case, now.date()) is shown


def test_the_list_can_be_narrowed_to_children(case, open_a_case, owner, now):
    open_a_case(owner, person=person(age_group="adult"))

    found = worklist(owner, now, Wanted(whose="all", sign="minor"))

    assert [line.case_id for line in found.rows] == [case.id]


def test_the_day_she_comes_of_age_is_looked_at_and_takes_the_sign_away(case, owner):
    day = of_age()
    tick(at(day - timedelta(days=1)))
    case.refresh_from_db()
    assert listed(owner) and case.look_again <= day

    tick(at(day))

    assert not listed(owner)
    assert not in_header(owner, case, day)
    assert in_header(owner, case, day - timedelta(days=1))


def test_nothing_else_is_needed_to_look_again_on_that_day(case, owner):
    day = of_age()
    tick(at(day - timedelta(days=1)))

    assert tick(at(day)).renewed == 1


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_the_rows_are_made_anew_the_same_around_that_day(case, owner, days):
    moment = at(of_age() + timedelta(days=days))
    tick(moment)
    before = list(Involvement.objects.values_list("organisation", "signs", "due", "action"))

    rebuild_all(moment)

    assert list(Involvement.objects.values_list("organisation", "signs", "due", "action")) == before


def test_her_birthday_is_not_told_to_who_may_not_read_it(case, owner, member, organisation, now):
    shelter = member(organisation("shelter"))
    shared_with(owner, case.number, shelter, now, ("basics",))
    assert listed(shelter)

    tick(at(of_age()))

    assert not listed(owner)
    assert listed(shelter)
    assert in_header(shelter, case, of_age())


def test_an_adult_is_none_also_to_who_reads_nothing_of_her_age(
    open_a_case, owner, member, organisation, now
):
    adult = open_a_case(owner, person=person(age_group="adult"))
    shelter = member(organisation("shelter"))
    shared_with(owner, adult.number, shelter, now, ("basics",))

    assert not listed(shelter)
    assert not in_header(shelter, adult, now.astimezone(HERE).date())
