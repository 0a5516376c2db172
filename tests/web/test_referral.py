"""Referring on pages: exactly what was previewed, and nothing for whoever it is not for."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ketenwijzer.casework.actions.consent import ask_consent
from ketenwijzer.casework.actions.describe import describe
from ketenwijzer.casework.actions.guard import set_bar
from ketenwijzer.casework.models import ReferralRow, TaskRow
from ketenwijzer.casework.writing import writing
from tests.casework.chain import NO
from tests.web.chain_pages import (
    CANARY,
    as_,
    draft,
    entries,
    hidden,
    text,
    token,
)

LIMIT = 8


@pytest.fixture
def shelter(chain):
    return chain.member("shelter")


def goods(**more):
    return {"step": "goods", "sections": ["contact"], "question": "Is er plaats?", **more}


def sent(owner, chain, shelter, **more):
    """Go through the dialog on another ground and return the last answer."""
    browser = as_(owner)
    where = draft(chain.number, "shelter", shelter.organisation_id)
    page = browser.post(where, goods(token=token(), **more))
    said = {"step": "ground", "ground": "vital_interest", "explained": "art. 6"}
    return browser.post(where, {**hidden(page), **said})


def test_the_dialog_goes_from_service_to_partner_to_sections(chain, owner, shelter):
    browser = as_(owner)
    assert "opvang" in text(browser.get(f"/cases/{chain.number}/refer/")).lower()
    preselected = browser.get(f"/cases/{chain.number}/refer/?for=shelter")
    assert preselected.headers["Location"] == f"/cases/{chain.number}/refer/shelter/"
    assert shelter.organisation.name in text(browser.get(preselected.headers["Location"]))
    page = browser.get(draft(chain.number, "shelter", shelter.organisation_id))
    assert 'value="contact"' in page.content.decode()


def test_the_region_of_a_shelter_is_not_told(chain, owner):
    chain.organisation("shelter", region="Kanarieregio")

    assert "Kanarieregio" not in text(as_(owner).get(f"/cases/{chain.number}/refer/shelter/"))


def test_the_preview_shows_each_field_that_goes_and_none_that_stays(chain, owner, shelter):
    where = draft(chain.number, "shelter", shelter.organisation_id)
    page = as_(owner).post(where, goods(token=token()))
    shown = text(page)

    assert "Kanarienummer" in shown and "Kanariewoord" in shown
    assert "Kanarienaam" not in shown and "Kanarieverhaal" not in shown
    at_once = page.content.decode().partition('id="at-once"')[2].partition('id="afterwards"')[0]
    assert CANARY not in at_once and "Tigrinya" in at_once


def test_before_acceptance_the_receiver_reads_what_goes_at_once_and_no_canary(
    chain, owner, shelter
):
    assert sent(owner, chain, shelter).status_code == 302
    referral = ReferralRow.objects.get()
    preview = text(
        as_(owner).post(draft(chain.number, "shelter", shelter.organisation_id), goods())
    )
    browser = as_(shelter)
    pages = [browser.get("/inbox/"), browser.get(f"/referrals/{referral.id}/")]
    pages.append(browser.get(f"/referrals/{referral.id}/decline/"))

    for page in pages:
        assert page.status_code == 200
        assert CANARY not in page.content.decode() and chain.number not in page.content.decode()
    for told in ("Is er plaats?", "Tigrinya", "van buiten de EU"):
        assert told in text(pages[1]) and told in preview
    assert ReferralRow.objects.get().status == "seen"


def test_the_answer_day_is_told_as_an_agreement_and_no_term_of_law(chain, owner, shelter):
    sent(owner, chain, shelter)

    for page in (
        as_(owner).get(f"/cases/{chain.number}/referrals/"),
        as_(shelter).get("/inbox/"),
        as_(shelter).get(f"/referrals/{ReferralRow.objects.get().id}/"),
    ):
        assert "geen wettelijke termijn" in text(page)


def test_the_same_form_twice_sends_one_referral(chain, owner, shelter):
    same = token()
    browser, where = as_(owner), draft(chain.number, "shelter", shelter.organisation_id)
    ground = {"ground": "vital_interest", "explained": "x"}
    for _ in range(2):
        answer = browser.post(where, goods(token=same) | {"step": "ground"} | ground)
        assert answer.status_code == 302

    assert ReferralRow.objects.count() == 1


def test_what_was_typed_is_carried_and_comes_back_when_something_is_refused(chain, owner, shelter):
    where = draft(chain.number, "shelter", shelter.organisation_id)
    hostile = '"><script>alert(1)</script> ёж 🦔'
    page = as_(owner).post(where, goods(question=hostile, token=token()) | {"step": "ground"})

    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()
    assert hidden(page)["question"] == ["&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; ёж 🦔"]


def test_consent_is_asked_in_the_dialog_and_yes_sends(chain, owner, shelter):
    browser, where = as_(owner), draft(chain.number, "shelter", shelter.organisation_id)
    asks = browser.post(where, goods(token=token()) | {"step": "ground", "ground": "consent"})
    said = {"asked_alone": "on", "by": "herself", "language": "Tigrinya"}
    said |= {"interpreter": "independent", "answer": "yes"}
    answer = browser.post(where, {**hidden(asks), **said})

    assert answer.status_code == 302
    assert {c.given for c in chain.state(owner).consents.values()} == {True}
    assert ReferralRow.objects.count() == 1


def test_yes_and_no_are_buttons_of_one_kind(chain, owner, shelter):
    where = draft(chain.number, "shelter", shelter.organisation_id)
    page = as_(owner).post(where, goods(token=token()) | {"step": "ground", "ground": "consent"})
    html = page.content.decode()

    yes = html.partition('value="yes"')[0].rpartition("<button")[2].replace("yes", "")
    no = html.partition('name="answer" value="no"')[0].rpartition("<button")[2]
    assert yes.split("name=")[0] == no.split("name=")[0]


def test_her_no_is_recorded_and_nothing_is_sent(chain, owner, shelter):
    browser, where = as_(owner), draft(chain.number, "shelter", shelter.organisation_id)
    asks = browser.post(where, goods(token=token()) | {"step": "ground", "ground": "consent"})
    said = {"asked_alone": "on", "by": "herself", "language": "nl", "interpreter": "not_needed"}
    page = browser.post(where, {**hidden(asks), **said, "answer": "no"})

    assert "nee is vastgelegd" in text(page)
    assert {c.given for c in chain.state(owner).consents.values()} == {False}
    assert not ReferralRow.objects.exists()
    again = browser.post(
        where,
        goods(token=token()) | {"step": "ground", "ground": "vital_interest", "explained": "x"},
    )
    assert "tweede persoon" in text(again) and not ReferralRow.objects.exists()


def test_accepting_opens_the_case_and_declining_comes_back_as_a_task(chain, owner, shelter):
    sent(owner, chain, shelter)
    referral = ReferralRow.objects.get().id
    answer = as_(shelter).post(f"/referrals/{referral}/accept", {"who": "me", "token": token()})
    assert answer.headers["Location"] == f"/cases/{chain.number}/"

    other = chain.member("shelter")
    sent(owner, chain, other)
    second = ReferralRow.objects.get(receiver=other.organisation).id
    page = as_(other).post(f"/referrals/{second}/decline/", {"token": token()})
    assert page.status_code == 200 and not TaskRow.objects.exists()
    form = {"reason": "vol", "partner": str(shelter.organisation_id), "token": token()}
    assert as_(other).post(f"/referrals/{second}/decline/", form).status_code == 302
    assert TaskRow.objects.get().kind == "refer_again"
    shown = text(as_(owner).get(f"/cases/{chain.number}/referrals/"))
    assert "vol" in shown and shelter.organisation.name in shown
    prefilled = as_(owner).get(
        draft(chain.number, "shelter", chain.organisation("shelter").id) + f"?again={second}"
    )
    assert "Is er plaats?" in text(prefilled)


def test_a_partner_on_paper_gets_a_letter_and_its_answer_is_recorded(chain, owner):
    paper = chain.organisation("shelter", on_paper=True)
    browser, where = as_(owner), draft(chain.number, "shelter", paper.id)
    answer = browser.post(
        where,
        goods(token=token()) | {"step": "ground", "ground": "vital_interest", "explained": "x"},
    )
    letter = browser.get(answer.headers["Location"])
    article = letter.content.decode().partition("<article")[2].partition("</article>")[0]
    assert CANARY not in article and "Is er plaats?" in article
    assert "<title>Brief – KW</title>" in letter.content.decode().replace("\n", "")

    referral = ReferralRow.objects.get().id
    form = {"answer": "accepted", "way": "phone", "on": timezone.localdate().isoformat()}
    form |= {"token": token()}
    done = browser.post(f"/cases/{chain.number}/referrals/{referral}/answer/", form)
    second = text(browser.get(done.headers["Location"]))
    assert "Kanarienummer" in second and "Kanarienaam" not in second


def test_a_barred_member_finds_nothing_in_the_inbox_and_nothing_by_address(chain, owner, shelter):
    sent(owner, chain, shelter)
    referral = ReferralRow.objects.get().id
    with writing(owner, chain.number, timezone.now(), "bar") as case:
        set_bar(case, organisation=None, member=shelter.id, reason="x")
    browser = as_(shelter)

    assert str(referral) not in browser.get("/inbox/").content.decode()
    unknown = browser.get("/referrals/00000000-0000-4000-8000-000000000000/")
    found = browser.get(f"/referrals/{referral}/")
    assert found.status_code == unknown.status_code == 404
    assert text(found) == text(unknown)


def test_the_boxes_ask_the_tables_little_and_never_more_with_more_rows(chain, owner, shelter):
    counts = []
    for _ in range(2):
        for _ in range(4):
            chain.opens(owner)
            chain.refer(owner, shelter, "shelter")
        for who, where in ((shelter, "/inbox/"), (owner, "/outbox/")):
            browser = as_(who)
            browser.get(where)
            with CaptureQueriesContext(
                connection,
            ) as asked:
                assert browser.get(where).status_code == 200
            counts.append(len(asked))

    assert max(counts) <= LIMIT and counts[:2] == counts[2:]


def test_a_long_inbox_goes_on_page_by_page_and_misses_none(chain, owner, shelter, settings):
    settings.PAGE_LENGTH = 3
    for number in range(7):
        chain.now += timedelta(seconds=number)
        chain.opens(owner)
        chain.refer(owner, shelter, "shelter")
    browser, where, seen = as_(shelter), "/inbox/", []
    while where:
        page = browser.get(where).content.decode()
        seen += [str(r.id) for r in ReferralRow.objects.all() if str(r.id) in page]
        more = page.partition('class="kw-more"')[2].partition("</nav>")[0]
        link = more.partition('href="')[2].partition('"')[0]
        where = link.replace("&amp;", "&") if "after=" in link else ""

    assert len(seen) == len(set(seen)) == 7


@pytest.mark.parametrize("shelf", ["waiting", "answered", "nonsense"])
def test_an_empty_box_says_what_to_do(chain, owner, shelf):
    for where in ("/inbox/", "/outbox/"):
        page = as_(owner).get(where, {"shelf": shelf, "after": "x.y"})
        assert "kw-empty" in page.content.decode()


def test_a_referral_is_withdrawn_with_a_reason(chain, owner, shelter):
    sent(owner, chain, shelter)
    where = f"/cases/{chain.number}/referrals/{ReferralRow.objects.get().id}/withdraw/"
    browser, before = as_(owner), entries()

    assert browser.post(where, {"token": token()}).status_code == 200
    assert entries() == before
    assert browser.post(where, {"reason": "vergist", "token": token()}).status_code == 302
    assert ReferralRow.objects.get().status == "withdrawn"


def begun(owner, chain, shelter, **more):
    """Open the dialog, go as far as its ground, and return its browser, address and fields."""
    browser, where = as_(owner), draft(chain.number, "shelter", shelter.organisation_id)
    first = hidden(browser.get(where))
    page = browser.post(where, {**first, **goods(question="Is er nog plaats?", **more)})
    said = {"step": "ground", "ground": "vital_interest", "explained": "art. 6"}
    return browser, where, {**hidden(page), **said}


def test_who_refers_where_a_colleague_just_did_reads_both_and_sends_nothing(chain, owner, shelter):
    browser, where, form = begun(owner, chain, shelter)
    other = chain.member("womens_shelter")
    chain.refer(chain.colleague(owner), other, "shelter", question="Bij u misschien?")

    page = browser.post(where, form)

    assert page.status_code == 409
    theirs = text(page).partition("intussen vastlegde")[2].partition("Wat u invulde")[0]
    assert other.organisation.name in theirs and "Bij u misschien?" in theirs
    assert "Is er nog plaats?" in text(page) and "art. 6" in text(page)
    assert ReferralRow.objects.filter(receiver=shelter.organisation).count() == 0


def test_what_was_typed_is_sent_after_all_when_one_says_so(chain, owner, shelter):
    browser, where, form = begun(owner, chain, shelter)
    chain.refer(chain.colleague(owner), chain.member("womens_shelter"), "shelter")
    page = browser.post(where, form)
    assert 'name="step" value="ground"' in page.content.decode()

    assert browser.post(where, {**hidden(page), "step": "ground"}).status_code == 302

    [sent_at_last] = ReferralRow.objects.filter(receiver=shelter.organisation)
    referral = chain.state(owner).referrals[sent_at_last.id]
    assert (referral.question, referral.ground) == ("Is er nog plaats?", "vital_interest")


def test_while_the_same_referral_of_another_waits_only_leaving_it_is_offered(chain, owner, shelter):
    browser, where, form = begun(owner, chain, shelter)
    chain.refer(chain.colleague(owner), shelter, "shelter")

    page = browser.post(where, form)

    assert page.status_code == 409 and "Wacht op antwoord" in text(page)
    assert 'value="ground"' not in page.content.decode()
    assert browser.post(where, {**hidden(page), "step": "ground"}).status_code == 409
    assert ReferralRow.objects.count() == 1


def test_her_answer_given_meanwhile_is_shown_and_her_yes_is_not_lost(chain, owner, shelter):
    browser, where = as_(owner), draft(chain.number, "shelter", shelter.organisation_id)
    page = browser.post(where, {**hidden(browser.get(where)), **goods()})
    asks = browser.post(where, {**hidden(page), "step": "ground", "ground": "consent"})
    with writing(chain.colleague(owner), chain.number, chain.now, "consent") as case:
        ask_consent(case, shelter.organisation_id, "shelter", ("contact",), NO)
    said = {"asked_alone": "on", "by": "herself", "language": "Tigrinya"}
    said |= {"interpreter": "independent", "answer": "yes"}

    page = browser.post(where, {**hidden(asks), **said})

    assert page.status_code == 409 and "Toestemming niet gegeven" in text(page)
    assert browser.post(where, {**hidden(page), "step": "asked"}).status_code == 302
    assert ReferralRow.objects.count() == 1


def test_what_one_may_not_read_makes_no_form_stale(chain, owner, shelter):
    """A partner that refers hears nothing of what another one did, not even that it did."""
    lawyer = chain.member("lawyer")
    chain.accept(lawyer, chain.refer(owner, lawyer, "legal_aid"))
    browser, where, form = begun(lawyer, chain, shelter, sections=[])
    chain.refer(owner, chain.member("womens_shelter"), "shelter", question="Kanarievraag")

    assert browser.post(where, form).status_code == 302


def test_what_goes_along_and_changed_meanwhile_is_shown_first(chain, owner, shelter):
    browser, where, form = begun(owner, chain, shelter)
    with writing(chain.colleague(owner), chain.number, chain.now, "describe") as case:
        describe(case, "contact", {"channel": "none"}, 99)

    page = browser.post(where, form)

    assert page.status_code == 409 and "Contactplan vastgelegd" in text(page)
