"""Everything that the engine can answer has words in both languages, and every event a sentence."""

import re
from pathlib import Path

import pytest

import ketenwijzer.engine
from ketenwijzer.corpus.load import load_corpus
from ketenwijzer.engine.duties import DutyState
from ketenwijzer.engine.law import Force, Kind, Mark, Standing, Strength
from ketenwijzer.engine.terms import TermState
from ketenwijzer.engine.vocabulary import Text
from ketenwijzer.telling import headings, running, words
from ketenwijzer.telling.happenings import told_value, what_happened
from ketenwijzer.telling.language import Reader, Register
from ketenwijzer.telling.looks import BY_STANDING, LOOKS, Tone

ENGINE = Path(ketenwijzer.engine.__file__).parent


@pytest.mark.parametrize(
    ("names", "table"),
    [
        (Standing, words.STANDINGS),
        (Strength, words.STRENGTHS),
        (Kind, words.KINDS),
        (Force, words.FORCES),
        (Mark, words.MARKS),
        (TermState, words.TERM_STATES),
        (DutyState, words.DUTY_STATES),
        (Register, words.REGISTERS),
        (Tone, LOOKS),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_every_answer_has_words(names, table):
    assert set(table) == set(names)


def test_every_standing_looks_like_something():
    assert {*BY_STANDING, Standing.HOLDS} == set(Standing)


def test_every_look_has_a_sign_of_its_own():
    signs = [look.sign for look in LOOKS.values()]

    assert len(set(signs)) == len(signs)


def test_every_step_of_a_sum_has_a_sentence():
    source = "\n".join(path.read_text(encoding="utf-8") for path in ENGINE.glob("*.py"))
    steps = set(re.findall(r"Step\(\s*\"([a-z_]+)\"", source))

    assert len(steps) > 8
    assert steps == set(running.STEPS)


def test_every_reason_for_silence_or_dispute_that_the_law_gives_has_words():
    corpus = load_corpus("nl")
    texts = [n for layer in corpus.layers for v in layer.versions for n in v.norms.values()]

    assert {rule.why for norm in texts for rule in norm.rules} <= set(words.WHYS)


def test_no_text_of_ours_is_empty_in_a_language():
    for name, text in texts_of(words, running, headings).items():
        assert bool(text.nl) == bool(text.en), name


def test_both_languages_have_the_same_blanks():
    blanks = re.compile(r"\{\w*\}")
    for name, text in texts_of(words, running, headings).items():
        assert sorted(blanks.findall(text.nl)) == sorted(blanks.findall(text.en)), name


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_event_with_every_attribute_has_a_sentence(language):
    corpus, reader = load_corpus("nl"), Reader(language)
    for kind in corpus.event_types.values():
        for attribute in kind.attributes.values():
            values = list(attribute.values) or {"boolean": [True, False]}.get(attribute.type, [])
            for value in values:
                told = what_happened(corpus, kind.name, None, {attribute.name: value}, reader)
                assert told_value(attribute, value, reader) in told
                assert "_" not in told, told
        assert what_happened(corpus, kind.name, None, {}, reader) == reader(kind.text)


def test_an_event_says_who_did_it():
    corpus = load_corpus("nl")

    told = what_happened(corpus, "report", "police", {}, Reader("en"))

    assert told == "report to the police made (by police)"


def texts_of(*modules) -> dict[str, Text]:
    found: dict[str, Text] = {}
    for module in modules:
        for name, value in vars(module).items():
            if isinstance(value, Text):
                found[f"{module.__name__}.{name}"] = value
            elif isinstance(value, dict):
                found |= {
                    f"{module.__name__}.{name}.{key}": text
                    for key, text in value.items()
                    if isinstance(text, Text)
                }
    return found
