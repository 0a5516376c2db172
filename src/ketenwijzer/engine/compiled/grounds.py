"""The grounds of one norm in the generated source, each answered once.

A rule reads the grounds of its own text and, of the other layers, those that govern by their last
anchor; where several have a ground of one name, its own counts.
"""

from dataclasses import dataclass

from ..conditions import Condition
from ..law import GroundRule, NormRules
from ..truth import any_of
from .frames import Scope
from .opening import AnsweredGrounds
from .program import Program
from .text import Block, Chain
from .tokens import Grounds, Meanings, Text
from .truths import NO_GROUNDS, Expr, Truths
from .truths import Grounds as Answers
from .voices import Chosen, Governing

Told = tuple[Answers, AnsweredGrounds]
"""What a rule finds when it asks for a ground, and every ground with the variable of its truth."""


@dataclass(frozen=True, slots=True)
class _Active:
    """The grounds of one layer as they govern.

    `answered` are those that may be open, False in a text that does not govern; `by_name` is the
    text of a dictionary; `fixed` if every text that may govern has the same ones, in `names`.
    """

    answered: AnsweredGrounds
    names: dict[str, Expr]
    by_name: str
    fixed: bool


class GroundWriter:
    """Writes the lines that answer the grounds of a norm; `tokens` holds one text per layer."""

    def __init__(self, program: Program, scope: Scope, body: Block, meanings: Meanings) -> None:
        self.tokens: list[str] = []
        self._program = program
        self._scope = scope
        self._body = body
        self._meanings = meanings
        self._truths: dict[Condition, Expr] = {}
        self._told: dict[tuple[int, int], Told] = {}

    def write(self, chosen: list[Chosen]) -> None:
        """Add the lines for all layers, before any rule is read."""
        self.tokens = [self._token(one) for one in chosen]
        active = [self._active(one) for one in chosen]
        for one in chosen:
            others = [
                found for other, found in zip(chosen, active, strict=True) if one is not other
            ]
            for governing in one.texts.values():
                for rules in filter(None, governing.candidates):
                    self._told[id(one), id(rules)] = self._tell(others, rules)

    def told_to(self, one: Chosen, rules: NormRules) -> Told:
        """Return what the rules of one text of a layer may know of grounds."""
        return self._told.get((id(one), id(rules)), (NO_GROUNDS, []))

    # ---------------------------------------------------------------- one ground, one token

    def _truth(self, ground: GroundRule) -> Expr:
        if ground.when not in self._truths:
            found = Truths(self._scope).of(ground.when)
            var = self._program.names.fresh("ground")
            self._body.add(f"{var} = {found.text}")
            self._truths[ground.when] = Expr(var, found.certain, simple=True)
        return self._truths[ground.when]

    def _token(self, one: Chosen) -> str:
        texts = {number: self._text_token(one, text) for number, text in one.texts.items()}
        return self._by_text(one, texts, "None")

    def _text_token(self, one: Chosen, governing: Governing) -> str:
        rules = governing.last
        if rules is None or not rules.grounds:
            return "None"
        truths = [self._truth(ground).text for ground in rules.grounds]
        text = Text(one.voice.layer.id, rules, governing.unseen_since[-1], governing.in_gap)
        return f"({self._meanings.number(Grounds(text))}, {', '.join(truths)})"

    def _by_text(self, one: Chosen, texts: dict[int, str], otherwise: str) -> str:
        """Return the text of what differs by the text that governs, in a variable if it must."""
        numbers: dict[str, list[int]] = {}
        for number in one.texts:
            numbers.setdefault(texts.get(number, otherwise), []).append(number)
        if len(numbers) == 1:
            return next(iter(numbers))
        var = self._program.names.fresh("by_text")
        chain = Chain(self._program.names)
        for text, chosen in numbers.items():
            if text != otherwise:
                chain.case(f"{one.number} in {(*chosen,)}", [f"{var} = {text}"])
        chain.otherwise([f"{var} = {otherwise}"])
        chain.write(self._body)
        return var

    # ---------------------------------------------------------------- what a rule may know

    def _active(self, one: Chosen) -> _Active:
        """Return the grounds of the text that governs a layer by its last anchor."""
        numbers: dict[tuple[GroundRule, ...], list[int]] = {}
        for number, governing in one.texts.items():
            grounds = governing.last.grounds if governing.last else ()
            numbers.setdefault(grounds, []).append(number)
        answered: AnsweredGrounds = []
        named: dict[int, str] = {}
        for grounds, chosen in numbers.items():
            truths = {ground.id: self._truth(ground) for ground in grounds}
            for ground in grounds:
                if not self._truth(ground).certain:
                    here = dict.fromkeys(chosen, self._truth(ground).text)
                    answered.append((ground, self._by_text(one, here, "False")))
            listed = ", ".join(f"{name!r}: {truth.text}" for name, truth in truths.items())
            named |= dict.fromkeys(chosen, f"{{{listed}}}")
        names = {ground.id: self._truth(ground) for grounds in numbers for ground in grounds}
        return _Active(answered, names, self._by_text(one, named, "{}"), len(numbers) == 1)

    def _tell(self, others: list[_Active], rules: NormRules) -> Told:
        own = {ground.id: self._truth(ground) for ground in rules.grounds}
        answered = [pair for other in others for pair in other.answered]
        truths = [(ground, self._truth(ground)) for ground in rules.grounds]
        answered += [(ground, t.text) for ground, t in truths if not t.certain]
        named: dict[str, Expr] = {}
        for names in (*(other.names for other in others), own):
            named |= names
        if all(other.fixed for other in others):
            return _answers(named, Truths(self._scope).joined(list(named.values()), "or")), answered
        theirs = "{" + ", ".join(f"**{other.by_name}" for other in others) + "}"
        ours = "".join(f", {name!r}: {truth.text}" for name, truth in own.items())
        any_of_all = f"{self._program.names.of(any_of, 'any_of')}({theirs[:-1]}{ours}}}.values())"
        looked_up = {
            name: own.get(name, Expr(f"{theirs}.get({name!r})", certain=False)) for name in named
        }
        return _answers(looked_up, Expr(any_of_all, certain=False)), answered


def _answers(named: dict[str, Expr], any_ground: Expr) -> Answers:
    return {None: any_ground, **{str(name): truth for name, truth in named.items()}}
