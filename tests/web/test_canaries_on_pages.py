"""Safety rules 9 and 16 on pages: every page that leads anywhere, asked in both languages by every
kind of organisation, shows no canary but those of the sections that it was given.

`make test` asks as a few kinds of organisation, `make prove` as all, and after every entry.
"""

import os
import re
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.models import Member
from ketenwijzer.casework.position import agreement, corpus
from tests.casework.conftest import NOW, member, open_a_case, organisation
from tests.casework.test_canaries import (
    NEVER_HEALTH,
    NOT_FOR_THEM,
    ROLES,
    Aviary,
    _may_be_sent,
    _refer,
    agreed,
    filled,
)

__all__ = ["member", "open_a_case", "organisation"]

FULL = bool(os.environ.get("KETENWIJZER_PROVE"))
SAMPLE = ("police", "immigration_service", "shelter")
MOST = 100 if FULL else 2
# What no page of a case is: leaving, or changing how one signs in.
ELSEWHERE = re.compile(r"^/?(account|accounts|static|admin|language)")
WORDS = {
    "number": lambda aviary: [aviary.case.number],
    "other": lambda aviary: [aviary.case.number],
    "section": lambda aviary: ["contact", "health", *agreement().sections][: 2 + MOST],
    "kind": lambda aviary: ["report", "organisation", "missing_since", "member"][: 1 + MOST],
    "norm": lambda aviary: [*corpus().norms][:MOST],
    "service": lambda aviary: [*agreement().services][:MOST],
    "what": lambda aviary: ["second-person", "reviews"],
    "question": lambda aviary: ["name"],
}


@pytest.fixture
def aviary(open_a_case, member, organisation) -> Aviary:
    return filled(open_a_case, member, organisation)


@pytest.mark.parametrize("role", ROLES if FULL else SAMPLE)
def test_pages_show_a_kind_of_organisation_what_was_agreed_and_nothing_else(
    role, aviary, member, organisation, browser
):
    partner = member(organisation(role))
    _refer(aviary, partner, _may_be_sent(role), accepts=True)

    shown = dict(pages(aviary, partner, browser(partner)))

    met = {
        (section, address)
        for address, text in shown.items()
        for word, section in aviary.canaries.items()
        if word in text
    }
    assert {section for section, _ in met} <= agreed(role), sorted(met)
    if role in NEVER_HEALTH:
        assert {section for section, _ in met}.isdisjoint(NOT_FOR_THEM)
    assert len(shown) > 20


@pytest.mark.parametrize("role", ["analyst", "administrator", "outsider"])
def test_pages_show_an_outsider_nothing(role, aviary, member, organisation, browser):
    outside = (
        member(organisation("shelter"))
        if role == "outsider"
        else member(aviary.owner.organisation, role)
    )

    shown = dict(pages(aviary, outside, browser(outside)))

    met = [(a, s) for a, text in shown.items() for w, s in aviary.canaries.items() if w in text]
    assert met == []


def pages(aviary: Aviary, member: Member, client: Client) -> Iterator[tuple[str, str]]:
    """Yield what every address answers, in both languages; in a sample, in one of them each."""
    addresses = sorted(set(_addresses(aviary)))
    for turn, language in enumerate(("nl", "en")):
        Member.objects.filter(id=member.id).update(language=language)
        for address in addresses if FULL else addresses[turn::2]:
            answer = client.get(address)
            assert answer.status_code < 500, address
            text = b"".join(answer) if answer.streaming else answer.content
            yield f"{language} {address}", unquote(text.decode("utf-8", "replace"))


def _addresses(aviary: Aviary) -> Iterator[str]:
    for pattern in _patterns(get_resolver().url_patterns, ""):
        if not ELSEWHERE.match(pattern):
            yield from _filled(pattern, aviary)


def _patterns(found: list[URLPattern | URLResolver], before: str) -> Iterator[str]:
    for one in found:
        here = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _patterns(one.url_patterns, here)
        else:
            yield here


def _filled(pattern: str, aviary: Aviary) -> Iterator[str]:
    """Yield a pattern with everything of the case that fits in it."""
    part = re.search(r"<(?:(\w+):)?(\w+)>", pattern)
    if part is None:
        yield "/" + pattern
        return
    for value in _values(part[1] or "str", part[2], aviary):
        yield from _filled(pattern.replace(part[0], value, 1), aviary)


def _values(kind: str, name: str, aviary: Aviary) -> list[str]:
    state = open_case(aviary.owner, aviary.case.number, NOW).state
    if kind == "int":
        kinds = {record.kind: str(record.number) for record in state.records}
        telling = [kinds["note_added"], kinds["health_recorded"]]
        return [str(record.number) for record in state.records] if FULL else telling
    if kind == "uuid":
        known = {
            "referral": state.referrals,
            "consent": state.consents,
            "ground": state.grounds,
            "flag": state.flags,
            "task": state.tasks,
            "receiver": state.parts,
            "whom": state.barred_members,
        }
        return [str(value) for value in known.get(name, ())][:MOST]
    return [str(value) for value in WORDS.get(name, lambda _: [])(aviary)]
