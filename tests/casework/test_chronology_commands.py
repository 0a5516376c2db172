"""The commands of whoever keeps an installation, through the door, on both databases."""

import io
import json
import subprocess
import sys

import pytest

from ketenwijzer.casework.models import Involvement
from ketenwijzer.cli import main as door
from ketenwijzer.cli.upkeep_listing import UPKEEP
from tests.casework.tampering import rewrite, sign_everything_anew, without_guards


@pytest.fixture
def typed(capsys):
    """Return a function that does what was typed: status, output, complaint."""

    def run(*arguments: str) -> tuple[int, str, str]:
        status = door.main([*arguments, "--lang", "en"])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


@pytest.fixture
def case(database, open_a_case):
    return open_a_case()


def test_what_is_right_is_said_to_be_right(typed, case):
    status, out, err = typed("verify-chronology")

    assert (status, err) == (0, "")
    assert "1 cases, 4 entries, 0 checkpoints" in out
    assert "Everything is as it was recorded." in out
    assert "--witness" in out


def test_what_was_rewritten_is_named_and_ends_with_one(typed, case, tmp_path):
    typed("checkpoint")
    witness = str(tmp_path / "witness")
    assert typed("witness", witness)[0] == 0
    with without_guards():
        rewrite(case, 2, lambda said: said.update(on="2020-01-01"))
        sign_everything_anew()

    assert typed("verify-chronology")[0] == 0
    status, out, _ = typed("verify-chronology", "--witness", witness)
    refused, said, _ = typed("witness", witness)

    assert (status, refused) == (1, 1)
    assert f"Case {case.number}, entry 1: here or further, up to 4" in " ".join(out.split())
    assert "no longer what the witness saw" in " ".join(said.split())


def test_a_witness_on_another_machine_needs_no_database(typed, case, tmp_path, monkeypatch):
    status, feed, _ = typed("checkpoint", "--feed")
    assert status == 0
    (tmp_path / "feed").write_text(feed)
    monkeypatch.setattr(sys, "stdin", io.StringIO(feed))

    told = typed("witness", str(tmp_path / "one"), "--from", str(tmp_path / "feed"))
    told_again = typed("witness", str(tmp_path / "two"), "--from", "-")

    assert (told[0], told_again[0]) == (0, 0)
    assert (tmp_path / "one").read_text() == (tmp_path / "two").read_text() == feed
    assert typed("verify-chronology", "--witness", str(tmp_path / "one"))[0] == 0


def test_what_is_no_witness_is_refused(typed, case, tmp_path):
    (tmp_path / "letter").write_text("Beste,\n")

    assert typed("verify-chronology", "--witness", str(tmp_path / "none"))[0] == 2
    assert typed("verify-chronology", "--witness", str(tmp_path / "letter"))[0] == 2
    assert typed("witness", str(tmp_path / "no" / "folder"))[0] == 2
    assert typed("checkpoint", "--feed", "--after", "x")[0] == 2


def test_lists_are_made_anew(typed, case):
    before = Involvement.objects.values_list("case", "organisation", "phase", "due").get()
    Involvement.objects.all().delete()

    status, out, _ = typed("rebuild")

    assert (status, "1 cases" in out) == (0, True)
    assert Involvement.objects.values_list("case", "organisation", "phase", "due").get() == before


def test_erasing_gives_a_certificate_and_never_writes_over_one(typed, case, tmp_path):
    place = tmp_path / "certificate.json"
    refused = typed("erase", "XXXX-XXXX", "--ground", "AVG 17", "--certificate", str(place))
    assert (refused[0], place.exists()) == (2, False)

    words = ("erase", case.number, "--ground", "AVG 17", "--certificate", str(place))
    status, out, _ = typed(*words)

    assert status == 0
    assert out == place.read_text()
    assert json.loads(out)["number"] == case.number
    assert typed(*words)[0] == 2
    assert typed("after-restore")[:2] == (
        0,
        "Followed. Erased again: none. Sealed again: none. Keys destroyed again: none.\n",
    )


def test_without_a_database_it_says_so_and_makes_none(tmp_path):
    words = "import sys; from ketenwijzer.cli.main import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", words, "verify-chronology", "--lang", "en"],
        capture_output=True,
        check=False,
        env={"PATH": "", "KETENWIJZER_HOME": str(tmp_path / "home"), "COLUMNS": "200"},
        timeout=60,
    )

    assert done.returncode == 2
    assert b"There is no ketenwijzer database here" in done.stderr
    assert not (tmp_path / "home" / "ketenwijzer.sqlite3").exists()


@pytest.mark.parametrize("command", [command.name for command in UPKEEP])
@pytest.mark.parametrize(("language", "usage"), [("nl", "gebruik: "), ("en", "usage: ")])
def test_each_command_has_help_in_both_languages(capsys, command, language, usage):
    assert door.main([command, "--help", "--lang", language]) == 0
    assert capsys.readouterr().out.startswith(f"{usage}ketenwijzer {command}")


def test_telling_a_position_imports_no_django(tmp_path):
    told = (
        "import sys; from ketenwijzer.cli.main import main; "
        "main(['example']); "
        "sys.exit(any(name.partition('.')[0] == 'django' for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, check=False)

    assert done.returncode == 0
