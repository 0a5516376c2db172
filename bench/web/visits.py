"""What is asked of a server: one request after the other, of random members about random cases."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from random import Random
from urllib.parse import urlencode
from uuid import uuid4

# A form token that fits the cookie beside it: what a browser would have got with the page.
FORM_TOKEN = "b" * 32
# What every kind of partner may record, whatever it recorded before.
KIND = "indication"


# The number of the last entry that was seen: all of them, so nothing is recorded in between.
LATEST = "99999999"


@dataclass(frozen=True, slots=True)
class Request:
    """One request, and which status is a good answer."""

    method: str
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    status: int = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """What can be asked of one size: see `installed.ask`."""

    pages: dict[str, str]
    sessions: dict[str, str]
    cases: list[tuple[str, str, str, int, str]]
    purposes: dict[str, str]
    today: str


Visit = Callable[[Asked, Random], Request]


def worklist(asked: Asked, chance: Random) -> Request:
    member = chance.choice(asked.cases)[1]
    return Request("GET", asked.pages["worklist"], _signed_in(asked, member))


def search(asked: Asked, chance: Random) -> Request:
    _, member, name, year, role = chance.choice(asked.cases)
    said = {"name": name, "birth_year": str(year), "purpose": asked.purposes[role]}
    return _form(asked, asked.pages["search"], member, said, 200)


def case(asked: Asked, chance: Random) -> Request:
    number, member, *_ = chance.choice(asked.cases)
    return Request("GET", asked.pages["case"].format(number), _signed_in(asked, member))


def record(asked: Asked, chance: Random) -> Request:
    number, member, *_ = chance.choice(asked.cases)
    said = {"step": "record", "on": asked.today, "token": str(uuid4()), "seen": LATEST}
    return _form(asked, asked.pages["record"].format(number), member, said, 302)


def append(asked: Asked, chance: Random) -> Request:
    number, member, *_ = chance.choice(asked.cases)
    said = {"number": number, "kind": KIND, "on": asked.today}
    return _json("/bench/append", {**said, "member": member, "token": str(uuid4())})


def bare(asked: Asked, chance: Random) -> Request:
    number = f"{chance.getrandbits(48):012x}"
    return _json("/bench/bare", {"number": number, "kind": KIND, "on": asked.today})


# What is asked, in this order; the first four are pages and are left out where there is none yet.
VISITS: dict[str, Visit] = {
    "worklist": worklist,
    "search": search,
    "case": case,
    "record": record,
    "append": append,
    "bare": bare,
}
# Those that ask the application itself.
OWN = ("worklist", "search", "case", "record")


def requests(visit: str, asked: Asked, seed: int) -> Iterator[Request]:
    """Yield request after request of one kind."""
    chance = Random(seed)
    return (VISITS[visit](asked, chance) for _ in count())


def _signed_in(asked: Asked, member: str) -> dict[str, str]:
    return {"Cookie": f"sessionid={asked.sessions[member]}; csrftoken={FORM_TOKEN}"}


def _form(asked: Asked, path: str, member: str, said: dict[str, str], status: int) -> Request:
    body = urlencode({"csrfmiddlewaretoken": FORM_TOKEN, **said}).encode()
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    return Request("POST", path, {**_signed_in(asked, member), **form}, body, status)


def _json(path: str, said: dict[str, str]) -> Request:
    return Request("POST", path, {"Content-Type": "application/json"}, json.dumps(said).encode())
