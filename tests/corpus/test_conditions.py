"""A condition that is written reads back as itself; precedence is as people speak."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenwijzer.corpus.conditions import (
    DEEPEST,
    RESERVED,
    parse_condition,
    write_condition,
)
from ketenwijzer.corpus.lint.walk import conditions
from ketenwijzer.corpus.load import read_corpus
from ketenwijzer.engine.conditions import (
    TODAY,
    Always,
    And,
    At,
    Compare,
    Fact,
    Ground,
    Happened,
    InTerm,
    Is,
    Known,
    Not,
    Or,
    Order,
    TermQuestion,
)

names = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True).filter(
    lambda name: name not in RESERVED and name != TODAY
)
moments = names | st.just(TODAY) | st.dates()
atoms = st.one_of(
    st.just(Always()),
    st.builds(Fact, names),
    st.builds(Is, names, st.lists(names, min_size=1, max_size=3).map(tuple)),
    st.builds(Known, names),
    st.builds(Happened, names),
    st.builds(Compare, moments, st.sampled_from(Order), moments),
    st.builds(InTerm, st.sampled_from(TermQuestion), names),
    st.builds(Ground, st.none() | names),
)


def composed(inner):
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Not, inner),
        st.builds(At, inner, names),
        st.builds(And, several),
        st.builds(Or, several),
    )


written_conditions = st.recursive(atoms, composed, max_leaves=8)


def parse(line: str):
    return parse_condition(line, ("test.yaml", 1))


@given(written_conditions)
def test_a_condition_reads_back_as_it_was_written(condition):
    assert parse(write_condition(condition)) == condition


def test_every_condition_of_the_dutch_protocol_reads_back():
    for asked in conditions(read_corpus("nl")):
        assert parse(write_condition(asked.condition)) == asked.condition


@pytest.mark.parametrize(
    ("line", "condition"),
    [
        ("always", Always()),
        ("report", Fact("report")),
        ("stay is lawful", Is("stay", ("lawful",))),
        ("stay is not lawful", Not(Is("stay", ("lawful",)))),
        ("age in (adult, minor)", Is("age", ("adult", "minor"))),
        ("known(age)", Known("age")),
        ("known ( age )", Known("age")),
        ("happened offer", Happened("offer")),
        ("any ground", Ground(None)),
        ("ground witness", Ground("witness")),
        ("within period", InTerm(TermQuestion.WITHIN, "period")),
        ("day on or after 2019-08-01", Compare("day", Order.ON_OR_AFTER, date(2019, 8, 1))),
        ("a same day as b", Compare("a", Order.SAME_DAY, "b")),
        ("a or b and not c", Or((Fact("a"), And((Fact("b"), Not(Fact("c"))))))),
        ("(a or b) and c", And((Or((Fact("a"), Fact("b"))), Fact("c")))),
        ("not a at m", Not(At(Fact("a"), "m"))),
        ("(not a) at m", At(Not(Fact("a")), "m")),
        ("a at m and b", And((At(Fact("a"), "m"), Fact("b")))),
        ("not not a", Not(Not(Fact("a")))),
    ],
)
def test_a_line_is_read_as_people_mean_it(line, condition):
    assert parse(line) == condition


def test_many_brackets_side_by_side_are_fine():
    line = " and ".join(f"(a{n} or b)" for n in range(DEEPEST * 3))

    assert isinstance(parse(line), And)
