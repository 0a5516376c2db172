"""`position` tells how the law stands on a day, to whom it is asked for, in their language."""

import json
import stat

import pytest

from ketenwijzer import clock

DAY = ("--on", "2021-05-12")
PARTS = (
    "schema protocol on known_at phase findings terms duties questions not_stated next_change "
    "receipt"
)


def test_the_first_question_comes_first(typed, case):
    told = typed("position", case, *DAY)

    lines = told.out.splitlines()
    assert told.status == 0
    assert lines[0] == "Overview · 12 May 2021 · for the worker"
    assert "May she be removed or transferred today?" in "\n".join(lines[:5])
    assert "Reflection period" in told.out
    assert "3 August 2021" in told.out
    assert "This is not a decision" in told.out
    assert "+31 33 448 11 86" in told.out


def test_it_fits_eighty_columns(typed, case):
    for reader in ("worker", "lawyer", "person"):
        told = typed("position", case, *DAY, "--for", reader)
        assert max(map(len, told.out.splitlines())) <= 80


def test_dutch_is_asked_for_or_comes_with_the_environment(typed, case, monkeypatch):
    asked = typed("position", case, *DAY, "--lang", "nl")
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    implied = typed("position", case, *DAY)

    assert asked.out.startswith("Overzicht · 12 mei 2021 · voor de hulpverlener")
    assert implied.out == asked.out


def test_lc_all_wins_and_an_option_wins_over_all(typed, case, monkeypatch):
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")

    assert typed("position", case, *DAY).out.startswith("Overview")
    assert typed("position", case, *DAY, "--lang=nl").out.startswith("Overzicht")


def test_a_lawyer_is_told_the_basis_of_every_norm(typed, case):
    told = typed("position", case, *DAY, "--for", "lawyer").out

    assert "BASIS OF EACH NORM" in told
    assert "(no_removal)" in told
    assert "[V]" in told
    assert "Case law" in told


def test_she_is_told_in_plain_words(typed, case):
    told = typed("position", case, *DAY, "--for", "person", "--lang", "nl").out

    assert "Je hebt recht op hulp en een veilige plek. Ook als je geen aangifte doet." in told
    assert "Kies niet alleen." in told
    for law in ("ECLI", "artikel", "[V]", "Fase:", "protocol nl"):
        assert law not in told


def test_json_keeps_the_contract_in_every_language(typed, case):
    english = typed("position", case, *DAY, "--json")
    dutch = typed("position", case, *DAY, "--json", "--lang", "nl")

    told = json.loads(english.out)
    assert english.out == dutch.out
    assert list(told) == PARTS.split()
    assert told["on"] == "2021-05-12"
    assert told["known_at"] is None
    assert len({f["norm"] for f in told["findings"]}) == len(told["findings"])


def test_json_is_the_same_for_every_reader(typed, case):
    as_lawyer = typed("position", case, *DAY, "--json", "--for", "lawyer").out

    assert as_lawyer == typed("position", case, *DAY, "--json", "--for", "person").out


def test_what_was_known_by_a_day_is_all_that_counts(typed, case):
    day = ("--on", "2021-05-25")

    now = json.loads(typed("position", case, *day, "--json").out)
    then = json.loads(typed("position", case, *day, "--known-at", "2021-05-25", "--json").out)

    assert standing(now, "reflection_period") == "lapsed"
    assert standing(then, "reflection_period") == "holds"
    assert "e4" not in then["receipt"]["events"]


def test_without_a_day_it_is_today_and_says_so(typed, case, monkeypatch):
    told = typed("position", case)
    as_json = typed("position", case, "--json")

    assert "Today was asked for" in told.out
    assert json.loads(as_json.out)["on"] == clock.today().isoformat()
    assert "Today was asked for" in as_json.err


def test_the_page_is_written_for_its_owner_only(typed, case, empty_folder):
    told = typed("position", case, *DAY, "--html", "overview.html")

    page = empty_folder / "overview.html"
    assert told.status == 0
    assert "Written: overview.html" in told.out
    assert "<title>Overview</title>" in page.read_text(encoding="utf-8")
    assert stat.S_IMODE(page.stat().st_mode) == 0o600


def test_a_page_of_ours_is_replaced(typed, case, empty_folder):
    typed("position", case, *DAY, "--html", "page.html")
    told = typed("position", case, "--on", "2021-05-13", "--html", "page.html")

    assert told.status == 0
    assert "13 May 2021" in (empty_folder / "page.html").read_text(encoding="utf-8")


def test_a_file_that_is_not_ours_is_left_alone(typed, case, empty_folder):
    before = (empty_folder / case).read_text(encoding="utf-8")

    told = typed("position", case, *DAY, "--html", case)

    assert (told.status, told.out) == (2, "")
    assert "--force" in told.err
    assert (empty_folder / case).read_text(encoding="utf-8") == before


def test_force_overwrites_all_the_same(typed, case, empty_folder):
    (empty_folder / "notes.html").write_text("mine", encoding="utf-8")

    told = typed("position", case, *DAY, "--html", "notes.html", "--force")

    assert told.status == 0
    assert "<title>" in (empty_folder / "notes.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("reader", ["worker", "lawyer", "person"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_is_told_in_the_wrong_language_or_as_an_identifier(typed, case, reader, language):
    told = typed("position", case, *DAY, "--for", reader, "--lang", language).out

    other = {"nl": (" the ", " holds"), "en": (" het ", " geldt")}[language]
    body = told.split("BASIS OF" if language == "en" else "GRONDSLAG")[0]
    assert not [word for word in other if word in body]
    assert "{" not in told


def standing(told, norm):
    return next(f["standing"] for f in told["findings"] if f["norm"] == norm)
