"""Whoever follows the links of the demonstration never ends at a page that is not there."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from html import unescape

import pytest
from django.test import Client

from ketenwijzer.casework.models import Member
from tests.databases import pointed_at
from tests.serving import made_demonstration

__all__ = ["made_demonstration"]

BACKEND = "ketenwijzer.web.accounts.Members"
WHO = (
    "anna.politie",
    "bram.politie",
    "petra.comensha",
    "xander.haven",
    "zeno.huis",
    "karin.ind",
    "victor.zorg",
    "bas.jeugd",
    "fien.slachtofferhulp",
    "stef.comensha",
    "wies.zorg",
)
LINK = re.compile(r'href="(/[^"#]*)')
# What differs from one case, referral or day to another.
OWN = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}|[0-9a-f-]{36}|\d+|=[^&]*")
OF_A_KIND = 3
PAGES = 90


@pytest.fixture
def demonstration(made_demonstration, tmp_path, settings, django_db_blocker) -> Iterator[None]:
    home = tmp_path / "home"
    shutil.copytree(made_demonstration, home)
    settings.KEYS_FOLDER = home / "keys"
    with django_db_blocker.unblock(), pointed_at({"NAME": str(home / "ketenwijzer.sqlite3")}):
        yield


def test_every_link_leads_somewhere(demonstration):
    wrong = []
    for number, username in enumerate(WHO):
        member = Member.objects.get(username=username)
        member.language = ("nl", "en")[number % 2]
        member.save(update_fields=["language"])
        client = Client(SERVER_NAME="localhost")
        client.force_login(member, backend=BACKEND)
        wrong += [f"{username}: {page} {status}" for page, status in followed(client)]

    assert not wrong, "\n".join(wrong)


def followed(client: Client) -> Iterator[tuple[str, int]]:
    """Follow links from the start on, a few of each kind, and yield those that lead nowhere."""
    waiting, seen, kinds = ["/"], {"/"}, Counter[str]()
    while waiting and len(seen) < PAGES:
        page = waiting.pop(0)
        answer = client.get(page, follow=True)
        if answer.status_code != 200:
            yield page, answer.status_code
        if not answer.headers["Content-Type"].startswith("text/html"):
            continue
        for link in map(unescape, LINK.findall(answer.content.decode())):
            kind = OWN.sub("*", link)
            if link in seen or link.startswith("/static") or kinds[kind] >= OF_A_KIND:
                continue
            kinds[kind] += 1
            seen.add(link)
            waiting.append(link)
