"""The events that each name rests on, looked up by the interpreter when first asked for."""

from collections.abc import Callable, Iterator, Mapping

from ..findings import Finding
from ..position import evidence_of
from ..view import View


class Evidence(Mapping[str, tuple[str, ...]]):
    """A mapping that equals the evidence of the interpreter and costs nothing until it is read."""

    __slots__ = ("_findings", "_found", "_view")

    def __init__(self, view: Callable[[], View], findings: tuple[Finding, ...]) -> None:
        self._view = view
        self._findings = findings
        self._found: dict[str, tuple[str, ...]] | None = None

    def __getitem__(self, name: str) -> tuple[str, ...]:
        return self._all()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def __repr__(self) -> str:
        return repr(self._all())

    def _all(self) -> dict[str, tuple[str, ...]]:
        if self._found is None:
            self._found = evidence_of(self._view(), self._findings)
        return self._found
