"""The words of letters: a file per language, whole or refused, and reviewed or blocked."""

import shutil

import pytest

from ketenwijzer.corpus.errors import InputError
from ketenwijzer.corpus.home import protocols_home
from ketenwijzer.corpus.letters import load_letters

LANGUAGES = {"nl", "en", "ar", "pl", "ro", "es"}


@pytest.fixture
def changed(tmp_path, monkeypatch):
    """Return a way to read the words of letters with one change in one language."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    home = tmp_path / "protocols"
    shutil.copytree(protocols_home(), home)

    def read(language, old, new):
        path = home / "nl" / "letters" / f"{language}.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return load_letters("nl", home)

    return read


def test_there_are_six_languages_and_the_sources_come_first():
    found = load_letters("nl")

    assert set(found) == LANGUAGES
    assert [one.language for one in found.values() if one.source] == list(found)[:2] == ["nl", "en"]


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_nothing_that_the_law_can_tell_her_is_missing_in_a_language(language):
    found = load_letters("nl")[language]

    assert set(found.keys) - set(found.law) == set()
    assert set(found.strings) == set(load_letters("nl")["nl"].strings)


def test_what_no_human_reviewed_may_not_be_handed_to_anybody():
    usable = {one.language for one in load_letters("nl").values() if one.usable}

    assert usable == {"nl", "en"}


def test_a_review_is_of_one_text_and_of_no_other(changed):
    before = load_letters("nl")["pl"]
    review = f'review: {{by: "Proef Persoon", on: 2026-11-24, text: "{before.version}"}}'

    reviewed = changed("pl", "review: not reviewed", review)["pl"]

    assert reviewed.version == before.version
    assert reviewed.usable


def test_a_year_has_twelve_months(changed):
    with pytest.raises(InputError) as caught:
        changed("en", "  1: January\n", "")

    assert caught.value.code == "missing_key"
    assert caught.value.file == "protocols/nl/letters/en.yaml"
