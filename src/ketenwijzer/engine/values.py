"""Values: made once, never changed, and equal when they are of one kind and of equal parts.

A class under `@value` is written and used as one under `@dataclass(frozen=True, slots=True)`. Its
methods are shared by all kinds and not written for each, because writing them is most of the time
that it takes to have the law at hand (docs/decisions/0011).
"""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import ClassVar, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")
NOT_COPIED = ("__dict__", "__weakref__")


@dataclass_transform(frozen_default=True)
def value(kind: type[T]) -> type[T]:
    """Make a class one of values: its annotations name the parts, in order, with their defaults."""
    names = tuple(kind.__annotations__)
    body = {name: item for name, item in vars(kind).items() if name not in NOT_COPIED}
    body["_defaults"] = {name: body.pop(name) for name in names if name in body}
    body["__slots__"] = body["__match_args__"] = names
    return type(kind.__name__, (Value,), body)


class Value:
    """What every value does; `value` gives it to a class."""

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]] = ()
    _defaults: ClassVar[Mapping[str, object]] = {}
    _read: ClassVar["attrgetter[object]"]
    _write: ClassVar[tuple[Callable[[object, object], None], ...]] = ()

    def __init_subclass__(cls) -> None:
        cls._read = attrgetter(*cls.__match_args__ or ["__class__"])
        cls._write = tuple(vars(cls)[name].__set__ for name in cls.__match_args__)

    def __init__(self, *given: object, **named: object) -> None:
        if named or len(given) != len(self._write):
            given = self._completed(given, named)
        for write, part in zip(self._write, given, strict=True):
            write(self, part)

    def _completed(
        self, given: tuple[object, ...], named: Mapping[str, object]
    ) -> tuple[object, ...]:
        left = self.__match_args__[len(given) :]
        found = {**self._defaults, **named}
        completed = (*given, *[found[name] for name in left if name in found])
        if len(completed) != len(self._write) or not named.keys() <= set(left):
            raise TypeError(f"{type(self).__name__} is made of {', '.join(self.__match_args__)}")
        return completed

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._read(self) == self._read(other)

    def __hash__(self) -> int:
        return hash(self._read(self))

    def __repr__(self) -> str:
        told = (f"{name}={part!r}" for name, part in parts(self).items())
        return f"{type(self).__name__}({', '.join(told)})"

    def __setattr__(self, name: str, part: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} never changes; `replace` makes another")

    def __delattr__(self, name: str) -> NoReturn:
        self.__setattr__(name, None)

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), tuple(parts(self).values())


def parts(made: object) -> dict[str, object]:
    """Return the parts of a value by name; none of what is no value."""
    names = made.__match_args__ if isinstance(made, Value) else ()
    return {name: getattr(made, name) for name in names}


def replace(old: T, **changed: object) -> T:
    """Return a value that is equal but for these parts."""
    return type(old)(**parts(old) | changed)
