"""A value is what a frozen dataclass with slots is, as far as the law needs it."""

import copy
from dataclasses import dataclass

import pytest

from ketenwijzer.engine import calendar, conditions, law, vocabulary
from ketenwijzer.engine.conditions import Always, Fact, Known
from ketenwijzer.engine.law import Until
from ketenwijzer.engine.values import Value, parts, replace
from ketenwijzer.engine.vocabulary import Text

KINDS = [
    kind
    for room in (calendar, conditions, law, vocabulary)
    for kind in vars(room).values()
    if isinstance(kind, type) and kind.__module__ == room.__name__ and issubclass(kind, Value)
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.__module__}.{kind.__name__}")
def test_every_kind_takes_its_parts_in_the_order_in_which_it_names_them(kind):
    names = kind.__match_args__
    given = [f"the {name}" for name in names]

    made = kind(*given)

    assert parts(made) == dict(zip(names, given, strict=True))
    assert made == kind(**dict(zip(names, given, strict=True))) == replace(made)
    assert hash(made) == hash(replace(made))


def test_values_are_equal_when_kind_and_parts_are():
    assert Text("een", "one") == Text(nl="een", en="one")
    assert Text("een", "one") != Text("een", "two")
    assert Always() == Always()
    assert len({Fact("crime"), Fact("crime"), Known("crime"), Always(), Always()}) == 3


def test_what_is_not_given_is_the_default():
    assert Until("deadline") == Until("deadline", False, False)
    assert Until("deadline", plus_one=True) == Until("deadline", is_term=False, plus_one=True)


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ((), {}),
        (("een",), {}),
        (("een", "one", "un"), {}),
        (("een",), {"nl": "een"}),
        (("een", "one"), {"en": "one"}),
        (("een",), {"fr": "un"}),
        (("een", "one"), {"fr": "un"}),
    ],
)
def test_parts_that_miss_or_do_not_exist_are_refused(given, named):
    with pytest.raises(TypeError, match="Text is made of nl, en"):
        Text(*given, **named)


def test_a_value_never_changes():
    made = Text("een", "one")

    for change in (
        lambda: setattr(made, "nl", "twee"),
        lambda: setattr(made, "fr", "un"),
        lambda: delattr(made, "nl"),
    ):
        with pytest.raises(AttributeError, match="Text never changes"):
            change()
    assert replace(made, nl="twee") == Text("twee", "one")
    assert made == Text("een", "one")
    assert not hasattr(made, "__dict__")


def test_a_value_is_told_copied_and_matched_by_its_parts():
    made = Until("deadline", plus_one=True)

    assert repr(made) == "Until(name='deadline', is_term=False, plus_one=True)"
    assert copy.deepcopy(made) == copy.copy(made) == made
    match made:
        case Until(name, _, plus_one):
            assert (name, plus_one) == ("deadline", True)


def test_what_is_no_value_has_no_parts():
    @dataclass
    class Other:
        name: str

    assert not parts(Other("it"))
    assert not parts("text")
