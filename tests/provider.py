"""A provider of OpenID Connect on this machine: real HTTP, real keys, real signatures.

It checks what a strict one checks: the client's signed assertion, once; the code, once; PKCE; the
address to come back to. What it then says can be bent by a test (`claims`, `sign_with`, `lies`).
"""

import json
import secrets
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit
from urllib.request import urlopen

from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from ketenwijzer.clock import now

CLIENT = "ketenwijzer-proef"
SUBJECT = "proef-onderwerp-7f3a"


class Provider:
    """The provider; `subject` is who sits at the browser, `acr` and `amr` how they signed in."""

    def __init__(self, own_keys: Callable[[], Any]) -> None:
        self.own_keys = own_keys
        self.keys = [_key()]
        self.subject, self.acr = SUBJECT, ""
        self.amr: list[str] = []
        self.claims: dict[str, Any] = {}
        self.sign: Callable[[dict[str, Any]], str] = self.signed
        self.broken = False
        self.asked: list[dict[str, str]] = []
        self.auth_age = 3600
        self._codes: dict[str, dict[str, str]] = {}
        self._seen: set[str] = set()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        host, port = self._server.server_address[:2]
        self.issuer = f"http://{host!s}:{port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def rotate(self) -> None:
        self.keys = [_key()]

    # -------------------------------------------------------- what it answers

    def discovery(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "end_session_endpoint": f"{self.issuer}/leave",
        }

    def published(self) -> dict[str, Any]:
        return {"keys": [key.as_dict(private=False) for key in self.keys]}

    def authorize(self, query: dict[str, str]) -> str:
        """Return where the browser is sent: a person signed in, and a code was made."""
        self.asked.append(query)
        assert query["response_type"] == "code"
        assert query["code_challenge_method"] == "S256"
        assert (query["client_id"], query["scope"]) == (CLIENT, "openid")
        code = secrets.token_urlsafe(24)
        at = int(now().timestamp()) - (0 if query.get("prompt") == "login" else self.auth_age)
        self._codes[code] = {**query, "auth_time": str(at)}
        answer = {"code": code, "state": query["state"], "iss": self.issuer}
        return f"{query['redirect_uri']}?{urlencode(answer)}"

    def token(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """Return a token for a code, or the refusal of a strict provider."""
        try:
            self._check_client(form)
            query = self._codes.pop(form["code"])
            assert create_s256_code_challenge(form["code_verifier"]) == query["code_challenge"]
            assert form["redirect_uri"] == query["redirect_uri"]
        except Exception:
            return 400, {"error": "invalid_grant"}
        moment = int(now().timestamp())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": self.subject,
            "nonce": query["nonce"],
            "iat": moment,
            "exp": moment + 300,
            "auth_time": int(query["auth_time"]),
        }
        if self.acr:
            claims["acr"] = self.acr
        if self.amr:
            claims["amr"] = self.amr
        found = {name: value for name, value in {**claims, **self.claims}.items() if value != ""}
        return 200, {"token_type": "Bearer", "access_token": "x", "id_token": self.sign(found)}

    def signed(self, claims: dict[str, Any]) -> str:
        return jwt.encode({"alg": "RS256", "kid": self.keys[0].kid}, claims, self.keys[0])

    def _check_client(self, form: dict[str, str]) -> None:
        assert form["client_assertion_type"].endswith("jwt-bearer")
        keys = KeySet.import_key_set(self.own_keys())
        said = jwt.decode(form["client_assertion"], keys, algorithms=["RS256", "ES256"]).claims
        assert said["iss"] == said["sub"] == CLIENT
        assert said["aud"] == f"{self.issuer}/token"
        assert now().timestamp() - 60 < said["exp"] < now().timestamp() + 120
        assert said["jti"] not in self._seen
        self._seen.add(said["jti"])


def visit(address: str) -> str:
    """Go to the provider as a browser does, and return where it sends one back to."""
    with urlopen(address) as answer:
        return str(json.loads(answer.read())["to"])


def _key() -> RSAKey:
    key = RSAKey.generate_key(2048)
    key.ensure_kid()
    return key


def _handler(provider: Provider) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            url = urlsplit(self.path)
            if url.path == "/.well-known/openid-configuration":
                return self._say(200, provider.discovery())
            if url.path == "/keys":
                return self._say(200, provider.published())
            query = {name: values[0] for name, values in parse_qs(url.query).items()}
            return self._say(200, {"to": provider.authorize(query)})

        def do_POST(self) -> None:
            text = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: values[0] for name, values in parse_qs(text).items()}
            self._say(*provider.token(form))

        def _say(self, status: int, what: dict[str, Any]) -> None:
            body = json.dumps(what).encode()
            self.send_response(503 if provider.broken else status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    return Handler
