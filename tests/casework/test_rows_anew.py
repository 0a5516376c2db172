"""Rows are disposable: made anew from the chronologies they are the same rows."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import models

from ketenwijzer.casework import chronology
from ketenwijzer.casework.actions.answer import accept_referral, finish_referral
from ketenwijzer.casework.actions.erase import EraseCase, erase_case
from ketenwijzer.casework.actions.finish import close_case, merge_cases, unmerge_cases
from ketenwijzer.casework.chronology import Draft
from ketenwijzer.casework.erasure import ROWS
from ketenwijzer.casework.models import Case, Entry, EntryKey
from ketenwijzer.casework.rebuild import rebuild_all
from ketenwijzer.casework.rows import write_rows
from ketenwijzer.casework.state import Author
from ketenwijzer.casework.verify import verify
from ketenwijzer.casework.writing import writing, writing_as_receiver
from tests.casework.full import Words, fill

MADE_UP = {"involvement": ("id",), "searchtoken": ("id",), "bar": ("id",)}
Table = set[tuple[object, ...]]


def everything() -> dict[str, Table]:
    """Return all rows, without the ids that mean nothing, and the columns of the cases."""
    return {model.__name__: _rows(model) for model in (*ROWS, Case)}


def _rows(model: type[models.Model]) -> Table:
    left_out = MADE_UP.get(model._meta.model_name or "", ())
    names = [f.attname for f in model._meta.concrete_fields if f.attname not in left_out]
    found = list(model._default_manager.values_list(*names))
    rows = {tuple(bytes(v) if isinstance(v, memoryview) else v for v in row) for row in found}
    assert len(rows) == len(found)
    return rows


@pytest.fixture
def owner(database, member):
    return member()


@pytest.fixture
def partner(database, organisation, member):
    return member(organisation("shelter"))


def unchanged_by_rebuilding(now) -> bool:
    before = everything()
    assert rebuild_all(now) == (Case.objects.count(), [])
    assert everything() == before
    return True


def record(case: Case, now, *drafts: Draft) -> None:
    """Append as a deed does, and let the rows follow step by step."""
    case.refresh_from_db()
    chronology.write(case, drafts, Author(None, None), now)
    write_rows(case, chronology.read(case.id), now)


def refer(case: Case, owner, partner, now, **more: object) -> UUID:
    name = uuid4()
    data: dict[str, object] = {
        "id": name.hex,
        "receiver": partner.organisation_id.hex,
        "receiver_role": partner.organisation.role,
        "service": "shelter",
        "purpose": "care",
        "sections": ["health"],
        "answer_by": "2026-12-01",
        **more,
    }
    with writing(owner, case.number, now, "refer") as opened:
        opened.add("referral_made", None, **data)
    return name


def test_a_case_with_everything_in_it(owner, partner, open_a_case, now):
    case = open_a_case(owner)
    fill(case, owner, partner, now, Words([]))

    assert len(everything()["ReferralRow"]) == 7
    assert unchanged_by_rebuilding(now)


def test_parts_that_ended(owner, partner, open_a_case, now):
    case = open_a_case(owner)
    name = refer(case, owner, partner, now)
    with writing_as_receiver(partner, name, now, "answer") as opened:
        accept_referral(opened, name)
    with writing(partner, case.number, now + timedelta(hours=1), "finish") as opened:
        finish_referral(opened, name, "done")

    later = now + timedelta(hours=1)
    ended = [row for row in case.involvements.all() if row.until is not None]
    assert len(ended) == 1
    assert unchanged_by_rebuilding(later)


def test_a_case_that_was_handed_over(owner, partner, open_a_case, now):
    case = open_a_case(owner)
    name = refer(case, owner, partner, now, hands_over=True)
    with writing_as_receiver(partner, name, now, "answer") as opened:
        accept_referral(opened, name)

    assert case.involvements.get(organisation=partner.organisation).basis == "owner"
    assert unchanged_by_rebuilding(now)


def test_files_that_were_merged_and_taken_apart(owner, open_a_case, now):
    first, second = open_a_case(owner), open_a_case(owner)
    merge_cases(owner, first.number, second.number, "dezelfde persoon", now)
    assert unchanged_by_rebuilding(now)

    unmerge_cases(owner, first.number, second.number, "toch niet", now)
    assert unchanged_by_rebuilding(now)


def test_a_bar_a_task_and_a_flag_that_came_and_went(owner, partner, open_a_case, now):
    case = open_a_case(owner)
    bar = {"organisation": "", "member": partner.id.hex}
    flag, task = uuid4().hex, uuid4().hex
    own = owner.organisation_id.hex
    day = now.date()
    record(case, now, Draft("bar_set", day, bar), Draft("flag_raised", day, {"id": flag}))
    made = {"id": task, "organisation": own, "task": "call", "due": "2026-12-01"}
    record(case, now, Draft("task_made", day, made))
    assert unchanged_by_rebuilding(now)

    record(case, now, Draft("bar_lifted", day, bar))
    record(case, now, Draft("flag_resolved", day, {"id": flag, "reason": "x"}))
    record(case, now, Draft("task_done", day, {"id": task, "outcome": "x"}))
    assert (case.bars.count(), case.tasks.count()) == (0, 0)
    assert unchanged_by_rebuilding(now)


def test_an_identity_that_was_corrected(owner, open_a_case, now):
    case = open_a_case(owner)
    other = {"given_name": "Iemand", "family_name": "Anders", "birth_year": 1971}
    record(case, now + timedelta(minutes=5), Draft("identity_recorded", now.date(), other))

    assert unchanged_by_rebuilding(now + timedelta(minutes=5))


def test_closed_and_erased_cases(owner, open_a_case, now):
    closed, erased = open_a_case(owner), open_a_case(owner)
    with writing(owner, closed.number, now, "close") as opened:
        close_case(opened, "goals_reached", "")
    erase_case(EraseCase(erased.number, "AVG 17"), now)

    assert unchanged_by_rebuilding(now)


def test_whatever_stands_in_the_tables_is_replaced(owner, open_a_case, now):
    case = open_a_case(owner)
    before = everything()
    case.involvements.update(phase="elders", live=False)
    case.tokens.all().delete()
    Case.objects.update(status="closed")

    rebuild_all(now)

    assert everything() == before


def test_one_case_that_cannot_be_read_does_not_stop_the_others(owner, open_a_case, now):
    broken, whole = open_a_case(owner), open_a_case(owner)
    one = EntryKey.objects.get(entry__case=broken, entry__number=1)
    other = EntryKey.objects.get(entry__case=broken, entry__number=2)
    one.delete()
    other.delete()
    EntryKey.objects.create(entry=Entry.objects.get(id=one.entry_id), wrapped=other.wrapped)
    rows = whole.involvements.count()

    assert rebuild_all(now) == (1, [broken.number])
    assert whole.involvements.count() == rows
    assert broken.involvements.count() == 1, "rows of a case that cannot be read stay"
    assert [f.code for f in verify().faults] == ["unopened"]
