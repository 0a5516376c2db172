"""The deeds of a story that share something of her: referral, consent, another ground."""

from ...corpus.demonstration import Data
from ..actions.consent import ConsentAnswer, answer_withdrawal, ask_consent, withdraw_consent
from ..actions.ground import NameGround, confirm_ground, name_ground
from ..actions.refer import MakeReferral, make_referral
from ..writing import writing
from .stage import Turn, later


def refer(turn: Turn) -> None:
    """Refer her to a partner."""
    asked = turn.named("consent")
    answer = _answer(turn, asked) if asked else None
    with writing(turn.member, turn.number, turn.now, turn.activity) as case:
        make_referral(
            case,
            MakeReferral(
                turn.organisation("to"),
                turn.text("service"),
                turn.texts("sections"),
                turn.text("ground"),
                turn.text("question"),
                turn.text("explained"),
                answer,
                turn.is_said("hands_over"),
            ),
        )


def ask(turn: Turn) -> None:
    """Ask her consent outside a referral."""
    with writing(turn.member, turn.number, turn.now, turn.activity) as case:
        ask_consent(
            case,
            turn.organisation("to"),
            turn.text("purpose"),
            turn.texts("sections"),
            _answer(turn, turn.values),
        )


def withdraw(turn: Turn) -> None:
    """Record that she takes back what she consented to for one receiver."""
    receiver = turn.organisation("to")
    with writing(turn.member, turn.number, turn.now, turn.activity) as case:
        given = [c for c in case.state.consents.values() if c.receiver == receiver and c.given]
        withdraw_consent(case, given[-1].id)


def answer_copy(turn: Turn) -> None:
    """Tell what became of the copy after a withdrawal."""
    with writing(turn.member, turn.number, turn.now, turn.activity) as case:
        own = turn.member.organisation_id
        tasks = [t for t in case.state.tasks.values() if t.kind == "answer_withdrawal"]
        waiting = next(t for t in tasks if t.organisation == own and not t.outcome)
        answer_withdrawal(case, waiting.id, turn.text("answer"), turn.text("ground"))


def name(turn: Turn) -> None:
    """Put another ground than consent forward."""
    with writing(turn.member, turn.number, turn.now, turn.activity) as case:
        name_ground(
            case,
            NameGround(
                turn.organisation("to"),
                turn.text("purpose"),
                turn.texts("sections"),
                turn.text("ground"),
                turn.text("explained"),
                turn.is_said("she_was_told"),
                turn.text("why_not_told"),
            ),
        )


def confirm(turn: Turn) -> None:
    """Confirm another ground, as the second person."""
    with writing(turn.member, turn.number, turn.now, turn.activity) as case:
        waiting = next(g for g in case.state.grounds.values() if not g.confirmed)
        confirm_ground(case, waiting.id)


def _answer(turn: Turn, said: dict[str, Data]) -> ConsentAnswer:
    return ConsentAnswer(
        said.get("given") is True,
        str(said.get("language", "")),
        str(said.get("interpreter", "")),
        asked_alone=True,
        until=later(str(said.get("until", "")), turn.day),
        by=str(said.get("by", "herself")),
    )
