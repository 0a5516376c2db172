"""The compiled back-end gives the interpreter's answer, over generated protocols and cases."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ketenwijzer.corpus.cases import read_case, read_outline
from ketenwijzer.corpus.load import protocols_home, read_corpus
from ketenwijzer.engine.case import Value
from ketenwijzer.engine.compiled import CompiledCorpus, memory
from ketenwijzer.engine.errors import CircularDefinition, DayNotCovered
from ketenwijzer.engine.law import Corpus, Standing
from ketenwijzer.engine.position import determine
from tests.engine.small import (
    added,
    day,
    event_type,
    happened,
    layer,
    protocol,
    rule,
    term,
    version,
    when,
)
from tests.engine.strategies import cases, days, days_asked, protocols

generated = settings(
    max_examples=4 * settings().max_examples,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
VALUES: tuple[Value, ...] = (True, False, "a", "b")
WAITING = protocol(
    event_type("offer"),
    layer(
        "act",
        version(
            "2018-01-01",
            term("wait", "offer", "10 days"),
            claim=[rule(Standing.HOLDS, "within wait", since="offer", until="end of wait")],
        ),
    ),
)


@generated
@given(protocols(), st.data())
def test_the_compiled_back_end_equals_the_interpreter(law: Corpus, data: st.DataObject):
    compiled = CompiledCorpus(law)
    for _ in range(3):
        case = data.draw(cases(law), "case")
        for on in data.draw(st.lists(days_asked, min_size=1, max_size=4), "days"):
            known_at = data.draw(st.none() | days, "known at")

            position = determine(law, case, on, known_at)
            found = compiled.determine(case, on, known_at)

            assert found == position
            assert dict(found.evidence) == position.evidence


@generated
@given(protocols(), st.data())
def test_the_compiled_back_end_makes_the_same_of_assumptions(law: Corpus, data: st.DataObject):
    case, on = data.draw(cases(law), "case"), data.draw(days_asked, "day")
    answers = dict.fromkeys(law.facts, st.sampled_from(VALUES))
    assumed = data.draw(st.fixed_dictionaries({}, optional=answers), "assumed")

    position = determine(law, case, on, None, assumed)

    assert CompiledCorpus(law).determine(case, on, None, assumed) == position


def test_on_the_law_itself_the_back_ends_agree_around_every_event_of_every_story():
    law = read_corpus("nl")
    compiled = CompiledCorpus(law)
    for path in sorted((protocols_home() / "nl" / "scenarios").rglob("*.yaml")):
        case = read_case(read_outline(path), law).events
        for on in {event.effective for event in case if event.effective >= law.first_day}:
            assert compiled.determine(case, on) == determine(law, case, on), (path.name, on)


def test_what_was_forgotten_is_computed_again(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(memory, "MOST", 2)
    compiled = CompiledCorpus(WAITING)
    for number in [*range(1, 9), *range(1, 9)]:
        case = [happened("offer", f"2019-03-0{number}")]
        on = day("2019-03-10")

        assert compiled.determine(case, on) == determine(WAITING, case, on)


def test_equal_findings_are_one_object():
    compiled = CompiledCorpus(WAITING)
    first, second = (happened("offer", "2019-03-01", id=name) for name in ("first", "second"))

    found = [compiled.determine([case], day("2019-03-05")) for case in (first, second)]

    assert found[0].findings[0] is found[1].findings[0]
    assert found[0].terms[0] is found[1].terms[0]


def test_a_day_before_the_first_is_refused_here_too():
    with pytest.raises(DayNotCovered):
        CompiledCorpus(WAITING).determine([], day("2017-12-31"))


def test_a_definition_that_rests_on_itself_is_refused():
    def law(*words: object) -> Corpus:
        claim = [rule(Standing.HOLDS, "odd and happened again")]
        return protocol(
            *words, event_type("start"), layer("act", version("2018-01-01", claim=claim))
        )

    round_facts = law(
        when("odd", "even"), when("even", "not odd"), added("again", "start", "1 day")
    )
    round_moments = law(when("odd", "always"), added("again", "again", "1 day"))
    for circle in (round_facts, round_moments):
        with pytest.raises(CircularDefinition, match="rests on itself"):
            CompiledCorpus(circle).determine([], day("2019-01-01"))


def test_the_source_can_be_read():
    source = CompiledCorpus(WAITING).source(day("2019-01-01"))

    assert "m_offer" in source
    assert "last_wait" in source


def test_what_was_prepared_is_not_compiled_again(monkeypatch: pytest.MonkeyPatch):
    law = CompiledCorpus(WAITING)
    asked = [day("2018-01-01"), day("2019-01-01")]
    before = [CompiledCorpus(WAITING).determine([], on) for on in asked]
    law.prepare()
    monkeypatch.setattr(CompiledCorpus, "_compile", None)

    assert [law.determine([], on) for on in asked] == before
