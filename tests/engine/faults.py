"""Faults to plant in the interpreter, one at a time; `planted_faults.txt` lists them."""

import inspect
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import CodeType, FunctionType

LIST = Path(__file__).with_name("planted_faults.txt")


@dataclass(frozen=True, slots=True)
class Fault:
    """One small change to the text of one function of the engine, named `module.function`."""

    where: str
    name: str
    right: str
    wrong: str

    def __str__(self) -> str:
        return f"{self.where}: {self.name}"

    @contextmanager
    def planted(self) -> Iterator[None]:
        """Let the function run with the fault in it, wherever it is called from."""
        function = _function(self.where)
        sound = function.__code__
        function.__code__ = self._faulty(function)
        try:
            yield
        finally:
            function.__code__ = sound

    def _faulty(self, function: FunctionType) -> CodeType:
        source = textwrap.dedent(inspect.getsource(function))
        if source.count(self.right) != 1:
            raise LookupError(f"{self}: the function does not say once: {self.right}")
        text = source.replace(self.right, self.wrong)
        module = compile(text, function.__code__.co_filename, "exec")
        return next(
            code
            for code in module.co_consts
            if isinstance(code, CodeType) and code.co_name == function.__name__
        )


def faults() -> tuple[Fault, ...]:
    """Read the list."""
    found: list[Fault] = []
    where = name = right = ""
    for line in LIST.read_text(encoding="utf-8").splitlines():
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        if not line.startswith(" "):
            where = text
        elif text.startswith("- "):
            right = text[2:]
        elif text.startswith("+ "):
            wrong = text[2:].replace("(nothing)", "")
            found.append(Fault(where, name, right, wrong))
        else:
            name = text
    return tuple(found)


def _function(where: str) -> FunctionType:
    module, *names = where.split(".")
    found: object = import_module(f"ketenwijzer.engine.{module}")
    for name in names:
        found = inspect.getattr_static(found, name)
    if not isinstance(found, FunctionType):
        raise LookupError(f"{where} is no function")
    return found
