"""Shows the consolidated text of a norm or a layer on a day: every version in force, every line.

The results are plain values; `rows` gives them as cells of text, ready for a table. Standings,
strengths and names stay the words of the protocol, whatever the language.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..engine.conditions import InTerm, atoms
from ..engine.errors import UnknownName
from ..engine.law import Corpus, GroundRule, Layer, NormRules, Rule, TermRule, Version
from ..engine.versions import versions_on
from ..engine.vocabulary import Text
from .conditions import write_condition
from .writing import write_source, write_until

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InForce:
    """A version of a layer that is in force on a day, or may be: in a gap there are two."""

    layer: str
    version: str
    title: Text
    not_before: date
    seen: date
    seen_until: date | None
    in_gap: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a text in force: a ground, a rule or a term, with what it rests on.

    `says` is the standing that a rule gives, the strength of a ground, the length of a term;
    `when` are the lines that must all hold, and for a term one for each of its lengths.
    """

    version: str
    norm: str
    sort: str  # ground, rule, term
    name: str
    says: str
    when: tuple[str, ...]
    text: Text
    sources: tuple[str, ...]
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Consolidated:
    """What the texts say of one norm, or one layer of all its norms, on a day."""

    subject: str
    on: date
    versions: tuple[InForce, ...]
    passages: tuple[Passage, ...]

    def rows(self, language: str) -> list[Row]:
        """Return version, norm, sort, name, what it says, when, the sentence and its sources."""
        return [
            (
                passage.version,
                passage.norm,
                passage.sort,
                passage.name,
                passage.says,
                "\n".join(passage.when),
                passage.text.in_language(language),
                "\n".join(passage.sources),
            )
            for passage in self.passages
        ]


def show(corpus: Corpus, name: str, on: date) -> Consolidated:
    """Return the text of a norm in every layer, or of a whole layer; raises `UnknownName`."""
    layers = tuple(layer for layer in corpus.layers if layer.id == name)
    if layers:
        return _consolidated(name, on, layers, tuple(corpus.norms))
    if name in corpus.norms:
        return _consolidated(name, on, corpus.layers, (name,))
    raise UnknownName("norm or layer", name)


def _consolidated(
    subject: str, on: date, layers: tuple[Layer, ...], norms: tuple[str, ...]
) -> Consolidated:
    versions: list[InForce] = []
    passages: list[Passage] = []
    for layer in layers:
        in_force = versions_on(layer, on)
        for version in in_force:
            found = [version.norms[norm] for norm in norms if norm in version.norms]
            if found:
                versions.append(_in_force(layer, version, in_gap=len(in_force) > 1))
                passages += _passages(version, found)
    return Consolidated(subject, on, tuple(versions), tuple(passages))


def _in_force(layer: Layer, version: Version, *, in_gap: bool) -> InForce:
    days = (version.not_before, version.seen, version.seen_until)
    return InForce(layer.id, version.id, version.title, *days, in_gap)


def _passages(version: Version, norms: list[NormRules]) -> Iterator[Passage]:
    counted: dict[str, None] = {}
    for found in norms:
        yield from (_ground(version, found.norm, ground) for ground in found.grounds)
        yield from (_rule(version, found.norm, rule) for rule in found.rules)
        counted |= dict.fromkeys(term for rule in found.rules for term in _terms_of(rule))
    for name in counted:
        if name in version.terms:
            yield _term(version, version.terms[name])


def _terms_of(rule: Rule) -> Iterator[str]:
    """Yield the terms that a rule counts with."""
    yield from (atom.term for atom in atoms(rule.when) if isinstance(atom, InTerm))
    if rule.until and rule.until.is_term:
        yield rule.until.name
    if rule.duty and rule.duty.due:
        yield rule.duty.due


def _ground(version: Version, norm: str, ground: GroundRule) -> Passage:
    return Passage(
        version.id,
        norm,
        "ground",
        ground.id,
        ground.strength or "",
        (ground.line,),
        ground.text,
        _cited(version, ground.sources),
        ground.confirmed,
    )


def _rule(version: Version, norm: str, rule: Rule) -> Passage:
    said = (rule.then, rule.strength or "", write_until(rule.until))
    return Passage(
        version.id,
        norm,
        "rule",
        rule.id,
        " ".join(filter(None, said)),
        rule.lines,
        rule.text,
        _cited(version, rule.sources),
        rule.confirmed,
    )


def _term(version: Version, term: TermRule) -> Passage:
    lengths = " / ".join(str(case.add) for case in term.cases)
    return Passage(
        version.id,
        "",
        "term",
        term.id,
        f"{term.start} + {lengths}",
        tuple(write_condition(case.when) for case in term.cases),
        term.text,
        _cited(version, term.sources),
    )


def _cited(version: Version, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(write_source(version.sources[name]) for name in names)
