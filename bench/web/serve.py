"""Serves the bench's site exactly as `ketenwijzer serve` serves the application, but never ticks.

python -m bench.web.serve PORT
"""

import os
import socket
import sys
from pathlib import Path
from typing import Any

import django

django.setup()

from gunicorn.arbiter import Arbiter  # noqa: E402
from gunicorn.util import import_app  # noqa: E402

from ketenwijzer.cli.serving.server import Server  # noqa: E402
from ketenwijzer.cli.serving.start import _warm_up  # noqa: E402


class BenchServer(Server):
    """The server of the application, with the bench's endpoints beside it."""

    def load_config(self) -> None:
        self._settings["post_fork"] = lambda _, __: None
        super().load_config()

    def load(self) -> Any:
        return import_app("bench.web.site:application")


if __name__ == "__main__":
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    door.bind(("127.0.0.1", int(sys.argv[1])))
    door.listen(512)
    _warm_up()
    Arbiter(BenchServer(door, Path(os.environ["KETENWIJZER_HOME"]))).run()
