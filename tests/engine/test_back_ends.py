"""The compiled back-end gives the interpreter's answer, over generated protocols and cases."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ketenwijzer.engine import Corpus, determine
from ketenwijzer.engine.compiled import CompiledCorpus
from tests.engine.strategies import cases, days, days_asked, protocols


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(protocols(), st.data())
def test_the_compiled_back_end_equals_the_interpreter(law: Corpus, data: st.DataObject):
    compiled = CompiledCorpus(law)
    for _ in range(3):
        case = data.draw(cases(law), "case")
        for on in data.draw(st.lists(days_asked, min_size=1, max_size=4), "days"):
            known_at = data.draw(st.none() | days, "known at")

            position = determine(law, case, on, known_at)

            assert compiled.determine(case, on, known_at) == position
            assert dict(compiled.determine(case, on, known_at).evidence) == position.evidence
