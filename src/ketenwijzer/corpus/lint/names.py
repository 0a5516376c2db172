"""Lints on names that stand for nothing: a fact, moment, term, event, value or party not there."""

from collections.abc import Iterable, Iterator

from ...engine.conditions import (
    TODAY,
    At,
    Compare,
    Condition,
    Fact,
    Ground,
    Happened,
    InTerm,
    Is,
    Known,
    atoms,
)
from ...engine.law import Corpus, Rule, TermRule
from ...engine.vocabulary import ChosenMoment, EventMoment, MomentRule, SumMoment
from .problems import Problem, problem
from .walk import Asked, conditions, rule_sets, rules, terms

YES_OR_NO = ("true", "false", "yes", "no")


def unknown_names_in_conditions(corpus: Corpus) -> Iterator[Problem]:
    """Find conditions that speak of what does not exist, or compare with what cannot be."""
    known = _Known(corpus)
    for asked in conditions(corpus):
        for atom in atoms(asked.condition):
            yield from known.wrong_in(atom, asked)


class _Known:
    """The names of a corpus, to hold those of a condition against."""

    def __init__(self, corpus: Corpus) -> None:
        self.facts = corpus.facts
        self.moments = {TODAY, *corpus.moments, *corpus.event_types}
        self.terms = {term.id for _, term in terms(corpus)}
        self.grounds: dict[str, set[str]] = {}
        for _, _, found in rule_sets(corpus):
            grounds = self.grounds.setdefault(found.norm, set())
            grounds.update(ground.id for ground in found.grounds)

    def wrong_in(self, atom: Condition, asked: Asked) -> Iterator[Problem]:
        where = asked.where
        match atom:
            case Fact(name) | Known(name) | Is(name, _):
                yield from self.wrong_fact(atom, name, where)
            case Happened(moment):
                yield from self.wrong_moments((moment,), where)
            case Compare(left, _, right):
                yield from self.wrong_moments((left, right), where)
            case InTerm(_, term):
                yield from self.wrong_terms((term,), where)
            case Ground(ground):
                yield from self.wrong_ground(ground, asked)
            case At(inner, moment):
                yield from self.wrong_moments((moment,), where)
                for below in atoms(inner):
                    yield from self.wrong_in(below, asked)
            case _:
                pass

    def wrong_fact(self, atom: Condition, name: str, where: str) -> Iterator[Problem]:
        fact = self.facts.get(name)
        if fact is None:
            yield problem("unknown_fact", where, name=name)
        elif isinstance(atom, Is):
            for value in (value for value in atom.values if value not in fact.values):
                if not fact.values and value in YES_OR_NO:
                    yield problem("is_yes_or_no", where, name=name)
                else:
                    yield problem("unknown_value", where, name=name, value=value)
        elif isinstance(atom, Fact) and fact.values:
            yield problem("not_yes_or_no", where, name=name)

    def wrong_moments(self, names: Iterable[object], where: str) -> Iterator[Problem]:
        for name in names:
            if isinstance(name, str) and name not in self.moments:
                yield problem("unknown_moment", where, name=name)

    def wrong_terms(self, names: Iterable[str | None], where: str) -> Iterator[Problem]:
        for name in names:
            if name and name not in self.terms:
                yield problem("unknown_term", where, name=name)

    def wrong_ground(self, ground: str | None, asked: Asked) -> Iterator[Problem]:
        if asked.norm is None:
            yield problem("ground_outside_norm", asked.where)
        elif ground is not None and ground not in self.grounds.get(asked.norm, ()):
            yield problem("unknown_ground", asked.where, name=ground)


# ------------------------------------------------------------------ names outside conditions


def unknown_moments_and_terms(corpus: Corpus) -> Iterator[Problem]:
    """Find rules, terms and anchors that count from or to what does not exist."""
    known = _Known(corpus)
    for where, term in terms(corpus):
        yield from known.wrong_moments(_moments_of_term(term), where)
    for where, _, rule in rules(corpus):
        yield from known.wrong_moments(_moments_of_rule(rule), where)
        yield from known.wrong_terms(_terms_of_rule(rule), where)
    for layer in corpus.layers:
        for norm, anchors in layer.anchors.items():
            yield from known.wrong_moments(anchors, f"{layer.id} {norm}")


def days_that_move(corpus: Corpus) -> Iterator[Problem]:
    """Find what counts from or to the day asked about: it would say something else each day."""
    named: list[tuple[str, Iterable[str | None]]] = [
        (name, _moments_below(moment)) for name, moment in corpus.moments.items()
    ]
    named += [(where, _moments_of_term(term)) for where, term in terms(corpus)]
    named += [(where, _moments_of_rule(rule)) for where, _, rule in rules(corpus)]
    for where, names in named:
        if TODAY in names:
            yield problem("moving_day", where)


def _moments_below(moment: MomentRule) -> tuple[str | None, ...]:
    match moment:
        case EventMoment():
            return (moment.since, moment.before)
        case SumMoment():
            return (moment.start,)
        case ChosenMoment():
            return moment.moments


def _moments_of_term(term: TermRule) -> list[str | None]:
    paused = (term.paused_from, term.paused_until)
    return [term.start, *term.ends_early, term.met_by, *paused, term.extended_to]


def _moments_of_rule(rule: Rule) -> list[str | None]:
    until = rule.until.name if rule.until and not rule.until.is_term else None
    duty = (rule.duty.since, rule.duty.met_by) if rule.duty else ()
    return [rule.since, until, *duty]


def _terms_of_rule(rule: Rule) -> list[str | None]:
    until = rule.until.name if rule.until and rule.until.is_term else None
    return [until, rule.duty.due if rule.duty else None]


def unknown_norms(corpus: Corpus) -> Iterator[Problem]:
    """Find texts and rulings about norms that are not on the list."""
    named = [(version.id, found.norm) for _, version, found in rule_sets(corpus)]
    named += [(holding.ruling, holding.norm) for holding in corpus.holdings]
    for where, norm in named:
        if norm not in corpus.norms:
            yield problem("unknown_norm", where, name=norm)


def unknown_parties(corpus: Corpus) -> Iterator[Problem]:
    """Find bearers, holders, judges and whom-to-asks that are not parties; and a mute helpdesk."""
    named: list[tuple[str, str | None]] = [("helpdesk", corpus.helpdesk)]
    for norm in corpus.norms.values():
        named += [(norm.id, name) for name in (norm.holder, *norm.owed_by, norm.ask)]
    for fact in corpus.facts.values():
        named += [(fact.name, name) for name in (fact.judged_by, fact.ask)]
    for kind in corpus.event_types.values():
        named += [(kind.name, name) for name in kind.stated_by]
    for where, _, rule in rules(corpus):
        named += [(where, name) for name in (*rule.owed_by, rule.ask)]
    for where, name in named:
        if name and name not in corpus.parties:
            yield problem("unknown_party", where, name=name)
    helpdesk = corpus.parties.get(corpus.helpdesk)
    if helpdesk and helpdesk.contact is None:
        yield problem("helpdesk_without_contact", "helpdesk", name=helpdesk.id)
