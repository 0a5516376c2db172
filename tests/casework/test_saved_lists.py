"""The names that colleagues give to lists are sealed, and read and replaced as if they were not."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from ketenwijzer.casework.lists import save_list, saved_lists, throw_list_away
from ketenwijzer.casework.models import SavedList
from ketenwijzer.casework.queries import Wanted
from tests.casework.chain import Chain

BEFORE, AFTER = "0007_tallies", "0008_names_of_lists"

pytestmark = pytest.mark.usefixtures("on_sqlite")


@pytest.fixture
def member():
    return Chain().member("care_coordinator")


def test_a_name_is_read_by_colleagues_and_stands_nowhere_in_the_clear(member):
    save_list(member, "Zaken rond Testa", Wanted("all", sign="danger"))

    [shown] = saved_lists(Chain().colleague(member))
    assert (shown.name, shown.wanted) == ("Zaken rond Testa", Wanted("all", sign="danger"))
    [row] = SavedList.objects.values_list()
    assert "Testa" not in str(row) and b"Testa" not in b"".join(
        bytes(value) for value in row if isinstance(value, bytes | memoryview)
    )


def test_the_same_name_replaces_in_one_organisation_and_no_other(member):
    other = Chain().member("shelter")
    for who, whose in ((member, "mine"), (other, "mine"), (member, "all")):
        save_list(who, "Spoed", Wanted(whose))

    assert [one.wanted.whose for one in saved_lists(member)] == ["all"]
    assert [one.wanted.whose for one in saved_lists(other)] == ["mine"]
    tokens = {bytes(row.token) for row in SavedList.objects.all()}
    assert len(tokens) == 2


def test_lists_stand_in_order_of_name_and_go_when_thrown_away(member):
    for name in ("zeker", "Aandacht", "late"):
        save_list(member, name, Wanted())
    worker = Chain().colleague(member, "worker")
    first = saved_lists(member)[0]
    assert [one.name for one in saved_lists(member)] == ["Aandacht", "late", "zeker"]

    throw_list_away(worker, first.id)
    assert len(saved_lists(member)) == 3
    throw_list_away(member, first.id)
    assert [one.name for one in saved_lists(member)] == ["late", "zeker"]


def test_names_that_were_in_the_clear_are_sealed_when_the_tables_are_brought_up_to_date(member):
    MigrationExecutor(connection).migrate([("casework", BEFORE)])
    then = MigrationExecutor(connection).loader.project_state([("casework", BEFORE)]).apps
    then.get_model("casework", "SavedList").objects.create(
        organisation_id=member.organisation_id, member_id=member.id, name="Testa", whose="all"
    )

    MigrationExecutor(connection).migrate([("casework", AFTER)])

    assert [one.name for one in saved_lists(member)] == ["Testa"]
    save_list(member, "Testa", Wanted("mine"))
    assert [one.wanted.whose for one in saved_lists(member)] == ["mine"]
