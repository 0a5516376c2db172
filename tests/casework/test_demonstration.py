"""The invented chain: everybody is obviously invented, every route is played, worklists live."""

import re
import shutil
from datetime import UTC, date, datetime, timedelta

import pytest
from django.conf import settings

from ketenwijzer.casework import chronology
from ketenwijzer.casework.access import visible
from ketenwijzer.casework.demonstration.deeds import DEEDS
from ketenwijzer.casework.demonstration.load import is_empty, load, order
from ketenwijzer.casework.demonstration.people import Company
from ketenwijzer.casework.demonstration.stage import Stage
from ketenwijzer.casework.fold import fold, fold_on
from ketenwijzer.casework.models import (
    Case,
    Deputy,
    Entry,
    Involvement,
    Member,
    OnCall,
    Organisation,
    ReferralRow,
)
from ketenwijzer.casework.position import HERE, agreement, corpus, events_of
from ketenwijzer.casework.statuses import CaseStatus, ReferralStatus
from ketenwijzer.corpus.demonstration import Offset, load_demonstration, offset
from tests.databases import pointed_at

# A minute past midnight, just after the shortest month: if it loads then, it loads whenever.
NOW = datetime(2027, 2, 28, 23, 1, tzinfo=UTC)
FAMILY = [
    "Verzonnen",
    "Bedacht",
    "Voorbeeld",
    "Denkbeeldig",
    "Gefingeerd",
    "Fictief",
    "Nergens",
    "Niemand",
    "Verzinsel",
]
INVENTED = re.compile(
    "voorbeeld|verzonnen|verzinsel|bedacht|bedenksel|proef|fictie|denkbeeld|nepnaam|gefingeerd"
    "|nergens|fantasie",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def told():
    return load_demonstration(settings.COUNTRY)


@pytest.fixture(scope="module")
def loaded(told, sqlite_template, tmp_path_factory, django_db_blocker):
    """Load once for all tests that only read."""
    path = tmp_path_factory.mktemp("demonstration") / "ketenwijzer.sqlite3"
    shutil.copy(sqlite_template, path)
    with django_db_blocker.unblock(), pointed_at({"NAME": str(path)}):
        yield load(told, NOW)


def test_everybody_is_obviously_invented(told):
    for partner in told.partners:
        assert INVENTED.search(partner.name), partner.name
        for person in partner.people:
            assert INVENTED.search(person.name), person.name
    for story in told.stories:
        assert story.identity["family_name"] in FAMILY, story.key


def test_no_two_cases_have_one_name(told):
    names = [(s.identity["given_name"], s.identity["family_name"]) for s in told.stories]

    assert len(names) == len(set(names))


def test_every_kind_of_organisation_of_the_agreement_takes_part(told):
    assert {partner.role for partner in told.partners} == set(agreement().roles)


def test_every_deed_of_the_stories_is_one_that_can_be_done(told):
    for story in told.stories:
        for deed in story.deeds:
            assert deed.name in DEEDS, (story.key, deed.name)


@pytest.mark.parametrize("days", range(0, 800, 7))
def test_on_whatever_day_it_is_loaded_nothing_lies_ahead_and_all_is_in_order(told, days):
    now = NOW + timedelta(days=days, hours=days % 24)
    stage = Stage(Company({}, {}), now.astimezone(HERE).date())

    turns = order(told, stage, now)

    assert all(turn.now <= now for turn in turns)
    assert turns == sorted(turns, key=lambda turn: turn.now)
    for story in told.stories:
        own = [turn for turn in turns if turn.story is story]
        assert own[0].deed.name == "open", story.key


def test_there_are_enough_partners_people_and_cases(loaded):
    assert loaded.organisations >= 12
    assert loaded.people >= 25
    assert loaded.cases >= 60
    assert not is_empty()
    assert Organisation.objects.filter(on_paper=True).count() >= 1
    assert OnCall.objects.filter(starts__lte=NOW, ends__gt=NOW).count() >= 10
    assert Deputy.objects.exists()
    assert set(Member.objects.values_list("role", flat=True)) == {
        "worker",
        "coordinator",
        "supervisor",
        "analyst",
        "administrator",
    }


def test_the_cases_stand_in_every_phase_of_the_law_and_in_every_state(loaded):
    phases = set(Involvement.objects.filter(basis="owner").values_list("phase", flat=True))
    statuses = set(ReferralRow.objects.values_list("status", flat=True))

    assert phases >= {phase.id for phase in corpus().phases} - {"no_indication"}
    assert statuses >= set(ReferralStatus) - {ReferralStatus.WITHDRAWN, ReferralStatus.DONE}
    assert set(Case.objects.values_list("status", flat=True)) == set(CaseStatus) - {
        CaseStatus.ERASED
    }


def test_what_happens_covers_the_routes_of_the_protocol(loaded):
    happened = {
        event.type
        for case in Case.objects.all()
        for event in events_of((chronology.read(case.id),))
    }

    assert happened == set(corpus().event_types)


def test_the_worklists_live(loaded):
    today = NOW.astimezone(HERE).date()
    due = list(Involvement.objects.filter(open=True, live=True).values_list("due", flat=True))

    assert sum(day == today for day in due) >= 5
    assert sum(day < today for day in due) >= 5
    assert sum(today < day <= today + timedelta(days=7) for day in due) >= 10


def test_every_partner_that_signs_in_has_cases_or_referrals_waiting(loaded):
    for organisation in Organisation.objects.filter(on_paper=False).exclude(role="municipality"):
        coordinators = organisation.members.filter(role="coordinator")
        assert any(visible(member, NOW).exists() for member in coordinators) or (
            organisation.members.filter(role="supervisor").exists()
        ), organisation.name


def test_every_chronology_is_in_order_of_time(loaded):
    for case in Case.objects.all():
        moments = list(
            Entry.objects.filter(case=case).order_by("number").values_list("recorded_at", flat=True)
        )
        assert moments == sorted(moments)
        assert moments[-1] <= NOW


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("0", Offset(0, 0)),
        ("-40", Offset(0, -40)),
        ("12 months", Offset(12, 0)),
        ("1 year", Offset(12, 0)),
        ("-3 months + 5", Offset(-3, 5)),
        ("-1 month - 20", Offset(-1, -20)),
        ("5 days", Offset(0, 5)),
    ],
)
def test_a_day_is_written_as_how_far_it_lies_from_another(written, meant):
    assert offset(written) == meant


def test_the_end_of_a_month_is_kept(told):
    assert Offset(-3, 0).after(date(2027, 5, 31)) == date(2027, 2, 28)
    assert offset("soon") is None


def test_what_holds_after_one_more_entry_is_what_all_together_give(loaded):
    for case in Case.objects.filter(status=CaseStatus.OPEN):
        records = list(chronology.opened(case.id, chronology.rows(case.id)))
        grown = [fold(case.id, ())]
        for record in records:
            grown.append(fold_on(grown[-1], [record]))
        # Compared after all of them were made: going on from a state leaves that state alone.
        assert grown == [fold(case.id, records[:count]) for count in range(len(records) + 1)]
