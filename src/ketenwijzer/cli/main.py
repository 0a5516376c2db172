"""One call of `ketenwijzer`, from what was typed to what it ends with.

Ends with 0, with 1 where what was verified is not right, or with 2 where what was typed or handed
in cannot be; never with a traceback.
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from io import TextIOWrapper

from ..casework.errors import CaseworkError
from ..corpus.errors import InputError
from ..engine.errors import DayNotCovered
from ..engine.vocabulary import Text
from .desk import Desk, desk, language_of
from .refusals import Refused, refused_day
from .usage import Asked, read_arguments

Deed = Callable[[Asked, Desk], int | None]


def _deed(place: str, name: str = "run", *, installation: bool = False) -> Deed:
    """Return a command that is imported when it is asked for, and not before (decision 0012)."""

    def run(asked: Asked, desk: Desk) -> int | None:
        if installation:
            import_module(f"{__package__}.installation")
        found: Deed = getattr(import_module(f"{__package__}.commands.{place}"), name)
        return found(asked, desk)

    return run


COMMANDS: Mapping[str, Deed] = {
    "position": _deed("position"),
    "timeline": _deed("timeline"),
    "what-if": _deed("what_if"),
    "why": _deed("why"),
    "protocol": _deed("protocol"),
    "events": _deed("events"),
    "example": _deed("example"),
    "demo": _deed("demo"),
    "schema": _deed("schema"),
    "serve": _deed("serve"),
    "add-organisation": _deed("organisations", installation=True),
    "checks": _deed("checks", installation=True),
    "tick": _deed("tick", installation=True),
    "verify-chronology": _deed("chronology", "verify_all", installation=True),
    "checkpoint": _deed("chronology", "checkpoint", installation=True),
    "witness": _deed("chronology", "witness", installation=True),
    "rebuild": _deed("upkeep", "rebuild", installation=True),
    "erase": _deed("upkeep", "erase", installation=True),
    "after-restore": _deed("upkeep", "after_restore", installation=True),
    "breach": _deed("breach", installation=True),
    "backup": _deed("backup", "make", installation=True),
    "restore": _deed("backup", "put_back", installation=True),
}

BAD_INPUT = 2
BROKEN = 70
INTERRUPTED = 130

OUR_FAULT = Text(
    "Er ging iets mis in ketenwijzer zelf ({}). Dat ligt niet aan u. Meld het met de opdracht "
    "die u gaf, maar zonder de zaak.",
    "Something went wrong in ketenwijzer itself ({}). It is not your fault. Report it with the "
    "command that you gave, but without the case.",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was typed and return the exit status."""
    typed = sys.argv[1:] if arguments is None else list(arguments)
    language = language_of(typed)
    _write_what_the_screen_can()
    try:
        status = _run(typed, language)
        sys.stdout.flush()
    except BrokenPipeError:
        _leave_quietly()
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _run(typed: list[str], language: str) -> int:
    try:
        asked = read_arguments(typed, language)
        status = COMMANDS[asked.command](asked, desk(language, asked.register, aside=_aside(asked)))
    except (InputError, Refused, DayNotCovered, CaseworkError) as error:
        return _complain(_sentence(error, language), BAD_INPUT)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except BrokenPipeError:
        raise
    except Exception as error:
        if os.environ.get("KETENWIJZER_DEBUG"):
            raise
        return _complain(OUR_FAULT.in_language(language).format(type(error).__name__), BROKEN)
    return status or 0


def _aside(asked: Asked) -> bool:
    """Tell whether the answer is for a program."""
    return asked.json or asked.feed or bool(asked.certificate)


def _write_what_the_screen_can() -> None:
    """Let a screen that knows few characters show a question mark, and not fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _sentence(error: InputError | Refused | DayNotCovered | CaseworkError, language: str) -> str:
    match error:
        case InputError() | CaseworkError():
            return error.in_language(language)
        case Refused():
            return error.text.in_language(language)
        case DayNotCovered():
            return refused_day(error).text.in_language(language)


def _complain(sentence: str, status: int) -> int:
    sys.stderr.write(f"ketenwijzer: {sentence}\n")
    return status


def _leave_quietly() -> None:
    """Whoever read us has left (`| head`): say nothing more, also not at the very end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
