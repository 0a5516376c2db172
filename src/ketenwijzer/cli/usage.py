"""Reads what was typed behind the command, and complains about it in the reader's language."""

import argparse
import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import NoReturn

from .. import __version__
from ..engine.vocabulary import Text
from ..telling.language import Register
from .listing import COMMANDS, LANG, Command, Option
from .refusals import DID_YOU_MEAN, Refused
from .upkeep_listing import UPKEEP

ABOUT = Text(
    "Vertelt hoe het recht er op een dag voor staat voor iemand die mogelijk slachtoffer is van "
    "mensenhandel. Informatie, nooit een beslissing.",
    "Tells how the law stands on a day for someone who may be a victim of human trafficking. "
    "Information, never a decision.",
)
USAGE = Text("gebruik: ", "usage: ")
COMMAND = Text("OPDRACHT", "COMMAND")
PLACES = Text("wat erachter staat", "what stands behind it")
OPTIONS = Text("opties", "options")
THE_COMMANDS = Text("opdrachten", "commands")
HELP = Text("toon deze hulp", "show this help")
VERSION = Text("toon de versie", "show the version")
MORE = Text("`{} --help` zegt meer.", "`{} --help` says more.")

# What argparse says, and how it is said here.
COMPLAINTS: tuple[tuple[str, Text], ...] = (
    (
        r"the following arguments are required: (.*)",
        Text("Er ontbreekt iets: {0}.", "Something is missing: {0}."),
    ),
    (
        r"unrecognized arguments: (.*)",
        Text("Dit hoort hier niet: {0}.", "This does not belong here: {0}."),
    ),
    (
        r"argument (.*?): expected (?:one argument|at least one argument|2 arguments)",
        Text("Achter {0} hoort een waarde.", "A value belongs after {0}."),
    ),
    (
        r"argument (.*?): invalid choice: '?(.*?)'? \(choose from (.*)\)",
        Text(
            "`{1}` kan niet bij {0}. Kies uit: {2}.",
            "`{1}` is no choice for {0}. Choose from: {2}.",
        ),
    ),
    (
        r"argument (.*?): ignored explicit argument (.*)",
        Text("Achter {0} hoort geen waarde.", "No value belongs after {0}."),
    ),
)


class Asked(argparse.Namespace):
    """What was typed, with what it means where nothing was typed."""

    command: str = ""
    part: str = ""
    case: str = ""
    norm: str = ""
    on: str | None = None
    known_at: str | None = None
    register: str = Register.WORKER
    json: bool = False
    html: str | None = None
    svg: str | None = None
    force: bool = False
    event: Sequence[str] = ()
    country: str | None = None
    words: Sequence[str] = ()
    witness: str | None = None
    place: str = ""
    feed: bool = False
    feed_from: str | None = None
    after: str | None = None
    number: str = ""
    ground: str = ""
    organisation: str = ""
    role: str = ""
    administrator: str = ""
    certificate: str | None = None
    account: str | None = None
    since: str | None = None
    until: str | None = None
    demonstration: bool = False
    fresh: bool = False
    port: str | None = None
    home: str | None = None
    replace: bool = False


def read_arguments(arguments: Sequence[str], language: str) -> Asked:
    """Return what was typed; raises `Refused`, or SystemExit once help was shown."""
    parser = _parser("ketenwijzer", ABOUT, language)
    parser.add_argument(
        "--version",
        action="version",
        version=f"ketenwijzer {__version__}",
        help=VERSION.in_language(language),
    )
    _add_commands(parser, (*COMMANDS, *UPKEEP), "command", language)
    asked = parser.parse_args(list(arguments), namespace=Asked())
    if not asked.command:
        parser.print_help()
        raise SystemExit(0)
    return asked


class _Parser(argparse.ArgumentParser):
    """A parser that refuses in the reader's language and never ends the program by itself."""

    def __init__(self, *, language: str, **settings: object) -> None:
        self.language = language
        super().__init__(**settings)  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        raise Refused(_complaint(message, self.prog))


class _Layout(argparse.HelpFormatter):
    """Help with the word for *usage* in the reader's language."""

    word = USAGE.en

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, self.word if prefix is None else prefix)


class _LayoutNl(_Layout):
    word = USAGE.nl


def _complaint(message: str, program: str) -> Text:
    """Turn argparse's words into ours, with the nearest choice where one was meant."""
    more = Text(MORE.nl.format(program), MORE.en.format(program))
    for pattern, text in COMPLAINTS:
        found = re.fullmatch(pattern, message)
        if found:
            said = [part.replace("'", "") for part in found.groups()]
            near = _nearest(said)
            nl, en = (t.format(*said) for t in (text.nl, text.en))
            return Text(f"{nl}{near.nl} {more.nl}", f"{en}{near.en} {more.en}")
    return Text(f"{message}. {more.nl}", f"{message}. {more.en}")


def _nearest(said: list[str]) -> Text:
    """Return a question about the nearest choice, where the complaint lists the choices."""
    choices = said[2].split(", ") if len(said) > 2 else []
    near = get_close_matches(said[1], choices, n=1, cutoff=0.5) if choices else []
    if not near:
        return Text("", "")
    return Text(DID_YOU_MEAN.nl.format(near[0]), DID_YOU_MEAN.en.format(near[0]))


def _parser(program: str, about: Text, language: str) -> _Parser:
    parser = _Parser(
        language=language,
        prog=program,
        description=about.in_language(language),
        add_help=False,
        allow_abbrev=False,
        formatter_class=_LayoutNl if language == "nl" else _Layout,
    )
    _add_help(parser, language)
    return parser


def _add_help(parser: _Parser, language: str) -> None:
    parser._positionals.title = PLACES.in_language(language)
    parser._optionals.title = OPTIONS.in_language(language)
    parser.add_argument("-h", "--help", action="help", help=HELP.in_language(language))
    _add_option(parser, LANG, language)


def _add_commands(parser: _Parser, commands: Sequence[Command], to: str, language: str) -> None:
    places = parser.add_subparsers(
        title=THE_COMMANDS.in_language(language),
        metavar=COMMAND.in_language(language),
        dest=to,
        required=to != "command",
    )
    for command in commands:
        about = command.help.in_language(language)
        program = f"{parser.prog} {command.name}"
        below = places.add_parser(
            command.name,
            help=about,
            language=language,
            prog=program,
            description=f"{about[:1].upper()}{about[1:]}.",
            add_help=False,
            allow_abbrev=False,
            formatter_class=parser.formatter_class,
        )
        _add_help(below, language)
        for option in command.options:
            _add_option(below, option, language)
        if command.parts:
            _add_commands(below, command.parts, "part", language)


def _add_option(parser: _Parser, option: Option, language: str) -> None:
    told = option.help.in_language(language)
    if option.flag:
        parser.add_argument(option.name, action="store_true", help=told, default=argparse.SUPPRESS)
        return
    value = option.value.in_language(language) if option.value else None
    if not option.name.startswith("-"):
        parser.add_argument(option.name, help=told, nargs=option.many, default=argparse.SUPPRESS)
        return
    parser.add_argument(
        option.name,
        action="append" if option.repeated else "store",
        choices=option.choices or None,
        dest=option.to or option.name.lstrip("-").replace("-", "_"),
        metavar=value if not option.choices else None,
        required=option.required,
        default=argparse.SUPPRESS,
        help=told,
    )
