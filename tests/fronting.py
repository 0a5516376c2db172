"""An encrypted front before a server, as an installation has: it says how and from where one came.

Its certificate is made for the run; `Certificate.fingerprint` lets one browser, and nothing else,
take it for good.
"""

import base64
import hashlib
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from ketenwijzer.clock import now

NAME = "localhost"
HERE = "127.0.0.1"
PATIENCE = 90
# What belongs to one connection and not to what is sent over it.
OF_ONE_CONNECTION = ("connection", "keep-alive", "transfer-encoding", "content-length")


@dataclass(frozen=True)
class Certificate:
    """A certificate for this machine, and by what a browser knows it."""

    file: Path
    fingerprint: str


def made_certificate(folder: Path) -> Certificate:
    """Return a certificate that nobody vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now() - timedelta(days=1))
        .not_valid_after(now() + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file = folder / "certificate.pem"
    file.write_bytes(private + made.public_bytes(pem))
    public = key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return Certificate(file, base64.b64encode(hashlib.sha256(public).digest()).decode())


@contextmanager
def fronting(port: int, certificate: Certificate) -> Iterator[str]:
    """Serve what stands at a port over https; yield the address."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate.file)
    server = ThreadingHTTPServer((HERE, 0), _passing_on_to(port))
    server.daemon_threads = True
    server.socket = context.wrap_socket(
        server.socket, server_side=True, do_handshake_on_connect=False
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"https://{NAME}:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def _passing_on_to(port: int) -> type[BaseHTTPRequestHandler]:
    class PassingOn(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            behind = HTTPConnection(HERE, port, timeout=PATIENCE)
            sent = {
                **{name: value for name, value in self.headers.items() if name != "Connection"},
                "X-Forwarded-Proto": "https",
                "X-Forwarded-For": self.client_address[0],
            }
            behind.request(self.command, self.path, body, sent)
            answer = behind.getresponse()
            told = answer.read()
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in OF_ONE_CONNECTION:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)
            behind.close()

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return PassingOn
