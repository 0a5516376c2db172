"""What is served: the application, and beside it the bench's own endpoints without middleware.

A request that says so gets the number of SQL statements with its answer.
"""

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from unittest.mock import patch

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection

from ketenwijzer.project.wsgi import application as ours

Start = Callable[..., object]
COUNTED = "HTTP_X_BENCH_COUNT"


class Bare(WSGIHandler):
    """Answers without any middleware."""

    def load_middleware(self, is_async: bool = False) -> None:
        with patch.object(settings, "MIDDLEWARE", []):
            super().load_middleware(is_async)


bare = Bare()


def application(environ: dict[str, object], start: Start) -> Iterable[bytes]:
    """Answer one request, and count its statements if asked."""
    if not environ.get(COUNTED):
        return _answer(environ, start)
    count = 0

    def counting(execute: Callable[..., object], sql: str, *given: object) -> object:
        nonlocal count
        count += not sql.startswith("BEGIN")  # which PostgreSQL's driver sends by itself
        return execute(sql, *given)

    def start_with_count(status: str, headers: list[tuple[str, str]], *rest: object) -> object:
        return start(status, [*headers, ("X-Statements", str(count))], *rest)

    with ExitStack() as stack:
        stack.enter_context(connection.execute_wrapper(counting))
        return _answer(environ, start_with_count)


def _answer(environ: dict[str, object], start: Start) -> Iterable[bytes]:
    if str(environ.get("PATH_INFO", "")).startswith("/bench/"):
        return bare(environ, start)
    return ours(environ, start)
