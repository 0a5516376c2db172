"""Files that were joined, on pages: what stands in the other one is read here and done there."""

import re

import pytest

from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.actions.finish import merge_cases
from ketenwijzer.casework.actions.note import add_note
from ketenwijzer.casework.actions.record import RecordStatement, record_statement
from ketenwijzer.casework.writing import writing
from tests.web.chain_pages import as_, opened, text

CORRECT = "/record/indication/?supersedes="


@pytest.fixture
def owner(chain):
    return chain.member("care_coordinator")


def said(owner, number, now, note):
    """Record an indication and a note in a file; return the number of the first."""
    with writing(owner, number, now, "record") as case:
        entry = case.case.head_number + 1
        record_statement(case, RecordStatement("indication", case.today))
        add_note(case, note)
    return entry


@pytest.fixture
def joined(chain, owner):
    """Return the file that is kept, the one that was joined to it, and their indications."""
    kept, other = opened(chain, owner), opened(chain, owner)
    entries = [said(owner, number, chain.now, f"notitie {number}") for number in (kept, other)]
    merge_cases(owner, kept, other, "dezelfde", chain.now)
    chain.number = kept
    return kept, other, entries


def timeline(who, number):
    return as_(who).get(f"/cases/{number}/timeline/").content.decode()


def test_a_deed_is_offered_for_what_stands_in_the_file_itself_only(chain, owner, joined):
    kept, _, entries = joined

    html = timeline(owner, kept)

    offered = re.findall(r"/cases/([^/]+)/(?:record/\w+/\?supersedes=|entries/\d+/)", html)
    assert set(offered) == {kept}
    corrected = re.findall(r"indication/\?supersedes=(\d+)", html)
    assert str(entries[0]) in corrected and len(corrected) == len(set(corrected))
    sealed = re.findall(r"/entries/(\d+)/seal/", html)
    mine = {r.number for r in open_case(owner, kept, chain.now).state.records}
    assert sealed and {int(number) for number in sealed} <= mine
    assert len(sealed) == len(set(sealed))


def test_the_other_file_is_linked_and_the_deed_is_offered_there(chain, owner, joined):
    kept, other, entries = joined

    assert f"/cases/{other}/timeline/" in timeline(owner, kept)
    there = timeline(owner, other)
    assert f"/cases/{other}{CORRECT}{entries[1]}" in there
    assert f"Staat in dossier {other}" not in there


def test_whoever_takes_part_in_the_kept_file_alone_reads_no_number_of_the_other(
    chain, owner, joined
):
    kept, other, _ = joined
    shelter = chain.member("shelter")
    chain.accept(shelter, chain.refer(owner, shelter, "shelter"))

    html = timeline(shelter, kept)

    assert "Uit een samengevoegd dossier" in html
    assert other not in html


def test_a_note_of_the_other_file_is_not_released_from_this_one(chain, owner, joined):
    kept, other, _ = joined
    page = as_(owner).get(f"/cases/{kept}/notes/")

    assert f"notitie {other}" in text(page)
    assert page.content.decode().count("/release/") == 1


def test_a_correction_in_one_file_strikes_nothing_in_the_other(chain, owner, joined):
    kept, other, entries = joined
    with writing(owner, other, chain.now, "record") as case:
        record_statement(case, RecordStatement("indication", case.today, {}, entries[1]))

    html = timeline(owner, kept)

    assert html.count("kw-entry--corrected") == 1
    assert f"{CORRECT}{entries[0]}" in html
