"""A query that is built once answers as one that is built each time."""

from datetime import timedelta

import pytest

from ketenwijzer.casework.access import visible
from ketenwijzer.casework.models import Case
from ketenwijzer.casework.prepared import Prepared


def opened_since(now, number):
    return Case.objects.filter(opened_at__gte=now, number=number)


def test_each_asking_has_its_own_values(database, open_a_case, now):
    one, other = open_a_case(), open_a_case()
    prepared = Prepared(Case, opened_since)

    found = [prepared.ask(now, case.number) for case in (one, other, one)]

    assert found == [[one], [other], [one]]
    assert prepared.ask(now + timedelta(seconds=1), one.number) == []


def test_a_query_that_depends_on_the_values_is_refused(database, now):
    prepared = Prepared(Case, lambda number: Case.objects.filter(number=number + str(len(number))))

    with pytest.raises(ValueError, match="depends on the values"):
        prepared.ask("K7Q2-K7Q2")


@pytest.mark.parametrize("role", ["worker", "coordinator"])
def test_preparing_leaves_the_query_of_the_list_as_it_is(on_sqlite, member, now, role):
    lines = visible(member(role=role), now)

    assert "stand-in" not in str(lines.query)
    assert lines.count() == 0
