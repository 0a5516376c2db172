"""One norm in the generated source: per layer the first rule that fires, then its finding."""

from collections.abc import Callable

from ..law import Rule
from .frames import Scope
from .grounds import GroundWriter
from .opening import Opening
from .program import Program
from .text import Block, Chain
from .tokens import Joined, Meanings, Text
from .truths import Expr, Grounds, Truths
from .voices import Chosen, Governing

Say = Callable[[str], str]


class AnswerWriter:
    """Writes the lines in which each layer answers for one norm."""

    def __init__(
        self, program: Program, scope: Scope, meanings: Meanings, grounds: GroundWriter
    ) -> None:
        self._program = program
        self._scope = scope
        self._meanings = meanings
        self._grounds = grounds

    def write(self, body: Block, chosen: Chosen, target: str, say: Say) -> None:
        """Add the lines that set `target` to what is said of a layer's token."""
        if not chosen.numbers:
            self._choose_text(body, chosen, target, say)
            return
        found, answer = self._program.names.fresh("found"), self._program.names.fresh("answer")
        body.add(f"{found} = []")
        loop = body.open(f"for {chosen.number} in {chosen.numbers}:")
        self._choose_text(loop, chosen, answer, str)
        loop.add(f"{found}.append({answer})")
        joined = self._meanings.number(Joined(chosen.voice.layer.id, across_gap=False))
        several = say(f"({joined}, *{found})")
        body.add(f"{target} = {say(answer)} if len({found}) == 1 else {several}")

    def _choose_text(self, body: Block, chosen: Chosen, target: str, say: Say) -> None:
        """Add the lines for every text that may govern; the newest governs most often."""
        chain = Chain(self._program.names)
        *newer, oldest = sorted(chosen.texts.items(), reverse=True)
        for number, governing in newer:
            lines = self._text(chosen, governing, target, say).lines()
            chain.case(f"{chosen.number} == {number}", list(lines))
        chain.otherwise(list(self._text(chosen, oldest[1], target, say).lines()))
        chain.write(body)

    def _text(self, chosen: Chosen, governing: Governing, target: str, say: Say) -> Block:
        block = Block()
        layer = chosen.voice.layer.id
        single = len(governing.candidates) == 1 and governing.in_gap
        pairs = zip(governing.candidates, governing.unseen_since, strict=True)
        texts = [Text(layer, rules, unseen, single) if rules else None for rules, unseen in pairs]
        if len(texts) <= 1:
            self._rules(block, chosen, texts[0] if texts else None, target, say)
            return block
        sides = [self._program.names.fresh("side") for _ in texts]
        for side, text in zip(sides, texts, strict=True):
            self._rules(block, chosen, text, side, str)
        joined = self._meanings.number(Joined(layer, across_gap=True))
        token = f"({joined}, {', '.join(sides)})"
        block.add(f"{target} = {say(token)}")
        return block

    def _rules(
        self, block: Block, chosen: Chosen, text: Text | None, target: str, say: Say
    ) -> None:
        chain = Chain(self._program.names)
        if text is not None:
            answers, answered = self._grounds.told_to(chosen, text.rules)
            for rule in text.rules.rules:
                found = self._guarded(rule, answers)
                left_open = None
                if not found.certain:
                    opening = Opening(self._program.corpus, self._scope, answered)
                    token = opening.token(self._meanings, text, rule, answers)
                    left_open = [f"{target} = {say(token)}"]
                chain.case(found.text, [f"{target} = {say(self._fired(text, rule))}"], left_open)
        chain.otherwise([f"{target} = {say('None')}"])
        chain.write(block)

    def _guarded(self, rule: Rule, answers: Grounds) -> Expr:
        found = Truths(self._scope, answers).of(rule.when)
        if rule.known_from is None:
            return found
        since = self._program.names.of(rule.known_from, "date")
        text = f"({found.text} if known_at is None or known_at >= {since} else False)"
        return Expr(text, found.certain)

    def _fired(self, text: Text, rule: Rule) -> str:
        number = self._meanings.fired(text, rule)
        if not rule.since and rule.until is None:
            return str(number)
        since = self._scope.moment(rule.since).name if rule.since else "None"
        until = "None"
        if rule.until is not None and rule.until.is_term:
            until = self._scope.term(rule.until.name).last
        elif rule.until is not None:
            until = self._scope.moment(rule.until.name).name
        return f"({number}, {since}, {until})"
