"""The command as it is typed, in an empty folder, with the language of the environment unset."""

from dataclasses import dataclass

import pytest

from ketenwijzer.cli.main import main
from tests.databases import shared_folder
from tests.serving import demonstration_home, made_demonstration

__all__ = ["demonstration_home", "made_demonstration", "shared_folder"]

CASE = """\
protocol: nl
person: {age_group: adult, nationality: third_country}
events:
  - {on: 2021-04-20, type: unlawful_stay}
  - {on: 2021-05-03, type: indication, by: police}
  - {on: 2021-05-03, type: reflection_offered, by: police}
  - {on: 2021-05-20, type: report, recorded_at: 2021-06-01, by: police}
"""


@dataclass
class Ended:
    """What a call printed and what it ended with."""

    status: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "KETENWIJZER_DEBUG", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def case(tmp_path):
    """Write the case of these tests and return the name of its file."""
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    return "case.yaml"


@pytest.fixture
def typed(capsys):
    """Return a function that does what was typed."""

    def run(*arguments: str) -> Ended:
        status = main([*arguments])
        printed = capsys.readouterr()
        return Ended(status, printed.out, printed.err)

    return run
