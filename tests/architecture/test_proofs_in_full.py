"""What is only sampled in `make test` is run in full by `make prove`, wherever it stands."""

import re

from tests.architecture.source import ROOT

SAYS_HOW_LONG = re.compile(r"KETENWIJZER_PROVE|from tests\.proving import")
PROVE = re.compile(r"^prove:.*\n((?:\t.*\n)+)", re.MULTILINE)
THE_SWITCH_ITSELF = ("tests/proving.py", "tests/architecture/test_proofs_in_full.py")


def test_make_prove_runs_every_test_that_is_longer_in_full():
    recipe = PROVE.search((ROOT / "Makefile").read_text("utf-8"))
    assert recipe
    proved = [ROOT / named for named in re.findall(r"tests/\S+", recipe[1])]

    longer = [
        file
        for file in (ROOT / "tests").rglob("*.py")
        if SAYS_HOW_LONG.search(file.read_text("utf-8"))
        and str(file.relative_to(ROOT)) not in THE_SWITCH_ITSELF
    ]

    assert longer
    assert all(place.exists() for place in proved)
    assert [file for file in longer if not any(map(file.is_relative_to, proved))] == []
