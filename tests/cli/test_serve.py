"""`serve` and `tick`: refused in plain words, ready soon, never mixed with what is real."""

import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

import pytest

from ketenwijzer.cli.serving.place import DATABASE, MARK
from tests.serving import (
    COMMAND,
    OURS,
    PATIENCE,
    Serving,
    bare_environment,
    free_port,
    serving,
    started,
)

MEBIBYTE = 1024
CASES = re.compile(r'href="(/cases/[0-9A-Z]{4}-[0-9A-Z]{4}/)"')
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    """Leave nothing of the installation that the tests themselves run in."""
    for name in list(os.environ):
        if name.startswith(OURS):
            monkeypatch.delenv(name)


def ended(*typed: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *typed, "--lang", "en"],
        env={**bare_environment(), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


# ------------------------------------------------------------------ refused, in plain words


def test_a_port_that_is_taken_is_said_with_another_to_choose(typed, tmp_path):
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        done = typed("serve", "--demonstration", "--port", str(port), "--home", str(tmp_path))

    assert done.status == 2
    assert f"Port {port} is taken" in done.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("port", ["0", "-1", "65536", "http", "8000.5", "²", ""])
def test_what_is_no_port_is_refused(typed, port):
    done = typed("serve", "--demonstration", f"--port={port}")

    assert done.status == 2
    assert "is not a port" in done.err


def test_a_folder_that_cannot_be_written_is_said(typed, tmp_path):
    (tmp_path / "file").write_text("")

    done = typed(
        "serve", "--demonstration", f"--port={free_port()}", "--home", str(tmp_path / "file")
    )

    assert done.status == 2
    assert "cannot be written to" in done.err


def test_a_demonstration_never_goes_where_something_real_stands(typed, tmp_path):
    (tmp_path / DATABASE).write_bytes(b"real")

    done = typed(
        "serve", "--demonstration", "--fresh", f"--port={free_port()}", "--home", str(tmp_path)
    )

    assert done.status == 2
    assert "no demonstration goes there" in done.err
    assert (tmp_path / DATABASE).read_bytes() == b"real"


def test_production_never_serves_a_demonstration(typed, tmp_path):
    (tmp_path / MARK).write_text("2026-11-23")

    done = typed("serve", f"--port={free_port()}", "--home", str(tmp_path))

    assert done.status == 2
    assert "holds a demonstration" in done.err


def test_only_a_demonstration_can_be_thrown_away(typed, tmp_path):
    done = typed("serve", "--fresh", "--home", str(tmp_path))

    assert done.status == 2
    assert "demonstration only" in done.err


def test_production_serves_nothing_until_its_checks_pass(tmp_path):
    done = ended("serve", "--home", str(tmp_path), "--port", str(free_port()))

    assert done.returncode == 2
    assert "not ready to serve" in done.stderr
    assert "KETENWIJZER_SECRET" in done.stderr
    assert done.stdout == ""
    assert not (tmp_path / DATABASE).exists()


def test_checks_tells_what_is_unsafe_and_makes_no_database(tmp_path):
    done = ended("checks", KETENWIJZER_HOME=str(tmp_path))

    assert done.returncode == 2
    assert "KETENWIJZER_SECRET" in done.stdout
    assert "no ketenwijzer database here" in done.stderr
    assert not (tmp_path / DATABASE).exists()


def test_tick_says_where_no_database_is(tmp_path):
    done = ended("tick", KETENWIJZER_HOME=str(tmp_path))

    assert done.returncode == 2
    assert "no ketenwijzer database here" in done.stderr


# ------------------------------------------------------------------ the demonstration, served


@pytest.fixture(scope="module")
def demonstration(demonstration_home) -> Iterator[Serving]:
    with serving(demonstration_home) as found:
        yield found


def test_the_sign_in_page_stands_ready(demonstration):
    assert "csrfmiddlewaretoken" in demonstration.page("/account/login/")


def test_two_servers_never_share_a_folder(demonstration):
    home = str(demonstration.home)
    done = ended("serve", "--demonstration", "--home", home, "--port", str(free_port()), "--fresh")

    assert done.returncode == 2
    assert "is running with the folder" in done.stderr
    assert "csrfmiddlewaretoken" in demonstration.page("/account/login/")


def test_ticking_beside_the_server_does_nothing_twice(demonstration):
    environment = {
        "KETENWIJZER_HOME": str(demonstration.home),
        "KETENWIJZER_MODE": "demonstration",
    }

    assert ended("tick", **environment).returncode == 0
    assert "Referrals expired: 0." in ended("tick", **environment).stdout


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells")
def test_two_workers_stay_within_250_mebibytes(demonstration):
    browsers = [signed_in(demonstration, "anna.politie") for _ in range(4)]
    for browser in browsers * 5:
        worklist = read(browser, demonstration, "/")
        for case in CASES.findall(worklist)[:8]:
            read(browser, demonstration, case)
            read(browser, demonstration, f"{case}timeline/")

    workers = demonstration.workers()
    held = [memory(worker) for worker in workers]

    assert len(workers) == 2
    assert sum(held) <= 250 * MEBIBYTE, held


def signed_in(demonstration: Serving, username: str) -> OpenerDirector:
    """Return a browser that came in by the demonstration's door."""
    browser = build_opener(HTTPCookieProcessor())
    [token, *_] = TOKEN.findall(read(browser, demonstration, "/account/login/"))
    form = urlencode({"csrfmiddlewaretoken": token, "username": username}).encode()
    browser.open(f"{demonstration.address}/account/demonstration", form, timeout=PATIENCE).close()
    return browser


def read(browser: OpenerDirector, demonstration: Serving, page: str) -> str:
    with browser.open(f"{demonstration.address}{page}", timeout=PATIENCE) as answer:
        text: str = answer.read().decode()
        return text


def memory(process: int) -> int:
    """Return the resident kibibytes of a process, those that it shares included."""
    status = Path(f"/proc/{process}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found
    return int(found[1])


def test_it_stops_at_once_starts_again_with_what_it_has_and_never_without_its_keys(
    made_demonstration, tmp_path
):
    home = tmp_path / "home"
    shutil.copytree(made_demonstration, home)
    with serving(home) as first:
        told = first.stop()
    assert first.process.returncode == 0
    assert "anna.politie (worker)" in told
    assert "Politie Voorbeeldstad" in told
    assert first.address in told

    with serving(home) as again:
        assert "Making the demonstration" not in again.stop()

    (home / "keys" / "master.key").rename(home / "elsewhere")
    done = ended("serve", "--demonstration", "--home", str(home), "--port", str(free_port()))
    assert done.returncode == 2
    assert "no master key" in done.stderr
    assert not (home / "keys" / "master.key").exists()


def test_a_demonstration_of_yesterday_is_made_anew_and_can_be_interrupted(tmp_path):
    (tmp_path / MARK).write_text("2020-01-01")
    (tmp_path / DATABASE).write_bytes(b"of yesterday")

    with started(tmp_path) as made:
        assert made.process.stdout
        line = made.process.stdout.readline()
        told = made.stop()

    assert "Making the demonstration" in line
    assert made.process.returncode == 130
    assert "Traceback" not in told
    assert (tmp_path / MARK).read_text() == ""
