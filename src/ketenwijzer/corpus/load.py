"""Makes the protocol files of a country into one corpus, checking every key and name it can."""

import hashlib
from pathlib import Path

from ..engine.calendar import Calendar
from ..engine.law import Corpus, Layer
from . import nodes, registers, vocabulary
from .cache import fetch_corpus, keep_corpus
from .calendars import read_calendar
from .errors import Place, refuse
from .home import countries, protocols_home, source_hash
from .nodes import Mapping, Node
from .protocols import read_layer
from .shapes import COUNTRY
from .yaml import read_file

__all__ = ["countries", "load_corpus", "protocols_home", "read_corpus", "source_hash"]


def load_corpus(country: str, home: Path | None = None, place: Place | None = None) -> Corpus:
    """Return the law of a country as it is kept compiled, or read it anew and keep it."""
    corpus = fetch_corpus(country, home)
    if corpus is None:
        corpus = read_corpus(country, home, place)
        keep_corpus(corpus)
    return corpus


def read_corpus(country: str, home: Path | None = None, place: Place | None = None) -> Corpus:
    """Read and check all protocol files of a country; raises `InputError`.

    `place` is where a case names the country, for the error if there is no such protocol.
    """
    home = home or protocols_home()
    if country not in countries(home):
        at = place or (f"protocols/{country}", 0)
        raise nodes.unknown("protocol", at, country, countries(home))
    top = nodes.shaped(_read(home, f"{country}/country.yaml"), COUNTRY)
    words = _merged(home, top, "vocabulary")
    listed = _merged(home, top, "norms")
    law = _merged(home, top, "case_law") if "case_law" in top.items else None
    return Corpus(
        id=country,
        first_day=nodes.day(top.items["first_day"]),
        title=vocabulary.text_of(top),
        event_types=vocabulary.event_types(words),
        moments=vocabulary.moments(words),
        facts=vocabulary.facts(words),
        norms=registers.norms(listed),
        layers=tuple(_layer(home, node) for node in nodes.sequence(top.items["layers"])),
        phases=registers.phases(words),
        calendar=_calendar(home, nodes.text(top.items["calendar"])),
        parties=registers.parties(words),
        holdings=registers.holdings(law) if law else (),
        helpdesk=nodes.text(top.items["helpdesk"]),
        hash=source_hash(home),
        danger=vocabulary.optional_bilingual(top, "danger"),
    )


def _read(home: Path, name: str) -> Mapping:
    return read_file(home / name, f"protocols/{name}")


def _merged(home: Path, top: Mapping, key: str) -> Mapping:
    """Join the files under a key: mappings and lists of the same name follow each other."""
    tops = [_read(home, name) for name in nodes.texts(top.items[key])]
    joined = Mapping(top.place, {}, {})
    for found in tops:
        for name, node in found.items.items():
            before = joined.items.get(name)
            joined.lines.setdefault(name, found.lines[name])
            joined.items[name] = node if before is None else _join(before, node)
    return joined


def _join(before: Node, node: Node) -> Node:
    if isinstance(before, Mapping) and isinstance(node, Mapping):
        twice = next((key for key in node.items if key in before.items), None)
        if twice:
            raise refuse("defined_twice", (node.place[0], node.lines[twice]), name=twice)
        return Mapping(before.place, before.items | node.items, before.lines | node.lines)
    return nodes.Sequence(before.place, nodes.sequence(before) + nodes.sequence(node))


def _layer(home: Path, node: Node) -> Layer:
    folder = nodes.text(node)
    files = sorted((home / folder).glob("*.yaml"))
    if not files:
        raise refuse("no_versions", node.place, name=folder)
    return read_layer([_read(home, path.relative_to(home).as_posix()) for path in files])


def _calendar(home: Path, name: str) -> Calendar:
    path = f"calendars/{name}.yaml"
    top = _read(home, path)
    return read_calendar(top, hashlib.sha256((home / path).read_bytes()).hexdigest())
