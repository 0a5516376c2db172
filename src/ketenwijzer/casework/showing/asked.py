"""What she asked for herself, by when she has an answer, and what that was."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from ...engine.vocabulary import Text
from ...telling.language import Reader, capital
from ..access import OpenCase
from ..actions.request import may_answer, reads_request
from ..position import agreement
from ..queries import Names
from ..state import Record, Request

UNKNOWN = Text("verzoek", "request")


@dataclass(frozen=True, slots=True)
class Asking:
    """One request of hers, as whoever looks may read it. `answer_by` was agreed, it is no law."""

    id: UUID
    request: str
    title: str
    asked: str
    at: datetime
    by: str
    answer_by: date | None
    outcome: str
    explained: str
    answered_at: datetime | None
    restricts: bool
    may_answer: bool
    may_lift: bool


def requests_of(case: OpenCase, names: Names, reader: Reader) -> list[Asking]:
    """Return the requests that a member may read of, what waits for an answer on top."""
    records = {(r.kind, r.text("id")): r for r in case.records()}
    found = [r for r in case.state.requests.values() if reads_request(case, r)]
    found.sort(key=lambda request: (bool(request.outcome), -request.number))
    return [_asking(case, request, records, names, reader) for request in found]


def _asking(
    case: OpenCase,
    request: Request,
    records: dict[tuple[str, str], Record],
    names: Names,
    reader: Reader,
) -> Asking:
    made = records["request_made", request.id.hex]
    answer = records.get(("request_answered", request.id.hex))
    agreed = agreement().requests.get(request.request)
    return Asking(
        request.id,
        request.request,
        capital(reader(agreed.text if agreed else UNKNOWN)),
        made.text("asked"),
        made.recorded_at,
        names.organisation(request.author.organisation),
        request.answer_by,
        request.outcome,
        answer.text("explained") if answer else "",
        answer.recorded_at if answer else None,
        request.restricts,
        may_answer(case, request),
        case.is_owner and request.restricts and bool(request.outcome),
    )
