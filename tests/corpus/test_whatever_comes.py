"""Whatever is written is read or refused with a line and a mend; nothing crashes a reader."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenwijzer.corpus.cases import read_case, read_case_text, read_outline
from ketenwijzer.corpus.conditions import RESERVED, parse_condition
from ketenwijzer.corpus.errors import InputError
from ketenwijzer.corpus.load import read_corpus
from tests.corpus.small import HOME

WORDS = st.sampled_from([*sorted(RESERVED), "x", "day", "2012-01-01", "(", ")", ","])
# fmt: off
PIECES = st.sampled_from([
    "protocol: xx\n", "events:\n", "  - ", "{on: 2012-01-01, type: report}", "person:", "\n", "? ",
    "&a ", "*a", "!t ", "---\n", "...\n", "%YAML 1.2\n", "[", "]", "{", "}", "|\n", ">-\n", "'",
    '"', "\\", "\t", "#", ": ", "on: ", "type: ", "\x85", "\u2028", "\ufeff", "é", "𝄞", "<<: ",
])
# fmt: on


@pytest.fixture(scope="module")
def corpus():
    return read_corpus("xx", HOME)


@given(st.lists(PIECES | st.text(max_size=5), max_size=25).map("".join))
def test_any_text(corpus, text):
    with contextlib.suppress(InputError):
        read_case(read_case_text(text, "case.yaml"), corpus)


@given(st.binary(max_size=200))
def test_any_bytes(tmp_path_factory, content):
    file = tmp_path_factory.getbasetemp() / "whatever.yaml"
    file.write_bytes(content)

    with contextlib.suppress(InputError):
        read_outline(file)


@given(st.text(alphabet="abcxyz()<>,. -_019", max_size=30) | st.lists(WORDS).map(" ".join))
def test_any_condition(line):
    with contextlib.suppress(InputError):
        parse_condition(line, ("x.yaml", 1))
