"""The races: eleven rules against others, the whole law by itself, and how fast it is loaded."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from ketenwijzer.corpus.load import read_corpus
from ketenwijzer.engine.compiled import CompiledCorpus
from ketenwijzer.engine.law import Corpus
from ketenwijzer.engine.position import determine

from .bare import Bare
from .cases import Asked, invented, moved, stories
from .goals import Goal
from .loading import loading
from .openfisca_rules import OpenFisca
from .ours import Ours, eleven
from .timing import Contestant, contestant, first_time, race, ratio
from .zen_rules import Zen

CASES, BATCHES = 100, 10


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: microseconds per case, and how many times that of our engine."""

    name: str
    median: float
    least: float
    times_ours: float | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """All that one run found."""

    eleven: list[Row]
    whole: list[Row]
    size: str
    goals: list[Goal]


def measure(rounds: int) -> Figures:
    """Run every part; raises `AssertionError` before anything is timed if two answers differ."""
    rows, goals = _against_others(rounds)
    law = read_corpus("nl")
    whole, size = _whole_law(law, rounds)
    kept, called = (min(found) for found in loading(max(5, rounds)))
    goals += [
        Goal("the whole Dutch law, per case", "at most 60 µs", f"{whole[0].median:.0f} µs",
             whole[0].median <= 60),
        Goal("the compiled law loaded, imports included, best of several", "at most 50 ms",
             f"{kept:.0f} ms; {called:.0f} ms with the readers of YAML beside it", kept <= 50),
    ]  # fmt: skip
    return Figures(rows, whole, size, goals)


def _against_others(rounds: int) -> tuple[list[Row], list[Goal]]:
    law, asked = eleven(), invented(CASES, seed=1)
    bare, ours = Bare(law.calendar), Ours(law)
    others = {
        "zen-engine, an expression per rule": Zen(law.calendar, tables=False),
        "zen-engine, a table per rule": Zen(law.calendar, tables=True),
        "OpenFisca-core": OpenFisca(law.calendar),
    }
    for events, day in (*asked, *invented(400, seed=2)):
        answers = [one.answer(events, day) for one in (bare, ours, *others.values())]
        assert all(answer == answers[0] for answer in answers), (events, day, answers)
        assert ours.position(events, day) == determine(law, events, day)

    by_hand = contestant("bare Python function", bare.answer, asked)
    compiled = contestant("ketenwijzer, compiled", ours.position, asked)
    against = [contestant(name, one.answer, asked) for name, one in others.items()]
    interpreter = contestant("ketenwijzer, interpreter", lambda e, d: determine(law, e, d), asked)
    everyone = [by_hand, compiled, *against, interpreter]
    race(everyone, rounds)
    rows = [_row(one, compiled) for one in everyone]
    batches = [invented(CASES, seed=seed) for seed in range(100, 100 + BATCHES)]
    rows.insert(2, _first("ketenwijzer, compiled, cases not seen before", ours.position, batches))
    *zen, openfisca = (ratio(one, compiled) for one in against)
    return rows, [
        _times("the bare function", ratio(compiled, by_hand), 15, slower=True),
        _times("zen-engine, the faster way", min(zen), 20),
        _times("OpenFisca-core", openfisca, 50),
    ]


def _whole_law(law: Corpus, rounds: int) -> tuple[list[Row], str]:
    asked = stories(law)
    compiled = CompiledCorpus(law)
    for events, day in asked:
        assert compiled.determine(events, day) == determine(law, events, day), (events, day)
    one = contestant("ketenwijzer, compiled", compiled.determine, asked)
    interpreter = contestant(
        "ketenwijzer, interpreter", lambda e, d: determine(law, e, d), asked[:: len(asked) // 40]
    )
    race([one], rounds)
    race([interpreter], 3)
    batches = [moved(asked, seed) for seed in range(BATCHES)]
    rows = [
        _row(one, one),
        _first("ketenwijzer, compiled, cases not seen before", compiled.determine, batches),
        Row(
            interpreter.name, interpreter.median, interpreter.least, interpreter.median / one.median
        ),
    ]
    positions = [compiled.determine(events, day) for events, day in asked]
    terms, duties = (
        sum(map(len, found)) / len(found)
        for found in ([p.terms for p in positions], [p.duties for p in positions])
    )
    size = (
        f"{len(law.norms)} norms in {len(law.layers)} layers with "
        f"{sum(len(layer.versions) for layer in law.layers)} dated texts; {len(asked)} positions "
        f"in the stories beside it, on average {terms:.1f} terms and {duties:.1f} rows of duties"
    )
    return rows, size


def _row(one: Contestant, ours: Contestant) -> Row:
    return Row(one.name, one.median, one.least, None if one is ours else ratio(one, ours))


def _first(name: str, answering: Callable[..., object], batches: list[list[Asked]]) -> Row:
    found = first_time(answering, batches)
    return Row(name, median(found), min(found))


def _times(name: str, found: float, goal: int, *, slower: bool = False) -> Goal:
    if slower:
        met, wanted = found <= goal, f"at most {goal} times as long"
        return Goal(f"beside {name}", wanted, f"{found:.1f} times", met)
    return Goal(
        f"beside {name}", f"at least {goal} times faster", f"{found:.0f} times", found >= goal
    )
