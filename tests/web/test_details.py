"""Every line of an entry stands behind its label, and no code of the machine is shown."""

import pytest

from ketenwijzer.casework.actions.consent import COPY_ANSWERS
from ketenwijzer.casework.actions.finish import CLOSING, close_case
from ketenwijzer.casework.actions.guard import FLAGS, VERDICTS, raise_flag
from ketenwijzer.casework.actions.request import OUTCOMES, make_request
from ketenwijzer.casework.showing.details import ALSO, FIELDS, Detail
from ketenwijzer.casework.writing import writing
from ketenwijzer.clock import now
from ketenwijzer.web.detail_words import detail_words
from ketenwijzer.web.words import WORDS
from tests.web.chain import chain, page, words_of

CODES = {
    "copy": COPY_ANSWERS,
    "closing": CLOSING,
    "flag": FLAGS,
    "verdict": VERDICTS,
    "decided": OUTCOMES,
    "outcome": (*OUTCOMES, *VERDICTS, *COPY_ANSWERS, "assigned", "confirmed", "referred_again"),
    "ground": ("consent",),
}


@pytest.fixture
def case(member, organisation):
    return chain(member, organisation)


@pytest.mark.parametrize("name", sorted({*FIELDS.values(), *ALSO.values(), "note"}))
def test_what_an_entry_tells_has_a_label(name):
    assert f"detail.{name}" in WORDS


@pytest.mark.parametrize(
    ("name", "code"), [(n, code) for n, all_ in CODES.items() for code in all_]
)
def test_a_code_is_told_in_words(name, code):
    assert detail_words(Detail(name, code)) != code


def test_a_referral_and_its_answers_say_to_whom_and_for_what(case, browser):
    html = words_of(page(browser(case.police), f"/cases/{case.number}/timeline/?kind=between"))

    accepted = html[html.index("Doorverwijzing aanvaard") :]
    assert "Aan: Opvang Proef Waarvoor: opvang" in accepted
    assert "Onderdelen: basisgegevens" in html


def test_a_third_organisation_reads_nothing_of_it(case, browser):
    html = words_of(page(browser(case.immigration), f"/cases/{case.number}/timeline/?kind=between"))

    assert "Aan: IND Proef" in html
    assert "Opvang Proef" not in html and "Waarvoor: opvang" not in html


def test_in_english_the_labels_are_english(case, browser):
    client = browser(case.shelter)
    client.post("/language", {"language": "en"})

    html = words_of(page(client, f"/cases/{case.number}/timeline/?kind=between"))

    assert "To: Opvang Proef For: shelter" in html


def test_what_was_chosen_from_a_list_is_told_in_its_words(case, browser):
    with writing(case.police, case.number, now(), "fill") as writes:
        raise_flag(writes, "keep_apart", "twee zussen", None)
        make_request(writes, "access", "wat staat er?")
        close_case(writes, "other", "proef")

    html = words_of(page(browser(case.police), f"/cases/{case.number}/timeline/"))

    assert "Wat er is: gescheiden houden Toelichting: twee zussen" in html
    assert "Waarom: iets anders Toelichting: proef" in html
    assert "Wat zij vraagt: wat staat er?" in html
