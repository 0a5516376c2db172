"""The installed command as a process of its own: pipes, characters, colour, and no traceback."""

import os
import subprocess
import sys

import pytest

RUN = "import sys; from ketenwijzer.cli.main import main; sys.exit(main())"
DAY = ("--on", "2021-05-12")


def run(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
        timeout=60,
    )


@pytest.mark.parametrize("arguments", [("position", "case.yaml", *DAY), ("events",)])
def test_whoever_reads_may_leave_early(case, arguments):
    process = subprocess.Popen(
        [sys.executable, "-c", RUN, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout and process.stderr
    process.stdout.readline()
    process.stdout.close()

    complaint = process.stderr.read()

    assert (process.wait(60), complaint) == (0, b"")
    process.stderr.close()


def test_a_screen_that_knows_few_characters_is_served(case):
    done = run("position", case, *DAY, PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert (done.returncode, done.stderr) == (0, b"")
    assert b"12 May 2021" in done.stdout
    assert b"+31 33 448 11 86" in done.stdout


def test_piped_output_has_no_colour(case):
    assert b"\x1b[" not in run("position", case, *DAY).stdout


def test_colour_is_left_out_on_request(case):
    coloured = run("position", case, *DAY, FORCE_COLOR="1")
    plain = run("position", case, *DAY, FORCE_COLOR="1", NO_COLOR="1")

    assert b"\x1b[1;32m" in coloured.stdout
    assert b"32m" not in plain.stdout


def test_the_status_reaches_the_shell():
    assert run("position", "none.yaml").returncode == 2
