"""Every page between organisations, asked by whoever it is not for: one answer, no trace."""

from datetime import date
from uuid import uuid4

import pytest
from django.utils import timezone

from ketenwijzer.casework.actions.consent import ask_consent, withdraw_consent
from ketenwijzer.casework.actions.ground import NameGround, name_ground
from ketenwijzer.casework.actions.guard import break_glass, raise_flag, set_bar
from ketenwijzer.casework.actions.seal import propose_seal
from ketenwijzer.casework.models import TaskRow
from ketenwijzer.casework.writing import writing
from tests.casework.chain import YES
from tests.web.chain_pages import CANARY, as_, entries, text, token


@pytest.fixture
def places(chain, owner):
    """Return every address of a case between organisations, each with something to find there."""
    shelter, police = chain.member("shelter"), chain.member("police")
    chain.accept(shelter, chain.refer(owner, shelter, "shelter", sections=("basics", "contact")))
    paper = chain.organisation("shelter", on_paper=True)
    referral = chain.refer(owner, paper, "shelter")
    case = chain.number
    other = chain.opens(owner)
    chain.number = case
    with writing(owner, case, chain.now, "x") as writes:
        consent = ask_consent(writes, shelter.organisation_id, "shelter", ("health",), YES)
    with writing(owner, case, chain.now, "x") as writes:
        withdraw_consent(writes, consent)
    with writing(owner, case, chain.now, "x") as writes:
        again = ask_consent(writes, shelter.organisation_id, "shelter", ("health",), YES)
        flag = raise_flag(writes, "danger", "let op", date.max)
        named = NameGround(
            shelter.organisation_id, "shelter", ("identity",), "vital_interest", "x", True
        )
        ground = name_ground(writes, named)
        set_bar(writes, organisation=police.organisation_id, member=None, reason="x")
        seal = propose_seal(writes, 4, "verkeerd")
    glass = chain.member("ngo")
    break_glass(glass, case, "exploitation", "nood", chain.now)
    task = TaskRow.objects.filter(organisation=shelter.organisation).first()
    broken = chain.state(owner).glasses[0].number
    return [
        f"/cases/{case}/{tail}"
        for tail in (
            "refer/",
            "refer/shelter/",
            f"refer/shelter/{paper.id}/",
            "referrals/",
            f"referrals/{referral}/withdraw/",
            f"referrals/{referral}/answer/",
            f"referrals/{referral}/letter/",
            "consent/",
            "consent/ask/",
            "consent/letter/",
            f"consent/{again}/take-back/",
            f"copies/{task.id if task else uuid4()}/",
            "grounds/",
            f"grounds/{ground}/",
            "guard/",
            "guard/flag/",
            f"guard/flag/{flag}/",
            "guard/bar/",
            f"guard/bar/organisation/{police.organisation_id}/",
            f"guard/glass/{broken}/",
            "hand/",
            f"tasks/{uuid4()}/",
            "close/",
            "reopen/",
            "join/",
            f"join/{other}/undo/",
            "entries/2/seal/",
            f"seals/{seal}/",
        )
    ]


@pytest.mark.parametrize("who", ["outsider", "barred", "other", "analyst", "administrator"])
def test_whoever_it_is_not_for_gets_one_answer_and_leaves_nothing(chain, owner, places, who):
    case = places[0].split("/")[2]
    member = {
        "outsider": lambda: chain.member("labour_inspectorate"),
        "barred": lambda: _barred(chain, owner, case),
        "other": lambda: chain.member("care_coordinator"),
        "analyst": lambda: chain.colleague(owner, "analyst"),
        "administrator": lambda: chain.colleague(owner, "administrator"),
    }[who]()
    browser, before = as_(member), entries()
    nothing = text(browser.get("/cases/2222-2222/"))
    form = {
        "reason": "x",
        "explained": "x",
        "answer": "yes",
        "verdict": "confirm",
        "token": token(),
        "step": "ground",
        "question": "x",
        "ground": "vital_interest",
        "outcome": "x",
        "other": "2222-2222",
        "flag": "danger",
        "message": "x",
        "member": str(member.id),
    }
    for place in places:
        for answer in (browser.get(place), browser.post(place, form)):
            if answer.status_code == 405:  # a page that only shows: for everyone alike
                continue
            assert answer.status_code == 404, place
            assert text(answer) == nothing, place
            assert CANARY not in answer.content.decode()

    assert entries() == before


def _barred(chain, owner, case):
    member = chain.colleague(owner)
    with writing(owner, case, timezone.now(), "bar") as writes:
        set_bar(writes, organisation=None, member=member.id, reason="x")
    return member


@pytest.mark.parametrize("who", ["police", "owner", "analyst"])
def test_a_referral_is_answered_by_its_receiver_alone(chain, owner, who):
    shelter = chain.member("shelter")
    referral = chain.refer(owner, shelter, "shelter")
    member = {
        "police": lambda: chain.member("police"),
        "owner": lambda: owner,
        "analyst": lambda: chain.colleague(shelter, "analyst"),
    }[who]()
    browser, before = as_(member), entries()
    for tail, method in (("", "get"), ("accept", "post"), ("decline/", "post"), ("done/", "post")):
        form = {"who": "me", "reason": "x", "outcome": "x", "token": token()}
        answer = getattr(browser, method)(f"/referrals/{referral}/{tail}", form)
        assert answer.status_code == 404

    assert entries() == before


def test_whoever_takes_part_but_does_not_own_sees_no_bar_and_manages_none(chain, owner, places):
    shelter = chain.member("shelter")
    case = places[0].split("/")[2]
    chain.number = case
    chain.accept(shelter, chain.refer(owner, shelter, "shelter"))
    browser, before = as_(shelter), entries()

    tab = browser.get(f"/cases/{case}/guard/").content.decode()
    assert 'id="bars"' not in tab
    for place in [p for p in places if "/bar/" in p or "/glass/" in p or "/seal" in p]:
        assert browser.get(place).status_code == 404
        assert browser.post(place, {"reason": "x", "verdict": "justified"}).status_code == 404
    assert entries() == before


def test_what_is_between_others_is_shown_to_nobody_else(chain, owner):
    lawyer, ngo = chain.member("lawyer"), chain.member("ngo")
    chain.accept(ngo, chain.refer(owner, ngo, "support"))
    chain.refer(owner, lawyer, "legal_aid", question="Kanarievraag")
    with writing(owner, chain.number, chain.now, "x") as case:
        ask_consent(case, lawyer.organisation_id, "legal_aid", ("care",), YES)
    browser = as_(ngo)
    for tail in ("referrals/", "consent/", "consent/letter/", "guard/"):
        page = browser.get(f"/cases/{chain.number}/{tail}")
        assert page.status_code == 200
        assert "Kanarievraag" not in page.content.decode()
        assert lawyer.organisation.name not in page.content.decode()
