"""Opens the installation for a command that needs it; imported before anything of casework is.

Importing this is what sets Django up (decision 0012), so that commands without an installation
never pay for it.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.conf import settings
from django.db import DatabaseError, connection

from ..engine.vocabulary import Text
from .refusals import refused

SETTINGS = "ketenwijzer.project.settings"
TABLE = "casework_case"

NO_DATABASE = Text(
    "Er is hier geen database van ketenwijzer ({name}). Klopt KETENWIJZER_HOME of "
    "KETENWIJZER_DATABASE?",
    "There is no ketenwijzer database here ({name}). Is KETENWIJZER_HOME or KETENWIJZER_DATABASE "
    "right?",
)
NO_ANSWER = Text(
    "De database antwoordt niet of kan niet schrijven ({name}). Er is niets half gedaan; probeer "
    "het opnieuw als zij er weer is.",
    "The database does not answer or cannot write ({name}). Nothing was half done; try again once "
    "it is back.",
)

os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
django.setup()


@contextmanager
def opened_installation() -> Iterator[None]:
    """Let a command work on the database; raises `Refused` where there is none, or it fails."""
    try:
        _refuse_without_tables()
        yield
    except DatabaseError as error:
        raise refused(NO_ANSWER, name=type(error).__name__) from error
    finally:
        connection.close_if_unusable_or_obsolete()


def _refuse_without_tables() -> None:
    """Refuse before SQLite would make an empty file where a name was mistyped."""
    name = str(connection.settings_dict["NAME"])
    missing = connection.vendor == "sqlite" and not Path(name).exists()
    if missing or TABLE not in connection.introspection.table_names():
        raise refused(NO_DATABASE, name=settings.DATABASES["default"]["NAME"])
