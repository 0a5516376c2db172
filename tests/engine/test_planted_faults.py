"""A fault in any operator of the engine turns an example red: none of those planted survives."""

import inspect
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest

from tests.engine import (
    small,
    test_asking,
    test_duties,
    test_facts,
    test_layers,
    test_moments,
    test_records,
    test_sums,
    test_terms,
    test_timeline,
    test_truths,
    test_versions,
)
from tests.engine.faults import Fault, faults

EXAMPLES: tuple[ModuleType, ...] = (
    test_truths,
    test_moments,
    test_facts,
    test_sums,
    test_terms,
    test_versions,
    test_layers,
    test_records,
    test_duties,
    test_timeline,
    test_asking,
)


def examples() -> Iterator[Callable[[], None]]:
    """Yield the examples of the engine; the fixed set of checks that must see every fault."""
    for module in EXAMPLES:
        yield from (
            function
            for name, function in inspect.getmembers(module, inspect.isfunction)
            if name.startswith("test_")
        )


@pytest.fixture(autouse=True)
def interpreter_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let examples judge by what they expect, not by the other back-end, which has no fault."""
    monkeypatch.setattr(small, "BACK_ENDS_MUST_AGREE", [False])


def test_every_planted_fault_turns_an_example_red():
    survivors = [str(fault) for fault in faults() if not is_seen(fault)]

    assert not survivors, "no example sees:\n" + "\n".join(survivors)


def test_enough_faults_are_planted():
    assert len(faults()) >= 150


def test_without_a_fault_every_example_holds():
    for example in examples():
        example()


def is_seen(fault: Fault) -> bool:
    with fault.planted():
        return any(goes_red(example) for example in examples())


def goes_red(example: Callable[[], None]) -> bool:
    try:
        example()
    except (Exception, pytest.fail.Exception):
        return True
    return False
