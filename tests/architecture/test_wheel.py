"""The built package works from any folder: the law travels inside it.

Source archive, wheel, a bare environment outside the checkout, and there the command as a case
worker types it. No network: what the package needs is borrowed from the environment of the tests.
"""

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.architecture.source import PACKAGE, ROOT
from tests.serving import started

DAY = "2021-05-04"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """Build the wheel from the source archive, so that the archive is proved whole too."""
    if not (PACKAGE / "cli" / "main.py").exists():
        pytest.fail("the package has no command yet: src/ketenwijzer/cli/main.py is missing")
    folder = tmp_path_factory.mktemp("dist")
    call([sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(folder)], ROOT)
    (archive,) = folder.glob("*.tar.gz")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    build = ["wheel", "--quiet", "--no-index", "--no-build-isolation", "--no-deps"]
    call([*pip, *build, "--wheel-dir", str(folder), str(archive)], folder)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def command(wheel, tmp_path_factory) -> Path:
    """Install the wheel in an environment of its own and return its `ketenwijzer`."""
    home = tmp_path_factory.mktemp("elsewhere") / "env"
    call([sys.executable, "-m", "venv", "--without-pip", str(home)], home.parent)
    paths = {"base": str(home), "platbase": str(home)}
    scripts = Path(sysconfig.get_path("scripts", "venv", vars=paths))
    packages = Path(sysconfig.get_path("purelib", "venv", vars=paths))
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    into = ["--python", str(scripts / "python"), "install", "--quiet", "--no-index", "--no-deps"]
    call([*pip, *into, str(wheel)], home.parent)
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return scripts / "ketenwijzer"


def test_the_wheel_holds_every_protocol_file_and_the_type_marker(wheel):
    protocols = {
        f"ketenwijzer/protocols/{path.relative_to(ROOT / 'protocols').as_posix()}"
        for path in (ROOT / "protocols").rglob("*.yaml")
    }
    packed = set(ZipFile(wheel).namelist())

    assert protocols, "protocols/ holds no YAML file"
    assert protocols | {"ketenwijzer/py.typed"} <= packed


def test_the_wheel_holds_every_file_of_the_package(wheel):
    made = {"__pycache__", ".mypy_cache", ".ruff_cache"}
    files = {
        f"ketenwijzer/{path.relative_to(PACKAGE).as_posix()}"
        for path in PACKAGE.rglob("*")
        if path.is_file() and not made & set(path.parts)
    }
    suffixes = {Path(name).suffix for name in files}

    assert {".html", ".css", ".js", ".py"} <= suffixes
    assert files <= set(ZipFile(wheel).namelist())


def test_the_installed_command_serves_a_demonstration(command, tmp_path):
    with started(tmp_path / "home", command=[str(command)], PYTHONPATH="") as server:
        server.wait()

        assert server.page("/health/ready") == "ready\n"
        assert "/static/" in server.page("/account/login/")


def test_the_installed_command_runs_its_own_copy(command, tmp_path):
    asked = "import ketenwijzer; print(ketenwijzer.__file__)"
    found = call([str(command.with_name("python")), "-c", asked], tmp_path)

    assert Path(found.strip()).is_relative_to(command.parents[1])


def test_the_installed_command_tells_a_position_from_any_folder(command, tmp_path):
    case = tmp_path / "case.yaml"
    case.write_text(call([str(command), "example"], tmp_path), encoding="utf-8")

    told = call([str(command), "position", str(case), "--on", DAY, "--json"], tmp_path)

    position = json.loads(told)
    assert position["on"] == DAY
    assert position["findings"]


def call(command: list[str], folder: Path) -> str:
    """Run `command` in `folder`, with a home that holds nothing, and return what it prints."""
    kept = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "XDG_CACHE_HOME"}}
    done = subprocess.run(
        command,
        cwd=folder,
        env={**kept, "HOME": str(folder), "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, (
        f"{' '.join(command)}\nended with {done.returncode}\n{done.stdout}\n{done.stderr}"
    )
    return done.stdout
