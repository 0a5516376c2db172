"""Who has a case in hand: taken, given, given back; and nobody's when somebody leaves."""

from uuid import uuid4

import pytest

from ketenwijzer.casework.actions.assign import assign, release_member
from ketenwijzer.casework.errors import Denied, NotFound, Refused
from ketenwijzer.casework.models import TaskRow
from ketenwijzer.casework.writing import writing
from tests.casework.chain import Chain

pytestmark = pytest.mark.usefixtures("on_sqlite")


@pytest.fixture
def chain() -> Chain:
    return Chain()


@pytest.fixture
def worker(chain):
    member = chain.member("care_coordinator", "worker")
    chain.opens(member)
    return member


def give(chain, by, to):
    with writing(by, chain.number, chain.now, "assign") as case:
        assign(case, to)


def hand(chain, who):
    return chain.state(chain.colleague(who)).parts[who.organisation_id].assigned


def test_a_worker_gives_back_and_a_colleague_takes(chain, worker):
    colleague = chain.colleague(worker, "worker")
    give(chain, worker, None)
    give(chain, colleague, colleague.id)

    assert hand(chain, worker) == colleague.id


def test_only_who_oversees_gives_to_another(chain, worker):
    colleague = chain.colleague(worker, "worker")
    with pytest.raises(Denied, match="only_coordinator"):
        give(chain, worker, colleague.id)

    give(chain, chain.colleague(worker), colleague.id)
    assert hand(chain, worker) == colleague.id


@pytest.mark.parametrize("role", ["analyst", "administrator"])
def test_a_case_goes_to_who_handles_cases(chain, worker, role):
    for to in (chain.colleague(worker, role).id, chain.member("police").id, uuid4()):
        with pytest.raises(Refused, match="no_colleague"):
            give(chain, chain.colleague(worker), to)


def test_an_outsider_assigns_nothing(chain, worker):
    outsider = chain.member("police")
    with pytest.raises(NotFound):
        give(chain, outsider, outsider.id)


def test_a_worker_who_leaves_leaves_a_task_that_ends_when_somebody_takes_over(chain, worker):
    release_member(worker, chain.now)

    assert TaskRow.objects.get().kind == "assign_again"
    colleague = chain.colleague(worker, "worker")
    give(chain, colleague, colleague.id)
    assert not TaskRow.objects.exists()
