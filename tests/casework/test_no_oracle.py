"""Safety rule 10: an outsider cannot tell an unknown number from a forbidden, barred or erased
case: one exception, one sentence, the same statements in the same order.
"""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.actions.answer import received
from ketenwijzer.casework.actions.erase import EraseCase, erase_case
from ketenwijzer.casework.actions.guard import break_glass, set_bar
from ketenwijzer.casework.errors import CaseworkError, NotFound
from ketenwijzer.casework.models import AccessLine, Member
from ketenwijzer.casework.writing import writing
from tests.casework.sharing import in_emergency, referred_to, shared_with

pytestmark = pytest.mark.usefixtures("on_sqlite")
UNKNOWN = "2222-2222"
KINDS = ("unknown", "forbidden", "barred", "erased", "declined", "ended")


@pytest.fixture
def outsider(member, organisation) -> Member:
    found: Member = member(organisation("shelter"))
    return found


@pytest.fixture
def number_of(open_a_case, member, outsider, now) -> Callable[[str], str]:
    """Return a function that makes a case an outsider cannot open, for one reason each."""

    def make(kind: str) -> str:
        if kind == "unknown":
            return UNKNOWN
        owner = member()
        number: str = open_a_case(owner).number
        if kind == "barred":
            shared_with(owner, number, outsider, now, ("identity",))
            with writing(owner, number, now, "bar") as case:
                set_bar(case, organisation=outsider.organisation_id, member=None, reason="x")
        if kind == "erased":
            erase_case(EraseCase(number, "verzoek"), now)
        if kind == "ended":
            referral = shared_with(owner, number, outsider, now, ("identity",))
            finish(outsider, referral, now)
        if kind == "declined":
            referral = referred_to(owner, number, outsider, now, ())
            decline(outsider, referral, now)
        return number

    return make


@pytest.mark.parametrize("kind", KINDS)
def test_to_open_what_one_may_not_is_one_answer_by_one_way(kind, number_of, outsider, now):
    unknown = asked(lambda: open_case(outsider, UNKNOWN, now))

    number = number_of(kind)

    assert asked(lambda: open_case(outsider, number, now)) == unknown


@pytest.mark.parametrize("kind", KINDS)
def test_to_record_in_what_one_may_not_is_one_answer_by_one_way(kind, number_of, outsider, now):
    unknown = asked(lambda: record(outsider, UNKNOWN, now))

    number = number_of(kind)

    assert asked(lambda: record(outsider, number, now)) == unknown


@pytest.mark.parametrize("role", ["analyst", "administrator", "worker"])
@pytest.mark.parametrize("kind", ["forbidden", "erased"])
def test_it_is_one_answer_for_every_role(role, kind, number_of, outsider, member, now):
    other = member(outsider.organisation, role)
    unknown = asked(lambda: open_case(other, UNKNOWN, now))

    number = number_of(kind)

    assert asked(lambda: open_case(other, number, now)) == unknown


@pytest.mark.parametrize("kind", ["barred", "erased"])
def test_to_break_the_glass_of_nothing_and_past_a_bar_is_one_answer(kind, number_of, outsider, now):
    unknown = asked(lambda: break_glass(outsider, UNKNOWN, "health", "nood", now))

    number = number_of(kind)

    assert asked(lambda: break_glass(outsider, number, "health", "nood", now)) == unknown


def test_a_referral_of_others_and_none_at_all_are_one_answer(
    open_a_case, member, organisation, outsider, now
):
    owner, lawyer = member(), member(organisation("lawyer"))
    referral = referred_to(owner, open_a_case(owner).number, lawyer, now, ())

    theirs = asked(lambda: see(outsider, referral, now))
    nothing = asked(lambda: see(outsider, owner.id, now))

    assert theirs[:2] == nothing[:2] == (NotFound, str(NotFound.text))


@pytest.mark.parametrize("kind", KINDS)
def test_every_attempt_leaves_one_line_that_names_nobody(kind, number_of, outsider, now):
    number = number_of(kind)
    before = AccessLine.objects.count()

    with pytest.raises(NotFound):
        open_case(outsider, number, now)

    line = AccessLine.objects.last()
    assert line is not None
    assert AccessLine.objects.count() == before + 1
    assert (line.allowed, line.reason, line.member) == (False, "not_involved", outsider)
    assert number.encode() not in bytes(line.subject)


def test_a_broken_glass_opens_to_read_and_says_so(open_a_case, member, outsider, now):
    number = open_a_case(member()).number
    in_emergency(outsider, number, "care", now)

    with pytest.raises(CaseworkError) as denied:
        record(outsider, number, now)

    assert (denied.value.code, str(denied.value)) == ("denied", "glass_reads_only")


# ------------------------------------------------------------------ asking


def record(member: Member, number: str, now) -> None:
    with writing(member, number, now, "record"):
        raise AssertionError("it opened")


def see(member: Member, referral, now) -> None:
    with received(member, referral, now, "see"):
        raise AssertionError("it opened")


def finish(member: Member, referral, now) -> None:
    from_receiver(member, referral, now, "done")


def decline(member: Member, referral, now) -> None:
    from_receiver(member, referral, now, "declined")


def from_receiver(member: Member, referral, now, answer: str) -> None:
    with received(member, referral, now, answer) as case:
        case.add(f"referral_{answer}", None, id=referral.hex, reason="vol")


def asked(deed) -> tuple[object, ...]:
    """Return how something was refused, and the statements that it took, without their values."""
    with CaptureQueriesContext(connection) as statements, pytest.raises(CaseworkError) as error:
        deed()
    found = error.value
    shapes = [shape(query["sql"]) for query in statements.captured_queries]
    return type(found), str(found.text), found.code, vars(found), shapes


def shape(sql: str) -> str:
    """Return a statement without what differs from one asking to another."""
    return re.sub(r"'[^']*'|\b\d+\b|X'[0-9a-f]*'|0x[0-9a-f]+", "?", sql)
