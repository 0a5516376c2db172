"""`checks`: whether this installation is safe to serve and can serve now, and what is wrong."""

from django.core import checks

from ...casework.readiness import faults
from ...clock import now
from ...engine.vocabulary import Text
from ..desk import Desk
from ..installation import opened_installation
from ..usage import Asked

READY = Text(
    "Alles is in orde: instellingen, database, sleutels en klok.",
    "All is well: settings, database, keys and clock.",
)


def run(_: Asked, desk: Desk) -> int:
    """Print what is wrong, a line each; the status is 1 if anything is.

    Raises `Refused` where there is no database yet, after what is wrong with the settings.
    """
    wrong = _unsafe_settings()
    _tell(wrong, desk)
    with opened_installation():
        found = [desk.reader(fault) for fault in faults(now())]
    _tell(found, desk)
    if wrong or found:
        return 1
    desk.printer.print(desk.reader(READY))
    return 0


def _unsafe_settings() -> list[str]:
    found = checks.run_checks(include_deployment_checks=True)
    serious = [one for one in found if one.is_serious(checks.ERROR)]
    return [f"{one.id}  {one.msg} {one.hint or ''}".rstrip() for one in serious]


def _tell(wrong: list[str], desk: Desk) -> None:
    for line in wrong:
        desk.printer.print(line)
