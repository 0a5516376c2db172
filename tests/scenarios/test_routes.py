"""Every way to a right ends well in some story: an engine that always says no would fail here."""

from collections.abc import Iterator
from functools import cache

import pytest

from ketenwijzer.engine.findings import Finding
from ketenwijzer.engine.law import Standing
from ketenwijzer.engine.position import determine
from tests.scenarios.life import CONTRACT
from tests.scenarios.stories import corpus, scenarios

PERMITS = ("temporary_permit", "non_temporary_permit")
GROUNDS = sorted(
    {
        (norm, ground.id)
        for layer in corpus().layers
        for version in layer.versions
        for norm in PERMITS
        if norm in version.norms
        for ground in version.norms[norm].grounds
    }
)


@cache
def holding() -> tuple[Finding, ...]:
    """Return every finding that holds on a day that some story checks."""
    return tuple(finding for finding in _findings() if finding.standing is Standing.HOLDS)


def _findings() -> Iterator[Finding]:
    for story in scenarios():
        for on, known_at in {(check.on, check.known_at) for check in story.checks}:
            yield from determine(corpus(), story.events, on, known_at).findings


@pytest.mark.parametrize(("norm", "ground"), GROUNDS)
def test_every_ground_opens_its_permit_in_some_story(norm: str, ground: str):
    met = {
        found.ground
        for finding in holding()
        if finding.norm == norm
        for found in finding.grounds
        if found.truth
    }

    assert ground in met


@pytest.mark.parametrize("norm", CONTRACT)
def test_every_norm_of_the_contract_holds_in_some_story(norm: str):
    assert norm in {finding.norm for finding in holding()}


@pytest.mark.parametrize("norm", PERMITS)
@pytest.mark.parametrize("granted", [True, False])
def test_a_permit_is_granted_in_some_story_and_due_in_another(norm: str, granted: bool):
    assert any(finding.norm == norm and finding.granted is granted for finding in holding())
