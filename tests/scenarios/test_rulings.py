"""Every check of every story: what must come out does, and what cannot says why.

Published rulings come first: a check whose strength is holding, fact or fact_derivation is
reproduced wherever it speaks of a position. The rest is case law, attached to its norm.
"""

import re
from pathlib import Path

import pytest
import yaml

from tests.scenarios.stories import (
    FOLDER,
    MUST_COME_OUT,
    Check,
    Scenario,
    corpus,
    rulings,
    scenarios,
)
from tests.scenarios.told import differences

RULINGS = 25
CHECKS = [(story, check) for story in scenarios() for check in story.checks]
EXAMPLE = """\
protocol: nl
person: {age_group: adult, nationality: third_country}
events:
  - {on: 2019-06-18, type: asylum_application}
  - {on: 2019-06-28, type: indication, by: immigration_service}
  - {on: 2019-07-02, type: dublin_claim}
  - {on: 2019-09-11, type: report}
  - {on: 2019-09-17, type: notice_received}
  - {on: 2019-09-18, type: prosecution_view, presence_necessary: false}
"""


def named(pair: tuple[Scenario, Check]) -> str:
    story, check = pair
    known = f"-known-{check.known_at}" if check.known_at else ""
    return f"{story.reference or story.name}-{check.rule}-{check.on}{known}"


def some(checks: list[tuple[Scenario, Check]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("pair", checks, ids=named)


@some([(story, check) for story, check in CHECKS if check.expected])
def test_what_the_story_says_comes_out(pair: tuple[Scenario, Check]):
    story, check = pair

    assert not differences(story, check), f"{story.name}, {check.on}: {check.text.en}"


@some([(story, check) for story, check in CHECKS if check.strength in MUST_COME_OUT])
def test_a_holding_or_fact_comes_out_or_says_why_not(pair: tuple[Scenario, Check]):
    _, check = pair

    assert bool(check.expected) != bool(check.not_reproduced)


@some([(story, check) for story, check in CHECKS if check.strength not in MUST_COME_OUT])
def test_what_is_derived_or_held_by_one_side_is_documented(pair: tuple[Scenario, Check]):
    _, check = pair

    assert check.expected or check.not_reproduced


@some([(story, check) for story, check in CHECKS if check.case_law])
def test_a_holding_stands_as_case_law_at_its_norm(pair: tuple[Scenario, Check]):
    story, check = pair
    attached = [
        holding.speaks
        for holding in corpus().holdings
        if holding.ruling == story.reference and holding.norm == check.norm
    ]

    assert check.case_law in attached


@pytest.mark.parametrize("story", rulings(), ids=lambda story: story.name)
def test_every_holding_of_a_ruling_is_case_law(story: Scenario):
    silent = [
        c for c in story.checks if c.strength in ("holding", "ind_position") and not c.case_law
    ]

    assert not silent


def test_all_rulings_are_there_once():
    references = [story.reference for story in rulings()]

    assert len(references) == len(set(references)) == RULINGS


@pytest.mark.parametrize("story", rulings(), ids=lambda story: story.name)
def test_a_ruling_is_named_after_its_reference(story: Scenario):
    country, court, year, number = str(story.reference).removeprefix("ECLI:").split(":")
    court = "cjeu" if country == "EU" else court.lower()

    assert story.name == f"{court}-{year}-{number.lower()}"


def test_case_law_speaks_of_known_norms_and_rulings():
    decided = {story.reference: story.decided_on for story in rulings()}

    for holding in corpus().holdings:
        assert holding.norm in corpus().norms, holding
        assert holding.ruling in decided, holding
        assert holding.decided_on == decided[holding.ruling], holding


def test_every_holding_of_case_law_is_told_in_a_ruling():
    told = {(story.reference, c.norm, c.case_law) for story in rulings() for c in story.checks}
    loose = [h for h in corpus().holdings if (h.ruling, h.norm, h.speaks) not in told]

    assert not loose


def test_the_example_case_of_the_command_is_a_published_ruling():
    written = yaml.safe_load((FOLDER / "rbdha-2020-8646.yaml").read_text(encoding="utf-8"))
    written.pop("scenario")

    assert written == yaml.safe_load(EXAMPLE)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_story_tells_no_name_and_no_address(path: Path):
    text = path.read_text(encoding="utf-8")

    assert not re.search(r"https?://|\w@\w+\.[a-z]|\bNL\d{2}\.\d+", text)
