"""Every relative link in a document leads to a file of the project."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.docs.files import ROOT, name_of, project_files, text_of

CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"\]\(<?([^)>\s]+)>?(?:\s+[\"'][^)]*)?\)")
BY_NAME = re.compile(r"^\[[^\]]+\]:\s*<?(\S+?)>?(?:\s|$)", re.MULTILINE)
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|#|//", re.IGNORECASE)


@pytest.mark.parametrize("document", project_files(".md"), ids=name_of)
def test_every_relative_link_leads_somewhere(document: Path):
    lost = [link for link in relative_links(text_of(document)) if not leads(document, link)]

    assert not lost, f"{name_of(document)}: {', '.join(lost)}"


def test_links_are_found_and_code_is_left_alone():
    text = "[a](one.md) ![b](two.svg 'title') `[c](no.md)`\n\n[d]: three.md#part\n[e](mailto:x)\n"

    assert list(relative_links(text)) == ["one.md", "two.svg", "three.md#part"]


def relative_links(text: str) -> Iterator[str]:
    prose = CODE.sub("", text)
    for pattern in (INLINE, BY_NAME):
        yield from (link for link in pattern.findall(prose) if not ELSEWHERE.match(link))


def leads(document: Path, link: str) -> bool:
    path = unquote(link.partition("#")[0])
    target = (document.parent / path).resolve()
    return target.exists() and target.is_relative_to(ROOT)
