"""Close a case, reopen it, join two files of one person, and take them apart again."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from ...engine.vocabulary import Text
from ..access import OpenCase
from ..errors import Denied, Refused
from ..models import Member
from ..reasons import said
from ..statuses import CaseStatus
from ..writing import Writing, writing
from .describe import LONGEST, TOO_LONG
from .keeping import own_task
from .request import REQUEST_TASKS

# Tasks that are done by a deed of their own, never by ticking them off.
BY_THEIR_DEED = (
    "review_glass",
    "answer_withdrawal",
    "confirm_ground",
    "assign_again",
    *REQUEST_TASKS,
)
CLOSING = ("goals_reached", "her_wish", "departure", "other_mechanism", "no_contact", "other")


def close_case(case: Writing, reason: str, explained: str) -> None:
    """Close a case, with a reason; nothing may still wait for an answer."""
    _require_owner(case)
    if case.state.status is not CaseStatus.OPEN:
        raise Refused("not_open", NOT_OPEN)
    if reason not in CLOSING:
        raise Refused("no_reason", NO_REASON, "reason")
    if len(explained) > LONGEST:
        raise Refused("too_long", TOO_LONG, "explained")
    if reason == "other" and not explained.strip():
        raise Refused("no_explanation", EXPLAIN_OTHER, "explained")
    refuse_open_ends(case)
    case.add("case_closed", None, reason=reason, explained=explained.strip())


def refuse_open_ends(case: OpenCase) -> None:
    """Raise `Refused` while something still waits for somebody; a closed file is on no list."""
    if any(referral.is_open for referral in case.state.referrals.values()):
        raise Refused("referral_open", REFERRAL_OPEN)
    if any(not task.outcome for task in case.state.tasks.values()):
        raise Refused("task_open", TASK_OPEN)


def reopen_case(case: Writing, explained: str) -> None:
    """Open a closed case again, with a reason."""
    _require_owner(case)
    if case.state.status is not CaseStatus.CLOSED:
        raise Refused("not_closed", NOT_CLOSED)
    if not explained.strip():
        raise Refused("no_reason", NO_REASON, "explained")
    case.add("case_reopened", None, explained=explained.strip())


def do_task(case: Writing, task: UUID, outcome: str) -> None:
    """Tell that a task of the own organisation is done, and how."""
    found = own_task(case, task)
    if found.kind in BY_THEIR_DEED:
        raise Refused("another_way", ANOTHER_WAY)
    if not outcome.strip():
        raise Refused("no_outcome", NO_OUTCOME, "outcome")
    case.add("task_done", None, id=task.hex, outcome=outcome.strip()[:LONGEST])


def merge_cases(
    member: Member, kept: str, other: str, reason: str, now: datetime, token: UUID | None = None
) -> None:
    """Join two files of one person: both must be the member's to own; each keeps its chronology.

    Whoever is barred from one is barred from both.
    """
    if not reason.strip():
        raise Refused("no_reason", NO_REASON, "reason")
    if kept == other:
        raise Refused("same_case", SAME_CASE, "other")
    first, second = sorted((kept, other))
    with (
        transaction.atomic(),
        writing(member, first, now, "merge", token) as one,
        writing(member, second, now, "merge") as two,
    ):
        if one.repeated:
            return
        into, away = (one, two) if first == kept else (two, one)
        for case in (into, away):
            _require_mergeable(case)
        into.add("case_merged", None, case=away.case.id.hex, side="from", reason=reason.strip())
        away.add("case_merged", None, case=into.case.id.hex, side="into", reason=reason.strip())
        _share_bars(into, away)
        _share_bars(away, into)


def unmerge_cases(
    member: Member, kept: str, other: str, reason: str, now: datetime, token: UUID | None = None
) -> None:
    """Take two joined files apart again; what was recorded meanwhile stays where it was."""
    if not reason.strip():
        raise Refused("no_reason", NO_REASON, "reason")
    first, second = sorted((kept, other))
    with (
        transaction.atomic(),
        writing(member, first, now, "unmerge", token) as one,
        writing(member, second, now, "unmerge") as two,
    ):
        if one.repeated:
            return
        into, away = (one, two) if first == kept else (two, one)
        if not member.oversees:
            raise Denied("only_coordinator", said("only_coordinator"))
        if away.case.id not in into.state.merged:
            raise Refused("not_merged", NOT_MERGED)
        _require_owner(into)
        into.add("case_unmerged", None, case=away.case.id.hex, reason=reason.strip())
        away.add("case_unmerged", None, case=into.case.id.hex, reason=reason.strip())


def _require_mergeable(case: Writing) -> None:
    _require_owner(case)
    if not case.member.oversees:
        raise Denied("only_coordinator", said("only_coordinator"))
    if case.state.status is CaseStatus.MERGED or case.state.merged:
        raise Refused("merged_already", MERGED_ALREADY)
    if any(referral.is_open for referral in case.state.referrals.values()):
        raise Refused("referral_open", REFERRAL_OPEN)


def _share_bars(one: Writing, other: Writing) -> None:
    """Bar from one file whoever is barred from the other; the owner of both cannot be."""
    barred = [("organisation", o) for o in other.state.barred_organisations]
    barred += [("member", m) for m in other.state.barred_members]
    there = one.state.barred_organisations | one.state.barred_members
    for kind, whom in sorted(barred):
        if whom not in there:
            names = {"organisation": "", "member": "", kind: whom.hex, **_typed(other, whom)}
            one.add("bar_set", None, **names, reason="")


def _typed(case: Writing, whom: UUID) -> dict[str, str]:
    """Return the name by which somebody was barred, if it was typed."""
    bars = (r for r in case.state.records if r.kind == "bar_set" and r.text("login"))
    return next(({"login": r.text("login")} for r in bars if r.text("member") == whom.hex), {})


def _require_owner(case: Writing) -> None:
    if not case.is_owner:
        raise Denied("only_owner", said("only_owner"))


NOT_OPEN = Text("Dit dossier is niet open.", "This case is not open.")
NOT_CLOSED = Text("Dit dossier is niet gesloten.", "This case is not closed.")
NO_REASON = Text("Kies een reden.", "Choose a reason.")
REFERRAL_OPEN = Text(
    "Er wacht nog een doorverwijzing op antwoord. Wacht daarop of trek haar in.",
    "A referral still awaits an answer. Await it or withdraw it.",
)
TASK_OPEN = Text(
    "Er staat nog een taak open. Doe die eerst: een gesloten dossier staat op geen werklijst.",
    "A task is still open. Do it first: a closed case is on no worklist.",
)
EXPLAIN_OTHER = Text("Schrijf welke reden.", "Write which reason.")
ANOTHER_WAY = Text(
    "Deze taak is gedaan zodra u beoordeelt of antwoordt waar zij over gaat.",
    "This task is done as soon as you judge or answer what it is about.",
)
NO_OUTCOME = Text("Wat was de uitkomst?", "What was the outcome?")
SAME_CASE = Text("Dit is hetzelfde dossier.", "This is the same case.")
MERGED_ALREADY = Text("Een van beide is al samengevoegd.", "One of them was merged already.")
NOT_MERGED = Text("Deze dossiers zijn niet samengevoegd.", "These cases are not merged.")
