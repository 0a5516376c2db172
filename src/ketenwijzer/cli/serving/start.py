"""From an empty folder to a running server: keys, tables, files, the demonstration."""

import ctypes
import gc
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from socket import socket

from django.conf import settings
from django.core import checks
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.urls import get_resolver

from ...casework.backups import finish, is_unfinished
from ...casework.demonstration.load import is_empty, load
from ...casework.errors import CaseworkError
from ...casework.keys import make_keys
from ...casework.keystore import keys
from ...casework.models import Case
from ...casework.position import agreement, law
from ...casework.restore import follow_destroyed
from ...casework.tick import tick
from ...casework.told import questions_of
from ...clock import now, today
from ...corpus.demonstration import load_demonstration
from ...corpus.errors import InputError
from ...engine.vocabulary import Text
from ..desk import Desk
from ..refusals import Refused, refused
from .place import CANNOT_WRITE, Place, mark_loaded
from .server import serve
from .welcome import welcome

REFUSED = 2
INTERRUPTED = 130
MOST_ARENAS = -8  # M_ARENA_MAX of malloc.h

LOADING = Text(
    "De demonstratie wordt gemaakt: verzonnen dossiers tot en met vandaag …",
    "Making the demonstration: invented cases up to today …",
)
KEYS_GONE = Text(
    "Er zijn dossiers, maar in `{folder}` staat geen hoofdsleutel. Zet de back-up van de sleutels "
    "terug; met een nieuwe sleutel blijft alles dicht.",
    "There are cases, but `{folder}` holds no master key. Restore the backup of the keys; with a "
    "new key everything stays closed.",
)
DATABASE_FAILED = Text(
    "De database antwoordt niet of kan niet schrijven ({why}). Controleer ruimte en rechten van "
    "`{folder}`, of KETENWIJZER_DATABASE.",
    "The database does not answer or cannot write ({why}). Check the room and rights of "
    "`{folder}`, or KETENWIJZER_DATABASE.",
)
NOT_READY = Text(
    "Deze installatie is niet klaar om te dienen:\n{list}",
    "This installation is not ready to serve:\n{list}",
)


def start(place: Place, door: socket, desk: Desk) -> None:
    """Prepare the installation and serve on an opened door until interrupted.

    What is prepared is done by a process of its own: its memory is not that of the workers.
    """
    preparing = get_context("fork").Process(target=_prepare, args=(place, desk), daemon=True)
    preparing.start()
    preparing.join()
    if preparing.exitcode:
        raise SystemExit(preparing.exitcode)
    _warm_up()
    with _said_plainly(place):
        welcome(place, door.getsockname()[1], desk)
    connection.close()
    serve(door, place.home)


def _prepare(place: Place, desk: Desk) -> None:
    try:
        with _said_plainly(place):
            _prepare_database(place, desk)
    except (Refused, CaseworkError, InputError) as error:
        said = error.text.in_language if isinstance(error, Refused) else error.in_language
        sys.stderr.write(f"ketenwijzer: {said(desk.reader.language)}\n")
        raise SystemExit(REFUSED) from None
    except KeyboardInterrupt:
        raise SystemExit(INTERRUPTED) from None


def _prepare_database(place: Place, desk: Desk) -> None:
    if not place.demonstration:
        _refuse_unready()
    call_command("migrate", verbosity=0)
    _make_keys()
    call_command("collectstatic", verbosity=0, interactive=False)
    if place.demonstration and is_empty():
        desk.printer.print(desk.reader(LOADING))
        _load_quickly(place)
    else:
        if is_unfinished(place.home):
            finish(place.home, now())
        follow_destroyed(now())  # a restored backup opens nothing that was erased since
        tick(now())


@contextmanager
def _said_plainly(place: Place) -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        raise refused(DATABASE_FAILED, why=type(error).__name__, folder=place.home) from error
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise refused(CANNOT_WRITE, folder=place.home, why=why) from error


def _refuse_unready() -> None:
    """Refuse to serve in production while a check complains."""
    found = checks.run_checks(include_deployment_checks=True)
    serious = [message for message in found if message.is_serious(checks.ERROR)]
    if serious:
        listed = [f"  {one.id}  {one.msg} {one.hint or ''}".rstrip() for one in serious]
        raise refused(NOT_READY, list="\n".join(listed))


def _make_keys() -> None:
    """Make the keys of a new installation; never new ones where there are cases already."""
    folder = Path(settings.KEYS_FOLDER)
    if not (folder / "master.key").exists():
        if Case.objects.exists():
            raise refused(KEYS_GONE, folder=folder)
        make_keys(folder)
    keys()


def _load_quickly(place: Place) -> None:
    """Load the chain without waiting for the disk; it is made anew if it does not get there.

    The process ends soon after, so nothing needs to be collected.
    """
    gc.disable()
    connection.ensure_connection()
    store = connection.connection
    if isinstance(store, sqlite3.Connection):
        store.execute("pragma synchronous = off")
    load(load_demonstration(settings.COUNTRY), now())
    connection.close()
    mark_loaded(place, today())


def _warm_up() -> None:
    """Load law, agreement and pages before the workers part, so that they share them."""
    agreement()
    len(get_resolver().url_patterns)
    law().prepare()
    questions_of((), today())
    _give_back()


def _give_back() -> None:
    """Give the system back what compiling the law took for a moment: 70 MiB, in each worker.

    One arena for all threads: the interpreter lets them run one at a time anyway, and what one
    thread let go of another can use.
    """
    library = ctypes.CDLL(None)
    trim, set_option = (getattr(library, name, None) for name in ("malloc_trim", "mallopt"))
    if set_option is not None:
        set_option(MOST_ARENAS, 1)
    if trim is not None:
        trim(0)
