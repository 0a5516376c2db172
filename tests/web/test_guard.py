"""Guarding, assigning, closing, joining and sealing on pages."""

import pytest
from django.utils import timezone

from ketenwijzer.casework.actions.guard import set_bar
from ketenwijzer.casework.models import Case, TaskRow
from ketenwijzer.casework.writing import writing
from tests.web.chain_pages import as_, entries, text, token

GLASS = "/emergency/"


def post(who, where, **form):
    return as_(who).post(where, {"token": token(), **form})


@pytest.fixture
def confirmed(monkeypatch):
    """Return a function that gives a browser whose user proved just now who it is."""
    monkeypatch.setattr("ketenwijzer.web.guards.is_recently_confirmed", lambda _: True)
    return as_


def glass_form(number, **more):
    return {"number": number, "section": "exploitation", "reason": "nood", **more}


def test_the_glass_asks_to_confirm_first(chain, owner):
    police = chain.member("police")
    before = entries()

    assert as_(police).get(GLASS).status_code == 302
    answer = as_(police).post(GLASS, glass_form(chain.number, token=token()))
    assert answer.status_code == 403 and entries() == before


def test_the_glass_opens_one_section_and_tells_the_owner(chain, owner, confirmed):
    police = chain.member("police")
    browser = confirmed(police)
    page = browser.get(GLASS)
    assert "4 uur" in text(page) and chain.number not in page.content.decode()
    same = token()
    for _ in range(2):
        answer = browser.post(GLASS, glass_form(chain.number.lower(), token=same))
        assert answer.headers["Location"] == f"/cases/{chain.number}/file/"

    assert "Kanarieverhaal" in text(browser.get(f"/cases/{chain.number}/file/"))
    assert "Kanarienaam" not in text(browser.get(f"/cases/{chain.number}/file/"))
    assert TaskRow.objects.get().kind == "review_glass"
    glass = chain.state(owner).glasses[0].number
    where = f"/cases/{chain.number}/guard/glass/{glass}/"
    assert post(owner, where, verdict="justified").status_code == 302
    assert not TaskRow.objects.exists()


def test_the_glass_answers_the_barred_as_it_answers_for_nothing(chain, owner, confirmed):
    police = chain.member("police")
    with writing(owner, chain.number, timezone.now(), "x") as case:
        set_bar(case, organisation=police.organisation_id, member=None, reason="x")
    before, browser = entries(), confirmed(police)
    said = [
        text(browser.post(GLASS, glass_form(n, token="")))
        for n in (chain.number, "2222-2222", "x'; drop")
    ]

    assert entries() == before
    assert said[0] == said[1] == said[2]
    assert "Hier is geen dossier" in said[0]


@pytest.mark.parametrize("role", ["worker", "analyst", "administrator"])
def test_the_glass_is_for_named_roles(chain, owner, confirmed, role):
    browser = confirmed(chain.member("police", role))

    assert browser.get(GLASS).status_code == 403
    assert browser.post(GLASS, glass_form(chain.number)).status_code == 403


def test_the_glass_never_offers_contact_or_where_she_sleeps(chain, owner, confirmed):
    browser = confirmed(chain.member("police"))

    for section in ("contact", "shelter", "notes"):
        assert f'value="{section}"' not in browser.get(GLASS).content.decode()
        page = browser.post(GLASS, glass_form(chain.number, section=section, token=token()))
        assert page.status_code == 200


def test_a_flag_is_raised_and_resolved_with_a_reason(chain, owner):
    where = f"/cases/{chain.number}/guard/"
    assert post(owner, f"{where}flag/", flag="other", message="").status_code == 200
    assert post(owner, f"{where}flag/", flag="danger", message="oom belt").status_code == 302
    [flag] = chain.state(owner).flags
    assert "oom belt" in text(as_(owner).get(where))
    assert post(owner, f"{where}flag/{flag}/", reason="voorbij").status_code == 302
    assert "voorbij" in text(as_(owner).get(where))


def test_what_a_flag_says_stays_with_whoever_sees_contact(chain, owner):
    ind = chain.member("immigration_service")
    chain.accept(ind, chain.refer(owner, ind, "residence", sections=("basics", "residence")))
    post(owner, f"/cases/{chain.number}/guard/flag/", flag="danger", message="Kanariebericht")
    page = text(as_(ind).get(f"/cases/{chain.number}/guard/"))

    assert "gevaar" in page and "Kanariebericht" not in page


def test_a_bar_is_set_by_name_and_lifted_with_a_reason(chain, owner):
    shelter = chain.member("shelter")
    where = f"/cases/{chain.number}/guard/"
    assert post(owner, f"{where}bar/", member=shelter.username, reason="verwant").status_code == 302
    assert "verwant" in text(as_(owner).get(where))
    assert "verwant" not in text(as_(chain.colleague(owner, "worker")).get(where))
    assert post(owner, f"{where}bar/member/{shelter.id}/", reason="vergissing").status_code == 302
    assert not chain.state(owner).barred_members


def test_a_barred_partner_is_offered_to_nobody(chain, owner):
    shelter = chain.member("shelter")
    with writing(owner, chain.number, timezone.now(), "x") as case:
        set_bar(case, organisation=shelter.organisation_id, member=None, reason="x")

    page = as_(owner).get(f"/cases/{chain.number}/refer/shelter/")
    assert shelter.organisation.name not in page.content.decode()
    where = f"/cases/{chain.number}/refer/shelter/{shelter.organisation_id}/"
    unknown = f"/cases/{chain.number}/refer/shelter/00000000-0000-4000-8000-000000000000/"
    assert text(as_(owner).get(where)) == text(as_(owner).get(unknown))


def test_a_case_goes_from_hand_to_hand(chain, owner):
    colleague = chain.colleague(owner, "worker")
    where = f"/cases/{chain.number}/hand/"
    assert post(owner, where, member=str(colleague.id)).status_code == 302
    part = chain.state(owner).parts[owner.organisation_id]
    assert part.assigned == colleague.id
    stranger = chain.member("police")
    assert post(owner, where, member=str(stranger.id)).status_code == 200
    assert post(owner, where, member="").status_code == 302


def test_a_case_closes_and_opens_again_on_pages(chain, owner):
    where = f"/cases/{chain.number}/"
    referral = chain.refer(owner, chain.member("shelter"), "shelter")
    assert "doorverwijzing" in text(post(owner, f"{where}close/", reason="her_wish"))
    post(owner, f"{where}referrals/{referral}/withdraw/", reason="x")
    assert post(owner, f"{where}close/", reason="her_wish").status_code == 302
    assert chain.case().status == "closed"
    assert post(owner, f"{where}reopen/", explained="terug").status_code == 302
    assert chain.case().status == "open"


def test_two_files_are_compared_joined_and_taken_apart(chain, owner):
    kept = chain.number
    other = chain.opens(owner, identity={"given_name": "Anders", "birth_date": "1999-01-02"})
    where = f"/cases/{kept}/join/"
    page = text(post(owner, where, other=other, only="compare", reason=""))
    assert "Kanarienaam" in page and "Anders" in page and "verschilt" in page
    for unknown in ("2222-2222", kept, "<b>"):
        assert Case.objects.filter(status="merged").count() == 0
        post(owner, where, other=unknown, reason="x")
    assert post(owner, where, other=other, reason="zelfde nummer").status_code == 302
    assert Case.objects.get(number=other).status == "merged"
    assert post(owner, f"{where}{other}/undo/", reason="toch niet").status_code == 302
    assert Case.objects.get(number=other).status == "open"


def test_an_entry_in_the_wrong_case_is_sealed_by_two(chain, owner):
    state = chain.state(owner)
    entry = next(r.number for r in state.records if r.kind == "exploitation_recorded")
    where = f"/cases/{chain.number}/"
    assert post(owner, f"{where}entries/{entry}/seal/", reason="andere zaak").status_code == 302
    proposal = next(r.number for r in chain.state(owner).records if r.kind == "seal_proposed")
    answer = f"{where}seals/{proposal}/"
    assert post(owner, answer, verdict="seal").status_code == 200
    assert post(chain.colleague(owner), answer, verdict="seal").status_code == 302
    assert "Kanarieverhaal" not in text(as_(owner).get(f"{where}file/"))


def test_a_task_is_done_with_its_outcome(chain, owner):
    shelter = chain.member("shelter")
    referral = chain.refer(owner, shelter, "shelter")
    post(shelter, f"/referrals/{referral}/decline/", reason="vol")
    task = TaskRow.objects.get().id
    where = f"/cases/{chain.number}/tasks/{task}/"
    assert post(owner, where, outcome="").status_code == 200
    assert post(owner, where, outcome="elders").status_code == 302
    assert not TaskRow.objects.exists()


def test_a_name_that_nobody_has_is_barred_alike_and_cannot_be_told_from_another(chain, owner):
    """Safety rule 10: whoever oversees a case cannot try which names of partners exist."""
    shelter = chain.member("shelter")
    tab, seen = f"/cases/{chain.number}/guard/", []
    for name in (shelter.username, "proef-00000000"):
        answer = post(owner, f"{tab}bar/", member=name, reason="verwant")
        page = text(as_(owner).get(tab))
        assert shelter.name not in page and shelter.organisation.name not in page
        [barred] = chain.state(owner).barred_members
        lifted = post(owner, f"{tab}bar/member/{barred}/", reason="vergissing")
        codes = (answer.status_code, lifted.status_code)
        seen.append((*codes, answer.headers["Location"], page.count(name), barred.version))

    assert seen[0] == seen[1]
    assert seen[0][:2] == (302, 302) and seen[0][3] > 0


def test_whoever_is_barred_by_name_finds_nothing(chain, owner):
    police = chain.member("police")
    chain.accept(police, chain.refer(owner, police, "report_to_police"))
    assert as_(police).get(f"/cases/{chain.number}/").status_code == 200

    post(owner, f"/cases/{chain.number}/guard/bar/", member=police.username, reason="verwant")

    assert as_(police).get(f"/cases/{chain.number}/").status_code == 404
    assert chain.number not in text(as_(police).get("/"))
