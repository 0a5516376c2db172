"""`serve`: the application on this machine; with --demonstration the invented chain.

Decides where and in which mode before anything of Django is imported: the settings read the
environment once.
"""

import os
import socket
from importlib import import_module
from pathlib import Path

from ...clock import today
from ...engine.vocabulary import Text
from ..desk import Desk
from ..refusals import refused
from ..serving.place import DEMONSTRATION, MODE, Place, forget, held, prepare_folder, was_loaded_on
from ..usage import Asked

HERE = "127.0.0.1"
PORT = 8000
LAST_PORT = 65_535
WAITING = 512

NO_PORT = Text(
    "`{port}` is geen poort. Kies een getal van 1 tot en met 65535.",
    "`{port}` is not a port. Choose a number from 1 to 65535.",
)
TAKEN = Text(
    "Poort {port} is bezet: draait ketenwijzer al? Stop dat, of kies een andere met --port {next}.",
    "Port {port} is taken: is ketenwijzer running already? Stop that, or choose another with "
    "--port {next}.",
)
NOT_ALLOWED = Text(
    "Poort {port} mag hier niet worden geopend. Kies er een boven de 1024, zoals --port 8000.",
    "Port {port} may not be opened here. Choose one above 1024, such as --port 8000.",
)
ONLY_DEMONSTRATION = Text(
    "--fresh gooit alles weg en bestaat alleen voor de demonstratie. Schrijf er --demonstration "
    "bij als u die bedoelt.",
    "--fresh throws everything away and exists for the demonstration only. Add --demonstration "
    "if that is what you mean.",
)


def run(asked: Asked, desk: Desk) -> None:
    """Serve until interrupted; raises `Refused` with what to do where that cannot be."""
    place = _place(asked)
    door = _open(asked.port)
    try:
        prepare_folder(place)
        with held(place):
            if place.demonstration and (asked.fresh or was_loaded_on(place) != today()):
                forget(place)
            place.say_to_environment()
            import_module("ketenwijzer.cli.installation")
            import_module("ketenwijzer.cli.serving.start").start(place, door, desk)
    finally:
        door.close()


def _place(asked: Asked) -> Place:
    demonstration = asked.demonstration or os.environ.get(MODE) == DEMONSTRATION
    if asked.fresh and not demonstration:
        raise refused(ONLY_DEMONSTRATION)
    named = asked.home or os.environ.get("KETENWIJZER_HOME")
    usual = Path("var", DEMONSTRATION) if demonstration else Path("var")
    return Place(Path(named or usual).absolute(), demonstration)


def _open(written: str | None) -> socket.socket:
    """Open the door first: that it is taken should be said before any work is done."""
    port = _port(written)
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((HERE, port))
        door.listen(WAITING)
    except PermissionError as error:
        door.close()
        raise refused(NOT_ALLOWED, port=port) from error
    except OSError as error:
        door.close()
        raise refused(TAKEN, port=port, next=port + 1 if port < LAST_PORT else PORT) from error
    return door


def _port(written: str | None) -> int:
    if written is None:
        return PORT
    if not (written.isascii() and written.isdigit() and 1 <= int(written) <= LAST_PORT):
        raise refused(NO_PORT, port=written[:20])
    return int(written)
