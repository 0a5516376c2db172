"""How the case file is built: one way in, one way to write, every kind told, every page guarded."""

import ast
import re
from collections.abc import Iterator

import pytest
from django.conf import settings as django_settings
from django.urls import URLPattern, URLResolver, get_resolver

from ketenwijzer.casework.decision import Decider
from ketenwijzer.casework.events import KINDS
from ketenwijzer.casework.position import agreement
from ketenwijzer.casework.reasons import REASONS
from tests.architecture.source import ROOT, SourceFile, source_files
from tests.casework.oracle import BETWEEN, NAMES_ITS_SECTION, SPEAKS_OF_ANOTHER, STANDS_IN, STATES

CASEWORK = "src/ketenwijzer/casework/"
ACTIONS = f"{CASEWORK}actions/"
WEB = "src/ketenwijzer/web/"
SETTINGS = ROOT / "src/ketenwijzer/project/settings.py"

# Who may append to a chronology, and who may make an opened case to write in.
APPENDS = {
    *(f"{CASEWORK}{name}" for name in ("writing.py", "recording.py")),
    *(f"{ACTIONS}{name}" for name in ("register.py", "erase.py")),
}
# What a restored backup is made to follow: an erasure or a sealing that happened after it.
FOLLOWS = {f"{CASEWORK}restore.py"}
OPENS = {f"{CASEWORK}writing.py"}
# The tables of cases: pages reach them through casework alone.
OF_CASES = (
    "Entry",
    "EntryKey",
    "Involvement",
    "ReferralRow",
    "TaskRow",
    "Bar",
    "SearchToken",
    "AccessLine",
    "SearchAsked",
    "Checkpoint",
)
WRITES = ("create", "bulk_create", "bulk_update", "update_or_create", "get_or_create")
# What a page makes that is no part of a case: the list of sessions that one sees and ends oneself.
NOT_OF_CASES = ("UserSession",)
# Lists and switches of the framework that speak for themselves, or share a sentence.
WITHOUT_A_SENTENCE = {
    "ROOM",
    "INSTALLED_APPS",
    "MIDDLEWARE",
    "TEMPLATES",
    "AUTHENTICATION_BACKENDS",
    "AUTH_PASSWORD_VALIDATORS",
    "SESSION_COOKIE_SECURE",
    "CSRF_COOKIE_HTTPONLY",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS",
    "X_FRAME_OPTIONS",
}
# Pages that one sees without being signed in.
PUBLIC = {
    "account_login",
    "account_signup",
    "account_logout",
    "account_reauthenticate",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "mfa_signup_webauthn",
    "demonstration_door",
    "start",
    "account_inactive",
    "language",
    "sso_begin",
    "sso_back",
    "sso_keys",
    "sso_left",
    "health_live",  # a word for what watches the installation
    "health_ready",
    "calendar_feed",  # by its secret alone, which expires
}


def files(folder: str) -> list[SourceFile]:
    return [file for file in source_files() if file.name.startswith(folder)]


def calls(file: SourceFile) -> Iterator[str]:
    """Yield what a file calls, as it is written."""
    for node in ast.walk(file.tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


# ------------------------------------------------------------------ kinds of entries


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_entry_has_a_sentence_in_both_languages_and_a_place(kind):
    found = KINDS[kind]

    assert found.text.nl.strip()
    assert found.text.en.strip()
    assert found.section in ("", *agreement().sections)
    assert found.free_in in agreement().sections


def test_a_second_opinion_knows_where_every_kind_stands():
    known = {*STANDS_IN, *STATES, *SPEAKS_OF_ANOTHER, *NAMES_ITS_SECTION, *BETWEEN}
    assert set(KINDS) <= known


def test_every_kind_that_a_deed_records_is_a_known_one():
    recorded = {
        node.args[0].value
        for file in source_files()
        if file.name.startswith(CASEWORK)
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).endswith(".add")
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }
    assert recorded
    assert recorded <= set(KINDS)


def test_every_reason_of_the_decision_has_a_sentence():
    source = ast.parse((ROOT / CASEWORK / "decision.py").read_text(encoding="utf-8"))
    given = {
        node.args[0].value
        for node in ast.walk(source)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in ("self._no", "self._yes")
        and isinstance(node.args[0], ast.Constant)
    }

    assert given <= set(REASONS)
    assert Decider.__doc__


# ------------------------------------------------------------------ one way in, one way to write


def test_only_writing_makes_a_case_that_can_be_written_in():
    assert {f.name for f in source_files() for call in calls(f) if call == "Writing"} == OPENS


def test_only_writing_registering_and_erasing_append_to_a_chronology():
    ways = ("chronology.write", "chronology.store")
    appends = {f.name for f in source_files() for call in calls(f) if call in ways}

    assert appends == APPENDS | FOLLOWS


def test_every_deed_takes_an_opened_case_or_opens_one_itself():
    """Every deed checks access: what opens a case to write in asks the decision."""
    for file in files(ACTIONS):
        for node in file.tree.body:
            if isinstance(node, ast.FunctionDef) and _records(node):
                takes = {ast.unparse(a.annotation) for a in node.args.args if a.annotation}
                opened = {"Writing"} & takes
                opens = {"writing", "writing_by_mechanism", "writing_in_emergency"}
                itself = opens & {ast.unparse(c.func) for c in _calls_in(node)}
                assert opened or itself, f"{file.name}: {node.name}"


def _records(node: ast.FunctionDef) -> bool:
    return any(ast.unparse(call.func).endswith("case.add") for call in _calls_in(node))


def _calls_in(node: ast.AST) -> Iterator[ast.Call]:
    return (child for child in ast.walk(node) if isinstance(child, ast.Call))


@pytest.mark.parametrize("file", files(WEB) + files("src/ketenwijzer/cli/"), ids=lambda f: f.name)
def test_no_door_touches_the_tables_of_cases(file):
    reached = (n for n in ast.walk(file.tree) if isinstance(n, ast.Attribute))
    named = {ast.unparse(n.value) for n in reached if n.attr == "objects"}
    assert not named & set(OF_CASES)

    for call in calls(file):
        model, _, deed = call.rpartition(".objects.")
        if model not in NOT_OF_CASES:
            assert deed.partition("(")[0] not in WRITES, f"{file.name}: {call}"


@pytest.mark.parametrize("file", files(WEB), ids=lambda f: f.name)
def test_no_page_reads_an_entry_but_through_the_decision(file):
    """What is read of a case comes from `records`, `latest` and `seen`, which ask the decision."""
    reached = {ast.unparse(n) for n in ast.walk(file.tree) if isinstance(n, ast.Attribute)}

    assert not {name for name in reached if re.search(r"state\.(records|latest)$", name)}


# ------------------------------------------------------------------ pages and settings


def test_every_page_is_guarded_but_those_listed_here():
    guard = "ketenwijzer.web.middleware"
    assert any(name.startswith(guard) for name in django_settings.MIDDLEWARE)

    open_ = {
        pattern.name or str(pattern.pattern)
        for pattern in _patterns(get_resolver().url_patterns)
        if not getattr(pattern.callback, "login_required", True)
    }

    assert open_ <= PUBLIC, open_ - PUBLIC


def _patterns(found: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for one in found:
        if isinstance(one, URLResolver):
            yield from _patterns(one.url_patterns)
        else:
            yield one


def test_every_setting_has_a_sentence():
    text = SETTINGS.read_text(encoding="utf-8")
    found = re.findall(r"(?m)^(?P<before>.*)\n(?P<name>[A-Z][A-Z_]+) =", text)

    bare = {name for before, name in found if not before.strip().startswith("#")}

    assert bare <= WITHOUT_A_SENTENCE, bare - WITHOUT_A_SENTENCE


# ------------------------------------------------------------------ the page about the rules


def test_every_test_that_the_page_about_safety_names_is_there():
    page = (ROOT / "docs/safety.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(test_\w+))?`", page)
    assert len(named) > 20

    for file, test in named:
        source = (ROOT / file).read_text(encoding="utf-8")
        assert not test or f"def {test}(" in source, f"{file}: {test}"


def test_every_place_that_the_page_about_safety_names_is_there():
    page = (ROOT / "docs/safety.md").read_text(encoding="utf-8")

    for file in re.findall(r"`(casework/[\w/]+\.py)`", page):
        assert (ROOT / "src/ketenwijzer" / file).is_file(), file


def test_the_page_about_safety_speaks_of_every_rule():
    page = (ROOT / "docs/safety.md").read_text(encoding="utf-8")

    assert [int(n) for n in re.findall(r"(?m)^\| (\d+) ", page)] == list(range(1, 26))
