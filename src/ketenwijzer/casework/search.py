"""Search before a case is opened: within one's own cases hits, beyond them one neutral answer.

A search needs a name, a year of birth and a purpose, and is counted. Whether somebody unknown,
known elsewhere or forbidden was asked for cannot be seen from the answer or its time: what was
asked is kept sealed, and the owner of a hit hears of it later (`handle_searches`).
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar
from uuid import uuid4

from django.conf import settings
from django.db.models import Q, QuerySet

from ..engine.vocabulary import Text
from .access import takes_part, visible
from .errors import CaseworkError, Denied, Refused
from .keystore import keys
from .models import Case, Involvement, Member, SearchAsked, SearchToken
from .names import tokens_for
from .position import HERE, agreement
from .reasons import said
from .sealing import seal, unseal
from .statuses import CaseStatus
from .writing import writing_by_mechanism

MOST_WORDS = 5
MOST_HITS = 20

Row = TypeVar("Row", Case, Involvement)


@dataclass(frozen=True, slots=True)
class Search:
    """For whom, and why; the year of birth may be a guess."""

    name: str
    birth_year: int
    purpose: str


def search(member: Member, asked: Search, now: datetime) -> list[Involvement]:
    """Return the hits on the member's own list; records the search for the quota and the owners."""
    _check(member, asked, now)
    words = tokens_for(asked.name, asked.birth_year)[:MOST_WORDS]
    if not words:
        raise Refused("no_name", NO_NAME, "name")
    found = _matching(visible(member, now).filter(named=True), words, "case")
    hits = list(found.select_related("case")[:MOST_HITS])
    name = uuid4()
    said_ = {"name": asked.name, "year": asked.birth_year}
    SearchAsked.objects.create(
        id=name, at=now, member=member, purpose=asked.purpose, sealed=seal(_key(), name.hex, said_)
    )
    return hits


def handle_searches(now: datetime) -> int:
    """Tell the owners of cases that somebody else searched for; return how many searches."""
    waiting = SearchAsked.objects.filter(handled=False).select_related("member").order_by("at")
    count = 0
    for asked in waiting:
        said_ = unseal(_key(), asked.id.hex, bytes(asked.sealed))
        year = said_["year"]
        words = tokens_for(str(said_["name"]), year if isinstance(year, int) else 0)[:MOST_WORDS]
        hits = _matching(Case.objects.exclude(status=CaseStatus.ERASED), words, "id")
        own = visible(asked.member, now).filter(named=True).values("case")
        for number in hits.exclude(id__in=own).values_list("number", flat=True)[:MOST_HITS]:
            with suppress(CaseworkError):
                _tell_owner(number, asked, now)
        SearchAsked.objects.filter(id=asked.id).update(handled=True, sealed=b"")
        count += 1
    return count


def _tell_owner(number: str, asked: SearchAsked, now: datetime) -> None:
    with writing_by_mechanism(number, now, "tell_of_search") as case:
        owner, searcher = case.state.owner, asked.member.organisation_id
        if owner is None or searcher is None or owner == searcher:
            return
        barred = searcher in case.state.barred_organisations
        barred = barred or asked.member_id in case.state.barred_members
        case.add(
            "task_made",
            None,
            id=uuid4().hex,
            organisation=owner.hex,
            task="barred_search" if barred else "somebody_searched",
            due=(case.today + timedelta(days=1)).isoformat(),
            about=0,
            searcher=searcher.hex,
            purpose=asked.purpose,
        )


def _check(member: Member, asked: Search, now: datetime) -> None:
    if not member.sees_cases or member.organisation is None or not takes_part(member.organisation):
        raise Denied("no_cases", said("no_cases"))
    access = agreement().roles.get(member.organisation.role)
    if access is None or asked.purpose not in access.purposes:
        raise Refused("no_purpose", NO_PURPOSE, "purpose")
    if not 1900 <= asked.birth_year <= now.year:
        raise Refused("no_year", NO_YEAR, "birth_year")
    midnight = now.astimezone(HERE).replace(hour=0, minute=0, second=0, microsecond=0)
    done = SearchAsked.objects.filter(member=member, at__gte=midnight)
    if done[: settings.SEARCHES_A_DAY].count() >= settings.SEARCHES_A_DAY:
        raise Refused("quota", QUOTA)


def _matching(rows: QuerySet[Row], words: list[set[bytes]], case: str) -> QuerySet[Row]:
    """Narrow rows to the cases in which every word occurs: from the words, never row by row."""
    for tokens in words:
        hits = SearchToken.objects.filter(token__in=tokens).values("case")
        rows = rows.filter(Q((f"{case}__in", hits)))
    return rows


def _key() -> bytes:
    return keys().secret("seal searches")


NO_NAME = Text(
    "Vul een naam in van ten minste twee letters.", "Fill in a name of at least two letters."
)
NO_YEAR = Text(
    "Vul een geboortejaar in; een schatting mag.", "Fill in a year of birth; a guess will do."
)
NO_PURPOSE = Text("Kies waarvoor u zoekt.", "Choose why you search.")
QUOTA = Text(
    "U hebt vandaag al zo vaak gezocht als kan. Vraag een collega of probeer het morgen. In nood: "
    "open een nieuw dossier; dubbele dossiers kunnen later worden samengevoegd.",
    "You have searched as often as possible today. Ask a colleague or try tomorrow. In an "
    "emergency: open a new case; two cases of one person can be merged later.",
)
