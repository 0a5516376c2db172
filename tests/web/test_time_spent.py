"""Where the chain loses time: per duty, from when it arose until it was done."""

import re
from datetime import timedelta

import pytest

from ketenwijzer.casework.lines import Stretch, read_stretch
from ketenwijzer.casework.models import Involvement
from ketenwijzer.casework.spent import spent_by
from ketenwijzer.clock import now
from tests.web.chain import open_case_for, page, record, today

NORM = "a_duty"


def stretch(days: int, *, term: int | None = 5, open_: bool = False, norm: str = NORM) -> str:
    since = today() - timedelta(days=40)
    due = None if term is None else since + timedelta(days=term)
    met = None if open_ else since + timedelta(days=days)
    return Stretch(norm, since, due, met).written()


@pytest.fixture
def desk(organisation, member, browser):
    """Return a supervisor and a worker of the police, with a browser of the first."""
    force = organisation("police")
    supervisor = member("supervisor", of=force)
    return supervisor, member("worker", of=force), browser(supervisor)


def spend(case: str, *lines: str) -> None:
    Involvement.objects.filter(case__number=case).update(spent="\n".join(lines))


@pytest.mark.parametrize("line", [stretch(3), stretch(3, term=None), stretch(0, open_=True)])
def test_a_stretch_is_read_as_it_was_written(line):
    assert read_stretch(line).written() == line


def test_half_and_nine_in_ten_late_and_open(desk):
    supervisor, worker, _ = desk
    days = [1, 2, 3, 4, 5, 6, 7, 8, 9, 30]
    for number in days:
        spend(open_case_for(worker), stretch(number), stretch(0, open_=True, norm="other"))

    slow, other = spent_by(supervisor, now())

    assert (slow.done, slow.half, slow.most, slow.term, slow.late) == (10, 6, 9, 5, 5)
    assert (other.done, other.half, other.open, other.oldest) == (0, None, 10, 40)


def test_what_the_law_asks_is_counted_from_the_events(desk):
    supervisor, worker, browser = desk
    number = open_case_for(worker, 20)
    record(worker, number, "reflection_offered", 10)

    counted = spent_by(supervisor, now())

    assert counted
    assert all(one.done + one.open for one in counted)
    assert "Waar de keten tijd verliest" in page(browser, "/coming/time/")


def test_the_bars_are_drawn_in_any_language(desk):
    _, worker, browser = desk
    spend(open_case_for(worker), stretch(1), stretch(3))

    for language in ("nl", "en"):
        browser.post("/language", {"language": language})
        widths = re.findall(r'<rect class="\S+" width="([^"]+)"', page(browser, "/coming/time/"))
        assert widths == ["60.0", "40.0"]


def test_only_whoever_oversees_and_only_the_own_organisation(desk, member, browser):
    _, worker, _ = desk
    spend(open_case_for(worker), stretch(3))

    assert spent_by(worker, now()) == ()
    assert spent_by(member("supervisor"), now()) == ()
    assert browser(worker).get("/coming/time/").status_code == 302


def test_a_case_from_which_one_is_barred_is_not_counted(desk):
    supervisor, worker, _ = desk
    number = open_case_for(worker)
    spend(number, stretch(3))
    line = Involvement.objects.get(case__number=number)
    line.case.bars.create(member=supervisor)

    assert spent_by(supervisor, now()) == ()
