"""Which variables tell why a rule was left open, so that the open facts can be named later."""

from ..conditions import At, Condition, Ground, InTerm, Is, atoms
from ..conditions import Fact as FactIsTrue
from ..law import Corpus, GroundRule, Rule
from ..vocabulary import Choice, When
from .tokens import LeftOpen, Meanings, OpenFact, OpenInside, OpenPart, OpenThere, Text, reasons
from .truths import Frame, Grounds, Truths, in_term

AnsweredGrounds = list[tuple[GroundRule, str]]


class Opening:
    """Lays out the token of a rule that was left open: its clauses, then the values below."""

    def __init__(self, corpus: Corpus, frame: Frame, grounds: AnsweredGrounds) -> None:
        self._corpus = corpus
        self._frame = frame
        self._grounds = grounds
        self._values: dict[str, int] = {}

    def token(self, meanings: Meanings, text: Text, rule: Rule, truths: Grounds) -> str:
        """Return the text of the token."""
        answers = [Truths(self._frame, truths).of(part) for part in rule.clauses]
        clauses = tuple(
            (self._place(answer.text), reason)
            for answer, reason in zip(answers, reasons(rule, None), strict=True)
            if not answer.certain
        )
        parts = self._below(self._frame, rule.when)
        number = meanings.number(LeftOpen(text, rule, clauses, parts))
        return f"({', '.join([str(number), *self._values])},)"

    def _place(self, value: str) -> int:
        return self._values.setdefault(value, len(self._values) + 1)

    def _below(self, frame: Frame, condition: Condition) -> tuple[OpenPart, ...]:
        return tuple(part for atom in atoms(condition) for part in self._of(frame, atom))

    def _of(self, frame: Frame, atom: Condition) -> list[OpenPart]:
        match atom:
            case FactIsTrue(name) | Is(name, _):
                return self._of_fact(frame, name)
            case At(inner, moment):
                there = frame.at(moment)
                return [OpenThere(self._place(there.reached), self._below(there, inner))]
            case Ground(wanted):
                return [
                    OpenInside(self._place(truth), self._below(frame, ground.when))
                    for ground, truth in self._grounds
                    if wanted in (None, ground.id)
                ]
            case InTerm():
                return self._of_term(frame, atom)
            case _:
                return []

    def _of_term(self, frame: Frame, atom: InTerm) -> list[OpenPart]:
        """Lay out what keeps the length of a term open, per text that may have set it."""
        var = frame.term(atom.term)
        if not var.begun:
            return []
        parts: list[OpenPart] = []
        for number, rules in enumerate(var.texts):
            rule = rules[0] if len(rules) == 1 else None
            if rule is not None:
                place = self._place(f"(None if {var.unsettled} == {number} else 0)")
                cases = (At(case.when, rule.start) for case in rule.cases)
                below = (part for case in cases for part in self._below(frame, case))
                parts.append(OpenInside(place, tuple(below)))
        answer = in_term(atom.question, var, frame.day)
        return [OpenInside(self._place(answer.text), tuple(parts))]

    def _of_fact(self, frame: Frame, name: str) -> list[OpenPart]:
        var = frame.fact(name)
        if var.certain:
            return []
        place = self._place(var.name)
        fact = self._corpus.facts[name]
        if fact.judged_by or fact.question:
            return [OpenFact(place, name)]
        match fact.rule:
            case When(condition):
                return [OpenInside(place, self._below(frame, condition))]
            case Choice(cases, _):
                inside = (part for condition, _ in cases for part in self._below(frame, condition))
                return [OpenInside(place, tuple(inside), name)]
            case _:
                return [OpenFact(place, name)]
