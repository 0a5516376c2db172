"""Whatever is sent to whichever form: never an error of ours, and never unescaped in the answer."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, reverse
from django.urls.converters import SlugConverter, StringConverter

from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.actions.consent import ask_consent, withdraw_consent
from ketenwijzer.casework.actions.ground import NameGround, name_ground
from ketenwijzer.casework.actions.guard import raise_flag
from ketenwijzer.casework.actions.request import make_request
from ketenwijzer.casework.models import ReferralRow
from ketenwijzer.casework.verify import verify
from ketenwijzer.casework.writing import writing
from ketenwijzer.clock import now
from ketenwijzer.web import urls
from ketenwijzer.web.words import WORDS
from tests.casework.chain import YES
from tests.web.chain import chain, token

SCRIPT = "<script>alert('kanarie')</script>\"'><img src=x onerror=alert(1)>"
HOSTILE = {
    "script": SCRIPT,
    "template": "{{ settings.SECRET_KEY }}{% debug %}${7*7}{0.__class__}%s%(x)s",
    "sql": "'; DROP TABLE casework_case; --",
    "turned": "\u202egnalrev\u2066 \u200b\ufeff",
    "long": "x" * 20_000,
    "number": "-99999999999999999999999",
    "day": "2026-02-31",
    "first_day": "0001-01-01",
    "last_day": "9999-12-31",
    "digits": "١٢٣",
    "odd": "\x01\x1f\x7f\u2028😀" * 40,
    "uuid": "00000000-0000-0000-0000-000000000000",
    "nothing": "",
}
NAMES = ("text", "reason", "name", "list", "phase", "due", "sign", "member", "language", "next")
# Leaving, other people's machinery, and what ends the case: last, or not at all.
NOT_HERE = ("account_logout", "demonstration_door")
FROM_HERE = {"Sec-Fetch-Site": "same-origin"}
# What has no label on its page: an answer that is a button, what a form sends by itself.
UNLABELLED = ("common.problem.kept_answer", "consent.by")
OUTSIDE = {t for name in UNLABELLED for t in (WORDS[name].nl, WORDS[name].en)}
LAST = ("close_case", "join_cases", "part_cases", "assign_case", "propose_seal", "let_go")


@dataclass
class Place:
    """A case with something of everything in it, and addresses for every route."""

    number: str
    browsers: list[Client]
    ids: dict[str, object] = field(default_factory=dict)

    def routes(self) -> list[tuple[str, URLPattern]]:
        """Return every route of ours by name, those that end something last."""
        found = [(r.name or "", r) for r in urls.urlpatterns if isinstance(r, URLPattern)]
        ours = [
            (name, route)
            for name, route in found
            if name and name not in NOT_HERE and not name.startswith("account_")
        ]
        return sorted(ours, key=lambda pair: pair[0] in LAST)

    def addresses(self) -> list[tuple[str, str]]:
        """Return every address of ours by name."""
        return [(name, self.address(route)) for name, route in self.routes()]

    def address(self, route: URLPattern, **other: str) -> str:
        """Return the address of a route, with what stands in the case unless said otherwise."""
        names = route.pattern.converters
        known = {n: self.ids.get(f"{route.name}.{n}", self.ids.get(n, uuid4())) for n in names}
        return reverse(route.name, kwargs=known | other)


@pytest.fixture
def place(member, organisation, browser) -> Place:
    made = chain(member, organisation)
    with writing(made.colleague, made.number, now(), "fill") as case:
        flag = raise_flag(case, "other", "x", None)
        asking = make_request(case, "access", "x")
        to = made.immigration.organisation_id
        assert to is not None
        consent = ask_consent(case, to, "residence", ("residence",), YES)
        other = ask_consent(case, to, "residence", ("identity",), YES)
        ground = name_ground(
            case, NameGround(to, "residence", ("residence",), "public_task", "art. 1", True, "")
        )
    with writing(made.colleague, made.number, now(), "fill") as case:
        withdraw_consent(case, other)
    state = open_case(made.colleague, made.number, now()).state
    tasks = {task.kind: task.id for task in state.tasks.values()}
    referral: UUID = ReferralRow.objects.values_list("id", flat=True)[0]
    browsers = [
        browser(who, raise_request_exception=False)
        for who in (made.colleague, made.immigration, member("administrator"))
    ]
    draft = browsers[0].post(reverse("new_case")).headers["Location"].split("/")[3]
    ids: dict[str, object] = {
        "number": made.number,
        "flag": flag,
        "asking": asking,
        "consent": consent,
        "ground": ground,
        "referral": referral,
        "draft": draft,
        "question": "name",
        "norm": "reflection_period",
        "section": "identity",
        "kind": "report",
        "entry": 2,
        "service": "shelter",
        "receiver": to,
        "whom": to,
        "other": made.number,
        "lift_bar.kind": "member",
        "what": "reviews",
        "proposal": 2,
        "deputy": 1,
        "shift": 1,
        "task": tasks["answer_withdrawal"],
        "member": made.colleague.id,
    }
    return Place(made.number, browsers, ids)


def fields(page: str) -> dict[str, list[str]]:
    """Return the fields of a page with the values that can be chosen; none: to be typed."""
    found: dict[str, list[str]] = {}
    for tag in re.findall(r"<(?:input|select|textarea|button)\b[^>]*>", page):
        name = re.search(r'\bname="([^"]*)"', tag)
        value = re.search(r'\bvalue="([^"]*)"', tag)
        if name is None or name[1] == "csrfmiddlewaretoken":
            continue
        chosen = found.setdefault(name[1], [])
        if re.search(r'type="(radio|checkbox|hidden)"', tag) or tag.startswith("<button"):
            chosen.append(unescape(value[1]) if value else "on")
    for name, options in re.findall(r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', page, re.S):
        found[name] = [v for v in map(unescape, re.findall(r'value="([^"]+)"', options)) if v]
    return found


def safe(answer, where: str) -> None:
    page = answer.content.decode(errors="replace")
    assert answer.status_code < 500, where
    assert "<script>alert" not in page and "<img src=x" not in page, where
    assert settings.SECRET_KEY not in page and "DROP TABLE casework_case; --'" not in page, where


def mixed(names: Iterable[str], turn: int) -> dict[str, str]:
    """Return something hostile for every name: in each turn something else."""
    said = list(HOSTILE.values())
    return {name: said[(place * 5 + turn) % len(said)] for place, name in enumerate(names)}


@pytest.mark.parametrize("turn", range(3))
def test_hostile_text_in_every_field_of_every_form(place, turn):
    client = place.browsers[0]
    for name, address in place.addresses():
        page = client.get(address)
        safe(page, f"GET {name}")
        asked = fields(page.content.decode(errors="replace"))
        form = mixed((*asked, *NAMES), turn) if turn else dict.fromkeys((*asked, *NAMES), SCRIPT)
        safe(client.post(address, {**form, "token": token()}), f"{name}: {form}")
        typed = {n: v[0] if v else form[n] for n, v in asked.items()}
        safe(client.post(address, {**typed, "token": token()}), f"{name}: {typed}")
    for name, address in place.addresses():
        for client in place.browsers:
            safe(client.get(address), f"{name} afterwards")
    assert verify().faults == []


@pytest.mark.parametrize("turn", range(2))
def test_hostile_text_in_every_part_of_every_address_and_question(place, turn):
    client = place.browsers[0]
    for name, route in place.routes():
        asked = mixed(("on", "known_at", "after", "before", "list", "with", *NAMES), turn)
        safe(client.get(place.address(route), asked), f"GET {name}: {asked}")
        for text, converter in route.pattern.converters.items():
            if isinstance(converter, StringConverter) and not isinstance(converter, SlugConverter):
                said = mixed((text,), len(name) + turn)[text].replace("/", "") or "-"
                address = place.address(route, **{text: said})
                safe(client.get(address), f"GET {name} {text}={said}")
                safe(client.post(address, {"token": token()}), f"POST {name} {text}={said}")


# ------------------------------------------------------------------ what comes back of a form


def labels(page: str) -> set[str]:
    """Return what the fields of a page are called, without what is said of them beside that."""
    found = re.findall(r"<(label|legend|dt)\b[^>]*>(.*?)</\1>", page, re.S)
    found += re.findall(r'<(p) class="utrecht-form-label">(.*?)</p>', page, re.S)
    return {
        unescape(re.sub(r"<span.*?</span>|<[^>]+>", "", told, flags=re.S)).strip()
        for _, told in found
    }


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_was_typed_comes_back_under_the_labels_of_its_form(place, language):
    stranger, sent = Client(), 0
    place.browsers[0].post(reverse("language"), {"language": language})
    stranger.post(reverse("language"), {"language": language})
    unnamed = WORDS["common.problem.kept_other"].in_language(language)
    for name, address in place.addresses():
        page = main_of(place.browsers[0].get(address))
        for action, form in forms_that_record(page):
            filled = {n: v[-1] if v else "2026-01-02" for n, v in fields(form).items()}
            answer = stranger.post(action or address, filled, headers=FROM_HERE)
            shown = labels(main_of(answer))
            sent += answer.status_code == 401
            assert unnamed not in shown, f"{name}: {filled}"
            assert shown <= labels(page) | OUTSIDE, f"{name}: {shown - labels(page)}"
    assert sent > 20


def main_of(answer) -> str:
    return answer.content.decode(errors="replace").partition("<main")[2].partition("</main>")[0]


def forms_that_record(page: str) -> list[tuple[str, str]]:
    """Return where each form of a page is sent, and the form."""
    found = re.findall(r"<form\b([^>]*)>(.*?)</form>", page, re.S)
    actions = [(re.search(r'action="([^"]*)"', tag), tag, form) for tag, form in found]
    return [(a[1] if a else "", form) for a, tag, form in actions if 'method="post"' in tag]
