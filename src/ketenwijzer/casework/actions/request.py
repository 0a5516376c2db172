"""What she asks for herself: recorded for her by anyone involved, answered by the owner in time."""

from datetime import timedelta
from uuid import UUID, uuid4

from ...corpus.agreements import REQUESTS
from ...engine.vocabulary import Text
from ..access import OpenCase
from ..errors import Denied, Refused
from ..events import BASICS
from ..position import agreement
from ..reasons import said
from ..state import Request
from ..writing import Writing
from .describe import LONGEST, TOO_LONG
from .keeping import finish_tasks, give_task, own_tasks

REQUEST_TASKS = tuple(f"request_{name}" for name in REQUESTS)
OUTCOMES = ("granted", "partly", "refused", "taken_back")
TO_BE_EXPLAINED = ("partly", "refused")


def make_request(case: Writing, request: str, asked: str) -> UUID:
    """Record what she asks, and give the owner the task to answer it by the agreed day.

    A restriction shows on the case from that moment, whatever comes of it.
    """
    case.require(case.may_record(BASICS))
    agreed = agreement().requests.get(request)
    if agreed is None:
        raise Refused("no_request", NO_REQUEST, "request")
    _refuse_length(asked, "asked")
    name = uuid4()
    due = case.today + timedelta(days=agreed.answer_days)
    number = case.add(
        "request_made",
        None,
        id=name.hex,
        request=request,
        asked=asked.strip(),
        answer_by=due.isoformat(),
    )
    owner = case.state.owner or case.member.organisation_id
    if owner is not None:
        give_task(case, owner, f"request_{request}", due, number)
    return name


def answer_request(case: Writing, request: UUID, outcome: str, explained: str) -> None:
    """Answer what she asked, as the owner or whoever has the task; a no is explained."""
    found = case.state.requests.get(request)
    if found is None or not reads_request(case, found) or found.outcome:
        raise Refused("no_request", ANSWERED)
    if not may_answer(case, found):
        raise Denied("only_owner", said("only_owner"))
    if outcome not in OUTCOMES:
        raise Refused("no_outcome", NO_OUTCOME, "outcome")
    if outcome in TO_BE_EXPLAINED and not explained.strip():
        raise Refused("no_explanation", EXPLAIN, "explained")
    _refuse_length(explained, "explained")
    case.add("request_answered", None, id=request.hex, outcome=outcome, explained=explained.strip())
    finish_tasks(case, f"request_{found.request}", found.number, outcome)


def lift_restriction(case: Writing, request: UUID, reason: str) -> None:
    """Let the case be used again as before, with a reason; only after her request was answered."""
    case.require(case.may_record(BASICS))
    if not case.is_owner:
        raise Denied("only_owner", said("only_owner"))
    found = case.state.requests.get(request)
    if found is None or not found.restricts:
        raise Refused("no_request", NOT_RESTRICTED)
    if not found.outcome:
        raise Refused("not_answered", ANSWER_FIRST)
    if not reason.strip():
        raise Refused("no_reason", NO_REASON, "reason")
    _refuse_length(reason, "reason")
    case.add("restriction_lifted", None, id=request.hex, reason=reason.strip())


def reads_request(case: OpenCase, request: Request) -> bool:
    """Tell whether the member may read a request of hers."""
    record = case.state.record(request.number)
    return record is not None and case.reads(record)


def may_answer(case: OpenCase, request: Request) -> bool:
    """Tell whether the member may answer a request: the owner, or who owned the case then."""
    if request.outcome or not case.may_record(BASICS).allowed:
        return False
    return case.is_owner or any(task.about == request.number for task in own_tasks(case))


def _refuse_length(text: str, field: str) -> None:
    if len(text) > LONGEST:
        raise Refused("too_long", TOO_LONG, field)


NO_REQUEST = Text("Kies wat zij vraagt.", "Choose what she asks.")
ANSWERED = Text("Dit verzoek is al beantwoord.", "This request was answered already.")
NO_OUTCOME = Text("Kies een antwoord.", "Choose an answer.")
EXPLAIN = Text(
    "Leg uit waarom niet alles kan, zodat zij het begrijpt.",
    "Explain why not everything is possible, so that she understands.",
)
NOT_RESTRICTED = Text("Deze beperking geldt niet (meer).", "This restriction no longer stands.")
ANSWER_FIRST = Text("Beantwoord eerst haar verzoek.", "Answer her request first.")
NO_REASON = Text("Geef een reden.", "Give a reason.")
