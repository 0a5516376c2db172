"""Every decision record says where it stands and whether it is built, on one page."""

import re
from pathlib import Path

import pytest

from tests.docs.files import name_of, project_files, text_of

STATUS = re.compile(r"^status: (proposed|accepted|rejected|superseded by \d{4})$", re.MULTILINE)
BUILT = re.compile(r"^built: (not yet|in part|in full)$", re.MULTILINE)
LONGEST_PAGE = 60

RECORDS = [
    path
    for path in project_files(".md")
    if name_of(path).startswith("docs/decisions/") and path.name != "template.md"
]


@pytest.mark.parametrize("record", RECORDS, ids=name_of)
def test_a_record_has_its_two_fields_and_fits_on_a_page(record: Path):
    text = text_of(record)

    assert STATUS.search(text), "status: proposed, accepted, rejected or superseded by NNNN"
    assert BUILT.search(text), "built: not yet, in part or in full"
    assert len(text.splitlines()) <= LONGEST_PAGE


def test_records_are_numbered_without_gaps():
    numbers = [path.name[:4] for path in RECORDS]

    assert numbers == [f"{n:04}" for n in range(1, len(numbers) + 1)]
