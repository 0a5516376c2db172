"""Files that wait for the scanner: looked at as soon as there is one, and opened only then."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from . import chronology
from .documents import CLEAN, INFECTED, Standing, content_of, standing_of
from .errors import CaseworkError, NotFound
from .models import Document, DocumentPiece
from .scanner import ScannerDown, is_clean
from .standing import CHECKED
from .writing import writing_by_mechanism

BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Scanned:
    """How many files were found clean, were destroyed, could not be read, and still wait."""

    clean: int = 0
    destroyed: int = 0
    broken: int = 0
    waiting: int = 0


def scan_held(now: datetime) -> Scanned:
    """Let the scanner look at every file that is held; what it does not answer for stays held."""
    counts = {CLEAN: 0, INFECTED: 0, BROKEN: 0}
    held = list(Document.objects.filter(held=True).values_list("id", flat=True))
    waiting = 0
    for done, name in enumerate(held):
        try:
            counts[_scan(name, now)] += 1
        except ScannerDown:
            waiting = len(held) - done
            break
        except CaseworkError:
            counts[BROKEN] += 1
    return Scanned(counts[CLEAN], counts[INFECTED], counts[BROKEN], waiting)


def _scan(name: UUID, now: datetime) -> str:
    document = Document.objects.select_related("case").get(id=name)
    record = chronology.read(document.case_id).record(document.entry)
    if record is None:
        raise NotFound
    outcome = CLEAN if is_clean(content_of(record)) else INFECTED
    with writing_by_mechanism(document.case.number, now, "check_document") as case:
        found = case.state.record(document.entry)
        if found is not None and standing_of(found, case.state) is Standing.HELD:
            case.add(CHECKED, None, number=document.entry, outcome=outcome)
        if outcome == INFECTED:
            DocumentPiece.objects.filter(document=document).delete()
        Document.objects.filter(id=name).update(held=False)
    return outcome
