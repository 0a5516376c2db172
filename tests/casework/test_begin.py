"""An organisation begins with an administrator who can sign in once and then adds the others."""

import pytest

from ketenwijzer.casework.actions.begin import Beginning, begin
from ketenwijzer.casework.actions.people import member_to_start
from ketenwijzer.casework.errors import Refused
from ketenwijzer.casework.models import Member, Organisation
from tests.casework.conftest import NOW

pytestmark = pytest.mark.usefixtures("database")

ASKED = Beginning("Proefopvang", "comensha", "ada.proef")


def test_the_first_administrator_starts_with_the_code():
    code = begin(ASKED, NOW)

    found, _ = member_to_start("ada.proef", code, NOW)

    assert found.organisation == Organisation.objects.get(name="Proefopvang")
    assert found.role == "administrator" and not found.sees_cases
    assert not found.has_usable_password()


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (Beginning("Proefopvang", "nobody", "b"), "no_party"),
        (Beginning("Proefopvang", "comensha", "b"), "organisation_taken"),
        (Beginning("Andere", "comensha", "ada.proef"), "name_taken"),
        (Beginning(" ", "comensha", "b"), "empty"),
    ],
)
def test_what_cannot_begin_makes_nothing(asked, code):
    begin(ASKED, NOW)

    with pytest.raises(Refused) as refused:
        begin(asked, NOW)

    assert refused.value.code == code
    assert (Organisation.objects.count(), Member.objects.count()) == (1, 1)
