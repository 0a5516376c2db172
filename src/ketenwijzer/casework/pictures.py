"""Pictures without what a camera hides in them: where it was taken, when, with what, a thumbnail.

Nothing is decoded: the parts that draw the picture are copied, all others are left out. What
follows the end of the picture is left out too: telephones put a second one there.
"""

from collections.abc import Iterator
from zlib import crc32

START, END, SCAN = 0xD8, 0xD9, 0xDA
ADOBE, JFIF = 0xEE, 0xE0
HIDDEN = frozenset({*range(0xE0, 0xF0), 0xFE}) - {ADOBE, JFIF}
ALONE = frozenset({0x01, *range(0xD0, 0xD8)})

PNG = b"\x89PNG\r\n\x1a\n"
DRAWN = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD"}
    | {b"pHYs"}
)


def bare_jpeg(content: bytes) -> bytes:
    """Return a JPEG without its hidden parts; raises `ValueError` if it is broken."""
    if content[:2] != b"\xff\xd8":
        raise ValueError("no start")
    return b"\xff\xd8" + b"".join(_jpeg(content)) + b"\xff\xd9"


def _jpeg(content: bytes) -> Iterator[bytes]:
    at, drawn = 2, False
    while (marker := _marker(content, at)) != END:
        if marker in ALONE:
            raise ValueError("a marker out of place")
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if end < at + 4 or end > len(content):
            raise ValueError("cut short")
        if marker not in HIDDEN:
            yield content[at:end]
        if marker == SCAN:
            drawn, start = True, end
            end = _end_of_scan(content, end)
            yield content[start:end]
        at = end
    if not drawn:
        raise ValueError("nothing drawn")


def _marker(content: bytes, at: int) -> int:
    if len(content) < at + 2 or content[at] != 0xFF:
        raise ValueError("cut short")
    return content[at + 1]


def _end_of_scan(content: bytes, at: int) -> int:
    """Return where the next marker stands that is no part of what is drawn."""
    while (at := content.find(b"\xff", at)) >= 0 and at + 1 < len(content):
        follows = content[at + 1]
        if follows == 0xFF:
            at += 1
        elif follows == 0 or follows in ALONE:
            at += 2
        else:
            return at
    raise ValueError("cut short")


def bare_png(content: bytes) -> bytes:
    """Return a PNG without its hidden parts; raises `ValueError` if it is broken."""
    if content[:8] != PNG:
        raise ValueError("no start")
    return PNG + b"".join(_png(content))


def _png(content: bytes) -> Iterator[bytes]:
    at, kind = len(PNG), b""
    while kind != b"IEND":
        kind = content[at + 4 : at + 8]
        end = at + 12 + int.from_bytes(content[at : at + 4], "big")
        sum_of = int.from_bytes(content[end - 4 : end], "big")
        if len(kind) < 4 or end > len(content) or crc32(content[at + 4 : end - 4]) != sum_of:
            raise ValueError("cut short")
        if kind in DRAWN:
            yield content[at:end]
        at = end
