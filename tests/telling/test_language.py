"""Days, sums and lists read as the language has them."""

from datetime import date

import pytest

from ketenwijzer.telling.language import Reader, Register, capital, sentence, shortened


@pytest.mark.parametrize(
    ("language", "long", "short"),
    [("nl", "1 maart 2021", "1 mrt 2021"), ("en", "1 March 2021", "1 Mar 2021")],
)
def test_a_day_is_written_in_words(language, long, short):
    reader = Reader(language)

    assert reader.day(date(2021, 3, 1)) == long
    assert reader.short_day(date(2021, 3, 1)) == short


@pytest.mark.parametrize(
    ("duration", "nl", "en"),
    [
        ("1 days", "1 dag", "1 day"),
        ("3 months", "3 maanden", "3 months"),
        ("2 years", "2 jaar", "2 years"),
        ("20 working days", "20 werkdagen", "20 working days"),
    ],
)
def test_a_duration_is_written_in_words(duration, nl, en):
    assert (Reader("nl").amount(duration), Reader("en").amount(duration)) == (nl, en)


def test_a_list_reads_as_a_sentence():
    assert Reader("en").listed(["a", "b", "c"]) == "a, b and c"
    assert Reader("nl").listed(["a", "b"]) == "a en b"
    assert Reader("nl").listed([]) == ""


def test_a_long_list_is_cut_short_but_never_for_a_lawyer():
    items = list("abcdefgh")

    assert shortened(items, Reader("en")) == "a, b, c, d, e and 3 more"
    assert shortened(items, Reader("en", Register.LAWYER)) == "a, b, c, d, e, f, g and h"


def test_a_sentence_has_a_capital_and_an_end():
    assert sentence("is it so?") == "Is it so?"
    assert sentence("") == ""
    assert capital("") == ""
