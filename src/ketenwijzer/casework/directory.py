"""Who is who in the chain: the partners, one's colleagues, and who can be called now.

No address of a shelter is here, because none is kept (safety rule 14).
"""

from datetime import datetime

from django.db.models import Prefetch, QuerySet

from .models import Member, OnCall, Organisation


def on_call(organisation: Organisation, now: datetime) -> list[OnCall]:
    """Return who answers for an organisation at a moment."""
    found = OnCall.objects.filter(organisation=organisation, starts__lte=now, ends__gt=now)
    return list(found.filter(member__is_active=True).select_related("member"))


def partners(now: datetime, role: str = "", region: str = "") -> QuerySet[Organisation]:
    """Return the partners that take part, each with `now_on_call`: who can be called now."""
    shifts = OnCall.objects.filter(starts__lte=now, ends__gt=now, member__is_active=True)
    found = Organisation.objects.filter(active=True).prefetch_related(
        Prefetch("roster", shifts, to_attr="now_on_call")
    )
    if role:
        found = found.filter(role=role)
    if region:
        found = found.filter(region=region)
    return found.order_by("name")


def kinds_and_regions() -> tuple[list[str], list[str]]:
    """Return the kinds of organisation and the regions that occur in the directory."""
    active = Organisation.objects.filter(active=True)
    kinds = active.order_by("role").values_list("role", flat=True).distinct()
    regions = active.exclude(region="").order_by("region").values_list("region", flat=True)
    return list(kinds), list(regions.distinct())


def colleagues(organisation: Organisation) -> QuerySet[Member]:
    """Return everyone of an organisation, whoever is active first."""
    return Member.objects.filter(organisation=organisation).order_by("-is_active", "name")
