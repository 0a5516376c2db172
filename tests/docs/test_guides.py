"""What the guides show is what the command prints.

`make golden` rewrites the outputs; the diff is what gets reviewed.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.files import ROOT

BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
PICTURE = ROOT / "docs" / "timeline.svg"
STORY = ROOT / "protocols" / "nl" / "scenarios" / "rbdha-2020-8646.yaml"
GUIDES = [ROOT / "docs" / name for name in ("guide.md", "handleiding.md")]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_golden_guide_shows_what_the_command_prints(guide: Path, tmp_path):
    written = guide.read_text(encoding="utf-8")

    now = BLOCK.sub(lambda block: played(block[0], tmp_path), written)

    if os.environ.get("KETENWIJZER_GOLDEN"):
        guide.write_text(now, encoding="utf-8")
    assert now == guide.read_text(encoding="utf-8"), "`make golden` writes it anew"


def test_golden_picture_shows_what_the_command_draws(tmp_path):
    drawn = tmp_path / "timeline.svg"
    command = f"ketenwijzer timeline '{STORY}' --on 2019-09-18 --lang en --svg '{drawn}'"
    output(command, tmp_path)

    now = drawn.read_text(encoding="utf-8")

    if os.environ.get("KETENWIJZER_GOLDEN"):
        PICTURE.write_text(now, encoding="utf-8")
    assert now == PICTURE.read_text(encoding="utf-8"), "`make golden` draws it anew"


def played(block: str, folder: Path) -> str:
    """Return a block with each command followed by what it prints here."""
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"{command}\n{output(command[2:], folder)}" for command in commands)


def output(command: str, folder: Path) -> str:
    place = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env={**os.environ, "PATH": place, "COLUMNS": "80", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
        timeout=60,
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())
