"""The partners' agreement is whole, keeps the safety rules, is no law, and is read strictly."""

import shutil
from pathlib import Path

import pytest

from ketenwijzer.corpus.agreement import Agreement, Cell, Level
from ketenwijzer.corpus.agreements import load_agreement, read_agreements
from ketenwijzer.corpus.errors import InputError
from ketenwijzer.corpus.home import countries, protocols_home, source_hash
from ketenwijzer.corpus.load import load_corpus
from ketenwijzer.engine.law import Corpus
from ketenwijzer.engine.vocabulary import ChosenMoment, EventMoment, SumMoment
from tests.corpus.small import write_country

DAY = "2026-11-01"
NAME = f"xx/agreements/{DAY}.yaml"
AUTHORITIES = (
    *("police", "marechaussee", "labour_inspectorate"),
    *("public_prosecution", "immigration_service", "departure_service"),
)
SHUT = ("health", "shelter", "care", "notes")
SMALL = """\
agreement: xx
version: 2026-11-01
status: {nl: afgesproken, en: agreed}
sections:
  basics: {nl: basis, en: basics, controller: {nl: niet vermeld, en: not stated}}
  care: {nl: zorg, en: care, controller: {nl: niet vermeld, en: not stated}}
purposes:
  help: {nl: hulp, en: help}
roles:
  police:
    purposes: [help]
    registers: compulsory
    cells: {basics: yes, care: release}
    writes: [basics]
  helpers:
    purposes: [help]
    cells: {basics: {level: yes, ground: {nl: wet, en: statute}}, care: consent}
    writes: [basics, care]
statements:
  person: {section: basics, leave_out: [birth_date]}
  signal: {section: basics}
  report: {section: basics, stated_by: [police]}
  offer: {section: basics, stated_by: [police]}
  view: {section: basics}
  permit: {section: basics}
  departure: {section: basics}
services:
  aid: {nl: hulp, en: help, purpose: help, receivers: [helpers], sections: [basics], answer_days: 3}
grounds:
  vital: {nl: vitaal belang, en: vital interest}
requests:
  access: {nl: inzage, en: access, answer_days: 5}
"""

# A fault planted in the small agreement: the code, what stands there, what comes in its place.
FAULTS = [
    ("unknown_protocol", "agreement: xx", "agreement: yy"),
    ("unknown_value", "version: 2026-11-01", "version: 2026-11-02"),
    ("missing_key", "status: {nl: afgesproken, en: agreed}", "status: {nl: afgesproken}"),
    ("missing_key", "en: care, controller: {nl: niet vermeld, en: not stated}", "en: care"),
    ("unknown_key", "registers: compulsory", "register: compulsory"),
    ("unknown_value", "registers: compulsory", "registers: always"),
    ("unknown_organisation", "  helpers:", "  helper:"),
    ("unknown_value", "{basics: yes, care: release}", "{basics: maybe, care: release}"),
    ("unknown_key", "{basics: yes, care: release}", "{basics: yes, care: release, cares: yes}"),
    ("missing_key", "{basics: yes, care: release}", "{basics: yes}"),
    ("missing_key", "{level: yes, ground: {nl: wet, en: statute}}", "{level: yes}"),
    ("unknown_value", "writes: [basics, care]", "writes: [basics, cure]"),
    ("defined_twice", "writes: [basics, care]", "writes: [basics, basics]"),
    ("unknown_event", "  signal: {section: basics}", "  signals: {section: basics}"),
    ("unknown_value", "  signal: {section: basics}", "  signal: {section: basic}"),
    ("unknown_attribute", "leave_out: [birth_date]", "leave_out: [birthday]"),
    ("unknown_attribute", "leave_out: [birth_date]", "sections: {birth_date: {x: care}}"),
    ("unknown_value", "leave_out: [birth_date]", "sections: {age_group: {ancient: care}}"),
    ("unknown_value", "leave_out: [birth_date]", "sections: {age_group: {minor: cure}}"),
    ("unknown_organisation", "offer: {section: basics, stated_by: [police]}",
     "offer: {section: basics, stated_by: [cops]}"),
    ("unknown_value", "purpose: help", "purpose: helping"),
    ("unknown_organisation", "receivers: [helpers]", "receivers: [victim]"),
    ("unknown_value", "sections: [basics]", "sections: [base]"),
    ("not_a_number", "answer_days: 3", "answer_days: soon"),
    ("unknown_value", "  access: {nl: inzage", "  erasure: {nl: inzage"),
    ("missing_key", "en: access, answer_days: 5}", "en: access}"),
    ("not_a_number", "answer_days: 5", "answer_days: soon"),
    ("not_boolean", "registers: compulsory", "confidential: maybe"),
    ("missing_key", "grounds:\n  vital: {nl: vitaal belang, en: vital interest}",
     "grounds:\n  vital: {nl: vitaal belang}"),
]  # fmt: skip


@pytest.fixture(autouse=True)
def _cache_of_its_own(monkeypatch, tmp_path_factory):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture(scope="module")
def agreement() -> Agreement:
    return load_agreement("nl")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus("nl")


def agreed(home: Path, text: str = SMALL, name: str = NAME) -> Path:
    """Write the small country with an agreement and return their folder."""
    return write_country(home, {name: text})


def refused(home: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        read_agreements("xx", home)
    return caught.value


# ------------------------------------------------------------------ the agreement is whole


def test_every_event_of_the_law_has_a_statement_and_no_other(agreement, corpus):
    assert set(agreement.statements) == set(corpus.event_types)


def test_every_role_has_a_cell_for_every_section(agreement):
    for access in agreement.roles.values():
        assert list(access.cells) == list(agreement.sections), access.role


def test_everyone_involved_sees_the_basics_and_nobody_the_notes_of_another(agreement):
    for access in agreement.roles.values():
        assert access.cells["basics"].level is Level.YES, access.role
        assert access.cells["notes"].level is Level.RELEASE, access.role


def test_who_establishes_is_a_role_and_may_record_there(agreement):
    for statement in agreement.statements.values():
        for role in statement.stated_by:
            assert statement.section in agreement.roles[role].writes, (statement.event, role)


def test_a_service_goes_to_whoever_is_there_for_it_and_may_see_what_goes_along(agreement):
    for service in agreement.services.values():
        assert service.receivers, service.name
        assert service.answer_days is None or service.answer_days > 0, service.name
        for role in service.receivers:
            assert service.purpose in agreement.roles[role].purposes, (service.name, role)
            levels = {agreement.cell(role, section).level for section in service.sections}
            assert Level.NO not in levels, (service.name, role)


def test_every_purpose_is_that_of_a_role(agreement):
    used = {purpose for access in agreement.roles.values() for purpose in access.purposes}

    assert used == set(agreement.purposes)


def test_the_words_for_what_has_no_ground_and_for_the_controller_stand_there(agreement):
    assert agreement.status.en == "agreed, not verified"
    assert all("not stated" in section.controller.en for section in agreement.sections.values())


def test_what_is_not_agreed_is_no(agreement):
    assert agreement.cell("national_rapporteur", "basics") == Cell(Level.NO)
    assert agreement.cell("police", "diary") == Cell(Level.NO)


# ------------------------------------------------------------------ the safety rules


@pytest.mark.parametrize(
    "country", [c for c in countries() if (protocols_home() / c / "agreements").is_dir()]
)
@pytest.mark.parametrize("role", AUTHORITIES)
def test_safety_rule_9_no_authority_gets_further_than_release(country, role):
    for found in read_agreements(country):
        for section in SHUT:
            level = found.cell(role, section).level
            assert level in (Level.RELEASE, Level.NO), (found.id, section)


def test_safety_rule_9_the_basics_hold_nothing_of_form_health_shelter_or_care(agreement):
    assert agreement.statements["indication"].leave_out == ("form",)
    for event, section in (("medical_statement", "health"), ("shelter_placed", "shelter"),
                           ("shelter_requested", "shelter"), ("return_wish", "care")):  # fmt: skip
        assert agreement.statements[event].section == section


def test_safety_rule_3_what_ends_a_term_early_is_never_open_to_anyone(agreement, corpus):
    events = set()
    for layer in corpus.layers:
        for version in layer.versions:
            for term in version.terms.values():
                events |= {e for moment in term.ends_early for e in events_of(corpus, moment)}

    assert {"other_application", "left_unknown_destination", "reflection_declined"} <= events
    for event in events:
        assert agreement.statements[event].stated_by, event


def test_safety_rule_3_the_agreement_says_the_same_as_the_law_where_the_law_says_it(
    agreement, corpus
):
    for kind in corpus.event_types.values():
        if kind.stated_by:
            assert agreement.statements[kind.name].stated_by == kind.stated_by


def events_of(corpus: Corpus, moment: str) -> set[str]:
    """Return the events that set a moment; an event is one itself, others go by other moments."""
    match rule := corpus.moments.get(moment):
        case None:
            return {moment}
        case EventMoment():
            return {selector.event for selector in rule.selectors}
        case ChosenMoment():
            return {event for name in rule.moments for event in events_of(corpus, name)}
        case SumMoment():
            return events_of(corpus, rule.start)


# ------------------------------------------------------------------ it is no law


def test_an_agreement_never_enters_the_hash_of_the_law(tmp_path):
    home = tmp_path / "protocols"
    shutil.copytree(protocols_home(), home)
    with_it = source_hash(home)

    shutil.rmtree(home / "nl" / "agreements")

    assert with_it == source_hash(home)


# ------------------------------------------------------------------ strictness


def test_the_small_agreement_has_no_fault(tmp_path):
    (found,) = read_agreements("xx", agreed(tmp_path))

    assert found.id == f"xx@{DAY}"
    assert found.cell("helpers", "basics").ground is not None
    assert found.cell("police", "care") == Cell(Level.RELEASE)
    assert (found.roles["police"].registers, found.roles["helpers"].registers) == ("compulsory", "")
    assert found.services["aid"].answer_days == 3


@pytest.mark.parametrize(("code", "old", "new"), FAULTS)
def test_a_fault_is_refused_with_file_and_line(tmp_path, code, old, new):
    assert SMALL.count(old) == 1, old
    line = SMALL[: SMALL.index(old)].count("\n") + 1

    error = refused(agreed(tmp_path, SMALL.replace(old, new)))

    assert error.code == code
    assert error.file == f"protocols/{NAME}"
    assert line <= error.line <= line + new.count("\n")
    assert error.text.nl != error.text.en


def test_an_event_of_the_law_that_is_left_out_is_refused_in_the_newest_version_only(tmp_path):
    without = SMALL.replace("  signal: {section: basics}\n", "")
    older = without.replace(DAY, "2025-01-01")

    found = read_agreements("xx", agreed(agreed(tmp_path), older, "xx/agreements/2025-01-01.yaml"))
    error = refused(agreed(tmp_path, without))

    assert [one.version for one in found] == ["2025-01-01", DAY]
    assert (error.code, error.text.en) == ("missing_key", "The key `signal` is missing.")


def test_the_newest_is_loaded_and_read_once(tmp_path):
    home = agreed(
        agreed(tmp_path), SMALL.replace(DAY, "2025-01-01"), "xx/agreements/2025-01-01.yaml"
    )

    assert load_agreement("xx", home).version == DAY
    assert load_agreement("xx", home) is load_agreement("xx", home)


def test_a_country_without_agreement_and_an_unknown_country_are_refused(tmp_path):
    home = write_country(tmp_path)

    assert refused(home).code == "no_versions"
    with pytest.raises(InputError, match="known protocol"):
        read_agreements("../xx", home)
