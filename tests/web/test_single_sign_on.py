"""Single sign-on against a real provider on this machine: who gets in, and everything that fails.

The second walls: a token signed by another, for another, too old, without a signature, a code
twice, a question of another browser, a subject that nobody linked, a second factor not shown.
"""

from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from axes.models import AccessAttempt
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.test import override_settings
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from joserfc.jwk import RSAKey as ProviderKey

from ketenwijzer.casework.actions.people import let_go
from ketenwijzer.casework.actions.sign_on import link_of, link_sign_on, unlink_sign_on
from ketenwijzer.casework.errors import Refused
from ketenwijzer.casework.models import PeopleChange, SignOnLink
from ketenwijzer.clock import now
from ketenwijzer.project.checks import installation
from ketenwijzer.web.single_sign_on import provider as ours
from tests.provider import CLIENT, SUBJECT, Provider, visit
from tests.web.conftest import PASSWORD
from tests.web.test_sign_in import SECRET, code_now

IN = "/account/"
# Fixed, not from the clock: it names tests, and every worker must name them the same.
LONG_AGO = 1_700_000_000


@pytest.fixture(scope="session")
def key_file(tmp_path_factory):
    """Return a file with a private key of ours that only we can read."""
    file = tmp_path_factory.mktemp("sso") / "own.pem"
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    file.touch(mode=0o600)
    file.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return file


@pytest.fixture
def provider(key_file, browser):
    """Return a provider that runs, and is named in the settings."""
    found = Provider(lambda: browser().get("/account/sso/keys").json())
    ours.forget()
    with override_settings(SSO_ISSUER=found.issuer, SSO_CLIENT=CLIENT, SSO_KEYS=(key_file,)):
        # What we publish is read once, in this thread: the database of a test has one.
        published = browser().get("/account/sso/keys").json()
        found.own_keys = lambda: published
        yield found
    found.stop()
    ours.forget()


@pytest.fixture
def administrator(member, organisation):
    return member("administrator", organisation())


@pytest.fixture
def linked(administrator, member):
    """Return a worker whom an administrator linked to the provider's subject."""

    def link(provider, subject=SUBJECT, **values):
        who = member("worker", administrator.organisation, **values)
        link_sign_on(administrator, who.id, provider.issuer, subject, now())
        return who

    return link


@pytest.fixture
def levels():
    """Demand a level of the provider, as in production."""
    with override_settings(SSO_ACR=("hoog",), DEMONSTRATION=False):
        yield


def come_back(client, address="/account/sso/"):
    """Go to the provider and return the address with which it sends the browser back."""
    answer = client.get(address)
    assert answer.status_code == 302, answer.content
    to = urlsplit(visit(answer["Location"]))
    return f"{to.path}?{to.query}"


def sign_in(client):
    return client.get(come_back(client))


def is_in(client) -> bool:
    return client.get(IN).status_code == 200


def refused_as(answer, status, words) -> None:
    assert answer.status_code == status
    assert words in answer.content.decode()


# ------------------------------------------------------------------ getting in


def test_somebody_linked_gets_in_and_reaches_the_page_they_wanted(provider, linked, browser):
    who, client = linked(provider), browser()

    answer = client.get(come_back(client, "/account/sso/?next=/partners"))

    assert answer["Location"] == "/partners"
    assert client.get(IN).context["user"] == who


def test_the_way_in_stands_on_the_sign_in_page_only_where_there_is_a_provider(provider, browser):
    assert "/account/sso/" in browser().get("/account/login/").content.decode()
    with override_settings(SSO_ISSUER=""):
        assert "/account/sso/" not in browser().get("/account/login/").content.decode()
        for page in ("", "back", "keys", "left"):
            assert browser().get(f"/account/sso/{page}").status_code == 404


def test_an_address_elsewhere_is_never_gone_to_afterwards(provider, linked, browser):
    linked(provider)
    client = browser()

    answer = client.get(come_back(client, "/account/sso/?next=https://evil.example/"))

    assert "evil" not in answer["Location"]


def test_without_a_level_of_the_provider_our_own_second_factor_is_asked(provider, linked, browser):
    TOTP.activate(linked(provider), SECRET)
    client = browser()

    assert sign_in(client)["Location"].startswith("/account/2fa/authenticate")
    assert not is_in(client)
    client.post("/account/2fa/authenticate/", {"code": code_now()})
    assert is_in(client)


def test_a_new_link_asks_our_own_second_factor_also_where_the_level_was_shown(
    provider, linked, browser, levels
):
    who, provider.acr = linked(provider), "hoog"
    TOTP.activate(who, SECRET)
    first, second = browser(), browser()

    assert sign_in(first)["Location"].startswith("/account/2fa/authenticate")
    assert not is_in(first)
    assert SignOnLink.objects.get(member=who).confirmed_at is None
    first.post("/account/2fa/authenticate/", {"code": code_now()})
    assert SignOnLink.objects.get(member=who).confirmed_at is not None

    sign_in(second)
    assert is_in(second)


def test_in_production_whoever_has_no_second_factor_makes_one_first(
    provider, linked, browser, levels
):
    linked(provider)
    provider.acr = "hoog"
    client = browser()

    sign_in(client)

    assert client.get(IN)["Location"] == "/account/2fa/"


def test_a_new_key_of_the_provider_is_found_by_itself(provider, linked, browser):
    linked(provider)
    sign_in(browser())
    provider.rotate()
    client = browser()

    sign_in(client)

    assert is_in(client)


# ------------------------------------------------------------------ refused


def signed_by(key, **header):
    return lambda claims: jwt.encode({"alg": "RS256", **header}, claims, key)


def unsigned(claims):
    text = jwt.encode({"alg": "none"}, claims, OctKey.import_key("x" * 32), algorithms=["none"])
    return text


def with_a_shared_secret(claims):
    return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(CLIENT * 3), algorithms=["HS256"])


@pytest.mark.parametrize(
    "bent",
    [
        {"nonce": "a nonce of another browser"},
        {"nonce": ""},
        {"aud": "another-client"},
        {"aud": [CLIENT, "another-client"], "azp": "another-client"},
        {"iss": "https://another.example"},
        {"exp": LONG_AGO},
        {"exp": ""},
        {"sub": ""},
        {"sub": 7},
    ],
    ids=str,
)
def test_a_token_that_is_not_for_us_now_is_refused(provider, linked, browser, bent):
    linked(provider)
    provider.claims = bent
    client = browser()

    refused_as(sign_in(client), 403, "geweigerd")
    assert not is_in(client)


@pytest.mark.parametrize("way", ["another key", "no signature", "a shared secret", "no token"])
def test_a_token_that_the_provider_did_not_sign_is_refused(provider, linked, browser, way):
    linked(provider)
    another = ProviderKey.generate_key(2048)
    provider.sign = {
        "another key": signed_by(another, kid=provider.keys[0].kid),
        "no signature": unsigned,
        "a shared secret": with_a_shared_secret,
        "no token": lambda claims: "eyJ.no.token",
    }[way]
    client = browser()

    refused_as(sign_in(client), 403, "geweigerd")
    assert not is_in(client)


def test_a_code_works_once_and_an_answer_is_taken_once(provider, linked, browser):
    linked(provider)
    client, other = browser(), browser()
    address = come_back(client)
    client.get(address)
    client.post("/account/logout/")

    refused_as(client.get(address), 403, "Begin opnieuw")
    code = parse_qs(urlsplit(address).query)["code"][0]
    own = parse_qs(urlsplit(come_back(other)).query)["state"][0]
    refused_as(other.get("/account/sso/back", {"code": code, "state": own}), 403, "geweigerd")
    assert not is_in(client)
    assert not is_in(other)


def test_an_answer_to_the_question_of_another_browser_is_refused(provider, linked, browser):
    linked(provider)
    victim = browser()

    refused_as(victim.get(come_back(browser())), 403, "Begin opnieuw")
    assert not is_in(victim)


def test_a_provider_that_names_another_issuer_in_the_address_is_refused(provider, linked, browser):
    linked(provider)
    client = browser()
    address = come_back(client).partition("&iss=")[0]

    refused_as(client.get(f"{address}&iss=https://another.example"), 403, "geweigerd")


def test_a_subject_that_nobody_linked_and_one_let_go_get_the_same_answer(
    provider, linked, administrator, browser
):
    who = linked(provider)
    provider.subject = "somebody else"
    unknown = sign_in(browser())
    provider.subject = SUBJECT
    let_go(administrator, who.id, now())
    blocked = sign_in(browser())

    for answer in (unknown, blocked):
        refused_as(answer, 403, "geen account dat aan deze aanmelding")


def test_a_name_or_an_address_of_the_provider_links_nobody(provider, member, browser):
    who = member(email="proef@example.org")
    provider.subject = who.username
    provider.claims = {"email": who.email, "email_verified": True, "preferred_username": who.name}

    refused_as(sign_in(browser()), 403, "geen account")


def test_a_level_that_is_not_shown_is_refused(provider, linked, browser, levels):
    linked(provider)
    for shown in ("", "laag"):
        provider.acr = shown
        refused_as(sign_in(browser()), 403, "tweede factor")


def test_a_method_that_is_not_shown_is_refused(provider, linked, browser):
    linked(provider)
    with override_settings(SSO_AMR=("mfa",)):
        provider.amr = ["pwd"]
        refused_as(sign_in(browser()), 403, "tweede factor")
        provider.amr = ["pwd", "mfa"]
        client = browser()
        sign_in(client)
        assert is_in(client)


def test_a_provider_that_is_down_gets_a_sentence_and_passwords_still_work(
    provider, linked, browser
):
    who, client = linked(provider), browser()
    who.set_password(PASSWORD)
    who.save()
    address = come_back(client)
    ours.forget()
    provider.broken = True

    refused_as(client.get(address), 503, "niet bereikbaar")
    refused_as(client.get("/account/sso/"), 503, "niet bereikbaar")
    client.post("/account/login/", {"login": who.username, "password": PASSWORD})
    assert is_in(client)


def test_too_many_refusals_from_one_place_lock_it_and_keep_no_code(provider, linked, browser):
    linked(provider)
    provider.claims = {"aud": "another-client"}

    answers = [sign_in(browser()).status_code for _ in range(6)]

    assert 429 in answers
    provider.claims = {}
    assert sign_in(browser()).status_code == 429
    for attempt in AccessAttempt.objects.all():
        assert SUBJECT not in str(vars(attempt))
        assert "********" in attempt.get_data


# ------------------------------------------------------------------ confirming, and leaving


def test_coming_from_the_provider_is_no_confirmation_and_confirming_there_is(
    provider, linked, browser
):
    linked(provider)
    client = browser()
    sign_in(client)

    assert client.get("/lists/file").status_code == 302
    answer = client.get(come_back(client, "/account/sso/confirm?next=/lists/file"))

    assert answer["Location"] == "/lists/file"
    assert (provider.asked[-1]["prompt"], provider.asked[-1]["max_age"]) == ("login", "0")
    assert client.get("/lists/file").status_code == 200


@pytest.mark.parametrize("said", ["", LONG_AGO], ids=["nothing", "long ago"])
def test_a_provider_that_did_not_ask_again_confirms_nothing(provider, linked, browser, said):
    linked(provider)
    client = browser()
    sign_in(client)
    provider.claims = {"auth_time": said}

    refused_as(client.get(come_back(client, "/account/sso/confirm")), 403, "niet opnieuw")
    assert client.get("/lists/file").status_code == 302


def test_somebody_else_cannot_confirm(provider, linked, browser):
    linked(provider)
    linked(provider, "a colleague")
    client = browser()
    sign_in(client)
    provider.subject = "a colleague"

    refused_as(client.get(come_back(client, "/account/sso/confirm")), 403, "geen account")
    assert client.get("/lists/file").status_code == 302


def test_signing_out_shows_the_way_out_at_the_provider_too(provider, linked, browser):
    linked(provider)
    client = browser()
    sign_in(client)

    answer = client.post("/account/logout/", follow=True)

    assert f"{provider.issuer}/leave?" in answer.content.decode()
    assert not is_in(client)


# ------------------------------------------------------------------ linking


def test_an_administrator_links_and_ends_a_link_and_it_is_kept_who_did(
    provider, administrator, member, browser
):
    who = member("worker", administrator.organisation)
    administrator.set_password(PASSWORD)
    administrator.save()
    client = browser()
    client.post("/account/login/", {"login": administrator.username, "password": PASSWORD})
    client.post("/account/password/confirm/", {"password": PASSWORD})

    client.post(f"/people/{who.id}/link", {"subject": SUBJECT})
    assert "Gekoppeld op" in client.get(f"/people/{who.id}").content.decode()
    assert SUBJECT not in str(list(SignOnLink.objects.values_list()))
    client.post(f"/people/{who.id}/unlink")

    assert link_of(who) is None
    assert [one.deed for one in PeopleChange.objects.order_by("id")] == [
        "sso_linked",
        "sso_unlinked",
    ]


def test_nobody_links_themselves_nor_anybody_twice(provider, linked, administrator, member):
    linked(provider)
    other = member("worker", administrator.organisation)

    for whom in (administrator, other):
        with pytest.raises(Refused):
            link_sign_on(administrator, whom.id, provider.issuer, SUBJECT, now())


def test_ending_a_link_ends_the_sessions(provider, linked, administrator, browser):
    who, client = linked(provider), browser()
    sign_in(client)
    assert is_in(client)

    unlink_sign_on(administrator, who.id, now())

    assert not is_in(client)


# ------------------------------------------------------------------ an unsafe installation


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"SSO_ISSUER": "http://provider.example"}, "E011"),
        ({"SSO_CLIENT": ""}, "E012"),
        ({"SSO_KEYS": ()}, "E012"),
        ({"SSO_ISSUER": ""}, "E010"),
    ],
    ids=str,
)
def test_an_unsafe_provider_is_refused_with_a_sentence(provider, values, code):
    assert not [one for one in installation() if one.id == f"ketenwijzer.{code}"]
    with override_settings(**values):
        assert [one.hint for one in installation() if one.id == f"ketenwijzer.{code}"]


def test_a_key_file_that_others_can_read_or_that_is_none_is_refused(provider, tmp_path):
    open_to_all, empty, short = (tmp_path / name for name in ("open", "empty", "short"))
    open_to_all.touch(mode=0o644)
    empty.touch(mode=0o600)
    short.touch(mode=0o600)
    short.write_bytes(RSAKey.generate_key(1024).as_pem(private=True))
    for file in (open_to_all, empty, short, tmp_path / "missing"):
        with override_settings(SSO_KEYS=(file,)):
            found = {one.id for one in installation()}
        assert "ketenwijzer.E013" in found, file.name
