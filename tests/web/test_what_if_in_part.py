"""What would change is told only where the whole would change so too (safety rules 3 and 4).

The police do not see where she lives; a shelter does. What hangs on a placement that the police do
not know of is told to them neither as a gain nor as a loss.
"""

from datetime import timedelta

import pytest

from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.actions.record import RecordStatement
from ketenwijzer.casework.position import agreement, position_of
from ketenwijzer.casework.showing.supposed import choices_of, suppose
from ketenwijzer.clock import now
from ketenwijzer.engine.case import PERSON, Event
from ketenwijzer.telling.language import Reader, Register
from tests.web.chain import chain, page, record, today, words_of

READER = Reader("en", Register.WORKER)
IN_PART = "Uw organisatie ziet niet alles van dit dossier."
TRIED = sorted({*agreement().statements} - {PERSON})


@pytest.fixture
def case(member, organisation):
    found = chain(member, organisation)
    record(found.police, found.number, "reflection_offered")
    record(found.shelter, found.number, "shelter_placed", kind="cosm")
    return found


def moves(events, what, by, day):
    """Return the norms that stand otherwise on a day if it happened today."""
    event = Event("what-if", what, today(), today(), today(), by)
    pair = (position_of(found, day) for found in (events, (*events, event)))
    before, after = ([_said(f) for f in position.findings] for position in pair)
    return {b[0] for b, a in zip(before, after, strict=True) if b != a}


def _said(finding):
    return finding.norm, finding.standing, finding.granted, finding.until, finding.strength


def told_and_true(case, what):
    """Return the norms that are told to move, and those that move for some and for all."""
    opened, day = open_case(case.police, case.number, now()), today() + timedelta(days=1)
    allowed = agreement().statements[what].stated_by or ("police",)
    by = "police" if "police" in allowed else allowed[0]
    told = suppose(opened, (RecordStatement(what, today(), {}),), day, READER)
    mine, all_ = (moves(s.events, what, by, day) for s in (opened.seen(), opened.whole()))
    return {effect.norm for effect in told.effects}, mine, all_


def test_no_event_is_told_to_change_what_the_whole_would_not(case):
    found = {what: told_and_true(case, what) for what in TRIED}

    assert not {what for what, (told, mine, all_) in found.items() if told - (mine & all_)}
    assert any(told for told, _, _ in found.values())
    assert any(mine != all_ for _, mine, all_ in found.values())


def test_what_she_may_choose_is_told_as_the_whole_has_it(case, monkeypatch):
    opened = open_case(case.police, case.number, now())
    before = opened.whole()
    told, stays = choices_of(opened, READER)
    monkeypatch.setattr(type(opened), "reads", lambda *_: True)
    of_all, _ = choices_of(opened, READER)

    assert told and stays
    all_ = {e.norm: (e.before, e.after) for choice in of_all for e in choice.effects}
    mine = {e.norm for choice in told for e in choice.effects}
    assert mine <= {*all_}
    assert opened.seen().events == before.events


@pytest.mark.parametrize("where", ["what-if/", "norms/reflection_period/"])
def test_a_page_says_that_more_may_change(case, browser, where):
    assert IN_PART in words_of(page(browser(case.police), f"/cases/{case.number}/{where}"))
