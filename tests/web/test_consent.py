"""Consent on pages: what she allowed, what she takes along, and other grounds by two people."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from ketenwijzer.casework.models import TaskRow
from ketenwijzer.telling.language import Reader
from tests.web.chain_pages import CANARY, as_, entries, opened, text, token

BETRAYS = ("mensenhandel", "trafficking", "slachtoffer", "victim", "uitbuiting", "exploitation")


@pytest.fixture
def owner(chain):
    member = chain.member(chain.organisation("care_coordinator", phone="0000000001"))
    opened(chain, member)
    return member


@pytest.fixture
def shelter(chain):
    return chain.member("shelter")


def answered(chain, owner, receiver, answer="yes", **more):
    form = {
        "receiver": str(receiver.organisation_id),
        "purpose": "care",
        "sections": ["exploitation", "health"],
        "asked_alone": "on",
        "by": "herself",
        "language": "Tigrinya",
        "interpreter": "independent",
        "answer": answer,
        "token": token(),
        **more,
    }
    return as_(owner).post(f"/cases/{chain.number}/consent/ask/", form)


def the_consent(chain, owner):
    return next(iter(chain.state(owner).consents.values()))


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_her_answer_stands_on_the_tab_and_on_her_letter(chain, owner, shelter, answer):
    assert answered(chain, owner, shelter, answer).status_code == 302

    tab = text(as_(owner).get(f"/cases/{chain.number}/consent/"))
    assert shelter.organisation.name in tab and "Tigrinya" in tab
    letter = text(as_(owner).get(f"/cases/{chain.number}/consent/letter/"))
    assert ("Je zei ja" if answer == "yes" else "Je zei nee") in letter


@pytest.mark.parametrize("answer", ["", "maybe"])
def test_what_is_neither_yes_nor_no_is_asked_again(chain, owner, shelter, answer):
    before = entries()
    page = answered(chain, owner, shelter, answer)

    assert "Zei zij ja of nee?" in text(page) and entries() == before
    first = page.content.decode().partition('class="kw-equal">')[2].partition(">")[0]
    assert 'value=""' in first  # the one that Enter presses


def test_what_was_asked_badly_is_said_beside_its_field_and_kept(chain, owner, shelter):
    before = entries()
    page = answered(chain, owner, shelter, asked_alone="", until="2020-01-01")

    assert page.status_code == 200 and entries() == before
    assert "Vraag het haar alleen" in text(page)
    assert 'value="Tigrinya"' in page.content.decode()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_her_letter_betrays_nothing_in_title_address_or_words(chain, owner, shelter, language):
    chain.accept(shelter, chain.refer(owner, shelter, "shelter", sections=("basics", "contact")))
    answered(chain, owner, shelter)
    where = f"/cases/{chain.number}/consent/letter/?language={language}"
    html = as_(owner).get(where).content.decode()
    article = html.partition("<article")[2].partition("</article>")[0]
    title = re.search(r"<title>(.*?)</title>", html, re.S)

    assert title and title[1].split() in (["Brief", "–", "KW"], ["Letter", "–", "KW"])
    assert chain.number not in article and CANARY not in article
    assert not any(word in (article + where).lower() for word in BETRAYS)
    assert "0000000001" in article
    assert ("what happened to you" if language == "en" else "wat je is overkomen") in article


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_days_on_her_letter_are_in_its_language(chain, owner, shelter, language):
    until = chain.now.date() + timedelta(days=30)
    answered(chain, owner, shelter, until=until.isoformat())
    html = as_(owner).get(f"/cases/{chain.number}/consent/letter/?language={language}")
    letter = html.content.decode().partition("<article")[2].partition("</article>")[0]

    assert Reader(language).day(until) in letter
    assert Reader(language).day(timezone.localdate()) in letter


def test_the_page_warns_where_she_may_not_carry_paper(chain, owner):
    page = text(as_(owner).get(f"/cases/{chain.number}/consent/letter/"))

    assert "geef niets mee" in page


def test_taking_back_asks_for_the_copy_and_tracks_the_answer(chain, owner, shelter):
    chain.accept(shelter, chain.refer(owner, shelter, "shelter"))
    answered(chain, owner, shelter)
    consent = the_consent(chain, owner)
    where = f"/cases/{chain.number}/consent/{consent.id}/take-back/"
    same = token()
    browser = as_(owner)
    assert browser.get(where).status_code == 200
    for _ in range(2):
        assert browser.post(where, {"token": same}).status_code == 302
    [task] = TaskRow.objects.all()

    theirs = as_(shelter)
    assert "kopie" in text(theirs.get(f"/cases/{chain.number}/consent/"))
    copy = f"/cases/{chain.number}/copies/{task.id}/"
    refused = theirs.post(copy, {"answer": "kept_on_ground", "token": token()})
    assert refused.status_code == 200 and TaskRow.objects.exists()
    form = {"answer": "kept_on_ground", "ground": "legal_obligation", "explained": "art. 7"}
    assert theirs.post(copy, {**form, "token": token()}).status_code == 302
    assert "bewaard op een andere grond" in text(browser.get(f"/cases/{chain.number}/consent/"))


def test_another_ground_waits_for_a_second_person(chain, owner, shelter):
    form = {
        "receiver": str(shelter.organisation_id),
        "purpose": "shelter",
        "sections": ["identity"],
        "ground": "vital_interest",
        "explained": "gevaar",
        "she_was_told": "no",
        "token": token(),
    }
    where = f"/cases/{chain.number}/grounds/"
    browser = as_(owner)
    assert "onveilig" in text(browser.post(where, form))
    assert browser.post(where, {**form, "why_not_told": "oom leest mee"}).status_code == 302
    [ground] = chain.state(owner).grounds
    judge = f"{where}{ground}/"
    yes = {"verdict": "confirm", "token": token()}
    assert "Vraag een collega" in text(browser.post(judge, yes))
    assert as_(chain.colleague(owner)).post(judge, {**yes, "token": token()}).status_code == 302
    assert chain.state(owner).grounds[ground].confirmed


def test_prefilled_questions_pass_over_what_is_no_choice(chain, owner):
    where = f"/cases/{chain.number}/consent/ask/?receiver=%3Cscript%3E&sections=nonsense"
    page = as_(owner).get(where)

    assert page.status_code == 200 and "<script>alert" not in page.content.decode()


def test_the_last_day_of_a_ground_is_asked_and_shown(chain, owner, shelter):
    where, last = f"/cases/{chain.number}/grounds/", timezone.localdate() + timedelta(days=3)
    form = {
        "receiver": str(shelter.organisation_id),
        "purpose": "shelter",
        "sections": ["identity"],
        "ground": "vital_interest",
        "explained": "gevaar",
        "she_was_told": "yes",
    }
    for until, status in ((last - timedelta(days=9), 200), (last, 302)):
        answer = as_(owner).post(where, {**form, "until": until.isoformat(), "token": token()})
        assert answer.status_code == status

    [ground] = chain.state(owner).grounds
    shown = f'<time datetime="{last.isoformat()}"'
    tab = as_(owner).get(f"/cases/{chain.number}/consent/").content.decode()
    judged = as_(chain.colleague(owner)).get(f"{where}{ground}/").content.decode()
    assert shown in tab and shown in judged


# ------------------------------------------------------------------ in the header of every page


def standing(chain, member) -> str:
    page = text(as_(member).get(f"/cases/{chain.number}/people/"))
    return page.partition("Toestemming ")[2].partition(" Taal en tolk")[0]


def test_the_header_tells_one_answer_in_a_word(chain, owner, shelter):
    assert standing(chain, owner) == "niet gevraagd"

    answered(chain, owner, shelter)
    assert standing(chain, owner) == "gegeven"


def test_a_no_to_one_leaves_what_she_allowed_others(chain, owner, shelter):
    answered(chain, owner, shelter)
    answered(chain, owner, chain.member("shelter"))
    answered(chain, owner, chain.member("shelter"), "no")

    assert standing(chain, owner) == "gegeven voor 2, geweigerd voor 1"


def test_who_was_asked_again_counts_with_the_last_answer(chain, owner, shelter):
    answered(chain, owner, shelter, "no")
    answered(chain, owner, shelter)

    assert standing(chain, owner) == "gegeven"


def test_what_she_took_back_is_told_beside_what_stands(chain, owner, shelter):
    answered(chain, owner, shelter)
    answered(chain, owner, chain.member("shelter"))
    where = f"/cases/{chain.number}/consent/{the_consent(chain, owner).id}/take-back/"
    as_(owner).post(where, {"token": token()})

    assert standing(chain, owner) == "gegeven voor 1, ingetrokken voor 1"


def test_who_reads_none_of_her_answers_is_not_told_that_she_was_never_asked(chain, owner, shelter):
    chain.accept(shelter, chain.refer(owner, shelter, "shelter"))
    answered(chain, owner, chain.member("shelter"))

    assert standing(chain, shelter) == "geen over uw organisatie"


def test_what_she_answered_about_others_is_not_counted_for_a_receiver(chain, owner, shelter):
    chain.accept(shelter, chain.refer(owner, shelter, "shelter"))
    answered(chain, owner, shelter)
    answered(chain, owner, chain.member("shelter"), "no")

    assert standing(chain, shelter) == "gegeven"
