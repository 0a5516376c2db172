"""A case and its chain for tests of pages: who asks, what forms send, what pages show."""

import re
from datetime import timedelta
from uuid import UUID, uuid4

from django.test import Client
from django.utils import timezone

from ketenwijzer.casework.models import Entry, Member
from tests.casework.chain import Chain

BACKEND = "ketenwijzer.web.accounts.Members"
CANARY = "Kanarie"
IDENTITY = {
    "given_name": "Kanarienaam",
    "family_name": "Kanarieachternaam",
    "birth_date": "1999-01-02",
    "languages": "Tigrinya",
    "interpreter": "needed",
}
CONTACT = {
    "danger_now": True,
    "channel": "telephone",
    "number": "Kanarienummer",
    "code_word": "Kanariewoord",
    "never_tell": "Kanarieoom",
}
PERSON = {"age_group": "unknown", "nationality": "third_country"}


def now_chain() -> Chain:
    """Return a chain that lives at this moment, as pages do."""
    return Chain(now=timezone.now() - timedelta(minutes=5))


def opened(chain: Chain, by: Member) -> str:
    """Open a case with a canary in every field that is told to nobody yet."""
    return chain.opens(
        by,
        identity=IDENTITY,
        person=PERSON,
        contact_plan=CONTACT,
        exploitation={"form": "sexual", "account": "Kanarieverhaal"},
    )


def as_(member: Member) -> Client:
    """Return a browser that is signed in."""
    client = Client()
    client.force_login(member, backend=BACKEND)
    return client


def text(answer) -> str:
    """Return the words of a page, without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def hidden(answer) -> dict[str, list[str]]:
    """Return the hidden fields of the last form of a page: what it carries to the next."""
    form = answer.content.decode().rpartition("<form")[2]
    page = answer.content.decode()
    last = [f for f in re.findall(r"<form.*?</form>", page, re.S) if 'name="token"' in f]
    found: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*type=\"hidden\"[^>]*>", last[-1] if last else form):
        name = re.search(r'name="([^"]*)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        if name and value and name[1] != "csrfmiddlewaretoken":
            found.setdefault(name[1], []).append(value[1])
    return found


def entries() -> int:
    """Return how many entries there are."""
    return Entry.objects.count()


def token() -> str:
    """Return a token as a form carries it."""
    return str(uuid4())


def draft(number: str, service: str, receiver: UUID) -> str:
    """Return the address of the dialog."""
    return f"/cases/{number}/refer/{service}/{receiver}/"
