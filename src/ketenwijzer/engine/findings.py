"""How a norm stands: each layer answers for itself, then the layers combine.

one outcome per layer  ─►  one finding
                           (agree, or disputed)
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from .governing import GroundFinding, governing, grounds_of, speaking
from .law import DutySpec, Kind, Norm, Standing, Strength
from .outcomes import COURTS_DIFFER, UNSEEN, Asked, Outcome, Reason, ask_layer
from .view import View

__all__ = [
    "COURTS_DIFFER",
    "LAYERS_DISAGREE",
    "SILENT",
    "UNSEEN",
    "Finding",
    "GroundFinding",
    "Outcome",
    "Reason",
    "find",
    "governing",
]

DECIDED = (Standing.HOLDS, Standing.DOES_NOT_HOLD, Standing.LAPSED)
OPEN = (Standing.UNDECIDED, Standing.AWAITS_JUDGEMENT)
CONTESTING = (Standing.HOLDS, Standing.DISPUTED)
WEAK = (Strength.MAY, Strength.TARGET, Strength.AIM)
SILENT = "silent"
LAYERS_DISAGREE = "layers_disagree"


@dataclass(frozen=True, slots=True)
class Finding:
    """How one norm stands for this person on this day, whoever said so and why."""

    norm: str
    kind: Kind
    standing: Standing
    holder: str
    owed_by: tuple[str, ...]
    granted: bool | None = None
    since: date | None = None
    until: date | None = None
    strength: Strength | None = None
    confirmed: bool = True
    grounds: tuple[GroundFinding, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    deciding: Outcome | None = None
    why: str = ""

    @property
    def duty(self) -> DutySpec | None:
        """Return what makes the duty met, if the deciding rule says so."""
        rule = self.deciding.rule if self.deciding else None
        return rule.duty if rule else None

    def essence(self) -> tuple[object, ...]:
        """Return what a person is told of this norm, without how well its text was read."""
        grounds = tuple((ground.ground, ground.truth) for ground in self.grounds)
        days = (self.since, self.until)
        said = (self.standing, self.granted, *days, self.strength, self.owed_by, self.why)
        return (*said, grounds)


def find(view: View, norm: Norm) -> Finding:
    """Find how a norm stands, from every layer that speaks of it."""
    grounds = tuple(grounds_of(view, norm.id))
    asked = Asked(view, norm.id, grounds, {ground.ground: ground.truth for ground in grounds})
    answers = (ask_layer(asked, layer) for layer in speaking(view.corpus, norm.id))
    return combine(norm, grounds, tuple(answer for answer in answers if answer is not None))


# ------------------------------------------------------------------ all layers


def combine(
    norm: Norm, grounds: tuple[GroundFinding, ...], outcomes: tuple[Outcome, ...]
) -> Finding:
    """Combine what the layers say: agreed, disputed, or stated by none."""
    deciding, why = _deciding(outcomes)
    bare = Finding(
        norm.id,
        norm.kind,
        Standing.NOT_STATED,
        norm.holder,
        norm.owed_by,
        grounds=grounds,
        outcomes=outcomes,
        why=SILENT,
    )
    if deciding is None:
        return replace(bare, confirmed=False)
    rule = deciding.fired
    standing = Standing.DISPUTED if why == LAYERS_DISAGREE else deciding.standing
    agreeing = [o for o in outcomes if o.standing == deciding.standing]
    return replace(
        bare,
        standing=standing,
        owed_by=(rule.owed_by if rule else ()) or norm.owed_by,
        granted=rule.granted if rule and standing in DECIDED else None,
        since=deciding.since,
        until=deciding.until,
        strength=rule.strength if rule else None,
        confirmed=any(outcome.confirmed for outcome in agreeing),
        deciding=deciding,
        why=why,
    )


def _deciding(outcomes: Sequence[Outcome]) -> tuple[Outcome | None, str]:
    """Choose the outcome that speaks for the finding; the order of the layers breaks ties.

    Of layers that agree that it holds, one that binds speaks before one that only allows or aims.
    A denial is not the last word while a layer is open whose answer could make it a dispute.
    """
    disputed = [o for o in outcomes if o.standing is Standing.DISPUTED]
    holding = [o for o in outcomes if o.standing is Standing.HOLDS]
    denying = [o for o in outcomes if o.standing in (Standing.DOES_NOT_HOLD, Standing.LAPSED)]
    if disputed:
        return disputed[0], disputed[0].why
    if holding and denying:
        return holding[0], LAYERS_DISAGREE
    contesting = [
        o for o in outcomes if o.standing in OPEN and o.rule and o.rule.then in CONTESTING
    ]
    if contesting and denying and not holding:
        return contesting[0], contesting[0].why
    binding = [o for o in holding if not (o.rule and o.rule.strength in WEAK)]
    for found in (binding, holding, denying, list(outcomes)):
        if found:
            return found[0], found[0].why
    return None, SILENT
