"""Her copy and her letter of consent: plain words, one form of address, either way of writing."""

import re
from pathlib import Path
from types import ModuleType

import pytest
from django.test import Client
from django.urls import reverse

from ketenwijzer.casework.access import open_to_copy
from ketenwijzer.casework.actions.consent import ask_consent
from ketenwijzer.casework.models import Member
from ketenwijzer.casework.position import corpus
from ketenwijzer.casework.queries import names_in
from ketenwijzer.casework.showing import copied
from ketenwijzer.casework.writing import writing
from ketenwijzer.clock import now
from ketenwijzer.engine.values import replace
from ketenwijzer.telling.language import LANGUAGES, MONTHS, Reader
from ketenwijzer.web.views import consent as consent_view
from ketenwijzer.web.views import rights as rights_view
from ketenwijzer.web.words import consent, plain, rights
from tests.casework.chain import YES
from tests.web.chain import open_case_for, record, words_of

PLACED = "shelter_placed"
LETTERS = ("her_copy", "consent_receipt")
STATIC = Path(consent.__file__).parents[1] / "static" / "ketenwijzer"


@pytest.fixture
def owner(member, organisation) -> Member:
    found: Member = member("coordinator", of=organisation("shelter", phone="020-0000001"))
    return found


@pytest.fixture
def number(owner: Member) -> str:
    found = open_case_for(owner, 3, identity={"given_name": "Haarvoornaam"})
    record(owner, found, PLACED, 1)
    return found


def letter(client: Client, name: str, number: str, language: str) -> str:
    answer = client.get(reverse(name, args=(number,)), {"language": language})
    (found,) = re.findall(r"<article.*?</article>", answer.content.decode(), re.DOTALL)
    return str(found)


# ------------------------------------------------------------------ in words for her


@pytest.mark.parametrize("language", ["nl", "en"])
def test_her_copy_tells_what_happened_in_the_plain_words_of_the_protocol(
    owner, number, browser, language
):
    found = words_of(letter(browser(owner), "her_copy", number, language))
    kind = corpus().event_types[PLACED]

    assert kind.plain is not None and kind.plain.in_language(language) in found
    assert kind.text.in_language(language) not in found.lower()


def test_what_has_no_plain_words_is_left_out_and_said_to_be_more(owner, number, monkeypatch):
    bare = replace(corpus().event_types[PLACED], plain=None)
    law = replace(corpus(), event_types={**corpus().event_types, PLACED: bare})
    monkeypatch.setattr(copied, "corpus", lambda: law)
    case, _ = open_to_copy(owner, number, now(), "her_copy", copied.NEVER)

    made = copied.copy_of(case, names_in(case), Reader("nl"), ())

    (told,) = (one for one in made.sections if one.section == "shelter")
    assert told.more and not told.happened


@pytest.mark.parametrize("part", [consent, plain, rights])
def test_what_is_said_to_her_in_dutch_says_je_and_never_u(part: ModuleType):
    around = ("letter.keep",)
    for name, said in part.WORDS.items():
        to_her = part is plain or name.startswith(("letter.", "plain."))
        if to_her and not name.startswith(around):
            assert not re.search(r"\b(u|uw)\b", said.nl, re.IGNORECASE), name


# ------------------------------------------------------------------ from right to left


@pytest.fixture
def arabic(monkeypatch) -> str:
    """Let letters be made in Arabic, though in words that are still English."""
    monkeypatch.setitem(MONTHS, "ar", MONTHS["en"])
    for view in (rights_view, consent_view):
        monkeypatch.setattr(view, "LANGUAGES", (*LANGUAGES, "ar"))
    return "ar"


@pytest.fixture
def receiver(owner: Member, number: str, member, organisation) -> str:
    found: Member = member("worker", of=organisation("doctor", name="Arts (Proef)"))
    assert found.organisation is not None
    with writing(owner, number, now(), "ask_consent") as writes:
        ask_consent(writes, found.organisation.id, "care", ("care",), YES)
    return "Arts (Proef)"


@pytest.mark.parametrize("name", LETTERS)
@pytest.mark.parametrize(("language", "way"), [("nl", "ltr"), ("en", "ltr"), ("ar", "rtl")])
def test_a_letter_says_its_language_and_which_way_it_runs(
    owner, number, browser, arabic, name, language, way
):
    made = letter(browser(owner), name, number, language)

    assert made.startswith(f'<article class="kw-letter" lang="{language}" dir="{way}">')


@pytest.mark.parametrize("name", LETTERS)
def test_names_numbers_and_days_do_not_turn_what_is_around_them(
    owner, number, receiver, browser, arabic, name
):
    made = letter(browser(owner), name, number, arabic)
    apart = re.findall(r"<bdi>(.*?)</bdi>", made)

    assert receiver in apart and owner.organisation.name in apart
    assert made.count(receiver) == apart.count(receiver)
    assert any('dir="ltr" href="tel:0200000001"' in one for one in apart)
    days = re.findall(r"<time .*?</time>", made)
    assert days and all(day in apart for day in days)
    assert name != "her_copy" or "Haarvoornaam" in apart


def test_a_page_around_a_letter_stays_in_the_language_of_who_prints_it(
    owner, number, browser, arabic
):
    page = browser(owner).get(reverse("her_copy", args=(number,)), {"language": arabic})
    html = page.content.decode()

    assert '<html lang="nl"' in html and html.count('dir="rtl"') == 1


@pytest.mark.parametrize("sheet", ["site.css", "parts.css", "acting.css"])
def test_the_styles_of_letters_know_no_left_and_right(sheet):
    css = re.sub(r"/\*.*?\*/", "", (STATIC / sheet).read_text("utf-8"), flags=re.DOTALL)

    assert not re.findall(r"[^;{}]*\b(?:left|right)\b[^;{}]*", css)
    for shorthand, values in re.findall(r"\b(margin|padding|inset|border-\w+): ([^;}]+)", css):
        sides = re.sub(r"\([^()]*\)", "", values).replace("!important", "").split()
        assert len(sides) < 4 or sides[1] == sides[3], f"{shorthand}: {values}"
