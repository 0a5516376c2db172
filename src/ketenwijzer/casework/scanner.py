"""Asks a scanner for malware (ClamAV) about a file, over its socket.

The scanner reads what is in the file, so it belongs on this machine.
"""

import socket
from urllib.parse import urlsplit

from django.conf import settings

COMMAND, CLEAN, FOUND = b"zINSTREAM\0", b"stream: OK", b" FOUND"
AT_ONCE = 65_536
LONGEST_ANSWER = 4_096
# The scanner must answer within so many seconds, or the file waits.
SECONDS = 30


class ScannerDown(Exception):
    """There is no scanner, it cannot be reached, or it gave no answer."""


def is_clean(content: bytes) -> bool:
    """Tell whether the scanner finds nothing in a file; raises `ScannerDown` if it does not say."""
    if not settings.SCANNER:
        raise ScannerDown
    try:
        answer = _asked(content)
    except (OSError, ValueError) as error:
        raise ScannerDown from error
    if answer == CLEAN:
        return True
    if answer.startswith(b"stream: ") and answer.endswith(FOUND):
        return False
    raise ScannerDown


def _asked(content: bytes) -> bytes:
    with _connected() as link:
        link.sendall(COMMAND)
        for start in range(0, len(content), AT_ONCE):
            some = content[start : start + AT_ONCE]
            link.sendall(len(some).to_bytes(4, "big") + some)
        link.sendall(bytes(4))
        answer = b""
        while len(answer) < LONGEST_ANSWER and (more := link.recv(AT_ONCE)):
            answer += more
            if answer.endswith(b"\0"):
                break
    return answer.rstrip(b"\0").strip()


def _connected() -> socket.socket:
    at = urlsplit(settings.SCANNER)
    if at.scheme == "tcp":
        return socket.create_connection((at.hostname, at.port or 3310), SECONDS)
    if at.scheme != "unix":
        raise ValueError("no address of a scanner")
    link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        link.settimeout(SECONDS)
        link.connect(at.path)
    except OSError:
        link.close()
        raise
    return link
