"""Which pages there are, who looks at each, and where it is found: by links, as people find it.

Every address of the site is here once: as a page, or among those that are none, with the reason.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape

from django.urls import NoReverseMatch, Resolver404, get_resolver, resolve, reverse
from django.urls.resolvers import URLPattern, URLResolver
from playwright.sync_api import BrowserContext

POLICE, COORDINATOR = "anna.politie", "bram.politie"
CARE, SHELTER = "victor.zorg", "wilma.haven"
COMENSHA, SUPERVISOR = "quinten.comensha", "rosa.comensha"
SUPPORT = "fien.slachtofferhulp"
ADMINISTRATOR, ANALYST = "tineke.comensha", "stef.comensha"
VISITOR = ""
CASEWORKERS = (POLICE, CARE, SHELTER, SUPERVISOR)
EVERYBODY = (*CASEWORKERS, ADMINISTRATOR, ANALYST)

LINK = re.compile(r'href="(/[^"#]*)')
MOST_PAGES_OF_A_LIST = 5


@dataclass(frozen=True, slots=True)
class Place:
    """A page: its route, who looks (first whoever is in the sample), and where links to it stand.

    Without `on` its address is known, or its case number is enough. `form`: an empty answer to its
    form is refused, and shown as errors; `formless` are those for whom the page has no form.
    """

    route: str
    who: tuple[str, ...]
    on: str = ""
    form: bool = False
    formless: tuple[str, ...] = ()


PLACES = (
    # ------------------------------------------------------------- work
    Place("worklist", (COORDINATOR, *CASEWORKERS)),
    Place("waiting", (POLICE, COORDINATOR), "worklist"),
    Place("desk", (COORDINATOR, *CASEWORKERS)),
    Place("time_spent", (COORDINATOR, SUPERVISOR)),
    Place("notices", (COORDINATOR, *CASEWORKERS)),
    Place("search", EVERYBODY[:4]),
    Place("new_case", CASEWORKERS),
    # ------------------------------------------------------------- one case
    Place("case", (POLICE, CARE, SHELTER, SUPERVISOR), "worklist"),
    Place("case_why", (CARE, POLICE), "case"),
    Place("case_timeline", (SUPERVISOR, POLICE, CARE)),
    Place("case_contact", (POLICE, SHELTER, SUPERVISOR)),
    Place("case_notes", (POLICE, CARE), form=True),
    Place("case_file", (SHELTER, POLICE, CARE)),
    Place("edit_section", (CARE, POLICE), "case_file"),
    Place("case_people", (CARE, POLICE)),
    Place("case_log", (CARE, POLICE)),
    Place("case_why_seen", (SHELTER, POLICE)),
    Place("case_begun", (POLICE,)),
    Place("record", (SUPERVISOR, POLICE, CARE)),
    Place("record_type", (POLICE, SHELTER), "record", form=True),
    Place("proposal", (COORDINATOR,), "case_timeline", form=True),
    Place("release", (POLICE, SHELTER), "case_notes", form=True),
    Place("what_if", (SHELTER, POLICE)),
    # ------------------------------------------------------------- between organisations
    Place("inbox", (SHELTER, COMENSHA, CARE)),
    Place("outbox", (CARE, POLICE)),
    Place("received", (SHELTER, COMENSHA, CARE), "inbox"),
    Place("decline_referral", (SHELTER, COMENSHA), "received", form=True),
    Place("finish_referral", (SHELTER, CARE), "received"),
    Place("refer", (CARE, POLICE)),
    Place("refer_partner", (CARE, POLICE), "refer"),
    Place("refer_draft", (CARE, POLICE), "refer_partner", form=True),
    Place("case_referrals", (CARE, POLICE)),
    Place("referral_withdraw", (CARE, POLICE), "case_referrals"),
    Place("referral_paper", (POLICE,), "case_referrals", form=True),
    Place("referral_letter", (POLICE,), "case_referrals"),
    Place("case_consent", (CARE, POLICE)),
    Place("ask_consent", (SHELTER, POLICE), "case_consent", form=True),
    Place("consent_receipt", (SHELTER, POLICE), "case_consent"),
    Place("withdraw_consent", (CARE, POLICE), "case_consent"),
    Place("answer_copy", (SUPPORT,), "case_consent", form=True),
    Place("name_ground", (SUPERVISOR, POLICE), "case_consent", form=True),
    # ------------------------------------------------------------- guarding a case
    Place("break_glass", (COORDINATOR, CARE), form=True),
    Place("case_guard", (CARE, POLICE)),
    Place("raise_flag", (SHELTER, POLICE), "case_guard", form=True),
    Place("resolve_flag", (SHELTER, POLICE), "case_guard"),
    Place("set_bar", (COORDINATOR, CARE), "case_guard", form=True),
    Place("lift_bar", (CARE,), "case_guard", form=True),
    Place("review_glass", (CARE,), "case_guard", form=True),
    Place("assign_case", (COORDINATOR, CARE)),
    Place("do_task", (POLICE,), "case_guard"),
    Place("close_case", (POLICE, CARE), "case_guard"),
    Place("join_cases", (COORDINATOR, CARE), "case_guard"),
    Place("part_cases", (COORDINATOR,), "case_guard", form=True),
    Place("propose_seal", (COORDINATOR,), "case_timeline", form=True),
    # ------------------------------------------------------------- what she asks of her data
    Place("case_rights", (CARE, POLICE)),
    Place("make_request", (CARE, POLICE), "case_rights", form=True),
    Place("her_copy", (CARE,), "case_rights"),
    Place("case_letters", (SHELTER, CARE, POLICE)),
    Place("letter_sheet", (SHELTER, CARE, POLICE), "case_letters"),
    Place("letter_handed", (SHELTER, CARE, POLICE), "letter_sheet", form=True),
    Place("case_messages", (POLICE, CARE)),
    Place("case_message", (POLICE,), "case_messages"),
    Place("case_documents", (POLICE, CARE)),
    Place("add_document", (POLICE, CARE), "case_documents", form=True),
    Place("case_export", (CARE, POLICE)),
    # ------------------------------------------------------------- the account
    Place(
        "account",
        (POLICE, ANALYST, ADMINISTRATOR),
        form=True,
        formless=(ANALYST, ADMINISTRATOR),  # nobody stands in for who sees no cases
    ),
    Place("account_login", (VISITOR,), form=True),
    Place("start", (VISITOR,), form=True),
    Place("account_change_password", (ANALYST, POLICE)),
    Place("mfa_index", (ANALYST, POLICE)),
    Place("mfa_activate_totp", (ANALYST,)),
    Place("mfa_add_webauthn", (ANALYST,)),
    Place("mfa_list_webauthn", (ANALYST,)),
    Place("usersessions_list", (ANALYST, POLICE)),
    Place("account_logout", (POLICE,)),
    Place("account_inactive", (VISITOR,)),
    # ------------------------------------------------------------- an organisation and its people
    Place("people", (ADMINISTRATOR,)),
    Place("new_person", (ADMINISTRATOR,), form=True),
    Place("person", (ADMINISTRATOR,), "people"),
    Place("roster", (ADMINISTRATOR,)),
    Place("partners", (ANALYST, POLICE)),
)

# Pages that only come while one does something; the tests that do it look at each.
ON_THE_WAY = {
    "intake": "registering",
    "intake_check": "registering",
    "intake_print": "registering",
    "answer_seal": "a second person",
    "answer_request": "a request of hers",
    "lift_restriction": "a request of hers",
    "judge_ground": "a second person",
    "reopen_case": "a closed case",
    "reminders": "having a code",
    "account_reauthenticate": "having a code",
    "confirm": "having a code",
    "mfa_reauthenticate": "having a code",
    "mfa_deactivate_totp": "having a code",
    "mfa_view_recovery_codes": "having a code",
    "mfa_generate_recovery_codes": "having a code",
    "mfa_authenticate": "having a passkey",
    "mfa_edit_webauthn": "having a passkey",
    "mfa_remove_webauthn": "having a passkey",
    "mfa_reauthenticate_webauthn": "having a passkey",
}

_A_DEED = "a deed, and then another page"
_CLOSED = "there is nothing here"
NO_PAGE = {
    "calendar_feed": "a file for another program",
    "health_live": "a word for what watches the installation",
    "health_ready": "a word for what watches the installation",
    **dict.fromkeys(
        (
            "save_list",
            "forget_list",
            "forget_intake",
            "take_case",
            "accept_referral",
            "demonstration_door",
            "language",
            "end_stand_in",
            "stop_own_reset",
            "stop_calendar",
            "make_calendar",
            "change_mail",
            "change_phone",
            "let_go",
            "let_return",
            "new_code",
            "ask_reset",
            "approve_reset",
            "carry_out_reset",
            "stop_reset",
            "off_call",
            "stop_part",
            "take_part",
            "link_sign_on",
            "unlink_sign_on",
            "sso_begin",
            "sso_back",
            "sso_confirm",
        ),
        _A_DEED,
    ),
    **dict.fromkeys(
        (
            "account_signup",
            "account_email",
            "account_reset_password",
            "account_set_password",
            "account_email_verification_sent",
        ),
        _CLOSED,
    ),
    "account/2fa/webauthn/keys/<int:pk>/remove/": "the page of mfa_remove_webauthn, or a refusal",
    "awake": "values for the script, no page",
    "mfa_login_webauthn": "values for the script, no page",
    "worklist_file": "a file of rows",
    "sso_keys": "values for another program",
    "sso_left": "only where there is a provider: tests/web/test_single_sign_on.py reads it",
    "save_export": "a file",
    "document_file": "a file",
    "letter_file": "a file to print",
    "message_file": "a file to print",
    "mfa_download_recovery_codes": "a file of text",
    # Right to left is only what she takes home, in her own language; no page of the site is.
}


def routes() -> set[str]:
    """Return the name of every address of the site, or its pattern where it has none."""
    return set(_names(get_resolver()))


def _names(resolver: URLResolver) -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield pattern.name or str(pattern.pattern)
        else:
            yield from _names(pattern)


@dataclass
class Finder:
    """Finds pages as somebody who is signed in, and remembers what it read."""

    context: BrowserContext
    read: dict[str, str] = field(default_factory=dict)

    def address(self, route: str) -> str:
        """Return an address of a page that this person can see; fails if there is none."""
        found = next(self.addresses(route), "")
        assert found, f"nobody can get to {route}"
        return found

    def addresses(self, route: str) -> Iterator[str]:
        """Yield the addresses of a route that links lead to."""
        on = next(place.on for place in PLACES if place.route == route)
        if route == "worklist":
            yield from self._worklist()
        elif on:
            yield from _once(
                link for page in self.addresses(on) for link in self._links(page, route)
            )
        else:
            yield from self._known(route)

    def link(self, page: str, route: str) -> str:
        """Return where a link on a page leads; fails if there is none."""
        found = next(self._links(page, route), "")
        assert found, f"no {route} on {page}"
        return found

    def _known(self, route: str) -> Iterator[str]:
        try:
            address = reverse(route)
            yield address
            yield from self._links(address, route)
        except NoReverseMatch:
            for case in self.addresses("case"):
                number = resolve(case).kwargs["number"]
                yield reverse(route, args=[number])

    def _worklist(self) -> Iterator[str]:
        page = "/?list=all"
        for _ in range(MOST_PAGES_OF_A_LIST):
            yield page
            following = LINK.search(self._text(page).partition('class="kw-more"')[2])
            if following is None:
                return
            page = unescape(following[1])

    def _links(self, page: str, route: str) -> Iterator[str]:
        for link in LINK.findall(self._text(page)):
            try:
                found = resolve(unescape(link).partition("?")[0])
            except Resolver404:
                continue
            if found.view_name == route:
                yield unescape(link)

    def _text(self, page: str) -> str:
        if page not in self.read:
            answer = self.context.request.get(page)
            self.read[page] = answer.text() if answer.ok else ""
        return self.read[page]


def _once(links: Iterable[str]) -> Iterator[str]:
    """Yield each link once, as soon as it is found: whoever needs one reads no page beyond it."""
    yielded: set[str] = set()
    for link in links:
        if link not in yielded:
            yielded.add(link)
            yield link
