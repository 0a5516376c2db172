"""The source that is being generated: indented lines, and the objects that they name."""

from collections.abc import Iterable, Iterator
from itertools import count


class Block:
    """Lines of one indentation; a block inside a block stays open for lines that come later."""

    def __init__(self, header: str = "") -> None:
        self.header = header
        self._parts: list[str | Block] = []

    def add(self, line: str) -> None:
        """Add a line at the end."""
        self._parts.append(line)

    def extend(self, lines: Iterable[str]) -> None:
        """Add lines at the end."""
        self._parts.extend(lines)

    def open(self, header: str = "") -> "Block":
        """Add a block at the end: indented under its header, or in line without one."""
        block = Block(header)
        self._parts.append(block)
        return block

    def include(self, block: "Block") -> None:
        """Add a block that was written apart, in line."""
        self._parts.append(block)

    def __bool__(self) -> bool:
        return any(isinstance(part, str) or bool(part.header or part) for part in self._parts)

    def lines(self, depth: int = 0) -> Iterator[str]:
        """Yield the finished lines; a header without lines below it passes."""
        inside = depth
        if self.header:
            yield "    " * depth + self.header
            inside += 1
            if not self:
                yield "    " * inside + "pass"
        for part in self._parts:
            if isinstance(part, str):
                yield "    " * inside + part
            else:
                yield from part.lines(inside)


class Names:
    """The global names of the generated source, each standing for an object made beforehand."""

    def __init__(self) -> None:
        self.space: dict[str, object] = {}
        self._of: dict[int, str] = {}
        self._number = count()

    def of(self, value: object, hint: str = "k") -> str:
        """Return the name of an object, the same one each time."""
        if value is None or isinstance(value, bool | int):
            return repr(value)
        if id(value) not in self._of:
            name = self.fresh(hint)
            self._of[id(value)] = name
            self.space[name] = value
        return self._of[id(value)]

    def fresh(self, hint: str) -> str:
        """Return a name that is not in use; the hint only helps whoever reads the source."""
        readable = hint if hint.isidentifier() and hint.isascii() else "k"
        return f"{readable}_{next(self._number)}"


def spelled(prefix: str, name: str, number: int) -> str:
    """Return a variable name that shows what it holds."""
    return f"{prefix}_{name}" if name.isidentifier() and name.isascii() else f"{prefix}{number}"


class Chain:
    """An if … elif … else: each case with what to do when it holds, and when it is open."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._cases: list[tuple[str, list[str]]] = []
        self._closed = False

    def case(self, text: str, then: list[str], if_open: list[str] | None = None) -> None:
        """Add a case; give `if_open` for a condition that may be not established."""
        if self._closed or text == "False":
            return
        if text == "True":
            self.otherwise(then)
        elif if_open is None:
            self._cases.append((text, then))
        elif text == "None":
            self.otherwise(if_open)
        else:
            kept = text if text.isidentifier() else self._names.fresh("w")
            self._cases.append((text if kept == text else f"({kept} := {text})", then))
            self._cases.append((f"{kept} is None", if_open))

    def otherwise(self, then: list[str]) -> None:
        """Say what to do if no case holds; what is added after this never counts."""
        if not self._closed:
            self._closed = True
            self._cases.append(("", then))

    def write(self, block: Block) -> None:
        """Add the lines to a block."""
        for number, (text, then) in enumerate(self._cases):
            header = f"{'elif' if number else 'if'} {text}:" if text else "else:" if number else ""
            inside = block.open(header)
            for line in then:
                inside.add(line)
