"""Who is who in the chain: the partners, one's colleagues, and who can be called now.

Where shelters are is kept secret (safety rule 14): no telephone number before a place is
accepted, and a region only where at least three of them are.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Prefetch, Q, QuerySet

from .models import Deputy, Member, OnCall, Organisation

# Organisations whose whereabouts are secret.
SECRET = ("shelter", "womens_shelter")
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation as a colleague of another one may see it."""

    name: str
    role: str
    region: str
    phone: str
    on_paper: bool
    on_call: tuple[OnCall, ...]
    secret: bool
    own: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which partners are looked for: a kind, a region, and after which name the page begins."""

    role: str = ""
    region: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """The kinds and regions that one may choose from, and where secret ones may be told of."""

    kinds: tuple[str, ...]
    regions: tuple[str, ...]
    shown: frozenset[str]


def on_call(organisation: Organisation, now: datetime) -> list[OnCall]:
    """Return who answers for an organisation at a moment."""
    return list(_shifts(now).filter(organisation=organisation).select_related("member"))


def _shifts(now: datetime) -> QuerySet[OnCall]:
    return OnCall.objects.filter(starts__lte=now, ends__gt=now, member__is_active=True)


def partners(
    by: Member, now: datetime, wanted: Wanted, shown: frozenset[str], most: int
) -> tuple[list[Partner], str]:
    """Return a page of partners as a member may see them, and the name after which to go on.

    `shown` are the regions in which a secret one may be told of (`known_kinds`).
    """
    found = Organisation.objects.filter(active=True, name__gt=wanted.after).prefetch_related(
        Prefetch("roster", _shifts(now), to_attr="now_on_call")
    )
    if wanted.role:
        found = found.filter(role=wanted.role)
    if wanted.region:
        found = found.filter(region=wanted.region)
        if wanted.region not in shown:
            found = found.filter(~Q(role__in=SECRET) | Q(id=by.organisation_id))
    page = list(found.order_by("name")[: most + 1])
    rest = page[most - 1].name if len(page) > most else ""
    return [_partner(one, by, shown) for one in page[:most]], rest


def _partner(one: Organisation, by: Member, shown: frozenset[str]) -> Partner:
    own = one.id == by.organisation_id
    secret = one.role in SECRET and not own
    return Partner(
        one.name,
        one.role,
        one.region if not secret or one.region in shown else "",
        one.phone if not secret else "",
        one.on_paper,
        () if secret else tuple(getattr(one, "now_on_call", ())),
        secret,
        own,
    )


def known_kinds() -> Known:
    """Return which kinds of organisation and regions there are, in one question."""
    active = Organisation.objects.filter(active=True)
    counted = list(active.values_list("role", "region").annotate(Count("id")).order_by())
    hidden: Counter[str] = Counter()
    for role, region, count in counted:
        hidden[region] += count if role in SECRET else 0
    shown = frozenset(region for region, count in hidden.items() if count >= FEWEST)
    open_ = {region for role, region, _ in counted if role not in SECRET}
    kinds = sorted({role for role, _, _ in counted})
    return Known(tuple(kinds), tuple(sorted((open_ | shown) - {""})), shown)


def colleagues(organisation: Organisation) -> QuerySet[Member]:
    """Return everyone of an organisation, whoever is active first."""
    return Member.objects.filter(organisation=organisation).order_by("-is_active", "name")


def who_can_stand_in(member: Member) -> QuerySet[Member]:
    """Return the colleagues who could stand in for somebody."""
    found = Member.objects.filter(organisation=member.organisation_id, is_active=True)
    return found.exclude(id=member.id).order_by("name")


def stand_ins(member: Member, now: datetime) -> QuerySet[Deputy]:
    """Return who stands in for somebody, now or later."""
    return member.deputies.filter(ends__gte=now.date()).select_related("deputy").order_by("starts")


def roster(organisation: Organisation, now: datetime) -> QuerySet[OnCall]:
    """Return the shifts of an organisation that are not over."""
    found = OnCall.objects.filter(organisation=organisation, ends__gt=now)
    return found.select_related("member").order_by("starts", "id")
