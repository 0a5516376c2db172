"""Settings that a test of letters changes."""

import pytest
from django.test import override_settings


@pytest.fixture
def settings_of():
    """Return a function that changes settings until the test is over."""
    changed = []

    def change(**values: object) -> None:
        changed.append(override_settings(**values))
        changed[-1].enable()

    yield change
    for one in changed:
        one.disable()
