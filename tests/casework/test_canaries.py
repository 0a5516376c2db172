"""Safety rules 9, 12 and 16, defects "the preview leaked", "a derived panel visible to everyone":
a word that occurs nowhere else stands in every field, and no kind of organisation comes across one
in any representation of the case that the agreement does not give it.
"""

import logging
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

import pytest

from ketenwijzer.casework.access import OpenCase, open_case, visible
from ketenwijzer.casework.actions.answer import accept_referral, decline_referral, received
from ketenwijzer.casework.actions.consent import ConsentAnswer, ask_consent
from ketenwijzer.casework.actions.describe import DESCRIPTIONS, describe
from ketenwijzer.casework.actions.finish import close_case, do_task, reopen_case
from ketenwijzer.casework.actions.ground import NameGround, name_ground
from ketenwijzer.casework.actions.guard import break_glass, raise_flag, resolve_flag, set_bar
from ketenwijzer.casework.actions.note import add_note, release_item
from ketenwijzer.casework.actions.record import RecordStatement, record_statement
from ketenwijzer.casework.actions.refer import MakeReferral, make_referral
from ketenwijzer.casework.errors import CaseworkError, Denied, NotFound, Stale
from ketenwijzer.casework.introduction import introduction
from ketenwijzer.casework.models import AccessLine, Case, Member, ReferralRow, TaskRow
from ketenwijzer.casework.position import agreement
from ketenwijzer.casework.queries import Wanted, names_in, waiting_in, worklist
from ketenwijzer.casework.search import Search, search
from ketenwijzer.casework.showing.entries import entries_of
from ketenwijzer.casework.showing.guarded import barred_of, glasses_of, signs_of
from ketenwijzer.casework.showing.header import header_of
from ketenwijzer.casework.showing.involved import involved_in, sights_of
from ketenwijzer.casework.showing.now import now_of
from ketenwijzer.casework.showing.sent import referrals_of
from ketenwijzer.casework.showing.shared import answers_of, grounds_of, shared_with
from ketenwijzer.casework.statuses import MemberRole
from ketenwijzer.casework.writing import writing
from ketenwijzer.telling.language import Reader
from tests.casework.conftest import NOW
from tests.casework.sharing import YES, service_for

pytestmark = pytest.mark.usefixtures("on_sqlite")

NEVER_HEALTH = (
    "police",
    "marechaussee",
    "labour_inspectorate",
    "public_prosecution",
    "immigration_service",
    "departure_service",
)
NOT_FOR_THEM = ("health", "care", "notes", "shelter")
ROLES = sorted(agreement().roles)
# Free text that stands in an entry for others: in which section that text stands.
ASIDE = {"flag": "contact"}


@dataclass
class Aviary:
    """A case in which every field of every section holds a canary."""

    case: Case
    owner: Member
    canaries: dict[str, str] = field(default_factory=dict)

    def canary(self, section: str) -> str:
        """Return a word that occurs nowhere else, and remember where it stands."""
        word = f"Kanarie{len(self.canaries):03}Pietje"
        self.canaries[word] = section
        return word


@pytest.fixture
def aviary(open_a_case, member, organisation) -> Aviary:
    return filled(open_a_case, member, organisation)


def filled(open_a_case, member, organisation) -> Aviary:
    """Return a case with a canary in every field."""
    owner, doctor = member(), member(organisation("doctor"))
    made = Aviary(open_a_case(owner, identity={}), owner)
    _refer(made, doctor, ("identity", "contact"), accepts=True)
    _describe(made, doctor)
    _state(made)
    _work(made, doctor)
    return made


def _describe(aviary: Aviary, doctor: Member) -> None:
    fields = {
        "identity": ("given_name", "family_name", "other_names", "v_number", "guardian"),
        "contact": ("channel", "number", "code_word", "must_never_know", "address"),
        "exploitation": ("account", "where"),
        "health": ("findings", "treatment", "medicine"),
        "care": ("plan", "lawyer"),
    }
    assert set(fields) == set(DESCRIPTIONS)
    for section, names in fields.items():
        by = doctor if section == "health" else aviary.owner
        values: dict[str, object] = {name: aviary.canary(section) for name in names}
        with _opened(aviary, by) as case:
            describe(case, section, values, case.case.head_number)
    for by in (aviary.owner, doctor):
        with _opened(aviary, by) as case:
            add_note(case, aviary.canary("notes"))


def _state(aviary: Aviary) -> None:
    free = {"shelter_placed": ("facility", "shelter"), "lawful_stay": ("basis", "residence")}
    for kind, (name, section) in free.items():
        with _opened(aviary, aviary.owner) as case:
            values = {name: aviary.canary(section)}
            record_statement(case, RecordStatement(kind, case.today, values))


def _work(aviary: Aviary, doctor: Member) -> None:
    owner, organisation = aviary.owner, doctor.organisation_id
    assert organisation is not None
    with _opened(aviary, owner) as case:
        close_case(case, "goals_reached", aviary.canary("notes"))
    with _opened(aviary, owner) as case:
        reopen_case(case, aviary.canary("notes"))
    with _opened(aviary, owner) as case:
        flag = raise_flag(case, "danger", aviary.canary("flag"), case.today)
        raise_flag(case, "other", aviary.canary("flag"), None)
        answer = ConsentAnswer(True, aviary.canary("between"), "independent", asked_alone=True)
        ask_consent(case, organisation, "care", ("health",), answer)
        explained, why = aviary.canary("between"), aviary.canary("between")
        ground = NameGround(
            organisation, "care", ("care",), "vital_interest", explained, False, why
        )
        name_ground(case, ground)
        member = Member.objects.filter(organisation=organisation).first()
        assert member is not None
        stranger = Member.objects.create(username="vreemd", name="V", organisation=None)
        set_bar(case, organisation=None, member=stranger.id, reason=aviary.canary("between"))
    with _opened(aviary, owner) as case:
        resolve_flag(case, flag, aviary.canary("flag"))
        task = next(t for t in case.state.tasks.values() if t.organisation == case.state.owner)
    with _opened(aviary, owner) as case:
        _quietly(lambda: do_task(case, task.id, aviary.canary("between")))


def _quietly(deed) -> None:
    try:
        deed()
    except CaseworkError:
        return


def _opened(aviary: Aviary, member: Member):
    return writing(member, aviary.case.number, NOW, "proef")


def _refer(
    aviary: Aviary, to: Member, sections: tuple[str, ...], *, accepts: bool, question: str = "?"
) -> UUID:
    assert to.organisation is not None
    with _opened(aviary, aviary.owner) as case:
        service = service_for(to.organisation.role)
        command = MakeReferral(
            to.organisation.id,
            service,
            sections,
            "public_task",
            question,
            aviary.canary("between"),
        )
        referral = make_referral(case, command)
    with received(to, referral, NOW, "answer") as case:
        if accepts:
            accept_referral(case, referral)
        else:
            decline_referral(case, referral, "vol", "een ander")
    return referral


def _may_be_sent(role: str) -> tuple[str, ...]:
    """Return what the owner of the case, who sees it, may send to a kind of organisation."""
    owner, cells = agreement().roles["care_coordinator"].cells, agreement().roles[role].cells
    return tuple(s for s, cell in cells.items() if cell.level == "yes" == owner[s].level)


# ------------------------------------------------------------------ what somebody comes across


def representations(case: OpenCase, member: Member) -> dict[str, object]:
    """Return everything that anything shows of an opened case, by where it is shown."""
    found: dict[str, object] = {
        "records": case.records(),
        "latest": [case.latest(kind) for kind in DESCRIPTIONS.values()],
        "seen": case.seen(),
        "sections": [case.may(name) for name in agreement().sections],
        "introduction": introduction(case),
    }
    names = names_in(case)
    for language in ("nl", "en"):
        reader, seen = Reader(language), case.seen()
        found |= {
            f"entries {language}": entries_of(case, seen, names, reader),
            f"header {language}": header_of(case, seen, names, reader),
            f"now {language}": now_of(case, seen, reader),
            f"involved {language}": involved_in(case, names, reader),
            f"sights {language}": sights_of(case, reader),
            f"referrals {language}": referrals_of(case, names, reader),
            f"consent {language}": answers_of(case, names, reader),
            f"grounds {language}": grounds_of(case, names, reader),
            f"shared {language}": shared_with(case, names, reader),
            f"glasses {language}": glasses_of(case, names, reader),
        }
    return found | {"signs": signs_of(case, names), "barred": barred_of(case)} | outside(member)


def outside(member: Member) -> dict[str, object]:
    """Return what a member comes across without opening a case."""
    lines = visible(member, NOW)
    return {
        "lines": [list(lines.values()), worklist(member, NOW, Wanted("all"))],
        "search": [list(search(member, asked, NOW)) for asked in _searches(member)],
        "referrals": list(ReferralRow.objects.filter(receiver=member.organisation).values()),
        "tasks": [list(TaskRow.objects.values()), waiting_in(member, NOW, "review_glass")],
        "log": list(AccessLine.objects.values()),
    }


def _searches(member: Member) -> list[Search]:
    assert member.organisation is not None
    access = agreement().roles.get(member.organisation.role)
    purpose = access.purposes[0] if access else "care"
    return [Search("Kanarie Pietje", 1999, purpose)] if member.sees_cases else []


def come_across(aviary: Aviary, shown: dict[str, object]) -> dict[str, list[str]]:
    """Return the sections of the canaries that were come across, and where."""
    found: dict[str, list[str]] = {}
    for place, content in shown.items():
        text = repr(content)
        for word, section in aviary.canaries.items():
            if word in text:
                found.setdefault(section, []).append(place)
    return found


def agreed(role: str) -> set[str]:
    """Return what an organisation that was sent all it may have comes across."""
    sees = {*_may_be_sent(role)}
    return sees | ({"flag"} if ASIDE["flag"] in sees else set())


# ------------------------------------------------------------------ the proofs


def test_a_kind_of_organisation_comes_across_what_was_agreed_and_nothing_else(
    aviary, member, organisation, caplog
):
    for role in ROLES:
        caplog.set_level(logging.DEBUG)
        partner = member(organisation(role))
        _refer(aviary, partner, _may_be_sent(role), accepts=True)

        shown = representations(open_case(partner, aviary.case.number, NOW), partner)
        found = come_across(aviary, shown | {"logging": caplog.text})

        assert set(found) <= agreed(role), found
        assert agreed(role) - {"basics", "criminal"} <= set(found)


@pytest.mark.parametrize("role", NEVER_HEALTH)
def test_a_health_canary_reaches_police_prosecution_ind_and_departure_service_nowhere(
    role, aviary, member, organisation
):
    """Safety rule 9, whatever way they come: as a partner, by consent, by a broken glass."""
    partner = member(organisation(role))
    _refer(aviary, partner, _may_be_sent(role), accepts=True)
    with _opened(aviary, aviary.owner) as case:
        purpose = agreement().roles[role].purposes[0]
        ask_consent(case, partner.organisation_id, purpose, NOT_FOR_THEM, YES)
    for section in NOT_FOR_THEM:
        _quietly(lambda: break_glass(partner, aviary.case.number, section, "nood", NOW))  # noqa: B023

    shown = representations(open_case(partner, aviary.case.number, NOW), partner)
    with pytest.raises(NotFound):
        open_case(partner, "0000-0000", NOW)

    assert set(come_across(aviary, shown)).isdisjoint(NOT_FOR_THEM)


def test_nothing_is_come_across_before_a_referral_is_accepted_nor_after_it_is_declined(
    aviary, member, organisation
):
    for role in ROLES:
        partner = member(organisation(role))
        question = aviary.canary("question")
        _refer(aviary, partner, _may_be_sent(role), accepts=False, question=question)

        with pytest.raises(NotFound):
            open_case(partner, aviary.case.number, NOW)
        assert come_across(aviary, outside(partner)) == {}
        again = _sent(aviary, partner, question)
        with received(partner, again, NOW, "see") as case:
            opened = {
                "records": case.records(),
                "seen": case.seen(),
                "introduction": introduction(case),
            }
            latest = {"latest": [case.latest(kind) for kind in DESCRIPTIONS.values()]}
            assert come_across(aviary, opened | latest) == {}


def _sent(aviary: Aviary, to: Member, question: str) -> UUID:
    assert to.organisation is not None
    with _opened(aviary, aviary.owner) as case:
        command = MakeReferral(
            to.organisation.id,
            service_for(to.organisation.role),
            (),
            "public_task",
            question,
            "omdat",
        )
        return make_referral(case, command)


@pytest.mark.parametrize("kind", [k for k in MemberRole if k in ("analyst", "administrator")])
def test_analysts_and_administrators_come_across_nothing_even_at_the_owner(kind, aviary, member):
    """Safety rule 15."""
    analyst = member(aviary.owner.organisation, kind)

    with pytest.raises(NotFound):
        open_case(analyst, aviary.case.number, NOW)
    assert list(visible(analyst, NOW)) == []
    assert come_across(aviary, outside(analyst)) == {}


def test_a_broken_glass_shows_its_section_if_agreed_and_never_contact_or_addresses(
    aviary, member, organisation
):
    """Safety rule 13."""
    for role in ROLES:
        partner = member(organisation(role))
        cells = agreement().roles[role].cells
        for section in agreement().sections:
            _quietly(lambda: break_glass(partner, aviary.case.number, section, "nood", NOW))  # noqa: B023
        lasting = {name for name, cell in cells.items() if cell.level in ("yes", "consent")}

        try:
            shown = representations(open_case(partner, aviary.case.number, NOW), partner)
        except NotFound:
            shown = {}
        after = NOW + timedelta(hours=5)

        assert set(come_across(aviary, shown)) <= lasting - {"contact", "shelter"}
        with pytest.raises(NotFound):
            open_case(partner, aviary.case.number, after)


def test_an_entry_that_is_released_shows_that_entry_and_no_other(aviary, member, organisation):
    police = member(organisation("police"))
    _refer(aviary, police, ("identity",), accepts=True)
    with _opened(aviary, aviary.owner) as case:
        note = next(
            r
            for r in case.records()
            if r.kind == "note_added" and r.author.organisation == aviary.owner.organisation_id
        )
        assert police.organisation_id is not None
        release_item(case, note.number, police.organisation_id, "legal_obligation")

    shown = repr(open_case(police, aviary.case.number, NOW).records())

    notes = {word for word, section in aviary.canaries.items() if section == "notes"}
    assert {word for word in notes if word in shown} == {note.text("text")}


def test_what_a_deed_refuses_says_nothing_of_her(aviary, member, organisation):
    municipality = member(organisation("municipality"))
    _refer(aviary, municipality, ("identity", "residence"), accepts=True)
    refused: list[object] = []

    for deed in (
        lambda case: describe(case, "identity", {"given_name": "x"}, 0),
        lambda case: describe(case, "contact", {"channel": "x"}, 0),
        lambda case: describe(case, "health", {"findings": "x"}, 0),
        lambda case: release_item(case, 6, municipality.organisation_id, "consent"),
    ):
        with pytest.raises(CaseworkError) as error, _opened(aviary, municipality) as case:
            deed(case)
        refused += [error.value, vars(error.value), error.value.text]

    assert come_across(aviary, {"refused": refused}) == {}
    assert isinstance(refused[0], Stale)
    assert isinstance(refused[3], Denied)
