"""Reads what partners tell each other: which events a message tells of, and what it says.

Who sends and who receives, and what brings a message about, stand in the law under the same name.
"""

from collections.abc import Mapping as Mapping_
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..engine.law import Corpus
from ..engine.vocabulary import Text
from . import nodes
from .errors import refuse
from .home import protocols_home
from .load import load_corpus
from .nodes import Mapping, Node
from .shapes import BILINGUAL, BOTH, DAY, MARK, NAME, NAMES, TEXT, YES_NO, Named, Shape, Word
from .vocabulary import bilingual, text_of
from .yaml import read_file

FOLDER = "notices"
IN_FORCE = ("confirmed", "not confirmed")

SOURCE = Shape(
    "notice_source",
    {"citation": TEXT, "location": TEXT, "identifier": TEXT, "mark": MARK},
    ("citation", "location", "mark"),
)
MESSAGE = Shape(
    "message", {**BOTH, "about": NAMES, "identity": YES_NO}, (*BOTH, "about", "identity")
)
NOTICES = Shape(
    "notices",
    {
        "notices": NAME,
        "version": DAY,
        "seen_until": DAY,
        "in_force": Word(IN_FORCE),
        "status": BILINGUAL,
        "source": SOURCE,
        "messages": Named(MESSAGE),
    },
    ("notices", "version", "in_force", "status", "source", "messages"),
)


@dataclass(frozen=True, slots=True)
class Message:
    """One message: the norm that asks for it, what it tells of, and what it says."""

    norm: str
    about: tuple[str, ...]
    identity: bool
    text: Text


@dataclass(frozen=True, slots=True)
class Notices:
    """The messages of a country, whether they are certainly still asked, and where they stand."""

    confirmed: bool
    status: Text
    source: str
    messages: Mapping_[str, Message]


@cache
def load_notices(country: str, home: Path | None = None) -> Notices:
    """Return the newest messages of a country, read once per process; raises `InputError`."""
    home = home or protocols_home()
    corpus = load_corpus(country, home)
    files = sorted((home / country / FOLDER).glob("*.yaml"))
    if not files:
        raise refuse("no_versions", (f"protocols/{country}/{FOLDER}", 0), name=FOLDER)
    newest = files[-1]
    top = read_file(newest, f"protocols/{country}/{FOLDER}/{newest.name}")
    return read_notices(top, newest.stem, corpus)


def read_notices(top: Mapping, version: str, corpus: Corpus) -> Notices:
    """Read one version; every norm and event in it must be one of the law."""
    keys = nodes.shaped(top, NOTICES).items
    nodes.one_of(keys["notices"], (corpus.id,), "protocol")
    nodes.one_of(keys["version"], (version,), "value")
    source = nodes.shaped(keys["source"], SOURCE)
    listed = nodes.only(nodes.mapping(keys["messages"]), corpus.norms, "norm").items
    return Notices(
        nodes.one_of(keys["in_force"], IN_FORCE, "value") == IN_FORCE[0],
        bilingual(keys["status"]),
        ", ".join(nodes.text(source.items[name]) for name in ("citation", "location")),
        {name: _message(name, node, corpus) for name, node in listed.items()},
    )


def _message(norm: str, node: Node, corpus: Corpus) -> Message:
    found = nodes.shaped(node, MESSAGE)
    about = nodes.sequence(found.items["about"])
    return Message(
        norm,
        tuple(nodes.one_of(one, corpus.event_types, "event") for one in about),
        nodes.boolean(found.items["identity"]),
        text_of(found),
    )
