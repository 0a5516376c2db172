"""One function per deed that a story can name; each does what a page does for a person."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from uuid import UUID

from ..access import open_case
from ..actions.answer import (
    accept_referral,
    answer_for_paper,
    decline_referral,
    finish_referral,
    received,
    see_referral,
)
from ..actions.assign import assign
from ..actions.describe import describe
from ..actions.finish import close_case, do_task, merge_cases, reopen_case
from ..actions.guard import break_glass, raise_flag, resolve_flag, review_glass, set_bar
from ..actions.note import add_note, release_item
from ..actions.record import RecordStatement, answer_proposal, record_statement
from ..actions.register import OpenACase, register
from ..models import ReferralRow
from ..state import CaseState, Record
from ..writing import Writing, writing
from .sharing import answer_copy, ask, confirm, name, refer, withdraw
from .stage import Turn, later, plain


def play(turn: Turn) -> None:
    """Do a deed."""
    DEEDS[turn.deed.name](turn)


def _case(turn: Turn) -> AbstractContextManager[Writing]:
    return writing(turn.member, turn.number, turn.now, turn.activity)


# ------------------------------------------------------------------ the case and what is known


def _open(turn: Turn) -> None:
    story, today = turn.story, turn.stage.today
    identity = {key: value for key, value in story.identity.items() if key != "born"}
    person = dict(story.person)
    born = later(str(story.identity.get("born", "")), today)
    if born is not None:
        identity["birth_date"] = born.isoformat()
    if born is not None and person.get("age_group") == "minor":
        person["birth_date"] = born.isoformat()
    account = turn.named("exploitation") or {"account": f"Verzonnen: {story.told.nl}."}
    turn.stage.numbers[story.key] = register(
        turn.member,
        OpenACase(
            turn.later("indication") or turn.day,
            plain(identity),
            plain(person),
            plain(story.contact),
            plain(account),
        ),
        turn.now,
    )


def _look(turn: Turn) -> None:
    open_case(turn.member, turn.number, turn.now)


def _state(turn: Turn) -> None:
    """Record one statement, or several in one sitting."""
    with _case(turn) as case:
        for one in turn.each():
            record_statement(case, _statement(one, case))


def _statement(turn: Turn, case: Writing) -> RecordStatement:
    attributes = plain(turn.named("attributes"))
    for key, far in turn.named("days").items():
        day = later(str(far), turn.day)
        attributes[key] = day.isoformat() if day else None
    corrected = _own(case, turn.text("corrects")).number if turn.text("corrects") else None
    on = turn.later("day") or turn.day
    return RecordStatement(turn.text("type"), on, attributes, corrected)


def _own(case: Writing, kind: str) -> Record:
    """Return the last statement of a kind by the member's own organisation."""
    return next(
        record
        for record in reversed(case.state.records)
        if record.text("type") == kind and record.author.organisation == case.member.organisation_id
    )


def _confirm(turn: Turn) -> None:
    """Confirm what a colleague put forward; where nobody would lose, there is nothing to do."""
    with _case(turn) as case:
        for proposal in case.state.proposals.values():
            own = proposal.author.organisation == turn.member.organisation_id
            if own and not proposal.answer:
                answer_proposal(case, proposal.number, confirmed=True)


def _describe(turn: Turn) -> None:
    values = {key: value for key, value in turn.values.items() if key != "section"}
    with _case(turn) as case:
        describe(case, turn.text("section"), plain(values), case.case.head_number)


def _note(turn: Turn) -> None:
    with _case(turn) as case:
        add_note(case, turn.line)


def _release(turn: Turn) -> None:
    """Release the last note of the own organisation."""
    with _case(turn) as case:
        own = turn.member.organisation_id
        notes = [r for r in case.state.records if r.kind == "note_added"]
        note = next(r for r in reversed(notes) if r.author.organisation == own)
        release_item(case, note.number, turn.organisation("to"), turn.text("ground"))


# ------------------------------------------------------------------ referrals


def _answer(answer: Callable[[Writing, UUID, Turn], None]) -> Callable[[Turn], None]:
    """Return the deed that gives an answer to the last referral that waits for it."""

    def deed(turn: Turn) -> None:
        rows = ReferralRow.objects.filter(case__number=turn.number, open=True)
        mine = rows.filter(receiver=turn.member.organisation_id).order_by("-made_at")
        referral = mine.values_list("id", flat=True)[0]
        with received(turn.member, referral, turn.now, turn.activity) as case:
            answer(case, referral, turn)

    return deed


def _finish(turn: Turn) -> None:
    with _case(turn) as case:
        own = turn.member.organisation_id
        running = [r.id for r in case.state.referrals.values() if r.receiver == own]
        finish_referral(case, running[-1], turn.line)


def _paper(turn: Turn) -> None:
    with _case(turn) as case:
        own = turn.member.organisation_id
        open_ = [r.id for r in case.state.referrals.values() if r.sender == own and r.is_open]
        answer_for_paper(case, open_[-1], turn.text("answer"), turn.text("reason"))


# ------------------------------------------------------------------ guarding, assigning, closing


def _flag(turn: Turn) -> None:
    with _case(turn) as case:
        raise_flag(case, turn.text("flag"), turn.text("message"), turn.later("due"))


def _resolve(turn: Turn) -> None:
    with _case(turn) as case:
        flag = next(flag for flag in case.state.flags.values() if not flag.resolved)
        resolve_flag(case, flag.id, turn.line)


def _bar(turn: Turn) -> None:
    organisation = turn.organisation("organisation") if turn.text("organisation") else None
    with _case(turn) as case:
        whom = turn.someone("member")
        set_bar(case, organisation=organisation, member=whom, reason=turn.text("reason"))


def _glass(turn: Turn) -> None:
    break_glass(turn.member, turn.number, turn.text("section"), turn.text("reason"), turn.now)


def _review(turn: Turn) -> None:
    with _case(turn) as case:
        glass = next(glass for glass in case.state.glasses if not glass.reviewed)
        review_glass(case, glass.number, turn.text("verdict"), turn.text("remark"))


def _assign(turn: Turn) -> None:
    with _case(turn) as case:
        assign(case, turn.someone("type"))


def _task(turn: Turn) -> None:
    with _case(turn) as case:
        do_task(case, _waiting(case.state, turn), turn.text("outcome"))


def _waiting(state: CaseState, turn: Turn) -> UUID:
    """Return the task of a kind that waits for the member's organisation."""
    own = turn.member.organisation_id
    tasks = [t for t in state.tasks.values() if t.organisation == own and not t.outcome]
    return next(task.id for task in tasks if task.kind == turn.text("kind"))


def _close(turn: Turn) -> None:
    with _case(turn) as case:
        close_case(case, turn.text("reason"), turn.text("explained"))


def _reopen(turn: Turn) -> None:
    with _case(turn) as case:
        reopen_case(case, turn.line)


def _merge(turn: Turn) -> None:
    other = turn.stage.numbers[turn.text("story")]
    merge_cases(turn.member, turn.number, other, turn.text("reason"), turn.now)


DEEDS: dict[str, Callable[[Turn], None]] = {
    "open": _open,
    "look": _look,
    "state": _state,
    "confirm": _confirm,
    "describe": _describe,
    "note": _note,
    "release": _release,
    "refer": refer,
    "see": _answer(lambda case, referral, _: see_referral(case, referral)),
    "accept": _answer(lambda case, referral, _: accept_referral(case, referral)),
    "decline": _answer(
        lambda case, referral, turn: decline_referral(
            case, referral, turn.text("reason"), turn.text("alternative")
        )
    ),
    "finish": _finish,
    "paper": _paper,
    "consent": ask,
    "withdraw_consent": withdraw,
    "answer_withdrawal": answer_copy,
    "ground": name,
    "confirm_ground": confirm,
    "flag": _flag,
    "resolve": _resolve,
    "bar": _bar,
    "glass": _glass,
    "review": _review,
    "assign": _assign,
    "task": _task,
    "close": _close,
    "reopen": _reopen,
    "merge": _merge,
}
