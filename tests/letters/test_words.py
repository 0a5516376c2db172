"""The words of letters: whole in six languages, never mixed, and reviewed text by text."""

import re
import shutil
from pathlib import Path

import pytest

from ketenwijzer.casework.errors import Refused
from ketenwijzer.casework.letters import wording_in, wording_of
from ketenwijzer.corpus.errors import InputError
from ketenwijzer.corpus.home import NOT_LAW, protocols_home
from ketenwijzer.corpus.letters import blanks_of, load_letters, read_translation
from ketenwijzer.corpus.load import load_corpus
from ketenwijzer.corpus.notices import load_notices
from ketenwijzer.corpus.yaml import read_file
from ketenwijzer.engine.law import Standing
from ketenwijzer.telling.letters.rights import Asked, SharedWith, rights_sheet
from ketenwijzer.telling.letters.wording import MissingString
from tests.letters.words import LANGUAGES, LAW, reflecting, sheet, sheet_of, wording

FOLDER = protocols_home() / "nl" / "letters"
ARABIC = re.compile("[\u0600-\u06ff]")
STATUSES = ("given", "refused", "withdrawn", "over", "other_ground", "as_partner")


def words(language):
    return load_letters("nl")[language]


# ------------------------------------------------------------------ whole


def test_there_are_six_languages_one_of_which_runs_from_right_to_left():
    assert set(load_letters("nl")) == set(LANGUAGES)
    assert [one for one in LANGUAGES if sheet(one).direction == "rtl"] == ["ar"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_law_that_she_may_be_told_is_there(language):
    found = words(language)

    assert {key for text, key in found.keys.items() if text not in found.law} == set()
    assert all(text.strip() for text in found.law.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", ["strings", "sections", "requests"])
def test_every_language_has_the_same_strings_with_the_same_blanks(language, part):
    mine, dutch = getattr(words(language), part), getattr(words("nl"), part)

    assert mine.keys() == dutch.keys()
    assert {k: blanks_of(mine[k]) for k in mine} == {k: blanks_of(dutch[k]) for k in dutch}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_norm_is_told_at_every_standing_that_it_has_words_for(language):
    reader = wording(language)

    for norm in LAW.norms.values():
        if norm.plain:
            assert reader(norm.title)
            assert all(reader(text) for text in norm.plain.values())


def test_a_group_of_norms_always_has_a_heading():
    groups = {f"group_{norm.group}" for norm in LAW.norms.values() if norm.plain}

    assert groups <= set(words("nl").strings)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_status_of_sharing_and_every_answer_has_words(language):
    shared = tuple(SharedWith("Proef", tuple(words("nl").sections), s, None) for s in STATUSES)
    outcomes = ("granted", "partly", "refused", "taken_back")
    asked = tuple(Asked(name, o, None) for name in words("nl").requests for o in outcomes)

    assert sheet(language, shared=shared, asked=asked).blocks


def test_nothing_is_left_in_another_script():
    for text in words("ar").law.values():
        assert ARABIC.search(text), text


@pytest.mark.parametrize("language", ["nl", "en", "pl", "ro", "es"])
def test_no_arabic_stands_in_the_others(language):
    assert not any(map(ARABIC.search, words(language).law.values()))


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one not in ("nl", "en")])
def test_a_translation_is_not_the_english_or_the_dutch(language):
    same = [text for text, told in words(language).law.items() if told in (text.nl, text.en)]

    assert same == []


# ------------------------------------------------------------------ nothing is promised


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_never_depends_on_reporting(language):
    told = [getattr(block, "text", "") for block in sheet(language).blocks]

    assert wording(language).say("stays_why") in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_not_granted_is_told_as_not_granted(language):
    reader = wording(language)
    tail = reader.say("not_granted").partition("{}")[2]
    texts = [row[0] for block in sheet(language).blocks for row in getattr(block, "rows", ())]

    assert any(text.endswith(tail) for text in texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_withheld_is_not_in_it(language):
    told = reflecting()
    held = next(f for f in told.position.findings if f.norm == "help_and_shelter")
    said = wording(language)(LAW.norms[held.norm].plain[Standing.HOLDS])

    shown = str(sheet(language, told))
    without = sheet(language, told, withheld=frozenset({held.norm}))

    assert said in shown and said not in str(without)
    assert wording(language).say("withheld", organisation="Politie Proef", owner="Zorg Proef") in {
        getattr(block, "text", "") for block in without.blocks
    }


# ------------------------------------------------------------------ missing, unknown, reviewed


def changed(tmp_path: Path, language: str, old: str, new: str):
    """Read a language of which one line is different."""
    path = tmp_path / f"{language}.yaml"
    shutil.copy(FOLDER / path.name, path)
    text = path.read_text(encoding="utf-8")
    assert re.search(old, text, re.MULTILINE)
    path.write_text(re.sub(old, new, text, count=1, flags=re.MULTILINE), encoding="utf-8")
    return read_translation(read_file(path, path.name), language, load_corpus("nl"))


@pytest.mark.parametrize(
    ("line", "key"),
    [
        (r"^  choices_why: .*\n", "strings.choices_why"),
        (r"^      holds: .*\n", "norms.no_removal.holds"),
        (r"^  danger: .*\n", "danger"),
    ],
)
def test_a_letter_with_a_missing_string_is_refused_by_language_and_key(tmp_path, line, key):
    found = changed(tmp_path, "es", line, "")

    with pytest.raises(MissingString) as refused:
        rights_sheet(sheet_of(reflecting()), wording_of(found))

    assert (refused.value.language, refused.value.key) == ("es", key)


def test_a_key_that_the_law_has_not_is_refused(tmp_path):
    with pytest.raises(InputError) as refused:
        changed(tmp_path, "es", "^    no_removal:", "    no_such_norm:")

    assert refused.value.code == "unknown_key"


def test_a_review_is_of_one_text_and_no_other(tmp_path):
    version = words("pl").version
    review = f'review: {{by: "Proef", on: 2026-11-01, text: {version}}}'
    reviewed = changed(tmp_path, "pl", "^review: not reviewed", review)

    assert reviewed.version == version and reviewed.usable

    shutil.copy(tmp_path / "pl.yaml", tmp_path / "again.yaml")
    text = (tmp_path / "again.yaml").read_text(encoding="utf-8")
    (tmp_path / "pl.yaml").write_text(text.replace("Co możesz wybrać", "Co chcesz wybrać"), "utf-8")
    read = read_file(tmp_path / "pl.yaml", "pl.yaml")
    other = read_translation(read, "pl", load_corpus("nl"))

    assert other.version != version and not other.usable


def test_an_unreviewed_language_is_blocked_outside_the_demonstration(settings_of):
    settings_of(DEMONSTRATION=False)

    assert wording_in("nl").reviewed
    with pytest.raises(Refused) as refused:
        wording_in("ar")
    assert refused.value.code == "not_reviewed" and "العربية" in refused.value.text.nl


def test_an_unreviewed_sheet_says_so_in_its_own_language_and_in_dutch():
    made = sheet("ar").blocks[:2]

    assert [getattr(block, "text", "") for block in made] == [
        words("ar").strings["not_reviewed"],
        "Deze tekst is niet door een mens nagekeken.",
    ]
    assert words("nl").source and "nagekeken" not in str(sheet("nl"))


def test_the_title_says_nothing():
    for language in LANGUAGES:
        title = sheet(language).title.lower()
        assert not re.search(
            "handel|traffic|victim|slachtoffer|recht|right|ضحية|ofiar|víctima", title
        )


# ------------------------------------------------------------------ what partners tell each other


def test_letters_and_notices_are_no_law():
    assert {"letters", "notices"} <= set(NOT_LAW)


def test_every_message_is_asked_by_the_law_and_says_how_sure_it_is():
    found = load_notices("nl")

    assert not found.confirmed
    assert "niet bevestigd" in found.status.nl and "not confirmed" in found.status.en
    for norm in found.messages:
        law = LAW.norms[norm]
        assert law.kind == "duty" and law.owed_by and law.holder != "victim"


def test_every_message_between_partners_has_its_words():
    told = {norm.id for norm in LAW.norms.values() if norm.group == "messages"}
    to_her = {norm for norm in told if LAW.norms[norm].holder == "victim"}
    signals = {"send_signals_to_expertise_centre"}

    assert told - to_her - signals <= set(load_notices("nl").messages)
