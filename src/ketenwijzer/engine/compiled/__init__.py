"""The interpreter's answers, faster: a corpus becomes Python source, written once and run per case.

Per stretch of days on which no text changes there is one function. It walks the events once, gives
every moment, fact and term a variable, answers each norm by an if … elif over the rules in force,
and looks the finding up by what fired; each finding, row and sum is built once and then shared.
`tests/engine` proves that it equals the interpreter.

    CompiledCorpus(corpus).determine(events, on)     as engine.position.determine
"""

from .backend import CompiledCorpus

__all__ = ["CompiledCorpus"]
