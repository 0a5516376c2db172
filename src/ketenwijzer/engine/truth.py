"""Three answers, not two: yes, no, not established (`True`, `False`, `None`)."""

from collections.abc import Iterable

Truth = bool | None


def any_of(truths: Iterable[Truth]) -> Truth:
    """Yes if one is yes, no if all are no, else not established."""
    found: Truth = False
    for truth in truths:
        if truth:
            return True
        if truth is None:
            found = None
    return found


def all_of(truths: Iterable[Truth]) -> Truth:
    """No if one is no, yes if all are yes, else not established."""
    found: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            found = None
    return found


def negate(truth: Truth) -> Truth:
    """Turn yes into no and no into yes."""
    return None if truth is None else not truth
