"""What happened is said to herself in words that she knows, and that betray her to nobody."""

import re

import pytest

from ketenwijzer.corpus.load import countries, read_corpus
from ketenwijzer.engine.case import PERSON
from ketenwijzer.engine.vocabulary import EventType

EVENTS = [
    pytest.param(kind, id=f"{country}-{kind.name}")
    for country in countries()
    for kind in read_corpus(country).event_types.values()
    if kind.name != PERSON
]
# Stems, so that no bending of the word gets through.
BETRAYS = {
    "nl": ("handel", "slachtoffer", "uitbuit", "dader", "prostitu", "comensha", "m55", "dublin"),
    "en": ("traffick", "victim", "exploit", "suspect", "prostitu", "comensha", "m55", "dublin"),
}
FORMAL = re.compile(r"\b(u|uw|zij|haar)\b", re.IGNORECASE)
LONGEST = 100


@pytest.mark.parametrize("kind", EVENTS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_plain_words_betray_nothing(kind: EventType, language: str):
    assert kind.plain is not None
    said = kind.plain.in_language(language).lower()

    assert not [word for word in BETRAYS[language] if word in said]


@pytest.mark.parametrize("kind", EVENTS)
def test_plain_words_are_one_short_sentence_to_her(kind: EventType):
    assert kind.plain is not None
    for said in (kind.plain.nl, kind.plain.en):
        assert said[0].isupper() and said.count(".") == 1 and said.endswith(".")
        assert len(said) <= LONGEST, said
    assert not FORMAL.search(kind.plain.nl)


@pytest.mark.parametrize("kind", EVENTS)
def test_plain_words_tell_that_it_happened_and_never_that_it_will(kind: EventType):
    assert kind.plain is not None

    assert not re.search(r"\b(zal|zult|zullen|moet)\b", kind.plain.nl)
    assert not re.search(r"\b(will|shall|must)\b", kind.plain.en)
