"""The page on the partners' agreement shows what the file says; `make golden` writes it anew."""

import os
import re
from collections.abc import Mapping

from ketenwijzer.corpus.agreement import Agreement, Cell, Section, Statement
from ketenwijzer.corpus.agreements import load_agreement
from ketenwijzer.corpus.load import load_corpus
from ketenwijzer.engine.law import Corpus
from ketenwijzer.engine.vocabulary import EventType
from tests.docs.files import ROOT

PAGE = ROOT / "docs" / "agreement.md"


def test_golden_page_shows_the_agreement():
    agreement, corpus = load_agreement("nl"), load_corpus("nl")
    now = PAGE.read_text(encoding="utf-8")
    for name, shown in tables(agreement, corpus).items():
        (before,) = re.findall(rf"<!-- {name}: .*?-->\n.*?<!-- end -->", now, re.DOTALL)
        opening = before.splitlines()[0]
        now = now.replace(before, f"{opening}\n\n{shown}\n\n<!-- end -->")

    if os.environ.get("KETENWIJZER_GOLDEN"):
        PAGE.write_text(now, encoding="utf-8")
    assert now == PAGE.read_text(encoding="utf-8"), "`make golden` writes it anew"


def tables(agreement: Agreement, corpus: Corpus) -> dict[str, str]:
    """Return what stands in each block of the page."""
    party = {name: found.text.en for name, found in corpus.parties.items()}
    sections = agreement.sections
    access = [
        [party[role], *(written(agreement.cell(role, section)) for section in sections)]
        for role in agreement.roles
    ]
    statements = [
        [corpus.event_types[event].text.en, stands_in(found, corpus.event_types[event], sections),
         ", ".join(party[role] for role in found.stated_by) or "anyone"]
        for event, found in agreement.statements.items()
    ]  # fmt: skip
    services = [
        [found.text.en, ", ".join(party[role] for role in found.receivers),
         ", ".join(sections[section].text.en for section in found.sections),
         str(found.answer_days or "-")]
        for found in agreement.services.values()
    ]  # fmt: skip
    requests = [
        [found.text.en, found.text.nl, str(found.answer_days)]
        for found in agreement.requests.values()
    ]
    return {
        "requests": table(["she asks for", "in Dutch", "days"], requests),
        "access": table(["", *(found.text.en for found in sections.values())], access)
        + "".join(f"\n\n§ {line}" for line in grounds(agreement, party)),
        "statements": table(["event", "section", "established by"], statements),
        "services": table(["for", "to", "what goes along", "days"], services),
    }


def stands_in(statement: Statement, kind: EventType, sections: Mapping[str, Section]) -> str:
    """Write the section of a statement, and each value with which it stands in another."""
    others = [
        f"{sections[section].text.en} ({kind.attributes[name].values[value].en})"
        for name, found in statement.by_value.items()
        for value, section in found.items()
    ]
    return "; ".join((sections[statement.section].text.en, *others))


def written(cell: Cell) -> str:
    return f"{cell.level} §" if cell.ground else str(cell.level)


def grounds(agreement: Agreement, party: dict[str, str]) -> list[str]:
    return [
        f"{party[role]}, {agreement.sections[section].text.en}: {cell.ground.en}."
        for role, access in agreement.roles.items()
        for section, cell in access.cells.items()
        if cell.ground
    ]


def table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
