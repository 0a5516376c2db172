"""Her copy and her letter of consent: what happened in plain words, in one form of address."""

import re
from types import ModuleType

import pytest
from django.test import Client
from django.urls import reverse

from ketenwijzer.casework.access import open_to_copy
from ketenwijzer.casework.models import Member
from ketenwijzer.casework.position import corpus
from ketenwijzer.casework.queries import names_in
from ketenwijzer.casework.showing import copied
from ketenwijzer.clock import now
from ketenwijzer.engine.values import replace
from ketenwijzer.telling.language import Reader
from ketenwijzer.web.words import consent, plain, rights
from tests.web.chain import open_case_for, record, words_of

PLACED = "shelter_placed"


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
