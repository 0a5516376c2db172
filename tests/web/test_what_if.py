"""What if: what would change is told, and nothing is kept but the reading line."""

import pytest

from ketenwijzer.casework.models import AccessLine, Case, Entry
from tests.web.chain import chain, page, record, today


@pytest.fixture
def case(member, organisation):
    found = chain(member, organisation)
    record(found.police, found.number, "reflection_offered")
    return found


def supposing(client, case, **values):
    answer = client.post(f"/cases/{case.number}/what-if/", values)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_she_may_choose_is_told_first(case, browser):
    html = page(browser(case.police), f"/cases/{case.number}/what-if/")

    assert "Wat zij kan kiezen, en wat volgt" in html


def test_an_event_asks_for_its_day_before_it_is_tried(case, browser):
    html = supposing(browser(case.police), case, event="report")

    assert 'name="e1-on"' in html
    assert 'id="result"' not in html


def test_several_events_on_their_days_are_tried_together(case, browser):
    day = today().isoformat()

    html = supposing(
        browser(case.police),
        case,
        **{"event": ["report", "permit_granted"], "e1-on": day, "e2-on": day},
        **{"e2-a_kind": "temporary_permit"},
    )

    assert 'id="result"' in html
    assert "→" in html


def test_nothing_is_kept_of_what_was_tried(case, browser):
    entries, head = Entry.objects.count(), Case.objects.get(number=case.number).head_digest
    logged = AccessLine.objects.count()

    supposing(browser(case.police), case, **{"event": "departure", "e1-on": today().isoformat()})

    line = AccessLine.objects.latest("id")
    assert Entry.objects.count() == entries
    assert bytes(Case.objects.get(number=case.number).head_digest) == bytes(head)
    assert AccessLine.objects.count() == logged + 1
    assert (line.activity, line.sections, line.reason) == ("what_if", "", "assigned")


@pytest.mark.parametrize("day", ["", "2026-02-31", "x", "0001-01-01", "9999-12-31"])
def test_impossible_days_break_nothing(case, browser, day):
    supposing(browser(case.police), case, **{"event": "report", "e1-on": day, "day": day})


def test_nonsense_is_passed_over(case, browser):
    html = supposing(browser(case.police), case, event=["niets", "<script>"])

    assert "<script>alert" not in html


def test_what_others_see_otherwise_is_left_out_of_what_would_change(case, browser):
    record(case.shelter, case.number, "shelter_placed", kind="cosm")

    html = supposing(
        browser(case.police), case, **{"event": "report", "e1-on": today().isoformat()}
    )

    result = html[html.index('id="result"') :]
    assert "COSM" not in result[: result.index("</section>")]
