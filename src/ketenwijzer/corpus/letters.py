"""Reads the words of letters, a file per language, and the texts of the law in that language.

A source language (the project's own) takes the law's texts from the law; any other has each of
them here, under the id that the law gives it. Who reviewed which version of a text is part of it.
"""

import hashlib
import json
import string
from collections.abc import Iterator
from collections.abc import Mapping as Mapping_
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from ..engine.law import Corpus, Rule, Standing
from ..engine.vocabulary import Text
from . import nodes
from .errors import refuse
from .home import protocols_home
from .load import load_corpus
from .nodes import Mapping, Node, Scalar
from .shapes import DAY, TEXT, YES_NO, Either, Named, Plain, Shape, Word
from .yaml import read_file

FOLDER = "letters"
NOT_REVIEWED = "not reviewed"
VERSION_LENGTH = 12

# ------------------------------------------------------------------ the keys of each part

REVIEW = Shape("review", {"by": TEXT, "on": DAY, "text": TEXT}, ("by", "on", "text"))
OF_NORM = Shape("norm_told", {"title": TEXT, **{s.value: TEXT for s in Standing}}, ("title",))
LAW = Shape(
    "law_told",
    {
        "norms": Named(OF_NORM),
        "rules": Named(TEXT),
        "terms": Named(TEXT),
        "choices": Named(TEXT),
        "helpdesk": TEXT,
        "danger": TEXT,
    },
    (),
)
MONTHS = Shape(
    "months", {str(number): TEXT for number in range(1, 13)}, tuple(map(str, range(1, 13)))
)
LETTERS = Shape(
    "letters",
    {
        "language": Plain.TEXT,
        "name": TEXT,
        "source": YES_NO,
        "review": Either((Word((NOT_REVIEWED,)), REVIEW)),
        "day": TEXT,
        "months": MONTHS,
        "strings": Named(TEXT),
        "sections": Named(TEXT),
        "requests": Named(TEXT),
        "law": LAW,
    },
    ("language", "name", "source", "review", "day", "months", "strings", "sections", "requests"),
)


@dataclass(frozen=True, slots=True)
class Review:
    """Who reviewed a text, on which day, and which version of it."""

    by: str
    on: date
    version: str


@dataclass(frozen=True, slots=True)
class Translation:
    """The words of letters in one language.

    `keys` names every text of the law that she may be told, `law` has those that are translated.
    `version` changes with every word, so that a review is of one text and no other.
    """

    language: str
    name: str
    source: bool
    review: Review | None
    version: str
    day: str
    months: tuple[str, ...]
    strings: Mapping_[str, str]
    sections: Mapping_[str, str]
    requests: Mapping_[str, str]
    keys: Mapping_[Text, str]
    law: Mapping_[Text, str]

    @property
    def reviewed(self) -> bool:
        """Tell whether somebody reviewed this very text."""
        return self.review is not None and self.review.version == self.version

    @property
    def usable(self) -> bool:
        """Tell whether a letter in it may be handed to somebody."""
        return self.source or self.reviewed


@cache
def load_letters(country: str, home: Path | None = None) -> Mapping_[str, Translation]:
    """Return the words of letters of a country by language, the sources first; `InputError`."""
    home = home or protocols_home()
    corpus = load_corpus(country, home)
    files = sorted((home / country / FOLDER).glob("*.yaml"))
    if not files:
        raise refuse("no_versions", (f"protocols/{country}/{FOLDER}", 0), name=FOLDER)
    tops = [
        (path.stem, read_file(path, f"protocols/{country}/{FOLDER}/{path.name}")) for path in files
    ]
    found = [read_translation(top, language, corpus) for language, top in tops]
    found.sort(key=lambda one: (not one.source, one.language != country, one.name))
    return {one.language: one for one in found}


def read_translation(top: Mapping, language: str, corpus: Corpus) -> Translation:
    """Read one language; what the law does not know is refused, what is missing is not."""
    keys = nodes.shaped(top, LETTERS).items
    nodes.one_of(keys["language"], (language,), "value")
    months = nodes.shaped(keys["months"], MONTHS).items
    texts = texts_of(corpus)
    told = _law(nodes.mapping(keys["law"]), corpus) if "law" in keys else {}
    source = nodes.boolean(keys["source"])
    if source:
        told = {text: text.in_language(language) for text in texts} | told
    return Translation(
        language,
        nodes.text(keys["name"]),
        source,
        _review(keys["review"]),
        version_of(top),
        nodes.text(keys["day"]),
        tuple(nodes.text(months[month]) for month in MONTHS.keys),
        _texts(keys["strings"]),
        _texts(keys["sections"]),
        _texts(keys["requests"]),
        texts,
        told,
    )


def version_of(top: Mapping) -> str:
    """Return the version of the text of a file: the hash of all that a reader of letters sees."""
    seen = {name: _plain(node) for name, node in top.items.items() if name != "review"}
    written = json.dumps(seen, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:VERSION_LENGTH]


def blanks_of(text: str) -> list[str]:
    """Return the names of what is filled in, in order of the alphabet."""
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def _review(node: Node) -> Review | None:
    if isinstance(node, Scalar):
        nodes.one_of(node, (NOT_REVIEWED,), "value")
        return None
    found = nodes.shaped(node, REVIEW).items
    return Review(nodes.text(found["by"]), nodes.day(found["on"]), nodes.text(found["text"]))


def _texts(node: Node) -> dict[str, str]:
    return {name: nodes.text(child) for name, child in nodes.mapping(node).items.items()}


def _plain(node: Node) -> object:
    match node:
        case Scalar():
            return node.value
        case Mapping():
            return {name: _plain(child) for name, child in node.items.items()}
        case nodes.Sequence():
            return [_plain(child) for child in node.items]


# ------------------------------------------------------------------ what the law says to her


def texts_of(corpus: Corpus) -> dict[Text, str]:
    """Return every text of the law that she may be told, with the key that names it in a file.

    Where a term or a rule is worded anew in a later text of the law, all its wordings have one key;
    what is said of several things alike has the key of the first.
    """
    found: dict[Text, str] = {}
    for key, text in named_texts(corpus):
        found.setdefault(text, key)
    return found


def named_texts(corpus: Corpus) -> Iterator[tuple[str, Text]]:
    """Yield every text of the law that she may be told, under every key that it has."""
    for norm in corpus.norms.values():
        if norm.plain:
            yield f"norms.{norm.id}.title", norm.title
            yield from ((f"norms.{norm.id}.{s.value}", text) for s, text in norm.plain.items())
    for norm_id, rule in _rules(corpus):
        if rule.plain is not None:
            yield f"rules.{norm_id}.{rule.id}", rule.plain
    for version in (version for layer in corpus.layers for version in layer.versions):
        yield from ((f"terms.{name}", term.text) for name, term in version.terms.items())
    for kind in corpus.event_types.values():
        if kind.choice is not None:
            yield f"choices.{kind.name}", kind.choice
    contact = corpus.parties[corpus.helpdesk].contact
    if contact is not None:
        yield "helpdesk", contact
    if corpus.danger is not None:
        yield "danger", corpus.danger


def _rules(corpus: Corpus) -> Iterator[tuple[str, Rule]]:
    for layer in corpus.layers:
        for version in layer.versions:
            for name, found in version.norms.items():
                yield from ((name, rule) for rule in found.rules)


def _law(node: Mapping, corpus: Corpus) -> dict[Text, str]:
    """Return the texts of the law that a file translates; a key that the law has not is refused."""
    written = dict(_flat(nodes.shaped(node, LAW), ""))
    named = tuple(named_texts(corpus))
    known = {key for key, _ in named}
    for key, found in written.items():
        if key not in known:
            raise nodes.unknown("key", found.place, key, known)
    told: dict[Text, str] = {}
    for key, text in named:
        if key in written:
            told.setdefault(text, nodes.text(written[key]))
    return told


def _flat(node: Mapping, above: str) -> Iterator[tuple[str, Node]]:
    for name, child in node.items.items():
        if isinstance(child, Mapping):
            yield from _flat(child, f"{above}{name}.")
        else:
            yield f"{above}{name}", child
