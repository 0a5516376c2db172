"""Erase a case for good, on a ground; what was merged into it is the same person, and goes too."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from ...engine.vocabulary import Text
from .. import chronology
from ..chronology import NOBODY, Draft
from ..decision import Decision
from ..erasure import Certificate, certify, purge
from ..errors import KeyDestroyed, NotFound, Refused
from ..keystore import keys
from ..log import write_line
from ..models import Case
from ..position import HERE, agreement
from ..state import Author, CaseState

LEGAL_HOLD = "legal_hold"
LONGEST = 200


@dataclass(frozen=True, slots=True)
class EraseCase:
    """Which case, and on what ground."""

    number: str
    ground: str


def erase_case(
    command: EraseCase, now: datetime, author: Author = NOBODY
) -> tuple[Certificate, ...]:
    """Erase a case and return a certificate of each file that went with it.

    Refuses while a legal hold stands on it. The chain says that it was erased before the key is
    destroyed, so that a crash in between is finished by `restore.follow_destroyed`.
    """
    ground = command.ground.strip()
    if not ground or len(ground) > LONGEST:
        raise Refused("no_ground", NO_GROUND, "ground")
    with transaction.atomic():
        files = [*_files(command.number)]
        for case, state in files:
            _refuse_held(case, state)
        for case, _ in files:
            _empty(case, ground, author, now)
    for case, _ in files:
        keys().destroy(case.id, now.isoformat())
    return tuple(certify(case, ground, now) for case, _ in files)


def _files(number: str) -> list[tuple[Case, CaseState]]:
    case = Case.objects.select_for_update(no_key=True).filter(number=number).first()
    if case is None:
        raise NotFound
    state = _state(case)
    if state.merged_into is not None:
        kept = Case.objects.get(id=state.merged_into).number
        raise Refused("merged", Text(MERGED.nl.format(kept), MERGED.en.format(kept)))
    merged = Case.objects.select_for_update(no_key=True).filter(id__in=state.merged)
    return [(case, state), *((other, _state(other)) for other in merged.order_by("number"))]


def _state(case: Case) -> CaseState:
    try:
        return chronology.read(case.id)
    except KeyDestroyed as error:
        raise Refused("erased_already", ERASED_ALREADY) from error


def _refuse_held(case: Case, state: CaseState) -> None:
    if any(flag.flag == LEGAL_HOLD and not flag.resolved for flag in state.flags.values()):
        held = Text(HELD.nl.format(case.number), HELD.en.format(case.number))
        raise Refused("held", held)


def _empty(case: Case, ground: str, author: Author, now: datetime) -> None:
    today = now.astimezone(HERE).date()
    chronology.write(case, [Draft("case_erased", today, {"ground": ground})], author, now)
    purge(case, but=case.head_number)
    policy = f"{agreement().id} {agreement().version}"
    write_line(case.id, None, "erase", Decision(True, "erased", policy), now)


NO_GROUND = Text(
    f"Noem de grond van de wissing, in ten hoogste {LONGEST} tekens en zonder haar naam.",
    f"Name the ground of the erasure, in at most {LONGEST} characters and without her name.",
)
MERGED = Text(
    "Dit dossier is samengevoegd met {0}. Wis {0}; dit dossier gaat dan mee.",
    "This case was merged into {0}. Erase {0}; this case then goes with it.",
)
ERASED_ALREADY = Text("Dit dossier is al gewist.", "This case was erased already.")
HELD = Text(
    "Op dossier {0} rust een bewaarplicht (aandachtspunt `legal_hold`). Het kan pas worden "
    "gewist als die is opgeheven.",
    "A legal hold stands on case {0} (flag `legal_hold`). It can be erased once that is lifted.",
)
