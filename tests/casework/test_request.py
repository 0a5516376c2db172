"""Safety rule 8: what she asks is a task with a term for the owner, and a restriction shows."""

from datetime import timedelta
from uuid import UUID

import pytest

from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.actions.finish import close_case, do_task
from ketenwijzer.casework.actions.request import (
    OUTCOMES,
    answer_request,
    lift_restriction,
    make_request,
)
from ketenwijzer.casework.errors import Denied, Refused
from ketenwijzer.casework.models import Involvement, Member, TaskRow
from ketenwijzer.casework.position import agreement
from ketenwijzer.casework.queries import names_in
from ketenwijzer.casework.rebuild import rebuild
from ketenwijzer.casework.showing.asked import Asking, requests_of
from ketenwijzer.casework.showing.header import header_of
from ketenwijzer.casework.writing import writing
from ketenwijzer.corpus.agreements import REQUESTS
from ketenwijzer.telling.language import Reader
from tests.casework.chain import Chain

pytestmark = pytest.mark.usefixtures("on_sqlite")

CANARY = "Kanarieverzoek"


@pytest.fixture
def chain() -> Chain:
    made = Chain()
    made.members["owner"] = made.member("care_coordinator")
    made.members["shelter"] = made.member("shelter")
    made.members["police"] = made.member("police")
    made.opens(made.members["owner"])
    for name in ("shelter", "police"):
        service = "shelter" if name == "shelter" else "report_to_police"
        receiver = made.members[name]
        made.accept(receiver, made.refer(made.members["owner"], receiver, service))
    return made


def ask(chain: Chain, by: Member, request: str = "access", asked: str = CANARY) -> UUID:
    with writing(by, chain.number, chain.now, "make_request") as case:
        return make_request(case, request, asked)


def answer(
    chain: Chain, by: Member, request: UUID, outcome: str = "granted", why: str = ""
) -> None:
    with writing(by, chain.number, chain.now, "answer_request") as case:
        answer_request(case, request, outcome, why)


def signs(chain: Chain, who: Member) -> tuple[str, ...]:
    case = open_case(who, chain.number, chain.now)
    header = header_of(case, case.seen(), names_in(case), Reader("en"))
    row = Involvement.objects.get(case=chain.case(), organisation=who.organisation)
    assert ("restricted" in header.signs) is ("restricted" in row.signs.split())
    return header.signs


def asked(chain: Chain, who: Member) -> list[Asking]:
    case = open_case(who, chain.number, chain.now)
    return requests_of(case, names_in(case), Reader("en"))


@pytest.mark.parametrize("kind", REQUESTS)
def test_what_she_asks_becomes_a_task_of_the_owner_with_the_agreed_day(chain, kind):
    ask(chain, chain.members["shelter"], kind)

    days = agreement().requests[kind].answer_days
    row = TaskRow.objects.get(kind=f"request_{kind}")
    assert row.organisation == chain.members["owner"].organisation
    assert row.due == chain.now.date() + timedelta(days=days)


def test_the_partners_agreed_on_a_term_for_everything_that_she_can_ask():
    assert set(agreement().requests) == set(REQUESTS)
    assert all(request.answer_days > 0 for request in agreement().requests.values())


def test_a_request_is_read_by_who_recorded_it_and_the_owner_and_by_nobody_else(chain):
    ask(chain, chain.members["shelter"])

    assert [one.asked for one in asked(chain, chain.members["owner"])] == [CANARY]
    assert [one.asked for one in asked(chain, chain.members["shelter"])] == [CANARY]
    assert asked(chain, chain.members["police"]) == []
    case = open_case(chain.members["police"], chain.number, chain.now)
    assert CANARY not in str([r.data for r in case.records()])


def test_the_answer_reaches_who_recorded_the_request_and_ends_the_task(chain):
    made = ask(chain, chain.members["shelter"])
    answer(chain, chain.members["owner"], made, "partly", "de rest is van een ander")

    (one,) = asked(chain, chain.members["shelter"])
    assert (one.outcome, one.explained) == ("partly", "de rest is van een ander")
    assert not TaskRow.objects.filter(kind="request_access").exists()


def test_only_the_owner_answers_and_only_once(chain):
    made = ask(chain, chain.members["shelter"])
    with pytest.raises(Denied):
        answer(chain, chain.members["shelter"], made)
    with pytest.raises(Refused):
        answer(chain, chain.members["police"], made)
    answer(chain, chain.members["owner"], made)
    with pytest.raises(Refused):
        answer(chain, chain.members["owner"], made)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_what_is_not_wholly_granted_is_explained(chain, outcome):
    made = ask(chain, chain.members["owner"])
    if outcome in ("partly", "refused"):
        with pytest.raises(Refused):
            answer(chain, chain.members["owner"], made, outcome, "  ")
    else:
        answer(chain, chain.members["owner"], made, outcome)


def test_what_she_asked_is_answered_and_never_just_ticked_off(chain):
    owner = chain.members["owner"]
    ask(chain, owner)
    task = TaskRow.objects.get(kind="request_access")
    with pytest.raises(Refused), writing(owner, chain.number, chain.now, "do_task") as case:
        do_task(case, task.id, "gedaan")


@pytest.mark.parametrize("kind", ["", "erasure", "ACCESS", "access ", "\u202eaccess"])
def test_what_is_not_agreed_on_cannot_be_asked(chain, kind):
    with pytest.raises(Refused):
        ask(chain, chain.members["owner"], kind)


def test_a_request_that_is_too_long_is_refused(chain):
    with pytest.raises(Refused):
        ask(chain, chain.members["owner"], asked="x" * 4001)


def test_a_restriction_shows_to_everyone_from_the_moment_that_she_asks_it(chain):
    everyone = list(chain.members.values())
    assert all("restricted" not in signs(chain, who) for who in everyone)
    made = ask(chain, chain.members["shelter"], "restriction")
    assert all("restricted" in signs(chain, who) for who in everyone)
    answer(chain, chain.members["owner"], made)
    assert all("restricted" in signs(chain, who) for who in everyone)
    with writing(chain.members["owner"], chain.number, chain.now, "lift") as case:
        lift_restriction(case, made, "zij wil het niet meer")
    assert all("restricted" not in signs(chain, who) for who in everyone)


@pytest.mark.parametrize("outcome", ["refused", "taken_back"])
def test_a_restriction_that_is_not_granted_ends_with_the_answer(chain, outcome):
    made = ask(chain, chain.members["owner"], "restriction")
    answer(chain, chain.members["owner"], made, outcome, "uitleg")
    assert "restricted" not in signs(chain, chain.members["police"])


def test_a_restriction_is_lifted_by_the_owner_with_a_reason_after_the_answer(chain):
    owner = chain.members["owner"]
    made = ask(chain, owner, "restriction")

    def lift(who: Member, reason: str) -> None:
        with writing(who, chain.number, chain.now, "lift") as case:
            lift_restriction(case, made, reason)

    with pytest.raises(Refused):
        lift(owner, "te vroeg")
    answer(chain, owner, made)
    with pytest.raises(Denied):
        lift(chain.members["shelter"], "mag niet")
    with pytest.raises(Refused):
        lift(owner, " ")


def test_a_request_about_a_closed_case_puts_it_on_the_worklist_until_it_is_answered(chain):
    owner = chain.members["owner"]
    alone = Chain(now=chain.now)
    alone.opens(owner)
    with writing(owner, alone.number, chain.now, "close") as case:
        close_case(case, "goals_reached", "")
    assert not is_on_worklist(alone)
    made = ask(alone, owner, "complaint")
    assert is_on_worklist(alone)
    assert TaskRow.objects.filter(case=alone.case(), kind="request_complaint").exists()
    answer(alone, owner, made)
    assert not is_on_worklist(alone)


def is_on_worklist(chain: Chain) -> bool:
    return Involvement.objects.get(case=chain.case()).open


def test_a_case_does_not_close_while_she_awaits_an_answer(chain):
    owner = chain.members["owner"]
    ask(chain, owner)
    with pytest.raises(Refused), writing(owner, chain.number, chain.now, "close") as case:
        close_case(case, "goals_reached", "")


def test_rows_made_anew_after_a_request_are_the_same(chain):
    ask(chain, chain.members["shelter"], "restriction")

    def rows() -> tuple[list[object], list[object]]:
        lines = Involvement.objects.order_by("organisation").values_list("signs", "due", "action")
        return [*lines], [*TaskRow.objects.order_by("id").values_list("id", "kind", "due")]

    before = rows()
    rebuild([chain.case()], chain.now)
    assert rows() == before
