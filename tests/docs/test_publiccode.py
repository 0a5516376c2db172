"""The public-code file says in both languages what this is, within the limits of its standard."""

import pytest
import yaml

from tests.docs.files import ROOT

ABOUT = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))

MANDATORY = {
    "publiccodeYmlVersion",
    "name",
    "url",
    "platforms",
    "developmentStatus",
    "softwareType",
    "description",
    "legal",
    "maintenance",
    "localisation",
}


def test_every_mandatory_key_is_there():
    assert set(ABOUT) >= MANDATORY
    assert ABOUT["legal"]["license"] == "EUPL-1.2"
    assert sorted(ABOUT["localisation"]["availableLanguages"]) == ["en", "nl"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_description_keeps_to_its_length(language: str):
    words = ABOUT["description"][language]

    assert len(words["shortDescription"].strip()) <= 150
    assert 150 <= len(words["longDescription"]) <= 10_000
    assert words["features"]
