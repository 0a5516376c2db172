"""The source for one stretch of law: from the events of a case to all that is found on a day.

events ─► slots ─► moments, facts, terms ─► tokens ─► findings ─► duties
          (one walk)   (one variable each)  (if … elif)  (looked up)
"""

from collections.abc import Callable
from datetime import date

from ..findings import Finding
from ..law import Corpus, Kind, Norm
from ..versions import term_names
from .decoding import Decoder
from .duties import Arisen, DutyTable, DutyWriter
from .frames import Scope
from .grounds import GroundWriter
from .memory import Remembered
from .norms import AnswerWriter
from .program import Program
from .text import Block, Chain, spelled
from .tokens import Meanings, Token
from .truths import Truths
from .voices import choose, rules_of, voices

Found = Finding | tuple[Finding, Arisen | None]
"""What is kept per token: the finding, and for a duty what its row rests on."""


class NormTable:
    """All that the sources of one corpus share about one norm."""

    def __init__(self, corpus: Corpus, decoder: Decoder, norm: Norm) -> None:
        self.norm = norm
        self.voices = voices(corpus, norm.id)
        rules = [rules for voice in self.voices for rules in rules_of(voice.layer, norm.id)]
        self.has_grounds = any(text.grounds for text in rules)
        self.duty = DutyTable(norm.id, [rule for text in rules for rule in text.rules])
        self.findings: Remembered[Token, Found] = Remembered(self._find)
        self._decoder = decoder

    @property
    def one_answer(self) -> bool:
        """Tell whether the answer of one layer is all there is to know."""
        return len(self.voices) == 1 and not self.has_grounds

    def _find(self, key: Token) -> Found:
        count = len(self.voices)
        finding = (
            self._decoder.finding(self.norm, (key,), ())
            if self.one_answer or not isinstance(key, tuple)
            else self._decoder.finding(self.norm, key[:count], key[count:])
        )
        return (finding, self.duty.of(finding)) if self.norm.kind is Kind.DUTY else finding


class StretchWriter:
    """Writes the function for the days of one stretch of law, from `day` on."""

    def __init__(
        self, program: Program, meanings: Meanings, tables: list[NormTable], day: date
    ) -> None:
        self._program = program
        self._meanings = meanings
        self._tables = tables
        self._day = day
        self._scope = Scope(program)
        self._body = Block()

    def write(self, name: str) -> str:
        """Return the source of a function of the events in order, day, `known_at`, assumptions."""
        found = [self._norm(table) for table in self._tables]
        self._body.add("duties = []")
        for table, var in zip(self._tables, found, strict=True):
            if table.norm.kind is Kind.DUTY:
                DutyWriter(self._scope, self._body).write(var, f"arisen_{var}", table.duty.specs)
        self._phase()
        names = dict.fromkeys(n for layer in self._program.corpus.layers for n in term_names(layer))
        terms = [self._scope.term(term).name for term in names]
        self._scope.finish()
        function = Block(f"def {name}(known, day, known_at, assumed):")
        function.add("slots = gather(known, day)")
        function.include(self._scope.block)
        function.include(self._body)
        function.add(f"terms = tuple(filter(None, ({_listed(terms)})))")
        function.add(f"return phase, ({_listed(found)}), terms, tuple(duties)")
        blocks = [*self._program.functions, function]
        return "\n".join(line for block in blocks for line in block.lines()) + "\n"

    def _norm(self, table: NormTable) -> str:
        """Add the lines for a norm and return the variable of its finding."""
        program, scope, body = self._program, self._scope, self._body
        var = spelled("n", table.norm.id, id(table))
        target = f"{var}, arisen_{var}" if table.norm.kind is Kind.DUTY else var
        chosen = [choose(program, scope, voice, self._day) for voice in table.voices]
        grounds = GroundWriter(program, scope, body, self._meanings)
        if table.has_grounds:
            grounds.write(chosen)
        answers = AnswerWriter(program, scope, self._meanings, grounds)
        say = self._say(table)
        if table.one_answer:
            answers.write(body, chosen[0], target, say)
            return var
        tokens = [program.names.fresh("answer") for _ in chosen]
        for token, one in zip(tokens, chosen, strict=True):
            answers.write(body, one, token, str)
        body.add(f"{target} = {say(f'({_listed([*tokens, *grounds.tokens])})')}")
        return var

    def _say(self, table: NormTable) -> Callable[[str], str]:
        """Return what turns the text of a token into the text of what is found by it."""
        names = self._program.names
        findings = names.of(table.findings, f"findings_{table.norm.id}")

        def say(token: str) -> str:
            if token == "()":
                return names.of(table.findings[()], "found")
            if token == "None" or token.isdigit():
                number = None if token == "None" else int(token)
                return names.of(table.findings[number], "found")
            return f"{findings}[{token}]"

        return say

    def _phase(self) -> None:
        chain = Chain(self._program.names)
        for phase in self._program.corpus.phases:
            chain.case(Truths(self._scope).of(phase.when).text, [f"phase = {phase.id!r}"])
        chain.otherwise(["phase = ''"])
        chain.write(self._body)


def _listed(names: list[str]) -> str:
    return "".join(f"{name}, " for name in names)
