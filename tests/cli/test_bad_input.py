"""What cannot be is refused with status 2: what is wrong, where, and how to mend it."""

import pytest

from ketenwijzer.cli import main as door
from tests.cli.conftest import CASE

DAY = ("--on", "2021-05-12")


@pytest.mark.parametrize(
    ("arguments", "nl", "en"),
    [
        (("position",), "Er ontbreekt iets: case.", "Something is missing: case."),
        (("positon", "x"), "Bedoelde u `position`?", "Did you mean `position`?"),
        (("position", "none.yaml"), "niet te openen", "cannot be opened"),
        (("position", "case.yaml", "--on", "2021-02-30"), "bestaande dag", "existing day"),
        (("position", "case.yaml", "--on", "12-05-2021"), "jaar-maand-dag", "year-month-day"),
        (("position", "case.yaml", "--known-at", "soon"), "--known-at", "--known-at"),
        (("position", "case.yaml", "--on", "2008-01-31"), "2008-02-01", "2008-02-01"),
        (("position", "case.yaml", "--for", "judge"), "Kies uit:", "Choose from:"),
        (("position", "case.yaml", "--lang", "fr"), "Kies uit: nl, en", "Choose from: nl, en"),
        (("position", "case.yaml", "--on"), "hoort een waarde", "A value belongs"),
        (("position", "case.yaml", "--frm", "x"), "hoort hier niet", "does not belong here"),
        (("position", "case.yaml", *DAY, "--html", "no/x.html"), "de map", "the folder"),
        (("why", "case.yaml", "no_remval", *DAY), "`no_removal`", "`no_removal`"),
        (("what-if", "case.yaml", *DAY), "--event", "--event"),
        (("what-if", "case.yaml", *DAY, "--event", "report"), "met een dag", "with a day"),
        (("what-if", "case.yaml", *DAY, "--event", "2021-05-04 repot"), "`report`", "`report`"),
        (
            ("what-if", "case.yaml", *DAY, "--event", "2021-05-04 report by=polis"),
            "`police`",
            "`police`",
        ),
        (("protocol",), "OPDRACHT", "COMMAND"),
        (("protocol", "show", "no_remval"), "`no_removal`", "`no_removal`"),
        (("protocol", "diff", "residence"), "`residence_", "`residence_"),
        (("events", "--country", "xx"), "Er is geen protocol", "There is no protocol"),
        (("schema", "positon"), "`position`", "`position`"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_it_is_refused_in_the_readers_language(typed, case, arguments, nl, en, monkeypatch):
    english = typed(*arguments)
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    dutch = typed(*arguments)

    for ended, said in ((english, en), (dutch, nl)):
        assert (ended.status, ended.out) == (2, "")
        assert ended.err.startswith("ketenwijzer: ")
        assert said in ended.err
        assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    ("old", "new", "line", "mend"),
    [
        ("type: report", "type: repot", 7, "`report`"),
        ("2021-05-20", "2021-05-32", 7, "year-month-day"),
        ("age_group: adult", "age_group: adlt", 2, "`adult`"),
        ("by: police}\n", "by: police, by: police}\n", 5, "Keep one"),
        ("type: indication", "type: indication, colour: red", 5, ""),
        ("protocol: nl", "protocol: be", 1, ""),
    ],
)
def test_a_fault_in_the_case_names_its_line_and_the_mend(typed, empty_folder, old, new, line, mend):
    (empty_folder / "case.yaml").write_text(CASE.replace(old, new, 1), encoding="utf-8")

    ended = typed("position", "case.yaml", *DAY)

    assert (ended.status, ended.out) == (2, "")
    assert f"case.yaml:{line}: " in ended.err
    assert mend in ended.err


def test_a_fault_of_our_own_is_no_traceback(typed, case, monkeypatch):
    def broken(asked, desk):
        raise ZeroDivisionError

    monkeypatch.setitem(door.COMMANDS, "position", broken)

    ended = typed("position", case)

    assert ended.status == 70
    assert "ZeroDivisionError" in ended.err
    assert "Traceback" not in ended.err


def test_an_interrupt_ends_quietly(typed, case, monkeypatch):
    def stopped(asked, desk):
        raise KeyboardInterrupt

    monkeypatch.setitem(door.COMMANDS, "position", stopped)

    assert typed("position", case).status == 130
