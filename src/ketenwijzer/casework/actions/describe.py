"""Record who she is, how to reach her safely, and what else stands in a section of its own."""

from collections.abc import Mapping

from ...engine.vocabulary import Text
from ..errors import Refused
from ..events import KINDS
from ..writing import Writing

DESCRIPTIONS = {
    "identity": "identity_recorded",
    "contact": "contact_plan_recorded",
    "exploitation": "exploitation_recorded",
    "health": "health_recorded",
    "care": "care_recorded",
}
LONGEST = 4000
TOO_LONG = Text(
    f"Dit is te lang (meer dan {LONGEST} tekens). Kort het in; er is niets verloren.",
    f"This is too long (over {LONGEST} characters). Shorten it; nothing is lost.",
)
NO_DESCRIPTION = Text("Dit onderdeel bestaat niet.", "There is no such section.")


def describe(case: Writing, section: str, values: Mapping[str, object], seen: int) -> None:
    """Replace what a section says; raises `Stale` if somebody else did since entry `seen`.

    What was said before stays in the chronology.
    """
    kind = DESCRIPTIONS.get(section)
    if kind is None:
        raise Refused("no_section", NO_DESCRIPTION)
    case.require(case.may_record(KINDS[kind].section))
    _refuse_unread(case, kind, section)
    case.refuse_stale(seen, (kind,))
    for name, value in values.items():
        if isinstance(value, str) and len(value) > LONGEST:
            raise Refused("too_long", TOO_LONG, name)
    case.add(kind, None, **dict(values))


def _refuse_unread(case: Writing, kind: str, section: str) -> None:
    """Refuse to replace what the member may not read: the safe way to reach her would be lost."""
    now = case.state.latest.get(kind)
    if now is not None and not case.reads(now):
        case.require(case.may(section))
