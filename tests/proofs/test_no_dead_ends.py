"""No dead ends: whoever may be a victim has help that holds, someone who must act, and a way out.

The property about help is proved over every value of the facts that it depends on. The others
depend on more facts than can be tried together (16.6 thousand million lives), so they are tried
over all combinations of every four factors: 83,521 lives, each on a day under another law.
"""

from collections.abc import Iterator
from functools import cache
from itertools import product

import pytest

from ketenwijzer.engine.case import Event
from ketenwijzer.engine.compiled import CompiledCorpus
from ketenwijzer.engine.conditions import atoms
from ketenwijzer.engine.evidence import names_in
from ketenwijzer.engine.law import Corpus, Kind, Standing
from ketenwijzer.engine.position import Position, determine
from ketenwijzer.engine.vocabulary import Choice, Switch, When

from ..scenarios.cases import dutch
from .covering import four_wise
from .lives import LAWS, Life, levels, live

OPEN = (
    Standing.HOLDS,
    Standing.AWAITS_JUDGEMENT,
    Standing.UNDECIDED,
    Standing.DISPUTED,
    Standing.NOT_STATED,
)
ACTING = ("due", "pending", "overdue", "passed")


@cache
def compiled() -> CompiledCorpus:
    return CompiledCorpus(dutch())


def lives() -> Iterator[Life]:
    for chosen in four_wise(levels()):
        yield live(dutch(), chosen)


def positions() -> Iterator[tuple[Life, Position]]:
    for life in lives():
        yield life, compiled().determine(life.events, life.on)


class TestHelp:
    def test_it_depends_on_signal_and_departure_only(self):
        """No report, stay, age or judgement stands under it, in any layer that can deny it.

        Layers that only add (treaties) cannot take it away; the lints hold them to that.
        """
        facts = {name for name in _names_under("help_and_shelter") if name in dutch().facts}
        assert facts <= {"indicated", "departed"}

    @pytest.mark.parametrize("day", LAWS, ids=str)
    def test_it_holds_for_every_value_of_what_it_depends_on(self, day):
        for indicated, departed in product((True, False), repeat=2):
            assumed = {"indicated": indicated, "departed": departed}
            found = determine(dutch(), (), day, assumptions=assumed).finding("help_and_shelter")
            expected = "holds" if indicated and not departed else found.standing.value
            assert found.standing == expected
            if indicated and not departed:
                assert found.confirmed
                assert found.strength == "right"
            assert found.standing not in ("undecided", "awaits_judgement", "disputed", "not_stated")


def test_no_life_is_a_dead_end():
    """Help holds, someone must act next, a way is open, and every norm has one finding."""
    broken: dict[str, list[str]] = {"help": [], "someone": [], "way_out": [], "one_each": []}
    norms = list(dutch().norms)
    for life, position in positions():
        if position.finding("help_and_shelter").standing is not Standing.HOLDS:
            broken["help"].append(str(life))
        if not _someone_must_act(position):
            broken["someone"].append(str(life))
        if not _way_out(position) and not _choice_opens_one(life):
            broken["way_out"].append(str(life))
        if [finding.norm for finding in position.findings] != norms:
            broken["one_each"].append(str(life))
    assert broken == {"help": [], "someone": [], "way_out": [], "one_each": []}


def test_every_open_end_names_whom_to_ask():
    for layer in dutch().layers:
        for version in layer.versions:
            for rules in version.norms.values():
                for rule in rules.rules:
                    if rule.then in (Standing.NOT_STATED, Standing.DISPUTED):
                        asked = rule.ask or dutch().norms[rules.norm].ask
                        assert asked, f"{version.id} {rules.norm}.{rule.id}"


def _someone_must_act(position: Position) -> bool:
    return any(duty.state in ACTING for duty in position.duties) or any(
        finding.standing is Standing.AWAITS_JUDGEMENT for finding in position.findings
    )


def _way_out(position: Position) -> bool:
    """A title or a track to one that is not closed, or help to return of her own will."""
    return any(
        finding.standing in OPEN
        and (
            (dutch().norms[finding.norm].group == "stay" and finding.kind is Kind.RIGHT)
            or finding.norm in ("non_temporary_permit", "return_help")
        )
        for finding in position.findings
    )


def _choice_opens_one(life: Life) -> bool:
    """Something that she herself may choose opens one."""
    choices = (kind for kind in dutch().event_types.values() if kind.choice is not None)
    for kind in choices:
        chosen = Event("choice", kind.name, life.on, life.on, life.on)
        if _way_out(compiled().determine((*life.events, chosen), life.on)):
            return True
    return False


def _names_under(norm: str) -> set[str]:
    corpus = dutch()
    found: set[str] = set()
    todo = [
        name
        for layer in corpus.layers
        for version in layer.versions
        if norm in version.norms and not layer.minimum
        for rule in version.norms[norm].rules
        for name in names_in(rule.when)
    ]
    while todo:
        name = todo.pop()
        if name in found:
            continue
        found.add(name)
        todo += _names_in_fact(corpus, name)
    return found


def _names_in_fact(corpus: Corpus, name: str) -> list[str]:
    fact = corpus.facts.get(name)
    match fact.rule if fact else None:
        case When(condition):
            return [n for atom in atoms(condition) for n in names_in(atom)]
        case Choice(cases, _):
            return [n for condition, _ in cases for n in names_in(condition)]
        case Switch() | _:
            return []
