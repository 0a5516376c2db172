"""What a receiver is told of her before it accepts a referral: no name, no contact, no place.

It is kept in the referral as it was when that was sent, so that what the sender previewed is what
the receiver reads.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from ..engine.case import PERSON
from .access import OpenCase
from .position import is_established, is_statement
from .state import Record

AGE_ASSESSED = "age_assessed"
SPEAKING = {"language": "languages", "interpreter": "interpreter"}
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Introduction:
    """All that is told of her before somebody accepts: no name, no contact, no place."""

    age_group: str = UNKNOWN
    nationality: str = UNKNOWN
    language: str = ""
    interpreter: str = ""
    danger: bool = False

    def said(self) -> dict[str, object]:
        """Return it as an entry of the chronology carries it."""
        return asdict(self)

    @classmethod
    def heard(cls, values: Mapping[str, object]) -> "Introduction":
        """Return what an entry carries; what it does not know stays unknown."""
        return cls(
            str(values.get("age_group") or UNKNOWN),
            str(values.get("nationality") or UNKNOWN),
            str(values.get("language") or ""),
            str(values.get("interpreter") or ""),
            values.get("danger") is True,
        )


def introduction(case: OpenCase) -> Introduction:
    """Return what may be told at once, of what the sender sees itself."""
    told: dict[str, object] = {}
    for record in case.records():
        told |= _told_by(record, case)
    return Introduction.heard(told)


def _told_by(record: Record, case: OpenCase) -> dict[str, object]:
    if record.kind in ("identity_recorded", "contact_plan_recorded"):
        found: dict[str, object] = {
            name: record.data[field] for name, field in SPEAKING.items() if record.text(field)
        }
        if record.kind == "contact_plan_recorded":
            found["danger"] = record.data.get("danger_now") is True
        return found
    if not is_statement(record) or not is_established(record, case.decider.state_of(record)):
        return {}
    said = record.values("attributes")
    if record.text("type") == PERSON:
        return {name: said[name] for name in ("age_group", "nationality") if said.get(name)}
    if record.text("type") == AGE_ASSESSED and said.get("outcome"):
        return {"age_group": said["outcome"]}
    return {}
