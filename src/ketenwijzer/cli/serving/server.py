"""The server: two workers that share what was loaded before they parted; one of them ticks."""

import fcntl
import gc
import logging
from pathlib import Path
from socket import socket
from threading import Event, Thread
from typing import Any

from django.db import connection
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.util import import_app

from ...casework.tick import tick
from ...clock import now

LOG = logging.getLogger(__name__)
APPLICATION = "ketenwijzer.project.wsgi:application"
WORKERS = 2
THREADS = 4
TICK_EVERY = 300.0
# Full collections after the start were what made the slowest requests slow: rarely then.
GC_THRESHOLDS = (50_000, 20, 100)


class Server(BaseApplication):  # type: ignore[misc]
    """gunicorn, told everything here and nothing by a file or the environment."""

    def __init__(self, door: socket, home: Path) -> None:
        self._settings = {
            "bind": f"fd://{door.detach()}",
            "workers": WORKERS,
            "worker_class": "gthread",
            "threads": THREADS,
            "preload_app": True,
            "timeout": 60,
            "graceful_timeout": 15,
            "max_requests": 0,
            "proc_name": "ketenwijzer",
            "loglevel": "warning",
            "accesslog": None,
            "forwarded_allow_ips": "127.0.0.1",
            "control_socket_disable": True,
            "when_ready": _when_ready,
            "post_fork": lambda _, __: Thread(target=_tick_on, args=(home,), daemon=True).start(),
        }
        super().__init__()

    def load_config(self) -> None:
        """Take over the settings."""
        for name, value in self._settings.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Return the application, which the workers share."""
        return import_app(APPLICATION)


def serve(door: socket, home: Path) -> None:
    """Serve on an opened door, which is the server's from now on, until interrupted."""
    Arbiter(Server(door, home)).run()


def _when_ready(_: Arbiter) -> None:
    """Put what was loaded out of the collector's sight, before the workers part."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GC_THRESHOLDS)


def _tick_on(home: Path) -> None:
    """Tick now and then, in whichever worker holds the lock; if it dies, the other takes over."""
    with (home / "tick.lock").open("w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        while True:
            Event().wait(TICK_EVERY)
            try:
                tick(now())
            except Exception:
                LOG.exception("tick")
            finally:
                connection.close()
