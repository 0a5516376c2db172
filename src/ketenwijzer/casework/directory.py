"""Who is who in the chain: the partners, one's colleagues, and who can be called now.

Where shelters are is kept secret (safety rule 14): no telephone number before a place is
accepted, and a region only where at least three of them are.
"""

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


def on_call(organisation: Organisation, now: datetime) -> list[OnCall]:
    """Return who answers for an organisation at a moment."""
    return list(_shifts(now).filter(organisation=organisation).select_related("member"))


def _shifts(now: datetime) -> QuerySet[OnCall]:
    return OnCall.objects.filter(starts__lte=now, ends__gt=now, member__is_active=True)


def partners(by: Member, now: datetime, wanted: Wanted, most: int) -> tuple[list[Partner], str]:
    """Return a page of partners as a member may see them, and the name after which to go on."""
    shown = _regions_with_enough()
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


def _regions_with_enough() -> frozenset[str]:
    counted = (
        Organisation.objects.filter(active=True, role__in=SECRET)
        .values("region")
        .annotate(count=Count("id"))
    )
    return frozenset(row["region"] for row in counted if row["count"] >= FEWEST)


def kinds_and_regions() -> tuple[list[str], list[str]]:
    """Return the kinds of organisation, and the regions that a colleague may choose from."""
    active = Organisation.objects.filter(active=True)
    kinds = active.order_by("role").values_list("role", flat=True).distinct()
    regions = set(active.exclude(role__in=SECRET).values_list("region", flat=True))
    return list(kinds), sorted((regions | _regions_with_enough()) - {""})


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
