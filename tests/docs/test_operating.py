"""What an administrator is told to type exists: commands, variables, files, units that can load."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from ketenwijzer.cli.listing import COMMANDS
from ketenwijzer.cli.upkeep_listing import UPKEEP
from ketenwijzer.project import environment
from tests.docs.files import ROOT

DEPLOY = ROOT / "deploy"
PAGE = (ROOT / "docs" / "operate.md").read_text(encoding="utf-8")
EXAMPLE = (DEPLOY / "environment.example").read_text(encoding="utf-8")
VARIABLE = re.compile(r"KETENWIJZER_[A-Z_]*[A-Z]")
COMMAND = re.compile(r"(?:`|bin/)ketenwijzer ([a-z][a-z-]*)([^`\n]*)")
LISTED = {command.name: command for command in (*COMMANDS, *UPKEEP)}
TYPED = [PAGE, *(unit.read_text(encoding="utf-8") for unit in DEPLOY.glob("*.service"))]
NEW_PRIVILEGES = "NoNewPrivileges=yes"


def test_the_example_names_every_variable_and_no_other():
    known = set(VARIABLE.findall(environment.__doc__ or ""))

    assert set(re.findall(r"^(KETENWIJZER_\w+)=", EXAMPLE, re.MULTILINE)) == known
    assert set(VARIABLE.findall(PAGE)) <= known


def test_the_example_holds_no_secret():
    assert "KETENWIJZER_SECRET=\n" in EXAMPLE


def test_every_command_that_is_named_exists():
    named = [found for text in TYPED for found in COMMAND.findall(text)]

    assert len(named) > 10
    for name, behind in named:
        options = {option.name for option in LISTED[name].options}
        assert set(re.findall(r"(?<!-)--[a-z-]+", behind)) <= options, name


def test_every_file_that_is_named_exists():
    named = set(re.findall(r"(?:deploy|requirements)/[\w.-]+\w", PAGE))

    assert named and all((ROOT / name).exists() for name in named), named


def test_every_service_runs_as_its_own_user_and_gains_nothing():
    for unit in DEPLOY.glob("*.service"):
        text = unit.read_text(encoding="utf-8")
        assert NEW_PRIVILEGES in text and "User=ketenwijzer" in text, unit.name
        assert "ProtectSystem=strict" in text and "PrivateTmp=yes" in text, unit.name


def test_the_front_keeps_no_log_and_overwrites_where_one_came_from():
    front = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")

    assert front.count("access_log off;") == front.count("server {")
    assert front.count("error_log /dev/null crit;") == front.count("server {")
    assert "X-Forwarded-For $remote_addr;" in front
    assert "X-Forwarded-Proto https;" in front


def test_the_container_does_not_run_as_root():
    users = re.findall(r"^USER (\S+)", (DEPLOY / "Containerfile").read_text(), re.MULTILINE)

    assert users == ["10001"]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not here")
def test_systemd_can_load_the_units(tmp_path):
    for unit in [*DEPLOY.glob("*.service"), *DEPLOY.glob("*.timer")]:
        text = unit.read_text(encoding="utf-8")
        shown = re.sub(r"^ExecStart=.*", "ExecStart=/bin/true", text, flags=re.MULTILINE)
        Path(tmp_path / unit.name).write_text(shown, encoding="utf-8")

    done = subprocess.run(
        ["systemd-analyze", "verify", *map(str, sorted(tmp_path.iterdir()))],
        capture_output=True,
        text=True,
        check=False,
    )

    said = [line for line in done.stderr.splitlines() if "ketenwijzer" in line]
    assert done.returncode == 0 and not said, done.stderr
