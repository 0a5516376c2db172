"""No file names a machine, a private host or an address to install from.

The project must mean the same everywhere, and a path or host of one machine tells about its owner.
"""

import re
from pathlib import Path

import pytest

from tests.docs.files import ROOT, name_of, project_files, text_of

# Where machines keep what is their own. Written as a list, so that this file names no place.
PRIVATE_PLACES = ("home", "root", "opt", "mnt", "srv", "work", "Users")
PATH = re.compile(r"(?:^|[\s\"'`(=:])(/(?:" + "|".join(PRIVATE_PLACES) + r")/\w[^\s\"'`)]*)")

ADDRESS = re.compile(r"\b(?:https?|git|ssh|file)://([^/\s\"'`<>)\]}]*)")
PRIVATE_NAMES = (".local", ".localdomain", ".internal", ".intranet", ".lan", ".corp", ".home")
PUBLIC_HOST = re.compile(r"[\w-]+(\.[\w-]+)*\.[a-z]{2,}|localhost(:\d+)?|127\.0\.0\.1(:\d+)?")


@pytest.mark.parametrize("file", project_files(), ids=name_of)
def test_no_file_names_a_private_place(file: Path):
    text = text_of(file)
    named = [*machine_paths(text), *private_hosts(text)]

    assert not named, f"{name_of(file)}: {named}"


def test_requirements_are_pinned_by_hash_and_name_no_address():
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        pins = re.findall(r"^[\w.-]+==", text, re.MULTILINE)
        hashed = re.findall(r"^[\w.-]+==[^\n]*\\\n +--hash=sha256:", text, re.MULTILINE)

        assert pins, f"{path.name} pins nothing"
        assert len(pins) == len(hashed), f"{path.name} has a pin without a hash"
        assert not re.search(r"://|^-", text, re.MULTILINE), f"{path.name} names an address"


@pytest.mark.parametrize("folder", PRIVATE_PLACES)
def test_a_machine_path_is_seen(folder: str):
    assert machine_paths(f"see /{folder}/somewhere/file.py") == [f"/{folder}/somewhere/file.py"]


@pytest.mark.parametrize("host", ["build7", "node.internal", "name:word@example.org", "10.0.0.7"])
def test_a_private_host_is_seen(host: str):
    assert private_hosts(f"from https://{host}/simple") == [host]


@pytest.mark.parametrize("host", ["example.org", "localhost:8000", "wetten.overheid.nl"])
def test_a_public_host_may_be_named(host: str):
    assert not private_hosts(f"see https://{host}/a")


def machine_paths(text: str) -> list[str]:
    return PATH.findall(text)


def private_hosts(text: str) -> list[str]:
    hosts = [host for host in ADDRESS.findall(text) if not host.startswith(("{", "$"))]
    return [h for h in hosts if h.endswith(PRIVATE_NAMES) or not PUBLIC_HOST.fullmatch(h)]
