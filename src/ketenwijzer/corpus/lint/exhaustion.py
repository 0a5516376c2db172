"""Whether some rule of an ordered list always decides, or all of them can be answered no."""

from collections.abc import Iterator, Sequence

from ...engine.conditions import Always, And, Condition, Fact, Is, Known, Not, Or, atoms
from ...engine.truth import Truth, all_of, any_of, negate

Answers = dict[Condition, bool]


def can_all_be_no(conditions: Sequence[Condition], answers: Answers | None = None) -> bool:
    """Tell whether answers exist under which every condition is answered no.

    Each atom may be yes or no whatever the others are, except that nothing can be said of a fact
    that is not known. The search asks one atom that is still open, both ways. What stays open
    does not fall through: an open condition stops the reading.
    """
    answers = answers or {}
    truths = [_answer(condition, answers) for condition in conditions]
    if any(truths):
        return False
    opened = next((c for c, truth in zip(conditions, truths, strict=True) if truth is None), None)
    if opened is None:
        return True
    atom = next(_askable(opened, answers), None)
    if atom is None:
        return False
    return any(can_all_be_no(conditions, {**answers, atom: answer}) for answer in (False, True))


def _answer(condition: Condition, answers: Answers) -> Truth:
    match condition:
        case Always():
            return True
        case Not(inner):
            return negate(_answer(inner, answers))
        case And(parts):
            return all_of(_answer(part, answers) for part in parts)
        case Or(parts):
            return any_of(_answer(part, answers) for part in parts)
        case Known(fact) if any(_is_about(fact, atom) for atom in answers):
            return True
        case _:
            return answers.get(condition)


def _askable(condition: Condition, answers: Answers) -> Iterator[Condition]:
    """Yield the atoms that are still open and can be answered."""
    for atom in atoms(condition):
        unknown = isinstance(atom, Fact | Is) and answers.get(Known(atom.fact)) is False
        if _answer(atom, answers) is None and not unknown:
            yield atom


def _is_about(fact: str, atom: Condition) -> bool:
    return isinstance(atom, Fact | Is) and atom.fact == fact
