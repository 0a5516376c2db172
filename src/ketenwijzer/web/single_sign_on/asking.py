"""What one browser asked the provider, kept in its session until the answer comes, once.

An answer that no question of this very browser belongs to is refused: nobody can lay a sign-in
of theirs in somebody else's browser.
"""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from authlib.common.security import generate_token
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from django.contrib.sessions.backends.base import SessionBase

from .errors import SignOnRefused
from .provider import Client, Provider

KEPT = "asked_provider"
MOST = 4  # open questions of one browser, in as many tabs
LONGEST = timedelta(minutes=10)
SECRET_LENGTH = 48


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: its secrets, when it was asked, and where one wanted to go.

    `confirms` is the member who confirms that it is really them; empty for signing in.
    """

    nonce: str
    verifier: str
    at: str
    to: str
    confirms: str

    @property
    def moment(self) -> datetime:
        """Return when it was asked."""
        return datetime.fromisoformat(self.at)


def ask(
    session: SessionBase, provider: Provider, client: Client, back: str, asked: Asked, acr: str
) -> str:
    """Keep a question and return the address at the provider to which the browser goes."""
    state = generate_token(SECRET_LENGTH)
    before = dict(session.get(KEPT, {}))
    for oldest in list(before)[: max(0, len(before) - MOST + 1)]:
        del before[oldest]
    session[KEPT] = {**before, state: asdict(asked)}
    again = {"prompt": "login", "max_age": "0"} if asked.confirms else {}
    address: str = prepare_grant_uri(
        provider.authorize,
        client.id,
        "code",
        back,
        "openid",
        state,
        nonce=asked.nonce,
        code_challenge=create_s256_code_challenge(asked.verifier),
        code_challenge_method="S256",
        acr_values=acr or None,
        **again,
    )
    return address


def question(to: str, confirms: str, now: datetime) -> Asked:
    """Return a new question with secrets of its own."""
    nonce, verifier = generate_token(SECRET_LENGTH), generate_token(SECRET_LENGTH)
    return Asked(nonce, verifier, now.isoformat(), to, confirms)


def answered(session: SessionBase, state: str, now: datetime) -> Asked:
    """Return the question that an answer belongs to, and forget it: it is answered once."""
    before = dict(session.get(KEPT, {}))
    found = before.pop(state, None)
    if found is None:
        raise SignOnRefused("sso_begin_again", "state")
    session[KEPT] = before
    asked = Asked(**found)
    if not timedelta() <= now - asked.moment <= LONGEST:
        raise SignOnRefused("sso_begin_again", "too late")
    return asked
